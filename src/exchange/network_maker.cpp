#include "exchange/network_maker.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "exchange/fields.hpp"

namespace coopnet::exchange {
namespace {

/// What a value should have been, in the words of the message.
std::string_view type_word(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return "integer";
    case ValueType::number:
      return "number";
    case ValueType::boolean:
      return "boolean";
    case ValueType::text:
      break;
  }
  return "text";
}

bool is_numeric(ValueType type) { return type == ValueType::integer || type == ValueType::number; }

/// "NaN" and "INF" are numbers in XML; they say that there is none.
bool says_no_number(std::string_view text) {
  auto word = text::lower_ascii(text::trim(text));
  if (word.starts_with('-') || word.starts_with('+')) word.erase(0, 1);
  return word == "nan" || word == "inf" || word == "infinity";
}

}  // namespace

std::optional<std::uint32_t> NetworkMaker::declare(Side side, std::string_view name, ValueType type,
                                                   Spot spot) {
  auto& all = attributes(side);
  if (all.size() >= limits_.tables.columns) {
    findings_.error("network-too-many-attributes", spot,
                    {.args = {std::to_string(limits_.tables.columns)}});
    return std::nullopt;
  }
  if (!fits("", name, spot)) return std::nullopt;
  auto& names = names_[static_cast<std::size_t>(side)];
  const auto known = names.find(name);
  if (known != names.end() && is_numeric(type) && is_numeric(all[known->second].type)) {
    if (all[known->second].type != type)
      widened_[static_cast<std::size_t>(side)].try_emplace(known->second, Spot{0, 0});
    return known->second;
  }
  const std::string wanted(name.empty() ? std::string_view("attribute") : name);
  const std::string own = free_name(wanted, names);
  if (own != name)
    findings_.warning("network-attribute-renamed", spot, {.value = name, .args = {own}});
  const auto index = static_cast<std::uint32_t>(all.size());
  names.emplace(own, index);
  all.push_back({own, type});
  return index;
}

std::optional<std::uint32_t> NetworkMaker::text_attribute(Side side, std::string_view name,
                                                          Spot spot) {
  const auto& names = names_[static_cast<std::size_t>(side)];
  const auto found = names.find(name);
  if (found == names.end()) return declare(side, name, ValueType::text, spot);
  return found->second;
}

bool NetworkMaker::fits(std::string_view field, std::string_view text, Spot spot) {
  if (text.size() <= limits_.tables.field_bytes) return true;
  findings_.error("network-value-too-long", spot,
                  {.field = field, .args = {std::to_string(limits_.tables.field_bytes)}});
  return false;
}

std::optional<Value> NetworkMaker::parsed(Side side, std::uint32_t attribute, std::string_view text,
                                          Spot spot) {
  const auto& [name, type, otherwise] = attributes(side)[attribute];
  if (!fits(name, text, spot)) return std::nullopt;
  auto value = parse_value(text, type);
  if (value) return value;
  if (type == ValueType::integer) {
    if (const auto number = parse_number(text)) {
      widened_[static_cast<std::size_t>(side)].try_emplace(attribute, spot);
      return Value(*number);
    }
  }
  const Severity severity =
      type == ValueType::number && says_no_number(text) ? Severity::warning : Severity::error;
  const io::Detail detail{.field = name, .value = text, .args = {std::string(type_word(type))}};
  if (severity == Severity::warning)
    findings_.warning("network-not-finite", spot, detail);
  else
    findings_.error("network-bad-value", spot, detail);
  return std::nullopt;
}

void NetworkMaker::set_default(Side side, std::uint32_t attribute, std::string_view text,
                               Spot spot) {
  attributes(side)[attribute].otherwise = parsed(side, attribute, text, spot);
}

NetworkNode* NetworkMaker::add_node(std::string_view id, Spot spot) {
  if (id.empty()) {
    findings_.error("network-missing-id", spot, {.args = {"id"}});
    return nullptr;
  }
  if (!fits("id", id, spot)) return nullptr;
  if (network_.nodes.size() >= std::min(limits_.tables.rows, max_rows)) {
    findings_.error("network-too-many-nodes", spot,
                    {.args = {std::to_string(limits_.tables.rows)}});
    return nullptr;
  }
  const auto index = static_cast<std::uint32_t>(network_.nodes.size());
  const auto [known, fresh] = nodes_.try_emplace(std::string(id), index);
  if (!fresh) {
    findings_.error("network-repeated-node", spot,
                    {.value = id, .args = {std::to_string(places_[known->second].line)}});
    return nullptr;
  }
  places_.push_back(spot);
  auto& node = network_.nodes.emplace_back();
  node.id = id;
  node.line = spot.line;
  return &node;
}

