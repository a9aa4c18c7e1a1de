#include <map>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/json_reader.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

/// Where names come from: a dataset, a table, the package iso-codes.
namespace coopnet::intake {
namespace {

template <class R>
void add_names_of(NameIndex& index, const R& row) {
  index.add(row.id, row.id, NameSource::id);
  for (const auto* name : {&row.name.en, &row.name.fr, &row.name.es, &row.name.ar})
    index.add(*name, row.id, NameSource::name);
  for (const auto& alias : row.aliases) index.add(alias, row.id, NameSource::alias);
}

/// The ids of a cell; none where `only` is given and knows none of them.
std::vector<std::string> ids_in(std::string_view cell, const Dataset* only) {
  std::vector<std::string> ids;
  bool any_known = only == nullptr;
  for (const auto id : text::split_list(cell)) {
    ids.emplace_back(id);
    any_known = any_known || only->actors.find(id) || only->forums.find(id);
  }
  return any_known ? ids : std::vector<std::string>{};
}

}  // namespace

NameIndex name_index(const Dataset& data, bool with_forums) {
  NameIndex index;
  for (const auto& actor : data.actors) {
    add_names_of(index, actor);
    index.add(actor.iso2, actor.id, NameSource::code);
    index.add(actor.m49, actor.id, NameSource::code);
  }
  if (!with_forums) return index;
  for (const auto& forum : data.forums) {
    add_names_of(index, forum);
    index.add(forum.acronym, forum.id, NameSource::name);
  }
  return index;
}

void add_names(NameIndex& index, const RawTable& table, Diagnostics& findings, const Dataset* only,
               NameSource source) {
  const auto name_column = find_column(table, {"name"});
  const auto id_column = find_column(table, {"id"});
  if (name_column == schema::no_column || id_column == schema::no_column) {
    findings.report(Severity::error, "missing-column", {table.file, 1, 0},
                    name_column == schema::no_column ? "name" : "id", "", {table.name});
    return;
  }
  std::map<std::string, std::string_view> seen;  // folded name -> its ids as written
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const auto& name = table.cell(r, name_column);
    const auto& id = table.cell(r, id_column);
    const auto folded = fold_name(name.text);
    if (folded.empty() || text::split_list(id.text).empty()) {
      const bool no_name = folded.empty();
      findings.report(Severity::error, "name-row-incomplete", table.place(no_name ? name : id),
                      no_name ? "name" : "id", std::string(no_name ? id.text : name.text));
      continue;
    }
    const auto ids = ids_in(id.text, only);
    if (ids.empty()) continue;
    const auto [before, fresh] = seen.try_emplace(folded, id.text);
    if (!fresh && before->second != id.text)
      findings.report(Severity::warning, "name-twice", table.place(name), "name",
                      std::string(name.text), {std::string(before->second), std::string(id.text)});
    if (ids.size() == 1)
      index.add(name.text, ids.front(), source);
    else
      index.add_ambiguous(name.text, ids);
  }
}

bool add_iso_codes(NameIndex& index, const std::string& folder) {
  constexpr std::uint64_t far_above_its_size = 4'000'000;
  RawValue root;
  Diagnostics faults;
  try {
    const auto path = folder + "/iso_3166-1.json";
    root = io::parse_json(io::read_file(path, far_above_its_size), path, faults);
  } catch (const Error&) {
    return false;
  }
  const RawValue* countries = root.find("3166-1");
  if (faults.errors() > 0 || countries == nullptr) return false;
  for (const auto& country : countries->items) {
    const RawValue* id = country.find("alpha_3");
    if (id == nullptr || id->text.empty()) continue;
    for (const auto* key :
         {"alpha_3", "alpha_2", "numeric", "name", "official_name", "common_name"})
      if (const RawValue* name = country.find(key))
        index.add(name->text, id->text, NameSource::iso_codes);
  }
  return true;
}

}  // namespace coopnet::intake
