#include "coopnet/algo/exact_lengths.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"

namespace coopnet::algo {
namespace {

using Numbers = std::vector<std::uint64_t>;

TEST(ExactLengths, AreTheMultipleDividedByTheStrength) {
  const auto lengths = exact_lengths(Numbers{4, 6, 1, 4});
  EXPECT_EQ(lengths.length, (Numbers{3, 2, 12, 3}));
  EXPECT_EQ(lengths.unit, 12U);
  EXPECT_FALSE(lengths.rounded);
  EXPECT_EQ(exact_lengths(Numbers{5, 5}).length, (Numbers{1, 1}));
  EXPECT_EQ(exact_lengths(Numbers{}).length, Numbers{});
  EXPECT_EQ(exact_lengths(Numbers{}).unit, 1U);
}

// 1/2 + 1/6 = 1/3 + 1/3, and 1/2 + 1/12 = 1/3 + 1/4, which doubles deny.
TEST(ExactLengths, KeepTies) {
  const auto at = exact_lengths(Numbers{2, 6, 3, 12, 4}).length;
  EXPECT_EQ(at[0] + at[1], at[2] + at[2]);
  EXPECT_EQ(at[0] + at[3], at[2] + at[4]);
  EXPECT_NE(1.0 / 2 + 1.0 / 12, 1.0 / 3 + 1.0 / 4);
}

TEST(ExactLengths, OfAnyStrengthsUpToTwentyAreExact) {
  Numbers strengths;
  for (std::uint64_t s = 1; s <= 20; ++s) strengths.push_back(s);
  const auto lengths = exact_lengths(strengths);
  EXPECT_EQ(lengths.unit, 232792560U);  // the least number that 1..20 divide
  for (std::uint64_t s = 1; s <= 20; ++s) EXPECT_EQ(lengths.length[s - 1] * s, lengths.unit);
}

// 2^39 is the largest power of two below the limit; 3 * 2^39 is above it.
TEST(ExactLengths, AreRoundedWhereTheMultipleIsTooLarge) {
  constexpr auto power = std::uint64_t{1} << 39;
  EXPECT_FALSE(exact_lengths(Numbers{power, 2}).rounded);
  const auto lengths = exact_lengths(Numbers{power, 3, 1});
  EXPECT_TRUE(lengths.rounded);
  EXPECT_EQ(lengths.length[0], std::uint64_t{1} << 20);
  EXPECT_EQ(lengths.length[1], ((std::uint64_t{1} << 59) + 1) / 3);
  EXPECT_EQ(lengths.length[2], std::uint64_t{1} << 59);
  EXPECT_EQ(lengths.unit, std::uint64_t{1} << 59);
}

TEST(ExactLengths, AreRoundedToAMillionthOfTheSmallest) {
  Rng rng(1);
  Numbers strengths(1000);
  for (auto& s : strengths) s = 1 + rng.below(1'000'000);
  const auto lengths = exact_lengths(strengths);
  ASSERT_TRUE(lengths.rounded);
  for (std::size_t i = 0; i < strengths.size(); ++i) {
    const auto exact =
        static_cast<long double>(lengths.unit) / static_cast<long double>(strengths[i]);
    EXPECT_LE(std::abs(static_cast<double>(static_cast<long double>(lengths.length[i]) - exact)),
              0.5);
    EXPECT_GE(lengths.length[i], std::uint64_t{1} << 20);
  }
}

TEST(ExactLengths, RefuseStrengthsThatHaveNone) {
  EXPECT_THROW(static_cast<void>(exact_lengths(Numbers{1, 0})), PreconditionError);
  EXPECT_THROW(static_cast<void>(exact_lengths(Numbers{std::uint64_t{1} << 40})),
               PreconditionError);
  EXPECT_NO_THROW(static_cast<void>(exact_lengths(Numbers{(std::uint64_t{1} << 40) - 1})));
}

}  // namespace
}  // namespace coopnet::algo
