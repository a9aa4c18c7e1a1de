#include "coopnet/graph/concepts.hpp"

#include <gtest/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

// Archetypes have what a concept says and nothing else: an algorithm that compiles with them asks
// for no more. Each lies in a namespace of its own, so that its functions are found by ADL alone.
namespace archetype {

struct Vertex {
  friend bool operator==(Vertex, Vertex) = default;
};
struct Edge {
  friend bool operator==(Edge, Edge) = default;
};
struct VertexNumber {};
struct EdgeNumber {};
inline unsigned short get(VertexNumber, Vertex) { return 0; }
inline unsigned short get(EdgeNumber, Edge) { return 0; }

template <class Traversal>
struct Types {
  using vertex_descriptor = Vertex;
  using edge_descriptor = Edge;
  using directed_category = boost::directed_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  using traversal_category = Traversal;
};

struct BothTags : virtual boost::vertex_list_graph_tag, virtual boost::incidence_graph_tag {};
struct AllTags : BothTags, virtual boost::edge_list_graph_tag {};
struct BackTags : virtual boost::bidirectional_graph_tag {};

struct VertexList : Types<boost::vertex_list_graph_tag> {
  using vertex_iterator = const Vertex*;
  using vertices_size_type = unsigned char;
};
std::pair<const Vertex*, const Vertex*> vertices(const VertexList&);
unsigned char num_vertices(const VertexList&);

struct EdgeList : Types<boost::edge_list_graph_tag> {
  using edge_iterator = const Edge*;
  using edges_size_type = unsigned char;
};
std::pair<const Edge*, const Edge*> edges(const EdgeList&);
unsigned char num_edges(const EdgeList&);
Vertex source(Edge, const EdgeList&);
Vertex target(Edge, const EdgeList&);

struct Incidence : Types<boost::incidence_graph_tag> {
  using out_edge_iterator = const Edge*;
  using degree_size_type = unsigned char;
};
std::pair<const Edge*, const Edge*> out_edges(Vertex, const Incidence&);
unsigned char out_degree(Vertex, const Incidence&);
Vertex source(Edge, const Incidence&);
Vertex target(Edge, const Incidence&);

struct Bidirectional : Types<BackTags> {
  using out_edge_iterator = const Edge*;
  using in_edge_iterator = const Edge*;
  using degree_size_type = unsigned char;
};
std::pair<const Edge*, const Edge*> out_edges(Vertex, const Bidirectional&);
std::pair<const Edge*, const Edge*> in_edges(Vertex, const Bidirectional&);
unsigned char out_degree(Vertex, const Bidirectional&);
unsigned char in_degree(Vertex, const Bidirectional&);
Vertex source(Edge, const Bidirectional&);
Vertex target(Edge, const Bidirectional&);

struct Adjacency : Types<boost::adjacency_graph_tag> {
  using adjacency_iterator = const Vertex*;
};
std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex, const Adjacency&);

struct Unindexed : Types<BothTags> {
  using vertex_iterator = const Vertex*;
  using out_edge_iterator = const Edge*;
  using vertices_size_type = unsigned char;
  using degree_size_type = unsigned char;
};
std::pair<const Vertex*, const Vertex*> vertices(const Unindexed&);
unsigned char num_vertices(const Unindexed&);
std::pair<const Edge*, const Edge*> out_edges(Vertex, const Unindexed&);
unsigned char out_degree(Vertex, const Unindexed&);
Vertex source(Edge, const Unindexed&);
Vertex target(Edge, const Unindexed&);

struct Indexed : Unindexed {};
VertexNumber get(boost::vertex_index_t, const Indexed&);

struct EdgeIndexed : Types<AllTags> {
  using vertex_iterator = const Vertex*;
  using out_edge_iterator = const Edge*;
  using edge_iterator = const Edge*;
  using vertices_size_type = unsigned char;
  using edges_size_type = unsigned char;
  using degree_size_type = unsigned char;
};
std::pair<const Vertex*, const Vertex*> vertices(const EdgeIndexed&);
unsigned char num_vertices(const EdgeIndexed&);
std::pair<const Edge*, const Edge*> edges(const EdgeIndexed&);
unsigned char num_edges(const EdgeIndexed&);
std::pair<const Edge*, const Edge*> out_edges(Vertex, const EdgeIndexed&);
unsigned char out_degree(Vertex, const EdgeIndexed&);
Vertex source(Edge, const EdgeIndexed&);
Vertex target(Edge, const EdgeIndexed&);
VertexNumber get(boost::vertex_index_t, const EdgeIndexed&);
EdgeNumber get(boost::edge_index_t, const EdgeIndexed&);

/// Says that it lists its vertices, and has no such function.
struct Boaster : Types<boost::vertex_list_graph_tag> {};

/// Has the functions but does not name its iterator, which boost::graph_traits then calls void.
struct Nameless : Types<boost::vertex_list_graph_tag> {};
std::pair<const Vertex*, const Vertex*> vertices(const Nameless&);
unsigned char num_vertices(const Nameless&);

/// Numbers its vertices by words.
struct Worded : Unindexed {};
struct WordMap {};
std::string get(WordMap, Vertex);
WordMap get(boost::vertex_index_t, const Worded&);

/// Has no nested types at all; graph_traits is specialised below.
struct Foreign {};
std::pair<const Vertex*, const Vertex*> vertices(const Foreign&);
unsigned char num_vertices(const Foreign&);

}  // namespace archetype

