#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/graph/rows.hpp"

/// Without whom a network falls apart: articulation points and bridges of an undirected graph.
///
/// Counts:   a vertex is an articulation point if its component falls into two or more pieces
///           without it; an edge is a bridge if its ends lie in different pieces without it. One of
///           several parallel edges never is. Loops change nothing.
/// Method:   one depth-first search. low(v) is the earliest vertex, by time of discovery, that the
///           subtree of v reaches over one edge other than the tree edge to v. The subtree of a
///           child c of v hangs on v alone if low(c) is not earlier than v, and on the edge v - c
///           alone if low(c) is later than v; the sizes of subtrees are those of the pieces. The
///           search walks back along the parents instead of calling itself, so a path of any length
///           is no trouble.
/// Cost:     O(vertices + edges) time, plus O(cut points * log) for sorting the pieces; 24 bytes a
///           vertex.
/// Needs:    an undirected graph: what falls apart where edges have a direction is another
/// question. Order:    points by vertex, bridges by ends (a < b), pieces by size, the largest
/// first. Source:   J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph
/// manipulation,
///           Comm. ACM 16(6), 1973, doi:10.1145/362248.362272.
/// Checked by: tests/reference/cut_points_slow.hpp (everything is left out once).
namespace coopnet::algo {

struct CutPoint {
  std::uint32_t vertex = 0;
  std::vector<std::uint32_t> pieces;  ///< sizes of what is left of its component, descending
  friend bool operator==(const CutPoint&, const CutPoint&) = default;
};

struct Bridge {
  std::uint32_t a = 0, b = 0;            ///< a < b
  std::uint32_t a_side = 0, b_side = 0;  ///< vertices on the side of each end, the end included
  friend bool operator==(const Bridge&, const Bridge&) = default;
};

struct CutPoints {
  std::vector<CutPoint> points;
  std::vector<Bridge> bridges;
  std::vector<std::uint32_t> component;       ///< of each vertex; numbered by smallest vertex
  std::vector<std::uint32_t> component_size;  ///< vertices of each component
};

namespace detail {

class CutPointSearch {
 public:
  explicit CutPointSearch(const graph::RowView& rows) : rows_(rows), state_(rows.vertex_count()) {
    out_.component.resize(rows.vertex_count());
  }

  [[nodiscard]] CutPoints run() {
    for (std::uint32_t v = 0; v < rows_.vertex_count(); ++v)
      if (state_[v].found == 0) search_from(v);
    name_points();
    for (auto& bridge : out_.bridges) {
      const auto whole = out_.component_size[out_.component[bridge.a]];
      (bridge.a_side == 0 ? bridge.a_side : bridge.b_side) = whole - bridge.a_side - bridge.b_side;
    }
    std::sort(out_.bridges.begin(), out_.bridges.end(), [](const Bridge& x, const Bridge& y) {
      return std::tie(x.a, x.b) < std::tie(y.a, y.b);
    });
    return std::move(out_);
  }

 private:
  struct State {
    std::uint32_t found = 0;  ///< time of discovery from 1; 0: not yet
    std::uint32_t low = 0;
    std::uint32_t parent = 0;  ///< of a root: itself
    std::uint32_t next = 0;    ///< place of the next neighbour in the targets
    std::uint32_t size = 1;    ///< vertices of the subtree, so far
  };
  struct Piece {
    std::uint32_t vertex;  ///< without it
    std::uint32_t size;    ///< so many hang on nothing else
  };

  void discover(std::uint32_t v, std::uint32_t parent) {
    auto& s = state_[v];
    s.found = s.low = ++time_;
    s.parent = parent;
    s.next = rows_.offsets[v];
    out_.component[v] = static_cast<std::uint32_t>(out_.component_size.size());
  }

  void search_from(std::uint32_t root) {
    discover(root, root);
    for (auto v = root;;) {
      if (state_[v].next < rows_.offsets[v + 1]) {
        v = follow(v, state_[v].next++);
      } else if (v != root) {
        leave(v);
        v = state_[v].parent;
      } else {
        break;
      }
    }
    out_.component_size.push_back(state_[root].size);
  }

