#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/concepts.hpp"
#include "coopnet/graph/ranges.hpp"
#include "coopnet/graph/rows.hpp"

/// Scores for the guess that two vertices will be linked, from what surrounds them:
/// common neighbours        how many;
/// Adamic-Adar              sum over them of 1 / log(degree): a rare contact says more;
/// resource allocation      sum over them of 1 / degree;
/// preferential attachment  product of the two degrees: no neighbourhood at all, the baseline that
///                          a score must beat.
///
/// Counts:   degree and neighbours without loops, parallel edges once. A link between the two
///           vertices does not enter the first three; it does enter their degrees.
///           A neighbour of degree 1, where the logarithm is zero, is never common to two vertices.
/// Method:   vertices are ranked by degree, and terms are added in this order: a sum depends on the
///           degrees that enter alone, so pairs over equal degrees tie, however they are numbered.
///           (1/2 + 1/6 and 1/3 + 1/3 may still differ in the last bit: round before counting
///           ties.) All pairs: from each vertex over its neighbours to theirs.
/// Cost:     one pair O(sum of the degrees); all pairs O(sum over v of degree(v)^2 + pairs log
///           pairs), memory O(vertices + edges + pairs).
/// Needs:    a graph without directions; two different vertices (PreconditionError).
/// Order:    pairs by a, then b; a < b.
/// Source:   L. Adamic, E. Adar, Social Networks 25(3), 2003, doi:10.1016/S0378-8733(03)00009-1;
///           T. Zhou, L. Lu, Y.-C. Zhang, Eur. Phys. J. B 71, 2009, doi:10.1140/epjb/e2009-00335-8;
///           D. Liben-Nowell, J. Kleinberg, JASIST 58(7), 2007, doi:10.1002/asi.20591.
/// Checked by: tests/reference/neighbourhood_scores_slow.hpp (sets), printed values of NetworkX.
namespace coopnet::algo {

struct NeighbourhoodScores {
  std::uint32_t common_neighbours = 0;
  double adamic_adar = 0;
  double resource_allocation = 0;
  std::uint64_t preferential_attachment = 0;
  friend bool operator==(const NeighbourhoodScores&, const NeighbourhoodScores&) = default;
};

struct ScoredPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  NeighbourhoodScores scores;
  friend bool operator==(const ScoredPair&, const ScoredPair&) = default;
};

/// The neighbours of each vertex, ready to be asked for many pairs.
class Neighbourhoods {
 public:
  /// Cost: O(vertices log vertices + edges).
  template <graph::IndexedGraph G>
    requires graph::UndirectedGraph<G>
  explicit Neighbourhoods(const G& g) : Neighbourhoods(graph::Rows(g).view()) {}
  explicit Neighbourhoods(const graph::RowView& rows);

  [[nodiscard]] std::size_t vertex_count() const { return vertex_.size(); }
  [[nodiscard]] std::uint32_t degree(std::size_t v) const { return ranked_.view().degree(v); }

  /// Of two vertices by index.
  [[nodiscard]] NeighbourhoodScores scores(std::uint32_t a, std::uint32_t b) const;
  /// Of all pairs that are not linked and have a common neighbour.
  [[nodiscard]] std::vector<ScoredPair> pairs_at_distance_two(Progress* progress = nullptr) const;

 private:
  void add_neighbour(std::uint32_t rank, NeighbourhoodScores& sum) const {
    ++sum.common_neighbours;
    sum.adamic_adar += adamic_adar_[rank];
    sum.resource_allocation += resource_allocation_[rank];
  }
  [[nodiscard]] std::uint64_t degree_product(std::uint32_t a, std::uint32_t b) const {
    return std::uint64_t{degree(a)} * degree(b);
  }

  graph::OwnedRows ranked_;            // row of v: the ranks of its neighbours, ascending
  std::vector<std::uint32_t> vertex_;  // by rank: degree, then number
  std::vector<double> adamic_adar_, resource_allocation_;  // terms by rank
};

