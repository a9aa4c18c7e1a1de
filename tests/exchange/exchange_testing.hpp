#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/exchange/formats.hpp"

/// Networks for the tests of the exchange formats.
namespace exchange_testing {

using namespace coopnet::exchange;

inline constexpr std::size_t long_text = 10'000;

/// Texts that break careless writers.
inline const std::vector<std::string>& nasty_texts() {
  static const std::vector<std::string> texts{
      "plain",
      "two words",
      " blanks around ",
      "quotes \"inside\" and 'single'",
      "ends with a quote\"",
      "<b>markup</b> & &amp; entities;",
      "]]> ends CDATA",
      "<![CDATA[x]]>",
      "<!-- comment -->",
      "line one\nline two",
      "carriage\rreturn",
      "tab\there",
      "ends with a backslash\\",
      "\\\"",
      "\\\\",
      "C:\\new\\N\\table",
      "=1+2",
      "+cmd|' /C calc'!A0",
      "@SUM(A1)",
      "شبكة الأمم المتحدة",
      "日本 🇰🇪 😀",
      "e\xCC\x81 combining",
      "% not a comment",
      "*Vertices 3",
      "# hash",
      "// slashes /* and stars */",
      "a;b,c|d",
      "-> -- {}[]",
      "\xE2\x80\xAE right to left",
      std::string(long_text, 'x'),
      "0",
      "NaN",
  };
  return texts;
}

class RandomNetworks {
 public:
  explicit RandomNetworks(std::uint64_t seed) : rng_(seed) {}

  NetworkFile make() {
    NetworkFile out;
    out.directed = flip();
    if (flip()) out.properties.push_back({"title", text()});
    out.node_attributes = attributes();
    out.edge_attributes = attributes();
    const bool placed = flip(), two_mode = below(3) == 0;
    const auto n = below(8);
    for (std::size_t i = 0; i < n; ++i) {
      NetworkNode node{.id = text() + std::to_string(i), .label = flip() ? text() : ""};
      if (placed && flip()) node.position = Position{number(), number()};
      if (flip()) node.colour = Colour{byte(), byte(), byte()};
      if (flip()) node.size = number();
      if (two_mode) node.mode = static_cast<std::uint8_t>(i % 2);
      node.values = values(out.node_attributes);
      out.nodes.push_back(std::move(node));
    }
    const auto m = n == 0 ? 0 : below(12);
    const bool mixed = flip();
    for (std::size_t i = 0; i < m; ++i) {
      NetworkEdge edge{.source = static_cast<std::uint32_t>(below(n)),
                       .target = static_cast<std::uint32_t>(below(n)),
                       .directed = mixed ? flip() : out.directed};
      if (below(3) == 0) edge.id = text() + "e" + std::to_string(i);
      if (flip()) edge.weight = number();
      edge.values = values(out.edge_attributes);
      out.edges.push_back(std::move(edge));
    }
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(rng_.below(n)); }
  bool flip() { return below(2) == 0; }
  std::uint8_t byte() { return static_cast<std::uint8_t>(below(256)); }
  std::string text() { return nasty_texts()[below(nasty_texts().size())]; }
  double number() {
    switch (below(4)) {
      case 0:
        return static_cast<double>(below(1000));
      case 1:
        return rng_.uniform();
      case 2:
        return -1e-300 * rng_.uniform();
      default:
        return 1e300 * rng_.uniform();
    }
  }

  Value value(ValueType type) {
    switch (type) {
      case ValueType::integer:
        return static_cast<std::int64_t>(rng_.next());
      case ValueType::number:
        return number();
      case ValueType::boolean:
        return flip();
      case ValueType::text:
        break;
    }
    return below(6) == 0 ? std::string() : text();
  }

  std::vector<Attribute> attributes() {
    std::vector<Attribute> out;
    const auto count = below(5);
    for (std::size_t i = 0; i < count; ++i) {
      const auto type = static_cast<ValueType>(below(4));
      out.push_back({"a" + std::to_string(i) + text(), type});
      if (below(4) == 0) out.back().otherwise = value(type);
    }
    return out;
  }

  AttributeValues values(const std::vector<Attribute>& all) {
    AttributeValues out;
    for (std::uint32_t a = 0; a < all.size(); ++a)
      if (flip()) out.push_back({a, value(all[a].type)});
    return out;
  }

  coopnet::Rng rng_;
};

/// Texts of the attributes that have one, by name; defaults count.
inline std::map<std::string, std::string> as_texts(const std::vector<Attribute>& attributes,
                                                   const AttributeValues& values) {
  std::map<std::string, std::string> out;
  for (std::uint32_t a = 0; a < attributes.size(); ++a) {
    const Value* value = find_value(attributes, values, a);
    if (value != nullptr && !to_text(*value).empty()) out[attributes[a].name] = to_text(*value);
  }
  return out;
}

/// For the messages of failed tests.
inline std::string shown(const NetworkFile& network, const NetworkNode& node) {
  const auto number = [](const auto& field) { return field ? to_text(Value(*field)) : "-"; };
  std::string out =
      node.id + '|' + node.label + '|' + (node.colour ? to_text(*node.colour) : "-") + '|' +
      number(node.size) + '|' + (node.mode ? std::to_string(*node.mode) : "-") + '|' +
      (node.position ? to_text(node.position->x) + ' ' + to_text(node.position->y) : "-");
  for (const auto& [name, text] : as_texts(network.node_attributes, node.values))
    out += '|' + name + '=' + text;
  return out;
}

/// Ends by id, direction, id, weight, attributes.
inline std::string shown(const NetworkFile& network, const NetworkEdge& edge) {
  std::string out = network.nodes[edge.source].id + (edge.directed ? " -> " : " -- ") +
                    network.nodes[edge.target].id + '|' + edge.id + '|' +
                    (edge.weight ? to_text(*edge.weight) : "-");
  for (const auto& [name, text] : as_texts(network.edge_attributes, edge.values))
    out += '|' + name + '=' + text;
  return out;
}

/// The same items, told by the first that differs.
template <class Items>
void expect_same(const NetworkFile& back, const Items& got, const NetworkFile& network,
                 const Items& expected) {
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i)
    ASSERT_EQ(shown(back, got[i]), shown(network, expected[i])) << i;
}

inline std::string written(const NetworkFile& network, FileFormat format) {
  coopnet::Diagnostics told;
  return write_network(network, format, told);
}

inline NetworkFile read(const std::string& text, FileFormat format) {
  coopnet::Diagnostics findings;
  auto out = read_network(text, format, "file", findings);
  for (const auto& d : findings.all())
    EXPECT_NE(d.severity, coopnet::Severity::error)
        << d.code << ':' << d.where.line << ':' << d.where.column << ' ' << d.value;
  return out;
}

}  // namespace exchange_testing
