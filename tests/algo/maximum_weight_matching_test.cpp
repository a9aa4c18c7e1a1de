#include "coopnet/algo/maximum_weight_matching.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <cstdlib>
#include <limits>
#include <numeric>

#include "coopnet/algo/matching_certificate.hpp"
#include "coopnet/algo/maximum_weight_matching_graph.hpp"
#include "coopnet/core/rng.hpp"
#include "reference/maximum_weight_matching_slow.hpp"
#include "support/lemon_matching.hpp"

namespace coopnet::algo {
namespace {

using Edges = std::vector<WeightedEdge>;
constexpr auto any = MatchingCardinality::any;
constexpr auto most_pairs = MatchingCardinality::maximum;

bool long_tests() { return std::getenv("COOPNET_LONG_TESTS") != nullptr; }

/// The matching, after its certificate was checked.
Matching certified(std::size_t vertices, const Edges& edges,
                   MatchingCardinality cardinality = any) {
  auto matching = maximum_weight_matching(vertices, edges, {.cardinality = cardinality});
  const auto certificate = verify(vertices, edges, matching, {.cardinality = cardinality});
  EXPECT_TRUE(certificate.valid()) << to_string(certificate.fault) << ' ' << certificate.index;
  return matching;
}

void expect_like_slow_twin(std::size_t vertices, const Edges& edges) {
  for (const auto cardinality : {any, most_pairs}) {
    const auto matching = certified(vertices, edges, cardinality);
    const auto slow = reference::maximum_weight_matching_slow(vertices, edges, cardinality);
    EXPECT_EQ(matching.total, slow.total);
    if (cardinality == most_pairs) {
      EXPECT_EQ(matching.pairs.size(), slow.pairs);
    }
  }
}

Edges random_edges(Rng& rng, std::uint32_t vertices, std::size_t count, std::int64_t least,
                   std::int64_t greatest) {
  Edges out;
  const auto vertex = [&] { return static_cast<std::uint32_t>(rng.below(vertices)); };
  const auto range = static_cast<std::uint64_t>(greatest - least + 1);
  for (std::size_t i = 0; i < count; ++i)
    out.push_back({vertex(), vertex(), least + static_cast<std::int64_t>(rng.below(range))});
  return out;
}

// ---- Known answers (edges a-b: weight, from the literature on blossoms) ----

// 0 --5-- 1 --11-- 2 --5-- 3
TEST(MaximumWeightMatching, PathTakesTheHeavyMiddleOrBothEnds) {
  const Edges path{{0, 1, 5}, {1, 2, 11}, {2, 3, 5}};
  const auto heaviest = certified(4, path);
  EXPECT_EQ(heaviest.total, 11);
  EXPECT_EQ(heaviest.pairs, (std::vector<MatchedPair>{{1, 2, 11}}));
  EXPECT_EQ(heaviest.mate, (std::vector<std::uint32_t>{unmatched, 2, 1, unmatched}));
  const auto fullest = certified(4, path, most_pairs);
  EXPECT_EQ(fullest.total, 10);
  EXPECT_EQ(fullest.pairs, (std::vector<MatchedPair>{{0, 1, 5}, {2, 3, 5}}));
}

TEST(MaximumWeightMatching, BlossomsOfTheLiterature) {
  EXPECT_EQ(certified(5, {{1, 2, 8}, {1, 3, 9}, {2, 3, 10}, {3, 4, 7}}).total, 15);
  EXPECT_EQ(certified(7, {{1, 2, 8}, {1, 3, 9}, {2, 3, 10}, {3, 4, 7}, {1, 6, 5}, {4, 5, 6}}).total,
            21);
  const Edges nested{{1, 2, 9}, {1, 3, 9}, {2, 3, 10}, {2, 4, 8}, {3, 5, 8}, {4, 5, 10}, {5, 6, 6}};
  EXPECT_EQ(certified(7, nested).total, 23);
}

// A blossom that is relabelled odd, opened, and entered again.
TEST(MaximumWeightMatching, NastyBlossomsOfTheLiterature) {
  const Edges nasty{{1, 2, 45}, {1, 5, 45}, {2, 3, 50}, {3, 4, 45}, {4, 5, 50},
                    {1, 6, 30}, {3, 9, 35}, {4, 8, 35}, {5, 7, 26}, {9, 10, 5}};
  EXPECT_EQ(certified(11, nasty).total, 146);
  expect_like_slow_twin(11, nasty);
}

TEST(MaximumWeightMatching, EmptyGraphs) {
  EXPECT_EQ(certified(0, {}), Matching{});
  const auto isolated = certified(3, {});
  EXPECT_EQ(isolated.mate, (std::vector<std::uint32_t>(3, unmatched)));
  EXPECT_EQ(isolated.total, 0);
}

TEST(MaximumWeightMatching, LoopsAreIgnoredAndTheBestParallelEdgeCounts) {
  const Edges edges{{0, 0, 100}, {0, 1, 2}, {1, 0, 7}, {0, 1, 3}, {2, 2, 50}};
  for (const auto cardinality : {any, most_pairs}) {
    const auto matching = certified(3, edges, cardinality);
    EXPECT_EQ(matching.pairs, (std::vector<MatchedPair>{{0, 1, 7}}));
    EXPECT_EQ(matching.total, 7);
  }
}

TEST(MaximumWeightMatching, OnlyMaximumCardinalityTakesWorthlessPairs) {
  const Edges edges{{0, 1, 0}, {2, 3, -4}, {4, 5, 3}};
  EXPECT_EQ(certified(6, edges).pairs, (std::vector<MatchedPair>{{4, 5, 3}}));
  EXPECT_EQ(certified(6, edges, most_pairs).total, -1);
  EXPECT_EQ(certified(6, edges, most_pairs).pairs.size(), 3U);
}

// ---- Against the slow twin ----

/// Calls visit(edges) for each graph on `vertices` vertices with weights 0 (no edge) to `most`.
template <class Visit>
void for_all_graphs(std::uint32_t vertices, std::int64_t most, Visit visit) {
  Edges pairs;
  for (std::uint32_t a = 0; a < vertices; ++a)
    for (std::uint32_t b = a + 1; b < vertices; ++b) pairs.push_back({a, b, 0});
  for (;;) {
    Edges edges;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(edges),
                 [](const WeightedEdge& e) { return e.weight > 0; });
    visit(edges);
    std::size_t i = 0;
    while (i < pairs.size() && pairs[i].weight == most) pairs[i++].weight = 0;
    if (i == pairs.size()) return;
    ++pairs[i].weight;
  }
}

TEST(MaximumWeightMatching, EqualsTheSlowTwinOnAllSmallGraphs) {
  for (std::uint32_t n = 0; n <= 4; ++n)
    for_all_graphs(n, 3, [n](const Edges& edges) { expect_like_slow_twin(n, edges); });
  for_all_graphs(5, long_tests() ? 3 : 2,
                 [](const Edges& edges) { expect_like_slow_twin(5, edges); });
  if (long_tests())
    for_all_graphs(6, 2, [](const Edges& edges) { expect_like_slow_twin(6, edges); });
}

/// The simple graph on n vertices whose edges are the bits of `set`, weights 1..3.
Edges graph_of_bits(std::uint32_t n, std::uint64_t set, Rng& rng) {
  Edges out;
  for (std::uint32_t b = 1; b < n; ++b)
    for (std::uint32_t a = 0; a < b; ++a, set >>= 1U)
      if ((set & 1U) != 0) out.push_back({a, b, 1 + static_cast<std::int64_t>(rng.below(3))});
  return out;
}

// Every graph of seven vertices, or every 1009th; of eight a sample. Weights are drawn.
TEST(MaximumWeightMatching, EqualsTheSlowTwinOnGraphsOfSevenAndEight) {
  Rng rng(7);
  constexpr std::uint64_t graphs_of_seven = std::uint64_t{1} << 21U;
  const std::uint64_t step = long_tests() ? 1 : 1009;
  for (std::uint64_t set = 0; set < graphs_of_seven; set += step) {
    expect_like_slow_twin(7, graph_of_bits(7, set, rng));
    if (testing::Test::HasFailure()) FAIL() << "graph " << set;
  }
  constexpr std::uint64_t graphs_of_eight = std::uint64_t{1} << 28U;
  for (int i = 0; i < (long_tests() ? 500'000 : 1'000); ++i)
    expect_like_slow_twin(8, graph_of_bits(8, rng.below(graphs_of_eight), rng));
}

TEST(MaximumWeightMatching, EqualsTheSlowTwinOnRandomGraphs) {
  const std::uint64_t seeds = long_tests() ? 200'000 : 3'000;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    Rng rng(seed);
    const auto n = 5 + static_cast<std::uint32_t>(rng.below(6));
    const auto edges =
        random_edges(rng, n, rng.below(3 * n), seed % 3 == 0 ? -3 : 1, seed % 2 == 0 ? 3 : 40);
    expect_like_slow_twin(n, edges);
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

// ---- Against LEMON ----

std::int64_t lemon_total(std::uint32_t vertices, const Edges& edges) {
  std::vector<std::uint32_t> a, b;
  std::vector<std::int64_t> w;
  for (const auto& e : edges) {
    a.push_back(e.a);
    b.push_back(e.b);
    w.push_back(e.weight);
  }
  return support::LemonMatching(vertices, a, b, w).solve();
}

TEST(MaximumWeightMatching, EqualsLemonOnRandomGraphs) {
  const std::uint64_t seeds = long_tests() ? 50'000 : 5'000;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    Rng rng(seed);
    const auto n = 2 + static_cast<std::uint32_t>(rng.below(seed % 10 == 0 ? 199 : 40));
    const auto greatest = std::int64_t{1} << rng.below(20);
    const auto edges = random_edges(rng, n, n * (1 + rng.below(5)), 1, greatest);
    EXPECT_EQ(certified(n, edges).total, lemon_total(n, edges));
    if (testing::Test::HasFailure()) FAIL() << "seed " << seed;
  }
}

/// Odd circuits of odd circuits: vertex 3i + k of a level joins the three copies of the one below.
Edges triangle_of_triangles(Rng& rng, std::uint32_t levels, std::int64_t spread) {
  Edges out;
  std::uint32_t size = 1;
  for (std::uint32_t level = 0; level < levels; ++level, size *= 3) {
    const Edges below = out;
    for (std::uint32_t copy = 1; copy < 3; ++copy)
      for (const auto& e : below) out.push_back({e.a + copy * size, e.b + copy * size, e.weight});
    for (std::uint32_t copy = 0; copy < 3; ++copy) {
      const auto from = static_cast<std::uint32_t>(rng.below(size)) + copy * size;
      const auto to = static_cast<std::uint32_t>(rng.below(size)) + (copy + 1) % 3 * size;
      const auto heavy = 1000 - 100 * static_cast<std::int64_t>(level);
      out.push_back(
          {from, to,
           heavy + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(spread)))});
    }
  }
  return out;
}

