#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// Core numbers by the definition: for every k anew, vertices with fewer than k edges to those left
/// are taken away until there is none; who is left has a core number of at least k.
namespace reference {

using EdgeList = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline std::vector<std::uint32_t> core_numbers_slow(std::size_t n, const EdgeList& edges) {
  std::vector<std::uint32_t> out(n, 0);
  for (std::uint32_t k = 1; k <= edges.size(); ++k) {
    std::vector<char> left(n, 1);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::uint32_t v = 0; v < n; ++v) {
        std::uint32_t degree = 0;
        for (const auto& [a, b] : edges)
          if (a != b && (a == v || b == v) && left[a] != 0 && left[b] != 0) ++degree;
        if (left[v] == 0 || degree >= k) continue;
        left[v] = 0;
        changed = true;
      }
    }
    for (std::size_t v = 0; v < n; ++v)
      if (left[v] != 0) out[v] = k;
  }
  return out;
}

}  // namespace reference
