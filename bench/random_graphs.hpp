#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"

/// Undirected graphs for benches: no loops, no parallel edges, the same ones at each run.
namespace coopnet::bench {

struct EdgeList {
  std::size_t vertices = 0;
  std::vector<std::array<std::uint32_t, 2>> edges;
};

/// Sorts the edges and drops what is not simple.
inline EdgeList simple(std::size_t vertices, std::vector<std::array<std::uint32_t, 2>> edges) {
  for (auto& [a, b] : edges)
    if (a > b) std::swap(a, b);
  std::erase_if(edges, [](const auto& e) { return e[0] == e[1]; });
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return {vertices, std::move(edges)};
}

/// Ends drawn evenly; somewhat fewer edges than asked for in a dense graph.
inline EdgeList random_graph(std::size_t vertices, std::size_t edges) {
  Rng rng(1);
  std::vector<std::array<std::uint32_t, 2>> out;
  const auto draw = [&] { return static_cast<std::uint32_t>(rng.below(vertices)); };
  while (out.size() < edges) {
    const auto a = draw();
    out.push_back({a, draw()});
  }
  return simple(vertices, std::move(out));
}

/// Each vertex joins `degree` ends drawn among those of earlier edges: a few have very many.
inline EdgeList scale_free_graph(std::size_t vertices, std::size_t degree) {
  Rng rng(1);
  std::vector<std::array<std::uint32_t, 2>> out;
  for (std::uint32_t v = 1; v < vertices; ++v) {
    const auto before = 2 * out.size();
    for (std::size_t k = 0; k < degree; ++k) {
      const auto end = before == 0 ? 0 : rng.below(before);
      out.push_back({v, before == 0 ? 0 : out[end / 2][end % 2]});
    }
  }
  return simple(vertices, std::move(out));
}

template <class G>
[[nodiscard]] G csr_graph(const EdgeList& list) {
  std::vector<typename G::Edge> edges;
  for (const auto& [a, b] : list.edges) edges.push_back({a, b});
  return G(list.vertices, edges);
}

/// An edge that has a length from 1 to 100, made from its ends.
struct Length {
  int length = 1;
};
inline int length_of(const std::array<std::uint32_t, 2>& edge) {
  return static_cast<int>(1 + (edge[0] * 7919ULL + edge[1] * 104729ULL) % 100);
}

using LengthGraph = graph::CsrGraph<graph::NoProperty, Length>;
inline LengthGraph length_graph(const EdgeList& list) {
  std::vector<LengthGraph::Edge> edges;
  for (const auto& e : list.edges) edges.push_back({e[0], e[1], {length_of(e)}});
  return LengthGraph(list.vertices, edges);
}

}  // namespace coopnet::bench
