#include "coopnet/graph/csr_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/rng.hpp"
#include "support/random_edges.hpp"

namespace coopnet::graph {
namespace {

struct Cost {
  int value = 0;
  friend bool operator==(Cost, Cost) = default;
};
using Undirected = CsrGraph<int, Cost>;
using Directed = DirectedCsrGraph<int, Cost>;
using Ends = std::pair<std::uint32_t, std::uint32_t>;

template <class G>
G make(std::size_t vertices, const std::vector<testing::RandomEdge>& edges) {
  std::vector<typename G::Edge> list;
  for (const auto& e : edges) list.push_back({e.source, e.target, {e.weight}});
  return G(vertices, list);
}

template <class Iterator>
std::vector<Arc> collect(Iterator first, Iterator last) {
  std::vector<Arc> arcs;
  for (; first != last; ++first) arcs.push_back(*first);
  return arcs;
}
template <class G>
std::vector<Arc> all_edges(const G& g) {
  return collect(g.edges_begin(), g.edges_end());
}

/// (source, target, weight) of all edges, sorted; both ways if undirected.
template <class G>
std::vector<std::tuple<std::uint32_t, std::uint32_t, int>> expected_arcs(
    const std::vector<testing::RandomEdge>& edges, bool reversed) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, int>> arcs;
  for (const auto& e : edges) {
    if (!G::is_directed || !reversed) arcs.emplace_back(e.source, e.target, e.weight);
    if (!G::is_directed || reversed) arcs.emplace_back(e.target, e.source, e.weight);
  }
  std::sort(arcs.begin(), arcs.end());
  return arcs;
}

/// The rows against a plain sorted list of arcs; ids are checked by what they lead to.
template <class G>
void expect_rows(const G& g, const std::vector<testing::RandomEdge>& edges) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, int>> out;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, int>> in;
  for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
    const auto leaving = collect(g.out_begin(v), g.out_end(v));
    const auto entering = collect(g.in_begin(v), g.in_end(v));
    EXPECT_EQ(leaving.size(), g.out_degree(v));
    EXPECT_EQ(entering.size(), g.in_degree(v));
    for (std::size_t i = 0; i < leaving.size(); ++i) {
      EXPECT_EQ(leaving[i].source, v);
      EXPECT_EQ(leaving[i].target, g.neighbours(v)[i]);
      out.emplace_back(v, leaving[i].target, g[leaving[i]].value);
    }
    for (std::size_t i = 0; i < entering.size(); ++i) {
      EXPECT_EQ(entering[i].target, v);
      EXPECT_EQ(entering[i].source, g.in_neighbours(v)[i]);
      in.emplace_back(v, entering[i].source, g[entering[i]].value);
    }
    EXPECT_TRUE(std::is_sorted(g.neighbours(v).begin(), g.neighbours(v).end()));
    EXPECT_TRUE(std::is_sorted(g.in_neighbours(v).begin(), g.in_neighbours(v).end()));
  }
  std::sort(out.begin(), out.end());
  std::sort(in.begin(), in.end());
  EXPECT_EQ(out, expected_arcs<G>(edges, false));
  EXPECT_EQ(in, expected_arcs<G>(edges, true));
}

/// All edges once, ids 0..m-1, in the documented order, with the right property.
template <class G>
void expect_edges(const G& g, const std::vector<testing::RandomEdge>& edges) {
  auto expected = edges;
  for (auto& e : expected) {
    if (!G::is_directed && e.source > e.target) std::swap(e.source, e.target);
  }
  std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) {
    return std::pair(a.source, a.target) < std::pair(b.source, b.target);
  });
  ASSERT_EQ(g.edge_count(), expected.size());
  const auto listed = all_edges(g);
  ASSERT_EQ(listed.size(), expected.size());
  for (std::uint32_t id = 0; id < listed.size(); ++id) {
    EXPECT_EQ(listed[id].id, id);
    EXPECT_EQ(Ends(listed[id].source, listed[id].target),
              Ends(expected[id].source, expected[id].target));
    EXPECT_EQ(g[listed[id]].value, expected[id].weight);
    const Arc again = g.edge(id);
    EXPECT_EQ(Ends(again.source, again.target), Ends(listed[id].source, listed[id].target));
    EXPECT_EQ(again.id, id);
  }
}

