#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Brokerage by the definition: every triple of vertices is looked at in a matrix of arcs; and the
/// moments of the counts by going through every digraph on the vertices.
namespace reference {

using Arcs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
using Matrix = std::vector<std::vector<char>>;
using SixCounts = std::array<std::uint64_t, 6>;

inline Matrix matrix_of(std::size_t n, const Arcs& arcs) {
  Matrix out(n, std::vector<char>(n, 0));
  for (const auto& [a, b] : arcs) out[a][b] = a != b ? 1 : 0;
  return out;
}

inline std::vector<SixCounts> brokerage_slow(const Matrix& arc,
                                             const std::vector<std::uint32_t>& group) {
  const auto n = group.size();
  std::vector<SixCounts> out(n, SixCounts{});
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        if (a == b || arc[a][v] == 0 || arc[v][b] == 0 || arc[a][b] != 0) continue;
        const bool av = group[a] == group[v];
        const bool vb = group[v] == group[b];
        const bool ab = group[a] == group[b];
        ++out[v][5];
        if (av && vb) ++out[v][0];
        if (ab && !av) ++out[v][1];
        if (av && !vb) ++out[v][2];
        if (!av && vb) ++out[v][3];
        if (!av && !vb && !ab) ++out[v][4];
      }
  return out;
}

struct SlowMoments {
  std::array<double, 6> mean{};
  std::array<double, 6> variance{};
};

/// Of each vertex, over all 2^(n(n-1)) digraphs with independent arcs of one probability.
inline std::vector<SlowMoments> brokerage_moments_slow(const std::vector<std::uint32_t>& group,
                                                       double density) {
  const auto n = group.size();
  const auto places = n * (n - 1);
  std::vector<SlowMoments> out(n);
  for (std::uint64_t code = 0; code < std::uint64_t{1} << places; ++code) {
    Matrix arc(n, std::vector<char>(n, 0));
    double chance = 1;
    auto rest = code;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        if (a == b) continue;
        arc[a][b] = static_cast<char>(rest & 1U);
        chance *= arc[a][b] != 0 ? density : 1 - density;
        rest >>= 1U;
      }
    const auto counts = brokerage_slow(arc, group);
    for (std::size_t v = 0; v < n; ++v)
      for (std::size_t r = 0; r < 6; ++r) {
        const auto count = static_cast<double>(counts[v][r]);
        out[v].mean[r] += chance * count;
        out[v].variance[r] += chance * count * count;
      }
  }
  for (auto& moments : out)
    for (std::size_t r = 0; r < 6; ++r) moments.variance[r] -= moments.mean[r] * moments.mean[r];
  return out;
}

}  // namespace reference
