#include "coopnet/io/dataset_files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "coopnet/core/errors.hpp"
#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

constexpr std::array<std::string_view, 3> tables{"pledges", "actors", "tags"};

struct Read {
  RawDataset dataset;
  Diagnostics diagnostics;
};

Read read(const std::string& path, const ReadLimits& limits = {}) {
  Read out;
  out.dataset = read_raw_dataset(path, tables, out.diagnostics, limits);
  return out;
}

Diagnostic file_warning(const std::string& code, const std::string& file, const std::string& value,
                        const std::string& nearest) {
  return {Severity::warning, code, {file, 0, 0}, "", value, {}, nearest};
}

bool is_list(std::string_view, std::string_view column) { return column == "actors"; }

TEST(ReadDatasetFolder, ReadsKnownTablesInOrderOfName) {
  const ScratchFolder folder;
  put(folder / "pledges.csv", "id;actors\nP1;KEN\n");
  put(folder / "actors.csv", "id\nKEN\n");
  put(folder / "dataset.json", "{\"title\": \"T\"}");
  put(folder / "notes.txt", "x");
  const Read r = read(folder.path());
  EXPECT_TRUE(r.diagnostics.all().empty());
  EXPECT_EQ(member(r.dataset.description, "title").text, "T");
  EXPECT_EQ(r.dataset.description_file, folder / "dataset.json");
  ASSERT_EQ(r.dataset.tables.size(), 2U);
  EXPECT_EQ(r.dataset.tables[0].name, "actors");
  EXPECT_EQ(r.dataset.tables[0].file, folder / "actors.csv");
  EXPECT_EQ(grid(r.dataset.tables[1]), (Grid{{"id", "actors"}, {"P1", "KEN"}}));
  EXPECT_EQ(read(folder.path() + "/").dataset.tables[0].file, folder / "actors.csv");
}

TEST(ReadDatasetFolder, OtherTablesAreNamedWithTheNearest) {
  const ScratchFolder folder;
  put(folder / "pledges.csv", "id\nP1\n");
  put(folder / "plegdes.csv", "\xFF not even read");
  put(folder / "Actors.csv", "id\n");
  put(folder / "something.csv", "id\n");
  put(folder / ".hidden.csv", "id\n");
  const Read r = read(folder.path());
  EXPECT_EQ(
      r.diagnostics.all(),
      (std::vector{
          file_warning("unknown-table-file", folder / "Actors.csv", "Actors.csv", "actors"),
          file_warning("unknown-table-file", folder / "plegdes.csv", "plegdes.csv", "pledges"),
          file_warning("unknown-table-file", folder / "something.csv", "something.csv", "")}));
  EXPECT_EQ(r.dataset.tables.size(), 1U);
}

TEST(ReadDatasetFolder, ErrorsOfAllFilesAreReported) {
  const ScratchFolder folder;
  put(folder / "pledges.csv", "id\n\xE9\n");
  put(folder / "actors.csv", "");
  put(folder / "dataset.json", "{");
  const Read r = read(folder.path());
  ASSERT_EQ(r.diagnostics.errors(), 3U);
  EXPECT_EQ(r.diagnostics.all()[0].code, "csv-empty");
  EXPECT_EQ(r.diagnostics.all()[0].where.file, folder / "actors.csv");
  EXPECT_EQ(r.diagnostics.all()[1].code, "json-syntax");
  EXPECT_EQ(r.diagnostics.all()[2].code, "not-utf8");
  EXPECT_EQ(r.diagnostics.all()[2].where, (Place{folder / "pledges.csv", 2, 1}));
}

TEST(ReadDatasetFolder, AFolderWithoutTablesIsAnError) {
  const ScratchFolder folder;
  put(folder / "readme.md", "x");
  const Read r = read(folder.path());
  EXPECT_EQ(r.diagnostics.all(), (std::vector{finding(folder.path(), error("no-tables", 0, 0))}));
}

