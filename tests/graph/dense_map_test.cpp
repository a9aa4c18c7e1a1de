#include "coopnet/graph/dense_map.hpp"

#include <gtest/gtest.h>

#include <boost/concept/assert.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/property_map/property_map.hpp>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/graph/ranges.hpp"

namespace coopnet::graph {
namespace {

using VertexMap = decltype(make_vertex_map<int>(std::declval<const CsrGraph<>&>()));
using View = decltype(std::declval<VertexMap&>().property_map());
using ConstView = decltype(std::declval<const VertexMap&>().property_map());
BOOST_CONCEPT_ASSERT((boost::Mutable_LvaluePropertyMapConcept<View, std::uint32_t>));
BOOST_CONCEPT_ASSERT((boost::LvaluePropertyMapConcept<ConstView, std::uint32_t>));
static_assert(std::is_same_v<boost::property_traits<ConstView>::reference, const int&>);

// 0 ── 1 ── 2
CsrGraph<> path() { return CsrGraph<>(3, std::vector<CsrEdge<>>{{1, 2}, {0, 1}}); }

TEST(DenseMap, HoldsOneValueForEachVertex) {
  const auto g = path();
  auto map = make_vertex_map<int>(g, 7);
  EXPECT_EQ(map.size(), 3U);
  map[1] = 9;
  const auto& fixed = map;
  EXPECT_EQ(fixed[0], 7);
  EXPECT_EQ(fixed[1], 9);
  EXPECT_EQ(fixed.values()[1], 9);
  EXPECT_EQ(std::move(map).take(), (std::vector<int>{7, 9, 7}));
}

TEST(DenseMap, HoldsOneValueForEachEdgeSeenFromEitherEnd) {
  const auto g = path();
  auto map = make_edge_map<double>(g);
  ASSERT_EQ(map.size(), 2U);
  map[edge(1, 2, g).first] = 2.5;
  EXPECT_EQ(map[edge(2, 1, g).first], 2.5);
  EXPECT_EQ(map.values()[1], 2.5);
  EXPECT_EQ(map[edge(0, 1, g).first], 0.0);
}

// An algorithm copies its maps: what it writes must still arrive.
TEST(DenseMap, CopiesOfTheViewWriteIntoTheMap) {
  const auto g = path();
  auto map = make_vertex_map<int>(g);
  const auto view = map.property_map();
  auto copy = view;
  put(copy, 2U, 5);
  copy[0] = 4;
  EXPECT_EQ(map[2], 5);
  EXPECT_EQ(get(view, 0U), 4);
  EXPECT_EQ(get(std::as_const(map).property_map(), 2U), 5);
}

// Here descriptors are pointers to list nodes: only the index map knows their numbers.
TEST(DenseMap, FollowsTheIndexMapOfAnyGraph) {
  using Listed = boost::adjacency_list<boost::vecS, boost::listS, boost::undirectedS,
                                       boost::property<boost::vertex_index_t, std::size_t>>;
  Listed g;
  const auto late = add_vertex(g);
  const auto early = add_vertex(g);
  put(boost::vertex_index, g, late, 1);
  put(boost::vertex_index, g, early, 0);
  auto map = make_vertex_map<int>(g);
  map[late] = 11;
  put(map.property_map(), early, 10);
  EXPECT_EQ(map.values()[0], 10);
  EXPECT_EQ(map.values()[1], 11);
  EXPECT_EQ(vertex_index_of(late, g), 1U);
}

TEST(DenseMap, OfAnEmptyGraphIsEmpty) {
  EXPECT_EQ(make_vertex_map<int>(CsrGraph<>()).size(), 0U);
  EXPECT_EQ(make_edge_map<int>(CsrGraph<>()).size(), 0U);
}

}  // namespace
}  // namespace coopnet::graph
