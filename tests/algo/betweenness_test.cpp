#include "coopnet/algo/betweenness.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

#include "coopnet/algo/exact_lengths.hpp"
#include "coopnet/core/errors.hpp"
#include "reference/betweenness_slow.hpp"
#include "support/classical.hpp"
#include "support/length_graphs.hpp"

namespace coopnet::algo {
namespace {

using namespace coopnet::testing;
using Scores = std::vector<double>;

void expect_near(const Scores& got, const Scores& wanted) {
  ASSERT_EQ(got.size(), wanted.size());
  for (std::size_t v = 0; v < got.size(); ++v)
    EXPECT_NEAR(got[v], wanted[v], 1e-9 * (1 + wanted[v])) << "vertex " << v;
}

Scores normalised(Scores scores, bool directed = false) {
  for (auto& x : scores) x /= max_betweenness(scores.size(), directed);
  return scores;
}

// Printed by NetworkX 2.8.8 and igraph 0.10.2.
TEST(Betweenness, OfTheKarateClub) {
  const auto karate = classical::karate();
  const auto raw = betweenness(own_graph<Undirected>(karate.size(), edges_of(karate)));
  EXPECT_NEAR(raw[0], 231.071429, 1e-6);
  const auto scores = normalised(raw);
  const std::vector<std::pair<std::size_t, double>> wanted{
      {0, 0.437635}, {33, 0.304075}, {32, 0.145247}, {2, 0.143657}};
  for (const auto& [v, x] : wanted) EXPECT_NEAR(scores[v], x, 1e-6);
}

TEST(Betweenness, OfTheFlorentineFamilies) {
  const auto families = classical::florentine();
  const auto scores =
      normalised(betweenness(own_graph<Undirected>(families.size(), edges_of(families))));
  EXPECT_NEAR(scores[families.at("Medici")], 0.521978, 1e-6);
  EXPECT_NEAR(scores[families.at("Guadagni")], 0.254579, 1e-6);
  EXPECT_NEAR(scores[families.at("Albizzi")], 0.212454, 1e-6);
  EXPECT_NEAR(scores[families.at("Salviati")], 0.142857, 1e-6);
}

// NetworkX with weight="weight".
TEST(WeightedBetweenness, OfLesMiserables) {
  const auto novel = classical::les_miserables();
  const auto g = own_graph<Undirected>(novel.size(), edges_of(novel));
  const auto scores = weighted_betweenness(g, length_in(g));
  EXPECT_NEAR(scores[novel.at("Valjean")], 1293.6140692640695, 1e-9);
  EXPECT_NEAR(scores[novel.at("Myriel")], 504, 1e-9);
  EXPECT_NEAR(scores[novel.at("Gavroche")], 812.6849386724385, 1e-9);
  EXPECT_NEAR(scores[novel.at("Fantine")], 325.98654401154397, 1e-9);
}

// NetworkX; each edge of the karate club leads to the larger number, and one leads back.
TEST(Betweenness, FollowsDirections) {
  const auto karate = classical::karate();
  auto edges = edges_of(karate);
  edges.push_back({33, 0, 1});
  const auto scores = betweenness(own_graph<Directed>(karate.size(), edges));
  EXPECT_NEAR(scores[0], 444, 1e-9);
  EXPECT_NEAR(scores[33], 444, 1e-9);
  EXPECT_NEAR(scores[2], 68.83333333333333, 1e-9);
  EXPECT_NEAR(scores[31], 38.083333333333336, 1e-9);
}

TEST(Betweenness, OfAStarIsTheMaximum) {
  constexpr std::uint32_t leaves = 7;
  EdgeList out, both;
  for (std::uint32_t leaf = 1; leaf <= leaves; ++leaf) {
    out.push_back({0, leaf, 1});
    both.push_back({0, leaf, 1});
    both.push_back({leaf, 0, 1});
  }
  const Scores undirected{21, 0, 0, 0, 0, 0, 0, 0}, directed{42, 0, 0, 0, 0, 0, 0, 0};
  EXPECT_EQ(betweenness(own_graph<Undirected>(leaves + 1, out)), undirected);
  EXPECT_EQ(betweenness(own_graph<Directed>(leaves + 1, both)), directed);
  EXPECT_EQ(betweenness(own_graph<Directed>(leaves + 1, out)), Scores(8));
  EXPECT_EQ(max_betweenness(leaves + 1, false), 21);
  EXPECT_EQ(max_betweenness(leaves + 1, true), 42);
  EXPECT_EQ(max_betweenness(2, true), 0);
  EXPECT_EQ(max_betweenness(0, false), 0);
}

//     1        The upper way is there three times, the lower one once; the loops are on none.
//   0   3
//     2
TEST(Betweenness, CountsParallelEdgesAsPathsOfTheirOwn) {
  const EdgeList edges{{0, 1, 1}, {0, 1, 1}, {1, 0, 1}, {1, 3, 1},
                       {0, 2, 1}, {2, 3, 1}, {1, 1, 1}, {2, 2, 1}};
  const Scores wanted{0.75, 0.75, 0.25, 0.25};
  expect_near(betweenness(own_graph<Undirected>(4, edges)), wanted);
  expect_near(betweenness(list_graph<boost::undirectedS>(4, edges)), wanted);
  const auto g = own_graph<Undirected>(4, edges);
  expect_near(weighted_betweenness(g, length_in(g)), wanted);
}

TEST(Betweenness, OfTinyGraphs) {
  EXPECT_EQ(betweenness(Undirected()), Scores{});
  EXPECT_EQ(betweenness(own_graph<Undirected>(1, {{0, 0, 1}})), Scores{0});
  EXPECT_EQ(betweenness(own_graph<Directed>(2, {{0, 1, 1}})), (Scores{0, 0}));
}

template <class G>
void compare(const G& g, std::size_t n, const EdgeList& edges, bool directed) {
  expect_near(betweenness(g, {.threads = 1}),
              reference::betweenness_slow(n, edges, directed, false));
  expect_near(weighted_betweenness(g, length_in(g), {.threads = 1}),
              reference::betweenness_slow(n, edges, directed, true));
}

TEST(Betweenness, EqualsTheSlowTwin) {
  const std::uint64_t seeds = std::getenv("COOPNET_LONG_TESTS") != nullptr ? 20000 : 300;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto [n, edges] = small_graph(seed);
    compare(own_graph<Undirected>(n, edges), n, edges, false);
    compare(own_graph<Directed>(n, edges), n, edges, true);
    compare(list_graph<boost::undirectedS>(n, edges), n, edges, false);
    compare(list_graph<boost::directedS>(n, edges), n, edges, true);
  }
}

TEST(Betweenness, RenumberingAndIsolatedVerticesChangeNothing) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    constexpr std::size_t n = 60;
    const auto edges = random_multigraph(seed, n, 120);
    const auto name = new_numbers(seed, n + 3);
    const auto g = own_graph<Directed>(n, edges);
    const auto h = own_graph<Directed>(n + 3, renumbered(edges, name));
    const auto same_order = [&](const Scores& renamed) {
      Scores out;
      for (std::size_t v = 0; v < n; ++v) out.push_back(renamed[name[v]]);
      return out;
    };
    expect_near(same_order(betweenness(h)), betweenness(g));
    expect_near(same_order(weighted_betweenness(h, length_in(h))),
                weighted_betweenness(g, length_in(g)));
  }
}

