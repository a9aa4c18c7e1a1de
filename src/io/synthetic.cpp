// Tables are made block by block and leave for their file as soon as a part is full. The canonical
// form leaves out columns that are empty in every row, and which these are must be known before the
// first row is written; so each table is first looked through until all columns have been seen in
// use, which takes a few rows, or all of them where a column is never used.

#include "coopnet/io/synthetic.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/json_writer.hpp"
#include "io/dataset_folder.hpp"
#include "io/synthetic_tables.hpp"
#include "io/synthetic_world.hpp"

namespace coopnet::io {
namespace {

using synthetic::Index;
using synthetic::Rows;
using synthetic::Settled;
using synthetic::TablePlan;

constexpr std::size_t part_bytes = std::size_t{1} << 20U;
constexpr std::uint64_t blocks_at_once = 1024;

/// Where the bytes go.
struct Sink {
  std::function<void(std::string_view name)> begin_file;
  std::function<void(std::string_view bytes)> append;
};

/// A facet or a region scheme of the description.
void begin_entry(JsonWriter& json, std::string_view key, std::string_view label) {
  json.begin_object().key("key").string(key).key("label").string(label);
}

void describe_facets(JsonWriter& json) {
  struct Facet {
    const char *key, *label, *column;
    std::uint64_t weight;
    bool open;
  };
  constexpr std::array facets{Facet{"objective", "Objective", "objectives", 4, false},
                              Facet{"theme", "Theme", "themes", 2, true},
                              Facet{"principle", "Guiding principle", "principles", 1, false}};
  json.key("facets").begin_array();
  for (const auto& facet : facets) {
    begin_entry(json, facet.key, facet.label);
    json.key("column").string(facet.column);
    json.key("weight").unsigned_integer(facet.weight);
    json.key("open").boolean(facet.open).end_object();
  }
  json.end_array();
}

/// The command that gives the same bytes.
std::string command(const SyntheticShape& shape, const Settled& settled) {
  std::string out = "coopnet generate";
  const auto add = [&](const char* option, const std::string& value) {
    out.append(" --").append(option).append(" ").append(value);
  };
  add("pledges", std::to_string(settled.pledges));
  add("actors", std::to_string(settled.actors));
  add("forums", std::to_string(settled.forums));
  add("objectives", std::to_string(settled.tags[0]));
  add("themes", std::to_string(settled.tags[1]));
  add("principles", std::to_string(settled.tags[2]));
  add("tags-per-pledge", text::number(shape.tags_per_pledge));
  add("zipf", text::number(shape.zipf));
  add("seed", std::to_string(settled.seed));
  return out;
}

/// dataset.json, members in the order of the canonical form.
std::string description(const SyntheticShape& shape, const Settled& settled) {
  const auto number = std::to_string(settled.pledges);
  JsonWriter json;
  json.begin_object();
  json.key("format").string("coopnet-dataset");
  json.key("schema_version").integer(1);
  json.key("title").string("Invented dataset: " + number +
                           (settled.pledges == 1 ? " pledge" : " pledges") + ", seed " +
                           std::to_string(settled.seed));
  json.key("version").string("1");
  json.key("licence").string("No rights are claimed in invented data");
  json.key("as_of").string(std::to_string(synthetic::last_year) + "-12-31");
  json.key("framework").string("EX");
  json.key("framework_name").string("Example Compact (invented)");
  json.key("sample_of").string("Invented: there are " + number + " pledges, all recorded here.");
  json.key("primary_facet").string("objective");
  describe_facets(json);
  json.key("region_schemes").begin_array();
  begin_entry(json, "review_region", "Region (invented)");
  json.end_object().end_array();
  json.key("caveats").begin_array();
  json.string(
      "Everything in this dataset is invented: no state, body, forum, pledge or agreement "
      "in it exists.");
  json.string(
      "Tags and links were drawn at random: results show how large and of what shape the "
      "data are, and say nothing about cooperation.");
  json.end_array();
  json.key("sources").begin_array();
  json.begin_object().key("key").string("invented");
  json.key("title").string("Made by " + command(shape, settled)).end_object();
  json.end_array().end_object();
  return json.finish();
}

/// Which columns hold something in any row; nothing where there are no rows.
std::vector<bool> used_columns(const TablePlan& plan, const ProgressMeter& meter) {
  std::vector<bool> used(plan.columns.size());
  Rows rows(plan.columns.size());
  for (std::uint64_t b = 0; b < plan.blocks; ++b) {
    if (b % blocks_at_once == 0) meter.check();
    rows.clear();
    plan.make(static_cast<Index>(b), rows);
    for (std::size_t r = 0; r < rows.size(); ++r)
      for (std::size_t c = 0; c < used.size(); ++c) used[c] = used[c] || !rows.at(r, c).empty();
    if (std::find(used.begin(), used.end(), false) == used.end()) break;
  }
  if (std::find(used.begin(), used.end(), true) == used.end()) used.clear();
  return used;
}

/// The text of one table, handed on in parts.
class TableText {
 public:
  TableText(const TablePlan& plan, const std::vector<bool>& used, const Sink& sink)
      : used_(used), sink_(sink), writer_(text_) {
    for (std::size_t c = 0; c < used.size(); ++c)
      if (used[c]) writer_.cell(plan.columns[c]);
    writer_.end_row();
  }