inline Neighbourhoods::Neighbourhoods(const graph::RowView& rows) : vertex_(rows.vertex_count()) {
  if (rows.directed) throw PreconditionError("Neighbourhoods: the graph has directions");
  const auto n = static_cast<std::uint32_t>(rows.vertex_count());
  std::vector<std::uint32_t> degrees(n, 0);
  const auto each_neighbour = [&](std::uint32_t v, const auto& visit) {
    const auto row = rows.row(v);
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i] != v && (i == 0 || row[i] != row[i - 1])) visit(row[i]);
  };
  for (std::uint32_t v = 0; v < n; ++v) {
    vertex_[v] = v;
    each_neighbour(v, [&](std::uint32_t) { ++degrees[v]; });
  }
  std::stable_sort(vertex_.begin(), vertex_.end(),
                   [&](std::uint32_t x, std::uint32_t y) { return degrees[x] < degrees[y]; });
  std::vector<std::uint32_t> rank(n);
  std::vector<graph::detail::MetArc<graph::detail::Nothing>> arcs;
  for (std::uint32_t r = 0; r < n; ++r) {
    rank[vertex_[r]] = r;
    const double degree = degrees[vertex_[r]];
    adamic_adar_.push_back(degree > 1 ? 1 / std::log(degree) : 0);
    resource_allocation_.push_back(degree > 0 ? 1 / degree : 0);
  }
  for (std::uint32_t v = 0; v < n; ++v)
    each_neighbour(v, [&](std::uint32_t w) { arcs.push_back({v, rank[w], {}}); });
  ranked_ = graph::detail::rows_from(n, arcs, false).rows;
}

inline NeighbourhoodScores Neighbourhoods::scores(std::uint32_t a, std::uint32_t b) const {
  if (a == b || a >= vertex_count() || b >= vertex_count())
    throw PreconditionError("Neighbourhoods: not two different vertices of the graph");
  NeighbourhoodScores sum;
  const auto row_a = ranked_.view().row(a), row_b = ranked_.view().row(b);
  for (std::size_t i = 0, j = 0; i < row_a.size() && j < row_b.size();) {
    const auto x = row_a[i], y = row_b[j];
    if (x == y) add_neighbour(x, sum);
    i += x <= y ? 1U : 0U;
    j += y <= x ? 1U : 0U;
  }
  sum.preferential_attachment = degree_product(a, b);
  return sum;
}

inline std::vector<ScoredPair> Neighbourhoods::pairs_at_distance_two(Progress* progress) const {
  const auto rows = ranked_.view();
  const auto n = static_cast<std::uint32_t>(vertex_count());
  std::vector<ScoredPair> out;
  std::vector<NeighbourhoodScores> met(n);
  std::vector<std::uint32_t> others;
  std::vector<std::uint32_t> linked_to(n, n);  // the last vertex this one was a neighbour of
  ProgressMeter meter(progress, n);
  constexpr std::uint32_t report_every = 256;
  for (std::uint32_t a = 0; a < n; ++a) {
    if (a % report_every == 0) meter.check();
    if (a % report_every == report_every - 1) meter.advance(report_every);
    for (const auto rank : rows.row(a)) linked_to[vertex_[rank]] = a;
    for (const auto rank : rows.row(a))
      for (const auto beyond : rows.row(vertex_[rank])) {
        const auto b = vertex_[beyond];
        if (b <= a || linked_to[b] == a) continue;
        if (met[b].common_neighbours == 0) others.push_back(b);
        add_neighbour(rank, met[b]);
      }
    std::sort(others.begin(), others.end());
    for (const auto b : others) {
      met[b].preferential_attachment = degree_product(a, b);
      out.push_back({a, b, met[b]});
      met[b] = {};
    }
    others.clear();
  }
  return out;
}

/// Of two vertices of a graph. For many pairs of one graph keep a Neighbourhoods. Cost: that of
/// building one.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] NeighbourhoodScores neighbourhood_scores(const G& g, graph::vertex_t<G> a,
                                                       graph::vertex_t<G> b) {
  return Neighbourhoods(g).scores(static_cast<std::uint32_t>(graph::vertex_index_of(a, g)),
                                  static_cast<std::uint32_t>(graph::vertex_index_of(b, g)));
}

/// Of all pairs that are not linked and have a common neighbour.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] std::vector<ScoredPair> neighbourhood_scores(const G& g,
                                                           Progress* progress = nullptr) {
  return Neighbourhoods(g).pairs_at_distance_two(progress);
}

}  // namespace coopnet::algo
