#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/ids.hpp"
#include "coopnet/graph/counting_sort.hpp"
#include "coopnet/graph/iterators.hpp"

namespace coopnet::graph {

enum class Direction : std::uint8_t { undirected, directed };

/// Bundled property of vertices or edges that carry nothing.
struct NoProperty {
  friend bool operator==(NoProperty, NoProperty) = default;
};

/// An edge as given to the constructor of CsrGraph.
template <class EdgeProperty = NoProperty>
struct CsrEdge {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  [[no_unique_address]] EdgeProperty property{};
};

namespace detail {

/// One value an index; for types without data one value in all.
template <class T>
class PropertyColumn {
  static_assert(!std::is_same_v<T, bool>, "use std::uint8_t or an enum: bits have no addresses");

 public:
  PropertyColumn() = default;
  explicit PropertyColumn(std::vector<T> values) : values_(std::move(values)) {
    if constexpr (std::is_empty_v<T>) values_ = std::vector<T>(1);
  }
  [[nodiscard]] T& operator[](std::size_t i) { return values_[std::is_empty_v<T> ? 0 : i]; }
  [[nodiscard]] const T& operator[](std::size_t i) const {
    return values_[std::is_empty_v<T> ? 0 : i];
  }
  [[nodiscard]] std::size_t memory_bytes() const { return values_.capacity() * sizeof(T); }
  friend bool operator==(const PropertyColumn&, const PropertyColumn&) = default;

 private:
  std::vector<T> values_;
};

/// Compressed rows: the neighbours of v are targets[offsets[v]] .. targets[offsets[v+1]-1].
struct CsrRows {
  std::vector<std::uint32_t> offsets;
  std::vector<std::uint32_t> targets;
  std::vector<std::uint32_t> edge_ids;

  [[nodiscard]] std::uint32_t degree(std::uint32_t v) const { return offsets[v + 1] - offsets[v]; }
  [[nodiscard]] std::span<const std::uint32_t> row(std::uint32_t v) const {
    return {targets.data() + offsets[v], degree(v)};
  }
  [[nodiscard]] std::size_t memory_bytes() const {
    return (offsets.capacity() + targets.capacity() + edge_ids.capacity()) * sizeof(std::uint32_t);
  }
  friend bool operator==(const CsrRows&, const CsrRows&) = default;
};

}  // namespace detail

/// A graph that is built once and then read: neighbours in compressed rows, ascending; bundled
/// properties by graph[vertex] and graph[edge]. Loops and parallel edges are allowed.
///
/// Edges are numbered by (source, target), in an undirected graph by (smaller end, larger end);
/// parallel edges keep their input order. The number (Arc::id) is not the input position: what
/// belongs to an edge goes into its property, or into a vector made after building.
/// Undirected: an edge stands in the rows of both ends under one id; a loop stands twice in its
/// vertex' row and counts two for its degree, as in Boost. Directed: rows by source and by target.
///
/// Memory: 16 bytes an edge, 8 a vertex, and the properties.
/// Boost.Graph: include coopnet/graph/bgl.hpp; this header needs no Boost.
/// Preconditions: vertices and edge ids given to accessors are in range; only the constructor
/// checks.
template <class VertexProperty = NoProperty, class EdgeProperty = NoProperty,
          Direction D = Direction::undirected>
class CsrGraph {
 public:
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = Arc;
  using vertex_property = VertexProperty;
  using edge_property = EdgeProperty;
  using Edge = CsrEdge<EdgeProperty>;
  static constexpr Direction direction = D;
  static constexpr bool is_directed = D == Direction::directed;

  CsrGraph() : CsrGraph(0, {}) {}

  /// Cost: O(vertices + edges). `properties` has one entry a vertex, or none at all.
  /// Throws PreconditionError if an end is not below vertex_count, if `properties` has another
  /// size, or if there are more vertices or edge ends than 32 bits can number.
  CsrGraph(std::size_t vertex_count, std::span<const Edge> edges,
           std::vector<VertexProperty> properties = {}) {
    check(vertex_count, edges, properties.size());
    properties.resize(vertex_count);
    vertices_ = detail::PropertyColumn<VertexProperty>(std::move(properties));
    const auto order = detail::order_by_pair(
        edges.size(), vertex_count, [&](std::uint32_t i) { return first_end(edges[i]); },
        vertex_count, [&](std::uint32_t i) { return second_end(edges[i]); });
    std::vector<EdgeProperty> sorted;
    sorted.reserve(edges.size());
    for (const auto i : order) sorted.push_back(edges[i].property);
    edges_ = detail::PropertyColumn<EdgeProperty>(std::move(sorted));
    edge_count_ = static_cast<std::uint32_t>(edges.size());
    build_rows(vertex_count, edges, order);
    simple_ = find_simple();
  }

