#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// PageRank as a system of linear equations for the full matrix of the walk, solved by elimination.
namespace reference {

struct WalkArc {
  std::uint32_t source, target;
  double weight;
};
using Dense = std::vector<std::vector<double>>;

/// Gaussian elimination with the largest pivot of the column.
inline std::vector<double> solve(Dense a, std::vector<double> b) {
  const auto n = b.size();
  for (std::size_t k = 0; k < n; ++k) {
    std::size_t best = k;
    for (std::size_t i = k; i < n; ++i)
      if (std::abs(a[i][k]) > std::abs(a[best][k])) best = i;
    std::swap(a[k], a[best]);
    std::swap(b[k], b[best]);
    for (std::size_t i = k + 1; i < n; ++i) {
      const double factor = a[i][k] / a[k][k];
      for (std::size_t j = k; j < n; ++j) a[i][j] -= factor * a[k][j];
      b[i] -= factor * b[k];
    }
  }
  for (std::size_t k = n; k-- > 0;) {
    for (std::size_t j = k + 1; j < n; ++j) b[k] -= a[k][j] * b[j];
    b[k] /= a[k][k];
  }
  return b;
}

inline std::vector<double> pagerank_slow(std::size_t n, const std::vector<WalkArc>& arcs,
                                         double damping) {
  Dense step(n, std::vector<double>(n, 0));  // step[v][u]: chance to walk from u to v
  std::vector<double> leaving(n, 0);
  for (const auto& arc : arcs) leaving[arc.source] += arc.weight;
  for (const auto& arc : arcs)
    if (leaving[arc.source] > 0) step[arc.target][arc.source] += arc.weight / leaving[arc.source];
  for (std::size_t u = 0; u < n; ++u)
    for (std::size_t v = 0; v < n && leaving[u] == 0; ++v) step[v][u] = 1 / static_cast<double>(n);
  Dense equations(n, std::vector<double>(n, 0));
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t u = 0; u < n; ++u) equations[v][u] = (u == v ? 1 : 0) - damping * step[v][u];
  return solve(equations, std::vector<double>(n, (1 - damping) / static_cast<double>(n)));
}

}  // namespace reference
