#include "exchange/typed_lists.hpp"

#include <algorithm>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/io/json_reader.hpp"
#include "coopnet/model/table_maker.hpp"
#include "exchange/kinds.hpp"
#include "exchange/to_data.hpp"
#include "model/description.hpp"
#include "model/schema.hpp"

namespace coopnet::exchange {

TypedLists::TypedLists(const NetworkFile& network, const std::string& file, Diagnostics& findings)
    : network_(network), file_(file), findings_(findings) {
  has_schemes_ = std::any_of(network.node_attributes.begin(), network.node_attributes.end(),
                             [](const Attribute& a) { return a.name.starts_with(regions_prefix); });
  read_property();
  add_facets();
  add_schemes();
}

void TypedLists::read_property() {
  Diagnostics faults;
  for (const auto& property : network_.properties) {
    if (property.name != dataset_property) continue;
    lists_ = io::read_json_dataset(property.text, file_, faults);
    if (faults.errors() == 0) info_ = read_description(lists_, faults);
    if (faults.errors() == 0) return;
    findings_.report(Severity::warning, "network-description-ignored", {file_, 0, 0}, "", "");
    lists_ = {};
  }
  info_ = read_description({}, faults);
  for (const auto& property : network_.properties) {
    if (property.name == "title") info_.title = property.text;
    if (property.name == "as_of" && parse_day_range(property.text)) info_.as_of = property.text;
  }
}

void TypedLists::add_facets() {
  constexpr std::size_t most_facets = 100;
  for (const auto& facet : info_.facets) columns_.emplace(facet.key, facet.column);
  const auto attribute = find_attribute(network_.node_attributes, "facet");
  if (!attribute) return;
  for (const auto& node : network_.nodes) {
    const Value* value = find_value(network_.node_attributes, node.values, *attribute);
    const auto key = value == nullptr ? std::string() : to_text(*value);
    if (key.empty() || !columns_.emplace(key, key).second) continue;
    info_.facets.push_back({key, key, key, 1, true});
    if (info_.facets.size() <= most_facets) continue;
    findings_.report(Severity::error, "network-too-many-attributes", {file_, node.line, 0}, "facet",
                     key, {std::to_string(most_facets)});
    sound_ = false;
    return;
  }
}

std::optional<std::string> TypedLists::scheme_of(std::string_view attribute) const {
  if (attribute.starts_with(regions_prefix) && attribute.size() > regions_prefix.size())
    return std::string(attribute.substr(regions_prefix.size()));
  if (attribute == region_attribute && !has_schemes_) return std::string(region_attribute);
  return std::nullopt;
}

void TypedLists::add_schemes() {
  for (const auto& attribute : network_.node_attributes) {
    const auto scheme = scheme_of(attribute.name);
    const bool known = std::any_of(info_.region_schemes.begin(), info_.region_schemes.end(),
                                   [&](const RegionScheme& s) { return s.key == scheme; });
    if (scheme && !known) info_.region_schemes.push_back({*scheme, *scheme});
  }
}

const std::string* TypedLists::facet_column(const std::string& facet) const {
  const auto found = columns_.find(facet);
  return found == columns_.end() ? nullptr : &found->second;
}

RawValue TypedLists::description() const { return write_description(info_); }

/// Regions by id, with their scheme, as the nodes name them.
std::map<std::string, std::string> TypedLists::regions_named() const {
  std::map<std::string, std::string> out;
  for (std::uint32_t a = 0; a < network_.node_attributes.size(); ++a) {
    const auto scheme = scheme_of(network_.node_attributes[a].name);
    if (!scheme) continue;
    for (const auto& node : network_.nodes) {
      const Value* value = find_value(network_.node_attributes, node.values, a);
      const auto cell = value == nullptr ? std::string() : to_text(*value);
      for (auto item : text::split_list(cell)) {
        schema::take_stated(item);
        if (!item.empty()) out.emplace(item, *scheme);
      }
    }
  }
  return out;
}

std::vector<RawTable> TypedLists::regions() const {
  std::vector<std::string> columns{"id", "scheme", "label"};
  const RawTable* known = lists_.find("regions");
  if (known != nullptr) {
    columns.clear();
    for (const auto& column : known->header) columns.emplace_back(column.text);
  }
  TableMaker table("regions", file_, columns);
  std::set<std::string, std::less<>> ids;
  for (std::size_t r = 0; known != nullptr && r < known->rows(); ++r)
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const auto text = known->cell(r, c).text;
      if (columns[c] == "id") ids.emplace(text);
      table.add(std::string(text));
    }
  for (const auto& [id, scheme] : regions_named()) {
    if (!ids.insert(id).second) continue;
    for (const auto& column : columns)
      table.add(column == "id" || column == "label" ? id : column == "scheme" ? scheme : "");
  }
  std::vector<RawTable> out;
  if (RawTable made = table.take(); made.rows() > 0) out.push_back(std::move(made));
  return out;
}

}  // namespace coopnet::exchange
