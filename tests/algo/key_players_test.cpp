#include "coopnet/algo/key_players.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <cstdlib>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/key_players_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

using coopnet::testing::RandomEdge;
using coopnet::testing::SlowKeyPlayers;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using BoostDirected = boost::adjacency_list<boost::listS, boost::vecS, boost::bidirectionalS>;
using BoostList = boost::adjacency_list<boost::vecS, boost::listS, boost::undirectedS,
                                        boost::property<boost::vertex_index_t, std::size_t>>;
using Csr = graph::CsrGraph<>;
using CsrDirected =
    graph::CsrGraph<graph::NoProperty, graph::NoProperty, graph::Direction::directed>;

template <class G>
G csr(std::size_t n, const std::vector<RandomEdge>& edges) {
  std::vector<graph::CsrEdge<>> list;
  for (const auto& e : edges) list.push_back({e.source, e.target, {}});
  return G(n, list);
}
template <class G>
G boosted(std::size_t n, const std::vector<RandomEdge>& edges) {
  G g(n);
  for (const auto& e : edges) add_edge(vertex(e.source, g), vertex(e.target, g), g);
  return g;
}

// A clique p p' p'' p''', then x, then y, a clique q1 q2 q' q'', then z, then two: r r'.
//   P(4): 0 1 2 3   x: 4   y: 5   Q(4): 6 7 8 9   z: 10   R: 11 12
const std::vector<RandomEdge> chain{{0, 1, 1},  {0, 2, 1},   {0, 3, 1},  {1, 2, 1}, {1, 3, 1},
                                    {2, 3, 1},  {0, 4, 1},   {4, 5, 1},  {5, 6, 1}, {6, 7, 1},
                                    {6, 8, 1},  {6, 9, 1},   {7, 8, 1},  {7, 9, 1}, {8, 9, 1},
                                    {7, 10, 1}, {10, 11, 1}, {11, 12, 1}};

// Alone, q1 leaves groups of 6 and 6 (30 pairs joined), y of 5 and 7 (31), x of 4 and 8 (34). The
// best pair is x with q2: groups of 4, 4 and 3, 15 pairs of 55; q1 and y together leave 25.
TEST(KeyPlayers, TheBestPairToSplitIsNotTheTwoBestSingles) {
  const auto g = csr<Csr>(13, chain);
  EXPECT_THAT(key_players_split(g, 1).chosen, ElementsAre(6U));
  const auto pair = key_players_split(g, 2);
  EXPECT_THAT(pair.chosen, ElementsAre(4U, 7U));
  EXPECT_TRUE(pair.optimal);
  EXPECT_DOUBLE_EQ(*pair.value, 1 - 15.0 / 55);
  EXPECT_DOUBLE_EQ(*pair.bound, *pair.value);
  EXPECT_DOUBLE_EQ(*pair.before, 0);
  const std::array<std::uint32_t, 2> singles{5, 6};
  EXPECT_DOUBLE_EQ(*fragmentation_without(g, singles), 1 - 25.0 / 55);
}

// Two hubs with the same five neighbours, and a third with three of its own.
TEST(KeyPlayers, TheBestPairToReachIsNotTheTwoBestSingles) {
  std::vector<RandomEdge> edges;
  for (std::uint32_t leaf = 3; leaf < 8; ++leaf) {
    edges.push_back({0, leaf, 1});
    edges.push_back({1, leaf, 1});
  }
  for (std::uint32_t leaf = 8; leaf < 11; ++leaf) edges.push_back({2, leaf, 1});
  const auto pair = key_players_reach(csr<Csr>(11, edges), 2);
  EXPECT_THAT(pair.coverage.best.sets, ElementsAre(0U, 2U));  // alone they reach 6 and 4, 1 also 6
  EXPECT_DOUBLE_EQ(*pair.value, 10.0 / 11);
  EXPECT_TRUE(pair.coverage.optimal);
  EXPECT_EQ(pair.coverage.ties.count, 2U) << "1 with 2 is as good";
}

