#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "coopnet/algo/maximum_weight_matching.hpp"

namespace coopnet::algo::matching {

inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// What a vertex is in the tree of alternating paths that is being grown: outside of it, reached by
/// an even number of edges from the root (its price falls), or by an odd number (its price rises).
enum class Label : std::uint8_t { out, even, odd };

/// The edges in compressed rows, without loops and those that are worth nothing; weights doubled,
/// so that prices are integers throughout.
struct Arcs {
  std::vector<std::uint32_t> begin;  // vertices + 1
  std::vector<std::uint32_t> target;
  std::vector<std::int64_t> weight2;

  Arcs(std::size_t vertices, std::span<const WeightedEdge> edges, std::int64_t raise);

  [[nodiscard]] std::uint32_t vertices() const {
    return static_cast<std::uint32_t>(begin.size() - 1);
  }
};

/// Something that needs attention when the prices have moved by `at` since the search began: an
/// edge (`arc` with `from` as its source), or, without an arc, the blossom `from`.
struct Event {
  std::int64_t at = 0;
  std::uint32_t from = none;
  std::uint32_t arc = none;
};

/// The events to come, earliest first; those due at once wait on a stack beside the heap.
class EventQueue {
 public:
  void clear();
  void push(const Event& event, std::int64_t now);
  /// False if nothing is due before `limit`.
  [[nodiscard]] bool pop(Event& event, std::int64_t limit);

 private:
  std::vector<Event> due_;
  std::vector<Event> heap_;
};

}  // namespace coopnet::algo::matching
