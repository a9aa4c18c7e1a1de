// Boost's algorithms run on CsrGraph as they are and find what they find on Boost's own graph.
#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/graph/dense_map.hpp"
#include "coopnet/graph/ranges.hpp"
#include "support/random_edges.hpp"

// These name boost::target() and so need bgl.hpp first.
#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/bipartite.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/clustering_coefficient.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/core_numbers.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/stoer_wagner_min_cut.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/topological_sort.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

namespace coopnet::graph {
namespace {

struct Road {
  int length = 0;
};
using Own = CsrGraph<NoProperty, Road>;
using OwnDirected = DirectedCsrGraph<NoProperty, Road>;
using BoostIndex = boost::property<boost::edge_index_t, std::size_t, Road>;
using Theirs = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                     boost::no_property, BoostIndex>;
using TheirsDirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                             boost::no_property, BoostIndex>;
using Edges = std::vector<testing::RandomEdge>;

template <class G>
G own(std::size_t vertices, const Edges& edges) {
  std::vector<CsrEdge<Road>> list;
  for (const auto& e : edges) list.push_back({e.source, e.target, {e.weight}});
  return G(vertices, list);
}
template <class G>
G theirs(std::size_t vertices, const Edges& edges) {
  G g(vertices);
  std::size_t index = 0;
  for (const auto& e : edges) {
    add_edge(e.source, e.target, BoostIndex(index++, Road{e.weight}), g);
  }
  return g;
}

/// Calls check(own graph, Boost's graph) on many random graphs and names the seed that fails.
template <class O, class T, class Check>
void for_each_graph(bool simple, const Check& check) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const std::size_t vertices = 1 + seed % 15;  // many edges for few, isolated ones for many
    const auto edges = simple ? testing::random_simple_graph(seed, vertices, seed)
                              : testing::random_multigraph(seed, vertices, seed);
    check(own<O>(vertices, edges), theirs<T>(vertices, edges));
  }
}

const auto find_components = [](const auto& g) {
  auto label = make_vertex_map<std::size_t>(g);
  const auto count = boost::connected_components(
      g, label.property_map(), boost::vertex_index_map(get(boost::vertex_index, g)));
  return std::pair(count, std::move(label).take());
};

const auto find_hops = [](const auto& g) {
  auto hops = make_vertex_map<int>(g, -1);
  auto color = make_vertex_map<boost::default_color_type>(g);
  const auto start = *vertices(g).first;
  hops[start] = 0;
  boost::breadth_first_search(g, start,
                              boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                                 hops.property_map(), boost::on_tree_edge())))
                                  .color_map(color.property_map()));
  return std::move(hops).take();
};

const auto find_distances = [](const auto& g) {
  auto distance = make_vertex_map<int>(g);
  boost::dijkstra_shortest_paths(g, *vertices(g).first,
                                 boost::weight_map(get(&Road::length, g))
                                     .distance_map(distance.property_map())
                                     .vertex_index_map(get(boost::vertex_index, g)));
  return std::move(distance).take();
};

const auto find_distances_by_edges = [](const auto& g) {
  auto distance = make_vertex_map<int>(g, std::numeric_limits<int>::max());
  auto parent = make_vertex_map<vertex_t<std::remove_cvref_t<decltype(g)>>>(g);
  distance[*vertices(g).first] = 0;
  const bool done =
      boost::bellman_ford_shortest_paths(g, static_cast<int>(num_vertices(g)),
                                         boost::weight_map(get(&Road::length, g))
                                             .distance_map(distance.property_map())
                                             .predecessor_map(parent.property_map())
                                             .distance_combine(boost::closed_plus<int>()));
  return std::pair(done, std::move(distance).take());
};

const auto find_tree_length = [](const auto& g) {
  std::vector<edge_t<std::remove_cvref_t<decltype(g)>>> tree;
  boost::kruskal_minimum_spanning_tree(
      g, std::back_inserter(tree),
      boost::weight_map(get(&Road::length, g)).vertex_index_map(get(boost::vertex_index, g)));
  int length = 0;
  for (const auto& e : tree) length += g[e].length;
  return std::pair(tree.size(), length);
};