// Zachary's karate club, all pairs tried with networkx: 1 and 34 reach 31 of 34 members, themselves
// among them; without 1, 361 pairs stay joined, without 1 and 2, 286 of the 496 left.
TEST(KeyPlayers, KarateClub) {
  const auto karate = coopnet::testing::classical::karate();
  std::vector<RandomEdge> edges;
  for (const auto& e : karate.edges) edges.push_back({e[0], e[1], 1});
  const auto g = csr<Csr>(karate.size(), edges);
  const auto reach = key_players_reach(g, 2);
  EXPECT_EQ(reach.coverage.best.covered, 31U);
  EXPECT_THAT(reach.coverage.best.sets, ElementsAre(33U, 0U));
  EXPECT_THAT(key_players_split(g, 1).chosen, ElementsAre(0U));
  const auto split = key_players_split(g, 2);
  EXPECT_THAT(split.chosen, ElementsAre(0U, 1U));
  EXPECT_DOUBLE_EQ(*split.value, 1 - 286.0 / 496);
}

TEST(KeyPlayers, SmallestGraphs) {
  EXPECT_FALSE(key_players_reach(Csr(), 3).value);
  EXPECT_FALSE(key_players_split(Csr(), 3).value);
  const auto one = csr<Csr>(1, {});
  EXPECT_DOUBLE_EQ(*key_players_reach(one, 1).value, 1);
  EXPECT_FALSE(key_players_split(one, 1).value);
  const auto apart = csr<Csr>(3, {});
  EXPECT_DOUBLE_EQ(*key_players_split(apart, 1).before, 1);
  EXPECT_DOUBLE_EQ(*key_players_split(apart, 1).value, 1);
  EXPECT_THAT(key_players_split(apart, 0).chosen, IsEmpty());
  EXPECT_THROW((void)key_players_reach(one, 1, {.steps = 0}), PreconditionError);
}

// 1/d is exact: on a path of four, one end reaches (1 + 1 + 1/2 + 1/3) / 4.
TEST(KeyPlayers, DistanceWeightedReachOfAPath) {
  const auto path = csr<CsrDirected>(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}});
  const auto one = key_players_reach(path, 1, {.distance_weighted = true});
  EXPECT_THAT(one.coverage.best.sets, ElementsAre(0U));
  EXPECT_NEAR(*one.value, (1 + 1 + 1 / 2.0 + 1 / 3.0) / 4, 1e-12);
}

std::uint32_t bits(const std::vector<std::uint32_t>& set) {
  std::uint32_t out = 0;
  for (const auto v : set) out |= 1U << v;
  return out;
}

