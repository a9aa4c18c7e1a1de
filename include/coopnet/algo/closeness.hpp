#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

#include "coopnet/algo/detail/bit_search.hpp"
#include "coopnet/algo/detail/shortest_paths.hpp"
#include "coopnet/algo/detail/source_blocks.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/parallel_for.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Closeness: how near a vertex is to the others. Exact distances between all vertices, of which
/// only the sums for each vertex are kept.
///
/// Counts:   the distances from v to every other vertex that a path leads to, along the edges.
///           Closeness is (n - 1) / sum of distances and is left undefined where a vertex is not
///           reached; harmonic closeness is the sum of 1 / distance, an unreached vertex giving 0.
/// Method:   unweighted, a search for 512 vertices at once (detail/bit_search.hpp); weighted, one
///           search with a radix heap from each vertex.
/// Cost:     unweighted O(vertices * edges) steps at worst, which 512 bits share; memory 192 bytes
/// a
///           vertex for each thread and 24 for each of 16 blocks. Weighted O(vertices * edges)
///           steps of a radix heap.
/// Needs:    lengths are integers >= 1; distances and their sums fit in 64 bits
/// (PreconditionError). Order:    the same bytes for any number of threads. Source:   A. Bavelas,
/// Communication patterns in task-oriented groups, J. Acoustical Society of
///           America 22, 1950, doi:10.1121/1.1906679; Y. Rochat, Closeness centrality extended to
///           unconnected graphs: the harmonic centrality index, ASNA 2009.
/// Checked by: tests/reference/closeness_slow.hpp (all distances, by relaxing edges).
namespace coopnet::algo {

struct DistanceSums {
  std::uint32_t reached = 0;  ///< other vertices that a path leads to
  std::uint64_t sum = 0;      ///< of the distances to them
  double harmonic = 0;        ///< sum of 1 / distance
  friend bool operator==(const DistanceSums&, const DistanceSums&) = default;
};

struct DistanceOptions {
  unsigned threads = 0;  ///< 0: one a processor
};

/// (n - 1) / sum of distances, among n vertices; nothing if some of the others are not reached or
/// there are none.
[[nodiscard]] inline std::optional<double> closeness(const DistanceSums& sums, std::size_t n) {
  if (n < 2 || sums.reached != n - 1) return std::nullopt;
  return static_cast<double>(n - 1) / static_cast<double>(sums.sum);
}

/// The mean of 1 / distance over the n - 1 others; nothing if there are none.
[[nodiscard]] inline std::optional<double> normalised_harmonic(const DistanceSums& sums,
                                                               std::size_t n) {
  if (n < 2) return std::nullopt;
  return sums.harmonic / static_cast<double>(n - 1);
}

namespace detail {

[[nodiscard]] inline std::vector<DistanceSums> distance_sums_of_rows(const graph::RowView& rows,
                                                                     const graph::RowView& backward,
                                                                     unsigned threads,
                                                                     Progress* progress) {
  const std::size_t n = rows.vertex_count();
  std::vector<std::uint32_t> targets(n);
  std::iota(targets.begin(), targets.end(), 0U);
  const auto batches = chunk_count(n, Bits::size);
  const auto block_size = source_block(batches, 1);
  std::vector<std::vector<DistanceSums>> part(chunk_count(batches, block_size));
  ProgressMeter meter(progress, batches);
  parallel_for(batches, block_size, threads,
               [&](std::size_t begin, std::size_t end, std::size_t block) {
                 auto& sums = part[block];
                 sums.resize(n);
                 BitSearch search(rows, backward);
                 for (auto batch = begin; batch < end; ++batch) {
                   meter.check();
                   const auto first = batch * Bits::size;
                   search.run(std::span(targets).subspan(first, std::min(Bits::size, n - first)),
                              [&](std::uint32_t v, std::uint32_t distance, std::uint32_t met) {
                                sums[v].reached += met;
                                sums[v].sum += std::uint64_t{distance} * met;
                                sums[v].harmonic += static_cast<double>(met) / distance;
                              });
                   meter.advance(1);
                 }
               });
  std::vector<DistanceSums> out(n);
  for (const auto& sums : part)
    for (std::size_t v = 0; v < n; ++v) {
      out[v].reached += sums[v].reached;
      out[v].sum += sums[v].sum;
      out[v].harmonic += sums[v].harmonic;
    }
  return out;
}

/// From the source of a finished search.
[[nodiscard]] inline DistanceSums sums_of(const LengthSearch& search) {
  DistanceSums out;
  for (const auto w : search.order().subspan(1)) {
    const auto distance = search.distance(w);
    if (out.sum > std::numeric_limits<std::uint64_t>::max() - distance)
      throw PreconditionError("distance sums: a sum does not fit in 64 bits");
    ++out.reached;
    out.sum += distance;
    out.harmonic += 1 / static_cast<double>(distance);
  }
  return out;
}

[[nodiscard]] inline std::vector<DistanceSums> distance_sums_of_lengths(const LengthRows& rows,
                                                                        unsigned threads,
                                                                        Progress* progress) {
  std::vector<DistanceSums> out(rows.rows.view().vertex_count());
  ProgressMeter meter(progress, out.size());
  parallel_for(out.size(), source_block(out.size(), 32), threads,
               [&](std::size_t begin, std::size_t end, std::size_t) {
                 LengthSearch search(rows);
                 const auto nothing = [](auto...) {};
                 for (auto v = begin; v < end; ++v) {
                   meter.check();
                   search.run(static_cast<std::uint32_t>(v), nothing, nothing, nothing);
                   out[v] = sums_of(search);
                   search.clean();
                   meter.advance(1);
                 }
               });
  return out;
}

}  // namespace detail

/// The distances from each vertex to all others, every edge one step long. See the top of the file.
template <graph::IndexedGraph G>
[[nodiscard]] std::vector<DistanceSums> distance_sums(const G& g,
                                                      const DistanceOptions& options = {},
                                                      Progress* progress = nullptr) {
  const graph::Rows rows(g);
  if (!rows.view().directed)
    return detail::distance_sums_of_rows(rows.view(), rows.view(), options.threads, progress);
  const auto backward = graph::reversed(rows.view());
  return detail::distance_sums_of_rows(rows.view(), backward.view(), options.threads, progress);
}

/// The same with lengths of edges.
template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
[[nodiscard]] std::vector<DistanceSums> weighted_distance_sums(const G& g, const W& length,
                                                               const DistanceOptions& options = {},
                                                               Progress* progress = nullptr) {
  return detail::distance_sums_of_lengths(detail::length_rows(g, length), options.threads,
                                          progress);
}

}  // namespace coopnet::algo
