#include "coopnet/core/rng.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <vector>

#include "coopnet/core/errors.hpp"

namespace coopnet {
namespace {

constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

/// Pearson's statistic of counts against equal or given expectations.
double chi_square(const std::vector<std::uint64_t>& counts, const std::vector<double>& expected) {
  double sum = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double off = static_cast<double>(counts[i]) - expected[i];
    sum += off * off / expected[i];
  }
  return sum;
}

// Published outputs for this seed (rosettacode.org, "Pseudo-random numbers/Splitmix64").
TEST(SplitMix64, MatchesThePublishedOutputs) {
  SplitMix64 words(1234567);
  const std::array<std::uint64_t, 5> expected{6457827717110365317U, 3203168211198807973U,
                                              9817491932198370423U, 4593380528125082431U,
                                              16408922859458223821U};
  for (const auto value : expected) EXPECT_EQ(words.next(), value);
}

// Outputs of the authors' C code from state {1, 2, 3, 4}, as other implementations test them.
TEST(Rng, MatchesThePublishedOutputs) {
  Rng rng = Rng::from_state({1, 2, 3, 4});
  const std::array<std::uint64_t, 10> expected{11520U,
                                               0U,
                                               1509978240U,
                                               1215971899390074240U,
                                               1216172134540287360U,
                                               607988272756665600U,
                                               16172922978634559625U,
                                               8476171486693032832U,
                                               10595114339597558777U,
                                               2904607092377533576U};
  for (const auto value : expected) EXPECT_EQ(rng.next(), value);
}

TEST(Rng, SeedIsExpandedBySplitMix64) {
  SplitMix64 words(42);
  Rng::State state{};
  for (auto& word : state) word = words.next();
  EXPECT_EQ(Rng(42).state(), state);
  EXPECT_EQ(Rng::from_state(state), Rng(42));
}

TEST(Rng, RefusesTheStateThatNeverMoves) {
  EXPECT_THROW((void)Rng::from_state({0, 0, 0, 0}), PreconditionError);
  EXPECT_NO_THROW((void)Rng::from_state({0, 0, 0, 1}));
}

TEST(Rng, IsUsableAtCompileTime) {
  static_assert(Rng::from_state({1, 2, 3, 4}).next() == 11520);
  static_assert(Rng(5).below(1) == 0);
}

TEST(RngBelow, RefusesZero) { EXPECT_THROW(Rng(1).below(0), PreconditionError); }

TEST(RngBelow, StaysBelowAndReachesBothEnds) {
  Rng rng(7);
  for (const std::uint64_t n : {1U, 2U, 3U, 7U, 10U, 64U}) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 4000; ++i) seen.insert(rng.below(n));
    EXPECT_EQ(seen.size(), n);
    EXPECT_EQ(*seen.rbegin(), n - 1);
  }
}

// n = 3/4 of the word: multiplying without rejection would give each value 3k twice as often as
// its neighbours, taking the remainder would give the first third twice as often as the others.
TEST(RngBelow, IsUnbiasedWhereTheRangeDoesNotDivideTheWord) {
  constexpr std::uint64_t quarter = std::uint64_t{1} << 62;
  Rng rng(11);
  std::vector<std::uint64_t> thirds(3, 0);
  std::vector<std::uint64_t> remainders(3, 0);
  constexpr int draws = 30000;
  for (int i = 0; i < draws; ++i) {
    const auto value = rng.below(3 * quarter);
    ASSERT_LT(value, 3 * quarter);
    ++thirds[static_cast<std::size_t>(value / quarter)];
    ++remainders[static_cast<std::size_t>(value % 3)];
  }
  const std::vector<double> expected(3, draws / 3.0);
  EXPECT_LT(chi_square(thirds, expected), 13.8);  // p = 0.001, 2 degrees of freedom
  EXPECT_LT(chi_square(remainders, expected), 13.8);
}

TEST(RngBelow, HandlesTheWidestRange) {
  Rng rng(3);
  std::uint64_t high_bits = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto value = rng.below(largest);
    ASSERT_LT(value, largest);
    high_bits += value >> 63;
  }
  EXPECT_NEAR(static_cast<double>(high_bits), 500.0, 4.0 * std::sqrt(250.0));
}

