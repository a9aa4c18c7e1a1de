#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"
#include "coopnet/graph/concepts.hpp"
#include "coopnet/graph/ranges.hpp"

/// maximum_weight_matching() for Boost graphs; the header of that name needs no Boost.
///
///     const auto matching = maximum_weight_matching(g, [&](auto e) { return g[e].shared; });
///
/// Vertices of the result are those of vertex_index. Integer weights give a Matching, real ones a
/// RealMatching, which tells how they were rounded.
namespace coopnet::algo {

template <class G>
concept MatchableGraph =
    graph::IndexedGraph<G> && graph::EdgeListGraph<G> && graph::UndirectedGraph<G>;

/// The edges of a graph in plain form, for verify() and optimal_matchings().
/// Throws PreconditionError if a weight does not fit in 64 signed bits.
template <MatchableGraph G, graph::EdgeWeight<G> W>
  requires std::integral<std::invoke_result_t<const W&, graph::edge_t<G>>>
[[nodiscard]] std::vector<WeightedEdge> weighted_edges(const G& g, const W& weight) {
  std::vector<WeightedEdge> out;
  out.reserve(num_edges(g));
  for (const auto e : graph::edges_of(g)) {
    const auto w = weight(e);
    if (!std::in_range<std::int64_t>(w))
      throw PreconditionError("maximum_weight_matching: a weight exceeds 2^63 - 1");
    out.push_back({static_cast<std::uint32_t>(graph::vertex_index_of(source(e, g), g)),
                   static_cast<std::uint32_t>(graph::vertex_index_of(target(e, g), g)),
                   static_cast<std::int64_t>(w)});
  }
  return out;
}

template <MatchableGraph G, graph::EdgeWeight<G> W>
  requires std::integral<std::invoke_result_t<const W&, graph::edge_t<G>>>
[[nodiscard]] Matching maximum_weight_matching(const G& g, const W& weight,
                                               const MatchingOptions& options = {},
                                               Progress* progress = nullptr) {
  return maximum_weight_matching(
      num_vertices(g), std::span<const WeightedEdge>(weighted_edges(g, weight)), options, progress);
}

template <MatchableGraph G, graph::EdgeWeight<G> W>
  requires std::floating_point<std::invoke_result_t<const W&, graph::edge_t<G>>>
[[nodiscard]] RealMatching maximum_weight_matching(const G& g, const W& weight,
                                                   const MatchingOptions& options = {},
                                                   Progress* progress = nullptr) {
  std::vector<RealWeightedEdge> edges;
  edges.reserve(num_edges(g));
  for (const auto e : graph::edges_of(g))
    edges.push_back({static_cast<std::uint32_t>(graph::vertex_index_of(source(e, g), g)),
                     static_cast<std::uint32_t>(graph::vertex_index_of(target(e, g), g)),
                     static_cast<double>(weight(e))});
  return maximum_weight_matching(num_vertices(g), std::span<const RealWeightedEdge>(edges), options,
                                 progress);
}

}  // namespace coopnet::algo
