#include "coopnet/algo/capacity_matching.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "coopnet/algo/min_cost_flow.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"
#include "reference/capacity_matching_slow.hpp"
#include "support/lemon_flow.hpp"

namespace coopnet::algo {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Amounts = std::vector<MatchedAmount>;

std::uint64_t rounds(std::uint64_t few) {
  return std::getenv("COOPNET_LONG_TESTS") != nullptr ? few * 40 : few;
}

//            N1 N2 N3   each need takes 3
// O1 gives 2  9  8  2
// O2 gives 2  8  7  3
// O3 gives 1  6  5  1
CapacityMatchingProblem toy_b(std::int64_t per_pair) {
  CapacityMatchingProblem p;
  p.offers = {{2, 0}, {2, 0}, {1, 0}};
  p.needs = {{3, 0}, {3, 0}, {3, 0}};
  p.pairs = {{0, 0, 9}, {0, 1, 8}, {0, 2, 2}, {1, 0, 8}, {1, 1, 7},
             {1, 2, 3}, {2, 0, 6}, {2, 1, 5}, {2, 2, 1}};
  p.per_pair = per_pair;
  return p;
}

CapacityMatching solve(const CapacityMatchingProblem& p,
                       const CapacityMatchingOptions& options = {}) {
  auto result = capacity_matching(p, options);
  const auto proof = verify(p, options, result);
  EXPECT_TRUE(proof) << proof.fault;
  return result;
}

std::vector<std::int64_t> counts(const CapacityMatchingProblem& p, const Amounts& matched) {
  std::vector<std::int64_t> out(p.needs.size(), 0);
  for (const auto& m : matched) out[m.need] += m.amount;
  std::sort(out.begin(), out.end());
  return out;
}

TEST(CapacityMatching, ToyBIsUnique) {
  const auto p = toy_b(1);
  const auto got = solve(p);
  EXPECT_EQ(38, got.total);
  const Amounts all{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}, {2, 0, 1}};
  EXPECT_EQ(all, got.matched);
  const auto ties = matching_ties(p, {}, got);
  EXPECT_EQ(all, ties.firm);
  EXPECT_THAT(ties.optional, IsEmpty());
  EXPECT_THAT(ties.optima, ElementsAre(all));
  EXPECT_TRUE(ties.complete);
}

TEST(CapacityMatching, ToyBWithFloors) {
  const auto p = toy_b(1);
  const CapacityMatchingOptions one{.need_floor = 1};
  const auto got = solve(p, one);
  EXPECT_EQ(34, got.total);
  EXPECT_EQ(4, got.price_of_fairness());
  EXPECT_THAT(matching_ties(p, one, got).optima,
              ElementsAre(Amounts{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 2, 1}, {2, 0, 1}}));
  const auto two = solve(p, {.need_floor = 2});
  EXPECT_FALSE(two.feasible);
  EXPECT_TRUE(two.shortage.of_needs);
  EXPECT_THAT(two.shortage.parties, ElementsAre(0, 1, 2));
  EXPECT_EQ(6, two.shortage.required);
  EXPECT_EQ(5, two.shortage.available);
}

TEST(CapacityMatching, ToyBLeximin) {
  const auto p = toy_b(1);
  const CapacityMatchingOptions fair{.leximin = true};
  const auto got = solve(p, fair);
  EXPECT_EQ(33, got.total);
  EXPECT_EQ(5, got.price_of_fairness());
  EXPECT_THAT(counts(p, got.matched), ElementsAre(1, 2, 2));
  const auto ties = matching_ties(p, fair, got);
  EXPECT_THAT(ties.firm, ElementsAre(MatchedAmount{0, 0, 1}, MatchedAmount{0, 1, 1}));
  EXPECT_THAT(ties.optima,
              ElementsAre(Amounts{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}, {2, 2, 1}},
                          Amounts{{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 2, 1}, {2, 1, 1}},
                          Amounts{{0, 0, 1}, {0, 1, 1}, {1, 1, 1}, {1, 2, 1}, {2, 0, 1}}));
}

TEST(CapacityMatching, ToyBAsTransport) {
  const auto p = toy_b(9);
  struct Case {
    CapacityMatchingOptions options;
    std::int64_t total;
    std::size_t optima;
  };
  for (const auto& [options, total, optima] :
       {Case{{}, 38, 5}, Case{{.need_floor = 1}, 34, 5}, Case{{.leximin = true}, 33, 7}}) {
    const auto got = solve(p, options);
    EXPECT_EQ(total, got.total);
    const auto ties = matching_ties(p, options, got);
    EXPECT_EQ(optima, ties.optima.size());
    EXPECT_TRUE(ties.complete);
    if (total == 38) {
      EXPECT_THAT(ties.firm, IsEmpty());
    }
  }
  EXPECT_THAT(counts(p, solve(p, {.leximin = true}).matched), ElementsAre(1, 2, 2));
}

