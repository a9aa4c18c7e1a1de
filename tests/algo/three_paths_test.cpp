#include "coopnet/algo/three_paths.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "coopnet/core/ids.hpp"
#include "coopnet/core/rng.hpp"
#include "reference/three_paths_slow.hpp"
#include "support/classical.hpp"

namespace coopnet::algo {
namespace {

using Woman = Id<struct WomanTag>;
using Event = Id<struct EventTag>;
using Visits = graph::Incidence<Woman, Event>;
using Link = graph::Link<Woman, Event>;

Visits visits(const reference::Table& table, std::size_t rights) {
  std::vector<Link> links;
  for (std::size_t l = 0; l < table.size(); ++l)
    for (std::size_t r = 0; r < rights; ++r)
      if (table[l][r]) links.push_back({Woman::at(l), Event::at(r), 0, true});
  return Visits(table.size(), rights, links);
}

reference::Table random_table(Rng& rng) {
  const auto lefts = rng.below(8), rights = rng.below(8);
  const auto odds = 1 + rng.below(4);
  reference::Table out(lefts, std::vector<bool>(rights));
  for (auto& row : out)
    for (std::size_t r = 0; r < rights; ++r) row[r] = rng.below(5) < odds;
  return out;
}

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}
double won(const RankComparison& c) {
  return static_cast<double>(c.higher) + 0.5 * static_cast<double>(c.equal);
}

//  a ─ 0 ─ b ─ 1     From a to 1: over 0 and b, over 2 and b, over 2 and c. Nobody goes to 3 but d.
//  a ─ 2 ─ b         Degrees: 0 two, 2 three; b three, c two.
//      2 ─ c ─ 1
TEST(ThreePaths, ByTheDefinition) {
  const auto links = visits({{true, false, true, false},
                             {true, true, true, false},
                             {false, true, true, false},
                             {false, false, false, true}},
                            4);
  const auto got = three_path_scores(links, Woman(0));
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[0].right, Event(1));
  EXPECT_EQ(got[0].paths, 3U);
  EXPECT_NEAR(got[0].normalised,
              1 / std::sqrt(2.0 * 3) + 1 / std::sqrt(3.0 * 3) + 1 / std::sqrt(3.0 * 2), 1e-11);
  EXPECT_EQ(got[1], (ThreePathScore<Event>{Event(3), 0, 0}));
}

Visits davis_visits() {
  const auto davis = testing::classical::davis_women();
  std::vector<Link> links;
  for (const auto& [woman, event] : davis.edges)
    links.push_back({Woman(woman), Event(event - 18), 0, true});
  return Visits(18, 14, links);
}

// Numbers by loops over the graph of NetworkX (davis_southern_women_graph), link after link
// removed from it.
TEST(ThreePaths, OfTheWomenAtEvents) {
  const auto names = testing::classical::davis_women();
  const auto links = davis_visits();
  const auto score = [&](const std::string& woman, std::uint32_t event) {
    for (const auto& s : three_path_scores(links, Woman(names.at(woman))))
      if (s.right == Event(event - 1)) return s;
    return ThreePathScore<Event>{};
  };
  EXPECT_EQ(score("Theresa Anderson", 1).paths, 19U);
  EXPECT_NEAR(score("Theresa Anderson", 1).normalised, 2.66319714, 5e-9);
  EXPECT_EQ(score("Laura Mandeville", 4).paths, 21U);
  EXPECT_NEAR(score("Laura Mandeville", 4).normalised, 3.101168527, 5e-10);
  EXPECT_EQ(score("Flora Price", 8).paths, 10U);
  EXPECT_NEAR(score("Flora Price", 8).normalised, 1.458494532, 5e-10);
  EXPECT_EQ(score("Evelyn Jefferson", 7).paths, 35U);
  EXPECT_NEAR(score("Evelyn Jefferson", 7).normalised, 5.268094256, 5e-10);

  const auto check = check_three_paths(links);
  EXPECT_EQ(check.paths, (RankComparison{729, 573, 35}));
  EXPECT_EQ(check.normalised, (RankComparison{729, 613, 2}));
  EXPECT_EQ(check.degree, (RankComparison{729, 482, 41}));
  EXPECT_NEAR(check.normalised.auc().value(), 0.8422496570644719, 1e-15);
}

TEST(ThreePaths, EqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Rng rng(seed);
    const auto table = random_table(rng);
    const auto rights = table.empty() ? 0 : table[0].size();
    const auto links = visits(table, rights);
    for (std::size_t l = 0; l < table.size(); ++l) {
      const auto got = three_path_scores(links, Woman::at(l));
      EXPECT_EQ(got.size(), rights - links.left_degree(Woman::at(l)));
      for (const auto& score : got) {
        EXPECT_FALSE(table[l][score.right.index()]);
        const auto expected = reference::three_paths_slow(table, l, score.right.index());
        EXPECT_EQ(score.paths, expected.paths);
        EXPECT_NEAR(score.normalised, expected.normalised, 1e-10);
      }
    }
    const auto check = check_three_paths(links);
    const auto expected = reference::check_three_paths_slow(table);
    EXPECT_EQ(check.paths.pairs, expected.paths.size());
    EXPECT_EQ(won(check.paths), sum(expected.paths));
    EXPECT_EQ(won(check.normalised), sum(expected.normalised));
    EXPECT_EQ(won(check.degree), sum(expected.degree));
  }
}

TEST(ThreePaths, DoNotDependOnTheNumbersOfTheRows) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    Rng rng(seed);
    const auto table = random_table(rng);
    if (table.empty()) continue;
    std::vector<std::size_t> left(table.size()), right(table[0].size());
    std::iota(left.begin(), left.end(), 0U);
    std::iota(right.begin(), right.end(), 0U);
    rng.shuffle(left);
    rng.shuffle(right);
    auto other = table;
    for (std::size_t l = 0; l < left.size(); ++l)
      for (std::size_t r = 0; r < right.size(); ++r) other[left[l]][right[r]] = table[l][r];
    const auto before = visits(table, right.size()), after = visits(other, right.size());
    EXPECT_EQ(check_three_paths(before), check_three_paths(after)) << "seed " << seed;
    for (std::size_t l = 0; l < left.size(); ++l)
      for (auto score : three_path_scores(before, Woman::at(l))) {
        score.right = Event::at(right[score.right.index()]);
        const auto there = three_path_scores(after, Woman::at(left[l]));
        EXPECT_NE(std::find(there.begin(), there.end(), score), there.end()) << "seed " << seed;
      }
  }
}

TEST(ThreePaths, NothingFromNothing) {
  EXPECT_EQ(check_three_paths(Visits()), ThreePathCheck{});
  EXPECT_FALSE(check_three_paths(Visits()).paths.auc());
  EXPECT_TRUE(three_path_scores(Visits(1, 0, {}), Woman(0)).empty());
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(ThreePaths, StopWhenAsked) {
  Stopper stopper;
  EXPECT_THROW(static_cast<void>(check_three_paths(davis_visits(), &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
