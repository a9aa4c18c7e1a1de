#include "coopnet/algo/neighbourhood_scores.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <map>
#include <numeric>
#include <string>

#include "coopnet/algo/auc.hpp"
#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/neighbourhood_scores_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

using Own = graph::CsrGraph<>;
using Boost = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using Edges = std::vector<testing::RandomEdge>;

Own own(std::size_t vertices, const Edges& edges) {
  std::vector<graph::CsrEdge<>> list;
  for (const auto& e : edges) list.push_back({e.source, e.target});
  return Own(vertices, list);
}
Boost boosts(std::size_t vertices, const Edges& edges) {
  Boost g(vertices);
  for (const auto& e : edges) add_edge(e.source, e.target, g);
  return g;
}

Own karate() {
  const auto data = testing::classical::karate();
  std::vector<graph::CsrEdge<>> list;
  for (const auto& [a, b] : data.edges) list.push_back({a, b});
  return Own(data.size(), list);
}

/// The pairs by one score, highest first, equal ones by number.
template <class Score>
std::vector<ScoredPair> ranked(std::vector<ScoredPair> pairs, Score score) {
  std::stable_sort(pairs.begin(), pairs.end(), [&](const ScoredPair& x, const ScoredPair& y) {
    return score(x.scores) > score(y.scores);
  });
  return pairs;
}

// Printed by NetworkX: adamic_adar_index and resource_allocation_index of the karate club.
TEST(NeighbourhoodScores, OfTheKarateClub) {
  const auto pairs = neighbourhood_scores(karate());
  const auto by_adar = ranked(pairs, [](const NeighbourhoodScores& s) { return s.adamic_adar; });
  const std::vector<std::tuple<std::uint32_t, std::uint32_t, double>> adar{
      {2, 33, 4.719381}, {0, 33, 2.711020}, {1, 33, 2.252922}, {4, 5, 1.992261}, {6, 10, 1.992261}};
  for (std::size_t i = 0; i < adar.size(); ++i) {
    EXPECT_EQ(std::pair(by_adar[i].a, by_adar[i].b),
              std::pair(std::get<0>(adar[i]), std::get<1>(adar[i])));
    EXPECT_NEAR(by_adar[i].scores.adamic_adar, std::get<2>(adar[i]), 5e-7) << i;
  }
  EXPECT_EQ(by_adar[3].scores.adamic_adar, by_adar[4].scores.adamic_adar);  // equal, not nearly
  const auto by_resources =
      ranked(pairs, [](const NeighbourhoodScores& s) { return s.resource_allocation; });
  const std::vector<double> resources{1.566667, 0.9, 0.783333, 0.645833, 0.645833};
  for (std::size_t i = 0; i < resources.size(); ++i)
    EXPECT_NEAR(by_resources[i].scores.resource_allocation, resources[i], 5e-7) << i;
}

// 0 and 4 share 1, 2 and 3, which have 2, 2 and 3 neighbours; 5 hangs on 3.
TEST(NeighbourhoodScores, ByTheDefinition) {
  const Edges edges{{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {4, 1, 1}, {4, 2, 1}, {4, 3, 1}, {3, 5, 1}};
  const auto g = own(6, edges);
  const auto got = neighbourhood_scores(g, 4, 0);
  EXPECT_EQ(got.common_neighbours, 3U);
  EXPECT_NEAR(got.adamic_adar, 2 / std::log(2.0) + 1 / std::log(3.0), 1e-15);
  EXPECT_NEAR(got.resource_allocation, 0.5 + 0.5 + 1.0 / 3, 1e-15);
  EXPECT_EQ(got.preferential_attachment, 9U);
  const auto linked = neighbourhood_scores(g, 3, 5);
  EXPECT_EQ(linked, (NeighbourhoodScores{0, 0, 0, 3}));
}

void check_pair(const NeighbourhoodScores& got, const reference::ScoresSlow& expected) {
  EXPECT_EQ(got.common_neighbours, expected.common.size());
  EXPECT_NEAR(got.adamic_adar, expected.adamic_adar, 1e-13);
  EXPECT_NEAR(got.resource_allocation, expected.resource_allocation, 1e-13);
  EXPECT_EQ(static_cast<double>(got.preferential_attachment), expected.preferential_attachment);
}

TEST(NeighbourhoodScores, EqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Rng rng(seed);
    const std::size_t n = 1 + rng.below(12);
    const auto edges = testing::random_multigraph(seed, n, rng.below(30));
    const auto sets = reference::neighbour_sets(n, edges);
    const Neighbourhoods around(boosts(n, edges));
    for (std::uint32_t a = 0; a < n; ++a)
      for (std::uint32_t b = 0; b < n; ++b)
        if (a != b) check_pair(around.scores(a, b), reference::scores_slow(sets, a, b));
    const auto pairs = neighbourhood_scores(own(n, edges));
    EXPECT_EQ(pairs, around.pairs_at_distance_two());
    const auto expected = reference::pairs_at_two_slow(sets);
    ASSERT_EQ(pairs.size(), expected.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      EXPECT_EQ(std::pair(pairs[i].a, pairs[i].b), expected[i]);
      EXPECT_EQ(pairs[i].scores, around.scores(pairs[i].a, pairs[i].b));
    }
  }
}

