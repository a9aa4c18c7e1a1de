#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "coopnet/core/rng.hpp"

namespace coopnet::testing {

struct RandomEdge {
  std::uint32_t source;
  std::uint32_t target;
  int weight;  // 1..9
};

/// A graph with loops and parallel edges, as a list; `vertices` may be zero (then no edges).
inline std::vector<RandomEdge> random_multigraph(std::uint64_t seed, std::size_t vertices,
                                                 std::size_t edges) {
  Rng rng(seed);
  std::vector<RandomEdge> result;
  for (std::size_t i = 0; i < edges && vertices > 0; ++i) {
    const auto source = static_cast<std::uint32_t>(rng.below(vertices));
    const auto target = static_cast<std::uint32_t>(rng.below(vertices));
    result.push_back({source, target, static_cast<int>(rng.below(9)) + 1});
  }
  return result;
}

/// The same without loops and without a second edge between two vertices, in either direction.
inline std::vector<RandomEdge> random_simple_graph(std::uint64_t seed, std::size_t vertices,
                                                   std::size_t attempts) {
  std::vector<RandomEdge> result;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
  for (const auto& edge : random_multigraph(seed, vertices, attempts)) {
    const auto ends = std::minmax(edge.source, edge.target);
    if (ends.first != ends.second && seen.insert(ends).second) result.push_back(edge);
  }
  return result;
}

}  // namespace coopnet::testing