  /// Looks at the neighbour of v at a place; the vertex to go on with.
  std::uint32_t follow(std::uint32_t v, std::uint32_t place) {
    const auto w = rows_.targets[place];
    if (state_[w].found == 0) {
      discover(w, v);
      return w;
    }
    // Rows ascend: the first edge to the parent is the tree edge, any further one a way back.
    const bool first = place == rows_.offsets[v] || rows_.targets[place - 1] != w;
    if (w != state_[v].parent || !first) state_[v].low = std::min(state_[v].low, state_[w].found);
    return v;
  }

  /// The subtree of v, which is no root, is complete. Of a bridge above it one side is known; the
  /// other stays 0 until the component is.
  void leave(std::uint32_t v) {
    const auto& s = state_[v];
    auto& parent = state_[s.parent];
    parent.size += s.size;
    parent.low = std::min(parent.low, s.low);
    if (s.low >= parent.found) pieces_.push_back({s.parent, s.size});
    if (s.low > parent.found)
      out_.bridges.push_back(v < s.parent ? Bridge{v, s.parent, s.size, 0}
                                          : Bridge{s.parent, v, 0, s.size});
  }

  /// To the pieces below a vertex comes what lies above it, if anything.
  void name_points() {
    std::sort(pieces_.begin(), pieces_.end(),
              [](const Piece& x, const Piece& y) { return x.vertex < y.vertex; });
    for (std::size_t i = 0; i < pieces_.size();) {
      CutPoint point{pieces_[i].vertex, {}};
      auto above = out_.component_size[out_.component[point.vertex]] - 1;
      for (; i < pieces_.size() && pieces_[i].vertex == point.vertex; ++i) {
        point.pieces.push_back(pieces_[i].size);
        above -= pieces_[i].size;
      }
      if (above > 0) point.pieces.push_back(above);
      std::sort(point.pieces.rbegin(), point.pieces.rend());
      if (point.pieces.size() > 1) out_.points.push_back(std::move(point));
    }
  }

  const graph::RowView& rows_;
  std::vector<State> state_;
  std::vector<Piece> pieces_;
  CutPoints out_;
  std::uint32_t time_ = 0;
};

[[nodiscard]] inline CutPoints cut_points_of_rows(const graph::RowView& rows) {
  return CutPointSearch(rows).run();
}

[[nodiscard]] inline std::vector<std::vector<std::uint32_t>> members_without_in_rows(
    const graph::RowView& rows, std::uint32_t vertex) {
  if (vertex >= rows.vertex_count())
    throw PreconditionError("members_without: vertex " + std::to_string(vertex) + " is not below " +
                            std::to_string(rows.vertex_count()));
  std::vector<std::vector<std::uint32_t>> parts;
  std::vector<std::uint8_t> seen(rows.vertex_count(), 0);
  seen[vertex] = 1;
  for (const auto start : rows.row(vertex)) {
    if (seen[start] != 0) continue;
    seen[start] = 1;
    std::vector<std::uint32_t> part{start};  // also the queue of the search
    for (std::size_t i = 0; i < part.size(); ++i)
      for (const auto w : rows.row(part[i]))
        if (std::exchange(seen[w], std::uint8_t{1}) == 0) part.push_back(w);
    std::sort(part.begin(), part.end());
    parts.push_back(std::move(part));
  }
  std::sort(parts.begin(), parts.end(), [](const auto& x, const auto& y) {
    return x.size() != y.size() ? x.size() > y.size() : x.front() < y.front();
  });
  return parts;
}

}  // namespace detail

template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] CutPoints cut_points(const G& g) {
  const graph::Rows rows(g);
  return detail::cut_points_of_rows(rows.view());
}

/// The pieces into which the component of a vertex, given by its index, falls without it: their
/// members ascending, the largest piece first, among equals the one with the smaller first member.
/// Cost: O(component) and a byte a vertex. Throws PreconditionError if there is no such vertex.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] std::vector<std::vector<std::uint32_t>> members_without(const G& g,
                                                                      std::uint32_t vertex) {
  const graph::Rows rows(g);
  return detail::members_without_in_rows(rows.view(), vertex);
}

}  // namespace coopnet::algo