TEST(MaximumWeightMatching, NestedBlossomsAreCertifiedAndEqualLemon) {
  std::size_t nested = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    auto edges = triangle_of_triangles(rng, 4, 1 + static_cast<std::int64_t>(seed % 5) * 10);
    for (std::uint32_t v = 0; v < 81; v += 10 + static_cast<std::uint32_t>(rng.below(60)))
      edges.push_back({v, 81 + v, 1 + static_cast<std::int64_t>(rng.below(900))});
    const auto matching = certified(162, edges);
    ASSERT_EQ(matching.total, lemon_total(162, edges)) << "seed " << seed;
    const auto& blossoms = matching.dual.blossoms;
    for (std::size_t i = 1; i < blossoms.size(); ++i)
      nested += blossoms[i].begin < blossoms[i - 1].end ? 1U : 0U;
  }
  EXPECT_GT(nested, 1000U);  // the shape does what it is for
}

// ---- Invariance ----

TEST(MaximumWeightMatching, RenumberingChangesNoTotalAndNothingElseChangesAnything) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    const std::uint32_t n = 30;
    const auto edges = random_edges(rng, n, 70, -2, 6);
    std::vector<std::uint32_t> name(n);
    std::iota(name.begin(), name.end(), 0U);
    rng.shuffle(name);
    auto renamed = edges;
    for (auto& e : renamed) e = {name[e.b], name[e.a], e.weight};
    rng.shuffle(renamed);
    for (const auto cardinality : {any, most_pairs}) {
      const auto matching = certified(n, edges, cardinality);
      EXPECT_EQ(matching.total, certified(n, renamed, cardinality).total);
      EXPECT_EQ(matching, certified(n, edges, cardinality));
    }
  }
}

