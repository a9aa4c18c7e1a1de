#include "coopnet/algo/gini.hpp"

#include <gtest/gtest.h>

#include "coopnet/core/rng.hpp"
#include "reference/gini_slow.hpp"

namespace coopnet::algo {
namespace {

using Values = std::vector<std::uint32_t>;

TEST(Gini, OfKnownSpreads) {
  EXPECT_EQ(gini(Values{3, 3, 3, 3})->value(), 0.0);
  EXPECT_EQ(gini(Values{0, 9, 0, 0})->value(), 0.75);  // (n - 1) / n: one has everything
  EXPECT_EQ(gini(Values{7})->value(), 0.0);
  // Differences of 1, 2, 3, 4: 3 * 1 + 2 * 2 + 1 * 3 = 10 a direction; 20 / (2 * 4 * 10).
  EXPECT_EQ(gini(Values{4, 2, 1, 3})->value(), 0.25);
  // A holder of nothing counts: 0, 1 is not the same as 1 alone.
  EXPECT_EQ(gini(Values{0, 1})->value(), 0.5);
}

TEST(Gini, IsNothingWithoutAnythingToShare) {
  EXPECT_FALSE(gini(Values{}));
  EXPECT_FALSE(gini(Values{0, 0}));
  EXPECT_FALSE(top_share(Values{}, 2));
  EXPECT_FALSE(top_share(Values{0, 0}, 2));
}

TEST(Gini, AndTopSharesEqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    Values values(1 + rng.below(12));
    for (auto& x : values) x = static_cast<std::uint32_t>(rng.below(1 + rng.below(20)));
    const auto got = gini(values);
    const auto expected = reference::gini_slow(values);
    ASSERT_EQ(got.has_value(), expected.denominator > 0) << "seed " << seed;
    if (!got) continue;
    EXPECT_EQ(got->numerator * expected.denominator, expected.numerator * got->denominator)
        << "seed " << seed;
    for (std::size_t k = 0; k <= values.size() + 1; ++k) {
      const auto share = top_share(values, k);
      EXPECT_EQ(share->numerator, reference::top_share_slow(values, k).numerator)
          << "seed " << seed << ", k " << k;
      EXPECT_EQ(share->denominator, reference::top_share_slow(values, k).denominator);
    }
    auto shuffled = values;
    rng.shuffle(shuffled);
    EXPECT_EQ(gini(shuffled)->numerator, got->numerator) << "seed " << seed;
    for (auto& x : shuffled) x *= 7;  // a unit changes nothing
    EXPECT_EQ(gini(shuffled)->value(), got->value()) << "seed " << seed;
  }
}

TEST(TopShare, OfTheLargestTwo) {
  EXPECT_EQ(top_share(Values{1, 5, 2, 2}, 2)->value(), 0.7);
  EXPECT_EQ(top_share(Values{1, 5, 2, 2}, 0)->value(), 0.0);
  EXPECT_EQ(top_share(Values{1, 5, 2, 2}, 9)->value(), 1.0);
}

TEST(Gini, IsExactUpToItsLimit) {
  // 2^16 holders of 2^31 - 1 each: n * total is just below 2^63.
  Values many(std::size_t{1} << 16U, 0x7fffffffU);
  EXPECT_EQ(gini(many)->numerator, 0U);
  many.insert(many.end(), 9, 0xffffffffU);
  EXPECT_THROW(static_cast<void>(gini(many)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::algo