  [[nodiscard]] std::size_t vertex_count() const { return out_.offsets.size() - 1; }
  [[nodiscard]] std::size_t edge_count() const { return edge_count_; }
  /// True if no edge is a loop and no two edges have the same ends.
  [[nodiscard]] bool is_simple() const { return simple_; }

  [[nodiscard]] std::size_t out_degree(vertex_descriptor v) const { return out_.degree(v); }
  [[nodiscard]] std::size_t in_degree(vertex_descriptor v) const { return in_rows().degree(v); }

  /// Neighbours ascending, parallel edges repeated: targets of out-edges, sources of in-edges.
  [[nodiscard]] std::span<const std::uint32_t> neighbours(vertex_descriptor v) const {
    return out_.row(v);
  }
  [[nodiscard]] std::span<const std::uint32_t> in_neighbours(vertex_descriptor v) const {
    return in_rows().row(v);
  }

  [[nodiscard]] OutArcIterator out_begin(vertex_descriptor v) const {
    return {{out_.row(v).data(), out_.edge_ids.data() + out_.offsets[v], v}, 0};
  }
  [[nodiscard]] OutArcIterator out_end(vertex_descriptor v) const {
    return out_begin(v) + static_cast<std::ptrdiff_t>(out_.degree(v));
  }
  [[nodiscard]] InArcIterator in_begin(vertex_descriptor v) const {
    const auto& rows = in_rows();
    return {{rows.row(v).data(), rows.edge_ids.data() + rows.offsets[v], v}, 0};
  }
  [[nodiscard]] InArcIterator in_end(vertex_descriptor v) const {
    return in_begin(v) + static_cast<std::ptrdiff_t>(in_rows().degree(v));
  }
  [[nodiscard]] EdgeIterator edges_begin() const { return edge_iterator(0); }
  [[nodiscard]] EdgeIterator edges_end() const { return edge_iterator(edge_count_); }

  /// The edge with this number. Cost: O(log vertices).
  [[nodiscard]] Arc edge(std::uint32_t id) const {
    const auto& first = first_edge();
    const auto after = std::upper_bound(first.begin(), first.end(), id);
    const auto source = static_cast<std::uint32_t>(after - first.begin()) - 1;
    return {source, out_.targets[out_.offsets[source + 1] - (first[source + 1] - id)], id};
  }
  /// The edge from u to v with the smallest number, if there is one. Cost: O(log degree(u)).
  [[nodiscard]] std::optional<Arc> find_edge(vertex_descriptor u, vertex_descriptor v) const {
    const auto row = out_.row(u);
    const auto place = std::lower_bound(row.begin(), row.end(), v);
    if (place == row.end() || *place != v) return std::nullopt;
    return out_begin(u)[place - row.begin()];
  }

  [[nodiscard]] VertexProperty& operator[](vertex_descriptor v) { return vertices_[v]; }
  [[nodiscard]] const VertexProperty& operator[](vertex_descriptor v) const { return vertices_[v]; }
  [[nodiscard]] EdgeProperty& operator[](const Arc& e) { return edges_[e.id]; }
  [[nodiscard]] const EdgeProperty& operator[](const Arc& e) const { return edges_[e.id]; }

  /// The rows as plain arrays, for kernels: offsets has vertex_count() + 1 entries, the other two
  /// one entry for each out-edge (an undirected edge is an out-edge of both its ends).
  [[nodiscard]] std::span<const std::uint32_t> offsets() const { return out_.offsets; }
  [[nodiscard]] std::span<const std::uint32_t> targets() const { return out_.targets; }
  [[nodiscard]] std::span<const std::uint32_t> edge_ids() const { return out_.edge_ids; }

  /// Heap memory held by this object, in bytes; what properties hold themselves is not counted.
  [[nodiscard]] std::size_t memory_bytes() const {
    return out_.memory_bytes() + in_.memory_bytes() +
           first_edge_.capacity() * sizeof(std::uint32_t) + vertices_.memory_bytes() +
           edges_.memory_bytes();
  }

  friend bool operator==(const CsrGraph&, const CsrGraph&) = default;

 private:
  static std::uint32_t first_end(const Edge& e) {
    return is_directed ? e.source : std::min(e.source, e.target);
  }
  static std::uint32_t second_end(const Edge& e) {
    return is_directed ? e.target : std::max(e.source, e.target);
  }

