#include "coopnet/algo/cut_points.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>

#include "coopnet/core/rng.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "reference/cut_points_slow.hpp"
#include "support/classical.hpp"
#include "support/random_edges.hpp"

namespace coopnet::algo {

static void PrintTo(const Bridge& b, std::ostream* out) {
  *out << b.a << '-' << b.b << " (" << b.a_side << ", " << b.b_side << ')';
}
static void PrintTo(const CutPoint& p, std::ostream* out) {
  *out << p.vertex << ':';
  for (const auto size : p.pieces) *out << ' ' << size;
}

namespace {

using reference::EdgeList;
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using BoostLists = boost::adjacency_list<boost::listS, boost::listS, boost::undirectedS,
                                         boost::property<boost::vertex_index_t, std::uint32_t>>;

graph::CsrGraph<> csr(std::size_t n, const EdgeList& list) {
  std::vector<graph::CsrEdge<>> edges;
  for (const auto& [a, b] : list) edges.push_back({a, b, {}});
  return {n, edges};
}

BoostLists boost_lists(std::size_t n, const EdgeList& list) {
  BoostLists g;
  std::vector<BoostLists::vertex_descriptor> at;
  for (std::uint32_t v = 0; v < n; ++v) at.push_back(add_vertex(v, g));
  for (const auto& [a, b] : list) add_edge(at[a], at[b], g);
  return g;
}

graph::CsrGraph<> csr(const testing::classical::ClassicalGraph& g) {
  EdgeList list;
  for (const auto& [a, b] : g.edges) list.emplace_back(a, b);
  return csr(g.size(), list);
}

EdgeList random_edges(std::uint64_t seed, std::size_t n, std::size_t m) {
  EdgeList out;
  for (const auto& e : testing::random_multigraph(seed, n, m)) out.emplace_back(e.source, e.target);
  return out;
}

void expect_equal(const CutPoints& got, const CutPoints& wanted) {
  EXPECT_EQ(got.points, wanted.points);
  EXPECT_EQ(got.bridges, wanted.bridges);
  EXPECT_EQ(got.component, wanted.component);
  EXPECT_EQ(got.component_size, wanted.component_size);
}

template <class G>
concept HasCutPoints = requires(const G& g) { cut_points(g); };
static_assert(HasCutPoints<graph::CsrGraph<>> && !HasCutPoints<graph::DirectedCsrGraph<>>);

TEST(CutPoints, EqualTheSlowTwin) {
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::size_t n = seed % 14;
    const auto edges = random_edges(seed, n, (seed / 14) % 20);
    const auto wanted = reference::cut_points_slow(n, edges);
    expect_equal(cut_points(csr(n, edges)), wanted);
    expect_equal(cut_points(BoostGraph(edges.begin(), edges.end(), n)), wanted);
    expect_equal(cut_points(boost_lists(n, edges)), wanted);
    for (std::uint32_t v = 0; v < n; ++v)
      EXPECT_EQ(members_without(csr(n, edges), v), reference::members_without_slow(n, edges, v));
  }
}

// 0 - 1 = 2 - 3    1 and 2 are joined twice; 4 has a loop
//     |
//     4
TEST(CutPoints, ParallelEdgesHoldAndLoopsDoNot) {
  const auto out = cut_points(csr(5, {{0, 1}, {1, 2}, {2, 1}, {2, 3}, {1, 4}, {4, 4}}));
  EXPECT_EQ(out.bridges, (std::vector<Bridge>{{0, 1, 1, 4}, {1, 4, 4, 1}, {2, 3, 4, 1}}));
  EXPECT_EQ(out.points, (std::vector<CutPoint>{{1, {2, 1, 1}}, {2, {3, 1}}}));
}

TEST(CutPoints, OfTheKarateClub) {
  const auto g = csr(testing::classical::karate());
  const auto out = cut_points(g);
  EXPECT_EQ(out.points, (std::vector<CutPoint>{{0, {27, 5, 1}}}));
  EXPECT_EQ(out.bridges, (std::vector<Bridge>{{0, 11, 33, 1}}));
  const auto parts = members_without(g, 0);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[1], (std::vector<std::uint32_t>{4, 5, 6, 10, 16}));
  EXPECT_EQ(parts[2], (std::vector<std::uint32_t>{11}));
}

TEST(CutPoints, OfTheFlorentineFamilies) {
  const auto families = testing::classical::florentine();
  std::vector<std::string> names;
  for (const auto& point : cut_points(csr(families)).points)
    names.push_back(families.names[point.vertex]);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"Albizzi", "Guadagni", "Medici", "Salviati"}));
}

TEST(CutPoints, RenumberingChangesNothing) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    Rng rng(seed);
    const auto n = static_cast<std::uint32_t>(2 + rng.below(30));
    const auto edges = random_edges(seed, n, n + 3);
    std::vector<std::uint32_t> name(n);
    for (std::uint32_t v = 0; v < n; ++v) name[v] = v;
    rng.shuffle(name);
    EdgeList renamed;
    for (const auto& [a, b] : edges) renamed.emplace_back(name[a], name[b]);
    const auto before = cut_points(csr(n, edges));
    const auto after = cut_points(csr(n, renamed));
    ASSERT_EQ(before.points.size(), after.points.size());
    ASSERT_EQ(before.bridges.size(), after.bridges.size());
    for (auto point : before.points) {
      point.vertex = name[point.vertex];
      EXPECT_EQ(std::count(after.points.begin(), after.points.end(), point), 1);
    }
    for (auto bridge : before.bridges) {
      bridge = {name[bridge.a], name[bridge.b], bridge.a_side, bridge.b_side};
      if (bridge.a > bridge.b) bridge = {bridge.b, bridge.a, bridge.b_side, bridge.a_side};
      EXPECT_EQ(std::count(after.bridges.begin(), after.bridges.end(), bridge), 1);
    }
  }
}

TEST(CutPoints, OfAPathOfAMillion) {
  const std::uint32_t n = 1'000'000;
  EdgeList path;
  for (std::uint32_t v = 0; v + 1 < n; ++v) path.emplace_back(v, v + 1);
  const auto out = cut_points(csr(n, path));
  ASSERT_EQ(out.points.size(), n - 2);
  ASSERT_EQ(out.bridges.size(), n - 1);
  EXPECT_EQ(out.points[9], (CutPoint{10, {n - 11, 10}}));
  EXPECT_EQ(out.bridges[9], (Bridge{9, 10, 10, n - 10}));
}

TEST(CutPoints, OfNothing) {
  const auto out = cut_points(graph::CsrGraph<>());
  EXPECT_TRUE(out.points.empty() && out.bridges.empty() && out.component_size.empty());
  EXPECT_TRUE(members_without(csr(1, {{0, 0}}), 0).empty());
  EXPECT_THROW(static_cast<void>(members_without(graph::CsrGraph<>(), 0)), PreconditionError);
}

}  // namespace
}  // namespace coopnet::algo
