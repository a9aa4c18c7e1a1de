#pragma once

#include <cstddef>
#include <vector>

#include "coopnet/algo/closeness.hpp"
#include "support/random_edges.hpp"

/// Sums of distances, each found by relaxing all edges n times (Bellman and Ford): the slow twin of
/// distance_sums.
namespace reference {

inline coopnet::algo::DistanceSums distance_sums_from(
    std::size_t source, std::size_t n, const std::vector<coopnet::testing::RandomEdge>& edges,
    bool directed, bool weighted) {
  constexpr long far = 1'000'000'000;
  std::vector<long> distance(n, far);
  distance[source] = 0;
  const auto relax = [&](std::size_t from, std::size_t to, long length) {
    if (distance[from] + length < distance[to]) distance[to] = distance[from] + length;
  };
  for (std::size_t round = 0; round < n; ++round)
    for (const auto& e : edges) {
      relax(e.source, e.target, weighted ? e.weight : 1);
      if (!directed) relax(e.target, e.source, weighted ? e.weight : 1);
    }
  coopnet::algo::DistanceSums out;
  for (std::size_t v = 0; v < n; ++v) {
    if (v == source || distance[v] == far) continue;
    ++out.reached;
    out.sum += static_cast<std::uint64_t>(distance[v]);
    out.harmonic += 1 / static_cast<double>(distance[v]);
  }
  return out;
}

}  // namespace reference