template <class G>
void expect_lookup(const G& g) {
  const auto listed = all_edges(g);
  for (std::uint32_t u = 0; u < g.vertex_count(); ++u) {
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
      const auto found = g.find_edge(u, v);
      const auto first = std::find_if(listed.begin(), listed.end(), [&](const Arc& e) {
        return (e.source == u && e.target == v) ||
               (!G::is_directed && e.source == v && e.target == u);
      });
      ASSERT_EQ(found.has_value(), first != listed.end()) << u << " to " << v;
      if (!found) continue;
      EXPECT_EQ(found->id, first->id);
      EXPECT_EQ(Ends(found->source, found->target), Ends(u, v));
    }
  }
}

template <class G>
class CsrGraphTest : public ::testing::Test {};
using Graphs = ::testing::Types<Undirected, Directed>;
TYPED_TEST_SUITE(CsrGraphTest, Graphs);

TYPED_TEST(CsrGraphTest, EqualsAListOfEdgesForManySeeds) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = seed % 14;  // few: loops, parallel edges; many edges or none
    const auto edges = testing::random_multigraph(seed, vertices, seed);
    const auto g = make<TypeParam>(vertices, edges);
    EXPECT_EQ(g.vertex_count(), vertices);
    expect_rows(g, edges);
    expect_edges(g, edges);
    expect_lookup(g);
  }
}

TYPED_TEST(CsrGraphTest, EmptyOnesWork) {
  const TypeParam none;
  EXPECT_EQ(none.vertex_count(), 0U);
  EXPECT_EQ(none.edge_count(), 0U);
  EXPECT_EQ(none.edges_begin(), none.edges_end());
  EXPECT_TRUE(none.is_simple());
  const TypeParam isolated(3, {});
  EXPECT_EQ(isolated.vertex_count(), 3U);
  EXPECT_EQ(isolated.edges_begin(), isolated.edges_end());
  EXPECT_EQ(isolated.out_begin(2), isolated.out_end(2));
  EXPECT_EQ(isolated.in_degree(0), 0U);
  EXPECT_EQ(isolated[1], 0);
}

TYPED_TEST(CsrGraphTest, InputOrderMattersOnlyAmongParallelEdges) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    auto edges = testing::random_simple_graph(seed, 12, 40);
    const auto before = make<TypeParam>(12, edges);
    Rng(seed).shuffle(edges);
    EXPECT_EQ(make<TypeParam>(12, edges), before);
  }
}

TYPED_TEST(CsrGraphTest, KnowsWhetherItIsSimple) {
  EXPECT_TRUE(make<TypeParam>(3, {{0, 1, 1}, {1, 2, 1}}).is_simple());
  EXPECT_FALSE(make<TypeParam>(3, {{0, 1, 1}, {2, 2, 1}}).is_simple());
  EXPECT_FALSE(make<TypeParam>(3, {{0, 1, 1}, {0, 1, 2}}).is_simple());
  // There and back is one undirected edge twice, but two directed ones.
  EXPECT_EQ(make<TypeParam>(3, {{0, 1, 1}, {1, 0, 2}}).is_simple(), TypeParam::is_directed);
}

TYPED_TEST(CsrGraphTest, PropertiesCanBeReadAndChanged) {
  std::vector<typename TypeParam::Edge> edges{{2, 1, {5}}, {0, 1, {3}}};
  TypeParam g(3, edges, {10, 20, 30});
  EXPECT_EQ(g[2], 30);
  g[2] = 31;
  EXPECT_EQ(std::as_const(g)[2], 31);
  const Arc e = g.find_edge(2, 1).value();
  EXPECT_EQ(g[e].value, 5);
  g[e].value = 6;
  EXPECT_EQ(std::as_const(g)[*g.in_begin(1)].value, 3);
  EXPECT_EQ(std::as_const(g)[e].value, 6);
}

