#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>

namespace coopnet::graph {

/// Descriptor of an edge seen from one end: out_edges(v) gives source == v, in_edges(v) target ==
/// v. Two arcs are the same edge if their ids are equal, whichever way they point.
struct Arc {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t id = 0;
  friend constexpr bool operator==(const Arc& a, const Arc& b) { return a.id == b.id; }
  friend constexpr auto operator<=>(const Arc& a, const Arc& b) { return a.id <=> b.id; }
};

/// Random access iterator over the values at(0), at(1), ... computed by a small copyable `At`.
/// Values are returned by copy, which C++20 allows a random access iterator and C++17 does not:
/// hence the two tags. Compare iterators of one sequence only.
template <class At>
class IndexedIterator {
 public:
  using value_type = typename At::value_type;
  using reference = value_type;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::random_access_iterator_tag;
  /// What operator-> returns: it keeps the value alive for the one access.
  struct pointer {
    value_type value;
    const value_type* operator->() const { return &value; }
  };

  constexpr IndexedIterator() = default;
  constexpr IndexedIterator(At at, std::ptrdiff_t index) : at_(at), index_(index) {}

  constexpr value_type operator*() const { return at_(index_); }
  constexpr pointer operator->() const { return {**this}; }
  constexpr value_type operator[](std::ptrdiff_t n) const { return at_(index_ + n); }

  constexpr IndexedIterator& operator++() { return *this += 1; }
  constexpr IndexedIterator& operator--() { return *this += -1; }
  constexpr IndexedIterator operator++(int) {
    const auto old = *this;
    ++*this;
    return old;
  }
  constexpr IndexedIterator operator--(int) {
    const auto old = *this;
    --*this;
    return old;
  }
  constexpr IndexedIterator& operator+=(std::ptrdiff_t n) {
    index_ += n;
    return *this;
  }
  constexpr IndexedIterator& operator-=(std::ptrdiff_t n) { return *this += -n; }
  friend constexpr IndexedIterator operator+(IndexedIterator it, std::ptrdiff_t n) {
    return it += n;
  }
  friend constexpr IndexedIterator operator+(std::ptrdiff_t n, IndexedIterator it) {
    return it += n;
  }
  friend constexpr IndexedIterator operator-(IndexedIterator it, std::ptrdiff_t n) {
    return it -= n;
  }
  friend constexpr std::ptrdiff_t operator-(const IndexedIterator& a, const IndexedIterator& b) {
    return a.index_ - b.index_;
  }
  friend constexpr bool operator==(const IndexedIterator& a, const IndexedIterator& b) {
    return a.index_ == b.index_;
  }
  friend constexpr auto operator<=>(const IndexedIterator& a, const IndexedIterator& b) {
    return a.index_ <=> b.index_;
  }

 private:
  At at_{};
  std::ptrdiff_t index_ = 0;
};

/// The vertices 0, 1, 2, ...
struct VertexAt {
  using value_type = std::uint32_t;
  constexpr std::uint32_t operator()(std::ptrdiff_t i) const {
    return static_cast<std::uint32_t>(i);
  }
};
using VertexIterator = IndexedIterator<VertexAt>;

/// The arcs that leave (or, if Incoming, enter) one vertex.
template <bool Incoming>
struct ArcAt {
  using value_type = Arc;
  const std::uint32_t* neighbours = nullptr;
  const std::uint32_t* edge_ids = nullptr;
  std::uint32_t vertex = 0;
  constexpr Arc operator()(std::ptrdiff_t i) const {
    return Incoming ? Arc{neighbours[i], vertex, edge_ids[i]}
                    : Arc{vertex, neighbours[i], edge_ids[i]};
  }
};
using OutArcIterator = IndexedIterator<ArcAt<false>>;
using InArcIterator = IndexedIterator<ArcAt<true>>;

/// All edges in ascending id, each once, from its smaller end if the graph is undirected.
/// The edges with ids first_edge[v] .. first_edge[v+1]-1 stand at the end of v's row.
/// A forward iterator that walks the rows: O(1) on average, no table of edge ends is needed.
class EdgeIterator {
 public:
  using value_type = Arc;
  using reference = Arc;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::forward_iterator_tag;
  struct pointer {
    Arc value;
    const Arc* operator->() const { return &value; }
  };

  EdgeIterator() = default;
  EdgeIterator(const std::uint32_t* offsets, const std::uint32_t* first_edge,
               const std::uint32_t* targets, std::uint32_t id, std::uint32_t edges)
      : offsets_(offsets), first_edge_(first_edge), targets_(targets), id_(id), edges_(edges) {
    skip_finished_rows();
  }

  Arc operator*() const {
    const std::uint32_t place = offsets_[source_ + 1] - (first_edge_[source_ + 1] - id_);
    return {source_, targets_[place], id_};
  }
  pointer operator->() const { return {**this}; }
  EdgeIterator& operator++() {
    ++id_;
    skip_finished_rows();
    return *this;
  }
  EdgeIterator operator++(int) {
    const auto old = *this;
    ++*this;
    return old;
  }
  friend bool operator==(const EdgeIterator& a, const EdgeIterator& b) { return a.id_ == b.id_; }

 private:
  void skip_finished_rows() {
    if (id_ == edges_) return;
    while (first_edge_[source_ + 1] <= id_) ++source_;
  }

  const std::uint32_t* offsets_ = nullptr;
  const std::uint32_t* first_edge_ = nullptr;
  const std::uint32_t* targets_ = nullptr;
  std::uint32_t source_ = 0;
  std::uint32_t id_ = 0;
  std::uint32_t edges_ = 0;
};

}  // namespace coopnet::graph