struct Case {
  std::size_t n;
  std::vector<RandomEdge> edges;
};
Case random_case(std::uint64_t seed) {
  Rng rng(seed);
  const std::size_t n = 1 + rng.below(9);
  return {n, coopnet::testing::random_multigraph(seed, n, rng.below(2 * n + 1))};
}
std::uint64_t runs() { return std::getenv("COOPNET_LONG_TESTS") != nullptr ? 3'000 : 150; }

template <class G>
void expect_reach(const G& g, const SlowKeyPlayers& slow, std::size_t n) {
  for (const std::size_t k : {1U, 2U, 3U})
    for (const bool by_distance : {false, true})
      for (const std::size_t steps : {1U, 2U}) {
        if (by_distance && steps == 2) continue;
        const auto result =
            key_players_reach(g, k, {.steps = steps, .distance_weighted = by_distance});
        const auto value = [&](std::uint32_t set) {
          return slow.reach(set, static_cast<double>(steps), by_distance);
        };
        EXPECT_NEAR(*result.value, slow.best(std::min(k, n), value).first, 1e-9);
        EXPECT_NEAR(*result.value, value(bits(result.coverage.best.sets)), 1e-9);
        EXPECT_TRUE(result.coverage.optimal);
      }
}

TEST(KeyPlayers, ReachEqualsTheSlowTwin) {
  for (std::uint64_t seed = 1; seed <= runs(); ++seed) {
    SCOPED_TRACE(seed);
    const auto [n, edges] = random_case(seed);
    const SlowKeyPlayers both(n, edges, false), out(n, edges, true);
    expect_reach(csr<Csr>(n, edges), both, n);
    expect_reach(csr<CsrDirected>(n, edges), out, n);
    const auto expected = key_players_reach(csr<CsrDirected>(n, edges), 2);
    const auto got = key_players_reach(boosted<BoostDirected>(n, edges), 2);
    EXPECT_EQ(got.coverage.best, expected.coverage.best);
  }
}

TEST(KeyPlayers, SplitEqualsTheSlowTwin) {
  for (std::uint64_t seed = 1; seed <= runs(); ++seed) {
    SCOPED_TRACE(seed);
    const auto [n, edges] = random_case(seed);
    const SlowKeyPlayers slow(n, edges, false);
    const auto g = csr<Csr>(n, edges);
    for (const std::size_t k : {1U, 2U, 3U})
      for (const bool by_distance : {false, true}) {
        if (k + 2 > n) continue;
        const KeySplitOptions options{.distance_weighted = by_distance};
        const auto result = key_players_split(g, k, options);
        const auto best =
            slow.best(k, [&](std::uint32_t set) { return *slow.fragmentation(set, by_distance); });
        EXPECT_NEAR(*result.value, best.first, 1e-9);
        EXPECT_TRUE(result.optimal);
        EXPECT_NEAR(*result.before, *slow.fragmentation(0, by_distance), 1e-9);
        EXPECT_NEAR(*slow.fragmentation(bits(result.chosen), by_distance), best.first, 1e-9);
        EXPECT_EQ(key_players_split(boosted<Boost>(n, edges), k, options).chosen, result.chosen);
      }
  }
}

// Where the search of all sets had to run and there are ties, the first set is the answer.
TEST(KeyPlayers, OfSeveralOptimaTheFirst) {
  std::size_t searched = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto [n, edges] = random_case(seed);
    if (n < 5) continue;
    const SlowKeyPlayers slow(n, edges, false);
    const auto result = key_players_split(csr<Csr>(n, edges), 2);
    const auto best =
        slow.best(2, [&](std::uint32_t set) { return *slow.fragmentation(set, false); });
    EXPECT_EQ(result.chosen, best.second) << seed;
    ++searched;
  }
  EXPECT_GT(searched, 20U);
}

TEST(KeyPlayers, WithoutStepsTheBoundHolds) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto [n, edges] = random_case(seed);
    if (n < 4) continue;
    const SlowKeyPlayers slow(n, edges, false);
    const auto result = key_players_split(csr<Csr>(n, edges), 2, {.most_steps = 0});
    const auto best =
        slow.best(2, [&](std::uint32_t set) { return *slow.fragmentation(set, false); });
    EXPECT_GE(*result.bound, best.first - 1e-12) << seed;
    EXPECT_LE(*result.value, best.first + 1e-12) << seed;
    if (result.optimal) {
      EXPECT_NEAR(*result.value, best.first, 1e-12) << seed;
    }
  }
}

TEST(KeyPlayers, RenumberingVerticesChangesNoValue) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    auto [n, edges] = random_case(seed);
    const auto g = csr<Csr>(n, edges);
    std::vector<std::uint32_t> renamed(n);
    std::iota(renamed.begin(), renamed.end(), 0U);
    Rng(seed).shuffle(renamed);
    for (auto& e : edges) e = {renamed[e.source], renamed[e.target], 1};
    const auto other = csr<Csr>(n, edges);
    EXPECT_EQ(key_players_split(g, 2).value, key_players_split(other, 2).value) << seed;
    EXPECT_EQ(key_players_reach(g, 2).value, key_players_reach(other, 2).value) << seed;
  }
}

TEST(KeyPlayers, AGraphWithVerticesInAList) {
  BoostList g;
  std::vector<boost::graph_traits<BoostList>::vertex_descriptor> at;
  for (std::size_t v = 0; v < 13; ++v) at.push_back(add_vertex(v, g));
  for (const auto& e : chain) add_edge(at[e.source], at[e.target], g);
  EXPECT_THAT(key_players_split(g, 2).chosen, ElementsAre(4U, 7U));
}

}  // namespace
}  // namespace coopnet::algo
