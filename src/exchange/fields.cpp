#include "exchange/fields.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace coopnet::exchange {
namespace {

/// One field as an attribute: how it is read off an item, and put back.
template <class Item>
struct Field {
  std::string_view name;
  ValueType type;
  std::optional<Value> (*get)(const Item&);
  void (*clear)(Item&);
  bool (*fits)(const Value&);  ///< whether a value of the attribute is one of the field
  void (*put)(Item&, const Value&);
};

bool is_number(const Value& v) {
  return std::holds_alternative<double>(v) || std::holds_alternative<std::int64_t>(v);
}
double number_of(const Value& v) {
  if (const auto* integer = std::get_if<std::int64_t>(&v)) return static_cast<double>(*integer);
  return std::get<double>(v);
}
bool is_text(const Value& v) { return std::holds_alternative<std::string>(v); }
bool is_filled_text(const Value& v) { return is_text(v) && !std::get<std::string>(v).empty(); }

bool is_colour(const Value& v) {
  return is_text(v) && parse_colour(std::get<std::string>(v)).has_value();
}

template <class T>
std::optional<Value> value_of(const std::optional<T>& field) {
  return field ? std::optional<Value>(*field) : std::nullopt;
}

std::optional<Value> text_value(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<Value>(text);
}

using NodeField = Field<NetworkNode>;
using EdgeField = Field<NetworkEdge>;

const NodeField label_field{
    "label",
    ValueType::text,
    [](const NetworkNode& n) { return text_value(n.label); },
    [](NetworkNode& n) { n.label.clear(); },
    is_filled_text,
    [](NetworkNode& n, const Value& v) { n.label = std::get<std::string>(v); }};

const NodeField x_field{"x",
                        ValueType::number,
                        [](const NetworkNode& n) {
                          return n.position ? std::optional<Value>(n.position->x) : std::nullopt;
                        },
                        [](NetworkNode&) {},  // cleared with y
                        is_number,
                        [](NetworkNode& n, const Value& v) {
                          if (!n.position) n.position.emplace();
                          n.position->x = number_of(v);
                        }};

const NodeField y_field{"y",
                        ValueType::number,
                        [](const NetworkNode& n) {
                          return n.position ? std::optional<Value>(n.position->y) : std::nullopt;
                        },
                        [](NetworkNode& n) { n.position.reset(); },
                        is_number,
                        [](NetworkNode& n, const Value& v) {
                          if (!n.position) n.position.emplace();
                          n.position->y = number_of(v);
                        }};

const NodeField colour_field{
    "color",
    ValueType::text,
    [](const NetworkNode& n) {
      return n.colour ? std::optional<Value>(to_text(*n.colour)) : std::nullopt;
    },
    [](NetworkNode& n) { n.colour.reset(); },
    is_colour,
    [](NetworkNode& n, const Value& v) { n.colour = parse_colour(std::get<std::string>(v)); }};

const NodeField size_field{"size",
                           ValueType::number,
                           [](const NetworkNode& n) { return value_of(n.size); },
                           [](NetworkNode& n) { n.size.reset(); },
                           is_number,
                           [](NetworkNode& n, const Value& v) { n.size = number_of(v); }};

std::optional<Value> mode_value(const NetworkNode& n) {
  return n.mode ? std::optional<Value>(std::int64_t{*n.mode}) : std::nullopt;
}
void clear_mode(NetworkNode& n) { n.mode.reset(); }

const NodeField mode_field{
    "bipartite",
    ValueType::integer,
    mode_value,
    clear_mode,
    [](const Value& v) { return is_number(v) && (number_of(v) == 0 || number_of(v) == 1); },
    [](NetworkNode& n, const Value& v) { n.mode = number_of(v) == 1 ? 1 : 0; }};

/// What igraph calls the mode; only read.
const NodeField type_field{
    "type",
    ValueType::boolean,
    mode_value,
    clear_mode,
    [](const Value& v) { return std::holds_alternative<bool>(v); },
    [](NetworkNode& n, const Value& v) { n.mode = std::get<bool>(v) ? 1 : 0; }};

const EdgeField weight_field{"weight",
                             ValueType::number,
                             [](const NetworkEdge& e) { return value_of(e.weight); },
                             [](NetworkEdge& e) { e.weight.reset(); },
                             is_number,
                             [](NetworkEdge& e, const Value& v) { e.weight = number_of(v); }};

const EdgeField id_field{"id",
                         ValueType::text,
                         [](const NetworkEdge& e) { return text_value(e.id); },
                         [](NetworkEdge& e) { e.id.clear(); },
                         is_filled_text,
                         [](NetworkEdge&, const Value&) {}};

template <class Item>
bool is_used(const std::vector<Item>& items, const Field<Item>& field) {
  return std::any_of(items.begin(), items.end(),
                     [&](const Item& item) { return field.get(item).has_value(); });
}

/// Names of attributes that the leading ones need are given up by the others.
void rename_taken(std::vector<Attribute>& attributes, std::size_t fields,
                  const std::vector<std::string_view>& reserved, Diagnostics& told) {
  std::set<std::string, std::less<>> taken(reserved.begin(), reserved.end());
  for (std::size_t i = 0; i < fields; ++i) taken.insert(attributes[i].name);
  std::set<std::string, std::less<>> all = taken;
  for (const auto& attribute : attributes) all.insert(attribute.name);
  for (std::size_t i = fields; i < attributes.size(); ++i) {
    auto& name = attributes[i].name;
    if (!taken.contains(name)) continue;
    const auto fresh = *all.insert(free_name(name, all)).first;
    told.report(Severity::warning, "network-attribute-renamed", {}, "", name, {fresh});
    name = fresh;
  }
}

template <class Item>
void spell_out_items(std::vector<Item>& items, std::vector<Attribute>& attributes,
                     std::vector<Field<Item>> fields, const std::vector<std::string_view>& reserved,
                     Diagnostics& told) {
  std::erase_if(fields, [&](const Field<Item>& f) { return !is_used(items, f); });
  const auto added = static_cast<std::uint32_t>(fields.size());
  for (Item& item : items) {
    AttributeValues values;
    for (std::uint32_t f = 0; f < added; ++f)
      if (auto value = fields[f].get(item)) values.push_back({f, std::move(*value)});
    for (const auto& field : fields) field.clear(item);
    for (auto& value : item.values)
      values.push_back({value.attribute + added, std::move(value.value)});
    item.values = std::move(values);
  }
  std::vector<Attribute> all;
  for (const auto& field : fields) all.push_back({std::string(field.name), field.type});
  all.insert(all.end(), std::make_move_iterator(attributes.begin()),
             std::make_move_iterator(attributes.end()));
  attributes = std::move(all);
  rename_taken(attributes, added, reserved, told);
}

/// Takes one attribute out of the list and of every item.
template <class Item>
void remove_attribute(std::vector<Item>& items, std::vector<Attribute>& attributes,
                      std::uint32_t gone) {
  attributes.erase(attributes.begin() + gone);
  for (Item& item : items) {
    std::erase_if(item.values, [&](const AttributeValue& v) { return v.attribute == gone; });
    for (auto& value : item.values)
      if (value.attribute > gone) --value.attribute;
  }
}

/// The attribute that can be taken for the field, if there is one.
template <class Item>
std::optional<std::uint32_t> adoptable(const std::vector<Item>& items,
                                       const std::vector<Attribute>& attributes,
                                       const Field<Item>& field) {
  const auto found = find_attribute(attributes, field.name);
  if (!found || is_used(items, field)) return std::nullopt;
  for (const Item& item : items) {
    const Value* value = find_value(attributes, item.values, *found);
    if (value != nullptr && !field.fits(*value)) return std::nullopt;
  }
  return found;
}

template <class Item>
void take(std::vector<Item>& items, std::vector<Attribute>& attributes, const Field<Item>& field,
          std::uint32_t attribute) {
  for (Item& item : items)
    if (const Value* value = find_value(attributes, item.values, attribute))
      field.put(item, *value);
  remove_attribute(items, attributes, attribute);
}

template <class Item>
bool adopt(std::vector<Item>& items, std::vector<Attribute>& attributes, const Field<Item>& field) {
  const auto found = adoptable(items, attributes, field);
  if (found) take(items, attributes, field, *found);
  return found.has_value();
}

/// A position needs both of its numbers, in every node that has one of them.
void adopt_position(NetworkFile& network) {
  auto& attributes = network.node_attributes;
  const auto x = adoptable(network.nodes, attributes, x_field);
  const auto y = adoptable(network.nodes, attributes, y_field);
  if (!x || !y) return;
  for (const auto& node : network.nodes)
    if ((find_value(attributes, node.values, *x) == nullptr) !=
        (find_value(attributes, node.values, *y) == nullptr))
      return;
  take(network.nodes, attributes, x_field, *x);
  take(network.nodes, attributes, y_field, *y > *x ? *y - 1 : *y);
}

void adopt_mode(NetworkFile& network) {
  if (network.nodes.empty()) return;
  for (const auto* field : {&mode_field, &type_field}) {
    const auto found = adoptable(network.nodes, network.node_attributes, *field);
    if (!found) continue;
    const auto mode_of = [&](std::uint32_t node) -> std::optional<bool> {
      const Value* v = find_value(network.node_attributes, network.nodes[node].values, *found);
      if (v == nullptr) return std::nullopt;
      const auto* truth = std::get_if<bool>(v);
      return truth != nullptr ? *truth : number_of(*v) == 1;
    };
    const bool joins =
        std::all_of(network.edges.begin(), network.edges.end(), [&](const NetworkEdge& e) {
          const auto a = mode_of(e.source), b = mode_of(e.target);
          return a && b && *a != *b;
        });
    if (joins || field == &mode_field)
      return take(network.nodes, network.node_attributes, *field, *found);
  }
}

}  // namespace

NetworkFile spell_out(NetworkFile network, const Fields& wanted, Diagnostics& told,
                      const ReservedNames& reserved) {
  std::vector<NodeField> nodes;
  if (wanted.label) nodes.push_back(label_field);
  if (wanted.position) nodes.insert(nodes.end(), {x_field, y_field});
  if (wanted.colour) nodes.push_back(colour_field);
  if (wanted.size) nodes.push_back(size_field);
  if (wanted.mode) nodes.push_back(mode_field);
  spell_out_items(network.nodes, network.node_attributes, nodes, reserved.nodes, told);
  std::vector<EdgeField> edges;
  if (wanted.edge_id) edges.push_back(id_field);
  if (wanted.weight) edges.push_back(weight_field);
  spell_out_items(network.edges, network.edge_attributes, edges, reserved.edges, told);
  return network;
}

NetworkFile adopt_fields(NetworkFile network) {
  adopt(network.nodes, network.node_attributes, label_field);
  adopt_position(network);
  adopt(network.nodes, network.node_attributes, colour_field);
  adopt(network.nodes, network.node_attributes, size_field);
  adopt_mode(network);
  adopt(network.edges, network.edge_attributes, weight_field);
  return network;
}

}  // namespace coopnet::exchange