TEST(Betweenness, IsTheSameToTheByteForAnyNumberOfThreads) {
  const auto g = own_graph<Undirected>(150, random_multigraph(5, 150, 500));
  const auto one = betweenness(g, {.threads = 1});
  const auto one_weighted = weighted_betweenness(g, length_in(g), {.threads = 1});
  for (const unsigned threads : {0U, 2U, 7U}) {
    EXPECT_EQ(betweenness(g, {.threads = threads}), one);
    EXPECT_EQ(weighted_betweenness(g, length_in(g), {.threads = threads}), one_weighted);
  }
}

// igraph 0.10.2. Between opposite corners lead more than 2^90 paths.
TEST(Betweenness, OfAGrid) {
  constexpr std::uint32_t side = 50;
  const auto scores = betweenness(own_graph<Undirected>(side * side, square_grid(side)));
  EXPECT_NEAR(*std::max_element(scores.begin(), scores.end()), 90107.6986, 1e-4);
}

//    1     4     7          A chain of diamonds has 2^diamonds paths from end to end, but every
//  0   3     6     9        share of paths is 0, 1/2 or 1.
//    2     5     8
EdgeList diamonds(std::uint32_t count) {
  EdgeList out;
  for (std::uint32_t d = 0; d < count; ++d)
    for (const std::uint32_t middle : {3 * d + 1, 3 * d + 2}) {
      out.push_back({3 * d, middle, 2});
      out.push_back({middle, 3 * d + 3, 2});
    }
  return out;
}

