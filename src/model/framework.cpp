#include "framework.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "coopnet/model/table_maker.hpp"
#include "description.hpp"
#include "full_columns.hpp"

namespace coopnet {
namespace {

using schema::no_column;
using RowsById = std::map<std::string_view, std::size_t>;

RowsById rows_by_id(const RawTable* table) {
  RowsById rows;
  const auto id = table == nullptr ? no_column : find_column(*table, {"id"});
  for (std::size_t r = 0; id != no_column && r < table->rows(); ++r)
    rows.emplace(table->cell(r, id).text, r);
  return rows;
}

const RawTable* table_of(const RawDataset* framework, std::string_view name) {
  return framework == nullptr ? nullptr : framework->find(name);
}

/// Regions that actors lie in and the framework does not know, as a table.
RawTable new_regions(const RawDataset* framework, const ActorsFound& actors,
                     const std::map<std::string, std::string>& labels, const std::string& file) {
  std::set<std::string> names;
  for (const auto& [id, facts] : actors) names.insert(facts.regions.begin(), facts.regions.end());
  const auto known = rows_by_id(table_of(framework, "regions"));
  TableMaker regions("regions", file, {"id", "scheme", "label"});
  for (const auto& name : names) {
    if (known.contains(name)) continue;
    const auto label = labels.find(name);
    regions.add(name);
    regions.add(std::string(own_region_scheme));
    regions.add(label == labels.end() ? name : label->second);
  }
  return regions.take();
}

RawValue description(const RawDataset* framework, bool own_regions) {
  Diagnostics ignored;  // a framework is a dataset of its own, checked when it is made
  DatasetInfo info = read_description(framework == nullptr ? RawDataset{} : *framework, ignored);
  info.title.clear();
  info.version.clear();
  info.licence.clear();
  info.as_of.clear();
  info.sample_of.clear();
  info.caveats.clear();
  info.sources.clear();
  if (own_regions)
    info.region_schemes.insert(info.region_schemes.begin(),
                               {std::string(own_region_scheme), "Region"});
  return write_description(info);
}

/// Rows of `from` behind those of `to`, by column name.
void append(const RawTable& from, RawTable& to) {
  RawTable merged = from;
  for (std::size_t r = 0; r < to.rows(); ++r)
    for (std::size_t c = 0; c < from.columns(); ++c) {
      const auto column = find_column(to, {from.header[c].text});
      merged.cells.push_back(column == no_column ? RawCell{} : to.cell(r, column));
    }
  merged.storage.insert(merged.storage.end(), to.storage.begin(), to.storage.end());
  to = std::move(merged);
}

/// Lists of tags, regions and synonyms come along whole.
void copy_lists(const RawDataset& framework, RawDataset& out) {
  for (const auto* name : {"tags", "thesaurus", "regions"}) {
    const RawTable* table = framework.find(name);
    if (table == nullptr) continue;
    const auto own = std::find_if(out.tables.begin(), out.tables.end(),
                                  [&](const RawTable& t) { return t.name == name; });
    if (own != out.tables.end())
      append(*table, *own);
    else
      out.tables.push_back(*table);
  }
}

void add_parents(const RawTable& known, const RowsById& rows, ActorsFound& actors) {
  const auto parent = find_column(known, {"parent"});
  if (parent == no_column) return;
  std::vector<std::string> queue;
  for (const auto& [id, facts] : actors) queue.push_back(id);
  while (!queue.empty()) {
    const auto row = rows.find(queue.back());
    queue.pop_back();
    if (row == rows.end()) continue;
    const std::string up(known.cell(row->second, parent).text);
    if (!up.empty() && actors.try_emplace(up).second) queue.push_back(up);
  }
}

std::string one_kind(const std::string& id, const ActorFacts& facts, const std::string& file,
                     Diagnostics& findings) {
  if (facts.kinds.size() > 1)
    findings.report(Severity::error, "kind-differs", {file, facts.place.line, facts.place.column},
                    "actor_kind", id, {*facts.kinds.begin(), *std::next(facts.kinds.begin())}, "");
  return facts.kinds.empty() ? std::string() : *facts.kinds.begin();
}

std::string joined(const std::string& text, const std::set<std::string>& more) {
  std::vector<std::string> items;
  for (const auto item : text::split_list(text)) items.emplace_back(item);
  for (const auto& item : more)
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
  return text::join(items, ";");
}

/// Columns of the table of actors: those of the framework, or the usual ones, then those found.
std::vector<std::string> actor_columns(const RawTable* known, const ActorsFound& actors) {
  std::vector<std::string> header;
  if (known == nullptr)
    header = {"id", "name", "kind", "parent", "regions"};
  else
    for (const auto& column : known->header) header.emplace_back(column.text);
  std::set<std::string> more;
  for (const auto& [id, facts] : actors)
    for (const auto& [column, text] : facts.cells) more.insert(column);
  for (const auto& column : header) more.erase(column);
  header.insert(header.end(), more.begin(), more.end());
  return header;
}

RawTable actors_table(const RawDataset* framework, ActorsFound actors, const std::string& file,
                      Diagnostics& findings) {
  const RawTable* known = table_of(framework, "actors");
  const auto rows = rows_by_id(known);
  if (known != nullptr) add_parents(*known, rows, actors);
  const auto header = actor_columns(known, actors);
  std::vector<std::size_t> columns;
  for (const auto& column : header)
    columns.push_back(known == nullptr ? no_column : find_column(*known, {column}));
  TableMaker table("actors", file, header);
  for (const auto& [id, facts] : actors) {
    const auto row = rows.find(id);
    for (std::size_t c = 0; c < header.size(); ++c) {
      const auto& column = header[c];
      std::string text;
      if (row != rows.end() && columns[c] != no_column)
        text = known->cell(row->second, columns[c]).text;
      if (const auto found = facts.cells.find(column); text.empty() && found != facts.cells.end())
        text = found->second;
      if (text.empty() && (column == "id" || column == "name")) text = id;
      if (column == "kind" && text.empty()) text = one_kind(id, facts, file, findings);
      if (column == "regions") text = joined(text, facts.regions);
      table.add(std::move(text), facts.place);
    }
  }
  return table.take();
}

}  // namespace

std::size_t find_column(const RawTable& table, std::initializer_list<std::string_view> names) {
  for (std::size_t c = 0; c < table.columns(); ++c) {
    const auto key = schema::header_key(table.header[c].text);
    if (std::find(names.begin(), names.end(), key) != names.end()) return c;
  }
  return no_column;
}

RawDataset with_framework(const RawDataset* framework, ActorsFound actors,
                          const std::map<std::string, std::string>& labels, const std::string& file,
                          Diagnostics& findings) {
  RawDataset out;
  RawTable regions = new_regions(framework, actors, labels, file);
  const bool own_regions = regions.rows() > 0;
  out.description = description(framework, own_regions);
  out.description_file = file;
  if (own_regions) out.tables.push_back(std::move(regions));
  if (framework != nullptr) copy_lists(*framework, out);
  out.tables.push_back(actors_table(framework, std::move(actors), file, findings));
  return out;
}

}  // namespace coopnet
