#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/algo/detail/key_players_reach.hpp"
#include "coopnet/algo/detail/key_players_split.hpp"
#include "coopnet/algo/maximum_coverage.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Key players: the k vertices that together reach most of a network, or without which it falls
/// apart most. The best set is in general not made of the k best single vertices.
///
/// Counts:   reach: vertices at most `steps` edges away from the set (edges in their direction), or
///           each by 1 / distance; members of the set count 1 each; as a share of all n vertices.
///           split: the share of the pairs of the n - k vertices left that no path joins, or, with
///           distances, 1 minus the mean of 1 / distance (0 where there is no path). Loops and
///           parallel edges change nothing.
/// Method:   reach is maximum coverage: a vertex holds what it reaches; 1 / distance is a sum over
///           the limits "within 1, 2, ... edges", each held or not. Solved there, with its bound.
///           split: greedy, then exchanges of one vertex for another as long as they help; then all
///           sets in lexicographic order, leaving out those of which the edges alone show that they
///           cannot do better: removing r vertices removes at most the sum of the r largest
///           degrees, and the ends of an edge stay joined.
/// Cost:     reach O(n m) and the coverage; memory O(n times the vertices reached). split O(k n m)
///           for greedy (n times that with distances) and for each round of exchanges; all sets at
///           worst C(n, k) m, ended at `most_steps`: then the set of the exchanges is returned, not
///           proved, with the bound that the edges give.
/// Needs:    split: an undirected graph.
/// Order:    reach as in maximum_coverage.hpp. split: ascending; of several optima the first in
///           lexicographic order if all sets could be tried; in greedy and exchanges ties fall to
///           the smaller number.
/// Source:   S. Borgatti, Identifying sets of key players in a social network, Comput. Math. Organ.
///           Theory 12, 2006, doi:10.1007/s10588-006-7084-x.
/// Checked by: tests/reference/key_players_slow.hpp (all sets, distances by relaxation).
namespace coopnet::algo {

struct KeyReach {
  Coverage coverage;                   ///< sets are vertices
  std::uint64_t unit = 1;              ///< what a vertex reached in one step counts in `coverage`
  std::optional<double> value, bound;  ///< shares of the vertices; nothing without vertices
};

/// At most k vertices that reach most; no further one is chosen when all is reached.
template <graph::IndexedGraph G>
[[nodiscard]] KeyReach key_players_reach(const G& g, std::size_t k,
                                         const KeyReachOptions& options = {},
                                         Progress* progress = nullptr) {
  const graph::Rows rows(g);
  const auto sets = detail::reach_sets(rows.view(), options, progress);
  KeyReach out;
  out.unit = detail::reach_unit(options);
  out.coverage = maximum_coverage(sets, k, options.coverage, progress);
  const auto n = rows.view().vertex_count();
  if (n == 0) return out;
  const double all = static_cast<double>(n) * static_cast<double>(out.unit);
  out.value = static_cast<double>(out.coverage.best.covered) / all;
  out.bound = static_cast<double>(out.coverage.upper_bound) / all;
  return out;
}

struct KeySplit {
  std::vector<std::uint32_t> chosen;  ///< ascending; min(k, n) of them
  std::optional<double> value, bound,
      before;  ///< fragmentation without them; no set has more than
               ///< the bound; and with them. Nothing below 2 vertices
  bool optimal = false;
};

template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] KeySplit key_players_split(const G& g, std::size_t k,
                                         const KeySplitOptions& options = {},
                                         Progress* progress = nullptr) {
  const graph::Rows rows(g);
  detail::SplitSearch search(rows.view(), options, progress);
  KeySplit out;
  out.before = search.fragmentation({});
  out.chosen = search.run(k);
  out.value = search.fragmentation(out.chosen);
  out.bound = search.bound(out.chosen.size());
  out.optimal = search.proved();
  return out;
}

/// Fragmentation of what is left without some vertices; nothing if fewer than two are left.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] std::optional<double> fragmentation_without(const G& g,
                                                          std::span<const std::uint32_t> removed,
                                                          const KeySplitOptions& options = {}) {
  const graph::Rows rows(g);
  return detail::SplitSearch(rows.view(), options, nullptr).fragmentation(removed);
}

}  // namespace coopnet::algo