TEST(ReadDatasetFile, JsonFilesAreDatasets) {
  const ScratchFolder folder;
  put(folder / "d.JSON", "{\"actors\": [{\"id\": \"KEN\"}], \"actor\": []}");
  const Read r = read(folder / "d.JSON");
  EXPECT_EQ(r.diagnostics.all(),
            (std::vector{file_warning("unknown-table", folder / "d.JSON", "actor", "actors")}));
  ASSERT_EQ(r.dataset.tables.size(), 2U);
  EXPECT_EQ(grid(r.dataset.tables[0]), (Grid{{"id"}, {"KEN"}}));
}

TEST(ReadDatasetFile, FlatFilesAreOneTable) {
  const ScratchFolder folder;
  put(folder / "p.csv", "id;a\n1;2\n");
  put(folder / "p.txt", "id;a\n1;2\n");
  put(folder / "p.tsv", "id\ta,b,c\n1\t2\n");
  for (const auto* name : {"p.csv", "p.txt", "p.tsv"}) {
    const Read r = read(folder / name);
    EXPECT_TRUE(r.diagnostics.all().empty()) << name;
    ASSERT_EQ(r.dataset.tables.size(), 1U);
    EXPECT_EQ(r.dataset.tables[0].name, flat_table_name);
    EXPECT_EQ(r.dataset.tables[0].columns(), 2U) << name;
  }
  // The ending decides, not what the text looks like.
  put(folder / "q.csv", "{\"a\": 1}\n");
  EXPECT_EQ(read(folder / "q.csv").dataset.tables.at(0).name, flat_table_name);
}

TEST(ReadDatasetFile, OtherFilesShowWhatTheyAre) {
  const ScratchFolder folder;
  put(folder / "a", "\xEF\xBB\xBF \r\n\t{\"actors\": [{\"id\": \"KEN\"}]}");
  put(folder / "b.dat", "id,x\n1,{}\n");
  put(folder / "c", "");
  EXPECT_EQ(read(folder / "a").dataset.tables.at(0).name, "actors");
  EXPECT_EQ(read(folder / "b.dat").dataset.tables.at(0).name, flat_table_name);
  EXPECT_EQ(read(folder / "c").diagnostics.all().at(0).code, "csv-empty");
}

TEST(ReadDatasetFile, MissingAndTooLongFilesThrow) {
  const ScratchFolder folder;
  EXPECT_THROW(read(folder / "none"), IoError);
  EXPECT_THROW(read(folder / "none.json"), IoError);
  put(folder / "a.csv", "id\n1\n");
  ReadLimits limits;
  limits.file_bytes = 4;
  EXPECT_THROW(read(folder / "a.csv", limits), DataError);
  put(folder / "actors.csv", "id\n1\n");
  EXPECT_THROW(read(folder.path(), limits), DataError);
}

