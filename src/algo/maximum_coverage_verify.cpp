#include <algorithm>
#include <functional>
#include <optional>

#include "coopnet/algo/maximum_coverage.hpp"

// Nothing here uses the tables of the search, so that a fault there cannot hide itself.
namespace coopnet::algo {
namespace {

std::uint64_t weight_of(const WeightedSets& sets, const std::vector<std::uint32_t>& times) {
  std::uint64_t sum = 0;
  for (std::size_t e = 0; e < times.size(); ++e) sum += times[e] > 0 ? sets.weight[e] : 0;
  return sum;
}

void count_in(const WeightedSets& sets, std::uint32_t set, std::vector<std::uint32_t>& times) {
  for (const auto e : sets.elements(set)) ++times[e];
}

/// What a choice covers, if it is one of at most k different sets.
std::optional<std::vector<std::uint32_t>> times_covered(const WeightedSets& sets, std::size_t k,
                                                        const std::vector<std::uint32_t>& chosen) {
  if (chosen.size() > k) return std::nullopt;
  std::vector<bool> seen(sets.size());
  std::vector<std::uint32_t> times(sets.weight.size());
  for (const auto s : chosen) {
    if (s >= sets.size() || seen[s]) return std::nullopt;
    seen[s] = true;
    count_in(sets, s, times);
  }
  return times;
}

CoverageFault check_choice(const WeightedSets& sets, std::size_t k, const SetChoice& choice) {
  if (!times_covered(sets, k, choice.sets)) return CoverageFault::wrong_sets;
  if (choice.gains.size() != choice.sets.size()) return CoverageFault::wrong_gain;
  std::vector<std::uint32_t> times(sets.weight.size());
  std::uint64_t covered = 0;
  for (std::size_t i = 0; i < choice.sets.size(); ++i) {
    std::uint64_t gain = 0;
    for (const auto e : sets.elements(choice.sets[i])) gain += times[e] == 0 ? sets.weight[e] : 0;
    if (choice.gains[i] != gain) return CoverageFault::wrong_gain;
    count_in(sets, choice.sets[i], times);
    covered += gain;
  }
  return choice.covered == covered ? CoverageFault::none : CoverageFault::wrong_gain;
}

std::uint64_t weight_of_all(const WeightedSets& sets) {
  std::vector<std::uint32_t> times(sets.weight.size());
  for (std::uint32_t s = 0; s < sets.size(); ++s) count_in(sets, s, times);
  return weight_of(sets, times);
}

CoverageFault check_ties(const WeightedSets& sets, std::size_t k, const SetChoice& best,
                         const CoverageTies& ties) {
  if (ties.firm.size() != best.sets.size()) return CoverageFault::wrong_ties;
  if (ties.others.size() + 1 > ties.count) return CoverageFault::wrong_ties;
  for (const auto& other : ties.others) {
    const auto times = times_covered(sets, k, other);
    if (!times || weight_of(sets, *times) != best.covered) return CoverageFault::wrong_ties;
  }
  return CoverageFault::none;
}

/// The most that one more set, or one set in place of another, covers.
std::uint64_t best_exchange(const WeightedSets& sets, std::size_t k,
                            const std::vector<std::uint32_t>& chosen) {
  std::uint64_t best = 0;
  const auto try_all = [&](std::size_t without) {
    std::vector<std::uint32_t> times(sets.weight.size());
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (i != without) count_in(sets, chosen[i], times);
    const auto kept = weight_of(sets, times);
    for (std::uint32_t s = 0; s < sets.size(); ++s) {
      std::uint64_t gain = 0;
      for (const auto e : sets.elements(s)) gain += times[e] == 0 ? sets.weight[e] : 0;
      best = std::max(best, kept + gain);
    }
  };
  for (std::size_t i = 0; i < chosen.size(); ++i) try_all(i);
  if (chosen.size() < k) try_all(chosen.size());
  return best;
}

/// The most that 0, 1, 2, ... sets could hold if they had nothing in common, up to all there is.
std::vector<std::uint64_t> heaviest(const WeightedSets& sets, std::uint64_t most) {
  std::vector<std::uint64_t> weights;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    auto& w = weights.emplace_back(0);
    for (const auto e : sets.elements(s)) w += sets.weight[e];
  }
  std::sort(weights.begin(), weights.end(), std::greater<>());
  std::vector<std::uint64_t> out{0};
  for (const auto w : weights) out.push_back(std::min(most, out.back() + w));
  return out;
}

}  // namespace

CoverageFault verify(const WeightedSets& sets, std::size_t k, const Coverage& result) {
  for (const auto* choice : {&result.best, &result.greedy})
    if (const auto fault = check_choice(sets, k, *choice); fault != CoverageFault::none)
      return fault;
  if (result.coverable != weight_of_all(sets)) return CoverageFault::wrong_coverable;
  const auto least = std::max(
      {result.best.covered, result.greedy.covered, best_exchange(sets, k, result.best.sets)});
  if (result.upper_bound < least) return CoverageFault::bound_too_low;
  if (result.upper_bound > heaviest(sets, result.coverable)[std::min(k, sets.size())])
    return CoverageFault::bound_too_high;
  if (result.optimal != (result.best.covered == result.upper_bound))
    return CoverageFault::wrong_optimality;
  return result.optimal ? check_ties(sets, k, result.best, result.ties) : CoverageFault::none;
}

CoverageFault verify(const WeightedSets& sets, const MinimumCover& result) {
  for (const auto* choice : {&result.best, &result.greedy})
    if (const auto fault = check_choice(sets, sets.size(), *choice); fault != CoverageFault::none)
      return fault;
  if (result.coverable != weight_of_all(sets)) return CoverageFault::wrong_coverable;
  if (result.best.covered != result.coverable || result.greedy.covered != result.coverable)
    return CoverageFault::not_covered;
  const auto size = result.best.sets.size();
  if (result.lower_bound > size) return CoverageFault::bound_too_high;
  const auto by_count = heaviest(sets, result.coverable);
  const auto least = std::lower_bound(by_count.begin(), by_count.end(), result.coverable);
  if (result.lower_bound < static_cast<std::size_t>(least - by_count.begin()))
    return CoverageFault::bound_too_low;
  if (result.optimal != (result.lower_bound == size)) return CoverageFault::wrong_optimality;
  return result.optimal ? check_ties(sets, size, result.best, result.ties) : CoverageFault::none;
}

}  // namespace coopnet::algo
