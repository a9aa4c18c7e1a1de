#include "coopnet/graph/bgl.hpp"

#include <gtest/gtest.h>

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/graph/ranges.hpp"

namespace coopnet::graph {
namespace {

struct Place {
  int number = 0;
  double area = 0.0;
};
struct Road {
  int length = 0;
};
using Undirected = CsrGraph<Place, Road>;
using Directed = DirectedCsrGraph<Place, Road>;
using Plain = CsrGraph<>;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Undirected>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Directed>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Directed>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Directed>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Directed>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Directed>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Plain>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Plain>));

using Vertex = boost::graph_traits<Undirected>::vertex_descriptor;
using Edge = boost::graph_traits<Undirected>::edge_descriptor;
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<Undirected, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Undirected, Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::LvaluePropertyMapConcept<
                      boost::property_map<Undirected, int Place::*>::const_type, Vertex>));
BOOST_CONCEPT_ASSERT((boost::Mutable_LvaluePropertyMapConcept<
                      boost::property_map<Undirected, int Road::*>::type, Edge>));
BOOST_CONCEPT_ASSERT((boost::Mutable_LvaluePropertyMapConcept<
                      boost::property_map<Undirected, boost::vertex_bundle_t>::type, Vertex>));

// The same facts in this library's own words, and the refusals.
static_assert(EdgeIndexedGraph<Undirected>);
static_assert(EdgeIndexedGraph<Directed>);
static_assert(BidirectionalGraph<Undirected>);
static_assert(AdjacencyGraph<Directed>);
static_assert(UndirectedGraph<Undirected> && !UndirectedGraph<Directed>);
static_assert(DirectedGraph<Directed> && !DirectedGraph<Undirected>);
static_assert(ContiguousGraph<Undirected>);
static_assert(IndexedGraph<const Undirected>);
static_assert(boost::is_directed_graph<Directed>::value);
static_assert(boost::is_undirected_graph<Undirected>::value);
static_assert(boost::is_multigraph<Undirected>::value);
static_assert(std::is_same_v<boost::graph_traits<const Directed>::edge_descriptor, Arc>);
static_assert(std::is_same_v<boost::vertex_property_type<Undirected>::type, Place>);
static_assert(std::is_same_v<boost::edge_property_type<Undirected>::type, Road>);
static_assert(std::is_same_v<boost::vertex_bundle_type<Undirected>::type, Place>);
static_assert(std::is_same_v<boost::edge_bundle_type<Undirected>::type, Road>);
static_assert(std::is_same_v<boost::graph_property_type<Undirected>::type, boost::no_property>);
static_assert(std::is_same_v<boost::property_map<const Undirected, int Road::*>::type,
                             boost::property_map<Undirected, int Road::*>::const_type>);

// 0 ── 1 ── 2     3 has no road
template <class G>
G sample() {
  return G(4, std::vector<CsrEdge<Road>>{{1, 2, {7}}, {0, 1, {5}}},
           {{10, 0.5}, {11, 1.5}, {12, 2.5}, {13, 3.5}});
}

TEST(BoostGraph, FunctionsOfTheUndirectedGraph) {
  const auto g = sample<Undirected>();
  EXPECT_EQ(num_vertices(g), 4U);
  EXPECT_EQ(num_edges(g), 2U);
  EXPECT_EQ(vertex(2, g), 2U);
  EXPECT_EQ(degree(1, g), 2U);
  EXPECT_EQ(out_degree(1, g), 2U);
  EXPECT_EQ(in_degree(1, g), 2U);
  EXPECT_EQ(out_degree(3, g), 0U);
  const auto [there, found] = edge(2, 1, g);
  ASSERT_TRUE(found);
  EXPECT_EQ(source(there, g), 2U);
  EXPECT_EQ(target(there, g), 1U);
  EXPECT_EQ(g[there].length, 7);
  EXPECT_FALSE(edge(0, 2, g).second);
  EXPECT_EQ(boost::graph_traits<Undirected>::null_vertex(),
            std::numeric_limits<std::uint32_t>::max());
  for (const auto e : in_edges_of(1, g)) EXPECT_EQ(target(e, g), 1U);
}

TEST(BoostGraph, FunctionsOfTheDirectedGraph) {
  const auto g = sample<Directed>();
  EXPECT_EQ(degree(1, g), 2U);
  EXPECT_EQ(out_degree(1, g), 1U);
  EXPECT_EQ(in_degree(1, g), 1U);
  EXPECT_TRUE(edge(1, 2, g).second);
  EXPECT_FALSE(edge(2, 1, g).second);
  EXPECT_EQ(source(*in_edges(2, g).first, g), 1U);
  EXPECT_EQ(*adjacent_vertices(0, g).first, 1U);
}

TEST(BoostGraph, FunctionsCanBeNamedWithTheirNamespace) {
  const auto g = sample<Undirected>();
  EXPECT_EQ(boost::num_vertices(g), 4U);
  EXPECT_EQ(boost::num_edges(g), 2U);
  const auto e = *boost::out_edges(std::uint32_t{0}, g).first;
  EXPECT_EQ(boost::target(e, g), 1U);
  EXPECT_EQ(boost::source(e, g), 0U);
  EXPECT_EQ(*boost::vertices(g).first, 0U);
  EXPECT_EQ(*boost::edges(g).first, e);
}

TEST(BoostGraph, IndexMapsNumberFromZero) {
  const auto g = sample<Undirected>();
  std::uint32_t next = 0;
  for (const auto e : edges_of(g)) {
    EXPECT_EQ(get(boost::edge_index, g, e), next);
    EXPECT_EQ(get(boost::edge_index, g)[e], next);
    EXPECT_EQ(get(get(boost::edge_index, g), e), next++);
  }
  EXPECT_EQ(next, 2U);
  EXPECT_EQ(get(boost::vertex_index, g, 3), 3U);
  EXPECT_EQ(get(get(boost::vertex_index, g), 3U), 3U);
}

TEST(BoostGraph, BundledPropertiesAreMaps) {
  auto g = sample<Undirected>();
  const auto& fixed = g;
  const Arc e = edge(0, 1, g).first;
  put(get(&Road::length, g), e, 6);
  EXPECT_EQ(get(get(&Road::length, fixed), e), 6);
  get(&Place::area, g)[2] = 9.5;
  EXPECT_EQ(get(&Place::area, fixed)[2], 9.5);
  EXPECT_EQ(get(&Place::number, fixed)[2], 12);
  get(boost::vertex_bundle, g)[3].number = 33;
  EXPECT_EQ(get(boost::vertex_bundle, fixed)[3].number, 33);
  get(boost::edge_bundle, g)[e].length = 8;
  EXPECT_EQ(get(get(boost::edge_bundle, fixed), e).length, 8);
  static_assert(std::is_same_v<decltype(get(&Road::length, fixed)[e]), const int&>);
}

// Where vertices and edges have properties of one type, a member means the vertex, as in Boost.
TEST(BoostGraph, MemberOfASharedTypeBelongsToTheVertex) {
  using Shared = CsrGraph<Road, Road>;
  Shared g(2, std::vector<CsrEdge<Road>>{{0, 1, {5}}}, {{1}, {2}});
  EXPECT_EQ(get(get(&Road::length, g), std::uint32_t{1}), 2);
}

}  // namespace
}  // namespace coopnet::graph
