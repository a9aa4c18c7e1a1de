#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "coopnet/algo/capacity_matching.hpp"
#include "coopnet/algo/min_cost_flow.hpp"

namespace coopnet::algo::detail {

/// The problem as the algorithms see it: pairs of positive fit, sorted; all floors in place; and
/// the reward for each unit that a need receives, which leximin maximises before fit.
class MatchingModel {
 public:
  /// Throws PreconditionError, see capacity_matching.hpp.
  MatchingModel(const CapacityMatchingProblem& problem, const CapacityMatchingOptions& options);

  std::vector<MatchingParty> offers;
  std::vector<MatchingParty> needs;
  std::vector<MatchingPair> pairs;
  std::int64_t per_pair;
  bool leximin;

  [[nodiscard]] std::uint32_t offer_node(std::size_t i) const {
    return static_cast<std::uint32_t>(i);
  }
  [[nodiscard]] std::uint32_t need_node(std::size_t j) const {
    return static_cast<std::uint32_t>(offers.size() + j);
  }
  [[nodiscard]] std::uint32_t hub() const { return need_node(needs.size()); }

  /// Reward of the k-th unit of a need, k = 1, 2, ...: falling and positive; 0 without leximin.
  [[nodiscard]] std::int64_t reward(std::int64_t k) const { return leximin ? top_ - k : 0; }
  /// With leximin: a need cannot receive more than this, whatever its capacity.
  [[nodiscard]] std::int64_t reach(std::size_t need) const { return reach_[need]; }

 private:
  void find_reach();

  std::vector<std::int64_t> reach_;
  std::int64_t top_ = 0;
};

/// Units given by each offer and received by each need.
struct MatchingLoads {
  std::vector<std::int64_t> offer;
  std::vector<std::int64_t> need;
  MatchingLoads(const MatchingModel& model, const std::vector<MatchedAmount>& matched)
      : offer(model.offers.size(), 0), need(model.needs.size(), 0) {
    for (const auto& m : matched) {
      offer[m.offer] += m.amount;
      need[m.need] += m.amount;
    }
  }
};

/// Gain of a unit of this pair at the prices of the result, in the order of UnitPrice.
[[nodiscard]] inline UnitPrice gain(const MatchingPair& pair, const CapacityMatching& result) {
  const auto& a = result.offer_price[pair.offer];
  const auto& b = result.need_price[pair.need];
  return {-a.fairness - b.fairness, pair.fit - a.fit - b.fit};
}

}  // namespace coopnet::algo::detail
