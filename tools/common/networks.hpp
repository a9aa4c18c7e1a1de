#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/option_set.hpp"
#include "common/options.hpp"
#include "coopnet/network/network.hpp"

namespace coopnet::tools {

/// The word of a network in --network: "actors:forum".
[[nodiscard]] std::string_view network_word(NetworkKind kind);

/// --network: which of the networks of build_network().
struct NetworkOption {
  std::optional<NetworkKind> kind;

  void add_to(OptionSet& options, std::string_view key);
};

/// --objective goes with networks of things that have objectives (UsageError otherwise).
void check_objectives(const FilterOptions& filter, NetworkKind kind);

/// The network; UsageError where it would be too large.
[[nodiscard]] Network build_asked_network(const Dataset& data, const Relations& relations,
                                          const Selection& selection,
                                          const NetworkOptions& options);

}  // namespace coopnet::tools
