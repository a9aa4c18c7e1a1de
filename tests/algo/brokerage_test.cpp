#include "coopnet/algo/brokerage.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/brokerage_slow.hpp"
#include "support/classical.hpp"

namespace coopnet::algo {
namespace {

using reference::Arcs;
using Six = ByBrokerRole<std::uint64_t>;
using Groups = std::vector<std::uint32_t>;
using BoostDirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
using BoostUndirected = boost::adjacency_list<boost::listS, boost::vecS, boost::undirectedS>;

template <class G>
G csr(std::size_t n, const Arcs& arcs) {
  std::vector<graph::CsrEdge<>> edges;
  for (const auto& [a, b] : arcs) edges.push_back({a, b, {}});
  return G(n, edges);
}

Arcs random_arcs(Rng& rng, std::size_t n) {
  Arcs out;
  for (auto left = n == 0 ? 0 : rng.below(3 * n + 1); left > 0; --left)
    out.emplace_back(static_cast<std::uint32_t>(rng.below(n)),
                     static_cast<std::uint32_t>(rng.below(n)));
  return out;
}

Groups random_groups(Rng& rng, std::size_t n) {
  const auto most = 1 + rng.below(4);
  Groups out(n);
  for (auto& group : out) group = static_cast<std::uint32_t>(1'000'000'000 * rng.below(most));
  return out;
}

Arcs both_ways(const Arcs& arcs) {
  Arcs out = arcs;
  for (const auto& [a, b] : arcs) out.emplace_back(b, a);
  return out;
}

/// Exchanges among eight actors of the regions P, Q and T; counts and scores by the R package sna.
struct Exchanges {
  enum : std::uint32_t { P1, P2, P3, Q1, Q2, Q3, T1, T2 };
  Arcs arcs{{P2, P1}, {P1, P3}, {P3, P1}, {Q1, P1}, {P1, Q1}, {Q2, P1}, {P1, T1}, {T1, P1},
            {Q2, Q3}, {Q3, Q2}, {Q1, Q2}, {Q2, Q1}, {T1, T2}, {T2, T1}, {P2, Q3}};
  Groups region{0, 0, 0, 1, 1, 1, 2, 2};
};

TEST(Brokerage, OfEightActorsInThreeRegions) {
  const Exchanges x;
  const auto out = brokerage(csr<graph::DirectedCsrGraph<>>(8, x.arcs), x.region);
  const std::vector<Six> counts{{1, 0, 4, 3, 3, 11}, {0, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0},
                                {0, 0, 0, 1, 0, 1},  {2, 0, 1, 0, 0, 3}, {0, 0, 0, 1, 0, 1},
                                {0, 0, 1, 1, 0, 2},  {0, 0, 0, 0, 0, 0}};
  EXPECT_EQ(out.counts, counts);
  EXPECT_EQ(out.graph, (Six{3, 0, 6, 6, 3, 18}));
}

TEST(Brokerage, ScoresAreThoseOfSna) {
  const Exchanges x;
  const auto out = brokerage(csr<graph::DirectedCsrGraph<>>(8, x.arcs), x.region);
  const auto expect = [](const auto& got, const std::array<double, 6>& wanted) {
    for (std::size_t r = 0; r < 6; ++r) EXPECT_NEAR(got[r].value(), wanted[r], 1e-9) << r;
  };
  expect(out.z[Exchanges::P1],
         {2.8365830210, -0.6011542981, 3.7150211213, 2.6458598938, 2.5423422675, 3.83497155298});
  expect(out.z[Exchanges::Q2],
         {6.0061576352, -0.6011542981, 0.5075374390, -0.5616237884, -0.6762913411, 0.34616225107});
  const auto& t1 = out.z[Exchanges::T1];
  EXPECT_FALSE(t1[0].has_value());  // nobody can coordinate in a region of two
  EXPECT_NEAR(t1[1].value(), -0.7145343949, 1e-9);
  EXPECT_NEAR(t1[4].value(), -0.7882423608, 1e-9);
  EXPECT_NEAR(out.expected[Exchanges::T1][4], 0.9455288812, 1e-9);
}

TEST(Brokerage, OfTheKarateClub) {
  const auto karate = testing::classical::karate();
  Arcs arcs;
  for (const auto& [a, b] : karate.edges) arcs.emplace_back(a, b);
  const Groups club(karate.mode.begin(), karate.mode.end());
  const auto out = brokerage(csr<graph::CsrGraph<>>(34, arcs), club);
  EXPECT_EQ(out.counts[33], (Six{156, 6, 40, 40, 0, 242}));
  EXPECT_EQ(out.counts[0], (Six{174, 0, 15, 15, 0, 204}));
  EXPECT_EQ(out.graph, (Six{510, 20, 128, 128, 0, 786}));
}

TEST(Brokerage, SpeakingForAGroupIsNotLettingOthersIn) {
  const auto out = brokerage(csr<graph::DirectedCsrGraph<>>(3, {{0, 1}, {1, 2}}), Groups{7, 7, 4});
  EXPECT_EQ(out.counts[1], (Six{0, 0, 1, 0, 0, 1}));
}

TEST(Brokerage, EqualsTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Rng rng(seed);
    const auto n = rng.below(12);
    const auto arcs = random_arcs(rng, n);
    const auto group = random_groups(rng, n);
    const auto directed = reference::brokerage_slow(reference::matrix_of(n, arcs), group);
    const auto mutual = reference::brokerage_slow(reference::matrix_of(n, both_ways(arcs)), group);
    EXPECT_EQ(brokerage(csr<graph::DirectedCsrGraph<>>(n, arcs), group).counts, directed);
    EXPECT_EQ(brokerage(csr<graph::CsrGraph<>>(n, arcs), group).counts, mutual);
    EXPECT_EQ(brokerage(BoostDirected(arcs.begin(), arcs.end(), n), group).counts, directed);
    EXPECT_EQ(brokerage(BoostUndirected(arcs.begin(), arcs.end(), n), group).counts, mutual);
  }
}

/// The scores against the moments over all digraphs of four vertices, for every kind of grouping.
TEST(Brokerage, ScoresAreThoseOfAllDigraphs) {
  const Arcs arcs{{0, 1}, {1, 2}, {2, 3}, {3, 1}, {1, 0}};
  const auto g = csr<graph::DirectedCsrGraph<>>(4, arcs);
  for (const auto& group : {Groups{0, 0, 0, 0}, Groups{0, 0, 0, 1}, Groups{0, 0, 1, 1},
                            Groups{0, 1, 2, 2}, Groups{0, 1, 2, 3}}) {
    const auto out = brokerage(g, group);
    const auto moments = reference::brokerage_moments_slow(group, 5.0 / 12);
    for (std::size_t v = 0; v < 4; ++v)
      for (std::size_t r = 0; r < 6; ++r) {
        EXPECT_NEAR(out.expected[v][r], moments[v].mean[r], 1e-12);
        ASSERT_EQ(out.z[v][r].has_value(), moments[v].variance[r] > 1e-12) << v << ' ' << r;
        if (!out.z[v][r]) continue;
        const auto off = static_cast<double>(out.counts[v][r]) - moments[v].mean[r];
        EXPECT_NEAR(*out.z[v][r], off / std::sqrt(moments[v].variance[r]), 1e-9);
      }
  }
}

TEST(Brokerage, RenumberingChangesNothing) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    Rng rng(seed);
    const std::size_t n = 1 + rng.below(20);
    const auto arcs = random_arcs(rng, n);
    const auto group = random_groups(rng, n);
    Groups name(n);
    for (std::uint32_t v = 0; v < n; ++v) name[v] = v;
    rng.shuffle(name);
    Arcs renamed;
    for (const auto& [a, b] : arcs) renamed.emplace_back(name[a], name[b]);
    Groups group_of_name(n);
    for (std::size_t v = 0; v < n; ++v) group_of_name[name[v]] = group[v];
    const auto before = brokerage(csr<graph::DirectedCsrGraph<>>(n, arcs), group);
    const auto after = brokerage(csr<graph::DirectedCsrGraph<>>(n, renamed), group_of_name);
    for (std::size_t v = 0; v < n; ++v) {
      EXPECT_EQ(before.counts[v], after.counts[name[v]]);
      EXPECT_EQ(before.z[v], after.z[name[v]]);  // sums of integers: the same bits
    }
    EXPECT_EQ(before.graph, after.graph);
  }
}

