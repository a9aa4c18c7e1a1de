#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "algo/maximum_weight_matching_arcs.hpp"

/// The nested blossoms and the pairs.
///
/// A node is a vertex (number below the number of vertices) or a blossom. A blossom is a circuit of
/// an odd number of nodes, its children: each is joined to the next by an edge, and all but the
/// base child are paired along such edges, so that the blossom's vertices are paired inside but
/// one, its base. Any vertex can be made the base. The vertices of a node are a stretch of one
/// linked list; those of a blossom are the stretches of its children one after the other.
namespace coopnet::algo::matching {

struct Link {
  std::uint32_t from = none;  // in this child
  std::uint32_t to = none;    // in the next one
};

class Blossoms {
 public:
  Blossoms(std::uint32_t vertices, std::vector<std::uint32_t> mates);

  [[nodiscard]] bool is_blossom(std::uint32_t node) const { return node >= vertices_; }
  [[nodiscard]] std::uint32_t vertices() const { return vertices_; }
  [[nodiscard]] std::uint32_t nodes() const { return static_cast<std::uint32_t>(parent.size()); }
  [[nodiscard]] std::uint32_t mate_of_base(std::uint32_t node) const { return mate[base[node]]; }
  [[nodiscard]] std::uint32_t child_with(std::uint32_t blossom, std::uint32_t vertex) const;

  /// A blossom of the circuit given, base child first; link[i] joins circuit[i] to the next.
  /// Does not change `top`.
  std::uint32_t shrink(const std::vector<std::uint32_t>& circuit, const std::vector<Link>& links);
  /// Makes the children outermost nodes. Does not change `top`.
  void dissolve(std::uint32_t blossom);
  /// Gives the number of a dissolved blossom back.
  void release(std::uint32_t blossom) { unused_.push_back(blossom); }
  /// Makes the vertex the base of the node, changing pairs inside. The base's own mate stays.
  void set_base(std::uint32_t node, std::uint32_t vertex);
  void set_top(std::uint32_t node);

  template <class Visit>
  void for_vertices(std::uint32_t node, Visit visit) const {
    for (auto v = first[node];; v = next_vertex[v]) {
      visit(v);
      if (v == last[node]) return;
    }
  }
  template <class Visit>
  void for_children(std::uint32_t blossom, Visit visit) const {
    auto child = base_child[blossom];
    do {
      const auto following = next[child];
      visit(child);
      child = following;
    } while (child != base_child[blossom]);
  }

  // Of each vertex.
  std::vector<std::uint32_t> mate;
  std::vector<std::uint32_t> top;  // the outermost node that holds it; see Search about the tree
  std::vector<std::uint32_t> next_vertex;
  // Of each node.
  std::vector<std::uint32_t> parent;
  std::vector<std::uint32_t> base;
  std::vector<std::uint32_t> first, last;  // vertices
  std::vector<std::uint32_t> size;         // in vertices
  std::vector<std::uint32_t> base_child;
  std::vector<std::uint32_t> next, previous;  // in the parent's circuit
  std::vector<Link> link;                     // to the next
  std::vector<std::uint8_t> paired_with_next;
  std::vector<std::int64_t> price;  // of blossoms

 private:
  void turn(std::uint32_t blossom, std::uint32_t new_base_child);
  void pair_along(std::uint32_t child);

  std::uint32_t vertices_;
  std::vector<std::uint32_t> unused_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> to_rebase_;  // node, its new base
  std::vector<std::uint32_t> chain_;
};

}  // namespace coopnet::algo::matching
