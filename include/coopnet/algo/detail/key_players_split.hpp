#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/algo/detail/key_players_reach.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Sets of vertices without which a network falls apart. See key_players.hpp.
namespace coopnet::algo {

struct KeySplitOptions {
  bool distance_weighted = false;
  std::uint64_t most_steps = 50'000'000;  ///< of each part; a step looks at one edge end
};

namespace detail {

/// What holds the vertices left together: how many pairs are joined by a path, or the sum of
/// 1 / distance over them in units of 1 / inverse_distance_unit.
class Cohesion {
 public:
  Cohesion(const graph::RowView& rows, bool distance_weighted)
      : rows_(rows),
        distance_weighted_(distance_weighted),
        removed_(rows.vertex_count()),
        seen_(rows.vertex_count(), 0) {}

  void remove(std::uint32_t v) { removed_[v] = true; }
  void restore(std::uint32_t v) { removed_[v] = false; }
  [[nodiscard]] bool removed(std::uint32_t v) const { return removed_[v]; }
  [[nodiscard]] std::uint64_t unit() const {
    return distance_weighted_ ? inverse_distance_unit : 1;
  }
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

  [[nodiscard]] std::uint64_t measure() {
    return distance_weighted_ ? sum_of_inverse_distances() : joined_pairs();
  }

 private:
  std::uint64_t joined_pairs() {
    ++round_;
    std::uint64_t pairs = 0;
    std::size_t left = 0;
    for (const bool gone : removed_) left += gone ? 0U : 1U;
    for (std::uint32_t v = 0; v < rows_.vertex_count() && left > 0; ++v) {
      if (removed_[v] || seen_[v] == round_) continue;
      walk(v, left);
      left -= queue_.size();
      pairs += std::uint64_t{queue_.size()} * (queue_.size() - 1) / 2;
    }
    return pairs;
  }

  std::uint64_t sum_of_inverse_distances() {
    std::uint64_t sum = 0;
    for (std::uint32_t v = 0; v < rows_.vertex_count(); ++v) {
      if (removed_[v]) continue;
      ++round_;
      walk(v, rows_.vertex_count());
      for (std::size_t i = 1; i < queue_.size(); ++i) sum += inverse_distance(depth_[i]);
    }
    return sum / 2;  // every pair was met from both ends
  }

  /// The vertices joined to v, nearest first, and how far away they are. Ends early when as many
  /// as there can be are found.
  void walk(std::uint32_t v, std::size_t most) {
    queue_.assign(1, v);
    depth_.assign(1, 0);
    seen_[v] = round_;
    for (std::size_t i = 0; i < queue_.size() && queue_.size() < most; ++i) {
      const auto row = rows_.row(queue_[i]);
      steps_ += row.size() + 1;
      for (const auto w : row) {
        if (removed_[w] || seen_[w] == round_) continue;
        seen_[w] = round_;
        queue_.push_back(w);
        depth_.push_back(depth_[i] + 1);
      }
    }
  }

  const graph::RowView& rows_;
  bool distance_weighted_;
  std::vector<bool> removed_;
  std::vector<std::uint32_t> seen_;
  std::vector<std::uint32_t> queue_, depth_;
  std::uint32_t round_ = 0;
  std::uint64_t steps_ = 0;
};

class SplitSearch {
 public:
  SplitSearch(const graph::RowView& rows, const KeySplitOptions& options, Progress* progress)
      : rows_(rows),
        most_steps_(options.most_steps),
        cohesion_(rows, options.distance_weighted),
        degree_(rows.vertex_count()),
        meter_(progress, 0) {
    for (std::uint32_t v = 0; v < rows.vertex_count(); ++v)
      for_neighbours(v, [&](std::uint32_t) { ++degree_[v]; });
    for (const auto d : degree_) adjacent_ += d;
    adjacent_ /= 2;
  }

  /// The best set of k vertices found, ascending.
  std::vector<std::uint32_t> run(std::size_t k) {
    k = std::min(k, rows_.vertex_count());
    grow(k);
    exchange();
    std::sort(best_.begin(), best_.end());
    proved_ = try_all(k) || best_value_ == least(k);
    return best_;
  }
  [[nodiscard]] bool proved() const { return proved_; }

  [[nodiscard]] std::optional<double> fragmentation(std::span<const std::uint32_t> removed) {
    for (const auto v : removed) cohesion_.remove(v);
    const auto value = cohesion_.measure();
    for (const auto v : removed) cohesion_.restore(v);
    return as_share(value, removed.size());
  }
  /// No set of k vertices leaves more fragmentation. After run(k).
  [[nodiscard]] std::optional<double> bound(std::size_t k) {
    return as_share(proved_ ? best_value_ : least(k), k);
  }

 private:
  [[nodiscard]] std::optional<double> as_share(std::uint64_t value, std::size_t removed) const {
    const auto left = static_cast<double>(rows_.vertex_count() - removed);
    if (left < 2) return std::nullopt;
    const auto unit = static_cast<double>(cohesion_.unit());
    return 1 - static_cast<double>(value) / unit / (left * (left - 1) / 2);
  }

