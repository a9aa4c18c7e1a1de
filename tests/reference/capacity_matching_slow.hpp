#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "coopnet/algo/capacity_matching.hpp"

/// Capacity matching by trying all amounts of all pairs, for tiny problems.
namespace coopnet::reference {

struct SlowMatching {
  bool feasible = false;
  std::int64_t total = 0;
  std::vector<std::int64_t> sorted_counts;               ///< of the needs
  std::vector<std::vector<algo::MatchedAmount>> optima;  ///< sorted
};

class SlowMatcher {
 public:
  SlowMatcher(const algo::CapacityMatchingProblem& problem,
              const algo::CapacityMatchingOptions& options)
      : problem_(problem),
        options_(options),
        given_(problem.offers.size(), 0),
        received_(problem.needs.size(), 0) {
    std::sort(problem_.pairs.begin(), problem_.pairs.end(), [](const auto& x, const auto& y) {
      return x.offer != y.offer ? x.offer < y.offer : x.need < y.need;
    });
  }

  [[nodiscard]] SlowMatching solve() {
    choose(0, 0);
    std::sort(best_.optima.begin(), best_.optima.end());
    return best_;
  }

 private:
  void choose(std::size_t p, std::int64_t total) {
    if (p == problem_.pairs.size()) return judge(total);
    const auto& pair = problem_.pairs[p];
    const auto most = pair.fit <= 0 ? 0 : problem_.per_pair;
    for (std::int64_t amount = 0; amount <= most; ++amount) {
      if (given_[pair.offer] + amount > problem_.offers[pair.offer].capacity) break;
      if (received_[pair.need] + amount > problem_.needs[pair.need].capacity) break;
      given_[pair.offer] += amount;
      received_[pair.need] += amount;
      if (amount > 0) chosen_.push_back({pair.offer, pair.need, amount});
      choose(p + 1, total + amount * pair.fit);
      if (amount > 0) chosen_.pop_back();
      given_[pair.offer] -= amount;
      received_[pair.need] -= amount;
    }
  }

  void judge(std::int64_t total) {
    for (std::size_t i = 0; i < given_.size(); ++i)
      if (given_[i] < problem_.offers[i].floor || given_[i] > problem_.offers[i].capacity) return;
    for (std::size_t j = 0; j < received_.size(); ++j)
      if (received_[j] < std::max(problem_.needs[j].floor, options_.need_floor)) return;
    auto counts = received_;
    std::sort(counts.begin(), counts.end());
    const auto rank = [&](const std::vector<std::int64_t>& c, std::int64_t t) {
      return std::pair(options_.leximin ? c : std::vector<std::int64_t>{}, t);
    };
    const auto mine = rank(counts, total), best = rank(best_.sorted_counts, best_.total);
    if (best_.feasible && mine < best) return;
    if (!best_.feasible || mine > best) best_ = {true, total, counts, {}};
    best_.optima.push_back(chosen_);
  }

  algo::CapacityMatchingProblem problem_;
  algo::CapacityMatchingOptions options_;
  std::vector<std::int64_t> given_, received_;
  std::vector<algo::MatchedAmount> chosen_;
  SlowMatching best_;
};

}  // namespace coopnet::reference
