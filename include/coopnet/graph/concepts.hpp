#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <type_traits>
#include <utility>

namespace boost {
struct adj_list_tag;                // adjacency_list, vertices in a list
struct vec_adj_list_tag;            // adjacency_list, vertices in a vector
struct adjacency_matrix_class_tag;  // adjacency_matrix
}  // namespace boost

/// The words in which this library's generic algorithms say what they need. They describe Boost
/// graphs: any model of the Boost.Graph concepts satisfies them, Boost's own or a user's.
namespace coopnet::graph {

/// True for types whose boost::graph_traits can be asked. That is read off the nested types,
/// because graph_traits<T> does not compile for a T that is no graph; a graph type that
/// specialises graph_traits instead of nesting its types sets this to true.
template <class G>
inline constexpr bool enable_boost_graph = requires {
  typename G::vertex_descriptor;
  typename G::edge_descriptor;
  typename G::directed_category;
  typename G::edge_parallel_category;
  typename G::traversal_category;
};

template <class G>
concept BoostGraph = enable_boost_graph<std::remove_cv_t<G>>;

template <BoostGraph G>
using vertex_t = typename boost::graph_traits<std::remove_cv_t<G>>::vertex_descriptor;
template <BoostGraph G>
using edge_t = typename boost::graph_traits<std::remove_cv_t<G>>::edge_descriptor;

namespace detail {
template <BoostGraph G>
using traits = boost::graph_traits<std::remove_cv_t<G>>;

/// The graph says that it can be walked in this way.
template <class G, class Tag>
concept Walks = BoostGraph<G> && std::convertible_to<typename traits<G>::traversal_category, Tag>;

/// std::pair<void, void> does not compile, so iterators that are absent (void) are refused first.
template <class Pair, class Iterator>
concept PairOf =
    !std::is_void_v<Iterator> && std::convertible_to<Pair, std::pair<Iterator, Iterator>>;

/// The index of something is a number from zero up.
template <class I>
concept Index = std::integral<std::remove_cvref_t<I>>;

template <class G, class... Tags>
concept Tagged =
    requires { typename G::graph_tag; } && (std::same_as<typename G::graph_tag, Tags> || ...);

/// These Boost graphs keep an index among their properties, and asking for one that is not there
/// does not compile; so it is looked up in the list of properties before.
template <class G>
concept VertexIndexCanBeAsked =
    !Tagged<std::remove_cv_t<G>, boost::adj_list_tag> ||
    boost::lookup_one_property<typename boost::vertex_property_type<std::remove_cv_t<G>>::type,
                               boost::vertex_index_t>::found;
template <class G>
concept EdgeIndexCanBeAsked =
    !Tagged<std::remove_cv_t<G>, boost::adj_list_tag, boost::vec_adj_list_tag,
            boost::adjacency_matrix_class_tag> ||
    boost::lookup_one_property<typename boost::edge_property_type<std::remove_cv_t<G>>::type,
                               boost::edge_index_t>::found;
}  // namespace detail

template <class G>
concept UndirectedGraph =
    BoostGraph<G> &&
    std::convertible_to<typename detail::traits<G>::directed_category, boost::undirected_tag>;

template <class G>
concept DirectedGraph =
    BoostGraph<G> &&
    std::convertible_to<typename detail::traits<G>::directed_category, boost::directed_tag>;

template <class G>
concept VertexListGraph = detail::Walks<G, boost::vertex_list_graph_tag> && requires(const G& g) {
  { vertices(g) } -> detail::PairOf<typename detail::traits<G>::vertex_iterator>;
  { num_vertices(g) } -> std::convertible_to<std::size_t>;
};

template <class G>
concept EdgeListGraph =
    detail::Walks<G, boost::edge_list_graph_tag> && requires(const G& g, edge_t<G> e) {
      { edges(g) } -> detail::PairOf<typename detail::traits<G>::edge_iterator>;
      { num_edges(g) } -> std::convertible_to<std::size_t>;
      { source(e, g) } -> std::convertible_to<vertex_t<G>>;
      { target(e, g) } -> std::convertible_to<vertex_t<G>>;
    };

template <class G>
concept IncidenceGraph = detail::Walks<G, boost::incidence_graph_tag> &&
                         requires(const G& g, vertex_t<G> v, edge_t<G> e) {
                           {
                             out_edges(v, g)
                           } -> detail::PairOf<typename detail::traits<G>::out_edge_iterator>;
                           { out_degree(v, g) } -> std::convertible_to<std::size_t>;
                           { source(e, g) } -> std::convertible_to<vertex_t<G>>;
                           { target(e, g) } -> std::convertible_to<vertex_t<G>>;
                         };

template <class G>
concept BidirectionalGraph =
    IncidenceGraph<G> && detail::Walks<G, boost::bidirectional_graph_tag> &&
    requires(const G& g, vertex_t<G> v) {
      { in_edges(v, g) } -> detail::PairOf<typename detail::traits<G>::in_edge_iterator>;
      { in_degree(v, g) } -> std::convertible_to<std::size_t>;
    };

template <class G>
concept AdjacencyGraph =
    detail::Walks<G, boost::adjacency_graph_tag> && requires(const G& g, vertex_t<G> v) {
      { adjacent_vertices(v, g) } -> detail::PairOf<typename detail::traits<G>::adjacency_iterator>;
    };

/// The usual demand of an algorithm: all vertices, the edges at each, and vertices numbered from
/// 0 to num_vertices(g) - 1, so that a vector holds one value a vertex.
template <class G>
concept IndexedGraph = VertexListGraph<G> && IncidenceGraph<G> &&
                       detail::VertexIndexCanBeAsked<G> && requires(const G& g, vertex_t<G> v) {
                         { get(get(boost::vertex_index, g), v) } -> detail::Index;
                       };

/// Also all edges, numbered from 0 to num_edges(g) - 1.
template <class G>
concept EdgeIndexedGraph = IndexedGraph<G> && EdgeListGraph<G> && detail::EdgeIndexCanBeAsked<G> &&
                           requires(const G& g, edge_t<G> e) {
                             { get(get(boost::edge_index, g), e) } -> detail::Index;
                           };

/// A weight of edges: any callable that gives a number for an edge and does not change its mind.
template <class W, class G>
concept EdgeWeight = BoostGraph<G> && std::regular_invocable<const W&, edge_t<G>> &&
                     std::convertible_to<std::invoke_result_t<const W&, edge_t<G>>, double>;

template <class W, class G>
concept VertexWeight = BoostGraph<G> && std::regular_invocable<const W&, vertex_t<G>> &&
                       std::convertible_to<std::invoke_result_t<const W&, vertex_t<G>>, double>;

/// A graph that also shows its compressed rows as plain arrays (CsrGraph): an algorithm can hand
/// these to a kernel instead of walking descriptors.
template <class G>
concept ContiguousGraph = requires(const G& g) {
  { g.offsets() } -> std::convertible_to<std::span<const std::uint32_t>>;
  { g.targets() } -> std::convertible_to<std::span<const std::uint32_t>>;
  { g.edge_ids() } -> std::convertible_to<std::span<const std::uint32_t>>;
};

}  // namespace coopnet::graph
