#pragma once

#include <algorithm>

#include "coopnet/analysis/select.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {

template <class T>
[[nodiscard]] bool any_or_listed(const std::vector<T>& list, const T& value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

/// Which actors a filter admits.
[[nodiscard]] inline ActorScope admitted_actors(const Dataset& data, const Selection& selection,
                                                const SelectFilter& filter) {
  return ActorScope(data, selection, "", filter.regions, filter.kinds);
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
