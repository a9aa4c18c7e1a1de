#include "coopnet/algo/maximum_coverage.hpp"

#include <algorithm>
#include <functional>
#include <queue>

#include "algo/coverage_search.hpp"
#include "algo/coverage_table.hpp"

namespace coopnet::algo {
namespace detail {
namespace {

/// What is covered and the k largest gains: no k sets cover more.
std::uint64_t instance_bound(const CoverageState& state, std::size_t k,
                             std::vector<std::uint64_t>& scratch) {
  scratch.assign(state.gains().begin(), state.gains().end());
  k = std::min(k, scratch.size());
  const auto middle = scratch.begin() + static_cast<std::ptrdiff_t>(k);
  std::nth_element(scratch.begin(), middle, scratch.end(), std::greater<>());
  std::uint64_t sum = 0;
  for (auto it = scratch.begin(); it != middle && sum < state.left(); ++it)
    sum = std::min(state.left(), sum + *it);
  return state.covered() + sum;
}

bool lies_within(const CoverageTable& table, CoverageState& state, std::uint32_t inner,
                 std::uint32_t outer) {
  for (const auto c : table.classes(inner)) {
    state.count_steps(1);
    if (!state.covers(c) && !table.holds(outer, c)) return false;
  }
  return true;
}

/// Its uncovered class that lies in the fewest sets: only these sets can hold all of it.
std::uint32_t rarest_class(const CoverageTable& table, CoverageState& state, std::uint32_t set) {
  auto rarest = ~0U;
  for (const auto c : table.classes(set))
    if (!state.covers(c) &&
        (rarest == ~0U || table.sets_with(c).size() < table.sets_with(rarest).size()))
      rarest = c;
  state.count_steps(table.classes(set).size());
  return rarest;
}

}  // namespace

std::vector<std::uint32_t> without_dominated(const CoverageTable& table, CoverageState& state,
                                             std::vector<std::uint32_t> candidates,
                                             std::uint64_t most_steps) {
  std::erase_if(candidates, [&](std::uint32_t s) { return state.gain(s) == 0; });
  std::vector<bool> is_candidate(table.set_count());
  for (const auto s : candidates) is_candidate[s] = true;
  const auto dominated = [&](std::uint32_t s) {
    const auto others = table.sets_with(rarest_class(table, state, s));
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t t) {
      if (t == s || !is_candidate[t] || state.gain(t) < state.gain(s)) return false;
      if (state.gain(t) == state.gain(s) && t > s) return false;
      return lies_within(table, state, s, t);
    });
  };
  const auto limit = state.steps() + most_steps;
  std::erase_if(candidates, [&](std::uint32_t s) { return state.steps() < limit && dominated(s); });
  return candidates;
}

SetChoice greedy_choice(const CoverageTable& table, std::size_t k, std::uint64_t* bound) {
  using Entry = std::pair<std::uint64_t, std::uint32_t>;  // a gain that may be out of date, a set
  const auto worse = [](const Entry& x, const Entry& y) {
    return x.first != y.first ? x.first < y.first : x.second > y.second;
  };
  CoverageState state(table);
  std::vector<Entry> entries;
  for (std::uint32_t s = 0; s < table.set_count(); ++s) entries.emplace_back(state.gain(s), s);
  std::priority_queue heap(worse, std::move(entries));
  std::vector<std::uint64_t> scratch;
  if (bound != nullptr) *bound = table.total();
  SetChoice out;
  while (out.sets.size() < k && state.left() > 0) {
    if (bound != nullptr) *bound = std::min(*bound, instance_bound(state, k, scratch));
    while (heap.top().first != state.gain(heap.top().second)) {
      const auto s = heap.top().second;
      heap.pop();
      heap.emplace(state.gain(s), s);
    }
    const auto [gain, set] = heap.top();
    heap.pop();
    state.add(set);
    out.sets.push_back(set);
    out.gains.push_back(gain);
  }
  out.covered = state.covered();
  if (bound != nullptr) *bound = std::min(*bound, instance_bound(state, k, scratch));
  return out;
}

std::vector<std::uint32_t> without_superfluous(const CoverageTable& table,
                                               std::vector<std::uint32_t> sets) {
  std::vector<std::uint32_t> times(table.class_count());
  for (const auto s : sets)
    for (const auto c : table.classes(s)) ++times[c];
  for (std::size_t i = sets.size(); i-- > 0;) {
    const auto own = table.classes(sets[i]);
    if (std::any_of(own.begin(), own.end(), [&](std::uint32_t c) { return times[c] == 1; }))
      continue;
    for (const auto c : own) --times[c];
    sets.erase(sets.begin() + static_cast<std::ptrdiff_t>(i));
  }
  return sets;
}

SetChoice in_order_of_gain(const CoverageTable& table, std::vector<std::uint32_t> sets) {
  CoverageState state(table);
  SetChoice out;
  while (!sets.empty()) {
    const auto next = std::min_element(sets.begin(), sets.end(), ByGain{state});
    out.sets.push_back(*next);
    out.gains.push_back(state.gain(*next));
    state.add(*next);
    sets.erase(next);
  }
  out.covered = state.covered();
  return out;
}

}  // namespace detail

Coverage maximum_coverage(const WeightedSets& sets, std::size_t k, const CoverageOptions& options,
                          Progress* progress) {
  const detail::CoverageTable table(sets);
  Coverage out;
  out.coverable = table.total();
  out.greedy = detail::greedy_choice(table, k, &out.upper_bound);
  auto chosen = out.greedy.sets;
  std::uint64_t open = 0;  // what choices left unseen by the search could cover
  if (out.greedy.covered < out.upper_bound) {
    detail::ChoiceSearch search(table, options.most_steps, progress);
    open = search.run(search.candidates(), k, out.greedy.covered + 1,
                      [&](const auto& better, std::uint64_t value, std::uint64_t& floor) {
                        chosen = better;
                        floor = value + 1;
                        return true;
                      });
  }
  out.best = detail::in_order_of_gain(table, detail::without_superfluous(table, std::move(chosen)));
  if (out.best.covered < out.upper_bound)
    out.upper_bound = std::min(out.upper_bound, std::max(out.best.covered, open));
  out.optimal = out.best.covered == out.upper_bound;
  if (out.optimal) out.ties = detail::find_ties(table, k, out.best, options, progress);
  return out;
}

}  // namespace coopnet::algo
