#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <vector>

#include "coopnet/algo/detail/shortest_paths.hpp"
#include "coopnet/algo/detail/wide_count.hpp"
#include "coopnet/graph/rows.hpp"

/// The two searches of betweenness.hpp. Each finds the shortest paths from one source after another
/// and gathers what depends on them.
namespace coopnet::algo::detail {

/// Vertices in the piece of each vertex, the directions of edges put aside: no search reaches more.
[[nodiscard]] inline std::vector<std::uint32_t> piece_sizes(const graph::RowView& rows) {
  std::vector<std::uint32_t> parent(rows.vertex_count());
  std::iota(parent.begin(), parent.end(), 0U);
  const auto root = [&](std::uint32_t v) {
    while (parent[v] != v) v = parent[v] = parent[parent[v]];
    return v;
  };
  for (std::uint32_t v = 0; v < parent.size(); ++v)
    for (const auto w : rows.row(v)) parent[root(w)] = root(v);
  std::vector<std::uint32_t> size(parent.size());
  for (std::uint32_t v = 0; v < parent.size(); ++v) ++size[root(v)];
  for (std::uint32_t v = 0; v < parent.size(); ++v) size[v] = size[root(v)];
  return size;
}

/// Shortest paths from one source after another where each edge has length one: breadth-first,
/// level by level. Vertices are named by their place in the order in which they are reached, so a
/// level is a range of places, and a neighbour is a successor if its place lies behind the level.
/// The successors are written down as they are found and without a branch: which neighbour is one
/// is hard to foretell.
template <class Count>
class HopPaths {
 public:
  using Input = graph::RowView;
  static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

  explicit HopPaths(const Input& rows)
      : rows_(rows),
        piece_size_(piece_sizes(rows)),
        place_(rows.vertex_count(), unreached),
        vertex_(rows.vertex_count() + 1),  // one more: written before it is known to be used
        count_(rows.vertex_count()),
        share_(rows.vertex_count()),
        first_(rows.vertex_count() + 1),
        successor_(rows.arc_count() + 1) {}

  /// Levels and numbers of shortest paths; false if a number exceeds Count.
  [[nodiscard]] bool search(std::uint32_t source) {
    place_[source] = 0;
    vertex_[0] = source;
    count_[0] = Count(1);
    reached_ = 1;
    // Once everybody is reached, nobody is left to be a successor of the last level.
    for (listed_ = 0; listed_ < reached_ && reached_ < piece_size_[source];) {
      const auto begin = listed_;
      const auto end = reached_;
      for (auto p = begin; p < end; ++p) find_successors(p, end);
      for (auto p = begin; p < end; ++p)
        for (auto k = first_[p]; k < first_[p + 1]; ++k) count_[successor_[k]] += count_[p];
      listed_ = end;
    }
    return std::all_of(count_.begin(), count_.begin() + static_cast<std::ptrdiff_t>(reached_),
                       [](const Count& c) { return fits(c); });
  }

  /// Adds the dependency of the source on each vertex. share_ is (1 + dependency) / paths.
  void add_dependencies(std::span<double> score) {
    for (auto p = listed_; p < reached_; ++p) share_[p] = inverse(count_[p]);
    for (auto p = listed_; p-- > 0;) {
      Count gathered{};
      for (auto k = first_[p]; k < first_[p + 1]; ++k) gathered += share_[successor_[k]];
      if (p > 0) score[vertex_[p]] += product(count_[p], gathered);
      share_[p] = inverse(count_[p]) + gathered;
    }
  }

  /// Ready for another source.
  void clean() {
    for (std::uint32_t p = 0; p < reached_; ++p) place_[vertex_[p]] = unreached;
    std::fill_n(count_.begin(), reached_, Count{});
  }

 private:
  /// Writes down the successors of the vertex at place p, whose level ends before `next_level`, and
  /// gives the next places to those reached for the first time.
  void find_successors(std::uint32_t p, std::uint32_t next_level) {
    auto reached = reached_;
    auto found = first_[p];
    for (const auto w : rows_.row(vertex_[p])) {
      const bool fresh = place_[w] == unreached;
      const auto place = fresh ? reached : place_[w];
      place_[w] = place;
      vertex_[reached] = w;
      reached += static_cast<std::uint32_t>(fresh);
      successor_[found] = place;
      found += static_cast<std::uint32_t>(place >= next_level);
    }
    reached_ = reached;
    first_[p + 1] = found;
  }

  graph::RowView rows_;
  std::vector<std::uint32_t> piece_size_;
  std::vector<std::uint32_t> place_;   // of a vertex
  std::vector<std::uint32_t> vertex_;  // at a place; the first reached_ ones
  std::vector<Count> count_;           // by place
  std::vector<Count> share_;           // by place
  std::vector<std::uint32_t> first_;   // by place: of the successors
  std::vector<std::uint32_t> successor_;
  std::uint32_t reached_ = 0;  // vertices
  std::uint32_t listed_ = 0;   // places whose successors are written down
};

/// The same where edges have lengths.
template <class Count>
class LengthPaths {
 public:
  using Input = LengthRows;

  explicit LengthPaths(const Input& rows)
      : search_(rows), count_(rows.rows.view().vertex_count()) {}

  [[nodiscard]] bool search(std::uint32_t source) {
    count_[source] = Count(1);
    bool all_fit = true;
    search_.run(
        source, [&](std::uint32_t v) { all_fit = all_fit && fits(count_[v]); },
        [&](std::uint32_t v, std::uint32_t w) { count_[w] = count_[v]; },
        [&](std::uint32_t v, std::uint32_t w) { count_[w] += count_[v]; });
    return all_fit;
  }

  void add_dependencies(std::span<double> score) {
    const auto order = search_.order();
    for (std::size_t i = order.size(); i-- > 0;) {
      const auto v = order[i];
      Count gathered{};
      search_.for_successors(v, [&](std::uint32_t w) { gathered += count_[w]; });
      if (i > 0) score[v] += product(count_[v], gathered);
      count_[v] = inverse(count_[v]) + gathered;
    }
  }

  void clean() { search_.clean(); }

 private:
  LengthSearch search_;
  std::vector<Count> count_;
};

}  // namespace coopnet::algo::detail
