#include "coopnet/exchange/network_file.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <tuple>
#include <unordered_set>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::exchange {

bool operator==(const NetworkNode& a, const NetworkNode& b) {
  const auto parts = [](const NetworkNode& n) {
    return std::tie(n.id, n.label, n.values, n.position, n.colour, n.size, n.mode);
  };
  return parts(a) == parts(b);
}

bool operator==(const NetworkEdge& a, const NetworkEdge& b) {
  const auto parts = [](const NetworkEdge& e) {
    return std::tie(e.source, e.target, e.directed, e.id, e.weight, e.values);
  };
  return parts(a) == parts(b);
}

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw PreconditionError(std::string("network: ") + what);
}

void require_text(std::string_view text) {
  require(!text::first_invalid_utf8(text), "a text is not UTF-8");
}

void require_number(const std::optional<double>& number) {
  require(!number || std::isfinite(*number), "a number is not finite");
}

void check_value(const Value& value, ValueType type) {
  require(type_of(value) == type, "a value has another type than its attribute");
  if (const auto* text = std::get_if<std::string>(&value)) require_text(*text);
  if (const auto* number = std::get_if<double>(&value)) require_number(*number);
}

/// Ids are compared where they stand, so the set holds no copies.
using Seen = std::unordered_set<std::string_view>;

void check_attributes(const std::vector<Attribute>& attributes) {
  Seen names;
  for (const auto& a : attributes) {
    require(!a.name.empty() && names.insert(a.name).second, "names of attributes must be unique");
    require_text(a.name);
    if (a.otherwise) check_value(*a.otherwise, a.type);
  }
}

void check_values(const AttributeValues& values, const std::vector<Attribute>& attributes) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    require(values[i].attribute < attributes.size(), "an attribute does not exist");
    require(i == 0 || values[i - 1].attribute < values[i].attribute, "values must ascend");
    check_value(values[i].value, attributes[values[i].attribute].type);
  }
}

}  // namespace

void validate(const NetworkFile& network) {
  check_attributes(network.node_attributes);
  check_attributes(network.edge_attributes);
  for (const auto& property : network.properties) {
    require(!property.name.empty(), "a property needs a name");
    require_text(property.name);
    require_text(property.text);
  }
  Seen ids;
  ids.reserve(network.nodes.size());
  for (const auto& node : network.nodes) {
    require(!node.id.empty() && ids.insert(node.id).second, "ids of nodes must be unique");
    require_text(node.id);
    require_text(node.label);
    require(node.mode.value_or(0) <= 1, "a mode is neither 0 nor 1");
    if (node.position) {
      require_number(node.position->x);
      require_number(node.position->y);
    }
    require_number(node.size);
    check_values(node.values, network.node_attributes);
  }
  Seen edge_ids;
  for (const auto& edge : network.edges) {
    const auto end = std::max(edge.source, edge.target);
    require(end < network.nodes.size(), "an edge ends nowhere");
    require(edge.id.empty() || edge_ids.insert(edge.id).second, "ids of edges must be unique");
    require_text(edge.id);
    require_number(edge.weight);
    check_values(edge.values, network.edge_attributes);
  }
}

const Value* find_value(const std::vector<Attribute>& attributes, const AttributeValues& values,
                        std::uint32_t attribute) {
  const auto place = std::lower_bound(
      values.begin(), values.end(), attribute,
      [](const AttributeValue& v, std::uint32_t wanted) { return v.attribute < wanted; });
  if (place != values.end() && place->attribute == attribute) return &place->value;
  const auto& otherwise = attributes[attribute].otherwise;
  return otherwise ? &*otherwise : nullptr;
}

std::optional<std::uint32_t> find_attribute(const std::vector<Attribute>& attributes,
                                            std::string_view name) {
  for (std::uint32_t i = 0; i < attributes.size(); ++i)
    if (attributes[i].name == name) return i;
  return std::nullopt;
}

bool is_two_mode(const NetworkFile& network) {
  return std::all_of(network.nodes.begin(), network.nodes.end(),
                     [](const NetworkNode& n) { return n.mode.has_value(); }) &&
         std::all_of(network.edges.begin(), network.edges.end(), [&](const NetworkEdge& e) {
           return network.nodes[e.source].mode != network.nodes[e.target].mode;
         });
}

std::string to_text(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
  std::array<char, 40> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::get<double>(value)).ptr;
  return {buffer.data(), end};
}

std::string to_text(Colour colour) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "#";
  for (const unsigned part : {colour.red, colour.green, colour.blue})
    (out += digits[part >> 4U]) += digits[part & 15U];
  return out;
}

namespace {

/// from_chars knows no plus sign.
std::string_view without_plus(std::string_view text) {
  text = text::trim(text);
  const bool signed_number = text.size() > 1 && text[0] == '+' && text[1] != '-';
  return signed_number ? text.substr(1) : text;
}

template <class T>
std::optional<T> parse_whole(std::string_view text, auto... how) {
  T out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out, how...);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return out;
}

std::optional<bool> parse_boolean(std::string_view text) {
  const auto word = text::lower_ascii(text::trim(text));
  if (word == "true" || word == "1" || word == "yes") return true;
  if (word == "false" || word == "0" || word == "no") return false;
  return std::nullopt;
}

template <class T>
std::optional<Value> as_value(std::optional<T> parsed) {
  return parsed ? std::optional<Value>(std::in_place, *parsed) : std::nullopt;
}

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  const auto number = parse_whole<double>(without_plus(text));
  return number && std::isfinite(*number) ? number : std::nullopt;
}

std::optional<Value> parse_value(std::string_view text, ValueType type) {
  switch (type) {
    case ValueType::integer:
      return as_value(parse_whole<std::int64_t>(without_plus(text)));
    case ValueType::number:
      return as_value(parse_number(text));
    case ValueType::boolean:
      return as_value(parse_boolean(text));
    case ValueType::text:
      break;
  }
  return Value(std::string(text));
}

std::optional<Colour> parse_colour(std::string_view text) {
  text = text::trim(text);
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  std::string digits;
  for (const char c : text) digits.append(text.size() == 3 ? 2 : 1, c);
  if (digits.size() != 6) return std::nullopt;
  const auto number = parse_whole<std::uint32_t>(digits, 16);
  if (!number) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(*number >> 16U), static_cast<std::uint8_t>(*number >> 8U),
                static_cast<std::uint8_t>(*number)};
}

}  // namespace coopnet::exchange