/// The overload that takes all maps, so that paths are counted in double.
const auto find_betweenness = [](const auto& g) {
  using G = std::remove_cvref_t<decltype(g)>;
  auto vertex_score = make_vertex_map<double>(g);
  auto edge_score = make_edge_map<double>(g);
  auto incoming = make_vertex_map<std::vector<edge_t<G>>>(g);
  auto distance = make_vertex_map<int>(g);
  auto dependency = make_vertex_map<double>(g);
  auto paths = make_vertex_map<double>(g);
  boost::brandes_betweenness_centrality(g, vertex_score.property_map(), edge_score.property_map(),
                                        incoming.property_map(), distance.property_map(),
                                        dependency.property_map(), paths.property_map(),
                                        get(boost::vertex_index, g));
  return std::move(vertex_score).take();
};

const auto find_blocks = [](const auto& g) {
  auto block = make_edge_map<std::size_t>(g);
  std::vector<std::size_t> cuts;
  const auto [count, end] =
      boost::biconnected_components(g, block.property_map(), std::back_inserter(cuts),
                                    boost::vertex_index_map(get(boost::vertex_index, g)));
  std::sort(cuts.begin(), cuts.end());
  return std::pair(count, cuts);
};

const auto find_matching_size = [](const auto& g) {
  auto mate = make_vertex_map<vertex_t<std::remove_cvref_t<decltype(g)>>>(g);
  boost::edmonds_maximum_cardinality_matching(g, mate.property_map(), get(boost::vertex_index, g));
  return boost::matching_size(g, mate.property_map(), get(boost::vertex_index, g));
};

const auto find_min_cut = [](const auto& g) {
  return boost::stoer_wagner_min_cut(g, get(&Road::length, g),
                                     boost::vertex_index_map(get(boost::vertex_index, g)));
};

const auto find_strong_components = [](const auto& g) {
  auto label = make_vertex_map<std::size_t>(g);
  const auto count = boost::strong_components(g, label.property_map(),
                                              boost::vertex_index_map(get(boost::vertex_index, g)));
  std::vector<std::vector<bool>> together;  // labels may differ, who is together may not
  for (const auto a : label.values()) {
    together.emplace_back();
    for (const auto b : label.values()) together.back().push_back(a == b);
  }
  return std::pair(count, together);
};

template <class O, class T, class Find>
void expect_same(const Find& find, bool simple) {
  for_each_graph<O, T>(simple, [&](const O& a, const T& b) { EXPECT_EQ(find(a), find(b)); });
}

TEST(BoostAlgorithms, ConnectedComponents) { expect_same<Own, Theirs>(find_components, false); }
TEST(BoostAlgorithms, BreadthFirstSearch) {
  expect_same<Own, Theirs>(find_hops, false);
  expect_same<OwnDirected, TheirsDirected>(find_hops, false);
}
TEST(BoostAlgorithms, DijkstraShortestPaths) {
  expect_same<Own, Theirs>(find_distances, false);
  expect_same<OwnDirected, TheirsDirected>(find_distances, false);
}
TEST(BoostAlgorithms, BellmanFordShortestPaths) {
  expect_same<Own, Theirs>(find_distances_by_edges, false);
  expect_same<OwnDirected, TheirsDirected>(find_distances_by_edges, false);
}
TEST(BoostAlgorithms, KruskalMinimumSpanningTree) {
  expect_same<Own, Theirs>(find_tree_length, false);
}
TEST(BoostAlgorithms, BiconnectedComponents) { expect_same<Own, Theirs>(find_blocks, true); }
TEST(BoostAlgorithms, MaximumCardinalityMatching) {
  expect_same<Own, Theirs>(find_matching_size, true);
}
TEST(BoostAlgorithms, StrongComponents) {
  expect_same<OwnDirected, TheirsDirected>(find_strong_components, false);
}

TEST(BoostAlgorithms, ReverseGraphWalksInEdges) {
  expect_same<OwnDirected, TheirsDirected>(
      [](const auto& g) { return find_hops(boost::make_reverse_graph(g)); }, false);
}

TEST(BoostAlgorithms, StoerWagnerMinimumCut) {
  for_each_graph<Own, Theirs>(true, [](const Own& a, const Theirs& b) {
    if (a.vertex_count() >= 2) {
      EXPECT_EQ(find_min_cut(a), find_min_cut(b));
    }
  });
}

TEST(BoostAlgorithms, IsBipartite) {
  const auto check = [](const auto& g) {
    return boost::is_bipartite(g, get(boost::vertex_index, g));
  };
  expect_same<Own, Theirs>(check, false);
}