TYPED_TEST(CsrGraphTest, RefusesWhatDoesNotFit) {
  using Edges = std::vector<typename TypeParam::Edge>;
  EXPECT_THROW(TypeParam(2, Edges{{0, 2, {}}}), PreconditionError);
  EXPECT_THROW(TypeParam(2, Edges{{2, 0, {}}}), PreconditionError);
  EXPECT_THROW(TypeParam(0, Edges{{0, 0, {}}}), PreconditionError);
  EXPECT_THROW(TypeParam(2, Edges{}, {1}), PreconditionError);
  EXPECT_THROW(TypeParam(2, Edges{}, {1, 2, 3}), PreconditionError);
  EXPECT_THROW(TypeParam(std::size_t{1} << 32, Edges{}), PreconditionError);
  try {
    const TypeParam g(2, Edges{{0, 1, {}}, {1, 9, {}}});
    FAIL() << "vertex 9 of 2 was accepted";
  } catch (const PreconditionError& error) {
    EXPECT_EQ(std::string(error.what()), "CsrGraph: edge 1: vertex 9 is not below 2");
  }
}

TYPED_TEST(CsrGraphTest, ArraysForKernelsAgreeWithTheRows) {
  const auto g = make<TypeParam>(9, testing::random_multigraph(4, 9, 30));
  ASSERT_EQ(g.offsets().size(), 10U);
  EXPECT_EQ(g.targets().size(), g.is_directed ? 30U : 60U);
  EXPECT_EQ(g.edge_ids().size(), g.targets().size());
  for (std::uint32_t v = 0; v < 9; ++v) {
    const auto arcs = collect(g.out_begin(v), g.out_end(v));
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      EXPECT_EQ(g.targets()[g.offsets()[v] + i], arcs[i].target);
      EXPECT_EQ(g.edge_ids()[g.offsets()[v] + i], arcs[i].id);
    }
  }
}

// 0 ── 1 ⟲      the loop stands twice in the row of 1, once in the list of edges
TEST(UndirectedCsrGraph, LoopCountsTwoForTheDegree) {
  const auto g = make<Undirected>(2, {{1, 1, 1}, {0, 1, 1}});
  EXPECT_EQ(g.edge_count(), 2U);
  EXPECT_EQ(g.out_degree(1), 3U);
  EXPECT_EQ(g.in_degree(1), 3U);
  const auto row = g.neighbours(1);
  EXPECT_EQ(std::vector(row.begin(), row.end()), (std::vector<std::uint32_t>{0, 1, 1}));
}

// 0 ⟶ 1 ⟲
TEST(DirectedCsrGraph, LoopCountsOneEachWay) {
  const auto g = make<Directed>(2, {{1, 1, 1}, {0, 1, 1}});
  EXPECT_EQ(g.out_degree(1), 1U);
  EXPECT_EQ(g.in_degree(1), 2U);
  EXPECT_EQ(g.out_degree(0), 1U);
  EXPECT_EQ(g.in_degree(0), 0U);
}

// The budget of the design: 32 bytes an edge, with a kind and a row id as its property.
TEST(CsrGraphMemory, StaysWithin32BytesAnEdge) {
  struct KindAndRow {
    std::uint32_t row;
    std::uint8_t kind;
  };
  constexpr std::size_t vertices = 5000;
  constexpr std::size_t edges = 20000;
  std::vector<CsrEdge<KindAndRow>> list;
  for (const auto& e : testing::random_multigraph(1, vertices, edges)) {
    list.push_back({e.source, e.target, {0, 0}});
  }
  const CsrGraph<NoProperty, KindAndRow> undirected(vertices, list);
  EXPECT_LE(undirected.memory_bytes(), 32 * edges);
  EXPECT_GE(undirected.memory_bytes(), 24 * edges);  // catches an array that is not counted
  const DirectedCsrGraph<NoProperty, KindAndRow> directed(vertices, list);
  EXPECT_LE(directed.memory_bytes(), 32 * edges);
}

TEST(CsrGraphMemory, PropertiesWithoutDataTakeNoRoom) {
  std::vector<CsrEdge<>> list;
  for (const auto& e : testing::random_multigraph(1, 10, 1000))
    list.push_back({e.source, e.target});
  CsrGraph<> g(10, list);
  EXPECT_LE(g.memory_bytes(), 16 * 1000U + 8 * 11U + 2U);
  EXPECT_EQ(&g[0], &g[9]);
  EXPECT_EQ(&g[g.edge(0)], &g[g.edge(999)]);
}

}  // namespace
}  // namespace coopnet::graph
