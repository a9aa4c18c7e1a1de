#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "coopnet/algo/maximum_coverage.hpp"
#include "coopnet/core/errors.hpp"

/// What greedy and the searches for coverage work on.
namespace coopnet::algo::detail {

/// The sets over classes of elements: elements that lie in the same sets are one class with the sum
/// of their weights. Cost: O(total size of the sets + elements).
class CoverageTable {
 public:
  explicit CoverageTable(const WeightedSets& sets) {
    check(sets);
    const auto class_of = refine(sets);
    sets_.begin.reserve(sets.size() + 1);
    std::vector<std::uint32_t> last(class_count(), ~0U);  // the last set that took this class
    for (std::uint32_t s = 0; s < sets.size(); ++s) {
      const auto first = static_cast<std::ptrdiff_t>(sets_.element.size());
      for (const auto e : sets.elements(s)) {
        const auto c = class_of[e];
        if (last[c] != s) sets_.element.push_back(c);
        last[c] = s;
      }
      std::sort(sets_.element.begin() + first, sets_.element.end());
      sets_.begin.push_back(static_cast<std::uint32_t>(sets_.element.size()));
    }
    index();
  }

  [[nodiscard]] std::uint32_t set_count() const { return static_cast<std::uint32_t>(sets_.size()); }
  [[nodiscard]] std::size_t class_count() const { return sets_.weight.size(); }
  /// Classes in a set and sets with a class, ascending.
  [[nodiscard]] std::span<const std::uint32_t> classes(std::uint32_t set) const {
    return sets_.elements(set);
  }
  [[nodiscard]] std::span<const std::uint32_t> sets_with(std::uint32_t c) const {
    return {set_.data() + set_begin_[c], set_begin_[c + 1] - set_begin_[c]};
  }
  [[nodiscard]] std::uint64_t weight(std::uint32_t c) const { return sets_.weight[c]; }
  /// Classes of all sets, one after the other.
  [[nodiscard]] std::size_t size() const { return sets_.element.size(); }
  /// Weight of all classes.
  [[nodiscard]] std::uint64_t total() const { return total_; }
  [[nodiscard]] bool holds(std::uint32_t set, std::uint32_t c) const {
    return std::binary_search(classes(set).begin(), classes(set).end(), c);
  }

 private:
  static void check(const WeightedSets& sets) {
    constexpr auto most = std::uint64_t{1} << 63;
    std::uint64_t sum = 0;
    for (const auto w : sets.weight) {
      if (w == 0 || w >= most - sum)
        throw PreconditionError("coverage: weights must be positive, their sum below 2^63");
      sum += w;
    }
    for (std::size_t s = 0; s < sets.size(); ++s) {
      const auto own = sets.elements(s);
      for (std::size_t i = 0; i < own.size(); ++i)
        if (own[i] >= sets.weight.size() || (i > 0 && own[i - 1] >= own[i]))
          throw PreconditionError("coverage: elements of a set must ascend and have a weight");
    }
  }

  /// The class of each element. Each set in turn parts every class that it divides.
  std::vector<std::uint32_t> refine(const WeightedSets& sets) {
    std::vector<std::uint32_t> part(sets.weight.size());  // 0: in no set so far
    std::vector<std::uint32_t> divided_by{~0U}, divided_to{0};
    for (std::uint32_t s = 0; s < sets.size(); ++s)
      for (const auto e : sets.elements(s)) {
        const auto p = part[e];
        if (divided_by[p] != s) {
          divided_by[p] = s;
          divided_to[p] = static_cast<std::uint32_t>(divided_by.size());
          divided_by.push_back(s);
          divided_to.push_back(divided_to[p]);  // an element is met once a set
        }
        part[e] = divided_to[p];
      }
    std::vector<std::uint32_t> number(divided_by.size(), ~0U);
    for (std::size_t e = 0; e < part.size(); ++e) {
      if (part[e] == 0) continue;
      auto& c = number[part[e]];
      if (c == ~0U) {
        c = static_cast<std::uint32_t>(sets_.weight.size());
        sets_.weight.push_back(0);
      }
      sets_.weight[c] += sets.weight[e];
      total_ += sets.weight[e];
      part[e] = c;
    }
    return part;
  }

