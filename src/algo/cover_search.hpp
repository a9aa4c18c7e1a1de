#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include "algo/coverage_table.hpp"

namespace coopnet::algo::detail {

/// Branch and bound over covers: choices of sets that leave nothing uncovered.
class CoverSearch {
 public:
  CoverSearch(const CoverageTable& table, std::uint64_t most_steps, Progress* progress)
      : table_(table),
        state_(table),
        allowed_(table.set_count()),
        used_(table.set_count()),
        most_steps_(most_steps),
        meter_(progress, 0),
        by_rarity_(table.class_count()) {
    std::iota(by_rarity_.begin(), by_rarity_.end(), 0U);
    std::stable_sort(by_rarity_.begin(), by_rarity_.end(), [&](std::uint32_t x, std::uint32_t y) {
      return table.sets_with(x).size() < table.sets_with(y).size();
    });
  }

  /// Improves `best`, a cover; afterwards no cover has fewer than lower_bound() sets.
  void improve(std::vector<std::uint32_t>& best) {
    most_sets_ = best.size();
    reduce();
    lower_bound_ = chosen_.size() + least_more();
    if (lower_bound_ < best.size()) {
      --most_sets_;
      extend([&] {
        best = chosen_;
        most_sets_ = best.size() - 1;
        return most_sets_ >= lower_bound_;
      });
    }
    if (complete_) lower_bound_ = best.size();
  }
  [[nodiscard]] std::size_t lower_bound() const { return lower_bound_; }

  /// Calls visit(sets) for every cover of at most `most_sets` sets until it returns false. Of these
  /// three functions one is called once for an object.
  template <class Visit>
  void list(std::size_t most_sets, Visit visit) {
    most_sets_ = most_sets;
    std::fill(allowed_.begin(), allowed_.end(), true);
    extend([&] { return visit(std::as_const(chosen_)); });
  }
  /// Whether there is a cover of at most `most_sets` sets without `set`; nothing if not found out.
  [[nodiscard]] std::optional<bool> exists_without(std::uint32_t set, std::size_t most_sets) {
    most_sets_ = most_sets;
    forbidden_ = set;
    if (!reduce()) return false;
    bool found = false;
    extend([&] {
      found = true;
      return false;
    });
    if (found) return true;
    return complete_ ? std::optional(false) : std::nullopt;
  }
  /// Whether nothing was left unseen.
  [[nodiscard]] bool complete() const { return complete_ && !stopped_; }

 private:
  /// Takes sets without which something stays uncovered and drops sets that lie within others,
  /// until neither changes anything. False if something cannot be covered.
  bool reduce() {
    std::vector<std::uint32_t> sets(table_.set_count());
    std::iota(sets.begin(), sets.end(), 0U);
    std::erase(sets, forbidden_);
    for (bool changed = true; changed;) {
      sets = without_dominated(table_, state_, std::move(sets), most_steps_ / 4);
      std::fill(allowed_.begin(), allowed_.end(), false);
      for (const auto s : sets) allowed_[s] = true;
      changed = false;
      for (const auto c : by_rarity_) {
        if (state_.covers(c)) continue;
        const auto [count, set] = allowed_with(c);
        if (count == 0) return false;
        if (count > 1) continue;
        take(set);
        changed = true;
      }
    }
    return true;
  }

  /// How many sets that may be taken hold a class, and one of them.
  std::pair<std::size_t, std::uint32_t> allowed_with(std::uint32_t c) {
    std::pair<std::size_t, std::uint32_t> out{0, ~0U};
    for (const auto s : table_.sets_with(c))
      if (allowed_[s]) out = {out.first + 1, s};
    state_.count_steps(table_.sets_with(c).size());
    return out;
  }

  void take(std::uint32_t set) {
    chosen_.push_back(set);
    state_.add(set);
  }

  /// No fewer sets can cover what is left: for classes of which no two share a set one is needed
  /// each, and no m sets can add more than the m largest gains.
  std::size_t least_more() { return std::max(independent_classes(), sets_by_weight()); }

  std::size_t independent_classes() {
    std::fill(used_.begin(), used_.end(), false);
    std::size_t count = 0;
    for (const auto c : by_rarity_) {
      if (state_.covers(c)) continue;
      const auto sets = table_.sets_with(c);
      const auto blocked = [&](std::uint32_t s) { return allowed_[s] && used_[s]; };
      state_.count_steps(sets.size());
      if (std::any_of(sets.begin(), sets.end(), blocked)) continue;
      for (const auto s : sets) used_[s] = true;
      ++count;
    }
    return count;
  }

  std::size_t sets_by_weight() {
    gains_.clear();
    for (std::uint32_t s = 0; s < table_.set_count(); ++s)
      if (allowed_[s] && state_.gain(s) > 0) gains_.push_back(state_.gain(s));
    std::sort(gains_.begin(), gains_.end(), std::greater<>());
    state_.count_steps(table_.set_count());
    std::uint64_t sum = 0;
    std::size_t count = 0;
    while (sum < state_.left() && count < gains_.size())
      sum = std::min(state_.left(), sum + gains_[count++]);
    return count;
  }

  /// Calls found() for covers that begin with the chosen sets; ends everything when it returns
  /// false.
  template <class Found>
  void extend(const Found& found) {
    if (state_.left() == 0) {
      if (chosen_.size() <= most_sets_) stopped_ = !found();
      return;
    }
    meter_.check();
    if (chosen_.size() + least_more() > most_sets_) return;
    if (state_.steps() > most_steps_) stopped_ = true;
    const auto sets = sets_of_hardest_class();
    std::size_t tried = 0;
    for (; tried < sets.size(); ++tried) {
      if (stopped_) {
        complete_ = false;
        break;
      }
      take(sets[tried]);
      extend(found);
      state_.remove(sets[tried]);
      chosen_.pop_back();
      allowed_[sets[tried]] = false;  // covers with it have all been seen
    }
    for (std::size_t i = 0; i < tried; ++i) allowed_[sets[i]] = true;
  }

  /// The sets that hold the uncovered class with the fewest of them, largest gain first.
  std::vector<std::uint32_t> sets_of_hardest_class() {
    std::size_t fewest = table_.set_count() + 1;
    auto hardest = ~0U;
    for (const auto c : by_rarity_) {
      if (state_.covers(c)) continue;
      const auto count = allowed_with(c).first;
      if (count < fewest) {
        fewest = count;
        hardest = c;
      }
      if (fewest <= 1) break;
    }
    std::vector<std::uint32_t> out;
    for (const auto s : table_.sets_with(hardest))
      if (allowed_[s]) out.push_back(s);
    std::sort(out.begin(), out.end(), ByGain{state_});
    return out;
  }

  const CoverageTable& table_;
  CoverageState state_;
  std::vector<bool> allowed_, used_;
  std::uint64_t most_steps_;
  ProgressMeter meter_;
  std::vector<std::uint32_t> by_rarity_, chosen_;
  std::vector<std::uint64_t> gains_;
  std::size_t most_sets_ = 0, lower_bound_ = 0;
  std::uint32_t forbidden_ = ~0U;
  bool stopped_ = false, complete_ = true;
};

}  // namespace coopnet::algo::detail
