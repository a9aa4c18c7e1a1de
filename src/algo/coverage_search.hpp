#pragma once

#include <numeric>
#include <utility>

#include "algo/coverage_table.hpp"

namespace coopnet::algo::detail {

/// Branch and bound over choices of at most k sets.
class ChoiceSearch {
 public:
  ChoiceSearch(const CoverageTable& table, std::uint64_t most_steps, Progress* progress)
      : table_(table), state_(table), most_steps_(most_steps), meter_(progress, 0) {}

  /// Sets worth trying where any optimum will do; `without` is left out.
  [[nodiscard]] std::vector<std::uint32_t> candidates(std::uint32_t without = ~0U) {
    return without_dominated(table_, state_, all_sets(without), most_steps_ / 4);
  }
  [[nodiscard]] std::vector<std::uint32_t> all_sets(std::uint32_t without = ~0U) const {
    std::vector<std::uint32_t> out(table_.set_count());
    std::iota(out.begin(), out.end(), 0U);
    std::erase(out, without);
    return out;
  }

  /// Calls visit(chosen, value, floor) for choices among `candidates` that cover `floor` or more;
  /// visit may raise the floor, and ends the search by returning false. Returns 0 after a complete
  /// search, else a value that no choice left unseen exceeds.
  template <class Visit>
  std::uint64_t run(std::vector<std::uint32_t> candidates, std::size_t k, std::uint64_t floor,
                    Visit visit) {
    floor_ = floor;
    open_ = 0;
    stopped_ = false;
    extend(std::move(candidates), k, visit);
    return open_;
  }
  /// Whether the last run saw everything it had to.
  [[nodiscard]] bool complete() const { return open_ == 0 && !stopped_; }
  [[nodiscard]] std::uint64_t steps() const { return state_.steps(); }

 private:
  template <class Visit>
  void report(std::uint64_t value, Visit& visit) {
    if (value >= floor_ && !visit(std::as_const(chosen_), value, floor_)) stopped_ = true;
  }

  /// What at most `r` of the sets from place i on could cover.
  [[nodiscard]] std::uint64_t bound(const std::vector<std::uint32_t>& by_gain, std::size_t i,
                                    std::size_t r) const {
    std::uint64_t sum = 0;
    for (const auto end = std::min(by_gain.size(), i + r); i < end && sum < state_.left(); ++i)
      sum = std::min(state_.left(), sum + state_.gain(by_gain[i]));
    return state_.covered() + sum;
  }

  template <class Visit>
  void extend(std::vector<std::uint32_t> candidates, std::size_t r, Visit& visit) {
    std::erase_if(candidates, [&](std::uint32_t s) { return state_.gain(s) == 0; });
    if (candidates.empty() || r == 0) return report(state_.covered(), visit);
    std::sort(candidates.begin(), candidates.end(), ByGain{state_});
    state_.count_steps(candidates.size());
    meter_.check();
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto reach = bound(candidates, i, r);
      if (reach < floor_) return;
      if (stopped_ || state_.steps() > most_steps_) {
        open_ = std::max(open_, reach);
        return;
      }
      chosen_.push_back(candidates[i]);
      if (r == 1) {
        report(state_.covered() + state_.gain(candidates[i]), visit);
      } else {
        state_.add(candidates[i]);
        extend({candidates.begin() + static_cast<std::ptrdiff_t>(i) + 1, candidates.end()}, r - 1,
               visit);
        state_.remove(candidates[i]);
      }
      chosen_.pop_back();
    }
  }

  const CoverageTable& table_;
  CoverageState state_;
  std::uint64_t most_steps_;
  ProgressMeter meter_;
  std::vector<std::uint32_t> chosen_;
  std::uint64_t floor_ = 0, open_ = 0;
  bool stopped_ = false;
};

}  // namespace coopnet::algo::detail
