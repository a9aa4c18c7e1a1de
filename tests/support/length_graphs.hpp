#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

/// Lists of edges as graphs of several classes, whose edges have a length.
namespace coopnet::testing {

using EdgeList = std::vector<RandomEdge>;

struct Length {
  int length = 1;
};

template <graph::Direction D>
using OwnGraph = graph::CsrGraph<graph::NoProperty, Length, D>;
using Undirected = OwnGraph<graph::Direction::undirected>;
using Directed = OwnGraph<graph::Direction::directed>;

/// Boost's class in its least array-like form: vertices and edges in lists.
template <class Direction>
using ListGraph =
    boost::adjacency_list<boost::listS, boost::listS, Direction,
                          boost::property<boost::vertex_index_t, std::size_t>, Length>;

template <class G>
[[nodiscard]] G own_graph(std::size_t n, const EdgeList& list) {
  std::vector<typename G::Edge> edges;
  for (const auto& e : list) edges.push_back({e.source, e.target, {e.weight}});
  return G(n, edges);
}

template <class Direction>
[[nodiscard]] ListGraph<Direction> list_graph(std::size_t n, const EdgeList& list) {
  ListGraph<Direction> g;
  std::vector<typename ListGraph<Direction>::vertex_descriptor> vertex;
  for (std::size_t v = 0; v < n; ++v) vertex.push_back(add_vertex(v, g));
  for (const auto& e : list) add_edge(vertex[e.source], vertex[e.target], Length{e.weight}, g);
  return g;
}

/// The length of an edge as the algorithms ask for it.
template <class G>
[[nodiscard]] auto length_in(const G& g) {
  return [&g](const auto& e) { return g[e].length; };
}

/// With the weights as lengths.
[[nodiscard]] inline EdgeList edges_of(const classical::ClassicalGraph& graph) {
  EdgeList out;
  for (std::size_t i = 0; i < graph.edges.size(); ++i)
    out.push_back({graph.edges[i][0], graph.edges[i][1], static_cast<int>(graph.weights[i])});
  return out;
}

/// A graph with loops, parallel edges, isolated vertices, mostly in several pieces; lengths 1..3,
/// so that many paths are equally long.
struct SmallGraph {
  std::size_t n = 0;
  EdgeList edges;
};
[[nodiscard]] inline SmallGraph small_graph(std::uint64_t seed) {
  Rng rng(seed);
  SmallGraph out{rng.below(12), {}};
  out.edges = random_multigraph(seed, out.n, rng.below(3 * out.n + 1));
  for (auto& e : out.edges) e.weight = 1 + e.weight % 3;
  return out;
}

/// A permutation of 0 .. n - 1.
[[nodiscard]] inline std::vector<std::uint32_t> new_numbers(std::uint64_t seed, std::size_t n) {
  Rng rng(seed);
  std::vector<std::uint32_t> out(n);
  std::iota(out.begin(), out.end(), 0U);
  for (std::size_t i = n; i > 1; --i) std::swap(out[i - 1], out[rng.below(i)]);
  return out;
}
[[nodiscard]] inline EdgeList renumbered(EdgeList edges, const std::vector<std::uint32_t>& name) {
  for (auto& e : edges) {
    e.source = name[e.source];
    e.target = name[e.target];
  }
  return edges;
}

/// A square of side * side vertices, each joined to those beside, below and above it.
[[nodiscard]] inline EdgeList square_grid(std::uint32_t side) {
  EdgeList out;
  for (std::uint32_t y = 0; y < side; ++y)
    for (std::uint32_t x = 0; x < side; ++x) {
      const auto v = y * side + x;
      if (x + 1 < side) out.push_back({v, v + 1, 1});
      if (y + 1 < side) out.push_back({v, v + side, 1});
    }
  return out;
}

}  // namespace coopnet::testing
