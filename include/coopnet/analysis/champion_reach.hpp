#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/network/meeting_points.hpp"

/// How far actors are from the nearest Champion: one step is a forum or an agreement that both
/// share. And which further Champions would bring most of them within one step.
namespace coopnet {

struct ChampionReachOptions {
  std::string scheme{};             ///< of the regions; empty: the first of the dataset
  std::vector<RegionId> regions{};  ///< only actors that lie in one of them; empty: all
  std::vector<ActorKind> kinds{ActorKind::state};
  std::size_t further = 3;  ///< how many more Champions to choose; 0: none
};

/// A step of a way to a Champion: the meeting point, and whom one meets there.
struct ReachStep {
  Node where;
  ActorId whom;
};

struct ReachRow {
  ActorId actor;
  std::optional<std::uint32_t> steps;  ///< 0: a Champion itself; nothing: no way is recorded
  std::size_t nearest = 0;             ///< Champions at that distance, where it is one step
  std::vector<ReachStep> way;          ///< one shortest way, to a Champion
};

/// Actors of the scope that lie in a region, by distance.
struct ReachRegion {
  std::optional<RegionId> region;  ///< nothing: the region of the actor is not known
  std::size_t actors = 0, champions = 0;
  std::size_t one_step = 0, two_steps = 0, farther = 0, no_way = 0;
};

/// A chosen further Champion.
struct FurtherChampion {
  ActorId actor;
  std::size_t gained = 0;  ///< actors newly within one step, itself included
};

struct ChampionReach {
  std::vector<ActorId> champions;    ///< everywhere, ascending
  std::vector<ReachRow> rows;        ///< actors of the scope, ascending
  std::vector<ReachRegion> regions;  ///< of the scope, in their order; the unknown last, if any
  std::vector<std::pair<ForumId, std::size_t>> forums_without;  ///< no Champion among their members
  std::size_t forums = 0;                                       ///< with members that take part
  std::size_t beyond_one = 0;  ///< actors of the scope more than one step away, or with no way
  std::vector<FurtherChampion> further;  ///< in the order chosen
  std::size_t further_covered = 0;       ///< of beyond_one
  std::size_t further_bound = 0;         ///< no choice of that many covers more than this
  std::size_t further_choices = 0;       ///< equally good choices; 0: not counted
};

/// Cost: O(ties) for the distances; the choice is exact where the search ends within its limit, and
/// otherwise greedy with a bound (algo/maximum_coverage.hpp).
[[nodiscard]] ChampionReach find_champion_reach(const Dataset& data, const Relations& relations,
                                                const Selection& selection,
                                                const ChampionReachOptions& options = {});

}  // namespace coopnet
