#include "coopnet/algo/min_cost_flow.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <cstdlib>
#include <numeric>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "reference/min_cost_flow_slow.hpp"
#include "support/lemon_flow.hpp"

namespace coopnet::algo {
namespace {

std::uint64_t rounds(std::uint64_t few) {
  return std::getenv("COOPNET_LONG_TESTS") != nullptr ? few * 50 : few;
}

std::int64_t between(Rng& rng, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(high - low + 1)));
}

/// Loops, parallel arcs, empty arcs, negative costs and bounds; supplies that mostly fit.
MinCostFlowProblem random_problem(Rng& rng, std::size_t nodes, std::size_t arcs) {
  MinCostFlowProblem p;
  p.supply.assign(nodes, 0);
  for (std::size_t a = 0; a < arcs; ++a) {
    FlowArc arc{static_cast<std::uint32_t>(rng.below(nodes)),
                static_cast<std::uint32_t>(rng.below(nodes)), between(rng, -1, 1), 0,
                between(rng, -4, 9)};
    arc.upper = rng.below(5) == 0 && arc.cost >= 0 ? unlimited : arc.lower + between(rng, 0, 5);
    if (rng.below(40) == 0) arc.upper = unlimited;
    const auto typical = arc.lower + (arc.upper == unlimited ? 2 : (arc.upper - arc.lower) / 2);
    p.supply[arc.from] += typical;
    p.supply[arc.to] -= typical;
    p.arcs.push_back(arc);
  }
  if (rng.below(4) == 0) {
    const auto shift = between(rng, 0, 6);
    p.supply[rng.below(nodes)] += shift;
    p.supply[rng.below(nodes)] -= shift + (rng.below(8) == 0 ? 1 : 0);
  }
  return p;
}

TEST(MinCostFlow, EqualsShortestPathsOnSmallProblems) {
  int seen[3] = {};
  for (std::uint64_t seed = 0; seed < rounds(20000); ++seed) {
    Rng rng(seed);
    const auto p = random_problem(rng, 1 + rng.below(7), rng.below(16));
    const auto got = min_cost_flow(p);
    const auto proof = verify(p, got);
    ASSERT_TRUE(proof) << seed << ": " << proof.fault;
    ++seen[static_cast<int>(got.status)];
    const auto expected = reference::SlowFlow(p).solve();
    ASSERT_EQ(expected.has_value(), got.status != FlowStatus::infeasible) << seed;
    if (!expected) continue;
    const bool endless = *expected < -reference::SlowFlow::endless / 2;
    ASSERT_EQ(endless, got.status == FlowStatus::unbounded) << seed;
    if (!endless) {
      ASSERT_EQ(*expected, got.total) << seed;
    }
  }
  EXPECT_GT(seen[0], 1000);
  EXPECT_GT(seen[1], 100);
  EXPECT_GT(seen[2], 100);
}

testing::LemonFlow by_lemon(const MinCostFlowProblem& p) {
  testing::LemonFlowProblem lemon(p.supply.size(), p.arcs.size());
  for (std::size_t v = 0; v < p.supply.size(); ++v) lemon.set_supply(v, p.supply[v]);
  for (const auto& arc : p.arcs)
    lemon.add_arc(arc.from, arc.to, arc.lower, arc.upper == unlimited ? -1 : arc.upper, arc.cost);
  return lemon.run();
}

TEST(MinCostFlow, EqualsLemonOnLargerProblems) {
  for (std::uint64_t seed = 0; seed < rounds(12); ++seed) {
    Rng rng(seed);
    MinCostFlowProblem p;
    const std::size_t nodes = 300;
    p.supply.assign(nodes, 0);
    for (int a = 0; a < 2000; ++a) {
      const auto u = static_cast<std::uint32_t>(rng.below(nodes));
      const auto v = static_cast<std::uint32_t>(rng.below(nodes));
      const auto upper = between(rng, 0, 1000);
      p.arcs.push_back({u, v, 0, upper, between(rng, -50, 1000)});
      p.supply[u] += upper / 4;
      p.supply[v] -= upper / 4;
    }
    const auto got = min_cost_flow(p);
    const auto lemon = by_lemon(p);
    ASSERT_EQ(FlowStatus::optimal, got.status);
    EXPECT_TRUE(verify(p, got)) << verify(p, got).fault;
    EXPECT_EQ(lemon.total, got.total);
  }
}

