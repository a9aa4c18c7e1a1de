#include "coopnet/algo/pagerank.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <limits>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/pagerank_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {
namespace {

using reference::WalkArc;
using Arcs = std::vector<WalkArc>;
struct Tie {
  double weight = 1;
};
using Undirected = graph::CsrGraph<graph::NoProperty, Tie>;
using Directed = graph::DirectedCsrGraph<graph::NoProperty, Tie>;
using BoostUndirected =
    boost::adjacency_list<boost::listS, boost::vecS, boost::undirectedS, boost::no_property, Tie>;
using BoostDirected =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Tie>;

template <class G>
G csr(std::size_t n, const Arcs& arcs) {
  std::vector<typename G::Edge> edges;
  for (const auto& arc : arcs) edges.push_back({arc.source, arc.target, {arc.weight}});
  return G(n, edges);
}

template <class G>
G boosts(std::size_t n, const Arcs& arcs) {
  G g(n);
  for (const auto& arc : arcs) add_edge(arc.source, arc.target, Tie{arc.weight}, g);
  return g;
}

template <class G>
auto weight_of(const G& g) {
  return [&g](const auto& e) { return g[e].weight; };
}

Arcs random_arcs(std::uint64_t seed, std::size_t n, std::size_t m) {
  Arcs out;
  for (const auto& e : testing::random_multigraph(seed, n, m))
    out.push_back({e.source, e.target, e.weight - 1.0});  // some weigh nothing
  return out;
}

Arcs both_ways(const Arcs& arcs) {
  Arcs out = arcs;
  for (const auto& arc : arcs) out.push_back({arc.target, arc.source, arc.weight});
  return out;
}

Arcs unweighted(Arcs arcs) {
  for (auto& arc : arcs) arc.weight = 1;
  return arcs;
}

void expect_near(const PageRank& got, const std::vector<double>& wanted, double within = 1e-11) {
  ASSERT_EQ(got.rank.size(), wanted.size());
  EXPECT_TRUE(got.converged);
  for (std::size_t v = 0; v < wanted.size(); ++v) EXPECT_NEAR(got.rank[v], wanted[v], within) << v;
}

class PageRanks : public ::testing::TestWithParam<double> {};

TEST_P(PageRanks, EqualTheSlowTwin) {
  const double d = GetParam();
  const PageRankOptions options{.damping = d, .max_iterations = 3000};
  const double within = options.tolerance / (1 - d);
  const auto slow = [&](std::size_t n, const Arcs& arcs) {
    return reference::pagerank_slow(n, arcs, d);
  };
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::size_t n = seed % 15;
    const auto arcs = random_arcs(seed, n, seed % 31);
    const auto g = csr<Undirected>(n, arcs);
    const auto h = csr<Directed>(n, arcs);
    const auto bg = boosts<BoostUndirected>(n, arcs);
    const auto bh = boosts<BoostDirected>(n, arcs);
    expect_near(pagerank(g, options), slow(n, both_ways(unweighted(arcs))), within);
    expect_near(pagerank(h, options), slow(n, unweighted(arcs)), within);
    expect_near(pagerank(g, weight_of(g), options), slow(n, both_ways(arcs)), within);
    expect_near(pagerank(h, weight_of(h), options), slow(n, arcs), within);
    EXPECT_EQ(pagerank(bg, options).rank, pagerank(g, options).rank);
    EXPECT_EQ(pagerank(bh, options).rank, pagerank(h, options).rank);
    expect_near(pagerank(bg, weight_of(bg), options), slow(n, both_ways(arcs)), within);
    expect_near(pagerank(bh, weight_of(bh), options), slow(n, arcs), within);
  }
}
INSTANTIATE_TEST_SUITE_P(Damping, PageRanks, ::testing::Values(0.0, 0.5, 0.85, 0.99));

TEST(PageRank, OfTheKarateClub) {
  const auto karate = testing::classical::karate();
  Arcs arcs;
  for (const auto& [a, b] : karate.edges) arcs.push_back({a, b, 1});
  const auto out = pagerank(csr<Undirected>(karate.size(), arcs));
  EXPECT_NEAR(out.rank[33], 0.100919, 5e-7);
  EXPECT_NEAR(out.rank[0], 0.096997, 5e-7);
  EXPECT_NEAR(std::accumulate(out.rank.begin(), out.rank.end(), 0.0), 1, 1e-14);
}

