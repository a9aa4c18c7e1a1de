#include "coopnet/algo/maximum_coverage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

#include "coopnet/core/rng.hpp"
#include "reference/maximum_coverage_slow.hpp"
#include "support/classical.hpp"

namespace coopnet::algo {
namespace {

using coopnet::testing::SlowCoverage;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

WeightedSets make_sets(const std::vector<std::vector<std::uint32_t>>& sets,
                       std::vector<std::uint64_t> weights = {}) {
  WeightedSets out;
  std::uint32_t elements = 0;
  for (const auto& set : sets) {
    for (const auto e : set) {
      out.element.push_back(e);
      elements = std::max(elements, e + 1);
    }
    out.begin.push_back(static_cast<std::uint32_t>(out.element.size()));
  }
  out.weight = weights.empty() ? std::vector<std::uint64_t>(elements, 1) : std::move(weights);
  return out;
}

// Sets A to E over elements 1 to 14 (here 0 to 13): greedy takes E, D, C, but A and B are enough.
const WeightedSets toy_d = make_sets({{0, 1, 2, 3, 4, 5, 6},
                                      {7, 8, 9, 10, 11, 12, 13},
                                      {0, 7},
                                      {1, 2, 8, 9},
                                      {3, 4, 5, 6, 10, 11, 12, 13}});

TEST(MaximumCoverage, ToyDWhereGreedyTakesTheWrongSetFirst) {
  const auto two = maximum_coverage(toy_d, 2);
  EXPECT_THAT(two.best.sets, ElementsAre(0U, 1U));
  EXPECT_THAT(two.best.gains, ElementsAre(7U, 7U));
  EXPECT_EQ(two.best.covered, 14U);
  EXPECT_EQ(two.upper_bound, 14U);
  EXPECT_TRUE(two.optimal);
  EXPECT_THAT(two.greedy.sets, ElementsAre(4U, 3U));
  EXPECT_EQ(two.greedy.covered, 12U);
  EXPECT_EQ(two.ties.count, 1U);
  EXPECT_TRUE(two.ties.exact);
  EXPECT_THAT(two.ties.firm, ElementsAre(Firmness::yes, Firmness::yes));
  EXPECT_EQ(verify(toy_d, 2, two), CoverageFault::none);
}

TEST(MinimumCover, ToyDNeedsTwoAndGreedyThree) {
  const auto cover = minimum_cover(toy_d);
  EXPECT_THAT(cover.best.sets, ElementsAre(0U, 1U));
  EXPECT_THAT(cover.greedy.sets, ElementsAre(4U, 3U, 2U));
  EXPECT_EQ(cover.lower_bound, 2U);
  EXPECT_TRUE(cover.optimal);
  EXPECT_EQ(verify(toy_d, cover), CoverageFault::none);
}

// Davis, Gardner and Gardner: 18 women, 14 events. Two women were at all of them between them.
TEST(MinimumCover, TwoWomenAttendAllFourteenEvents) {
  const auto davis = coopnet::testing::classical::davis_women();
  std::vector<std::set<std::uint32_t>> events(18);
  for (const auto& [x, y] : davis.edges) events[std::min(x, y)].insert(std::max(x, y) - 18);
  std::vector<std::vector<std::uint32_t>> sets;
  for (const auto& of_one : events) sets.emplace_back(of_one.begin(), of_one.end());
  const auto input = make_sets(sets);
  const auto cover = minimum_cover(input);
  ASSERT_EQ(cover.best.sets.size(), 2U);
  EXPECT_TRUE(cover.optimal);
  EXPECT_EQ(cover.best.covered, 14U);
  std::vector<std::string> names{davis.names[cover.best.sets[0]], davis.names[cover.best.sets[1]]};
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names[0].substr(0, 6), "Evelyn");
  EXPECT_EQ(names[1].substr(0, 4), "Nora");
  EXPECT_EQ(verify(input, cover), CoverageFault::none);
}

TEST(MaximumCoverage, NothingToCoverAndNothingToChoose) {
  const auto none = maximum_coverage(make_sets({}), 3);
  EXPECT_THAT(none.best.sets, IsEmpty());
  EXPECT_TRUE(none.optimal);
  const auto empty = maximum_coverage(make_sets({{}, {}}), 3);
  EXPECT_THAT(empty.best.sets, IsEmpty());
  EXPECT_EQ(empty.upper_bound, 0U);
  const auto no_k = maximum_coverage(toy_d, 0);
  EXPECT_THAT(no_k.best.sets, IsEmpty());
  EXPECT_EQ(no_k.upper_bound, 0U);
  EXPECT_EQ(no_k.coverable, 14U);
  EXPECT_THAT(minimum_cover(make_sets({{}, {}})).best.sets, IsEmpty());
}

TEST(MaximumCoverage, EqualSetsAreTiesAndTheFirstIsTaken) {
  const auto result = maximum_coverage(make_sets({{0}, {1, 2}, {1, 2}}), 1);
  EXPECT_THAT(result.best.sets, ElementsAre(1U));
  EXPECT_EQ(result.ties.count, 2U);
  EXPECT_THAT(result.ties.others, ElementsAre(ElementsAre(2U)));
  EXPECT_THAT(result.ties.firm, ElementsAre(Firmness::no));
}

TEST(MaximumCoverage, ASetThatAddsNothingIsNotChosen) {
  const auto result = maximum_coverage(make_sets({{0, 1}, {1}, {0}}), 3);
  EXPECT_THAT(result.best.sets, ElementsAre(0U));
  // Greedy ends with {0,1,2,3}, {0,1,4}, {2,3,5}: the first is superfluous then.
  const auto lean = maximum_coverage(make_sets({{0, 1, 2, 3}, {0, 1, 4}, {2, 3, 5}}), 3);
  EXPECT_THAT(lean.best.sets, ElementsAre(1U, 2U));
  EXPECT_EQ(lean.greedy.sets.size(), 3U);
}

TEST(MaximumCoverage, WeightsDecide) {
  const auto result = maximum_coverage(make_sets({{0, 1, 2}, {3}}, {1, 1, 1, 10}), 1);
  EXPECT_THAT(result.best.sets, ElementsAre(1U));
  EXPECT_EQ(result.best.covered, 10U);
}

TEST(MaximumCoverage, RefusesWhatItCannotCount) {
  EXPECT_THROW((void)maximum_coverage(make_sets({{0}}, {0}), 1), PreconditionError);
  EXPECT_THROW((void)maximum_coverage(make_sets({{1, 0}}), 1), PreconditionError);
  EXPECT_THROW((void)maximum_coverage(make_sets({{0, 0}}), 1), PreconditionError);
  EXPECT_THROW((void)maximum_coverage(make_sets({{1}}, {1}), 1), PreconditionError);
  constexpr auto half = std::uint64_t{1} << 62;
  EXPECT_THROW((void)maximum_coverage(make_sets({{0, 1}}, {half, half}), 1), PreconditionError);
  EXPECT_EQ(maximum_coverage(make_sets({{0, 1}}, {half, half - 1}), 1).best.covered, 2 * half - 1);
}

WeightedSets random_sets(std::uint64_t seed, std::size_t most_sets = 12) {
  Rng rng(seed);
  const auto sets = rng.below(most_sets + 1);
  const auto elements = 1 + rng.below(18);
  const auto density = 1 + rng.below(9);
  const bool weighted = rng.below(2) == 0;
  std::vector<std::vector<std::uint32_t>> lists(sets);
  for (auto& list : lists)
    for (std::uint32_t e = 0; e < elements; ++e)
      if (rng.below(10) < density) list.push_back(e);
  std::vector<std::uint64_t> weights(elements, 1);
  if (weighted)
    for (auto& w : weights) w = 1 + rng.below(5);
  return make_sets(lists, std::move(weights));
}

std::uint32_t bits(const std::vector<std::uint32_t>& sets) {
  std::uint32_t out = 0;
  for (const auto s : sets) out |= 1U << s;
  return out;
}

void expect_ties(const std::vector<std::uint32_t>& optima, const SetChoice& best,
                 const CoverageTies& ties) {
  if (best.sets.empty()) return;
  EXPECT_TRUE(ties.exact);
  EXPECT_EQ(ties.count, optima.size());
  EXPECT_THAT(optima, ::testing::Contains(bits(best.sets)));
  for (const auto& other : ties.others) EXPECT_THAT(optima, ::testing::Contains(bits(other)));
  EXPECT_EQ(ties.others.size(), std::min<std::size_t>(optima.size() - 1, 10));
  for (std::size_t i = 0; i < best.sets.size(); ++i) {
    const bool in_all = std::all_of(optima.begin(), optima.end(), [&](std::uint32_t optimum) {
      return (optimum >> best.sets[i] & 1U) != 0;
    });
    EXPECT_EQ(ties.firm[i], in_all ? Firmness::yes : Firmness::no);
  }
}

TEST(MaximumCoverage, AgreesWithAllSubsetsOnRandomSets) {
  const std::uint64_t runs = std::getenv("COOPNET_LONG_TESTS") != nullptr ? 20'000 : 400;
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    SCOPED_TRACE(seed);
    const auto sets = random_sets(seed);
    const SlowCoverage slow(sets);
    for (const int k : {1, 2, 3, 5}) {
      const auto result = maximum_coverage(sets, static_cast<std::size_t>(k));
      ASSERT_EQ(verify(sets, static_cast<std::size_t>(k), result), CoverageFault::none);
      ASSERT_TRUE(result.optimal);
      EXPECT_EQ(result.best.covered, slow.best(k));
      EXPECT_EQ(result.coverable, slow.coverable());
      // The guarantee of greedy: 1 - 1/e, which is more than 632 of 1000.
      EXPECT_GE(1000 * result.greedy.covered, 632 * slow.best(k));
      expect_ties(slow.optima(k), result.best, result.ties);
    }
    const auto cover = minimum_cover(sets);
    ASSERT_EQ(verify(sets, cover), CoverageFault::none);
    ASSERT_TRUE(cover.optimal);
    EXPECT_EQ(static_cast<int>(cover.best.sets.size()), slow.cover_size());
    expect_ties(slow.optima(static_cast<int>(cover.best.sets.size())), cover.best, cover.ties);
  }
}

