#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include "coopnet/graph/concepts.hpp"
#include "coopnet/graph/csr_graph.hpp"

/// Makes CsrGraph a Boost graph: VertexListGraph, EdgeListGraph, BidirectionalGraph (so also
/// IncidenceGraph) and AdjacencyGraph, with vertex_index, edge_index, vertex_bundle, edge_bundle
/// and pointers to bundled members as property maps.
///
/// Include this header before the headers of Boost's algorithms: some of them name boost::target()
/// in full, and such a name is looked up where the algorithm is defined. Always pass
/// vertex_index_map(get(boost::vertex_index, g)) where an algorithm takes one. For
/// brandes_betweenness_centrality pass a path count map of double: its default counts in integers,
/// which overflow on a grid of 50 x 50.
namespace coopnet::graph {

/// Property map from an edge to its number.
struct EdgeIndexMap {
  using key_type = Arc;
  using value_type = std::uint32_t;
  using reference = std::uint32_t;
  using category = boost::readable_property_map_tag;
  std::uint32_t operator[](const Arc& e) const { return e.id; }
  friend std::uint32_t get(EdgeIndexMap, const Arc& e) { return e.id; }
};
using VertexIndexMap = boost::typed_identity_property_map<std::uint32_t>;

/// Property map to the bundled property of a vertex or an edge. G can be const.
template <class G, class Key, class Value>
class BundleMap : public boost::put_get_helper<Value&, BundleMap<G, Key, Value>> {
 public:
  using key_type = Key;
  using value_type = std::remove_const_t<Value>;
  using reference = Value&;
  using category = boost::lvalue_property_map_tag;
  BundleMap() = default;
  explicit BundleMap(G& g) : graph_(&g) {}
  reference operator[](const Key& key) const { return (*graph_)[key]; }

 private:
  G* graph_ = nullptr;
};

/// Property map to one member of the bundled property of a vertex or an edge. G can be const.
template <class G, class Key, class Bundle, class Value>
class MemberMap : public boost::put_get_helper<Value&, MemberMap<G, Key, Bundle, Value>> {
 public:
  using key_type = Key;
  using value_type = std::remove_const_t<Value>;
  using reference = Value&;
  using category = boost::lvalue_property_map_tag;
  MemberMap() = default;
  MemberMap(G& g, value_type Bundle::*member) : graph_(&g), member_(member) {}
  reference operator[](const Key& key) const { return (*graph_)[key].*member_; }

 private:
  G* graph_ = nullptr;
  value_type Bundle::*member_ = nullptr;
};

namespace detail {
struct CsrTraversal : virtual boost::bidirectional_graph_tag,
                      virtual boost::adjacency_graph_tag,
                      virtual boost::vertex_list_graph_tag,
                      virtual boost::edge_list_graph_tag {};

/// Which key and bundle a member pointer belongs to; the vertex comes first, as in Boost.
template <class V, class E, class Bundle>
using member_key = std::conditional_t<std::same_as<Bundle, V>, std::uint32_t, Arc>;
template <class V, class E, class Bundle>
concept BundleOf = std::same_as<Bundle, V> || std::same_as<Bundle, E>;
}  // namespace detail

template <class V, class E, Direction D>
inline constexpr bool enable_boost_graph<CsrGraph<V, E, D>> = true;

template <class V, class E, Direction D>
std::uint32_t source(const Arc& e, const CsrGraph<V, E, D>&) {
  return e.source;
}
template <class V, class E, Direction D>
std::uint32_t target(const Arc& e, const CsrGraph<V, E, D>&) {
  return e.target;
}
template <class V, class E, Direction D>
std::size_t num_vertices(const CsrGraph<V, E, D>& g) {
  return g.vertex_count();
}
template <class V, class E, Direction D>
std::size_t num_edges(const CsrGraph<V, E, D>& g) {
  return g.edge_count();
}
template <class V, class E, Direction D>
std::uint32_t vertex(std::size_t n, const CsrGraph<V, E, D>&) {
  return static_cast<std::uint32_t>(n);
}
template <class V, class E, Direction D>
std::pair<VertexIterator, VertexIterator> vertices(const CsrGraph<V, E, D>& g) {
  return {VertexIterator({}, 0), VertexIterator({}, static_cast<std::ptrdiff_t>(g.vertex_count()))};
}
template <class V, class E, Direction D>
std::pair<EdgeIterator, EdgeIterator> edges(const CsrGraph<V, E, D>& g) {
  return {g.edges_begin(), g.edges_end()};
}
template <class V, class E, Direction D>
std::pair<OutArcIterator, OutArcIterator> out_edges(std::uint32_t v, const CsrGraph<V, E, D>& g) {
  return {g.out_begin(v), g.out_end(v)};
}
template <class V, class E, Direction D>
std::pair<InArcIterator, InArcIterator> in_edges(std::uint32_t v, const CsrGraph<V, E, D>& g) {
  return {g.in_begin(v), g.in_end(v)};
}
template <class V, class E, Direction D>
std::pair<const std::uint32_t*, const std::uint32_t*> adjacent_vertices(
    std::uint32_t v, const CsrGraph<V, E, D>& g) {
  const auto row = g.neighbours(v);
  return {row.data(), row.data() + row.size()};
}
template <class V, class E, Direction D>
std::size_t out_degree(std::uint32_t v, const CsrGraph<V, E, D>& g) {
  return g.out_degree(v);
}
template <class V, class E, Direction D>
std::size_t in_degree(std::uint32_t v, const CsrGraph<V, E, D>& g) {
  return g.in_degree(v);
}
template <class V, class E, Direction D>
std::size_t degree(std::uint32_t v, const CsrGraph<V, E, D>& g) {
  return g.is_directed ? g.out_degree(v) + g.in_degree(v) : g.out_degree(v);
}
/// The edge from u to v with the smallest number, and whether there is one.
template <class V, class E, Direction D>
std::pair<Arc, bool> edge(std::uint32_t u, std::uint32_t v, const CsrGraph<V, E, D>& g) {
  const auto found = g.find_edge(u, v);
  return {found.value_or(Arc{}), found.has_value()};
}

template <class V, class E, Direction D>
VertexIndexMap get(boost::vertex_index_t, const CsrGraph<V, E, D>&) {
  return {};
}
template <class V, class E, Direction D>
std::uint32_t get(boost::vertex_index_t, const CsrGraph<V, E, D>&, std::uint32_t v) {
  return v;
}
template <class V, class E, Direction D>
EdgeIndexMap get(boost::edge_index_t, const CsrGraph<V, E, D>&) {
  return {};
}
template <class V, class E, Direction D>
std::uint32_t get(boost::edge_index_t, const CsrGraph<V, E, D>&, const Arc& e) {
  return e.id;
}
template <class V, class E, Direction D>
auto get(boost::vertex_bundle_t, CsrGraph<V, E, D>& g) {
  return BundleMap<CsrGraph<V, E, D>, std::uint32_t, V>(g);
}
template <class V, class E, Direction D>
auto get(boost::vertex_bundle_t, const CsrGraph<V, E, D>& g) {
  return BundleMap<const CsrGraph<V, E, D>, std::uint32_t, const V>(g);
}
template <class V, class E, Direction D>
auto get(boost::edge_bundle_t, CsrGraph<V, E, D>& g) {
  return BundleMap<CsrGraph<V, E, D>, Arc, E>(g);
}
template <class V, class E, Direction D>
auto get(boost::edge_bundle_t, const CsrGraph<V, E, D>& g) {
  return BundleMap<const CsrGraph<V, E, D>, Arc, const E>(g);
}
template <class T, class Bundle, class V, class E, Direction D>
  requires detail::BundleOf<V, E, Bundle>
auto get(T Bundle::*member, CsrGraph<V, E, D>& g) {
  return MemberMap<CsrGraph<V, E, D>, detail::member_key<V, E, Bundle>, Bundle, T>(g, member);
}
template <class T, class Bundle, class V, class E, Direction D>
  requires detail::BundleOf<V, E, Bundle>
auto get(T Bundle::*member, const CsrGraph<V, E, D>& g) {
  using Graph = const CsrGraph<V, E, D>;
  return MemberMap<Graph, detail::member_key<V, E, Bundle>, Bundle, const T>(g, member);
}

}  // namespace coopnet::graph

