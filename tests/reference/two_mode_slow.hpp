#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Two-mode measures from the table of edges alone.
namespace reference {

using Adjacency = std::vector<std::vector<bool>>;

/// Distances and numbers of shortest paths from the powers of the adjacency matrix: the first power
/// in which (s, t) is not zero is the distance, and what stands there the number of paths.
struct PathsSlow {
  std::vector<std::vector<std::size_t>> distance;  // 0 where there is no path
  std::vector<std::vector<double>> paths;

  explicit PathsSlow(const Adjacency& a) {
    const std::size_t n = a.size();
    distance.assign(n, std::vector<std::size_t>(n, 0));
    paths.assign(n, std::vector<double>(n, 0));
    std::vector<std::vector<double>> walks(n, std::vector<double>(n, 0));
    for (std::size_t v = 0; v < n; ++v) walks[v][v] = 1;
    for (std::size_t length = 1; length < n; ++length) {
      std::vector<std::vector<double>> next(n, std::vector<double>(n, 0));
      for (std::size_t s = 0; s < n; ++s)
        for (std::size_t t = 0; t < n; ++t)
          for (std::size_t v = 0; v < n; ++v)
            if (a[v][t]) next[s][t] += walks[s][v];
      walks = next;
      for (std::size_t s = 0; s < n; ++s)
        for (std::size_t t = 0; t < n; ++t)
          if (s != t && distance[s][t] == 0 && walks[s][t] > 0) {
            distance[s][t] = length;
            paths[s][t] = walks[s][t];
          }
    }
  }

  [[nodiscard]] double betweenness(std::size_t v) const {
    double sum = 0;
    for (std::size_t s = 0; s < paths.size(); ++s)
      for (std::size_t t = 0; t < s; ++t)
        if (s != v && t != v && distance[s][t] > 0 && distance[s][v] > 0 && distance[v][t] > 0 &&
            distance[s][v] + distance[v][t] == distance[s][t])
          sum += paths[s][v] * paths[v][t] / paths[s][t];
    return sum;
  }
  /// Sum of distances to all others, if all are reached.
  [[nodiscard]] std::optional<std::size_t> total_distance(std::size_t v) const {
    std::size_t sum = 0;
    for (std::size_t t = 0; t < paths.size(); ++t) {
      if (t == v) continue;
      if (distance[v][t] == 0) return std::nullopt;
      sum += distance[v][t];
    }
    return sum;
  }
};

/// Closed and open walks over four distinct vertices, each found from every start and direction.
inline std::array<std::uint64_t, 2> cycles_and_paths_slow(const Adjacency& a) {
  std::uint64_t cycles = 0, paths = 0;
  const std::size_t n = a.size();
  for (std::size_t p = 0; p < n; ++p)
    for (std::size_t q = 0; q < n; ++q)
      for (std::size_t r = 0; r < n; ++r)
        for (std::size_t s = 0; s < n; ++s) {
          if (p == r || p == s || q == s || !a[p][q] || !a[q][r] || !a[r][s]) continue;
          ++paths;
          if (a[s][p]) ++cycles;
        }
  return {cycles / 8, paths / 2};
}

}  // namespace reference
