#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/algo/similar_pairs.hpp"

/// Maximum coverage and minimum cover by looking at every subset of the sets (a bit each).
namespace coopnet::testing {

class SlowCoverage {
 public:
  explicit SlowCoverage(const algo::WeightedSets& sets) : sets_(sets) {
    for (std::uint32_t subset = 0; subset < 1U << sets.size(); ++subset)
      covered_.push_back(covered(subset));
  }

  [[nodiscard]] std::uint64_t coverable() const { return covered_.back(); }

  [[nodiscard]] std::uint64_t best(int k) const {
    std::uint64_t out = 0;
    for (std::uint32_t subset = 0; subset < covered_.size(); ++subset)
      if (std::popcount(subset) <= k) out = std::max(out, covered_[subset]);
    return out;
  }

  [[nodiscard]] int cover_size() const {
    int out = static_cast<int>(sets_.size());
    for (std::uint32_t subset = 0; subset < covered_.size(); ++subset)
      if (covered_[subset] == coverable()) out = std::min(out, std::popcount(subset));
    return out;
  }

  /// Optima of at most k sets, none of which could be left out.
  [[nodiscard]] std::vector<std::uint32_t> optima(int k) const {
    std::vector<std::uint32_t> out;
    const auto wanted = best(k);
    for (std::uint32_t subset = 0; subset < covered_.size(); ++subset) {
      bool counts = std::popcount(subset) <= k && covered_[subset] == wanted;
      for (std::size_t s = 0; s < sets_.size(); ++s)
        if ((subset >> s & 1U) != 0 && covered_[subset ^ (1U << s)] == wanted) counts = false;
      if (counts) out.push_back(subset);
    }
    return out;
  }

 private:
  [[nodiscard]] std::uint64_t covered(std::uint32_t subset) const {
    std::vector<bool> is_covered(sets_.weight.size());
    for (std::size_t s = 0; s < sets_.size(); ++s)
      if ((subset >> s & 1U) != 0)
        for (const auto e : sets_.elements(s)) is_covered[e] = true;
    std::uint64_t sum = 0;
    for (std::size_t e = 0; e < is_covered.size(); ++e)
      if (is_covered[e]) sum += sets_.weight[e];
    return sum;
  }

  const algo::WeightedSets& sets_;
  std::vector<std::uint64_t> covered_;
};

}  // namespace coopnet::testing