TEST(BoostAlgorithms, CoreNumbers) {
  expect_same<Own, Theirs>(
      [](const auto& g) {
        auto core = make_vertex_map<std::size_t>(g);
        boost::core_numbers(g, core.property_map());
        return std::move(core).take();
      },
      true);
}

TEST(BoostAlgorithms, ClusteringCoefficients) {
  expect_same<Own, Theirs>(
      [](const auto& g) {
        std::vector<double> result;
        for (const auto v : vertices_of(g)) {
          result.push_back(boost::clustering_coefficient<double>(g, v));
        }
        return result;
      },
      true);
}

TEST(BoostAlgorithms, BetweennessCentrality) {
  for_each_graph<Own, Theirs>(true, [](const Own& a, const Theirs& b) {
    const auto here = find_betweenness(a);
    const auto there = find_betweenness(b);
    ASSERT_EQ(here.size(), there.size());
    for (std::size_t v = 0; v < here.size(); ++v) EXPECT_NEAR(here[v], there[v], 1e-9);
  });
}

// A chain of diamonds, 0 <1,2> 3 <4,5> 6 ...: each doubles the number of shortest paths, to 2^70
// from end to end, which no integer of 64 bits holds. An inner joint lies on all paths from its
// left to its right and on half of those between the two middles of a diamond beside it; a middle
// lies on half of the paths from its left to its right. Sums of halves and powers of two are exact.
TEST(BoostAlgorithms, BetweennessNeedsPathCountsInDouble) {
  constexpr std::uint32_t diamonds = 70;
  Edges edges;
  for (std::uint32_t joint = 0; joint < 3 * diamonds; joint += 3)
    for (const auto middle : {joint + 1, joint + 2}) {
      edges.push_back({joint, middle, 1});
      edges.push_back({middle, joint + 3, 1});
    }
  const auto score = find_betweenness(own<Own>(3 * diamonds + 1, edges));
  ASSERT_EQ(score.size(), 3 * diamonds + 1);
  for (std::uint32_t d = 0; d <= diamonds; ++d) {
    const double left = 3 * d;
    const double right = 3 * (diamonds - d);
    EXPECT_EQ(score[3 * d], left * right + (d == 0 || d == diamonds ? 0.5 : 1)) << "joint " << d;
    if (d == diamonds) continue;
    const double middle = (left + 1) * (right - 2) / 2;
    EXPECT_EQ(score[3 * d + 1], middle) << "diamond " << d;
    EXPECT_EQ(score[3 * d + 2], middle) << "diamond " << d;
  }
}

TEST(BoostAlgorithms, TopologicalSortPutsEveryEdgeForward) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    auto edges = testing::random_simple_graph(seed, 12, 30);
    for (auto& e : edges) {
      if (e.source > e.target) std::swap(e.source, e.target);
    }
    const auto g = own<OwnDirected>(12, edges);
    std::vector<std::uint32_t> order;
    boost::topological_sort(g, std::back_inserter(order),
                            boost::vertex_index_map(get(boost::vertex_index, g)));
    std::vector<std::size_t> place(12, 99);
    for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;  // last one first
    ASSERT_EQ(order.size(), 12U);
    for (const auto e : edges_of(g)) EXPECT_GT(place[source(e, g)], place[target(e, g)]);
  }
  const auto cycle = own<OwnDirected>(2, {{0, 1, 1}, {1, 0, 1}});
  std::vector<std::uint32_t> order;
  EXPECT_THROW(boost::topological_sort(cycle, std::back_inserter(order)), boost::not_a_dag);
}

TEST(BoostAlgorithms, EmptyGraph) {
  const Own none;
  EXPECT_EQ(find_components(none).first, 0U);
  EXPECT_EQ(find_tree_length(none), std::pair(std::size_t{0}, 0));
  EXPECT_TRUE(find_betweenness(none).empty());
}

// 0 ⟲  1 ── 2   3
TEST(BoostAlgorithms, LoopsAndIsolatedVertices) {
  const auto g = own<Own>(4, {{0, 0, 5}, {1, 2, 4}});
  EXPECT_EQ(find_components(g), std::pair(std::size_t{3}, std::vector<std::size_t>{0, 1, 1, 2}));
  EXPECT_EQ(find_tree_length(g), std::pair(std::size_t{1}, 4));
  EXPECT_EQ(find_hops(g), (std::vector<int>{0, -1, -1, -1}));
}

}  // namespace
}  // namespace coopnet::graph