// With no steps allowed the bounds still hold, and what is called optimal is.
TEST(MaximumCoverage, BoundsHoldWhenTheSearchIsCutShort) {
  std::size_t open = 0;
  for (std::uint64_t seed = 1; seed <= 600; ++seed) {
    SCOPED_TRACE(seed);
    const auto sets = random_sets(seed);
    const SlowCoverage slow(sets);
    for (const std::uint64_t steps : {0U, 30U, 100U}) {
      const auto result = maximum_coverage(sets, 3, {.most_steps = steps});
      ASSERT_EQ(verify(sets, 3, result), CoverageFault::none);
      EXPECT_GE(result.upper_bound, slow.best(3));
      EXPECT_EQ(result.optimal, result.best.covered == result.upper_bound);
      const auto cover = minimum_cover(sets, {.most_steps = steps});
      ASSERT_EQ(verify(sets, cover), CoverageFault::none);
      EXPECT_LE(static_cast<int>(cover.lower_bound), slow.cover_size());
      open += result.optimal ? 0U : 1U;
      if (result.optimal) {
        const auto optima = slow.optima(3);
        EXPECT_LE(result.ties.count, std::max<std::size_t>(1, optima.size()));
        for (std::size_t i = 0; i < result.best.sets.size(); ++i) {
          const bool in_all = std::all_of(optima.begin(), optima.end(), [&](std::uint32_t optimum) {
            return (optimum >> result.best.sets[i] & 1U) != 0;
          });
          EXPECT_NE(result.ties.firm[i], in_all ? Firmness::no : Firmness::yes);
        }
      }
    }
  }
  EXPECT_GT(open, 20U) << "some searches must have been cut short";
}

