#include "coopnet/algo/similar_pairs.hpp"

#include <gtest/gtest.h>

#include <set>

#include "coopnet/core/rng.hpp"
#include "reference/similar_pairs_slow.hpp"

namespace coopnet::algo {
namespace {

constexpr auto everything = [](std::uint32_t, std::uint32_t) { return true; };

WeightedSets make(const std::vector<std::set<std::uint32_t>>& sets,
                  std::vector<std::uint64_t> weight) {
  WeightedSets out;
  out.weight = std::move(weight);
  for (const auto& set : sets) {
    out.element.insert(out.element.end(), set.begin(), set.end());
    out.begin.push_back(static_cast<std::uint32_t>(out.element.size()));
  }
  return out;
}

/// Few elements and small weights, so that ties abound.
WeightedSets random_sets(Rng& rng) {
  const auto elements = 1 + rng.below(12);
  std::vector<std::uint64_t> weight(elements);
  for (auto& w : weight) w = 1 + rng.below(4);
  std::vector<std::set<std::uint32_t>> sets(rng.below(30));
  for (auto& set : sets)
    for (auto n = rng.below(6); n > 0; --n)
      set.insert(static_cast<std::uint32_t>(rng.below(rng.below(elements) + 1)));
  return make(sets, weight);
}

class SimilarPairs : public testing::TestWithParam<Similarity> {};

TEST_P(SimilarPairs, EqualTheSlowTwinOnManySeeds) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Rng rng(seed);
    const auto sets = random_sets(rng);
    const auto odd_difference = [](std::uint32_t a, std::uint32_t b) { return (a + b) % 3 != 0; };
    for (const std::size_t top : {0U, 1U, 3U, 10U, 1000U}) {
      const SimilarPairsOptions options{.measure = GetParam(), .top = top};
      EXPECT_EQ(similar_pairs(sets, options, odd_difference),
                reference::similar_pairs_slow(sets, GetParam(), top, 0, odd_difference))
          << "seed " << seed << ", top " << top;
    }
  }
}

TEST_P(SimilarPairs, KeepThePairsThatJustReachTheMinimum) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    const auto sets = random_sets(rng);
    const auto all = reference::similar_pairs_slow(sets, GetParam(), 0, 0, everything);
    if (all.empty()) continue;
    const auto& border = all[all.size() / 2].parts;
    const SimilarPairsOptions options{.measure = GetParam(), .top = 0, .minimum = border};
    EXPECT_EQ(similar_pairs(sets, options, everything),
              reference::similar_pairs_slow(sets, GetParam(), 0,
                                            reference::slow_value(GetParam(), border), everything))
        << "seed " << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(AllMeasures, SimilarPairs,
                         testing::Values(Similarity::shared, Similarity::jaccard,
                                         Similarity::overlap, Similarity::cosine));

// {1,2} and {1,2,3} share weight 2 of 3; {3} and {1,2,3} share 1 of 3.
TEST(SimilarPairs, ScoresByTheDefinition) {
  const auto sets = make({{1, 2}, {1, 2, 3}, {3}}, {9, 1, 1, 1});
  const auto pairs = similar_pairs(sets, {}, everything);
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0], (SimilarPair{0, 1, {2, 2, 3}}));
  EXPECT_DOUBLE_EQ(value(Similarity::jaccard, pairs[0].parts), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value(Similarity::overlap, pairs[0].parts), 1.0);
  EXPECT_DOUBLE_EQ(value(Similarity::cosine, pairs[1].parts), 1 / std::sqrt(3.0));
  EXPECT_EQ(pairs[1], (SimilarPair{1, 2, {1, 3, 1}}));
}

TEST(SimilarPairs, RefuseMorePairsThanAskedFor) {
  const auto sets = make({{0}, {0}, {0}}, {1});
  const SimilarPairsOptions two{.top = 0, .most_pairs = 2};
  EXPECT_THROW(static_cast<void>(similar_pairs(sets, two, everything)), PreconditionError);
}

TEST(SimilarPairs, NothingFromNothing) {
  EXPECT_TRUE(similar_pairs({}, {}, everything).empty());
  EXPECT_TRUE(similar_pairs(make({{}, {}}, {}), {}, everything).empty());
}

TEST(CountSharingPairs, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Rng rng(seed);
    const auto sets = random_sets(rng);
    EXPECT_EQ(count_sharing_pairs(sets, everything),
              reference::similar_pairs_slow(sets, Similarity::jaccard, 0, 0, everything).size());
  }
}

TEST(Compare, IsExactWhereDoublesAreNot) {
  // 2^53 / (2^53 + 1) is below (2^53 + 1) / (2^53 + 2); as doubles both round to 1.
  const std::uint64_t big = std::uint64_t{1} << 53U;
  const SimilarityParts x{big, big, big + 1};
  const SimilarityParts y{big + 1, big + 1, big + 2};
  EXPECT_EQ(value(Similarity::jaccard, x), value(Similarity::jaccard, y));
  EXPECT_TRUE(compare(Similarity::jaccard, x, y) < 0);
  EXPECT_TRUE(compare(Similarity::cosine, x, y) < 0);
  const std::uint64_t top = ~std::uint64_t{0};
  EXPECT_TRUE(compare(Similarity::cosine, {top - 1, top, top}, {top, top, top}) < 0);
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(SimilarPairs, StopWhenAsked) {
  Stopper stopper;
  const auto sets = make({{0}, {0}}, {1});
  EXPECT_THROW(static_cast<void>(similar_pairs(sets, {}, everything, &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