// 0 -> 1: from 1 the walk jumps. x0 = e, x1 = e + d x0, and x0 + x1 = 1.
TEST(PageRank, AVertexWithoutAWayOutJumps) {
  const auto out = pagerank(csr<Directed>(2, {{0, 1, 1}}), {.damping = 0.5});
  expect_near(out, {0.4, 0.6});
}

TEST(PageRank, RenumberingChangesNothing) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Rng rng(seed);
    const auto n = static_cast<std::uint32_t>(1 + rng.below(60));
    const auto arcs = random_arcs(seed, n, rng.below(6 * n));
    std::vector<std::uint32_t> name(n);
    std::iota(name.begin(), name.end(), 0U);
    rng.shuffle(name);
    auto renamed = arcs;
    for (auto& arc : renamed) arc = {name[arc.source], name[arc.target], arc.weight};
    const auto before = csr<Directed>(n, arcs);
    const auto after = csr<Directed>(n, renamed);
    const auto x = pagerank(before, weight_of(before));
    const auto y = pagerank(after, weight_of(after));
    for (std::size_t v = 0; v < n; ++v) EXPECT_NEAR(x.rank[v], y.rank[name[v]], 2e-11);
  }
}

/// Only the proportions of weights matter, however large or small they are.
TEST(PageRank, ScaleOfWeightsDoesNotMatter) {
  for (const double scale : {1e-300, 1e300}) {
    const auto arcs = random_arcs(5, 20, 60);
    auto scaled = arcs;
    for (auto& arc : scaled) arc.weight *= scale;
    const auto g = csr<Directed>(20, scaled);
    expect_near(pagerank(g, weight_of(g)), reference::pagerank_slow(20, arcs, 0.85));
  }
}

/// The promise of the header, with sweeps that are few or coarse.
TEST(PageRank, IsAsNearAsTheLastChangeSays) {
  for (const double damping : {0.5, 0.85, 0.99})
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
      const std::size_t n = 2 + seed % 20;
      const auto arcs = unweighted(random_arcs(seed, n, 2 * n));
      const auto slow = reference::pagerank_slow(n, arcs, damping);
      const PageRankOptions options{.damping = damping,
                                    .tolerance = 1e-3,
                                    .max_iterations = 1 + static_cast<unsigned>(seed % 4)};
      const auto out = pagerank(csr<Directed>(n, arcs), options);
      EXPECT_EQ(out.converged, out.residual <= options.tolerance);
      double off = 0;
      for (std::size_t v = 0; v < n; ++v) off += std::abs(out.rank[v] - slow[v]);
      EXPECT_LE(off, out.residual / (1 - damping) + 1e-14);
    }
}

TEST(PageRank, OfNothingAndOfStrangers) {
  EXPECT_TRUE(pagerank(Undirected()).converged);
  expect_near(pagerank(Directed(4, {})), {0.25, 0.25, 0.25, 0.25});
  expect_near(pagerank(csr<Directed>(1, {{0, 0, 1}})), {1});
}

TEST(PageRank, RefusesWhatIsNoWalk) {
  const auto rank = [](double weight, double damping) {
    const auto g = csr<Directed>(2, {{0, 1, weight}, {0, 1, weight}});
    return pagerank(g, weight_of(g), {.damping = damping});
  };
  EXPECT_NO_THROW(static_cast<void>(rank(1, 0)));
  for (const double weight : {-1.0, std::numeric_limits<double>::quiet_NaN(), 1e308 * 10, 1e308})
    EXPECT_THROW(static_cast<void>(rank(weight, 0.5)), PreconditionError) << weight;
  for (const double damping : {-0.1, 1.0, std::numeric_limits<double>::quiet_NaN()})
    EXPECT_THROW(static_cast<void>(rank(1, damping)), PreconditionError) << damping;
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(PageRank, StopsWhenAsked) {
  Stopper stopper;
  EXPECT_THROW(static_cast<void>(pagerank(Directed(1, {}), {}, &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