  void index() {
    set_begin_.assign(class_count() + 1, 0);
    for (const auto c : sets_.element) ++set_begin_[c + 1];
    for (std::size_t c = 0; c < class_count(); ++c) set_begin_[c + 1] += set_begin_[c];
    set_.resize(sets_.element.size());
    auto next = set_begin_;
    for (std::uint32_t s = 0; s < set_count(); ++s)
      for (const auto c : classes(s)) set_[next[c]++] = s;
  }

  WeightedSets sets_;
  std::vector<std::uint32_t> set_begin_, set_;
  std::uint64_t total_ = 0;
};

/// Which classes are covered by the sets taken so far, and what every set would add.
class CoverageState {
 public:
  explicit CoverageState(const CoverageTable& table)
      : table_(table), times_(table.class_count()), gain_(table.set_count()) {
    for (std::uint32_t s = 0; s < table.set_count(); ++s)
      for (const auto c : table.classes(s)) gain_[s] += table.weight(c);
  }

  void add(std::uint32_t set) {
    for (const auto c : table_.classes(set)) {
      if (times_[c]++ > 0) continue;
      covered_ += table_.weight(c);
      for (const auto s : table_.sets_with(c)) gain_[s] -= table_.weight(c);
      steps_ += table_.sets_with(c).size();
    }
  }
  void remove(std::uint32_t set) {
    for (const auto c : table_.classes(set)) {
      if (--times_[c] > 0) continue;
      covered_ -= table_.weight(c);
      for (const auto s : table_.sets_with(c)) gain_[s] += table_.weight(c);
      steps_ += table_.sets_with(c).size();
    }
  }

  [[nodiscard]] std::uint64_t gain(std::uint32_t set) const { return gain_[set]; }
  [[nodiscard]] std::uint64_t covered() const { return covered_; }
  [[nodiscard]] std::uint64_t left() const { return table_.total() - covered_; }
  [[nodiscard]] bool covers(std::uint32_t c) const { return times_[c] > 0; }
  [[nodiscard]] std::span<const std::uint64_t> gains() const { return gain_; }

  /// Work done so far, counted by those who search.
  [[nodiscard]] std::uint64_t steps() const { return steps_; }
  void count_steps(std::uint64_t n) { steps_ += n; }

 private:
  const CoverageTable& table_;
  std::vector<std::uint32_t> times_;
  std::vector<std::uint64_t> gain_;
  std::uint64_t covered_ = 0, steps_ = 0;
};

/// Largest gain first, ties by number: a total order.
struct ByGain {
  const CoverageState& state;
  bool operator()(std::uint32_t x, std::uint32_t y) const {
    return state.gain(x) != state.gain(y) ? state.gain(x) > state.gain(y) : x < y;
  }
};

/// The sets among `candidates` that add something and lie within no other of them as far as not yet
/// covered; of equal ones the first. Gives up on dropping any after `most_steps`.
[[nodiscard]] std::vector<std::uint32_t> without_dominated(const CoverageTable& table,
                                                           CoverageState& state,
                                                           std::vector<std::uint32_t> candidates,
                                                           std::uint64_t most_steps);

/// Greedy: at most k sets. `bound`, if given, becomes the least bound met on the way.
[[nodiscard]] SetChoice greedy_choice(const CoverageTable& table, std::size_t k,
                                      std::uint64_t* bound = nullptr);

/// The given sets but those without which nothing is lost; the last ones go first.
[[nodiscard]] std::vector<std::uint32_t> without_superfluous(const CoverageTable& table,
                                                             std::vector<std::uint32_t> sets);

/// The given sets in the order of their gains.
[[nodiscard]] SetChoice in_order_of_gain(const CoverageTable& table,
                                         std::vector<std::uint32_t> sets);

/// The optima of at most k sets that cover `best.covered`, the most that k sets can.
[[nodiscard]] CoverageTies find_ties(const CoverageTable& table, std::size_t k,
                                     const SetChoice& best, const CoverageOptions& options,
                                     Progress* progress);

}  // namespace coopnet::algo::detail
