#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/algo/detail/radix_heap.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/graph/rows.hpp"

/// Dijkstra's search from one source after another in a graph whose edges have integer lengths.
namespace coopnet::algo::detail {

using LengthRows = graph::ValuedRows<std::uint64_t>;

/// Rows with the lengths of edges. Throws PreconditionError for a length that is not positive.
template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
  requires std::integral<std::invoke_result_t<const W&, graph::edge_t<G>>>
[[nodiscard]] LengthRows length_rows(const G& g, const W& length) {
  return graph::weighted_rows<std::uint64_t>(g, [&](const auto& e) {
    const auto x = length(e);
    if (x < 1 || !std::in_range<std::uint64_t>(x))
      throw PreconditionError("shortest paths: the length of an edge is not positive");
    return static_cast<std::uint64_t>(x);
  });
}

/// The search keeps its arrays from source to source; only what was reached is cleaned.
class LengthSearch {
 public:
  static constexpr std::uint64_t unreached = std::numeric_limits<std::uint64_t>::max();

  explicit LengthSearch(const LengthRows& in)
      : rows_(in.rows.view()), lengths_(in.values), distance_(rows_.vertex_count(), unreached) {
    order_.reserve(rows_.vertex_count());
    std::uint64_t longest = 0;
    for (const auto length : lengths_) longest = std::max(longest, length);
    farthest_ = unreached - 1 - longest;
  }

  /// Finds all distances from the source. Calls settled(v) when that of v is final, and for each
  /// arc from v to w that ends a path no longer than any before: shorter(v, w) or as_long(v, w).
  /// Throws PreconditionError if a distance may exceed 64 bits.
  template <class Settled, class Shorter, class AsLong>
  void run(std::uint32_t source, Settled settled, Shorter shorter, AsLong as_long) {
    distance_[source] = 0;
    queue_.push(0, source);
    while (!queue_.empty()) {
      const auto [reach, v] = queue_.pop();
      if (reach != distance_[v]) continue;  // a shorter way was found after this entry
      if (reach > farthest_)
        throw PreconditionError("shortest paths: a distance does not fit in 64 bits");
      order_.push_back(v);
      settled(v);
      for (auto k = rows_.offsets[v]; k < rows_.offsets[v + 1]; ++k) {
        const auto w = rows_.targets[k];
        const auto there = reach + lengths_[k];
        if (there > distance_[w]) continue;
        if (there == distance_[w]) {
          as_long(v, w);
          continue;
        }
        distance_[w] = there;
        queue_.push(there, w);
        shorter(v, w);
      }
    }
  }

  /// Ready for another source.
  void clean() {
    for (const auto v : order_) distance_[v] = unreached;
    order_.clear();
    queue_.clear();
  }

  /// Calls visit(w) for each arc from v on a shortest path from the source.
  template <class Visit>
  void for_successors(std::uint32_t v, Visit visit) const {
    for (auto k = rows_.offsets[v]; k < rows_.offsets[v + 1]; ++k)
      if (distance_[rows_.targets[k]] == distance_[v] + lengths_[k]) visit(rows_.targets[k]);
  }

  [[nodiscard]] std::size_t vertex_count() const { return rows_.vertex_count(); }
  [[nodiscard]] std::uint64_t distance(std::uint32_t v) const { return distance_[v]; }
  /// The vertices reached, the nearest first, the source before all.
  [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }

 private:
  graph::RowView rows_;
  std::span<const std::uint64_t> lengths_;
  std::vector<std::uint64_t> distance_;
  std::vector<std::uint32_t> order_;
  RadixHeap queue_;
  std::uint64_t farthest_ = 0;
};

}  // namespace coopnet::algo::detail
