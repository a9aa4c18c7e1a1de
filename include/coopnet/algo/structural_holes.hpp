#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/concepts.hpp"
#include "coopnet/graph/rows.hpp"

/// Structural holes (Burt): how far the contacts of a vertex are tied to one another. With
///     a_ij = weight of the ties between i and j, both directions added,
///     p_ij = a_ij / sum over q of a_iq         the part of i's ties that goes to j,
///     m_jq = a_jq / max over w of a_jw         the tie of j to q against j's strongest,
/// constraint      of i: sum over neighbours j of (p_ij + sum over q of p_iq p_qj)^2; a broker has
///                 a low one.
/// effective size  of i: sum over neighbours j of (1 - sum over q of p_iq m_jq): how many they are,
///                 less what is redundant among them. In a graph without directions, weights and
///                 parallel edges it is n - 2 t / n, with n neighbours and t ties among them.
/// efficiency      of i: effective size / n.
///
/// Counts:   neighbours in either direction, each once; weights of parallel edges add up; loops
///           and edges of weight 0 are no ties. Nothing for a vertex without neighbours. (NetworkX
///           has nothing for vertices without out-edges either; here in-edges are ties as well.)
/// Method:   for each i one pass over the neighbours of its neighbours, with marks by vertex.
/// Cost:     O(sum over v of degree(v)^2) time, O(vertices + edges) memory.
/// Needs:    finite weights >= 0 (PreconditionError).
/// Source:   R. Burt, Structural Holes, Harvard University Press 1992, chapter 2; n - 2 t / n:
///           S. Borgatti, Structural holes: unpacking Burt's redundancy measures, Connections
///           20(1), 1997.
/// Checked by: tests/reference/structural_holes_slow.hpp (matrices), printed values of NetworkX.
namespace coopnet::algo {

/// Of one vertex; nothing in all three if it has no neighbours.
struct StructuralHole {
  std::optional<double> constraint;
  std::optional<double> effective_size;
  std::optional<double> efficiency;
  friend bool operator==(const StructuralHole&, const StructuralHole&) = default;
};

namespace detail {

/// a_ij of all ties, each neighbour once in a row, ascending, no loops: symmetric.
[[nodiscard]] inline graph::ValuedRows<double> mutual_ties(const graph::ValuedRows<double>& in) {
  const auto rows = in.rows.view();
  const std::size_t n = rows.vertex_count();
  std::vector<graph::detail::MetArc<double>> arcs;
  for (std::uint32_t v = 0; v < n; ++v)
    for (auto place = rows.offsets[v]; place < rows.offsets[v + 1]; ++place) {
      const auto w = rows.targets[place];
      const double weight = in.values[place];
      if (!(weight >= 0 && std::isfinite(weight)))
        throw PreconditionError("structural_holes: a weight is negative or not finite");
      if (v == w || weight == 0) continue;
      arcs.push_back({v, w, weight});
      if (rows.directed) arcs.push_back({w, v, weight});
    }
  const auto all = graph::detail::rows_from(n, arcs, false);
  graph::ValuedRows<double> out;
  for (std::size_t v = 0; v < n; ++v) {
    for (auto place = all.rows.offsets[v]; place < all.rows.offsets[v + 1]; ++place) {
      const bool again =
          place > all.rows.offsets[v] && all.rows.targets[place] == all.rows.targets[place - 1];
      if (!again) {
        out.rows.targets.push_back(all.rows.targets[place]);
        out.values.push_back(0);
      }
      out.values.back() += all.values[place];
    }
    out.rows.offsets.push_back(static_cast<std::uint32_t>(out.rows.targets.size()));
  }
  return out;
}

/// Sum and largest value of each row.
struct TieStrengths {
  std::vector<double> total, largest;

  explicit TieStrengths(const graph::ValuedRows<double>& ties) {
    const auto& offsets = ties.rows.offsets;
    total.assign(offsets.size() - 1, 0);
    largest.assign(offsets.size() - 1, 0);
    for (std::size_t v = 0; v + 1 < offsets.size(); ++v)
      for (auto place = offsets[v]; place < offsets[v + 1]; ++place) {
        total[v] += ties.values[place];
        largest[v] = std::max(largest[v], ties.values[place]);
      }
  }
};

[[nodiscard]] inline std::vector<StructuralHole> holes_of(const graph::ValuedRows<double>& ties,
                                                          Progress* progress) {
  const auto rows = ties.rows.view();
  const std::size_t n = rows.vertex_count();
  const TieStrengths strength(ties);
  std::vector<StructuralHole> out(n);
  std::vector<double> own(n, 0.0);  // a_iq of the vertex i at hand
  std::vector<double> via(n, 0.0);  // sum over q of a_iq p_qj: what reaches j through others
  ProgressMeter meter(progress, n);
  constexpr std::size_t report_every = 256;
  for (std::size_t i = 0; i < n; ++i) {
    if (i % report_every == 0) meter.check();
    if (i % report_every == report_every - 1) meter.advance(report_every);
    const auto neighbours = rows.row(i);
    if (neighbours.empty()) continue;
    const auto begin = rows.offsets[i], end = rows.offsets[i + 1];
    for (auto place = begin; place < end; ++place) own[rows.targets[place]] = ties.values[place];

    double redundancy = 0;
    for (const auto q : neighbours) {
      double shared = 0;  // sum over w of a_iw a_qw
      for (auto place = rows.offsets[q]; place < rows.offsets[q + 1]; ++place) {
        const auto j = rows.targets[place];
        shared += own[j] * ties.values[place];
        via[j] += own[q] * ties.values[place] / strength.total[q];
      }
      redundancy += shared / strength.largest[q];
    }
    double constraint = 0;
    for (const auto j : neighbours) {
      const double part = (own[j] + via[j]) / strength.total[i];
      constraint += part * part;
    }
    const auto size = static_cast<double>(neighbours.size());
    const double effective = size - redundancy / strength.total[i];
    out[i] = {constraint, effective, effective / size};

    for (const auto q : neighbours) {
      own[q] = 0;
      for (const auto j : rows.row(q)) via[j] = 0;
    }
  }
  return out;
}

}  // namespace detail

/// Of each vertex, by index; `weight` says how strong an edge is.
template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
[[nodiscard]] std::vector<StructuralHole> structural_holes(const G& g, const W& weight,
                                                           Progress* progress = nullptr) {
  return detail::holes_of(detail::mutual_ties(graph::weighted_rows<double>(g, weight)), progress);
}

/// The same with every edge of weight 1.
template <graph::IndexedGraph G>
[[nodiscard]] std::vector<StructuralHole> structural_holes(const G& g,
                                                           Progress* progress = nullptr) {
  return structural_holes(
      g, [](const graph::edge_t<G>&) { return 1.0; }, progress);
}

}  // namespace coopnet::algo
