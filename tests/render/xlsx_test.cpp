#include "coopnet/render/xlsx.hpp"

#include <gtest/gtest.h>

#include "coopnet/core/errors.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/io/xlsx.hpp"

namespace coopnet::render {
namespace {

using Grid = std::vector<std::vector<std::string>>;

/// The sheets of a workbook as our own reader sees them.
std::vector<std::pair<std::string, Grid>> read(const std::string& bytes) {
  Diagnostics findings;
  std::vector<std::pair<std::string, Grid>> out;
  for (const auto& sheet : io::read_xlsx(bytes, "b", findings)) {
    EXPECT_TRUE(sheet.findings.all().empty());
    Grid grid;
    for (std::size_t row = 0; row < sheet.rows(); ++row) {
      grid.emplace_back();
      for (std::size_t c = 0; c < sheet.columns; ++c)
        grid.back().emplace_back(sheet.cell(row, c).text);
    }
    out.emplace_back(sheet.name, std::move(grid));
  }
  EXPECT_TRUE(findings.all().empty());
  return out;
}

Table numbers() {
  Table t;
  t.caption = "Numbers";
  t.columns = {{"who", "Who", ColumnType::text, Importance::essential},
               {"count", "Count", ColumnType::integer, Importance::normal},
               {"score", "Score", ColumnType::number, Importance::normal},
               {"share", "Share", ColumnType::ratio, Importance::normal},
               {"of", "Part of", ColumnType::number, Importance::normal},
               {"tags", "Tags", ColumnType::list, Importance::extra, true}};
  t.add({"a", 3, 0.1 + 0.2, Ratio{16, 150}, Ratio{1, 4}, List{{"x", true}, {"y", false}}});
  t.add({"b", -1, Unknown{}, Unknown{}, Unknown{}, List{}});
  t.notes = {"A note."};
  return t;
}

TEST(XlsxOut, NumbersAreNumbersAndRatiosTwoOfThem) {
  const NamedTable named{"numbers", numbers()};
  const auto sheets = read(to_xlsx({&named, 1}, {}, Language::en));
  ASSERT_EQ(sheets.size(), 2u);
  EXPECT_EQ(sheets[0].first, "numbers");
  EXPECT_EQ(sheets[0].second,
            (Grid{{"Who", "Count", "Score", "Share", "Share: of", "Part of", "Tags"},
                  {"a", "3", "0.3", "16", "150", "0.25", "x; ~y"},
                  {"b", "-1", "", "", "", "", ""}}));
}

TEST(XlsxOut, TextsComeBackToTheLetter) {
  const std::vector<std::string> texts{
      "=1+1",       "+1",     "-1",      "@SUM(A1)",     "'x",       "https://x.example",
      "004",        "1E5",    "TRUE",    "#N/A",         "a\nb\tc",  "a\r\nb",
      "<b>&amp;",   "]]>",    "\"q\"",   "_x0041_",      "\x01\x1F", "التعليم",
      "\U0001F30D", "\u202E", "2024-05", "\xED\x9F\xBF", "a\u2028b", "_x005F_x0041_",
      "\x01_x0041_"};
  Table t;
  t.columns = {{"t", "Text", ColumnType::text, Importance::essential}};
  for (const auto& text : texts) t.add({text});
  t.add({std::string("\xEF\xBF\xBF")});
  const NamedTable named{"texts", t};
  const auto sheets = read(to_xlsx({&named, 1}, {}, Language::en));
  ASSERT_FALSE(sheets.empty());
  const auto& got = sheets[0].second;
  ASSERT_EQ(got.size(), texts.size() + 2);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(got[i + 1][0], texts[i]);
  EXPECT_EQ(got.back()[0], "\xEF\xBF\xBD");  // no character of XML
}

TEST(XlsxOut, LongTextsAreCutAndItIsTold) {
  Table t;
  t.columns = {{"t", "Text", ColumnType::text, Importance::essential}};
  t.add({std::string(40'000, 'a')});
  std::string globes;
  for (int i = 0; i < 20'000; ++i) globes += "\U0001F30D";  // two units of UTF-16 each
  t.add({globes});
  const NamedTable named{"t", t};
  const auto sheets = read(to_xlsx({&named, 1}, {}, Language::en));
  ASSERT_EQ(sheets.size(), 2u);
  EXPECT_EQ(sheets[0].second[1][0], std::string(32'766, 'a') + "…");
  EXPECT_LE(sheets[0].second[2][0].size(), 32'767u * 2 + 3);
  EXPECT_GE(sheets[0].second[2][0].size(), 64'000u);
  const auto& about = sheets[1].second;
  EXPECT_EQ(about[0][1],
            "2 texts were longer than the 32767 characters of a cell and are cut; CSV and JSON "
            "hold them whole.");
}

TEST(XlsxOut, SheetsGetNamesThatAreAllowed) {
  std::vector<NamedTable> tables;
  for (const char* name : {"a/b[c]", "A_b_c_", "", "About", "About-2",
                           "a name that is longer than a sheet can have", "'x'"})
    tables.push_back({name, numbers()});
  std::vector<std::string> names;
  for (const auto& sheet : read(to_xlsx(tables, {}, Language::en))) names.push_back(sheet.first);
  EXPECT_EQ(names, (std::vector<std::string>{"a_b_c_", "A_b_c_-2", "_", "About", "About-2",
                                             "a name that is longer than a s…", "_x_", "About-3"}));
}

TEST(XlsxOut, AboutSaysWhatTheResultSaysOfItself) {
  Table empty;
  empty.caption = "Nothing";
  empty.columns = {{"t", "Text", ColumnType::text, Importance::essential}};
  empty.empty_reason = "There is nothing.";
  Envelope envelope;
  envelope.verb = "info";
  envelope.tool_version = "9.9.9";
  envelope.dataset_title = "Data";
  envelope.as_of = "2024-05";
  envelope.content_hash = "abc";
  envelope.caveats = {"Careful."};
  envelope.option("top", 5);
  envelope.option("without", std::vector<std::string>{"P1", "P2"});
  envelope.option("strict", false);
  envelope.seed = 7;
  const std::vector<NamedTable> tables{{"numbers", numbers()}, {"empty", empty}};
  const auto sheets = read(to_xlsx(tables, envelope, Language::en));
  ASSERT_EQ(sheets.size(), 3u);
  EXPECT_EQ(sheets[1].second, (Grid{{"Text"}}));
  EXPECT_EQ(sheets[2].second, (Grid{{"numbers", "Numbers"},
                                    {"", "A note."},
                                    {"empty", "Nothing"},
                                    {"", "There is nothing."},
                                    {"Dataset", "Data"},
                                    {"As of", "2024-05"},
                                    {"Content hash", "abc"},
                                    {"Caveat", "Careful."},
                                    {"Made by", "coopnet info"},
                                    {"Option top", "5"},
                                    {"Option without", "P1; P2"},
                                    {"Seed", "7"},
                                    {"Version of coopnet", "9.9.9"}}));
}

TEST(XlsxOut, NamesStandBehindIds) {
  const Dataset data = io::load_dataset(COOPNET_DATASETS "/tiny").data;
  Table t;
  t.columns = {{"id", "Id", ColumnType::text, Importance::essential},
               {"objective_ids", "Objectives", ColumnType::list, Importance::essential, true},
               {"sizes", "Sizes", ColumnType::list, Importance::essential}};
  t.add({"XAA", List{{"objective:1", true}, {"objective:2", false}}, List{{"XAA", true}}});
  t.add({"nobody", Unknown{}, Unknown{}});
  Envelope envelope;
  envelope.data = &data;
  const NamedTable named{"t", t};
  const auto sheets = read(to_xlsx({&named, 1}, envelope, Language::en));
  ASSERT_FALSE(sheets.empty());
  EXPECT_EQ(sheets[0].second[0], (std::vector<std::string>{"Id", "Id: name", "Objectives",
                                                           "Objectives: name", "Sizes"}));
  EXPECT_EQ(sheets[0].second[1][1], "Alphaland");
  EXPECT_EQ(sheets[0].second[1][3], "1 Health on the move; ~2 Papers for everyone");
  EXPECT_EQ(sheets[0].second[2][1], "nobody");
  EXPECT_EQ(sheets[0].second[1][4], "XAA");
}

TEST(XlsxOut, TheSameBytesEveryTime) {
  const NamedTable named{"numbers", numbers()};
  EXPECT_EQ(to_xlsx({&named, 1}, {}, Language::en), to_xlsx({&named, 1}, {}, Language::en));
}

TEST(XlsxOut, RefusesWhatNoSheetCanHold) {
  Table t;
  t.columns = {{"n", "N", ColumnType::integer, Importance::essential}};
  t.rows.resize(1'048'576);
  const NamedTable named{"t", t};
  EXPECT_THROW(static_cast<void>(to_xlsx({&named, 1}, {}, Language::en)), DataError);
  const std::vector<NamedTable> twins{{"t", {}}, {"t", {}}};
  EXPECT_THROW(static_cast<void>(to_xlsx(twins, {}, Language::en)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::render
