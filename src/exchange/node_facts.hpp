#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/exchange/network_file.hpp"
#include "coopnet/network/cooperation_graph.hpp"
#include "coopnet/network/region_colours.hpp"

namespace coopnet::exchange {

/// Attributes of one side by name, made at their first use.
class AttributeNames {
 public:
  explicit AttributeNames(std::vector<Attribute>& attributes) : attributes_(attributes) {}

  std::uint32_t of(std::string_view name, ValueType type = ValueType::text);
  /// Gives a value, unless it is an empty text.
  void put(AttributeValues& values, std::string_view name, Value value);

 private:
  std::vector<Attribute>& attributes_;
  std::unordered_map<std::string, std::uint32_t> index_;
};

/// What every file says about a row: label, kind, subkind, region, colour.
class NodeFacts {
 public:
  explicit NodeFacts(const Dataset& data) : data_(data), colours_(data) {}

  /// Without id. The values ascend.
  [[nodiscard]] NetworkNode describe(Node node, AttributeNames& names) const;
  [[nodiscard]] const std::string& id(Node node) const;

 private:
  [[nodiscard]] std::string label(Node node) const;
  [[nodiscard]] std::string_view subkind(Node node) const;
  [[nodiscard]] std::vector<RegionId> regions(Node node) const;

  const Dataset& data_;
  RegionColours colours_;
};

}  // namespace coopnet::exchange
