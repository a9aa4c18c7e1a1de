#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "coopnet/algo/cut_points.hpp"

/// Cut points by leaving out every vertex and every edge once and labelling what is left.
namespace reference {

using coopnet::algo::Bridge;
using coopnet::algo::CutPoint;
using coopnet::algo::CutPoints;
using EdgeList = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline constexpr std::uint32_t nobody = 0xffffffffU;

/// The smallest vertex connected to each vertex, by spreading labels until nothing changes;
/// without one vertex (which gets `nobody`) and without the edge at one position.
inline std::vector<std::uint32_t> labels(std::size_t n, const EdgeList& edges,
                                         std::uint32_t without_vertex = nobody,
                                         std::size_t without_edge = nobody) {
  std::vector<std::uint32_t> label(n);
  for (std::uint32_t v = 0; v < n; ++v) label[v] = v == without_vertex ? nobody : v;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      auto& x = label[edges[i].first];
      auto& y = label[edges[i].second];
      if (i == without_edge || x == nobody || y == nobody || x == y) continue;
      x = y = std::min(x, y);
      changed = true;
    }
  }
  return label;
}

inline std::uint32_t size_of(const std::vector<std::uint32_t>& label, std::uint32_t wanted) {
  return static_cast<std::uint32_t>(std::count(label.begin(), label.end(), wanted));
}

/// The pieces of the component of v without v, as lists, each ascending.
inline std::vector<std::vector<std::uint32_t>> members_without_slow(std::size_t n,
                                                                    const EdgeList& edges,
                                                                    std::uint32_t v) {
  const auto whole = labels(n, edges);
  const auto left = labels(n, edges, v);
  std::vector<std::vector<std::uint32_t>> parts;
  for (std::uint32_t first = 0; first < n; ++first) {
    if (first == v || left[first] != first || whole[first] != whole[v]) continue;
    parts.emplace_back();
    for (std::uint32_t w = 0; w < n; ++w)
      if (left[w] == first) parts.back().push_back(w);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& x, const auto& y) { return x.size() > y.size(); });
  return parts;
}

inline CutPoints cut_points_slow(std::size_t n, EdgeList edges) {
  for (auto& [a, b] : edges)
    if (a > b) std::swap(a, b);
  std::sort(edges.begin(), edges.end());
  CutPoints out;
  const auto whole = labels(n, edges);
  out.component.resize(n);
  for (std::uint32_t v = 0; v < n; ++v) {
    if (whole[v] == v) out.component_size.push_back(size_of(whole, v));
    out.component[v] = whole[v] == v ? static_cast<std::uint32_t>(out.component_size.size() - 1)
                                     : out.component[whole[v]];
    const auto parts = members_without_slow(n, edges, v);
    if (parts.size() < 2) continue;
    out.points.push_back({v, {}});
    for (const auto& part : parts)
      out.points.back().pieces.push_back(static_cast<std::uint32_t>(part.size()));
  }
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const auto [a, b] = edges[i];
    const auto left = labels(n, edges, nobody, i);
    if (left[a] != left[b])
      out.bridges.push_back({a, b, size_of(left, left[a]), size_of(left, left[b])});
  }
  return out;
}

}  // namespace reference
