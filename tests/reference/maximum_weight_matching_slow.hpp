#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"

/// The slow twin of maximum_weight_matching() and optimal_matchings(): the definition, by trying
/// everything. For graphs of up to about 16 vertices.
namespace reference {

using coopnet::algo::MatchingCardinality;
using coopnet::algo::WeightedEdge;

struct SlowMatching {
  std::size_t pairs = 0;
  std::int64_t total = 0;
  friend bool operator==(const SlowMatching&, const SlowMatching&) = default;
};

/// best[S]: the best matching among the vertices of the set S. The lowest vertex of S is left
/// alone or paired with another of S.
inline SlowMatching maximum_weight_matching_slow(std::size_t vertices,
                                                 std::span<const WeightedEdge> edges,
                                                 MatchingCardinality cardinality) {
  constexpr auto absent = std::numeric_limits<std::int64_t>::min();
  std::vector<std::int64_t> weight(vertices * vertices, absent);
  for (const auto& e : edges) {
    weight[e.a * vertices + e.b] = std::max(weight[e.a * vertices + e.b], e.weight);
    weight[e.b * vertices + e.a] = weight[e.a * vertices + e.b];
  }
  const auto better = [cardinality](const SlowMatching& x, const SlowMatching& y) {
    if (cardinality == MatchingCardinality::maximum && x.pairs != y.pairs) return x.pairs > y.pairs;
    return x.total > y.total;
  };
  std::vector<SlowMatching> best(std::size_t{1} << vertices);
  for (std::size_t set = 1; set < best.size(); ++set) {
    std::size_t a = 0;
    while ((set >> a & 1U) == 0) ++a;
    const auto rest = set & ~(std::size_t{1} << a);
    best[set] = best[rest];
    for (std::size_t b = a + 1; b < vertices; ++b) {
      if ((rest >> b & 1U) == 0 || weight[a * vertices + b] == absent) continue;
      auto candidate = best[rest & ~(std::size_t{1} << b)];
      ++candidate.pairs;
      candidate.total += weight[a * vertices + b];
      if (better(candidate, best[set])) best[set] = candidate;
    }
  }
  return best.back();
}

using PairSet = std::set<std::pair<std::uint32_t, std::uint32_t>>;

namespace detail {
inline void extend(std::span<const WeightedEdge> best_edges, std::size_t next, std::uint64_t used,
                   PairSet& chosen, SlowMatching sum, const SlowMatching& wanted,
                   std::set<PairSet>& out) {
  if (next == best_edges.size()) {
    if (sum == wanted) out.insert(chosen);
    return;
  }
  extend(best_edges, next + 1, used, chosen, sum, wanted, out);
  const auto& e = best_edges[next];
  const auto ends = std::uint64_t{1} << e.a | std::uint64_t{1} << e.b;
  if ((used & ends) != 0) return;
  chosen.insert({e.a, e.b});
  extend(best_edges, next + 1, used | ends, chosen, {sum.pairs + 1, sum.total + e.weight}, wanted,
         out);
  chosen.erase({e.a, e.b});
}
}  // namespace detail

/// All optima as sets of pairs; with `any`, of positive weight only.
inline std::set<PairSet> optimal_matchings_slow(std::size_t vertices,
                                                std::span<const WeightedEdge> edges,
                                                MatchingCardinality cardinality) {
  std::vector<WeightedEdge> best;
  for (auto e : edges) {
    if (e.a == e.b || (cardinality == MatchingCardinality::any && e.weight <= 0)) continue;
    if (e.a > e.b) std::swap(e.a, e.b);
    const auto same = std::find_if(best.begin(), best.end(),
                                   [&](const WeightedEdge& x) { return x.a == e.a && x.b == e.b; });
    if (same == best.end()) {
      best.push_back(e);
    } else {
      same->weight = std::max(same->weight, e.weight);
    }
  }
  const auto wanted = maximum_weight_matching_slow(vertices, edges, cardinality);
  std::set<PairSet> out;
  PairSet chosen;
  // With `any` the number of pairs is free: each is tried as the wanted one.
  for (std::size_t pairs = 0; pairs <= vertices / 2; ++pairs)
    if (cardinality == MatchingCardinality::any || pairs == wanted.pairs)
      detail::extend(best, 0, 0, chosen, {}, {pairs, wanted.total}, out);
  return out;
}

}  // namespace reference