TEST(MaximumWeightMatching, SeparatePartsAddUp) {
  Rng rng(7);
  const auto left = random_edges(rng, 20, 50, 1, 9);
  const auto right = random_edges(rng, 25, 60, 1, 9);
  auto both = left;
  for (const auto& e : right) both.push_back({e.a + 20, e.b + 20, e.weight});
  EXPECT_EQ(certified(45, both).total, certified(20, left).total + certified(25, right).total);
}

// ---- Limits ----

TEST(MaximumWeightMatching, WeightsUpToTheLimitAreRight) {
  const auto big = matching_sum_limit / 2;
  const Edges edges{{0, 1, big}, {1, 2, big - 1}, {0, 2, big}, {2, 3, big - 1}, {3, 4, big}};
  EXPECT_EQ(certified(5, edges).total, 2 * big);
  EXPECT_EQ(certified(2, {{0, 1, std::numeric_limits<std::int64_t>::min()}}).pairs.size(), 0U);
}

TEST(MaximumWeightMatching, RefusesWhatCannotBeRight) {
  const auto refused = [](std::size_t vertices, const Edges& edges, MatchingCardinality c) {
    try {
      static_cast<void>(maximum_weight_matching(vertices, edges, {.cardinality = c}));
    } catch (const PreconditionError& error) {
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  EXPECT_NE(refused(4, {{0, 1, matching_sum_limit / 2 + 1}}, any).find("2^58"), std::string::npos);
  EXPECT_EQ(refused(4, {{0, 1, matching_sum_limit / 2}}, any), "accepted");
  EXPECT_NE(refused(4, {{0, 1, matching_sum_limit / 2}}, most_pairs).find("2^58"),
            std::string::npos);
  EXPECT_NE(refused(4, {{0, 1, std::numeric_limits<std::int64_t>::min()}}, most_pairs).find("2^58"),
            std::string::npos);
  EXPECT_NE(refused(4, {{0, 1, 1}, {1, 4, 1}}, any).find("edge 1"), std::string::npos);
}

struct StopAtOnce : Progress {
  bool stop_requested() override { return true; }
};

TEST(MaximumWeightMatching, StopsWhenAskedTo) {
  StopAtOnce stop;
  EXPECT_THROW(static_cast<void>(maximum_weight_matching(2, Edges{{0, 1, 1}}, {}, &stop)),
               Interrupted);
}

// ---- Real weights and Boost graphs ----

TEST(MaximumWeightMatching, RealWeightsThatFitAreExact) {
  const std::vector<RealWeightedEdge> path{{0, 1, 0.5}, {1, 2, 1.125}, {2, 3, 0.5}};
  const auto heaviest = maximum_weight_matching(4, path);
  EXPECT_EQ(heaviest.error, 0);
  EXPECT_EQ(heaviest.total, 1.125);
  EXPECT_EQ(maximum_weight_matching(4, path, {.cardinality = most_pairs}).total, 1.0);
}

TEST(MaximumWeightMatching, RealWeightsThatAreRoundedSayByHowMuch) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    std::vector<RealWeightedEdge> edges;
    Edges fine;  // the same weights exactly, as multiples of 2^-40
    for (const auto& e : random_edges(rng, 9, 20, 1, 1)) {
      const auto units = static_cast<std::int64_t>(rng.below(std::uint64_t{1} << 45)) + 1;
      edges.push_back({e.a, e.b, std::ldexp(static_cast<double>(units), -40)});
      fine.push_back({e.a, e.b, units});
    }
    edges.push_back({0, 1, std::ldexp(1.0, 30)});  // makes the scale coarse; surely taken
    const auto found = maximum_weight_matching(9, edges);
    EXPECT_GT(found.error, 0) << "seed " << seed;
    EXPECT_LE(found.error, 4 * std::ldexp(1.0, 30) * 0x1p-52);
    EXPECT_EQ(found.matching.mate[0], 1U);
    std::erase_if(fine, [](const WeightedEdge& e) { return e.a < 2 || e.b < 2; });
    const auto rest = reference::maximum_weight_matching_slow(9, fine, any).total;
    const double optimum = std::ldexp(1.0, 30) + std::ldexp(static_cast<double>(rest), -40);
    EXPECT_NEAR(found.total, optimum, found.error + 1e-6) << "seed " << seed;
  }
}

