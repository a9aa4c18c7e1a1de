#pragma once

#include <cstdint>
#include <vector>

#include "algo/maximum_weight_matching_arcs.hpp"
#include "coopnet/core/stop.hpp"

/// The optimum with half edges, from which the search for the true one starts.
///
/// If an edge may also be taken by half, odd circuits of half edges compete with pairs; the optimum
/// consists of pairs and such circuits, and needs prices on vertices alone. It is found like an
/// assignment: first each price is lowered as far as its edges allow, taking tight edges greedily;
/// then a tree of shortest alternating paths is grown from each vertex left free, until it
///   - meets a free vertex or a circuit: the path is flipped, a circuit is split into pairs;
///   - closes an odd circuit: the path to it is flipped, the circuit becomes one of half edges; or
///   - brings the price of a vertex to zero: that vertex is left free instead.
/// In the end each circuit is split into pairs and one free vertex, which the search then treats.
namespace coopnet::algo::matching {

class HalfEdgeStart {
 public:
  explicit HalfEdgeStart(const Arcs& arcs);
  void run(ProgressMeter& meter);

  std::vector<std::int64_t> price;  // price(a) + price(b) >= weight2(a,b), equal for pairs
  std::vector<std::uint32_t> mate;  // or none

 private:
  enum class End : std::uint8_t { zero, join, circuit };

  void lower_prices();
  void grow_from(std::uint32_t root);
  void make_even(std::uint32_t v);
  void scan(std::uint32_t u);
  void end_by(std::int64_t at, End how, std::uint32_t u, std::uint32_t v);
  void finish();
  void settle();

  void flip_path(std::uint32_t v);
  void split_circuit(std::uint32_t v);
  void close_circuit(std::uint32_t u, std::uint32_t v);
  [[nodiscard]] std::uint32_t parent(std::uint32_t even) const;
  [[nodiscard]] std::uint32_t common_ancestor(std::uint32_t u, std::uint32_t v);
  [[nodiscard]] bool is_paired(std::uint32_t v) const { return mate[v] != none; }

  const Arcs& arcs_;
  std::vector<std::uint32_t> half_;  // next vertex of the circuit of half edges, or none
  // State of one search. Prices of labelled vertices are kept as if the search were at its start:
  // the true price is price - now_ if even, price + now_ if odd.
  std::vector<Label> label_;
  std::vector<std::int64_t> reached_at_;
  std::vector<std::uint32_t> via_;  // the even vertex an odd one was reached from
  std::vector<std::uint32_t> touched_;
  std::vector<std::uint32_t> mark_;
  std::uint32_t marker_ = 0;
  EventQueue events_;
  std::int64_t now_ = 0;
  std::int64_t limit_ = 0;  // when the search ends at the latest, and how
  End end_ = End::zero;
  std::uint32_t end_u_ = none;
  std::uint32_t end_v_ = none;
};

}  // namespace coopnet::algo::matching