TEST(MaximumCoverage, MoreOptimaThanAreCounted) {
  std::vector<std::vector<std::uint32_t>> alone(30);
  for (std::uint32_t i = 0; i < alone.size(); ++i) alone[i] = {i};
  const auto result = maximum_coverage(make_sets(alone), 10, {.most_optima = 50});
  EXPECT_EQ(result.ties.count, 50U);
  EXPECT_FALSE(result.ties.exact);
  EXPECT_THAT(result.ties.firm, ::testing::Each(Firmness::no));
}

/// The same sets under other numbers: what is reached does not change.
TEST(MaximumCoverage, RenumberingSetsAndElementsChangesNoNumber) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    const auto sets = random_sets(seed);
    Rng rng(seed + 1000);
    std::vector<std::uint32_t> set_at(sets.size()), renamed(sets.weight.size());
    std::iota(set_at.begin(), set_at.end(), 0U);
    std::iota(renamed.begin(), renamed.end(), 0U);
    rng.shuffle(std::span(set_at));
    rng.shuffle(std::span(renamed));
    std::vector<std::vector<std::uint32_t>> lists;
    for (const auto s : set_at) {
      auto& list = lists.emplace_back();
      for (const auto e : sets.elements(s)) list.push_back(renamed[e]);
      std::sort(list.begin(), list.end());
    }
    std::vector<std::uint64_t> weights(sets.weight.size());
    for (std::size_t e = 0; e < weights.size(); ++e) weights[renamed[e]] = sets.weight[e];
    const auto other = make_sets(lists, weights);
    const auto x = maximum_coverage(sets, 3), y = maximum_coverage(other, 3);
    EXPECT_EQ(x.best.covered, y.best.covered);
    EXPECT_EQ(x.ties.count, y.ties.count);
    EXPECT_EQ(minimum_cover(sets).best.sets.size(), minimum_cover(other).best.sets.size());
  }
}

