#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/core/errors.hpp"

/// How well a score tells what happened from what did not: AUC, the area under the receiver
/// operating characteristic, which is the chance that one that happened has the higher score.
///
/// Counts:   each pair of a positive and a negative; equal scores count half. 1: all positives are
///           above all negatives; 1/2: as good as a coin. Nothing if one of the sides is empty.
/// Method:   Mann-Whitney: sort the negatives, look each positive up. The pairs are counted in
///           whole numbers, so counts of several cases can be added before they are divided.
/// Cost:     O((positives + negatives) log negatives).
/// Needs:    scores in a total order: no NaN (PreconditionError). Scores are compared as they are:
///           sums that should tie must have been added in the same order.
/// Source:   J. Hanley, B. McNeil, Radiology 143(1), 1982, doi:10.1148/radiology.143.1.7063747.
/// Checked by: tests/reference/auc_slow.hpp (all pairs).
namespace coopnet::algo {

/// Pairs of a positive and a negative: all, those where the positive is higher, and the ties.
struct RankComparison {
  std::uint64_t pairs = 0;
  std::uint64_t higher = 0;
  std::uint64_t equal = 0;

  /// One more pair.
  template <class Score>
  void count(const Score& positive, const Score& negative) {
    ++pairs;
    higher += negative < positive ? 1U : 0U;
    equal += negative == positive ? 1U : 0U;
  }
  RankComparison& operator+=(const RankComparison& other) {
    pairs += other.pairs;
    higher += other.higher;
    equal += other.equal;
    return *this;
  }
  [[nodiscard]] std::optional<double> auc() const {
    if (pairs == 0) return std::nullopt;
    return (static_cast<double>(higher) + 0.5 * static_cast<double>(equal)) /
           static_cast<double>(pairs);
  }
  friend bool operator==(const RankComparison&, const RankComparison&) = default;
};

/// Compares each positive with each negative, for scores of any ordered type.
template <class Score>
[[nodiscard]] RankComparison compare_ranks(std::span<const Score> positives,
                                           std::span<const Score> negatives) {
  const auto unordered = [](const Score& s) { return !(s == s); };
  if (std::any_of(positives.begin(), positives.end(), unordered) ||
      std::any_of(negatives.begin(), negatives.end(), unordered))
    throw PreconditionError("auc: a score is not a number");
  std::vector<Score> ascending(negatives.begin(), negatives.end());
  std::sort(ascending.begin(), ascending.end());
  RankComparison out;
  out.pairs = std::uint64_t{positives.size()} * negatives.size();
  for (const auto& score : positives) {
    const auto first = std::lower_bound(ascending.begin(), ascending.end(), score);
    const auto last = std::upper_bound(first, ascending.end(), score);
    out.higher += static_cast<std::uint64_t>(first - ascending.begin());
    out.equal += static_cast<std::uint64_t>(last - first);
  }
  return out;
}

/// The AUC of scores of what happened against scores of what did not.
[[nodiscard]] inline std::optional<double> auc(std::span<const double> positives,
                                               std::span<const double> negatives) {
  return compare_ranks(positives, negatives).auc();
}

}  // namespace coopnet::algo