/// The same node pairs, arcs and costs as an assignment; `columns` each row can have.
MinCostFlowProblem random_assignment(Rng& rng, std::size_t n, std::size_t degree,
                                     std::int64_t top) {
  MinCostFlowProblem p;
  p.supply.assign(2 * n, 1);
  std::fill(p.supply.begin() + static_cast<std::ptrdiff_t>(n), p.supply.end(), -1);
  for (std::size_t r = 0; r < n; ++r)
    for (std::size_t k = 0; k < degree; ++k)
      p.arcs.push_back({static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(n + rng.below(n)),
                        0, 1 + between(rng, 0, 1), between(rng, -top, top)});
  return p;
}

TEST(MinCostFlow, AssignmentsEqualShortestPathsAndLemon) {
  int infeasible = 0;
  for (std::uint64_t seed = 0; seed < rounds(300); ++seed) {
    Rng rng(seed);
    const auto p =
        random_assignment(rng, 1 + rng.below(8), 1 + rng.below(5), 1 + between(rng, 0, 20));
    const auto got = min_cost_flow(p);
    ASSERT_TRUE(verify(p, got)) << seed << verify(p, got).fault;
    const auto expected = reference::SlowFlow(p).solve();
    ASSERT_EQ(expected.has_value(), got.status == FlowStatus::optimal) << seed;
    if (expected) {
      ASSERT_EQ(*expected, got.total);
    }
    infeasible += expected ? 0 : 1;
  }
  EXPECT_GT(infeasible, 20);
  Rng rng(1);
  const auto large = random_assignment(rng, 500, 12, 1'000'000);
  const auto got = min_cost_flow(large);
  EXPECT_TRUE(verify(large, got)) << verify(large, got).fault;
  EXPECT_EQ(testing::LemonFlow::optimal, by_lemon(large).status);
  EXPECT_EQ(by_lemon(large).total, got.total);
}

// 0 supplies 4, 3 demands 4:  0 -(2, 1)-> 1 -(2)-> 3   capacity 2 each way, cost 1 + 1 and 3 + 1
//                             0 -(2, 3)-> 2 -(2)-> 3
const MinCostFlowProblem two_ways{
    {4, 0, 0, -4}, {{0, 1, 0, 2, 1}, {1, 3, 0, 2, 1}, {0, 2, 0, 2, 3}, {2, 3, 0, 2, 1}}};

TEST(MinCostFlow, BrokenCertificatesAreRefused) {
  const auto good = min_cost_flow(two_ways);
  EXPECT_EQ(12, good.total);
  ASSERT_TRUE(verify(two_ways, good));
  auto bad = good;
  bad.flow[0] -= 1;
  EXPECT_FALSE(verify(two_ways, bad));
  bad = good;
  bad.total -= 1;
  EXPECT_FALSE(verify(two_ways, bad));
  bad = good;
  bad.flow[0] = 3;
  EXPECT_FALSE(verify(two_ways, bad));
  bad = good;
  bad.potential.pop_back();
  EXPECT_FALSE(verify(two_ways, bad));
  MinCostFlowProblem wider = two_ways;  // now the cheap way could carry all
  for (auto& arc : wider.arcs) arc.upper = 4;
  EXPECT_FALSE(verify(wider, good));
  bad = min_cost_flow(wider);
  ASSERT_TRUE(verify(wider, bad));
  bad.potential[1] += 1;
  EXPECT_FALSE(verify(wider, bad));
}

TEST(MinCostFlow, InfeasibleIsProvedByACut) {
  auto p = two_ways;
  p.supply = {5, 0, 0, -5};
  const auto got = min_cost_flow(p);
  ASSERT_EQ(FlowStatus::infeasible, got.status);
  EXPECT_TRUE(verify(p, got)) << verify(p, got).fault;
  auto bad = got;
  bad.witness = {1};
  EXPECT_FALSE(verify(p, bad));
  EXPECT_FALSE(verify(two_ways, got));
  p.supply = {5, 0, 0, -4};
  EXPECT_EQ((std::vector<std::uint32_t>{0, 1, 2, 3}), min_cost_flow(p).witness);
}

TEST(MinCostFlow, UnboundedIsProvedByACycle) {
  MinCostFlowProblem p{{0, 0, 0}, {{0, 1, 0, unlimited, -3}, {1, 0, 0, unlimited, 2}, {1, 2}}};
  auto got = min_cost_flow(p);
  ASSERT_EQ(FlowStatus::unbounded, got.status);
  EXPECT_TRUE(verify(p, got)) << verify(p, got).fault;
  std::sort(got.witness.begin(), got.witness.end());
  EXPECT_EQ((std::vector<std::uint32_t>{0, 1}), got.witness);
  got.witness = {0};
  EXPECT_FALSE(verify(p, got));
  p.supply = {0, -1, 1};  // no arc leaves 2: that comes first
  EXPECT_EQ(FlowStatus::infeasible, min_cost_flow(p).status);
  MinCostFlowProblem loop{{0}, {{0, 0, 0, unlimited, -1}}};
  EXPECT_EQ(FlowStatus::unbounded, min_cost_flow(loop).status);
  EXPECT_TRUE(verify(loop, min_cost_flow(loop)));
}