TEST(RngBelow, IsUniformForManySeeds) {
  constexpr std::size_t n = 13;
  constexpr std::size_t draws = 13000;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    Rng rng(seed);
    std::vector<std::uint64_t> counts(n, 0);
    for (std::size_t i = 0; i < draws; ++i) ++counts[static_cast<std::size_t>(rng.below(n))];
    // 12 degrees of freedom: both too uneven and too even are suspicious.
    const double statistic = chi_square(counts, std::vector<double>(n, draws / double{n}));
    EXPECT_LT(statistic, 40.0) << "seed " << seed;
    EXPECT_GT(statistic, 1.5) << "seed " << seed;
  }
}

TEST(RngUniform, HasTheMomentsOfTheUnitIntervalAndAFullMantissa) {
  Rng rng(99);
  constexpr int draws = 100000;
  double sum = 0.0;
  double squares = 0.0;
  bool used_last_bit = false;
  for (int i = 0; i < draws; ++i) {
    const double x = rng.uniform();
    ASSERT_GE(x, 0.0);
    ASSERT_LT(x, 1.0);
    const double units = x * 0x1.0p53;
    ASSERT_EQ(units, std::floor(units));
    used_last_bit = used_last_bit || std::fmod(units, 2.0) == 1.0;
    sum += x;
    squares += x * x;
  }
  EXPECT_TRUE(used_last_bit);
  EXPECT_NEAR(sum / draws, 0.5, 0.004);
  EXPECT_NEAR(squares / draws, 1.0 / 3.0, 0.004);
}

TEST(RngShuffle, KeepsTheItemsAndMovesThem) {
  std::vector<int> items(50);
  std::iota(items.begin(), items.end(), 0);
  const auto before = items;
  Rng rng(5);
  rng.shuffle(items);
  EXPECT_NE(items, before);
  std::sort(items.begin(), items.end());
  EXPECT_EQ(items, before);
}

TEST(RngShuffle, EveryOrderIsEquallyLikely) {
  std::map<std::vector<int>, std::uint64_t> orders;
  Rng rng(17);
  constexpr int draws = 24000;
  for (int i = 0; i < draws; ++i) {
    std::vector<int> items{0, 1, 2, 3};
    rng.shuffle(items);
    ++orders[items];
  }
  ASSERT_EQ(orders.size(), 24U);
  std::vector<std::uint64_t> counts;
  for (const auto& [order, count] : orders) counts.push_back(count);
  EXPECT_LT(chi_square(counts, std::vector<double>(24, 1000.0)), 52.0);  // p < 0.001, 23 d.f.
}

TEST(RngShuffle, AcceptsNothingAndOneItem) {
  Rng rng(1);
  const Rng before = rng;
  std::vector<int> none;
  std::vector<int> one{7};
  rng.shuffle(none);
  rng.shuffle(one);
  EXPECT_EQ(one, std::vector<int>{7});
  EXPECT_EQ(rng, before);
}

TEST(RngSplit, DependsOnStateAndStreamAlone) {
  const Rng base(123);
  Rng moved = base;
  EXPECT_EQ(base.split(4), base.split(4));
  (void)moved.next();
  EXPECT_NE(base.split(4), moved.split(4));
  EXPECT_NE(base.split(1).split(2), base.split(2).split(1));
  EXPECT_NE(base.split(0), base);
}

TEST(RngSplit, StreamsDoNotRepeatEachOther) {
  const Rng base(2024);
  std::set<std::uint64_t> seen;
  for (std::uint64_t stream = 0; stream < 2000; ++stream) {
    Rng rng = base.split(stream);
    for (int i = 0; i < 10; ++i) seen.insert(rng.next());
  }
  EXPECT_EQ(seen.size(), 20000U);
}

// Neighbouring streams must not be related: each of the 64 bits differs half of the time.
TEST(RngSplit, NeighbouringStreamsDifferInHalfOfEachBit) {
  const Rng base(1);
  std::array<int, 64> differing{};
  constexpr std::uint64_t pairs = 4000;
  for (std::uint64_t stream = 0; stream < pairs; ++stream) {
    const auto change = base.split(stream).next() ^ base.split(stream + 1).next();
    for (std::size_t bit = 0; bit < 64; ++bit) {
      differing[bit] += static_cast<int>((change >> bit) & 1U);
    }
  }
  for (const int count : differing) EXPECT_NEAR(count, 2000.0, 5.0 * std::sqrt(1000.0));
}

