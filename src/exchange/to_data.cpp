#include "exchange/to_data.hpp"

#include <algorithm>

#include "exchange/kinds.hpp"
#include "exchange/table_columns.hpp"

namespace coopnet::exchange {
namespace {

template <class Words>
bool have_words(const std::vector<Attribute>& attributes, const auto& items, const Words& words) {
  const auto kind = find_attribute(attributes, kind_attribute);
  if (!kind || attributes[*kind].type != ValueType::text) return items.empty();
  return std::all_of(items.begin(), items.end(), [&](const auto& item) {
    const Value* value = find_value(attributes, item.values, *kind);
    return value != nullptr && place_of(words, std::get<std::string>(*value)).has_value();
  });
}

/// What tables take: every row a cell for each column, and its own copy of a default.
struct Cost {
  std::size_t cells = 0, repeated = 0;

  void add(const std::vector<Attribute>& attributes, std::size_t rows) {
    constexpr std::size_t own_columns = 4;
    cells += rows * (attributes.size() + own_columns);
    for (const auto& a : attributes)
      if (a.otherwise) repeated += rows * to_text(*a.otherwise).size();
  }
};

bool fits_tables(const NetworkFile& network, const std::string& file, Diagnostics& findings) {
  Cost cost;
  cost.add(network.node_attributes, network.nodes.size());
  cost.add(network.edge_attributes, network.edges.size());
  if (cost.repeated > most_repeated_bytes)
    findings.report(Severity::error, "network-too-much-text", {file, 0, 0}, "", "");
  else if (cost.cells > most_table_cells)
    findings.report(Severity::error, "network-too-many-values", {file, 0, 0}, "", "",
                    {std::to_string(most_table_cells)});
  else
    return true;
  return false;
}

}  // namespace

std::string text_of(const std::vector<Attribute>& attributes, const AttributeValues& values,
                    std::string_view name) {
  const auto found = find_attribute(attributes, name);
  const Value* value = found ? find_value(attributes, values, *found) : nullptr;
  return value == nullptr ? std::string() : to_text(*value);
}

bool is_typed_graph(const NetworkFile& network) {
  return !network.nodes.empty() &&
         have_words(network.node_attributes, network.nodes, node_kind_words) &&
         have_words(network.edge_attributes, network.edges, tie_kind_words);
}

RawDataset to_dataset(const NetworkFile& network, const std::string& file, Diagnostics& findings) {
  if (!fits_tables(network, file, findings)) return {};
  return is_typed_graph(network) ? typed_to_dataset(network, file, findings)
                                 : plain_to_dataset(network, file, findings);
}

}  // namespace coopnet::exchange