namespace boost {

template <class V, class E, coopnet::graph::Direction D>
struct graph_traits<coopnet::graph::CsrGraph<V, E, D>> {
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = coopnet::graph::Arc;
  using vertex_iterator = coopnet::graph::VertexIterator;
  using edge_iterator = coopnet::graph::EdgeIterator;
  using out_edge_iterator = coopnet::graph::OutArcIterator;
  using in_edge_iterator = coopnet::graph::InArcIterator;
  using adjacency_iterator = const std::uint32_t*;
  using directed_category = std::conditional_t<D == coopnet::graph::Direction::directed,
                                               bidirectional_tag, undirected_tag>;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = coopnet::graph::detail::CsrTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return std::numeric_limits<std::uint32_t>::max(); }
};
template <class V, class E, coopnet::graph::Direction D>
struct graph_traits<const coopnet::graph::CsrGraph<V, E, D>>
    : graph_traits<coopnet::graph::CsrGraph<V, E, D>> {};

template <class V, class E, coopnet::graph::Direction D>
struct vertex_property_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = V;
};
template <class V, class E, coopnet::graph::Direction D>
struct edge_property_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = E;
};
template <class V, class E, coopnet::graph::Direction D>
struct graph_property_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = no_property;
};
template <class V, class E, coopnet::graph::Direction D>
struct vertex_bundle_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = V;
};
template <class V, class E, coopnet::graph::Direction D>
struct edge_bundle_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = E;
};
template <class V, class E, coopnet::graph::Direction D>
struct graph_bundle_type<coopnet::graph::CsrGraph<V, E, D>> {
  using type = no_property;
};

/// What get(property, g) returns, for a graph that can be changed and for one that cannot.
template <class V, class E, coopnet::graph::Direction D, class Property>
struct property_map<coopnet::graph::CsrGraph<V, E, D>, Property> {
  using Graph = coopnet::graph::CsrGraph<V, E, D>;
  using type = decltype(get(std::declval<Property>(), std::declval<Graph&>()));
  using const_type = decltype(get(std::declval<Property>(), std::declval<const Graph&>()));
};
template <class V, class E, coopnet::graph::Direction D, class Property>
struct property_map<const coopnet::graph::CsrGraph<V, E, D>, Property> {
  using const_type = typename property_map<coopnet::graph::CsrGraph<V, E, D>, Property>::const_type;
  using type = const_type;
};

// For algorithms that name these functions with their namespace.
using coopnet::graph::adjacent_vertices;
using coopnet::graph::degree;
using coopnet::graph::edge;
using coopnet::graph::edges;
using coopnet::graph::in_degree;
using coopnet::graph::in_edges;
using coopnet::graph::num_edges;
using coopnet::graph::num_vertices;
using coopnet::graph::out_degree;
using coopnet::graph::out_edges;
using coopnet::graph::source;
using coopnet::graph::target;
using coopnet::graph::vertex;
using coopnet::graph::vertices;

}  // namespace boost
