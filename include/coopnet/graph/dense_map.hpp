#pragma once

#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "coopnet/graph/concepts.hpp"

namespace coopnet::graph {

/// One value for each vertex (or edge) of a graph, in a vector, looked up by descriptor.
///
/// Boost's algorithms copy the property maps they are given, so they get property_map(): a light
/// view that writes into this object, which must outlive it.
///
///     auto distance = make_vertex_map<int>(g, -1);
///     boost::breadth_first_search(g, s, ... distance.property_map() ...);
///     distance[v];
template <class T, class IndexMap>
class DenseMap {
  static_assert(!std::is_same_v<T, bool>, "use std::uint8_t or an enum: bits have no addresses");

 public:
  using key_type = typename boost::property_traits<IndexMap>::key_type;
  using value_type = T;

  DenseMap(std::size_t size, IndexMap index, const T& initial = T())
      : index_(std::move(index)), values_(size, initial) {}

  [[nodiscard]] T& operator[](const key_type& key) { return values_[position(key)]; }
  [[nodiscard]] const T& operator[](const key_type& key) const { return values_[position(key)]; }
  [[nodiscard]] std::size_t size() const { return values_.size(); }

  /// The values by index, and the way to take them out: std::move(map).take().
  [[nodiscard]] std::span<T> values() { return values_; }
  [[nodiscard]] std::span<const T> values() const { return values_; }
  [[nodiscard]] std::vector<T> take() && { return std::move(values_); }

  [[nodiscard]] auto property_map() {
    return boost::iterator_property_map<T*, IndexMap, T, T&>(values_.data(), index_);
  }
  [[nodiscard]] auto property_map() const {
    return boost::iterator_property_map<const T*, IndexMap, T, const T&>(values_.data(), index_);
  }

 private:
  [[nodiscard]] std::size_t position(const key_type& key) const {
    return static_cast<std::size_t>(get(index_, key));
  }

  IndexMap index_;
  std::vector<T> values_;
};

template <class T, IndexedGraph G>
[[nodiscard]] auto make_vertex_map(const G& g, const T& initial = T()) {
  using Map = typename boost::property_map<G, boost::vertex_index_t>::const_type;
  return DenseMap<T, Map>(static_cast<std::size_t>(num_vertices(g)), get(boost::vertex_index, g),
                          initial);
}

template <class T, EdgeIndexedGraph G>
[[nodiscard]] auto make_edge_map(const G& g, const T& initial = T()) {
  using Map = typename boost::property_map<G, boost::edge_index_t>::const_type;
  return DenseMap<T, Map>(static_cast<std::size_t>(num_edges(g)), get(boost::edge_index, g),
                          initial);
}

}  // namespace coopnet::graph