CapacityMatchingProblem random_problem(Rng& rng) {
  CapacityMatchingProblem p;
  p.per_pair = 1 + static_cast<std::int64_t>(rng.below(3));
  p.offers.resize(rng.below(10) == 0 ? 0 : 1 + rng.below(3));
  p.needs.resize(rng.below(10) == 0 ? 0 : 1 + rng.below(3));
  for (auto* side : {&p.offers, &p.needs})
    for (auto& party : *side) {
      party.capacity = static_cast<std::int64_t>(rng.below(5));
      party.floor = rng.below(4) == 0 ? static_cast<std::int64_t>(rng.below(3)) : 0;
    }
  const auto fits = 1 + rng.below(4);
  for (std::uint32_t i = 0; i < p.offers.size(); ++i)
    for (std::uint32_t j = 0; j < p.needs.size(); ++j)
      if (rng.below(5) != 0)
        p.pairs.push_back(
            {i, j, static_cast<std::int64_t>(rng.below(fits + 1)) - (rng.below(9) == 0 ? 1 : 0)});
  rng.shuffle(p.pairs);
  return p;
}

/// Firm and optional pairs as the list of all optima shows them.
void expect_ties(const std::vector<Amounts>& optima, const MatchingTies& ties, std::uint64_t seed) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::map<std::int64_t, std::size_t>> seen;
  for (const auto& optimum : optima)
    for (const auto& m : optimum) ++seen[{m.offer, m.need}][m.amount];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> optional, got;
  Amounts firm;
  for (const auto& [pair, amounts] : seen) {
    const auto& [amount, times] = *amounts.begin();
    if (times == optima.size()) {
      firm.push_back({pair.first, pair.second, amount});
    } else {
      optional.push_back(pair);
    }
  }
  for (const auto& m : ties.optional) got.emplace_back(m.offer, m.need);
  ASSERT_EQ(firm, ties.firm) << seed;
  ASSERT_EQ(optional, got) << seed;
}

