#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Burt's formulas on full matrices. a[i][j]: weight of the edges from i to j (in a graph without
/// directions: between i and j, in both places); the diagonal is ignored.
namespace reference {

using Matrix = std::vector<std::vector<double>>;

struct HoleSlow {
  std::optional<double> constraint, effective_size;
};

inline HoleSlow structural_hole_slow(const Matrix& a, std::size_t i) {
  const std::size_t n = a.size();
  const auto mutual = [&](std::size_t x, std::size_t y) {
    return x == y ? 0.0 : a[x][y] + a[y][x];
  };
  const auto p = [&](std::size_t x, std::size_t y) {
    double sum = 0;
    for (std::size_t q = 0; q < n; ++q) sum += mutual(x, q);
    return sum == 0 ? 0 : mutual(x, y) / sum;
  };
  const auto m = [&](std::size_t x, std::size_t y) {
    double most = 0;
    for (std::size_t q = 0; q < n; ++q) most = std::max(most, mutual(x, q));
    return most == 0 ? 0 : mutual(x, y) / most;
  };
  HoleSlow out;
  for (std::size_t j = 0; j < n; ++j) {
    if (mutual(i, j) == 0) continue;
    double invested = p(i, j), redundant = 0;
    for (std::size_t q = 0; q < n; ++q) {
      if (q == i || q == j) continue;
      invested += p(i, q) * p(q, j);
      redundant += p(i, q) * m(j, q);
    }
    out.constraint = out.constraint.value_or(0) + invested * invested;
    out.effective_size = out.effective_size.value_or(0) + 1 - redundant;
  }
  return out;
}

}  // namespace reference