// The same bits, not only nearly the same: terms are added in the order of degrees.
TEST(NeighbourhoodScores, DoNotDependOnTheNumbersOfTheVertices) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Rng rng(seed);
    auto edges = testing::random_multigraph(seed, 14, 40);
    const auto before = neighbourhood_scores(own(14, edges));
    std::vector<std::uint32_t> number(14);
    std::iota(number.begin(), number.end(), 0U);
    rng.shuffle(number);
    for (auto& e : edges) e = {number[e.source], number[e.target], e.weight};
    std::map<std::pair<std::uint32_t, std::uint32_t>, NeighbourhoodScores> after;
    for (const auto& pair : neighbourhood_scores(own(14, edges)))
      after[{pair.a, pair.b}] = pair.scores;
    EXPECT_EQ(after.size(), before.size());
    for (const auto& pair : before)
      EXPECT_EQ(after.at(std::minmax(number[pair.a], number[pair.b])), pair.scores)
          << "seed " << seed;
  }
}

// All 78 links of the club against its 483 other pairs. The score of a link is that without the
// link, for a link is in no common neighbour of its ends; degrees are counted without it. The two
// numbers come from fractions over NetworkX' graph, pair by pair; sums of fractions are rounded to
// twelve decimals here, so that 1/2 + 1/6 ties with 1/3 + 1/3.
TEST(NeighbourhoodScores, TellLinksFromOtherPairs) {
  const auto g = karate();
  const Neighbourhoods around(g);
  std::vector<double> links, others, links_by_degree, others_by_degree;
  for (std::uint32_t a = 0; a < 34; ++a)
    for (std::uint32_t b = a + 1; b < 34; ++b) {
      const auto s = around.scores(a, b);
      const bool linked = g.find_edge(a, b).has_value();
      const double degrees = linked ? (around.degree(a) - 1.0) * (around.degree(b) - 1.0)
                                    : static_cast<double>(s.preferential_attachment);
      (linked ? links : others).push_back(std::round(s.resource_allocation * 1e12));
      (linked ? links_by_degree : others_by_degree).push_back(degrees);
    }
  ASSERT_EQ(links.size(), 78U);
  EXPECT_NEAR(auc(links, others).value(), 0.7437755481233742, 1e-15);
  EXPECT_NEAR(auc(links_by_degree, others_by_degree).value(), 0.6971651536868928, 1e-15);
}

TEST(NeighbourhoodScores, RefuseWhatIsNoPair) {
  const auto g = own(3, {{0, 1, 1}});
  EXPECT_THROW(static_cast<void>(neighbourhood_scores(g, 1, 1)), PreconditionError);
  EXPECT_THROW(static_cast<void>(Neighbourhoods(g).scores(0, 3)), PreconditionError);
  const graph::DirectedCsrGraph<> arrows(2, {});
  EXPECT_THROW(Neighbourhoods(graph::Rows(arrows).view()), PreconditionError);
  EXPECT_TRUE(neighbourhood_scores(Own()).empty());
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(NeighbourhoodScores, StopWhenAsked) {
  Stopper stopper;
  EXPECT_THROW(static_cast<void>(neighbourhood_scores(own(2, {{0, 1, 1}}), &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
