#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

/// Scores of all pairs of vertices from sets of neighbours.
namespace reference {

using Sets = std::vector<std::set<std::uint32_t>>;

struct ScoresSlow {
  std::vector<std::uint32_t> common;
  double adamic_adar = 0, resource_allocation = 0, preferential_attachment = 0;
};

template <class Edges>
Sets neighbour_sets(std::size_t vertices, const Edges& edges) {
  Sets out(vertices);
  for (const auto& e : edges) {
    if (e.source == e.target) continue;
    out[e.source].insert(e.target);
    out[e.target].insert(e.source);
  }
  return out;
}

inline ScoresSlow scores_slow(const Sets& sets, std::uint32_t a, std::uint32_t b) {
  ScoresSlow out;
  std::set_intersection(sets[a].begin(), sets[a].end(), sets[b].begin(), sets[b].end(),
                        std::back_inserter(out.common));
  for (const auto z : out.common) {
    const auto degree = static_cast<double>(sets[z].size());
    out.adamic_adar += 1 / std::log(degree);
    out.resource_allocation += 1 / degree;
  }
  out.preferential_attachment = static_cast<double>(sets[a].size() * sets[b].size());
  return out;
}

/// Pairs a < b that are not linked and share a neighbour.
inline std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_at_two_slow(const Sets& sets) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
  for (std::uint32_t a = 0; a < sets.size(); ++a)
    for (std::uint32_t b = a + 1; b < sets.size(); ++b)
      if (!sets[a].count(b) && !scores_slow(sets, a, b).common.empty()) out.push_back({a, b});
  return out;
}

}  // namespace reference