// 2^1100 is beyond a double. Half of the pairs from before a diamond to behind it pass an upper or
// lower vertex; a joint is passed by all pairs from before it to behind it, and by half of each
// pair upper-lower beside it.
TEST(Betweenness, CountsMorePathsThanADoubleCan) {
  constexpr std::uint32_t count = 1100;
  const auto scores = betweenness(own_graph<Undirected>(3 * count + 1, diamonds(count)));
  Scores wanted(scores.size());
  for (std::uint32_t d = 0; d <= count; ++d) {
    const double before = 3.0 * d, behind = 3.0 * (count - d);
    wanted[3 * d] = before * behind + (d > 0 ? 0.5 : 0) + (d < count ? 0.5 : 0);
    if (d == count) break;
    wanted[3 * d + 1] = wanted[3 * d + 2] = (before + 1) * (behind - 2) / 2;
  }
  expect_near(scores, wanted);
}

TEST(WeightedBetweenness, CountsMorePathsThanADoubleCan) {
  constexpr std::uint32_t count = 1100;
  const auto g = own_graph<Directed>(3 * count + 1, diamonds(count));
  const auto rows = detail::length_rows(g, length_in(g));
  const std::array<std::uint32_t, 1> source{0};
  const auto got =
      detail::dependencies<detail::LengthPaths>(rows, 3 * count + 1, source, 1, nullptr);
  Scores wanted(got.size());
  for (std::uint32_t d = 0; d < count; ++d) {
    const double behind = 3.0 * (count - d);
    if (d > 0) wanted[3 * d] = behind;
    wanted[3 * d + 1] = wanted[3 * d + 2] = (behind - 2) / 2;
  }
  expect_near(got, wanted);
}

TEST(WideCount, AddsMultipliesAndInverts) {
  using detail::WideCount;
  const WideCount huge(0.75, 5000), same(1.5, 4999), small(1);
  EXPECT_EQ(product(huge + same, inverse(huge)), 2);
  EXPECT_EQ(product(huge + small, inverse(same)), 1);  // too small to be seen
  EXPECT_EQ(product(small + huge, inverse(same)), 1);
  EXPECT_EQ(product(WideCount() + WideCount(3), WideCount(5) + WideCount()), 15);
  EXPECT_EQ(product(WideCount(), huge), 0);
}

// 1/2 + 1/12 = 1/3 + 1/4, which doubles deny: the ways 0-1-3 and 0-2-3 are equally long.
TEST(WeightedBetweenness, KeepsTiesOfLengthsMadeFromStrengths) {
  const std::vector<std::uint64_t> strengths{2, 12, 3, 4};
  const auto lengths = exact_lengths(strengths).length;
  const auto at = [&](std::size_t i) { return static_cast<int>(lengths[i]); };
  const EdgeList edges{{0, 1, at(0)}, {1, 3, at(1)}, {0, 2, at(2)}, {2, 3, at(3)}};
  const auto g = own_graph<Undirected>(4, edges);
  EXPECT_EQ(weighted_betweenness(g, length_in(g)), (Scores{0, 0.5, 0.5, 1}));
}

TEST(WeightedBetweenness, RefusesLengthsItCannotAdd) {
  const auto g = own_graph<Undirected>(3, {{0, 1, 1}, {1, 2, 1}});
  const auto with = [&](auto length) {
    return weighted_betweenness(g, [=](const auto&) { return length; });
  };
  EXPECT_THROW(with(0), PreconditionError);
  EXPECT_THROW(with(-1), PreconditionError);
  EXPECT_THROW(with(std::uint64_t{1} << 63), PreconditionError);
  EXPECT_EQ(with(std::uint64_t{1} << 62), (Scores{0, 1, 0}));
}

struct Watcher : Progress {
  std::uint64_t done = 0, total = 0;
  bool stop = false;
  void report(std::uint64_t d, std::uint64_t t) override { done = d, total = t; }
  bool stop_requested() override { return stop; }
};

TEST(Betweenness, TellsItsProgressAndStops) {
  const auto g = own_graph<Undirected>(100, random_multigraph(1, 100, 200));
  Watcher watcher;
  EXPECT_EQ(betweenness(g, {}, &watcher), betweenness(g));
  EXPECT_EQ(watcher.done, 100U);
  EXPECT_EQ(watcher.total, 100U);
  watcher.stop = true;
  EXPECT_THROW(static_cast<void>(betweenness(g, {}, &watcher)), Interrupted);
  EXPECT_THROW(static_cast<void>(weighted_betweenness(g, length_in(g), {}, &watcher)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
