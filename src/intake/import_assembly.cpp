#include "intake/import_assembly.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "coopnet/core/text.hpp"
#include "intake/targets.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {
namespace {

void set_title(RawValue& description, const std::string& title) {
  RawValue value;
  value.kind = RawValue::Kind::string;
  value.text = title;
  auto& members = description.members;
  const auto at = std::find_if(members.begin(), members.end(),
                               [](const RawValue::Member& m) { return m.key == "title"; });
  if (at != members.end())
    at->value = std::move(value);
  else
    members.push_back({"title", std::move(value)});
}

/// Parties of an agreement stand in a table of their own.
void add_parties(RecordTables& tables) {
  const auto agreements = tables.find("agreements");
  if (agreements == tables.end()) return;
  Records& parties = records_of(tables, "parties");
  for (auto& row : agreements->second.rows()) {
    const auto listed = row.cells.extract("parties");
    if (listed.empty()) continue;
    for (const auto party : text::split_list(listed.mapped())) {
      const auto tab = party.find('\t');
      Record record;
      record.place = row.place;
      record.file = row.file;
      record.cells = {{"agreement", row.at("id")}, {"actor", std::string(party.substr(0, tab))}};
      if (tab != std::string_view::npos) record.cells["role"] = party.substr(tab + 1);
      parties.add(std::move(record));
    }
  }
}

/// A row that lists several members is as many rows.
void spread_memberships(RecordTables& tables) {
  const auto memberships = tables.find("memberships");
  if (memberships == tables.end()) return;
  std::vector<Record> out;
  for (auto& row : memberships->second.rows()) {
    const std::string actors = row.at("actor");
    for (const auto actor : text::split_list(actors)) {
      Record one = row;
      one.cells["actor"] = actor;
      out.push_back(std::move(one));
    }
  }
  memberships->second.rows() = std::move(out);
}

/// Forums that are named and stand in the framework only come along, with the actors that they
/// name.
void add_known_forums(ImportedRows& rows, const RawDataset* framework) {
  const RawTable* known = framework == nullptr ? nullptr : framework->find("forums");
  if (known == nullptr) return;
  std::set<std::string, std::less<>> named;
  for (auto& [table, records] : rows.records)
    for (const auto& row : records.rows())
      for (const auto* column : {"forum", "organisers"})
        for (const auto item : text::split_list(row.at(column))) named.emplace(item);
  Records& forums = records_of(rows.records, "forums");
  for (const auto& row : forums.rows()) named.erase(row.at("id"));
  const auto id = find_column(*known, {"id"});
  for (std::size_t r = 0; id != schema::no_column && r < known->rows(); ++r) {
    if (!named.contains(known->cell(r, id).text)) continue;
    Record record;
    record.file = known->file;
    for (std::size_t c = 0; c < known->columns(); ++c)
      record.cells[std::string(known->header[c].text)] = known->cell(r, c).text;
    for (const auto actor : text::split_list(record.at("may_join")))
      rows.actors.try_emplace(std::string(actor));
    forums.add(std::move(record));
  }
}

}  // namespace

Records& records_of(RecordTables& tables, std::string_view table) {
  const auto at = tables.find(table);
  if (at != tables.end()) return at->second;
  return tables.emplace(std::string(table), Records(std::string(table))).first->second;
}

RawDataset assemble(ImportedRows rows, const Framework& framework, Diagnostics& findings) {
  add_parties(rows.records);
  spread_memberships(rows.records);
  add_known_forums(rows, framework.raw);
  RawDataset out =
      with_framework(framework.raw, std::move(rows.actors), rows.regions, rows.file, findings);
  for (const auto& [table, records] : rows.records) {
    if (records.empty()) continue;
    std::vector<std::string> first;
    for (const auto& target : targets_of(table, framework.data.info))
      first.push_back(target.field == "region" ? "regions" : target.field);
    out.tables.push_back(records.to_table(first));
  }
  if (!rows.title.empty()) set_title(out.description, rows.title);
  return out;
}

}  // namespace coopnet::intake
