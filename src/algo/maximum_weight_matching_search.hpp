#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "algo/maximum_weight_matching_arcs.hpp"
#include "algo/maximum_weight_matching_blossoms.hpp"
#include "algo/maximum_weight_matching_start.hpp"

/// One search of Edmonds' method: from a free vertex whose price is not zero, a tree of alternating
/// paths is grown over outermost nodes. All prices in the tree move at the same pace, those of even
/// vertices down, of odd ones up, of even blossoms up and of odd ones down by twice as much, which
/// keeps the tree's edges tight. Of what can happen, the first is done:
///   - an edge to a node outside becomes tight: the node and the one it is paired with join;
///   - an edge between two even nodes becomes tight: the odd circuit is shrunk to an even blossom;
///   - the price of an odd blossom comes to zero: it is opened; the children between the edge it
///     was entered by and its base stay in the tree, the others leave it;
///   - the end: an edge to a free node becomes tight, or the price of an even vertex comes to zero.
///     The pairs along the path to it are flipped.
/// The time of the end known so far is `limit_`; what would happen later is not even noted.
///
/// While the search runs, Blossoms::top may name an outermost node of the past; the one that holds
/// it since something was shrunk, or that took its place when it was opened, is found by
/// outermost().
namespace coopnet::algo::matching {

class Search {
 public:
  Search(const Arcs& arcs, HalfEdgeStart&& start);

  /// Afterwards the vertex has a mate or the price zero.
  void grow_from(std::uint32_t root);

  [[nodiscard]] const Blossoms& blossoms() const { return nodes_; }
  [[nodiscard]] const std::vector<std::int64_t>& prices() const { return price_; }

 private:
  void scan(std::uint32_t u);
  void note_best(std::uint32_t v, const Event& edge);
  void scan_waiting();
  void handle(const Event& event);
  void end_by(std::int64_t at, std::uint32_t u, std::uint32_t v);

  void join(std::uint32_t arc, std::uint32_t from);
  void make_even(std::uint32_t node, std::int64_t rise);
  void make_odd(std::uint32_t node, Link entry);
  void make_out(std::uint32_t node);
  void shift_price(std::uint32_t node, std::int64_t amount);

  void shrink(std::uint32_t u, std::uint32_t v);
  void collect_path(std::uint32_t node, std::uint32_t ancestor);
  void open(std::uint32_t blossom);
  void hand_over(std::uint32_t blossom);

  void flip_path(std::uint32_t u, std::uint32_t v);
  void settle();
  void settle_prices();
  void settle_tops();

  [[nodiscard]] std::uint32_t outermost(std::uint32_t vertex);
  [[nodiscard]] std::uint32_t parent(std::uint32_t even);
  [[nodiscard]] std::uint32_t common_ancestor(std::uint32_t x, std::uint32_t y);

  const Arcs& arcs_;
  Blossoms nodes_;
  // True prices outside of the tree. In the tree as if the search were at its start: of an even
  // vertex now_ must be taken off, to an odd one added; to a blossom twice as much the other way.
  std::vector<std::int64_t> price_;

  // Of each node; of a vertex also while it is inside a blossom.
  std::vector<Label> label_;
  std::vector<Link> entry_;            // of an odd node: the edge it was reached by
  std::vector<std::uint32_t> merged_;  // union-find: from shrunk or opened nodes to outermost ones
  std::vector<std::uint32_t> mark_;
  std::uint32_t marker_ = 0;

  // Of each vertex that is not even: the best edge from an even one, by price - weight2 of the
  // latter. All of these slacks change together, so the best stays the best.
  std::vector<std::int64_t> best_;
  std::vector<Event> best_edge_;

  EventQueue events_;
  std::vector<std::uint32_t> to_scan_;                           // even vertices
  std::vector<std::uint32_t> labelled_;                          // vertices, perhaps twice
  std::vector<std::uint32_t> noted_;                             // vertices with a best edge
  std::vector<std::uint32_t> made_;                              // blossoms of this search
  std::vector<std::pair<std::uint32_t, std::uint32_t>> opened_;  // blossom, largest child
  std::vector<std::uint32_t> circuit_;
  std::vector<Link> links_;
  std::int64_t now_ = 0;
  std::int64_t limit_ = 0;
  Link end_;  // even vertex, and the free one outside if it is an edge
};

}  // namespace coopnet::algo::matching