TEST(ZipfSampler, RefusesWhatHasNoDistribution) {
  EXPECT_THROW(ZipfSampler(0, 1.0), PreconditionError);
  EXPECT_THROW(ZipfSampler(10, -0.5), PreconditionError);
  EXPECT_THROW(ZipfSampler(10, 16.5), PreconditionError);
  EXPECT_THROW(ZipfSampler(10, std::numeric_limits<double>::quiet_NaN()), PreconditionError);
  EXPECT_THROW(ZipfSampler(10, std::numeric_limits<double>::infinity()), PreconditionError);
}

TEST(ZipfSampler, WeightsFollowThePowerLaw) {
  for (const double exponent : {0.0, 0.3, 0.5, 1.0, 1.07, 2.0, 3.5}) {
    const ZipfSampler zipf(1000, exponent);
    const auto first = static_cast<double>(zipf.weight(0));
    for (std::size_t k = 0; k < zipf.size(); ++k) {
      const double expected = first * std::pow(static_cast<double>(k + 1), -exponent);
      ASSERT_NEAR(static_cast<double>(zipf.weight(k)), expected, expected * 1e-10 + 0.6)
          << "item " << k << " of exponent " << exponent;
    }
  }
}

TEST(ZipfSampler, ExponentZeroIsUniformAndOneHalves) {
  const ZipfSampler even(5, 0.0);
  for (std::size_t k = 0; k < 5; ++k) EXPECT_EQ(even.weight(k), even.weight(0));
  const ZipfSampler harmonic(4, 1.0);
  EXPECT_EQ(harmonic.weight(0), 2 * harmonic.weight(1));
  EXPECT_EQ(harmonic.weight(1), 2 * harmonic.weight(3));
}

TEST(ZipfSampler, TotalStaysWithinTheWordForEverySize) {
  for (const std::size_t items : {1U, 2U, 3U, 4U, 5U, 1023U, 1024U, 1025U}) {
    const ZipfSampler zipf(items, 0.0);
    EXPECT_LE(zipf.total_weight(), std::uint64_t{1} << 63) << items;
    EXPECT_GT(zipf.total_weight(), std::uint64_t{1} << 62) << items;  // no bit is wasted
  }
}

TEST(ZipfSampler, DrawsInProportion) {
  const ZipfSampler zipf(20, 1.2);
  Rng rng(8);
  constexpr int draws = 100000;
  std::vector<std::uint64_t> counts(zipf.size(), 0);
  for (int i = 0; i < draws; ++i) ++counts.at(zipf(rng));
  std::vector<double> expected;
  for (std::size_t k = 0; k < zipf.size(); ++k) {
    expected.push_back(draws * static_cast<double>(zipf.weight(k)) /
                       static_cast<double>(zipf.total_weight()));
  }
  EXPECT_LT(chi_square(counts, expected), 43.8);  // p = 0.001, 19 d.f.
}

// Two items share [0, 2^63). From this state the next word is 2^63, so below(2^63) gives 2^62:
// the first number of the second item. One less would still be the first item.
TEST(ZipfSampler, ADrawOnTheBoundaryBelongsToTheNextItem) {
  const ZipfSampler zipf(2, 0.0);
  ASSERT_EQ(zipf.weight(0), std::uint64_t{1} << 62);
  Rng rng = Rng::from_state({1, 0xcd00000000000000U, 1, 1});
  Rng copy = rng;
  ASSERT_EQ(copy.below(zipf.total_weight()), std::uint64_t{1} << 62);
  EXPECT_EQ(zipf(rng), 1U);
}

TEST(ZipfSampler, VeryUnlikelyItemsAreNotDrawn) {
  const ZipfSampler zipf(1000, 16.0);
  EXPECT_EQ(zipf.weight(999), 0U);
  Rng rng(1);
  for (int i = 0; i < 1000; ++i) EXPECT_LT(zipf(rng), 20U);
}

// Weights are integers computed from integers: these hold on every machine. The tolerances compare
// them with 2^56 * 2^-1.1 and 2^56 * 100^-1.1 worked out to 60 digits.
TEST(ZipfSampler, WeightsAreTheSameOnEveryMachine) {
  const ZipfSampler zipf(100, 1.1);
  EXPECT_EQ(zipf.weight(0), std::uint64_t{1} << 56);
  EXPECT_EQ(zipf.weight(1), 33616056264089075U);
  EXPECT_EQ(zipf.weight(99), 454652681838529U);
  EXPECT_NEAR(static_cast<double>(zipf.weight(1)) / 33616056264076358.0, 1.0, 1e-11);
  EXPECT_NEAR(static_cast<double>(zipf.weight(99)) / 454652681838027.97, 1.0, 1e-11);
}

}  // namespace
}  // namespace coopnet