TEST(MaximumWeightMatching, RealWeightsOfExtremeSize) {
  const auto total = [](double weight) {
    const std::vector<RealWeightedEdge> edges{{0, 1, weight}, {1, 2, weight / 2}};
    return maximum_weight_matching(3, edges).total;
  };
  EXPECT_EQ(total(1e-300), 1e-300);
  EXPECT_EQ(total(std::numeric_limits<double>::max()), std::numeric_limits<double>::max());
  EXPECT_THROW(total(std::numeric_limits<double>::infinity()), PreconditionError);
  EXPECT_THROW(total(std::numeric_limits<double>::quiet_NaN()), PreconditionError);
}

TEST(MaximumWeightMatching, TakesBoostGraphs) {
  struct Tie {
    int shared;
    double strength;
  };
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Tie>;
  Graph g(4);
  add_edge(0, 1, {5, 0.5}, g);
  add_edge(1, 2, {11, 1.25}, g);
  add_edge(2, 3, {5, 1.0}, g);
  const auto by_shared = maximum_weight_matching(g, [&g](auto e) { return g[e].shared; });
  EXPECT_EQ(by_shared.pairs, (std::vector<MatchedPair>{{1, 2, 11}}));
  const auto by_strength = maximum_weight_matching(g, [&g](auto e) { return g[e].strength; });
  EXPECT_EQ(by_strength.total, 1.5);
  EXPECT_THROW(static_cast<void>(maximum_weight_matching(
                   g, [](auto) { return std::numeric_limits<std::uint64_t>::max(); })),
               PreconditionError);
}