  void add(const Rows& rows) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < used_.size(); ++c)
        if (used_[c]) writer_.cell(rows.at(r, c));
      writer_.end_row();
      if (text_.size() >= part_bytes) flush();
    }
  }

  void flush() {
    sink_.append(text_);
    text_.clear();
  }

 private:
  const std::vector<bool>& used_;
  const Sink& sink_;
  std::string text_;
  CsvWriter writer_;
};

/// Number of rows written.
std::uint64_t write_table(const TablePlan& plan, const std::vector<bool>& used, const Sink& sink,
                          ProgressMeter& meter) {
  TableText text(plan, used, sink);
  Rows rows(plan.columns.size());
  std::uint64_t count = 0;
  for (std::uint64_t b = 0; b < plan.blocks;) {
    meter.check();
    const auto begin = b;
    for (; b < std::min(begin + blocks_at_once, plan.blocks); ++b) {
      rows.clear();
      plan.make(static_cast<Index>(b), rows);
      text.add(rows);
      count += rows.size();
    }
    meter.advance(b - begin);
  }
  text.flush();
  return count;
}

/// A dataset to be: the tables with rows, and which of their columns are used.
class Plan {
 public:
  Plan(const SyntheticShape& shape, Progress* progress)
      : shape_(shape), settled_(synthetic::settle(shape)), world_(settled_) {
    const ProgressMeter looking(progress, 0);
    for (auto& table : synthetic::plan_tables(world_)) {
      auto used = used_columns(table, looking);
      if (used.empty()) continue;
      blocks_ += table.blocks;
      tables_.emplace_back(std::move(table), std::move(used));
    }
  }

  [[nodiscard]] std::vector<std::string> file_names() const {
    std::vector<std::string> names;
    for (const auto& [table, used] : tables_) names.push_back(file_of(table));
    names.emplace_back(description_file);
    std::sort(names.begin(), names.end());
    return names;
  }

  SyntheticSize write(const Sink& given, Progress* progress) {
    ProgressMeter meter(progress, blocks_);
    SyntheticSize size{settled_.pledges, settled_.actors, 0, 0};
    const Sink sink{given.begin_file, [&](std::string_view bytes) {
                      given.append(bytes);
                      size.bytes += bytes.size();
                    }};
    for (const auto& name : file_names()) {
      sink.begin_file(name);
      if (name == description_file) {
        sink.append(description(shape_, settled_));
        continue;
      }
      const auto found = std::find_if(tables_.begin(), tables_.end(),
                                      [&](const auto& t) { return file_of(t.first) == name; });
      size.rows += write_table(found->first, found->second, sink, meter);
    }
    return size;
  }

 private:
  static std::string file_of(const TablePlan& table) {
    return table.name + std::string(table_ending);
  }

  SyntheticShape shape_;
  Settled settled_;
  synthetic::World world_;
  std::vector<std::pair<TablePlan, std::vector<bool>>> tables_;
  std::uint64_t blocks_ = 0;
};

}  // namespace

std::vector<NamedBytes> make_synthetic_dataset(const SyntheticShape& shape) {
  std::vector<NamedBytes> files;
  Plan plan(shape, nullptr);
  plan.write({[&](std::string_view name) {
                files.push_back({std::string(name), {}});
              },
              [&](std::string_view bytes) { files.back().bytes += bytes; }},
             nullptr);
  return files;
}

SyntheticSize write_synthetic_dataset(const SyntheticShape& shape, std::string_view folder,
                                      bool overwrite, Progress* progress) {
  Plan plan(shape, progress);
  if (overwrite) refuse_leftovers(std::string(folder), plan.file_names());
  FolderWriter writer(folder, overwrite);
  const auto size = plan.write({[&](std::string_view name) { writer.begin_file(name); },
                                [&](std::string_view bytes) { writer.append(bytes); }},
                               progress);
  writer.commit();
  return size;
}

}  // namespace coopnet::io