  template <class Visit>
  void for_neighbours(std::uint32_t v, Visit visit) const {
    auto before = v;  // rows ascend: parallel edges are neighbours in it
    for (const auto w : rows_.row(v)) {
      if (w != v && w != before) visit(w);
      before = w;
    }
  }

  /// Vertices that are adjacent stay joined: a lower bound of the cohesion without r more vertices.
  [[nodiscard]] std::uint64_t least(std::size_t r) {
    if (r == 0) return adjacent_ * cohesion_.unit();
    largest_.clear();
    for (std::uint32_t v = 0; v < degree_.size(); ++v)
      if (!cohesion_.removed(v)) largest_.push_back(degree_[v]);
    r = std::min(r, largest_.size());
    std::nth_element(largest_.begin(), largest_.begin() + static_cast<std::ptrdiff_t>(r),
                     largest_.end(), std::greater<>());
    std::uint64_t gone = 0;
    for (std::size_t i = 0; i < r; ++i) gone += largest_[i];
    return (adjacent_ - std::min(gone, adjacent_)) * cohesion_.unit();
  }

  [[nodiscard]] std::uint64_t without(std::uint32_t v) {
    meter_.check();
    cohesion_.remove(v);
    const auto value = cohesion_.measure();
    cohesion_.restore(v);
    return value;
  }

  /// The vertex without which least holds together.
  std::uint32_t best_single(std::uint64_t& value) {
    value = std::numeric_limits<std::uint64_t>::max();
    std::uint32_t best = 0;
    for (std::uint32_t v = 0; v < rows_.vertex_count(); ++v) {
      if (cohesion_.removed(v)) continue;
      const auto now = without(v);
      if (now < value) best = v;
      value = std::min(value, now);
    }
    return best;
  }

  void grow(std::size_t k) {
    best_.clear();
    best_value_ = cohesion_.measure();
    while (best_.size() < k) {
      best_.push_back(best_single(best_value_));
      cohesion_.remove(best_.back());
    }
  }

  void exchange() {
    const auto limit = cohesion_.steps() + most_steps_;
    for (std::size_t unchanged = 0, i = 0; unchanged < best_.size() && cohesion_.steps() < limit;
         i = (i + 1) % best_.size()) {
      cohesion_.restore(best_[i]);
      std::uint64_t value = 0;
      const auto other = best_single(value);
      const bool better = value < best_value_;
      if (better) best_[i] = other;
      best_value_ = std::min(best_value_, value);
      unchanged = better ? 0 : unchanged + 1;
      cohesion_.remove(best_[i]);
    }
    for (const auto v : best_) cohesion_.restore(v);
  }

  /// True if no set was left out unseen.
  bool try_all(std::size_t k) {
    limit_ = cohesion_.steps() + most_steps_;
    chosen_.clear();
    first_seen_ = false;
    stopped_ = false;
    extend(0, k);
    return !stopped_;
  }

  void extend(std::uint32_t from, std::size_t r) {
    if (r == 0) {
      const auto value = cohesion_.measure();
      if (value < best_value_ || (value == best_value_ && !first_seen_)) {
        best_ = chosen_;
        first_seen_ = true;
      }
      best_value_ = std::min(best_value_, value);
      return;
    }
    const auto reach = least(r);
    extra_steps_ += degree_.size();
    if (reach > best_value_ || (reach == best_value_ && first_seen_)) return;
    for (auto v = from; v + r <= rows_.vertex_count(); ++v) {
      meter_.check();
      stopped_ = stopped_ || cohesion_.steps() + extra_steps_ > limit_;
      if (stopped_) return;
      take(v);
      extend(v + 1, r - 1);
      give_back(v);
    }
  }

  void take(std::uint32_t v) {
    cohesion_.remove(v);
    chosen_.push_back(v);
    for_neighbours(v, [&](std::uint32_t w) {
      --degree_[w];
      if (!cohesion_.removed(w)) --adjacent_;
    });
  }
  void give_back(std::uint32_t v) {
    for_neighbours(v, [&](std::uint32_t w) {
      ++degree_[w];
      if (!cohesion_.removed(w)) ++adjacent_;
    });
    chosen_.pop_back();
    cohesion_.restore(v);
  }

  const graph::RowView& rows_;
  std::uint64_t most_steps_;
  Cohesion cohesion_;
  std::vector<std::uint64_t> degree_;  // different neighbours that are not removed
  std::uint64_t adjacent_ = 0;         // pairs of adjacent vertices of which none is removed
  ProgressMeter meter_;
  std::vector<std::uint64_t> largest_;
  std::vector<std::uint32_t> best_, chosen_;
  std::uint64_t best_value_ = 0, limit_ = 0, extra_steps_ = 0;
  bool proved_ = false, first_seen_ = false, stopped_ = false;
};

}  // namespace detail
}  // namespace coopnet::algo
