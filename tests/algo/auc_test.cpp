#include "coopnet/algo/auc.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "coopnet/core/rng.hpp"
#include "reference/auc_slow.hpp"

namespace coopnet::algo {
namespace {

using Scores = std::vector<double>;

TEST(Auc, OfKnownOrders) {
  EXPECT_EQ(auc(Scores{3, 4}, Scores{1, 2, 2.5}), 1.0);
  EXPECT_EQ(auc(Scores{1}, Scores{2, 3}), 0.0);
  EXPECT_EQ(auc(Scores{5, 5}, Scores{5}), 0.5);
  // 3 beats 1 and 2 and ties with 3; 2 beats 1 and ties with 2: (2 + 1/2 + 1 + 1/2) of 6.
  EXPECT_DOUBLE_EQ(auc(Scores{3, 2}, Scores{1, 2, 3}).value(), 4.0 / 6);
}

TEST(Auc, IsNothingWithoutPairs) {
  EXPECT_FALSE(auc(Scores{}, Scores{1}));
  EXPECT_FALSE(auc(Scores{1}, Scores{}));
  EXPECT_FALSE(RankComparison{}.auc());
}

TEST(Auc, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    Scores positives(rng.below(12)), negatives(rng.below(12));
    for (auto& s : positives) s = static_cast<double>(rng.below(8)) / 4;
    for (auto& s : negatives) s = static_cast<double>(rng.below(8)) / 4;
    const auto expected = reference::auc_slow(positives, negatives);
    EXPECT_EQ(auc(positives, negatives), expected) << "seed " << seed;
    if (!expected) continue;
    EXPECT_NEAR(*auc(negatives, positives), 1 - *expected, 1e-15) << "seed " << seed;
    rng.shuffle(positives);
    rng.shuffle(negatives);
    EXPECT_EQ(auc(positives, negatives), expected) << "seed " << seed;
  }
}

TEST(RankComparison, AddsCasesAndCountsWholeNumbers) {
  const std::vector<std::int64_t> high{4, 2}, low{2, 1}, other{2};
  auto sum = compare_ranks<std::int64_t>(high, low);
  EXPECT_EQ(sum, (RankComparison{4, 3, 1}));
  sum += compare_ranks<std::int64_t>(other, high);
  EXPECT_EQ(sum, (RankComparison{6, 3, 2}));
  sum.count(7, 7);
  sum.count(8, 7);
  sum.count(6, 7);
  EXPECT_EQ(sum, (RankComparison{9, 4, 3}));
}

TEST(Auc, RefusesWhatHasNoOrder) {
  const Scores nan{std::numeric_limits<double>::quiet_NaN()}, one{1};
  EXPECT_THROW(static_cast<void>(auc(nan, one)), PreconditionError);
  EXPECT_THROW(static_cast<void>(auc(one, nan)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::algo
