#pragma once

#include <array>
#include <optional>
#include <vector>

#include "coopnet/analysis/synergy.hpp"

/// Groups that could make a joint pledge, and threes of different kinds around one objective.
namespace coopnet {

/// Pledges of different actors on one tag of the primary facet, every two of which share at least
/// one further weighted tag; together they lie in at least two regions. A group is listed when no
/// further pledge fits, or when it has the largest size.
struct JointGroup {
  TagId tag;
  std::vector<std::uint32_t> items;  ///< ascending
  std::vector<ActorId> actors;       ///< ascending
  std::vector<RegionId> regions;     ///< ascending, those known
  std::vector<TagId> shared_by_all;
  double mean_score = 0;  ///< over the pairs of the group
};

struct JointGroupOptions {
  std::vector<std::uint32_t> facet_weights;  ///< empty: those of the dataset
  std::size_t largest = 5;
  std::size_t top = 20;                  ///< 0: all
  PairFilter filter;                     ///< tag, region, actor and pledge are used
  std::uint64_t most_steps = 5'000'000;  ///< of the search; see JointGroups::complete
};

struct JointGroups {
  ItemSet items;
  std::vector<JointGroup> groups;  ///< mean score descending, then larger, then tag, then items
  std::size_t found = 0;           ///< before `top`
  bool complete = true;            ///< false: the search stopped at most_steps
};

/// Cost: exponential in the worst case only (cliques of at most `largest`), bounded by most_steps.
[[nodiscard]] JointGroups find_joint_groups(const Dataset& data, const Relations& relations,
                                            const Selection& selection,
                                            const JointGroupOptions& options = {});

/// One actor of each of three kinds whose pledges carry the same tag of the primary facet.
struct Triple {
  TagId tag;
  std::array<std::uint32_t, 3> items{};  ///< actors as items, in the order of the kinds
  double mean_score = 0;                 ///< over its three pairs
};

struct Triples {
  ItemSet items;
  std::array<ActorKind, 3> kinds{ActorKind::state, ActorKind::un_entity, ActorKind::civil_society};
  std::array<std::size_t, 3> actors_of_kind{};  ///< with a pledge recorded
  std::vector<Triple> triples;                  ///< mean score descending, then tag, then items
  std::size_t found = 0;
  bool complete = true;
};

[[nodiscard]] Triples find_triples(const Dataset& data, const Relations& relations,
                                   const Selection& selection,
                                   const JointGroupOptions& options = {});

}  // namespace coopnet
