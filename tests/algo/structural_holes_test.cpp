#include "coopnet/algo/structural_holes.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <limits>
#include <numeric>
#include <string>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/structural_holes_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

struct Tie {
  double weight = 1;
};
using Own = graph::CsrGraph<graph::NoProperty, Tie>;
using OwnDirected = graph::DirectedCsrGraph<graph::NoProperty, Tie>;
template <class Direction>
using Boost = boost::adjacency_list<boost::vecS, boost::vecS, Direction, boost::no_property, Tie>;
using Edges = std::vector<testing::RandomEdge>;

template <class G>
G own(std::size_t vertices, const Edges& edges) {
  std::vector<graph::CsrEdge<Tie>> list;
  for (const auto& e : edges) list.push_back({e.source, e.target, {double(e.weight)}});
  return G(vertices, list);
}
template <class G>
G boosts(std::size_t vertices, const Edges& edges) {
  G g(vertices);
  for (const auto& e : edges) add_edge(e.source, e.target, Tie{double(e.weight)}, g);
  return g;
}
template <class G>
std::vector<StructuralHole> weighted(const G& g) {
  return structural_holes(g, [&](const auto& e) { return g[e].weight; });
}

/// Edges named by two letters, A = 0.
Edges named(const std::vector<std::string>& names, const std::vector<int>& weights) {
  Edges out;
  for (std::size_t i = 0; i < names.size(); ++i)
    out.push_back({std::uint32_t(names[i][0] - 'A'), std::uint32_t(names[i][1] - 'A'),
                   weights[i % weights.size()]});
  return out;
}

void expect_hole(const StructuralHole& got, double constraint, double effective_size) {
  EXPECT_NEAR(got.constraint.value(), constraint, 1e-11);
  EXPECT_NEAR(got.effective_size.value(), effective_size, 1e-11);
}

const std::vector<std::string> toy{"AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"};

// The network of seven people with which UCINET explains the measures. All twelve-digit numbers in
// this file were printed by NetworkX 2.8.8: constraint(G, weight=...), effective_size(...).
TEST(StructuralHoles, OfTheNetworkThatExplainsThem) {
  const auto got = structural_holes(own<Own>(8, named(toy, {1})));
  expect_hole(got[0], 0.595486111111, 2.5);             // A: 4 neighbours, 3 ties: 4 - 6 / 4
  expect_hole(got[6], 0.400270061728, 4.666666666667);  // G: 6 - 8 / 6
  expect_hole(got[2], 1, 1);                            // C
  expect_hole(got[1], 0.64274691358, 5.0 / 3);
  EXPECT_DOUBLE_EQ(got[0].efficiency.value(), 2.5 / 4);
  EXPECT_EQ(got[7], StructuralHole{});  // nobody's neighbour
}

TEST(StructuralHoles, WithWeights) {
  const auto got = weighted(own<Own>(7, named(toy, {2, 3, 5, 2, 8, 3, 4, 1, 3, 10})));
  expect_hole(got[0], 0.79495532656, 2.475);
  expect_hole(got[1], 0.81274830869, 1.671428571429);
  expect_hole(got[4], 0.883455004591, 1.1);
  expect_hole(got[6], 0.298851606146, 5.471717171717);
}

TEST(StructuralHoles, WithDirections) {
  const Edges small{{0, 1, 1}, {0, 2, 2}, {1, 0, 1}, {2, 1, 1}};
  const auto got = structural_holes(own<OwnDirected>(3, small));
  expect_hole(got[0], 1.003086419753, 1.166666666667);
  expect_hole(got[1], 1.003086419753, 1.166666666667);
  expect_hole(got[2], 1.388888888889, 1);
  const auto heavy = weighted(own<OwnDirected>(3, small));
  expect_hole(heavy[0], 0.888888888889, 1.5);
  expect_hole(heavy[1], 1.234567901235, 1);
  expect_hole(heavy[2], 1.234567901235, 1);

  const auto both = named({"AB", "BA", "AF", "GA", "AE", "EG", "FG", "GB", "BD", "DG", "GC", "CG"},
                          {1, 2, 3, 4, 5});
  const auto plain = structural_holes(own<OwnDirected>(7, both));
  expect_hole(plain[0], 0.538163265306, 3.1);
  expect_hole(plain[6], 0.373520408163, 5.071428571429);
  expect_hole(plain[4], 0.686530612245, 1.5);
  const auto strong = weighted(own<OwnDirected>(7, both));
  expect_hole(strong[0], 0.447339368999, 3.302222222222);
  expect_hole(strong[3], 0.762976680384, 1.316666666667);
  expect_hole(strong[6], 0.447724432251, 4.755555555556);
}

template <class Read>
std::vector<StructuralHole> classical_holes(Read read, bool with_weights) {
  const testing::classical::ClassicalGraph data = read();
  std::vector<graph::CsrEdge<Tie>> list;
  for (std::size_t i = 0; i < data.edges.size(); ++i)
    list.push_back({data.edges[i][0], data.edges[i][1], {with_weights ? data.weights[i] : 1.0}});
  return weighted(Own(data.size(), list));
}

