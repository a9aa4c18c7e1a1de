#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "support/random_edges.hpp"

/// All distances by relaxing every triple (Floyd and Warshall), all path counts as integers, and
/// betweenness by its definition, pair after pair: the slow twin of betweenness.
namespace reference {

struct SlowArc {
  std::uint32_t from, to;
  std::uint64_t length;
};

/// An undirected edge is an arc each way; with `weighted` false all lengths are 1.
inline std::vector<SlowArc> slow_arcs(const std::vector<coopnet::testing::RandomEdge>& edges,
                                      bool directed, bool weighted) {
  std::vector<SlowArc> out;
  for (const auto& e : edges) {
    const auto length = weighted ? static_cast<std::uint64_t>(e.weight) : 1;
    out.push_back({e.source, e.target, length});
    if (!directed) out.push_back({e.target, e.source, length});
  }
  return out;
}

using SlowDistances = std::vector<std::vector<std::optional<std::uint64_t>>>;

inline SlowDistances all_distances(std::size_t n, const std::vector<SlowArc>& arcs) {
  SlowDistances d(n, std::vector<std::optional<std::uint64_t>>(n));
  const auto improve = [&](std::size_t s, std::size_t t, std::uint64_t length) {
    if (!d[s][t] || length < *d[s][t]) d[s][t] = length;
  };
  for (std::size_t v = 0; v < n; ++v) d[v][v] = 0;
  for (const auto& arc : arcs) improve(arc.from, arc.to, arc.length);
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = 0; t < n; ++t)
        if (d[s][via] && d[via][t]) improve(s, t, *d[s][via] + *d[via][t]);
  return d;
}

/// How many sequences of arcs lead from s to t on shortest ways: those to the last arc's tail.
inline std::uint64_t path_count(const std::vector<SlowArc>& arcs, const SlowDistances& d,
                                std::uint32_t s, std::uint32_t t) {
  if (s == t) return 1;
  std::uint64_t count = 0;
  for (const auto& last : arcs)
    if (last.to == t && d[s][last.from] && *d[s][last.from] + last.length == d[s][t])
      count += path_count(arcs, d, s, last.from);
  return count;
}

inline std::vector<double> betweenness_slow(std::size_t n,
                                            const std::vector<coopnet::testing::RandomEdge>& edges,
                                            bool directed, bool weighted) {
  const auto arcs = slow_arcs(edges, directed, weighted);
  const auto d = all_distances(n, arcs);
  std::vector<std::vector<std::uint64_t>> paths(n, std::vector<std::uint64_t>(n));
  for (std::uint32_t s = 0; s < n; ++s)
    for (std::uint32_t t = 0; t < n; ++t)
      if (d[s][t]) paths[s][t] = path_count(arcs, d, s, t);
  std::vector<double> out(n);
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t s = 0; s < n; ++s)
      for (std::size_t t = directed ? 0 : s + 1; t < n; ++t)
        if (s != t && s != v && t != v && d[s][v] && d[v][t] && *d[s][v] + *d[v][t] == d[s][t])
          out[v] +=
              static_cast<double>(paths[s][v] * paths[v][t]) / static_cast<double>(paths[s][t]);
  return out;
}

}  // namespace reference
