#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/algo/detail/betweenness_paths.hpp"
#include "coopnet/algo/detail/shortest_paths.hpp"
#include "coopnet/algo/detail/source_blocks.hpp"
#include "coopnet/algo/detail/wide_count.hpp"
#include "coopnet/core/parallel_for.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Betweenness: on how many shortest paths between two others a vertex lies, where a pair with
/// several shortest paths shares out one among them. Exact, for all vertices.
///
/// Counts:   the sum over pairs (s, t) other than v of the share of shortest paths from s to t that
///           pass v; pairs are unordered in an undirected graph, ordered in a directed one. A path
///           is a sequence of edges: parallel edges of equal length make different paths, a loop
///           lies on none. Pairs without a path count nothing.
/// Method:   from each source a search finds the order of distance and the number of shortest paths
///           to each vertex. Backwards in that order, the dependency of the source on v is gathered
///           from the successors of v on shortest paths:
///               dependency(v) = paths(v) * sum over successors w of (1 + dependency(w)) / paths(w)
///           Numbers of paths are doubles; a source with more paths than a double can count is done
///           again with a wider exponent.
/// Cost:     O(vertices * edges) time, unweighted; weighted times the steps of a radix heap. Memory
///           O(vertices + edges) a thread and one number a vertex for each of 16 blocks of sources.
/// Needs:    lengths are integers >= 1, and the distances fit in 64 bits (PreconditionError). Where
///           edges have strengths, exact_lengths.hpp makes lengths of them.
/// Order:    the same bytes for any number of threads.
/// Source:   U. Brandes, A faster algorithm for betweenness centrality, J. Mathematical Sociology
///           25(2), 2001, doi:10.1080/0022250X.2001.9990249; L. Freeman, A set of measures of
///           centrality based on betweenness, Sociometry 40(1), 1977, doi:10.2307/3033543.
/// Checked by: tests/reference/betweenness_slow.hpp (all pairs, exact counts).
namespace coopnet::algo {

struct BetweennessOptions {
  unsigned threads = 0;  ///< 0: one a processor
};

/// The betweenness of the centre of a star, the largest that n vertices allow.
[[nodiscard]] inline double max_betweenness(std::size_t n, bool directed) {
  if (n < 3) return 0;
  const auto others = static_cast<double>(n - 1);
  return others * (others - 1) / (directed ? 1 : 2);
}

namespace detail {

/// The dependencies of the given sources, summed for each vertex.
template <template <class> class Paths>
[[nodiscard]] std::vector<double> dependencies(const typename Paths<double>::Input& input,
                                               std::size_t vertices,
                                               std::span<const std::uint32_t> sources,
                                               unsigned threads, Progress* progress) {
  const auto block_size = source_block(sources.size(), 32);
  std::vector<std::vector<double>> part(chunk_count(sources.size(), block_size));
  ProgressMeter meter(progress, sources.size());
  parallel_for(sources.size(), block_size, threads,
               [&](std::size_t begin, std::size_t end, std::size_t block) {
                 part[block].assign(vertices, 0);
                 Paths<double> paths(input);
                 std::optional<Paths<WideCount>> wide;
                 const auto add = [&](auto& p) {
                   p.add_dependencies(part[block]);
                   p.clean();
                 };
                 for (const auto source : sources.subspan(begin, end - begin)) {
                   meter.check();
                   if (paths.search(source)) {
                     add(paths);
                   } else {
                     paths.clean();
                     if (!wide) wide.emplace(input);
                     if (wide->search(source)) add(*wide);
                   }
                   meter.advance(1);
                 }
               });
  std::vector<double> score(vertices, 0);
  for (const auto& p : part)
    for (std::size_t v = 0; v < vertices; ++v) score[v] += p[v];
  return score;
}

/// From all sources, each pair once.
template <template <class> class Paths>
[[nodiscard]] std::vector<double> betweenness_from_rows(const typename Paths<double>::Input& input,
                                                        const graph::RowView& rows,
                                                        unsigned threads, Progress* progress) {
  std::vector<std::uint32_t> sources(rows.vertex_count());
  std::iota(sources.begin(), sources.end(), 0U);
  auto score = dependencies<Paths>(input, rows.vertex_count(), sources, threads, progress);
  if (!rows.directed)
    for (auto& x : score) x /= 2;  // s to t and t to s
  return score;
}

}  // namespace detail

/// The betweenness of each vertex, every edge one step long. See the top of the file.
template <graph::IndexedGraph G>
[[nodiscard]] std::vector<double> betweenness(const G& g, const BetweennessOptions& options = {},
                                              Progress* progress = nullptr) {
  const graph::Rows rows(g);
  return detail::betweenness_from_rows<detail::HopPaths>(rows.view(), rows.view(), options.threads,
                                                         progress);
}

/// The same with lengths of edges.
template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
[[nodiscard]] std::vector<double> weighted_betweenness(const G& g, const W& length,
                                                       const BetweennessOptions& options = {},
                                                       Progress* progress = nullptr) {
  const auto rows = detail::length_rows(g, length);
  return detail::betweenness_from_rows<detail::LengthPaths>(rows, rows.rows.view(), options.threads,
                                                            progress);
}

}  // namespace coopnet::algo