  static void check(std::size_t vertex_count, std::span<const Edge> edges, std::size_t properties) {
    const std::size_t most_edges = is_directed ? max_rows : max_rows / 2;
    if (vertex_count > max_rows || edges.size() > most_edges) {
      throw PreconditionError("CsrGraph: more vertices or edge ends than 32 bits can number");
    }
    if (properties != 0 && properties != vertex_count) {
      throw PreconditionError("CsrGraph: " + std::to_string(properties) + " properties for " +
                              std::to_string(vertex_count) + " vertices");
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
      const auto largest = std::max(edges[i].source, edges[i].target);
      if (largest < vertex_count) continue;
      throw PreconditionError("CsrGraph: edge " + std::to_string(i) + ": vertex " +
                              std::to_string(largest) + " is not below " +
                              std::to_string(vertex_count));
    }
  }

  /// Rows filled from (key, neighbour) pairs that `visit` passes on, the same ones each time;
  /// a row keeps their order.
  template <class Visit>
  static detail::CsrRows make_rows(std::size_t vertex_count, std::size_t entries,
                                   const Visit& visit) {
    detail::CsrRows rows;
    rows.offsets.assign(vertex_count + 1, 0);
    rows.targets.resize(entries);
    rows.edge_ids.resize(entries);
    visit([&](std::uint32_t v, std::uint32_t, std::uint32_t) { ++rows.offsets[v + 1]; });
    detail::counts_to_begins(rows.offsets);
    std::vector<std::uint32_t> next(rows.offsets.begin(), rows.offsets.end() - 1);
    visit([&](std::uint32_t v, std::uint32_t neighbour, std::uint32_t id) {
      rows.targets[next[v]] = neighbour;
      rows.edge_ids[next[v]++] = id;
    });
    return rows;
  }

  /// Edges come in the order of their ids, so every row gets its smaller neighbours ascending,
  /// then its larger ones ascending: a row is sorted, and the edges numbered at v end it.
  void build_rows(std::size_t vertex_count, std::span<const Edge> edges,
                  const std::vector<std::uint32_t>& order) {
    const auto forward = [&](const auto& take) {
      for (std::uint32_t id = 0; id < edge_count_; ++id) {
        take(first_end(edges[order[id]]), second_end(edges[order[id]]), id);
      }
    };
    const auto backward = [&](const auto& take) {
      forward([&](std::uint32_t u, std::uint32_t v, std::uint32_t id) { take(v, u, id); });
    };
    if constexpr (is_directed) {
      out_ = make_rows(vertex_count, edges.size(), forward);
      in_ = make_rows(vertex_count, edges.size(), backward);
    } else {
      out_ = make_rows(vertex_count, 2 * edges.size(), [&](const auto& take) {
        backward(take);
        forward(take);
      });
      first_edge_.assign(vertex_count + 1, 0);
      forward([&](std::uint32_t u, std::uint32_t, std::uint32_t) { ++first_edge_[u + 1]; });
      detail::counts_to_begins(first_edge_);
    }
  }

  /// The edges numbered at v have the ids first_edge()[v] .. first_edge()[v+1]-1.
  [[nodiscard]] const std::vector<std::uint32_t>& first_edge() const {
    return is_directed ? out_.offsets : first_edge_;
  }
  [[nodiscard]] const detail::CsrRows& in_rows() const { return is_directed ? in_ : out_; }
  [[nodiscard]] EdgeIterator edge_iterator(std::uint32_t id) const {
    return {out_.offsets.data(), first_edge().data(), out_.targets.data(), id, edge_count_};
  }

  [[nodiscard]] bool find_simple() const {
    for (std::uint32_t v = 0; v < vertex_count(); ++v) {
      const auto row = out_.row(v);
      if (std::binary_search(row.begin(), row.end(), v)) return false;
      if (std::adjacent_find(row.begin(), row.end()) != row.end()) return false;
    }
    return true;
  }

  detail::CsrRows out_;
  detail::CsrRows in_;                     // directed only
  std::vector<std::uint32_t> first_edge_;  // undirected only; vertex_count + 1
  detail::PropertyColumn<VertexProperty> vertices_;
  detail::PropertyColumn<EdgeProperty> edges_;
  std::uint32_t edge_count_ = 0;
  bool simple_ = true;
};

template <class VertexProperty = NoProperty, class EdgeProperty = NoProperty>
using DirectedCsrGraph = CsrGraph<VertexProperty, EdgeProperty, Direction::directed>;

}  // namespace coopnet::graph
