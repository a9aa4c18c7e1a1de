#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "coopnet/graph/counting_sort.hpp"
#include "coopnet/graph/rows.hpp"

/// Core numbers of an undirected graph: v belongs to the k-core if it is left after vertices with
/// fewer than k edges to the vertices left are taken away until there are none; its core number is
/// the largest such k.
///
/// Counts:   an edge as often as it stands (parallel edges each); loops not at all. A vertex
///           without edges has the core number 0.
/// Method:   vertices ordered by degree in one array with a mark where each degree begins. The
///           first one left has its present degree as core number; each neighbour of higher degree
///           loses one and is exchanged with the first vertex of its own degree, whose part of the
///           array then begins one place later.
/// Cost:     O(vertices + edges) time, 16 bytes a vertex.
/// Needs:    an undirected graph.
/// Source:   V. Batagelj, M. Zaversnik, An O(m) algorithm for cores decomposition of networks,
/// 2003,
///           arXiv:cs/0310049; cores: S. Seidman, Network structure and minimum degree, Social
///           Networks 5(3), 1983, doi:10.1016/0378-8733(83)90028-X.
/// Checked by: tests/reference/core_numbers_slow.hpp (takes vertices away until none is left).
namespace coopnet::algo {

namespace detail {

/// The vertices ordered by a degree that can fall.
class DegreeOrder {
 public:
  explicit DegreeOrder(const graph::RowView& rows)
      : degree_(rows.vertex_count()), order_(rows.vertex_count()), place_(rows.vertex_count()) {
    std::uint32_t most = 0;
    for (std::uint32_t v = 0; v < rows.vertex_count(); ++v) {
      for (const auto w : rows.row(v)) degree_[v] += w == v ? 0U : 1U;
      most = std::max(most, degree_[v]);
    }
    begin_.assign(std::size_t{most} + 2, 0);
    for (const auto d : degree_) ++begin_[d + 1];
    graph::detail::counts_to_begins(begin_);
    auto next = begin_;
    for (std::uint32_t v = 0; v < rows.vertex_count(); ++v) {
      place_[v] = next[degree_[v]]++;
      order_[place_[v]] = v;
    }
  }

  [[nodiscard]] std::uint32_t vertex_at(std::size_t place) const { return order_[place]; }
  [[nodiscard]] std::uint32_t degree(std::uint32_t v) const { return degree_[v]; }

  /// Moves v to the end of the next lower degree.
  void lower(std::uint32_t v) {
    const auto first = begin_[degree_[v]]++;
    const auto other = order_[first];
    std::swap(order_[place_[v]], order_[first]);
    std::swap(place_[v], place_[other]);
    --degree_[v];
  }

  [[nodiscard]] std::vector<std::uint32_t> take() && { return std::move(degree_); }

 private:
  std::vector<std::uint32_t> degree_;
  std::vector<std::uint32_t> order_;  ///< the vertices, degree ascending
  std::vector<std::uint32_t> place_;  ///< of each vertex in order_
  std::vector<std::uint32_t> begin_;  ///< of each degree in order_
};

[[nodiscard]] inline std::vector<std::uint32_t> core_numbers_of_rows(const graph::RowView& rows) {
  DegreeOrder left(rows);
  // A vertex whose turn has come keeps its degree: only higher ones are lowered.
  for (std::size_t i = 0; i < rows.vertex_count(); ++i) {
    const auto v = left.vertex_at(i);
    for (const auto w : rows.row(v))
      if (left.degree(w) > left.degree(v)) left.lower(w);
  }
  return std::move(left).take();
}

}  // namespace detail

/// One number a vertex.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] std::vector<std::uint32_t> core_numbers(const G& g) {
  const graph::Rows rows(g);
  return detail::core_numbers_of_rows(rows.view());
}

}  // namespace coopnet::algo