// ---- Broken certificates ----

/// A blossom {0,1,2} with a price and a light edge to it, a path, and vertex 7 alone.
struct Broken : testing::Test {
  const Edges edges{{0, 1, 8}, {0, 2, 9}, {1, 2, 10}, {2, 3, 1}, {4, 5, 2}, {5, 6, 1}};
  Matching good = certified(8, edges);

  void SetUp() override { ASSERT_EQ(good.dual.blossoms.size(), 1U); }
  [[nodiscard]] CertificateFault fault(const Matching& matching) const {
    return verify(8, edges, matching).fault;
  }
};

TEST_F(Broken, EveryOtherPriceIsRefused) {
  for (std::size_t v = 0; v < 8; ++v)
    for (const std::int64_t change : {-2, -1, 1, 2}) {
      auto bad = good;
      bad.dual.vertex[v] += change;
      EXPECT_NE(fault(bad), CertificateFault::none) << v << ' ' << change;
    }
  auto bad = good;
  bad.dual.vertex[7] = -1;
  EXPECT_EQ(fault(bad), CertificateFault::negative_price);
  bad.dual.vertex[7] = 1;
  EXPECT_EQ(fault(bad), CertificateFault::unmatched_has_price);
  bad = good;
  bad.dual.vertex[4] += 1;
  EXPECT_EQ(fault(bad), CertificateFault::pair_below_price);
  bad = good;
  bad.dual.blossoms[0].price -= 2;
  EXPECT_EQ(fault(bad), CertificateFault::edge_above_price);
}