TEST(Brokerage, WithoutChanceThereIsNoScore) {
  const Groups two{0, 1};
  const auto none = brokerage(csr<graph::CsrGraph<>>(2, {}), two);
  const auto full = brokerage(csr<graph::CsrGraph<>>(2, {{0, 1}}), two);
  for (std::size_t r = 0; r < 6; ++r) {
    EXPECT_FALSE(none.z[0][r].has_value());
    EXPECT_FALSE(full.z[0][r].has_value());
  }
  EXPECT_TRUE(brokerage(graph::CsrGraph<>(), Groups{}).counts.empty());
  EXPECT_EQ(brokerage(csr<graph::CsrGraph<>>(1, {{0, 0}}), Groups{5}).counts[0], Six{});
}

/// All of 300 000 vertices but one in one group: sums of cubes must cancel exactly.
TEST(Brokerage, LargeGroupsLeaveNoRoundingForAScore) {
  const std::size_t n = 300'000;
  Groups group(n, 1);
  group[0] = 0;
  const auto out = brokerage(csr<graph::CsrGraph<>>(n, {{0, 1}, {0, 2}}), group);
  EXPECT_EQ(out.counts[0], (Six{0, 2, 0, 0, 0, 2}));
  EXPECT_FALSE(out.z[0][4].has_value());  // two other groups would be needed
  EXPECT_EQ(out.expected[0][4], 0.0);
}

TEST(Brokerage, NeedsOneGroupAVertex) {
  EXPECT_THROW(static_cast<void>(brokerage(graph::CsrGraph<>(), Groups{1})), PreconditionError);
}

class Stopper : public Progress {
 public:
  bool stop_requested() override { return true; }
};

TEST(Brokerage, StopsWhenAsked) {
  Stopper stopper;
  const auto g = csr<graph::CsrGraph<>>(2, {{0, 1}});
  EXPECT_THROW(static_cast<void>(brokerage(g, Groups{0, 0}, &stopper)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