NetworkEdge* NetworkMaker::add_edge(std::string_view source, std::string_view target, Spot spot) {
  for (const auto& [end, name] : {std::pair(source, "source"), std::pair(target, "target")}) {
    if (end.empty()) {
      findings_.error("network-missing-id", spot, {.args = {name}});
      return nullptr;
    }
    if (!fits(name, end, spot)) return nullptr;
  }
  ends_.push_back({std::string(source), std::string(target), spot});
  return add_edge(0, 0, spot);
}

NetworkEdge* NetworkMaker::add_edge(std::uint32_t source, std::uint32_t target, Spot spot) {
  auto& edge = network_.edges.emplace_back();
  edge.source = source;
  edge.target = target;
  edge.line = spot.line;
  return &edge;
}

void NetworkMaker::set_edge_id(NetworkEdge& edge, std::string_view id, Spot spot) {
  if (id.empty() || !fits("id", id, spot)) return;
  const auto [known, fresh] = edge_ids_.try_emplace(std::string(id), spot);
  if (fresh)
    edge.id = id;
  else
    findings_.warning("network-repeated-edge", spot,
                      {.value = id, .args = {std::to_string(known->second.line)}});
}

void NetworkMaker::set(AttributeValues& values, Side side, std::uint32_t attribute,
                       std::string_view text, Spot spot) {
  const auto place = std::lower_bound(
      values.begin(), values.end(), attribute,
      [](const AttributeValue& v, std::uint32_t wanted) { return v.attribute < wanted; });
  if (place != values.end() && place->attribute == attribute) {
    findings_.error("network-value-twice", spot,
                    {.field = attributes(side)[attribute].name, .value = text});
    return;
  }
  if (auto value = parsed(side, attribute, text, spot))
    values.insert(place, {attribute, std::move(*value)});
}

std::optional<double> NetworkMaker::number(std::string_view field, std::string_view text,
                                           Spot spot) {
  const auto number = parse_number(text);
  if (!number)
    findings_.error("network-bad-value", spot, {.field = field, .value = text, .args = {"number"}});
  return number;
}

/// Looking for it costs a pass over all ids: only for the first errors, and ids of usual length.
std::string NetworkMaker::nearest_id(const std::string& id) {
  constexpr std::size_t most_hints = 20, most_candidates = 5'000, longest = 100;
  if (hints_ >= most_hints || network_.nodes.size() > most_candidates || id.size() > longest)
    return {};
  ++hints_;
  std::vector<std::string> known;
  for (const auto& node : network_.nodes)
    if (node.id.size() <= longest) known.push_back(node.id);
  return text::nearest(id, known);
}

void NetworkMaker::report_unknown_node(const std::string& id, Spot spot) {
  findings_.error("network-unknown-node", spot, {.value = id, .nearest = nearest_id(id)});
}

void NetworkMaker::resolve_ends() {
  if (ends_.empty()) return;
  std::vector<NetworkEdge> kept;
  kept.reserve(network_.edges.size());
  for (std::size_t i = 0; i < network_.edges.size(); ++i) {
    auto& edge = network_.edges[i];
    const auto source = nodes_.find(ends_[i].source), target = nodes_.find(ends_[i].target);
    if (source == nodes_.end()) report_unknown_node(ends_[i].source, ends_[i].spot);
    if (target == nodes_.end()) report_unknown_node(ends_[i].target, ends_[i].spot);
    if (source == nodes_.end() || target == nodes_.end()) continue;
    edge.source = source->second;
    edge.target = target->second;
    kept.push_back(std::move(edge));
  }
  network_.edges = std::move(kept);
}

/// Whole numbers among decimals become numbers.
void NetworkMaker::widen() {
  const auto as_number = [](Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      value = static_cast<double>(*integer);
  };
  for (const Side side : {Side::nodes, Side::edges}) {
    const auto& widened = widened_[static_cast<std::size_t>(side)];
    if (widened.empty()) continue;
    for (const auto& [attribute, spot] : widened) {
      auto& [name, type, otherwise] = attributes(side)[attribute];
      if (spot.line > 0) findings_.warning("network-type-widened", spot, {.value = name});
      type = ValueType::number;
      if (otherwise) as_number(*otherwise);
    }
    const auto widen_all = [&](auto& items) {
      for (auto& item : items)
        for (auto& value : item.values)
          if (widened.contains(value.attribute)) as_number(value.value);
    };
    if (side == Side::nodes)
      widen_all(network_.nodes);
    else
      widen_all(network_.edges);
  }
}

NetworkFile NetworkMaker::finish(bool adopt) {
  resolve_ends();
  widen();
  findings_.finish();
  return adopt ? adopt_fields(std::move(network_)) : std::move(network_);
}

}  // namespace coopnet::exchange
