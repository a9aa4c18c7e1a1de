#include "coopnet/exchange/tables.hpp"

#include <algorithm>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/model/table_maker.hpp"
#include "exchange/fields.hpp"
#include "exchange/kinds.hpp"
#include "exchange/to_data.hpp"
#include "exchange/writable.hpp"

namespace coopnet::exchange {
namespace {

/// The leading columns, under the names of a program. An empty name: it has no such column.
struct Style {
  std::string_view id, label, node_kind;
  std::string_view source, target, direction, edge_kind, edge_id, weight, edge_label;
  bool typed = false;  ///< "name:type"
};

const Style& style_of(TableStyle style) {
  static constexpr Style gephi{"Id",   "Label", "",   "Source", "Target",
                               "Type", "",      "Id", "Weight", "Label"};
  static constexpr Style neo4j{
      ":ID",   "name", ":LABEL",        ":START_ID", ":END_ID", "directed:boolean",
      ":TYPE", "id",   "weight:double", "label",     true};
  static constexpr Style graphframes{"id",       "label", "",   "src",    "dst",
                                     "directed", "",      "id", "weight", "label"};
  switch (style) {
    case TableStyle::gephi:
      return gephi;
    case TableStyle::neo4j:
      return neo4j;
    case TableStyle::graphframes:
      break;
  }
  return graphframes;
}

std::string_view type_suffix(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return ":long";
    case ValueType::number:
      return ":double";
    case ValueType::boolean:
      return ":boolean";
    case ValueType::text:
      break;
  }
  return "";
}

/// "commits_to" as a name that needs no quotes: "COMMITS_TO", or "Commits_to".
std::string as_name(std::string_view word, std::string_view otherwise, bool capitals) {
  std::string out;
  for (const char c : word) {
    const bool small = c >= 'a' && c <= 'z';
    const bool plain = small || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    out += small && (capitals || out.empty()) ? static_cast<char>(c - 'a' + 'A') : plain ? c : '_';
  }
  return out.empty() ? std::string(otherwise) : out;
}

class TablesMaker {
 public:
  TablesMaker(const NetworkFile& network, TableStyle style, Diagnostics& told)
      : network_(spell_out(writable(network, told), {.label = false, .weight = false}, told)),
        style_(style_of(style)),
        gephi_(style == TableStyle::gephi),
        told_(told) {}

  NetworkTables make() { return {nodes(), edges()}; }

 private:
  /// Names of the leading columns that there are.
  static std::vector<std::string> present(std::initializer_list<std::string_view> names) {
    std::vector<std::string> out;
    for (const auto name : names)
      if (!name.empty()) out.emplace_back(name);
    return out;
  }

  /// The leading names, then those of the attributes but the ones left out.
  std::vector<std::string> header(std::vector<std::string> names,
                                  const std::vector<Attribute>& attributes,
                                  std::optional<std::uint32_t> left_out = {}) {
    std::set<std::string, std::less<>> taken;
    for (const auto& name : names) taken.insert(text::lower_ascii(name.substr(0, name.find(':'))));
    for (std::uint32_t a = 0; a < attributes.size(); ++a) {
      if (a == left_out) continue;
      std::string name = attributes[a].name;
      if (style_.typed) std::replace(name.begin(), name.end(), ':', '_');
      for (std::size_t n = 2; !taken.insert(text::lower_ascii(name)).second; ++n)
        name = attributes[a].name + "_" + std::to_string(n);
      if (name != attributes[a].name)
        told_.report(Severity::warning, "network-attribute-renamed", {}, "", attributes[a].name,
                     {name});
      names.push_back(name + std::string(style_.typed ? type_suffix(attributes[a].type) : ""));
    }
    return names;
  }

  static void add_values(TableMaker& table, const std::vector<Attribute>& attributes,
                         const AttributeValues& values,
                         std::optional<std::uint32_t> left_out = {}) {
    for (std::uint32_t a = 0; a < attributes.size(); ++a) {
      if (a == left_out) continue;
      const Value* value = find_value(attributes, values, a);
      table.add(value == nullptr ? std::string() : to_text(*value));
    }
  }

  RawTable nodes() {
    const auto& attributes = network_.node_attributes;
    const auto id = style_.typed ? "id" + std::string(style_.id) : std::string(style_.id);
    TableMaker table("nodes", "nodes.csv",
                     header(present({id, style_.label, style_.node_kind}), attributes));
    for (const auto& node : network_.nodes) {
      table.add(node.id);
      table.add(node.label);
      if (!style_.node_kind.empty())
        table.add(as_name(text_of(attributes, node.values, kind_attribute), "Node", false));
      add_values(table, attributes, node.values);
    }
    return table.take();
  }

  RawTable edges() {
    const auto& attributes = network_.edge_attributes;
    const auto any = [&](auto has) {
      return std::any_of(network_.edges.begin(), network_.edges.end(), has);
    };
    const bool with_id = any([](const NetworkEdge& e) { return !e.id.empty(); });
    const bool with_weight = any([](const NetworkEdge& e) { return e.weight.has_value(); });
    const bool with_direction = gephi_ || any([](const NetworkEdge& e) { return !e.directed; });
    auto label = find_attribute(attributes, "label");
    if (label && attributes[*label].type != ValueType::text) label.reset();
    const auto if_any = [](bool there, std::string_view name) {
      return there ? name : std::string_view();
    };
    TableMaker table(
        "edges", "edges.csv",
        header(present({style_.source, style_.target, if_any(with_direction, style_.direction),
                        style_.edge_kind, if_any(with_id, style_.edge_id),
                        if_any(with_weight, style_.weight),
                        if_any(label.has_value(), style_.edge_label)}),
               attributes, label));
    for (const auto& edge : network_.edges) {
      table.add(network_.nodes[edge.source].id);
      table.add(network_.nodes[edge.target].id);
      if (with_direction) table.add(direction(edge));
      if (!style_.edge_kind.empty())
        table.add(as_name(text_of(attributes, edge.values, kind_attribute), "TIED_TO", true));
      if (with_id) table.add(edge.id);
      if (with_weight) table.add(edge.weight ? to_text(Value(*edge.weight)) : std::string());
      if (label) table.add(text_of(attributes, edge.values, "label"));
      add_values(table, attributes, edge.values, label);
    }
    return table.take();
  }

  [[nodiscard]] std::string direction(const NetworkEdge& edge) const {
    if (gephi_) return edge.directed ? "Directed" : "Undirected";
    return edge.directed ? "true" : "false";
  }

  NetworkFile network_;
  const Style& style_;
  bool gephi_;
  Diagnostics& told_;
};

}  // namespace

NetworkTables to_tables(const NetworkFile& network, TableStyle style, Diagnostics& told) {
  return TablesMaker(network, style, told).make();
}

}  // namespace coopnet::exchange