TEST(StructuralHoles, OfClassicalGraphs) {
  const auto karate = classical_holes(testing::classical::karate, false);
  expect_hole(karate[0], 0.155423297647, 13.75);
  expect_hole(karate[33], 0.156418685121, 15.235294117647);
  expect_hole(karate[2], 0.18517663966, 7.8);
  const auto medici = testing::classical::florentine().at("Medici");
  const auto families = classical_holes(testing::classical::florentine, false);
  EXPECT_NEAR(families[medici].constraint.value(), 0.20987654320987653, 1e-15);
}

// An arrow into a vertex is a tie: 1 has only that, and one neighbour.
TEST(StructuralHoles, CountArrowsIn) {
  const auto got = structural_holes(own<OwnDirected>(2, {{0, 1, 1}}));
  expect_hole(got[1], 1, 1);
}

TEST(StructuralHoles, OfAStarAndOfACompleteGraph) {
  const auto star = structural_holes(own<Own>(5, {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}}));
  expect_hole(star[0], 0.25, 4);  // 4 (1/4)^2: the least possible; all neighbours count
  const auto full = structural_holes(
      own<Own>(4, {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1}, {2, 3, 1}}));
  expect_hole(full[1], 25.0 / 27, 1);  // 3 (1/3 + 2/9)^2; all but one are redundant
}

template <class Csr, class List>
void check_against_twin(bool directed) {
  for (std::uint64_t seed = 0; seed < 250; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Rng rng(seed);
    const std::size_t n = 1 + rng.below(11);
    const auto edges = testing::random_multigraph(seed, n, rng.below(25));
    const auto got = weighted(own<Csr>(n, edges));
    const auto theirs = weighted(boosts<List>(n, edges));
    const auto plain = structural_holes(boosts<List>(n, edges));
    reference::Matrix heavy(n, std::vector<double>(n, 0.0)), ones = heavy;
    for (const auto& e : edges) {
      heavy[e.source][e.target] += e.weight;
      ones[e.source][e.target] += 1;
      if (directed) continue;
      heavy[e.target][e.source] += e.weight;
      ones[e.target][e.source] += 1;
    }
    for (std::size_t v = 0; v < n; ++v) {
      const auto expected = reference::structural_hole_slow(heavy, v);
      ASSERT_EQ(got[v].constraint.has_value(), expected.constraint.has_value()) << v;
      EXPECT_EQ(got[v], theirs[v]) << v;
      if (!expected.constraint) continue;
      expect_hole(got[v], *expected.constraint, *expected.effective_size);
      const auto unweighted = reference::structural_hole_slow(ones, v);
      expect_hole(plain[v], *unweighted.constraint, *unweighted.effective_size);
    }
  }
}

TEST(StructuralHoles, EqualTheSlowTwin) {
  check_against_twin<Own, Boost<boost::undirectedS>>(false);
}
TEST(StructuralHoles, EqualTheSlowTwinWithDirections) {
  check_against_twin<OwnDirected, Boost<boost::directedS>>(true);
}

// Effective size without weights: neighbours less twice the ties among them for each of them.
TEST(StructuralHoles, FollowTheShortFormulaOnSimpleGraphs) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const auto edges = testing::random_simple_graph(seed, 9, 18);
    const auto g = own<Own>(9, edges);
    const auto got = structural_holes(g);
    for (std::uint32_t v = 0; v < 9; ++v) {
      double ties = 0;
      for (const auto& e : edges)
        if (g.find_edge(v, e.source) && g.find_edge(v, e.target)) ++ties;
      const auto n = static_cast<double>(g.out_degree(v));
      if (n > 0) {
        EXPECT_NEAR(*got[v].effective_size, n - 2 * ties / n, 1e-12) << "seed " << seed;
      }
    }
  }
}

TEST(StructuralHoles, DoNotDependOnTheNumbersOfTheVertices) {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    auto edges = testing::random_multigraph(seed, 10, 20);
    const auto before = weighted(own<OwnDirected>(10, edges));
    std::vector<std::uint32_t> number(10);
    std::iota(number.begin(), number.end(), 0U);
    Rng rng(seed);
    rng.shuffle(number);
    for (auto& e : edges) e = {number[e.source], number[e.target], e.weight};
    const auto after = weighted(own<OwnDirected>(10, edges));
    for (std::size_t v = 0; v < 10; ++v) {
      ASSERT_EQ(before[v].constraint.has_value(), after[number[v]].constraint.has_value());
      if (!before[v].constraint) continue;
      expect_hole(after[number[v]], *before[v].constraint, *before[v].effective_size);
    }
  }
}

TEST(StructuralHoles, RefuseImpossibleWeights) {
  const auto g = own<Own>(2, {{0, 1, 1}});
  for (const double bad :
       {-1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THROW(static_cast<void>(structural_holes(g, [=](const auto&) { return bad; })),
                 PreconditionError);
  EXPECT_EQ(structural_holes(g, [](const auto&) { return 0; })[0], StructuralHole{});
  EXPECT_TRUE(structural_holes(Own()).empty());
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(StructuralHoles, StopWhenAsked) {
  Stopper stopper;
  EXPECT_THROW(static_cast<void>(structural_holes(own<Own>(2, {{0, 1, 1}}), &stopper)),
               Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
