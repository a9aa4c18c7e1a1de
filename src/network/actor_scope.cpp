#include "network/actor_scope.hpp"

#include <algorithm>

namespace coopnet {

ActorScope::ActorScope(const Dataset& data, const Selection& selection, std::string_view scheme,
                       const std::vector<RegionId>& regions, const std::vector<ActorKind>& kinds)
    : scheme_(scheme.empty() ? data.primary_scheme() : scheme), wanted_(regions) {
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    const auto actor = ActorId::at(i);
    const auto& own = regions_.emplace_back(data.regions_of(actor, scheme_));
    const bool fits = kinds.empty() ||
                      std::find(kinds.begin(), kinds.end(), data.actors[actor].kind) != kinds.end();
    const auto lies_in = [&](RegionId region) {
      const auto& row = data.regions[region];
      if (row.scheme == scheme_) return std::binary_search(own.begin(), own.end(), region);
      const auto others = data.regions_of(actor, row.scheme);
      return std::binary_search(others.begin(), others.end(), region);
    };
    const bool there = wants_all_regions() || std::any_of(regions.begin(), regions.end(), lies_in);
    counts_.push_back(selection.actors[i] && fits);
    lies_there_.push_back(selection.actors[i] && there);
  }
}

bool ActorScope::wants(RegionId region) const {
  return wants_all_regions() || std::find(wanted_.begin(), wanted_.end(), region) != wanted_.end();
}

bool ActorScope::wants_any(const std::vector<RegionUse>& regions) const {
  return wants_all_regions() || std::any_of(regions.begin(), regions.end(),
                                            [&](const RegionUse& use) { return wants(use.id); });
}

}  // namespace coopnet