TEST(CapacityMatching, EqualsAllAmountsTried) {
  int infeasible = 0, several = 0;
  for (std::uint64_t seed = 0; seed < rounds(10000); ++seed) {
    Rng rng(seed);
    const auto p = random_problem(rng);
    const CapacityMatchingOptions options{
        .need_floor = rng.below(4) == 0 ? static_cast<std::int64_t>(rng.below(2)) : 0,
        .leximin = rng.below(2) == 0};
    const auto expected = reference::SlowMatcher(p, options).solve();
    const auto got = capacity_matching(p, options);
    ASSERT_TRUE(verify(p, options, got)) << seed << ' ' << verify(p, options, got).fault;
    ASSERT_EQ(expected.feasible, got.feasible) << seed;
    infeasible += got.feasible ? 0 : 1;
    if (!got.feasible) continue;
    ASSERT_EQ(expected.total, got.total) << seed;
    if (options.leximin) {
      ASSERT_EQ(expected.sorted_counts, counts(p, got.matched)) << seed;
    }
    const auto ties = matching_ties(p, options, got);
    ASSERT_EQ(expected.optima.size() <= 1000, ties.complete) << seed;
    if (!ties.complete) continue;
    ASSERT_EQ(expected.optima, ties.optima) << seed;
    expect_ties(expected.optima, ties, seed);
    several += ties.optima.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(infeasible, 100);
  EXPECT_GT(several, 200);
}

TEST(CapacityMatching, LargerOnesEqualLemon) {
  Rng rng(3);
  CapacityMatchingProblem p;
  p.per_pair = 2;
  p.offers.resize(60);
  p.needs.resize(80);
  for (auto* side : {&p.offers, &p.needs})
    for (auto& party : *side) party = {static_cast<std::int64_t>(rng.below(12)), 0};
  for (std::uint32_t i = 0; i < 60; ++i)
    for (std::uint32_t j = 0; j < 80; ++j)
      if (rng.below(3) != 0)
        p.pairs.push_back({i, j, static_cast<std::int64_t>(1 + rng.below(1000))});
  coopnet::testing::LemonFlowProblem lemon(141, p.pairs.size() + 140);
  for (std::size_t i = 0; i < 60; ++i) lemon.add_arc(140, i, 0, p.offers[i].capacity, 0);
  for (std::size_t j = 0; j < 80; ++j) lemon.add_arc(60 + j, 140, 0, p.needs[j].capacity, 0);
  for (const auto& pair : p.pairs) lemon.add_arc(pair.offer, 60 + pair.need, 0, 2, -pair.fit);
  const auto got = solve(p);
  EXPECT_EQ(-lemon.run().total, got.total);
  auto shuffled = p;
  rng.shuffle(shuffled.pairs);
  EXPECT_EQ(got.matched, solve(shuffled).matched);
  const auto fair = solve(p, {.leximin = true});
  EXPECT_GE(counts(p, fair.matched), counts(p, got.matched));
  EXPECT_GE(fair.price_of_fairness(), 0);
}

// Fit 1 everywhere, k offers and k needs of one unit: k! optima.
CapacityMatchingProblem permutations(std::uint32_t k) {
  CapacityMatchingProblem p;
  p.offers.assign(k, {1, 0});
  p.needs.assign(k, {1, 0});
  for (std::uint32_t i = 0; i < k; ++i)
    for (std::uint32_t j = 0; j < k; ++j) p.pairs.push_back({i, j, 1});
  return p;
}

TEST(CapacityMatching, OptimaAreCountedUpToTheLimit) {
  const auto six = permutations(6);
  const auto ties = matching_ties(six, {}, solve(six));
  EXPECT_EQ(720U, ties.optima.size());
  EXPECT_TRUE(ties.complete);
  EXPECT_EQ(36U, ties.optional.size());
  const auto exact = matching_ties(six, {}, solve(six), 720);
  EXPECT_TRUE(exact.complete);
  const auto cut = matching_ties(six, {}, solve(six), 719);
  EXPECT_FALSE(cut.complete);
  EXPECT_EQ(719U, cut.optima.size());
  const auto seven = permutations(7);
  const auto many = matching_ties(seven, {}, solve(seven));
  EXPECT_FALSE(many.complete);
  EXPECT_EQ(1000U, many.optima.size());
  EXPECT_EQ(many.optima.end(), std::adjacent_find(many.optima.begin(), many.optima.end()));
  EXPECT_THROW(static_cast<void>(matching_ties(six, {}, solve(six), 10'001)), PreconditionError);
}

TEST(CapacityMatching, EdgeCases) {
  EXPECT_EQ(0, solve({}).total);
  EXPECT_EQ(0, solve({{{1, 0}}, {}, {}}).total);
  EXPECT_TRUE(solve({{}, {{1, 0}}, {}}, {.leximin = true}).feasible);
  EXPECT_EQ(0, solve({{{0, 0}}, {{5, 0}}, {{0, 0, 3}}}).total);
  EXPECT_EQ(0, solve({{{1, 0}}, {{1, 0}}, {{0, 0, -3}}}).total);
  EXPECT_EQ(0, solve({{{1, 0}}, {{1, 0}}, {{0, 0, 3}}, 0}).total);
  // Nobody offers what need 1 asks for: it alone is short.
  const auto lonely = solve({{{3, 0}}, {{1, 0}, {1, 0}}, {{0, 0, 3}}}, {.need_floor = 1});
  EXPECT_FALSE(lonely.feasible);
  EXPECT_THAT(lonely.shortage.parties, ElementsAre(1));
  EXPECT_EQ(0, lonely.shortage.available);
  // An offer that must give 2 finds one taker of one unit.
  const auto unwanted = solve({{{2, 2}}, {{1, 0}}, {{0, 0, 3}}, 5});
  EXPECT_FALSE(unwanted.feasible);
  EXPECT_FALSE(unwanted.shortage.of_needs);
  EXPECT_EQ(1, unwanted.shortage.available);
  const auto above = solve({{{2, 0}}, {{1, 0}}, {{0, 0, 3}}, 5}, {.need_floor = 2});
  EXPECT_FALSE(above.feasible);
  EXPECT_EQ(1, above.shortage.available);
  EXPECT_EQ(7 * 3, solve({{{unlimited, 0}}, {{unlimited, 0}}, {{0, 0, 3}}, 7}).total);
}

TEST(CapacityMatching, Refusals) {
  const auto refused = [](const CapacityMatchingProblem& p, const CapacityMatchingOptions& o = {}) {
    EXPECT_THROW(static_cast<void>(capacity_matching(p, o)), PreconditionError);
  };
  refused({{{1, 0}}, {{1, 0}}, {{0, 0, 3}, {0, 0, 2}}});
  refused({{{1, 0}}, {{1, 0}}, {{0, 1, 3}}});
  refused({{{-1, 0}}, {{1, 0}}, {}});
  refused({{{1, 0}}, {{1, -1}}, {}});
  refused({{{1, 0}}, {{1, 0}}, {}, -1});
  refused({{{unlimited, 0}}, {{unlimited, 0}}, {{0, 0, 3}}, unlimited});
  refused({{{unlimited, 0}}, {{unlimited, 0}}, {{0, 0, 3}}, unlimited}, {.leximin = true});
}

TEST(CapacityMatching, BrokenCertificatesAreRefused) {
  const auto p = toy_b(1);
  for (const bool leximin : {false, true}) {
    const CapacityMatchingOptions options{.leximin = leximin};
    const auto good = solve(p, options);
    auto bad = good;
    bad.matched.pop_back();
    EXPECT_FALSE(verify(p, options, bad));
    bad = good;
    bad.total += 1;
    EXPECT_FALSE(verify(p, options, bad));
    bad = good;
    bad.offer_price[0].fit = -1;
    EXPECT_FALSE(verify(p, options, bad));
    bad = good;
    bad.need_price[0].fit += 100;
    EXPECT_FALSE(verify(p, options, bad));
  }
  // The largest total is not the fairest, and the other way round.
  const auto most = solve(p), fair = solve(p, {.leximin = true});
  EXPECT_FALSE(verify(p, {.leximin = true}, most));
  EXPECT_FALSE(verify(p, {}, fair));
  auto shortage = solve(p, {.need_floor = 2});
  shortage.shortage.available = 6;
  EXPECT_FALSE(verify(p, {.need_floor = 2}, shortage));
}

}  // namespace
}  // namespace coopnet::algo
