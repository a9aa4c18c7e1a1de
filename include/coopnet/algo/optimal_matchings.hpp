#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"
#include "coopnet/core/stop.hpp"

/// Ties of a maximum weight matching: which pairs are in every optimum, which in some, and how many
/// optima there are.
///
/// Counts:   optima as sets of pairs of vertices; with MatchingCardinality::any only pairs of
///           positive weight. Of parallel edges the best stands for the pair.
/// Method:   a matching is optimal if and only if it agrees with the prices of one optimum: all its
///           pairs are tight, vertices with a price have mates, blossoms are full. So each blossom
///           lets out one vertex, and the optima fall apart into levels: a graph of the outermost
///           nodes, whose perfect matchings are sought, and one of the children of each blossom,
///           without the child that is left by the outside. A vertex that may stay alone is joined
///           to its twin in a mirrored copy of the graph, which makes matchings perfect and changes
///           nothing else. A pair is in some perfect matching if it closes an alternating path from
///           the present mate of one end to the other end: one search for blossoms a vertex finds
///           them all. Optima are listed by choosing a possible partner for one vertex after the
///           other, so that no choice is in vain, and for each connected part alone.
/// Cost:     with t tight pairs among k vertices O(k (t + k^2)) for firm and optional pairs, often
///           near k t; at most the same for each optimum that is listed.
/// Needs:    a matching that verify() accepts, found by maximum_weight_matching() for these edges.
/// Order:    pairs ascend; optima ascend if all are listed.
/// Source:   J. Edmonds, J. Res. NBS 69B, 1965, doi:10.6028/jres.069B.013 (complementary
/// slackness);
///           J. Edmonds, Canad. J. Math. 17, 1965, doi:10.4153/CJM-1965-045-4 (alternating paths).
/// Checked by: tests/reference/maximum_weight_matching_slow.hpp (all matchings).
namespace coopnet::algo {

struct OptimalMatchingsOptions {
  MatchingOptions matching;  ///< those the matching was asked for with
  std::size_t limit = 1000;  ///< optima are counted up to this number; not zero
  bool list = false;         ///< whether to list them
};

struct OptimalMatchings {
  std::vector<MatchedPair> firm;      ///< in every optimum
  std::vector<MatchedPair> optional;  ///< in some, but not in all
  std::size_t count = 0;              ///< optima; if not `exact`, there are more than that
  bool exact = true;
  std::vector<std::vector<MatchedPair>> optima;  ///< `count` of them, if asked for
};

/// See the top of the file. Throws PreconditionError if the limit is zero or verify() refuses the
/// matching.
[[nodiscard]] OptimalMatchings optimal_matchings(std::size_t vertices,
                                                 std::span<const WeightedEdge> edges,
                                                 const Matching& matching,
                                                 const OptimalMatchingsOptions& options = {},
                                                 Progress* progress = nullptr);

}  // namespace coopnet::algo
