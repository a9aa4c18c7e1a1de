#pragma once

// The C library igraph as a peer in benches, where it was found (cmake/CoopnetBench.cmake).
#ifdef COOPNET_WITH_IGRAPH

#include <igraph/igraph.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::bench {

/// A vector of igraph's numbers. Errors of igraph end the program, its default.
class IgraphVector {
 public:
  IgraphVector() { igraph_vector_init(&vector_, 0); }
  explicit IgraphVector(std::span<const double> values) : IgraphVector() {
    for (const auto x : values) igraph_vector_push_back(&vector_, x);
  }
  IgraphVector(const IgraphVector&) = delete;
  IgraphVector& operator=(const IgraphVector&) = delete;
  ~IgraphVector() { igraph_vector_destroy(&vector_); }

  [[nodiscard]] igraph_vector_t* get() { return &vector_; }
  [[nodiscard]] const igraph_vector_t* get() const { return &vector_; }
  [[nodiscard]] std::vector<double> values() const {
    return {vector_.stor_begin, vector_.stor_begin + igraph_vector_size(&vector_)};
  }

 private:
  igraph_vector_t vector_;
};

/// A vector of igraph's integers.
class IgraphIntVector {
 public:
  IgraphIntVector() { igraph_vector_int_init(&vector_, 0); }
  IgraphIntVector(const IgraphIntVector&) = delete;
  IgraphIntVector& operator=(const IgraphIntVector&) = delete;
  ~IgraphIntVector() { igraph_vector_int_destroy(&vector_); }

  [[nodiscard]] igraph_vector_int_t* get() { return &vector_; }
  void push_back(std::size_t x) {
    igraph_vector_int_push_back(&vector_, static_cast<igraph_integer_t>(x));
  }
  [[nodiscard]] std::vector<std::int64_t> values() const {
    return {vector_.stor_begin, vector_.stor_begin + igraph_vector_int_size(&vector_)};
  }

 private:
  igraph_vector_int_t vector_;
};

/// A graph of igraph; its edges keep the order given.
class IgraphGraph {
 public:
  IgraphGraph(std::size_t vertices, std::span<const std::array<std::uint32_t, 2>> edges,
              bool directed = false) {
    IgraphIntVector ends;
    for (const auto& edge : edges)
      for (const auto v : edge) ends.push_back(v);
    igraph_create(&graph_, ends.get(), static_cast<igraph_integer_t>(vertices), directed);
  }
  IgraphGraph(const IgraphGraph&) = delete;
  IgraphGraph& operator=(const IgraphGraph&) = delete;
  ~IgraphGraph() { igraph_destroy(&graph_); }

  [[nodiscard]] const igraph_t* get() const { return &graph_; }

 private:
  igraph_t graph_;
};

}  // namespace coopnet::bench

#endif
