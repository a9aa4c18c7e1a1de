#include "common/networks.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "common/failure.hpp"
#include "common/words.hpp"

namespace coopnet::tools {
namespace {

constexpr std::array network_words{
    std::string_view("actors:forum"),  std::string_view("actors:agreement"),
    std::string_view("actors:pledge"), std::string_view("actors:exchange"),
    std::string_view("forums:member"), std::string_view("pledges:tag"),
    std::string_view("two-mode")};

}  // namespace

std::string_view network_word(NetworkKind kind) {
  return network_words[static_cast<std::size_t>(kind)];
}

void NetworkOption::add_to(OptionSet& options, std::string_view key) {
  const auto take = [this](const std::string& given) {
    const auto place = std::find(network_words.begin(), network_words.end(), given);
    if (place == network_words.end())
      refuse_value("--network", given,
                   std::vector<std::string>{network_words.begin(), network_words.end()});
    kind = static_cast<NetworkKind>(place - network_words.begin());
  };
  options.custom("--network", "NETWORK", take, key);
}

void check_objectives(const FilterOptions& filter, NetworkKind kind) {
  const bool by_subject = kind == NetworkKind::forums_by_member ||
                          kind == NetworkKind::pledges_by_tag || kind == NetworkKind::two_mode;
  if (!filter.objectives.empty() && !by_subject) throw UsageError(msg("rank.objective-not-here"));
}

Network build_asked_network(const Dataset& data, const Relations& relations,
                            const Selection& selection, const NetworkOptions& options) {
  auto network = build_network(data, relations, selection, options);
  if (network.oversize > 0)
    throw UsageError(msg("rank.oversize", {network.oversize, most_network_pairs}));
  return network;
}

}  // namespace coopnet::tools