TEST(MinCostFlow, EdgeCases) {
  EXPECT_EQ(FlowStatus::optimal, min_cost_flow(MinCostFlowProblem{}).status);
  const MinCostFlowProblem alone{{0, 0}, {}};
  EXPECT_TRUE(verify(alone, min_cost_flow(alone)));
  const MinCostFlowProblem loops{{0}, {{0, 0, 1, 5, 2}, {0, 0, 1, 5, -2}}};
  EXPECT_EQ((std::vector<std::int64_t>{1, 5}), min_cost_flow(loops).flow);
  EXPECT_EQ(-8, min_cost_flow(loops).total);
}

std::string refusal(const MinCostFlowProblem& p) {
  try {
    static_cast<void>(min_cost_flow(p));
  } catch (const PreconditionError& e) {
    return e.what();
  }
  return "";
}

TEST(MinCostFlow, LimitsAreNamed) {
  const std::int64_t big = std::int64_t{1} << 61;
  EXPECT_NE(std::string::npos, refusal({{0, 0}, {{0, 1, 0, 1, big}}}).find("2^60"));
  EXPECT_NE(
      std::string::npos,
      refusal({{0, 0}, {{0, 1, 0, 1, std::numeric_limits<std::int64_t>::min()}}}).find("2^60"));
  EXPECT_NE(std::string::npos, refusal({{big + big / 2, -big}, {}}).find("2^62"));
  EXPECT_NE(
      std::string::npos,
      refusal({{0, 0}, {{0, 1, std::numeric_limits<std::int64_t>::min(), 1, 0}}}).find("2^62"));
  EXPECT_NE(std::string::npos, refusal({{0}, {{0, 1, 0, 1, 0}}}).find("no node"));
  EXPECT_NE(std::string::npos, refusal({{0, 0}, {{0, 1, 2, 1, 0}}}).find("lower"));
  const std::int64_t much = std::int64_t{1} << 40;
  EXPECT_NE(std::string::npos,
            refusal({{much, -much}, {{0, 1, 0, unlimited, much}}}).find("64 bits"));
}

TEST(MinCostFlow, AnyBoostGraph) {
  struct Edge {
    std::int64_t capacity, cost;
  };
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Edge>;
  Graph g(4);
  for (const auto& arc : two_ways.arcs) add_edge(arc.from, arc.to, Edge{arc.upper, arc.cost}, g);
  const auto got = min_cost_flow(
      g, [](auto v) { return two_ways.supply[v]; }, [&](auto e) { return g[e].capacity; },
      [&](auto e) { return g[e].cost; });
  EXPECT_EQ(12, got.total);
  EXPECT_EQ((std::vector<std::int64_t>{2, 2, 2, 2}), got.flow);
}

/// All pairs as arcs, and an extra node that fills what demands have left.
MinCostFlowProblem with_arcs(const TransportProblem& t) {
  MinCostFlowProblem p;
  p.supply.assign(t.supply.begin(), t.supply.end());
  for (const auto d : t.demand) p.supply.push_back(-d);
  const auto rest = -std::accumulate(p.supply.begin(), p.supply.end(), std::int64_t{0});
  p.supply.push_back(rest);
  for (std::uint32_t c = 0; c < t.demand.size(); ++c) {
    const auto column = static_cast<std::uint32_t>(t.supply.size() + c);
    for (std::uint32_t r = 0; r < t.supply.size(); ++r)
      p.arcs.push_back({r, column, 0, unlimited, t.cost[r * t.demand.size() + c]});
    p.arcs.push_back({static_cast<std::uint32_t>(p.supply.size() - 1), column});
  }
  return p;
}

