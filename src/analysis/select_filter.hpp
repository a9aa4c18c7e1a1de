#pragma once

#include <algorithm>

#include "coopnet/analysis/select.hpp"

namespace coopnet {

template <class T>
[[nodiscard]] bool any_or_listed(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Which actors a filter admits, by actor.
[[nodiscard]] inline std::vector<bool> admitted_actors(const Dataset& data,
                                                       const Selection& selection,
                                                       const SelectFilter& filter) {
  std::vector<bool> out(data.actors.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!selection.actors[i] || !any_or_listed(filter.kinds, data.actors.rows[i].kind)) continue;
    const auto lies_in = [&](RegionId region) {
      const auto own = data.regions_of(ActorId::at(i), data.regions[region].scheme);
      return std::find(own.begin(), own.end(), region) != own.end();
    };
    out[i] = filter.regions.empty() ||
             std::any_of(filter.regions.begin(), filter.regions.end(), lies_in);
  }
  return out;
}

/// Which tags count as objectives, by tag.
[[nodiscard]] inline std::vector<bool> admitted_objectives(const Dataset& data,
                                                           const SelectFilter& filter) {
  std::vector<bool> out(data.tags.size());
  for (std::size_t t = 0; t < out.size(); ++t)
    out[t] = data.tags.rows[t].facet == data.info.primary_facet &&
             any_or_listed(filter.objectives, TagId::at(t));
  return out;
}

}  // namespace coopnet
