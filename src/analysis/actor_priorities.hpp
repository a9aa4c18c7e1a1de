#pragma once

#include <vector>

#include "coopnet/algo/relatedness.hpp"
#include "coopnet/network/relations.hpp"

namespace coopnet {

/// What every actor has recorded work or wishes on, in tags of the primary facet: on its pledges,
/// its practices, plans and needs, and in the table of priorities.
struct ActorPriorities {
  std::vector<std::vector<TagUse>> of;  ///< by actor, ascending; stated if any record states it
  std::vector<std::uint64_t> weight;    ///< rarity of a tag: log2((N + 1) / n) in hundredths, >= 1
  std::vector<double> proximity;        ///< tags x tags of the facet, see algo/relatedness.hpp
  std::vector<std::uint32_t> column;    ///< tag -> column of proximity, or none
  std::size_t columns = 0;

  static constexpr std::uint32_t none = ~0U;

  /// Weighted Jaccard of two actors' priorities.
  [[nodiscard]] double similarity(ActorId a, ActorId b) const;
  /// Mean proximity over all pairs of their priorities, one for equal tags; 0 where one has none.
  [[nodiscard]] double relatedness(ActorId a, ActorId b) const;
};

/// Cost: O(ties + actors * tags^2).
[[nodiscard]] ActorPriorities collect_priorities(const Dataset& data, const Relations& relations,
                                                 const Selection& selection);

}  // namespace coopnet
