#include "coopnet/algo/optimal_matchings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "coopnet/core/rng.hpp"
#include "reference/maximum_weight_matching_slow.hpp"

namespace coopnet::algo {
namespace {

using Edges = std::vector<WeightedEdge>;
using reference::PairSet;
constexpr auto any = MatchingCardinality::any;
constexpr auto most_pairs = MatchingCardinality::maximum;

bool long_tests() { return std::getenv("COOPNET_LONG_TESTS") != nullptr; }

OptimalMatchings ties(std::size_t vertices, const Edges& edges, MatchingCardinality cardinality,
                      std::size_t limit = 100'000) {
  const MatchingOptions options{.cardinality = cardinality};
  return optimal_matchings(vertices, edges, maximum_weight_matching(vertices, edges, options),
                           {.matching = options, .limit = limit, .list = true});
}

PairSet ends(const std::vector<MatchedPair>& pairs) {
  PairSet out;
  for (const auto& pair : pairs) out.insert({pair.a, pair.b});
  return out;
}

/// In how many of the optima each pair is.
void expect_like_slow_twin(std::size_t vertices, const Edges& edges,
                           MatchingCardinality cardinality) {
  const auto found = ties(vertices, edges, cardinality);
  const auto slow = reference::optimal_matchings_slow(vertices, edges, cardinality);
  std::set<PairSet> listed;
  for (const auto& optimum : found.optima) listed.insert(ends(optimum));
  EXPECT_TRUE(found.exact);
  EXPECT_EQ(found.count, slow.size());
  EXPECT_EQ(found.optima.size(), slow.size());  // none twice
  EXPECT_EQ(listed, slow);
  PairSet firm, optional;
  for (const auto& optimum : slow)
    for (const auto& pair : optimum) {
      const auto in_all = std::all_of(slow.begin(), slow.end(),
                                      [&](const PairSet& other) { return other.contains(pair); });
      (in_all ? firm : optional).insert(pair);
    }
  EXPECT_EQ(ends(found.firm), firm);
  EXPECT_EQ(ends(found.optional), optional);
}

// 0 --3-- 1 --3-- 2   4 --1-- 5      One of two pairs at 1; 4-5 in any case.
TEST(OptimalMatchings, FirmAndOptional) {
  const auto found = ties(6, {{0, 1, 3}, {1, 2, 3}, {4, 5, 1}}, any);
  EXPECT_EQ(found.firm, (std::vector<MatchedPair>{{4, 5, 1}}));
  EXPECT_EQ(found.optional, (std::vector<MatchedPair>{{0, 1, 3}, {1, 2, 3}}));
  EXPECT_EQ(found.count, 2U);
  EXPECT_EQ(found.optima, (std::vector<std::vector<MatchedPair>>{{{0, 1, 3}, {4, 5, 1}},
                                                                 {{1, 2, 3}, {4, 5, 1}}}));
}

TEST(OptimalMatchings, OneOptimumIsFirm) {
  const auto found = ties(4, {{0, 1, 5}, {1, 2, 11}, {2, 3, 5}}, any);
  EXPECT_EQ(found.firm, (std::vector<MatchedPair>{{1, 2, 11}}));
  EXPECT_TRUE(found.optional.empty());
  EXPECT_EQ(found.count, 1U);
}

TEST(OptimalMatchings, TheEmptyMatchingIsOneOptimum) {
  EXPECT_EQ(ties(0, {}, any).count, 1U);
  const auto worthless = ties(4, {{0, 1, 0}, {2, 3, -1}}, any);
  EXPECT_EQ(worthless.count, 1U);
  EXPECT_TRUE(worthless.firm.empty() && worthless.optional.empty());
  EXPECT_EQ(ends(ties(4, {{0, 1, 0}, {2, 3, -1}}, most_pairs).firm), (PairSet{{0, 1}, {2, 3}}));
}

// The number of perfect matchings of a complete graph is 1 * 3 * 5 * ...
TEST(OptimalMatchings, CompleteGraphsOfEqualWeight) {
  const auto complete = [](std::uint32_t n) {
    Edges out;
    for (std::uint32_t a = 0; a < n; ++a)
      for (std::uint32_t b = a + 1; b < n; ++b) out.push_back({a, b, 2});
    return out;
  };
  EXPECT_EQ(ties(8, complete(8), any).count, 105U);
  EXPECT_EQ(ties(7, complete(7), any).count, 105U);  // 7 to leave out, 15 each
  const auto many = ties(60, complete(60), any, 1000);
  EXPECT_EQ(many.count, 1000U);
  EXPECT_FALSE(many.exact);
  EXPECT_EQ(many.optima.size(), 1000U);
  EXPECT_EQ(many.optional.size(), 60U * 59 / 2);
}

TEST(OptimalMatchings, TheLimitIsExactAtItsEdge) {
  Edges squares;  // two optima each: 2^5
  for (std::uint32_t v = 0; v < 20; v += 4)
    for (std::uint32_t k = 0; k < 4; ++k) squares.push_back({v + k, v + (k + 1) % 4, 1});
  EXPECT_EQ(ties(20, squares, any, 32).count, 32U);
  EXPECT_TRUE(ties(20, squares, any, 32).exact);
  EXPECT_EQ(ties(20, squares, any, 31).count, 31U);
  EXPECT_FALSE(ties(20, squares, any, 31).exact);
}

TEST(OptimalMatchings, EqualTheSlowTwinOnRandomGraphs) {
  const std::uint64_t seeds = long_tests() ? 100'000 : 1'500;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    Rng rng(seed);
    const auto n = 1 + static_cast<std::uint32_t>(rng.below(9));
    const auto vertex = [&] { return static_cast<std::uint32_t>(rng.below(n)); };
    const auto range = 1 + rng.below(4);
    const std::int64_t least = seed % 4 == 0 ? -1 : seed % 4 == 1 ? 4 : 1;
    Edges edges;
    for (auto left = rng.below(2 * n + 1); left > 0; --left)
      edges.push_back({vertex(), vertex(), least + static_cast<std::int64_t>(rng.below(range))});
    for (const auto cardinality : {any, most_pairs}) expect_like_slow_twin(n, edges, cardinality);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

/// Three heavy triangles joined to a triangle, with tails: blossoms within blossoms.
TEST(OptimalMatchings, EqualTheSlowTwinWithNestedBlossoms) {
  std::size_t nested = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    Rng rng(seed);
    const auto within = [&](std::uint32_t triangle) {
      return 3 * triangle + static_cast<std::uint32_t>(rng.below(3));
    };
    Edges edges;
    for (std::uint32_t t = 0; t < 3; ++t) {
      for (std::uint32_t k = 0; k < 3; ++k) edges.push_back({3 * t + k, 3 * t + (k + 1) % 3, 20});
      edges.push_back({within(t), within((t + 1) % 3), 14});
      edges.push_back({within(t), within((t + 1) % 3), 14});
    }
    for (std::uint32_t v = 9; v < 12; ++v) {
      edges.push_back({v, static_cast<std::uint32_t>(rng.below(9)), 4});
      edges.push_back({v, static_cast<std::uint32_t>(rng.below(9)), 4});
    }
    for (const auto cardinality : {any, most_pairs}) {
      const auto& b =
          maximum_weight_matching(12, edges, {.cardinality = cardinality}).dual.blossoms;
      for (std::size_t i = 1; i < b.size(); ++i) nested += b[i].begin < b[i - 1].end ? 1U : 0U;
      expect_like_slow_twin(12, edges, cardinality);
    }
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
  EXPECT_GT(nested, 100U);  // the shape does what it is for
}

TEST(OptimalMatchings, RefusesAMatchingWithoutProof) {
  const Edges edges{{0, 1, 3}, {1, 2, 4}};
  auto matching = maximum_weight_matching(3, edges);
  EXPECT_THROW(
      static_cast<void>(optimal_matchings(3, edges, matching, {.matching = {}, .limit = 0})),
      PreconditionError);
  ++matching.dual.vertex[1];
  EXPECT_THROW(static_cast<void>(optimal_matchings(3, edges, matching)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::algo