template <>
struct boost::graph_traits<archetype::Foreign> : boost::graph_traits<archetype::VertexList> {};
template <>
inline constexpr bool coopnet::graph::enable_boost_graph<archetype::Foreign> = true;

namespace coopnet::graph {
namespace {

static_assert(VertexListGraph<archetype::VertexList> && !EdgeListGraph<archetype::VertexList>);
static_assert(EdgeListGraph<archetype::EdgeList> && !VertexListGraph<archetype::EdgeList>);
static_assert(IncidenceGraph<archetype::Incidence> && !BidirectionalGraph<archetype::Incidence>);
static_assert(BidirectionalGraph<archetype::Bidirectional>);
static_assert(IncidenceGraph<archetype::Bidirectional> &&
              !AdjacencyGraph<archetype::Bidirectional>);
static_assert(AdjacencyGraph<archetype::Adjacency> && !IncidenceGraph<archetype::Adjacency>);
static_assert(IndexedGraph<archetype::Indexed> && !EdgeIndexedGraph<archetype::Indexed>);
static_assert(EdgeIndexedGraph<archetype::EdgeIndexed>);
static_assert(VertexListGraph<archetype::Foreign>);
static_assert(DirectedGraph<archetype::Indexed> && !UndirectedGraph<archetype::Indexed>);

static_assert(BoostGraph<archetype::Nameless> && !VertexListGraph<archetype::Nameless>);
static_assert(BoostGraph<archetype::Boaster> && !VertexListGraph<archetype::Boaster>);
static_assert(VertexListGraph<archetype::Unindexed> && IncidenceGraph<archetype::Unindexed>);
static_assert(!IndexedGraph<archetype::Unindexed>);
static_assert(VertexListGraph<archetype::Worded> && !IndexedGraph<archetype::Worded>);

// What is no graph is refused, and does not stop the compiler.
static_assert(!BoostGraph<int>);
static_assert(!BoostGraph<std::vector<int>>);
static_assert(!IndexedGraph<std::vector<int>> && !EdgeListGraph<std::string>);
static_assert(!UndirectedGraph<int> && !DirectedGraph<int*>);
static_assert(!EdgeWeight<int, std::vector<int>> && !VertexWeight<int, int>);
static_assert(!ContiguousGraph<std::vector<int>>);

// Boost's own graphs.
using Lists = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
using IndexedLists =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property,
                          boost::property<boost::edge_index_t, std::size_t>>;
using Linked = boost::adjacency_list<boost::listS, boost::listS, boost::directedS>;
using IndexedLinked = boost::adjacency_list<boost::listS, boost::listS, boost::directedS,
                                            boost::property<boost::vertex_index_t, std::size_t>>;
using Matrix = boost::adjacency_matrix<boost::undirectedS>;
using Rows = boost::compressed_sparse_row_graph<boost::directedS>;
static_assert(IndexedGraph<Lists> && UndirectedGraph<Lists> && AdjacencyGraph<Lists>);
static_assert(IndexedGraph<const Lists> && BidirectionalGraph<Lists>);
static_assert(EdgeIndexedGraph<IndexedLists> && DirectedGraph<IndexedLists>);
static_assert(BidirectionalGraph<IndexedLists>);
static_assert(VertexListGraph<Linked> && !IndexedGraph<Linked> && !BidirectionalGraph<Linked>);
static_assert(IndexedGraph<IndexedLinked>);
static_assert(IndexedGraph<Matrix> && UndirectedGraph<Matrix>);
// Without an index among the properties: refused, not an error.
static_assert(!EdgeIndexedGraph<Lists> && !EdgeIndexedGraph<Matrix>);
static_assert(!EdgeIndexedGraph<const Lists> && !IndexedGraph<const Linked>);
static_assert(EdgeIndexedGraph<Rows> && DirectedGraph<Rows> && !ContiguousGraph<Rows>);

// A weight is called with an edge and gives a number.
struct Length {
  double operator()(edge_t<Lists>) const { return 1.0; }
};
struct Name {
  std::string operator()(edge_t<Lists>) const { return {}; }
};
struct Counter {
  int operator()(edge_t<Lists>) { return ++calls; }  // not const: changes its mind
  int calls = 0;
};
static_assert(EdgeWeight<Length, Lists> && !EdgeWeight<Name, Lists> && !EdgeWeight<Counter, Lists>);
static_assert(!EdgeWeight<Length, archetype::Indexed> && !VertexWeight<Length, Lists>);
static_assert(VertexWeight<int (*)(std::size_t), Lists>);

/// Sums a weight with the words of the concepts only.
template <IndexedGraph G, EdgeWeight<G> W>
double strength(const G& g, vertex_t<G> v, const W& weight) {
  double total = 0.0;
  for (auto [it, end] = out_edges(v, g); it != end; ++it) total += weight(*it);
  return total;
}

TEST(Concepts, ConstrainAnAlgorithmThatTakesBoostGraphs) {
  Lists g(3);
  add_edge(0, 1, g);
  add_edge(0, 2, g);
  EXPECT_EQ(strength(g, 0, [](const auto&) { return 2; }), 4.0);
  EXPECT_EQ(strength(g, 1, Length{}), 1.0);
}

}  // namespace
}  // namespace coopnet::graph