TEST(MaximumCoverage, StopsWhenAsked) {
  struct Stop : Progress {
    bool stop_requested() override { return true; }
  } stop;
  EXPECT_THROW((void)maximum_coverage(toy_d, 2, {}, &stop), Interrupted);
}

class BrokenCoverage : public ::testing::Test {
 protected:
  const Coverage good = maximum_coverage(toy_d, 2);
  static CoverageFault fault(const Coverage& c) { return verify(toy_d, 2, c); }
};

TEST_F(BrokenCoverage, IsRefused) {
  auto bad = good;
  bad.best.sets[0] = 5;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_sets);
  bad = good;
  bad.best.sets[0] = 1;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_sets);
  EXPECT_EQ(verify(toy_d, 1, good), CoverageFault::wrong_sets);
  bad = good;
  --bad.best.gains[1];
  EXPECT_EQ(fault(bad), CoverageFault::wrong_gain);
  bad = good;
  ++bad.best.covered;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_gain);
  bad = good;
  --bad.coverable;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_coverable);
  bad = good;
  bad.upper_bound = 13;
  EXPECT_EQ(fault(bad), CoverageFault::bound_too_low);
  bad.upper_bound = 15;
  EXPECT_EQ(fault(bad), CoverageFault::bound_too_high);
  bad = good;
  bad.optimal = false;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_optimality);
  bad = good;
  bad.ties.others = {{0, 2}};
  bad.ties.count = 2;
  EXPECT_EQ(fault(bad), CoverageFault::wrong_ties);
}

// A choice that one exchange betters cannot be called the best.
TEST_F(BrokenCoverage, AWorseChoiceIsRefused) {
  auto bad = good;
  bad.best = {{0, 2}, {7, 1}, 8};
  bad.upper_bound = 8;
  EXPECT_EQ(fault(bad), CoverageFault::bound_too_low);
}

TEST(BrokenCover, IsRefused) {
  const auto good = minimum_cover(toy_d);
  auto bad = good;
  bad.best = {{0}, {7}, 7};
  EXPECT_EQ(verify(toy_d, bad), CoverageFault::not_covered);
  bad = good;
  bad.lower_bound = 1;
  EXPECT_EQ(verify(toy_d, bad), CoverageFault::bound_too_low);
  bad.lower_bound = 3;
  EXPECT_EQ(verify(toy_d, bad), CoverageFault::bound_too_high);
  bad = good;
  bad.optimal = false;
  EXPECT_EQ(verify(toy_d, bad), CoverageFault::wrong_optimality);
}

}  // namespace
}  // namespace coopnet::algo
