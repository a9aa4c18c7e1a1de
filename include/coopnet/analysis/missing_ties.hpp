#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/core/stop.hpp"
#include "coopnet/network/meeting_points.hpp"

/// Who shares priorities and does not meet: pairs of actors with recorded work on the same subjects
/// and no forum, agreement or pledge in common. Which measures could have guessed the ties that are
/// there is tested, and told.
///
/// An actor's priorities are the tags of the primary facet on its pledges, its practices, plans and
/// needs, and its rows of the table of priorities.
namespace coopnet {

struct MissingTiesOptions {
  std::string scheme{};             ///< of the regions; empty: the first of the dataset
  std::vector<RegionId> regions{};  ///< one of the two lies in one of them; empty: anywhere
  std::vector<TagId> tags{};        ///< they share one of these; empty: any
  std::vector<ActorKind> kinds{ActorKind::state};  ///< both are of one of these; empty: any
  std::size_t top = 20;                            ///< pairs kept; 0: all
  std::size_t most_tested = 100'000;               ///< pairs the measures are tested on
};

/// A forum that would bring the two together: one of them belongs to it, the other may join it (it
/// is listed, or where no list is recorded lies in a region of the forum).
struct SharedForumProposal {
  ForumId forum;
  ActorId joins;
  double ways = 0;  ///< three-step ways to it, normalised (algo/three_paths.hpp): the joining
                    ///< actor - a forum of its own - another member - the forum
  std::size_t shared_tags = 0;  ///< of the pair's, that the forum works on
};

struct MissingTie {
  ActorId a, b;                ///< a < b
  std::vector<TagUse> shared;  ///< priorities of both; stated if it is for both
  std::size_t priorities_a = 0, priorities_b = 0;
  double similarity = 0;   ///< weighted Jaccard of the priorities, by rarity
  double relatedness = 0;  ///< mean proximity of a's priorities and b's; equal ones count one
  std::size_t common_neighbours = 0;  ///< actors with a tie to both
  double adamic_adar = 0, resource_allocation = 0;
  double expected = 0;  ///< meeting points in common if all ties were drawn by lot; observed: 0
  std::optional<ActorId> between;  ///< tied to both, and to the fewest others
  std::optional<SharedForumProposal> forum;
};

/// A measure that could guess ties.
enum class TieMeasure : std::uint8_t {
  degree,  ///< product of the two numbers of meeting points: knows nothing of the pair
  similarity,
  relatedness,
  common_neighbours,
  adamic_adar,
  resource_allocation,
};

struct TieCheck {
  TieMeasure measure = TieMeasure::degree;
  std::optional<double>
      auc;  ///< how often a pair with a tie scores higher than one without, ties half
};

struct MissingTies {
  std::vector<MissingTie> ties;
  std::size_t found = 0;  ///< before `top`; 0 with `counted` false: too many to count
  bool counted = true;
  std::size_t actors = 0;                               ///< of the kinds, wherever they lie
  std::size_t with_priorities = 0;                      ///< of those
  std::size_t meeting = 0;                              ///< of those: with a meeting point
  std::size_t forums = 0, agreements = 0, pledges = 0;  ///< with at least two actors
  /// Each tie of the tested pairs with what the two share taken away: could it be guessed?
  std::vector<TieCheck> checks;
  std::size_t tested_with = 0, tested_without = 0;  ///< pairs tested, with a tie and without
  bool sampled = false;                             ///< not all pairs were tested
  /// Which forum an actor belongs to, guessed from three-step ways, against the size of the forum.
  std::optional<double> forum_auc, forum_size_auc;
  std::size_t memberships_tested = 0;
};

/// Order: similarity descending, then resource allocation descending, then ids.
/// Cost: the join of algo/similar_pairs.hpp for the pairs; O(sum over meeting points of actors^2)
/// for the network; tests O(most_tested * actors met).
[[nodiscard]] MissingTies find_missing_ties(const Dataset& data, const Relations& relations,
                                            const Selection& selection,
                                            const MissingTiesOptions& options = {},
                                            Progress* progress = nullptr);

}  // namespace coopnet