RawDataset read_standard_input(std::string_view text) {
  std::array<int, 2> ends{};
  EXPECT_EQ(::pipe(ends.data()), 0);
  EXPECT_EQ(::write(ends[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
  ::close(ends[1]);
  const int saved = ::dup(STDIN_FILENO);
  ::dup2(ends[0], STDIN_FILENO);
  ::close(ends[0]);
  const Read r = read("-");
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  EXPECT_TRUE(r.diagnostics.all().empty());
  return r.dataset;
}

TEST(ReadStandardInput, IsJsonOrFlat) {
  const RawDataset json = read_standard_input("\n {\"actors\": [{\"id\": \"KEN\"}]}");
  EXPECT_EQ(json.tables.at(0).name, "actors");
  const RawDataset flat = read_standard_input("id\nKEN\n");
  EXPECT_EQ(flat.tables.at(0).name, flat_table_name);
  EXPECT_EQ(flat.tables.at(0).file, "<stdin>");
}

RawDataset sample(std::uint64_t seed) {
  Rng rng(seed);
  RawDataset data;
  data.description.kind = RawValue::Kind::object;
  RawValue title;
  title.kind = RawValue::Kind::string;
  title.text = nasty_text(rng, 8);
  data.description.members.push_back({"title", title});
  for (const auto* name : {"actors", "pledges"}) {
    Grid rows = nasty_grid(rng);
    rows[0].back() = "actors";
    rows.push_back(std::vector<std::string>(rows[0].size(), "KEN;MAR"));
    data.tables.push_back(table_of(name, rows));
  }
  return data;
}

void expect_equal(const RawDataset& a, const RawDataset& b, std::uint64_t seed) {
  EXPECT_EQ(member(a.description, "title").text, member(b.description, "title").text) << seed;
  ASSERT_EQ(a.tables.size(), b.tables.size());
  for (std::size_t i = 0; i < a.tables.size(); ++i) {
    EXPECT_EQ(a.tables[i].name, b.tables[i].name);
    EXPECT_EQ(grid(a.tables[i]), grid(b.tables[i])) << "seed " << seed;
  }
}

TEST(DatasetRoundTrip, FolderAndJsonHoldTheSame) {
  const ScratchFolder folder;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const RawDataset data = sample(seed);
    const std::string name = folder / std::to_string(seed);
    write_raw_dataset_folder(data, name, false);
    const Read from_folder = read(name);
    EXPECT_TRUE(from_folder.diagnostics.all().empty()) << seed;
    expect_equal(from_folder.dataset, data, seed);
    write_raw_dataset_json(from_folder.dataset, name + ".json", is_list, false);
    const Read from_json = read(name + ".json");
    EXPECT_TRUE(from_json.diagnostics.all().empty()) << seed;
    expect_equal(from_json.dataset, data, seed);
  }
}

TEST(WriteDatasetFolder, FilesAreCanonical) {
  const ScratchFolder folder;
  RawDataset data;
  data.tables.push_back(table_of("actors", {{"id", "name"}, {"KEN", "a, b"}, {"MAR", ""}}));
  data.tables.push_back(RawTable{});
  data.tables.back().name = "pledges";
  write_raw_dataset_folder(data, folder / "d", false);
  EXPECT_EQ(bytes_of(folder / "d/actors.csv"), "id,name\nKEN,\"a, b\"\nMAR,\n");
  EXPECT_FALSE(std::filesystem::exists(folder / "d/dataset.json"));
  EXPECT_FALSE(std::filesystem::exists(folder / "d/pledges.csv"));
}

TEST(WriteDatasetFolder, NamesOfTablesStayInTheFolder) {
  const ScratchFolder folder;
  for (const auto* name : {"", "../actors", "a/b", "a.b", "\xC3\xA9", "A"}) {
    RawDataset data;
    data.tables.push_back(table_of(name, {{"id"}, {"x"}}));
    EXPECT_THROW(write_raw_dataset_folder(data, folder / "d", true), DataError) << name;
  }
  EXPECT_TRUE(folder.names().empty());
}

TEST(WriteDatasetFolder, TablesOfAnOlderDatasetAreNotMixedIn) {
  const ScratchFolder folder;
  const RawDataset data = sample(1);
  write_raw_dataset_folder(data, folder / "d", false);
  EXPECT_THROW(write_raw_dataset_folder(data, folder / "d", false), IoError);
  put(folder / "d/notes.txt", "mine");
  write_raw_dataset_folder(data, folder / "d", true);
  put(folder / "d/tags.csv", "id\n1\n");
  EXPECT_THROW(write_raw_dataset_folder(data, folder / "d", true), IoError);
  EXPECT_EQ(bytes_of(folder / "d/tags.csv"), "id\n1\n");
  EXPECT_EQ(bytes_of(folder / "d/notes.txt"), "mine");
}

TEST(WriteDatasetJson, ReplacesOnlyWhenAskedTo) {
  const ScratchFolder folder;
  const RawDataset data = sample(2);
  write_raw_dataset_json(data, folder / "d.json", is_list, false);
  EXPECT_THROW(write_raw_dataset_json(data, folder / "d.json", is_list, false), IoError);
  write_raw_dataset_json(data, folder / "d.json", is_list, true);
}

}  // namespace
}  // namespace coopnet::io
