#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/graph/concepts.hpp"
#include "coopnet/graph/counting_sort.hpp"
#include "coopnet/graph/ranges.hpp"

/// Any Boost graph as compressed rows, the one form in which the algorithms of algo/ walk a graph:
///
///     const Rows rows(g);                         // spans of a CsrGraph, a copy of any other
///     graph for (const auto w : rows.view().row(v)) ...
///
/// A row holds the targets of the out-edges of v, ascending, parallel edges in the order of the
/// graph. In an undirected graph an edge stands in the rows of both its ends, and a loop twice in
/// that of its vertex, as in Boost; so an algorithm gives the same answer for the same edges
/// whichever class holds them.
namespace coopnet::graph {

/// Borrowed rows: vertices 0 .. vertex_count() - 1.
struct RowView {
  std::span<const std::uint32_t> offsets;  ///< vertex_count() + 1 positions in targets
  std::span<const std::uint32_t> targets;
  bool directed = false;

  [[nodiscard]] std::size_t vertex_count() const { return offsets.size() - 1; }
  [[nodiscard]] std::size_t arc_count() const { return targets.size(); }
  [[nodiscard]] std::uint32_t degree(std::size_t v) const { return offsets[v + 1] - offsets[v]; }
  [[nodiscard]] std::span<const std::uint32_t> row(std::size_t v) const {
    return targets.subspan(offsets[v], degree(v));
  }
};

/// Rows that own their arrays.
struct OwnedRows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> targets;
  bool directed = false;

  [[nodiscard]] RowView view() const { return {offsets, targets, directed}; }
};

/// One number for each place in the targets of some rows.
template <class T>
struct ValuedRows {
  OwnedRows rows;
  std::vector<T> values;
};

namespace detail {

/// An out-edge of the graph with its value, as it is met vertex after vertex.
template <class T>
struct MetArc {
  std::uint32_t source, target;
  [[no_unique_address]] T value;
};

template <class T>
[[nodiscard]] ValuedRows<T> rows_from(std::size_t n, const std::vector<MetArc<T>>& arcs,
                                      bool directed) {
  ValuedRows<T> out;
  out.rows.directed = directed;
  out.rows.offsets.assign(n + 1, 0);
  out.rows.targets.reserve(arcs.size());
  out.values.reserve(arcs.size());
  const auto order = order_by_pair(
      arcs.size(), n, [&](std::uint32_t i) { return arcs[i].source; }, n,
      [&](std::uint32_t i) { return arcs[i].target; });
  for (const auto i : order) {
    ++out.rows.offsets[arcs[i].source + 1];
    out.rows.targets.push_back(arcs[i].target);
    out.values.push_back(arcs[i].value);
  }
  counts_to_begins(out.rows.offsets);
  return out;
}

/// The value of each out-edge of each vertex, in the order in which the graph shows them.
template <class T, IndexedGraph G, class Value>
[[nodiscard]] std::vector<MetArc<T>> met_arcs(const G& g, const Value& value) {
  if (num_vertices(g) >= std::numeric_limits<std::uint32_t>::max())
    throw PreconditionError("rows: more vertices than 32 bits can number");
  std::vector<MetArc<T>> arcs;
  for (const auto v : vertices_of(g))
    for (const auto e : out_edges_of(v, g))
      arcs.push_back({static_cast<std::uint32_t>(vertex_index_of(v, g)),
                      static_cast<std::uint32_t>(vertex_index_of(target(e, g), g)), value(e)});
  if (arcs.size() >= std::numeric_limits<std::uint32_t>::max())
    throw PreconditionError("rows: more edge ends than 32 bits can number");
  return arcs;
}

struct Nothing {};

}  // namespace detail

/// The rows of a graph: borrowed where it has them, which must then stay where it is. Cost: nothing
/// for a CsrGraph, O(vertices + edges) time and 8 bytes an edge end for others.
template <IndexedGraph G>
class Rows {
 public:
  explicit Rows(const G& g) {
    if constexpr (ContiguousGraph<G>) {
      view_ = {g.offsets(), g.targets(), DirectedGraph<G>};
    } else {
      const auto arcs =
          detail::met_arcs<detail::Nothing>(g, [](const auto&) { return detail::Nothing{}; });
      own_ = detail::rows_from(num_vertices(g), arcs, DirectedGraph<G>).rows;
      view_ = own_.view();
    }
  }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  [[nodiscard]] const RowView& view() const { return view_; }

 private:
  OwnedRows own_;
  RowView view_;
};

/// Rows with the weight of each out-edge, T as the algorithm wants it. Cost: O(vertices + edges).
template <class T, IndexedGraph G, EdgeWeight<G> W>
[[nodiscard]] ValuedRows<T> weighted_rows(const G& g, const W& weight) {
  const auto arcs =
      detail::met_arcs<T>(g, [&](const auto& e) { return static_cast<T>(weight(e)); });
  return detail::rows_from(num_vertices(g), arcs, DirectedGraph<G>);
}

/// The rows of the graph with every edge turned round, and the values of its places with them, if
/// there are any; sources ascend. Cost: O(vertices + arcs), one pass.
template <class T>
[[nodiscard]] ValuedRows<T> reversed(const RowView& rows, std::span<const T> values) {
  ValuedRows<T> out;
  out.rows.directed = rows.directed;
  out.rows.offsets.assign(rows.vertex_count() + 1, 0);
  out.rows.targets.resize(rows.arc_count());
  out.values.resize(values.size());
  for (const auto w : rows.targets) ++out.rows.offsets[w + 1];
  detail::counts_to_begins(out.rows.offsets);
  std::vector<std::uint32_t> next(out.rows.offsets.begin(), out.rows.offsets.end() - 1);
  for (std::uint32_t v = 0; v < rows.vertex_count(); ++v)
    for (auto i = rows.offsets[v]; i < rows.offsets[v + 1]; ++i) {
      const auto place = next[rows.targets[i]]++;
      out.rows.targets[place] = v;
      if (!values.empty()) out.values[place] = values[i];
    }
  return out;
}

/// The same without values; equal to the given rows where edges have no direction.
[[nodiscard]] inline OwnedRows reversed(const RowView& rows) {
  return reversed(rows, std::span<const char>()).rows;
}

}  // namespace coopnet::graph