TEST(DenseTransport, EqualsShortestPaths) {
  for (std::uint64_t seed = 0; seed < rounds(1500); ++seed) {
    Rng rng(seed);
    const bool ones = rng.below(3) == 0;
    std::vector<std::int64_t> supply(rng.below(6)), demand(rng.below(14));
    if (ones) demand.resize(supply.size());
    std::vector<std::int32_t> cost(supply.size() * demand.size());
    for (auto& s : supply) s = ones ? 1 : between(rng, 0, 5);
    for (auto& d : demand) d = ones ? 1 : between(rng, 0, 5);
    for (auto& c : cost) c = static_cast<std::int32_t>(between(rng, -3, 12));
    const TransportProblem t{cost, supply, demand};
    const auto got = dense_transport(t);
    ASSERT_TRUE(verify(t, got)) << seed << verify(t, got).fault;
    const auto p = with_arcs(t);
    if (got.status != FlowStatus::optimal) {
      ASSERT_LT(p.supply.back(), 0);
      continue;
    }
    ASSERT_EQ(reference::SlowFlow(p).solve(), got.total) << seed;
  }
}

enum class Shape { uniform, product, few, distance };

std::vector<std::int32_t> matrix(Rng& rng, Shape shape, std::size_t rows, std::size_t columns) {
  std::vector<std::int64_t> a(rows), b(columns);
  for (auto& x : a) x = between(rng, 1, 1000);
  for (auto& x : b) x = between(rng, 1, 1000);
  std::vector<std::int32_t> out;
  for (const auto x : a)
    for (const auto y : b) {
      const auto value = shape == Shape::uniform   ? between(rng, -1000, 100000)
                         : shape == Shape::product ? x * y
                         : shape == Shape::few     ? between(rng, 0, 2)
                                                   : 1000 * (x < y ? y - x : x - y);
      out.push_back(static_cast<std::int32_t>(value));
    }
  return out;
}

TEST(DenseTransport, EveryShapeEqualsLemon) {
  for (const auto shape : {Shape::uniform, Shape::product, Shape::few, Shape::distance})
    for (const bool ones : {true, false}) {
      Rng rng(7);
      const std::size_t n = 120;
      const auto cost = matrix(rng, shape, n, n);
      std::vector<std::int64_t> supply(n, 1), demand(n, 1);
      if (!ones) {
        for (auto& s : supply) s = between(rng, 0, 50);
        for (auto& d : demand) d = between(rng, 20, 60);
      }
      const TransportProblem t{cost, supply, demand};
      const auto got = dense_transport(t);
      ASSERT_TRUE(verify(t, got)) << verify(t, got).fault;
      EXPECT_EQ(by_lemon(with_arcs(t)).total, got.total);
    }
}

TEST(DenseTransport, BrokenCertificatesAreRefused) {
  const std::vector<std::int32_t> cost{4, 1, 3, 2, 0, 5, 3, 2, 2};
  const std::vector<std::int64_t> ones(3, 1);
  const TransportProblem t{cost, ones, ones};
  const auto good = dense_assignment(cost, 3, 3);
  EXPECT_EQ(5, good.total);  // 1 + 2 + 2
  ASSERT_TRUE(verify(t, good));
  auto bad = good;
  bad.row_price[0] += 1;
  EXPECT_FALSE(verify(t, bad));
  bad = good;
  bad.shipments[0].column = 0;
  EXPECT_FALSE(verify(t, bad));
  bad = good;
  bad.total = 4;
  EXPECT_FALSE(verify(t, bad));
  bad = good;
  bad.shipments.pop_back();
  EXPECT_FALSE(verify(t, bad));
}

TEST(DenseTransport, CallableCostAndRefusals) {
  const std::vector<std::int64_t> supply{2, 1}, demand{1, 2};
  const auto got = dense_transport(supply, demand, [](std::size_t r, std::size_t c) {
    return 10 * static_cast<int>(r) + static_cast<int>(c);
  });
  EXPECT_EQ(12, got.total);  // rows pay 10 for row 1, columns 1 each for two units
  const auto huge = [](std::size_t, std::size_t) { return std::int64_t{1} << 40; };
  EXPECT_THROW(static_cast<void>(dense_transport(supply, demand, huge)), PreconditionError);
  const std::vector<std::int32_t> short_matrix{1};
  EXPECT_THROW(static_cast<void>(dense_transport(TransportProblem{short_matrix, supply, demand})),
               PreconditionError);
  const std::vector<std::int64_t> negative{-1};
  EXPECT_THROW(
      static_cast<void>(dense_transport(TransportProblem{short_matrix, negative, negative})),
      PreconditionError);
}

TEST(MinCostFlow, CanBeStopped) {
  struct Stop : Progress {
    bool stop_requested() override { return true; }
  } stop;
  EXPECT_THROW(static_cast<void>(min_cost_flow(two_ways, &stop)), Interrupted);
}

}  // namespace
}  // namespace coopnet::algo
