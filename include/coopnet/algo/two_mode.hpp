#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coopnet/algo/betweenness.hpp"
#include "coopnet/algo/closeness.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/graph/rows.hpp"

/// Centrality and clustering in a graph of two modes (actors and forums), in which every edge joins
/// one of mode 0 and one of mode 1. A vertex has n - 1 others of its own mode and m of the other,
/// and each measure is divided by the most it can be in such a graph:
/// degree       degree / m;
/// closeness    (m + 2 (n - 1)) / sum of distances: the others can be no nearer than 1 and 2;
/// betweenness  betweenness / the largest one, by the formula at max_two_mode_betweenness.
/// Clustering (Robins and Alexander): 4 * cycles of four edges / paths of three edges, the part of
/// the paths that close; the least cycle of a two-mode graph takes the place of the triangle.
///
/// Counts:   parallel edges once. Betweenness over unordered pairs, of both modes; paths of three
///           edges unordered. Nothing where a measure is undefined: degree and betweenness without
///           vertices to reach or to lie between, closeness where a vertex does not reach all
///           others, clustering without paths of three edges.
/// Cost:     degree O(vertices), closeness and betweenness as in their headers; clustering
///           O(sum of degree^2 over the mode where it is smaller).
/// Needs:    a graph without directions, a mode of 0 or 1 for each vertex, every edge between the
///           modes (PreconditionError); fewer than 2^64 paths of three edges.
/// Source:   S. Borgatti, M. Everett, Network analysis of 2-mode data, Social Networks 19(3), 1997,
///           doi:10.1016/S0378-8733(96)00301-2; G. Robins, M. Alexander, Small worlds among
///           interlocking directors, Comput. Math. Organ. Theory 10, 2004,
///           doi:10.1023/B:CMOT.0000032580.12184.c0.
/// Checked by: tests/reference/two_mode_slow.hpp (distances and counts of paths by powers of the
///           matrix; cycles and paths one by one), printed values of NetworkX.
namespace coopnet::algo {

/// A two-mode graph, checked, with parallel edges merged; vertices keep their numbers.
class TwoModeGraph {
 public:
  /// Cost: O(vertices + edges).
  template <graph::IndexedGraph G>
    requires graph::UndirectedGraph<G>
  TwoModeGraph(const G& g, std::span<const std::uint8_t> mode)
      : TwoModeGraph(graph::Rows(g).view(), mode) {}

  TwoModeGraph(const graph::RowView& rows, std::span<const std::uint8_t> mode)
      : mode_(mode.begin(), mode.end()) {
    if (rows.directed) throw PreconditionError("TwoModeGraph: the graph has directions");
    if (mode.size() != rows.vertex_count())
      throw PreconditionError("TwoModeGraph: not one mode for each vertex");
    std::vector<graph::CsrEdge<>> edges;
    for (std::uint32_t v = 0; v < mode.size(); ++v) {
      if (mode[v] > 1) throw PreconditionError("TwoModeGraph: a mode is neither 0 nor 1");
      ++count_[mode[v]];
      std::uint32_t last = v;
      for (const auto w : rows.row(v)) {
        if (mode[v] == mode[w])
          throw PreconditionError("TwoModeGraph: an edge joins vertices " + std::to_string(v) +
                                  " and " + std::to_string(w) + " of one mode");
        if (v < w && w != last) edges.push_back({v, w});
        last = w;
      }
    }
    graph_ = graph::CsrGraph<>(mode.size(), edges);
  }

  [[nodiscard]] const graph::CsrGraph<>& graph() const { return graph_; }
  [[nodiscard]] std::size_t vertex_count() const { return mode_.size(); }
  [[nodiscard]] std::uint8_t mode(std::size_t v) const { return mode_[v]; }
  /// How many vertices are of the mode of v, and how many of the other.
  [[nodiscard]] std::size_t own_count(std::size_t v) const { return count_[mode_[v]]; }
  [[nodiscard]] std::size_t other_count(std::size_t v) const { return count_[1 - mode_[v]]; }

