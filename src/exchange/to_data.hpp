#pragma once

#include "coopnet/exchange/to_data.hpp"

namespace coopnet::exchange {

/// Whether every node and every edge has a kind that only the typed graph has.
[[nodiscard]] bool is_typed_graph(const NetworkFile& network);

/// The value of the attribute of this name as text; empty where it is not known.
[[nodiscard]] std::string text_of(const std::vector<Attribute>& attributes,
                                  const AttributeValues& values, std::string_view name);

[[nodiscard]] RawDataset typed_to_dataset(const NetworkFile& network, const std::string& file,
                                          Diagnostics& findings);
[[nodiscard]] RawDataset plain_to_dataset(const NetworkFile& network, const std::string& file,
                                          Diagnostics& findings);

}  // namespace coopnet::exchange