TEST_F(Broken, MatesAndPairs) {
  auto bad = good;
  bad.mate[7] = 4;
  EXPECT_EQ(fault(bad), CertificateFault::mates_disagree);
  bad.mate[7] = 99;
  EXPECT_EQ(fault(bad), CertificateFault::mates_disagree);
  bad = good;
  bad.pairs.pop_back();
  EXPECT_EQ(fault(bad), CertificateFault::pairs_disagree);
  bad = good;
  std::swap(bad.pairs[0], bad.pairs[1]);
  EXPECT_EQ(fault(bad), CertificateFault::pairs_disagree);
  bad = good;
  ++bad.pairs[0].weight;
  EXPECT_EQ(fault(bad), CertificateFault::wrong_weight);
  bad = good;
  ++bad.total;
  EXPECT_EQ(fault(bad), CertificateFault::wrong_total);
  bad = good;
  bad.mate[4] = bad.mate[5] = unmatched;  // the pair 4-5 is dropped throughout
  bad.pairs.pop_back();
  bad.total -= 2;
  EXPECT_EQ(fault(bad), CertificateFault::unmatched_has_price);
  bad = good;
  bad.mate[6] = 7;
  bad.mate[7] = 6;
  bad.pairs.push_back({6, 7, 1});
  EXPECT_EQ(fault(bad), CertificateFault::not_an_edge);
  bad = good;
  bad.mate.pop_back();
  EXPECT_EQ(fault(bad), CertificateFault::wrong_size);
}

TEST_F(Broken, Blossoms) {
  auto bad = good;
  bad.dual.member[0] = bad.dual.member[1];
  EXPECT_EQ(fault(bad), CertificateFault::bad_member);
  bad.dual.member[0] = 8;
  EXPECT_EQ(fault(bad), CertificateFault::bad_member);
  bad = good;
  std::replace(bad.dual.member.begin(), bad.dual.member.end(), 2U, 7U);
  EXPECT_NE(fault(bad), CertificateFault::none);
  bad = good;
  --bad.dual.blossoms[0].end;
  EXPECT_EQ(fault(bad), CertificateFault::bad_blossom);
  bad = good;
  bad.dual.blossoms[0].end += 2;
  EXPECT_EQ(fault(bad), CertificateFault::bad_blossom);
  bad = good;
  bad.dual.blossoms[0].price = 0;
  EXPECT_EQ(fault(bad), CertificateFault::bad_blossom);
  bad = good;
  bad.dual.member.insert(bad.dual.member.end(), {4, 6});
  bad.dual.blossoms.push_back({2, 5, 2});
  EXPECT_EQ(fault(bad), CertificateFault::blossoms_cross);
  bad = good;
  bad.dual.member.insert(bad.dual.member.end(), {4, 6, 7});
  bad.dual.blossoms.push_back({3, 6, 2});
  EXPECT_EQ(fault(bad), CertificateFault::blossom_not_full);
  bad = good;
  bad.dual.blossoms.clear();
  EXPECT_EQ(fault(bad), CertificateFault::edge_above_price);
}

TEST_F(Broken, TheRaiseMustSuitTheCardinality) {
  auto bad = good;
  bad.dual.raise = 1;
  EXPECT_EQ(fault(bad), CertificateFault::wrong_raise);
  EXPECT_EQ(verify(8, edges, good, {.cardinality = most_pairs}).fault,
            CertificateFault::wrong_raise);
  EXPECT_EQ(fault(maximum_weight_matching(8, edges, {.cardinality = most_pairs})),
            CertificateFault::wrong_raise);
}

// A worse matching cannot be certified by the prices of the best one.
TEST_F(Broken, AWorseMatchingIsRefused) {
  auto bad = good;
  bad.mate[4] = unmatched;
  bad.mate[5] = 6;
  bad.mate[6] = 5;
  bad.pairs.back() = {5, 6, 1};
  --bad.total;
  EXPECT_NE(fault(bad), CertificateFault::none);
}

TEST_F(Broken, HugePricesDoNotOverflow) {
  auto bad = good;
  bad.dual.vertex[0] = bad.dual.vertex[1] = std::numeric_limits<std::int64_t>::max();
  EXPECT_NE(fault(bad), CertificateFault::none);
}

}  // namespace
}  // namespace coopnet::algo
