#include "coopnet/graph/rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <tuple>
#include <vector>

#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "support/random_edges.hpp"

namespace coopnet::graph {
namespace {

using Edges = std::vector<testing::RandomEdge>;
using Lists = std::vector<std::vector<std::uint32_t>>;

using Csr = CsrGraph<NoProperty, int>;
using DirectedCsr = CsrGraph<NoProperty, int, Direction::directed>;
using Weight = boost::property<boost::edge_weight_t, int>;
template <class Directed>
using Vectors =
    boost::adjacency_list<boost::vecS, boost::vecS, Directed, boost::no_property, Weight>;
template <class Directed>
using Linked = boost::adjacency_list<boost::listS, boost::listS, Directed,
                                     boost::property<boost::vertex_index_t, std::size_t>, Weight>;

template <class G>
G csr(std::size_t n, const Edges& edges) {
  std::vector<typename G::Edge> list;
  for (const auto& e : edges) list.push_back({e.source, e.target, e.weight});
  return G(n, list);
}

template <class Directed>
Vectors<Directed> vectors(std::size_t n, const Edges& edges) {
  Vectors<Directed> g(n);
  for (const auto& e : edges) boost::add_edge(e.source, e.target, Weight(e.weight), g);
  return g;
}

/// The vertices are made in descending order, so that their order is not that of their index.
template <class Directed>
Linked<Directed> linked(std::size_t n, const Edges& edges) {
  Linked<Directed> g;
  std::vector<typename Linked<Directed>::vertex_descriptor> vertex(n);
  for (std::size_t i = n; i-- > 0;) vertex[i] = boost::add_vertex(i, g);
  for (const auto& e : edges)
    boost::add_edge(vertex[e.source], vertex[e.target], Weight(e.weight), g);
  return g;
}

Lists lists(const RowView& view) {
  Lists out;
  for (std::size_t v = 0; v < view.vertex_count(); ++v) {
    out.emplace_back(view.row(v).begin(), view.row(v).end());
    EXPECT_EQ(view.degree(v), out.back().size());
  }
  return out;
}

/// The rows by definition.
Lists expected(std::size_t n, const Edges& edges, bool directed) {
  Lists out(n);
  for (const auto& e : edges) {
    out[e.source].push_back(e.target);
    if (!directed) out[e.target].push_back(e.source);
  }
  for (auto& row : out) std::sort(row.begin(), row.end());
  return out;
}

// 0 === 1 --- 2   3     two edges 0 - 1, a loop at 1, 3 alone
//       o
const Edges drawn{{1, 2, 5}, {0, 1, 7}, {1, 1, 9}, {1, 0, 8}};

TEST(Rows, UndirectedByHand) {
  const Lists rows{{1, 1}, {0, 0, 1, 1, 2}, {1}, {}};
  const auto a = csr<Csr>(4, drawn);
  const auto b = vectors<boost::undirectedS>(4, drawn);
  const auto c = linked<boost::undirectedS>(4, drawn);
  EXPECT_EQ(lists(Rows(a).view()), rows);
  EXPECT_EQ(lists(Rows(b).view()), rows) << "a loop stands twice in its row";
  EXPECT_EQ(lists(Rows(c).view()), rows) << "by the index, not by the order of the vertices";
  EXPECT_FALSE(Rows(b).view().directed);
  EXPECT_EQ(Rows(c).view().arc_count(), 8U);
}

TEST(Rows, DirectedByHandAndTurnedRound) {
  const Lists rows{{1}, {0, 1, 2}, {}, {}};
  const auto a = csr<DirectedCsr>(4, drawn);
  const auto b = vectors<boost::directedS>(4, drawn);
  const auto c = linked<boost::bidirectionalS>(4, drawn);
  EXPECT_EQ(lists(Rows(a).view()), rows);
  EXPECT_EQ(lists(Rows(b).view()), rows);
  EXPECT_EQ(lists(Rows(c).view()), rows);
  EXPECT_TRUE(Rows(a).view().directed);
  const auto back = reversed(Rows(b).view());
  EXPECT_TRUE(back.directed);
  EXPECT_EQ(lists(back.view()), (Lists{{1}, {0, 1}, {1}, {}}));
}

TEST(Rows, TurnedRoundWithTheirValues) {
  const auto g = csr<DirectedCsr>(4, drawn);
  const auto rows = weighted_rows<int>(g, [&](const auto& e) { return g[e]; });
  EXPECT_EQ(rows.values, (std::vector<int>{7, 8, 9, 5})) << "0 - 1, 1 - 0, 1 - 1, 1 - 2";
  const auto back = reversed(rows.rows.view(), std::span<const int>(rows.values));
  EXPECT_EQ(lists(back.rows.view()), (Lists{{1}, {0, 1}, {1}, {}}));
  EXPECT_EQ(back.values, (std::vector<int>{8, 7, 9, 5}));
}

TEST(Rows, NoVertices) {
  EXPECT_EQ(Rows(Csr()).view().vertex_count(), 0U);
  EXPECT_EQ(Rows(Vectors<boost::directedS>()).view().vertex_count(), 0U);
  EXPECT_EQ(OwnedRows().view().vertex_count(), 0U);
  EXPECT_EQ(reversed(OwnedRows().view()).view().vertex_count(), 0U);
}

TEST(Rows, OfACsrGraphAreItsOwn) {
  const auto g = csr<Csr>(4, drawn);
  const Rows rows(g);
  EXPECT_EQ(rows.view().targets.data(), g.targets().data());
  EXPECT_EQ(rows.view().offsets.data(), g.offsets().data());
}

template <class G>
std::vector<int> weights(const G& g) {
  return weighted_rows<int>(g, [&](const auto& e) { return get(boost::edge_weight, g, e); }).values;
}

TEST(Rows, ParallelEdgesKeepTheOrderOfTheGraph) {
  const auto g = csr<Csr>(4, drawn);
  const auto rows = weighted_rows<double>(g, [&](const auto& e) { return 2 * g[e]; });
  EXPECT_EQ(lists(rows.rows.view()), lists(Rows(g).view()));
  EXPECT_EQ(rows.values, (std::vector<double>{14, 16, 14, 16, 18, 18, 10, 10}));
  const std::vector<int> whole{7, 8, 7, 8, 9, 9, 5, 5};
  EXPECT_EQ(weights(vectors<boost::undirectedS>(4, drawn)), whole);
  EXPECT_EQ(weights(linked<boost::undirectedS>(4, drawn)), whole);
}

using Arcs = std::vector<std::tuple<std::uint32_t, std::uint32_t, int>>;

Arcs sorted_arcs(const RowView& rows, const std::vector<int>& values) {
  Arcs out;
  for (std::uint32_t v = 0; v < rows.vertex_count(); ++v)
    for (auto k = rows.offsets[v]; k < rows.offsets[v + 1]; ++k)
      out.emplace_back(v, rows.targets[k], values[k]);
  std::sort(out.begin(), out.end());
  return out;
}

template <class Directed>
void expect_all_classes_alike(std::size_t n, const Edges& edges) {
  constexpr bool directed = std::is_same_v<Directed, boost::directedS>;
  const auto a = csr<std::conditional_t<directed, DirectedCsr, Csr>>(n, edges);
  const auto b = vectors<Directed>(n, edges);
  const auto c = linked<Directed>(n, edges);
  const auto rows = expected(n, edges, directed);
  EXPECT_EQ(lists(Rows(a).view()), rows);
  EXPECT_EQ(lists(Rows(b).view()), rows);
  EXPECT_EQ(lists(Rows(c).view()), rows);
  Arcs arcs;
  for (const auto& e : edges) {
    arcs.emplace_back(e.source, e.target, e.weight);
    if (!directed) arcs.emplace_back(e.target, e.source, e.weight);
  }
  std::sort(arcs.begin(), arcs.end());
  const auto of_a = weighted_rows<int>(a, [&](const auto& e) { return a[e]; });
  EXPECT_EQ(sorted_arcs(of_a.rows.view(), of_a.values), arcs);
  EXPECT_EQ(sorted_arcs(Rows(b).view(), weights(b)), arcs);
  EXPECT_EQ(sorted_arcs(Rows(c).view(), weights(c)), arcs);
  Lists turned(n);
  for (const auto& e : edges) {
    turned[e.target].push_back(e.source);
    if (!directed) turned[e.source].push_back(e.target);
  }
  for (auto& row : turned) std::sort(row.begin(), row.end());
  const auto back = reversed(Rows(b).view());
  EXPECT_EQ(lists(back.view()), turned);
  EXPECT_EQ(lists(reversed(back.view()).view()), rows);
}

TEST(Rows, EveryGraphClassGivesTheSame) {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const auto n = static_cast<std::size_t>(seed % 12 + 1);
    const auto edges = testing::random_multigraph(seed, n, seed % 30);
    expect_all_classes_alike<boost::undirectedS>(n, edges);
    expect_all_classes_alike<boost::directedS>(n, edges);
  }
}

}  // namespace
}  // namespace coopnet::graph