 private:
  graph::CsrGraph<> graph_;
  std::vector<std::uint8_t> mode_;
  std::array<std::size_t, 2> count_{};
};

/// The largest betweenness of a vertex with n - 1 others of its mode and m of the other: it joins
/// m stars, its own mode shared out among them as evenly as can be.
[[nodiscard]] inline double max_two_mode_betweenness(std::size_t n, std::size_t m) {
  if (n == 0 || m == 0) return 0;
  const auto others = static_cast<double>(m);
  const auto s = static_cast<double>((n - 1) / m);  // of its mode in every star
  const auto t = static_cast<double>((n - 1) % m);  // stars with one more
  return (others * others * (s + 1) * (s + 1) + others * (s + 1) * (2 * t - s - 1) -
          t * (2 * s - t + 3)) /
         2;
}

/// By vertex.
[[nodiscard]] inline std::vector<std::optional<double>> two_mode_degree(const TwoModeGraph& g) {
  std::vector<std::optional<double>> out(g.vertex_count());
  for (std::uint32_t v = 0; v < out.size(); ++v)
    if (g.other_count(v) > 0)
      out[v] = static_cast<double>(g.graph().out_degree(v)) / static_cast<double>(g.other_count(v));
  return out;
}

[[nodiscard]] inline std::vector<std::optional<double>> two_mode_closeness(
    const TwoModeGraph& g, const DistanceOptions& options = {}, Progress* progress = nullptr) {
  const auto sums = distance_sums(g.graph(), options, progress);
  std::vector<std::optional<double>> out(sums.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    if (sums.size() < 2 || sums[v].reached != sums.size() - 1) continue;
    const auto least = g.other_count(v) + 2 * (g.own_count(v) - 1);
    out[v] = static_cast<double>(least) / static_cast<double>(sums[v].sum);
  }
  return out;
}

[[nodiscard]] inline std::vector<std::optional<double>> two_mode_betweenness(
    const TwoModeGraph& g, const BetweennessOptions& options = {}, Progress* progress = nullptr) {
  const auto raw = betweenness(g.graph(), options, progress);
  std::vector<std::optional<double>> out(raw.size());
  for (std::size_t v = 0; v < out.size(); ++v) {
    const double most = max_two_mode_betweenness(g.own_count(v), g.other_count(v));
    if (most > 0) out[v] = raw[v] / most;
  }
  return out;
}

struct TwoModeClustering {
  std::uint64_t four_cycles = 0;
  std::uint64_t three_paths = 0;

  [[nodiscard]] std::optional<double> coefficient() const {
    if (three_paths == 0) return std::nullopt;
    return 4 * static_cast<double>(four_cycles) / static_cast<double>(three_paths);
  }
  friend bool operator==(const TwoModeClustering&, const TwoModeClustering&) = default;
};

/// Cycles: two vertices of one mode with c common neighbours are in c (c - 1) / 2. Paths: each edge
/// is the middle of those that continue it at both ends.
[[nodiscard]] inline TwoModeClustering two_mode_clustering(const TwoModeGraph& g,
                                                           Progress* progress = nullptr) {
  const auto n = static_cast<std::uint32_t>(g.vertex_count());
  TwoModeClustering out;
  std::array<std::uint64_t, 2> squares{};  // of the degrees of each mode
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::uint64_t degree = g.graph().out_degree(v);
    squares[g.mode(v)] += degree * degree;
    if (g.mode(v) != 0) continue;
    for (const auto w : g.graph().neighbours(v))
      out.three_paths += (degree - 1) * (g.graph().out_degree(w) - 1);
  }
  const std::uint8_t pairs_of = squares[0] <= squares[1] ? 1 : 0;  // met over the other mode
  std::vector<std::uint32_t> common(n, 0);
  ProgressMeter meter(progress, n);
  constexpr std::uint32_t report_every = 256;
  for (std::uint32_t a = 0; a < n; ++a) {
    if (a % report_every == 0) meter.check();
    if (a % report_every == report_every - 1) meter.advance(report_every);
    if (g.mode(a) != pairs_of) continue;
    for (const auto between : g.graph().neighbours(a))
      for (const auto b : g.graph().neighbours(between)) {
        if (b >= a) break;
        out.four_cycles += common[b]++;  // 0 + 1 + ... + (c - 1)
      }
    for (const auto between : g.graph().neighbours(a))
      for (const auto b : g.graph().neighbours(between)) common[b] = 0;
  }
  return out;
}

}  // namespace coopnet::algo
