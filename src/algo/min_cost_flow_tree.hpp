#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/algo/min_cost_flow.hpp"

/// The spanning tree of the network simplex method and its one operation, the pivot.
///
/// Nodes are 0..n-1; n is an artificial root. Every other node owns the arc to its parent, with the
/// flow on it. Children hang in doubly linked lists, so that cutting and hanging a subtree is
/// O(1) a node of the turned path, and one walk of the subtree renews potentials and depths.
///
/// Strongly feasible: from every node some flow could be sent to the root through tree arcs. The
/// leaving arc, the last blocking one of the cycle seen from its top in the direction of the push,
/// keeps this true, and no tree comes back.
namespace coopnet::algo::detail {

inline constexpr std::uint32_t no_node = ~std::uint32_t{0};
inline constexpr std::uint32_t artificial = ~std::uint32_t{0};  // id of arcs to the root

struct TreeArc {
  std::int64_t flow = 0;
  std::int64_t capacity = unlimited;
  std::uint32_t id = artificial;
  bool up = true;  // leads from the node to its parent

  [[nodiscard]] std::int64_t room(bool upwards) const {
    if (up != upwards) return flow;
    return capacity == unlimited ? unlimited : capacity - flow;
  }
};

struct TreeNode {
  TreeArc arc;
  std::uint32_t parent = no_node;
  std::uint32_t child = no_node;  // the first one
  std::uint32_t next = no_node;   // siblings
  std::uint32_t previous = no_node;
  std::uint32_t depth = 0;
};

/// An arc that is to enter: flow is pushed from tail to head, which lowers the cost by -gain a
/// unit.
struct Entering {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  std::int64_t reduced_cost = 0;  // of a unit pushed; negative
  std::int64_t capacity = unlimited;
  std::uint32_t id = 0;
  bool forward = true;  // the arc leads from tail to head; otherwise its flow is taken back
};

struct Pivot {
  std::int64_t pushed = 0;  // `unlimited`: the cycle has no end
  bool entered = false;     // false: the arc went from one bound to the other
  TreeArc left;             // the arc that left the tree
};

class FlowTree {
 public:
  explicit FlowTree(std::size_t nodes) : nodes_(nodes + 1), potential_(nodes + 1, 0) {}

  [[nodiscard]] std::uint32_t root() const { return static_cast<std::uint32_t>(nodes_.size() - 1); }
  [[nodiscard]] const TreeNode& node(std::uint32_t v) const { return nodes_[v]; }
  [[nodiscard]] const std::int64_t* potentials() const { return potential_.data(); }
  [[nodiscard]] std::int64_t potential(std::uint32_t v) const { return potential_[v]; }

  /// For the first tree: hangs v, which has no parent yet, below `parent`.
  void hang(std::uint32_t v, std::uint32_t parent, const TreeArc& arc) {
    TreeNode& node = nodes_[v];
    node.arc = arc;
    node.parent = parent;
    node.previous = no_node;
    node.next = nodes_[parent].child;
    if (node.next != no_node) nodes_[node.next].previous = v;
    nodes_[parent].child = v;
  }

  /// For the first tree: sets depths, and potentials such that tree arcs have reduced cost zero;
  /// cost(v) is that of the arc at v.
  template <class Cost>
  void settle(Cost cost) {
    for (auto v = nodes_[root()].child; v != no_node; v = after(v, root())) {
      const TreeNode& node = nodes_[v];
      nodes_[v].depth = nodes_[node.parent].depth + 1;
      potential_[v] = potential_[node.parent] + (node.arc.up ? -cost(v) : cost(v));
    }
  }

  Pivot pivot(const Entering& in) {
    const auto [blocked, delta, at_tail] = find_blocked(in);
    Pivot out{delta, blocked != no_node, {}};
    if (delta == unlimited) return out;
    if (delta > 0) push(in, delta);
    if (!out.entered) return out;
    out.left = nodes_[blocked].arc;
    TreeArc arc{in.forward ? delta : in.capacity - delta, in.capacity, in.id,
                in.forward == at_tail};
    const auto inner = at_tail ? in.tail : in.head;  // the end that is cut off
    turn(inner, at_tail ? in.head : in.tail, blocked, arc);
    shift(inner, at_tail ? -in.reduced_cost : in.reduced_cost);
    return out;
  }

  /// Calls visit(v) for every node whose arc lies on the cycle that `in` closes.
  template <class Visit>
  void for_cycle(const Entering& in, Visit visit) const {
    auto u = in.tail, v = in.head;
    while (u != v) {
      auto& deeper = nodes_[u].depth >= nodes_[v].depth ? u : v;
      visit(deeper, &deeper == &u);
      deeper = nodes_[deeper].parent;
    }
  }

 private:
  struct Blocked {
    std::uint32_t node;  // whose arc leaves; no_node: the entering arc itself blocks
    std::int64_t delta;
    bool at_tail;
  };

  /// On the tail's side flow goes down and the first arc met counts, on the head's side it goes up
  /// and the last one met does: that is the order of the push, from the top round to the top.
  [[nodiscard]] Blocked find_blocked(const Entering& in) const {
    Blocked found{no_node, in.capacity, false};
    for_cycle(in, [&](std::uint32_t v, bool at_tail) {
      const auto room = nodes_[v].arc.room(!at_tail);
      if (at_tail ? room >= found.delta : room > found.delta) return;
      if (room != unlimited) found = {v, room, at_tail};
    });
    return found;
  }

  void push(const Entering& in, std::int64_t delta) {
    for_cycle(in, [&](std::uint32_t v, bool at_tail) {
      auto& arc = nodes_[v].arc;
      arc.flow += arc.up == at_tail ? -delta : delta;
    });
  }

  void cut(std::uint32_t v) {
    const TreeNode& node = nodes_[v];
    if (node.previous == no_node) {
      nodes_[node.parent].child = node.next;
    } else {
      nodes_[node.previous].next = node.next;
    }
    if (node.next != no_node) nodes_[node.next].previous = node.previous;
  }

  /// Hangs `inner` below `parent` by `arc` and turns the path from it up to `last` over.
  void turn(std::uint32_t inner, std::uint32_t parent, std::uint32_t last, TreeArc arc) {
    for (auto v = inner;;) {
      const auto above = nodes_[v].parent;
      TreeArc old = nodes_[v].arc;
      cut(v);
      hang(v, parent, arc);
      if (v == last) return;
      old.up = !old.up;
      arc = old;
      parent = v;
      v = above;
    }
  }

  void shift(std::uint32_t top, std::int64_t by) {
    for (auto v = top; v != no_node; v = after(v, top)) {
      nodes_[v].depth = nodes_[nodes_[v].parent].depth + 1;
      potential_[v] += by;
    }
  }

  /// The node after v in a walk of the subtree of `top`, parents first.
  [[nodiscard]] std::uint32_t after(std::uint32_t v, std::uint32_t top) const {
    if (nodes_[v].child != no_node) return nodes_[v].child;
    while (v != top && nodes_[v].next == no_node) v = nodes_[v].parent;
    return v == top ? no_node : nodes_[v].next;
  }

  std::vector<TreeNode> nodes_;
  std::vector<std::int64_t> potential_;
};

}  // namespace coopnet::algo::detail
