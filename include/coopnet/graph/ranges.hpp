#pragma once

#include <cstddef>
#include <utility>

#include "coopnet/graph/concepts.hpp"

/// Boost's pairs of iterators as ranges:
///
///     for (const auto e : out_edges_of(v, g)) total += weight(e);
///
/// They are as short-lived as iterators: the graph must outlive them. Boost's own edge iterators
/// are input iterators to C++20; copy to a vector before sorting or searching for a maximum.
namespace coopnet::graph {

template <class Iterator>
class IterRange {
 public:
  IterRange(Iterator first, Iterator last) : first_(std::move(first)), last_(std::move(last)) {}
  explicit IterRange(std::pair<Iterator, Iterator> both)
      : IterRange(std::move(both.first), std::move(both.second)) {}

  [[nodiscard]] Iterator begin() const { return first_; }
  [[nodiscard]] Iterator end() const { return last_; }
  [[nodiscard]] bool empty() const { return first_ == last_; }

 private:
  Iterator first_;
  Iterator last_;
};

template <VertexListGraph G>
[[nodiscard]] auto vertices_of(const G& g) {
  return IterRange(vertices(g));
}

template <EdgeListGraph G>
[[nodiscard]] auto edges_of(const G& g) {
  return IterRange(edges(g));
}

template <IncidenceGraph G>
[[nodiscard]] auto out_edges_of(vertex_t<G> v, const G& g) {
  return IterRange(out_edges(v, g));
}

template <BidirectionalGraph G>
[[nodiscard]] auto in_edges_of(vertex_t<G> v, const G& g) {
  return IterRange(in_edges(v, g));
}

template <AdjacencyGraph G>
[[nodiscard]] auto adjacent_of(vertex_t<G> v, const G& g) {
  return IterRange(adjacent_vertices(v, g));
}

/// Where a vertex or an edge stands in vectors with one value a vertex or an edge.
template <IndexedGraph G>
[[nodiscard]] std::size_t vertex_index_of(vertex_t<G> v, const G& g) {
  return static_cast<std::size_t>(get(get(boost::vertex_index, g), v));
}

template <EdgeIndexedGraph G>
[[nodiscard]] std::size_t edge_index_of(edge_t<G> e, const G& g) {
  return static_cast<std::size_t>(get(get(boost::edge_index, g), e));
}

}  // namespace coopnet::graph
