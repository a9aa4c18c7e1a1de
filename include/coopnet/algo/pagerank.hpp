#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// PageRank: where a walker is found in the long run who goes along an arc with probability
/// `damping`, chosen among those of the vertex by weight, and else jumps to any vertex; from a
/// vertex without a way out it always jumps. Ranks add up to 1.
///
/// Counts:   parallel edges each; an undirected edge is an arc both ways, a loop of an undirected
///           graph two arcs, as in its degree. A weight of zero is no arc.
/// Method:   the ranks x solve  x_v = even + damping * sum of x_u / outdegree_u  over the arcs
///           u -> v, where even = ((1 - damping) + damping * rank of the vertices without a way
///           out) / n. Gauss-Seidel: the equations are solved one after the other for their own
///           vertex, with what the others have by then; `even` is brought up to date after each
///           sweep. Half the sweeps of the usual iteration or less; and being one thread's work in
///           a fixed order it gives the same bytes everywhere.
/// Stops:    when a sweep changes the ranks by no more than `tolerance` (sum of the absolute
///           changes). They are then no farther than tolerance / (1 - damping) from the answer, in
///           the same measure: one more step of the walk moves them by no more than the last sweep
///           did, and a step brings any two distributions nearer by the factor `damping`.
/// Cost:     O(vertices + arcs) a sweep; about 15 sweeps on random graphs, 60 to 80 on paths, grids
///           and others that mix slowly; 24 bytes a vertex, and the arcs once more if they are
///           directed or weighted.
/// Needs:    weights finite and not negative, with finite sums; 0 <= damping < 1.
/// Source:   S. Brin, L. Page, The anatomy of a large-scale hypertextual web search engine,
/// Computer
///           Networks 30, 1998, doi:10.1016/S0169-7552(98)00110-X; Gauss-Seidel: D. Gleich,
///           PageRank beyond the web, SIAM Review 57(3), 2015, doi:10.1137/140976649.
/// Checked by: tests/reference/pagerank_slow.hpp (linear equations, solved by elimination).
namespace coopnet::algo {

struct PageRankOptions {
  double damping = 0.85;
  double tolerance = 1e-12;  ///< largest change by a sweep, all ranks together
  std::uint32_t max_iterations = 1000;
};

struct PageRank {
  std::vector<double> rank;
  std::uint32_t iterations = 0;  ///< sweeps done
  double residual = 0;           ///< change by the last sweep
  bool converged = false;        ///< it was within the tolerance
};

namespace detail {

/// The equations: the arcs into each vertex, and what leaves it.
struct RankEquations {
  graph::OwnedRows turned;     ///< holds the rows `in` of a directed graph
  graph::RowView in;           ///< sources of the arcs into each vertex
  std::vector<double> chance;  ///< of each such arc among those of its source; empty: all alike
  /// Arcs out of each vertex, or 1 for all if they have chances; 0: no way out.
  std::vector<double> leaving;
  std::vector<double> loops;  ///< what part of `leaving` comes back at once

  /// A vertex gives an arc its share of the rank, or that times the chance; a rank has so many.
  [[nodiscard]] double shares(std::size_t v) const { return leaving[v] > 0 ? leaving[v] : 1; }
};

inline void sum_up_weights(const graph::RowView& rows, RankEquations& out) {
  for (std::size_t v = 0; v < rows.vertex_count(); ++v) {
    for (auto i = rows.offsets[v]; i < rows.offsets[v + 1]; ++i) {
      if (!(out.chance[i] >= 0)) throw PreconditionError("pagerank: a weight is negative or NaN");
      out.leaving[v] += out.chance[i];
    }
    if (!std::isfinite(out.leaving[v]))
      throw PreconditionError("pagerank: the weights of a vertex have no finite sum");
  }
}

/// `weights`, if any, one an arc in the order of the rows, which must stay where they are.
[[nodiscard]] inline RankEquations rank_equations(const graph::RowView& rows,
                                                  std::vector<double> weights, bool weighted) {
  RankEquations out;
  const auto n = rows.vertex_count();
  out.chance = std::move(weights);
  out.leaving.resize(n);
  if (weighted)
    sum_up_weights(rows, out);
  else
    for (std::size_t v = 0; v < n; ++v) out.leaving[v] = rows.degree(v);
  out.in = rows;
  if (rows.directed) {
    auto turned = graph::reversed(rows, std::span<const double>(out.chance));
    out.turned = std::move(turned.rows);
    out.chance = std::move(turned.values);
    out.in = out.turned.view();
  }
  out.loops.resize(n);
  for (std::size_t v = 0; v < n; ++v)
    for (auto i = out.in.offsets[v]; i < out.in.offsets[v + 1]; ++i) {
      const auto source = out.in.targets[i];
      if (weighted && out.leaving[source] > 0) out.chance[i] /= out.leaving[source];
      if (source == v) out.loops[v] += weighted ? out.chance[i] : 1.0;
    }
  if (weighted)
    for (auto& sum : out.leaving) sum = sum > 0 ? 1 : 0;
  return out;
}

[[nodiscard]] inline double brought_to(std::size_t v, const RankEquations& system,
                                       const std::vector<double>& share) {
  double sum = 0;
  const auto end = system.in.offsets[v + 1];
  if (system.chance.empty())
    for (auto i = system.in.offsets[v]; i < end; ++i) sum += share[system.in.targets[i]];
  else
    for (auto i = system.in.offsets[v]; i < end; ++i)
      sum += share[system.in.targets[i]] * system.chance[i];
  return sum;
}

struct RankSums {
  double all = 0;
  double stuck = 0;   ///< of the vertices without a way out
  double change = 0;  ///< by the last sweep
};

/// Solves the equation of each vertex for its own share.
inline RankSums sweep_ranks(const RankEquations& system, double damping, double even,
                            std::vector<double>& share) {
  RankSums sums;
  for (std::size_t v = 0; v < share.size(); ++v) {
    const double shares = system.shares(v);
    const double lacking = even + damping * brought_to(v, system, share) - shares * share[v];
    const double step = lacking / (shares - damping * system.loops[v]);
    share[v] += step;
    const double rank = shares * share[v];
    sums.all += rank;
    sums.stuck += system.leaving[v] > 0 ? 0 : rank;
    sums.change += std::abs(shares * step);
  }
  return sums;
}

[[nodiscard]] inline PageRank solve_ranks(const RankEquations& system,
                                          const PageRankOptions& options, Progress* progress) {
  if (!(options.damping >= 0 && options.damping < 1))
    throw PreconditionError("pagerank: the damping must be at least 0 and below 1");
  PageRank out;
  const auto n = system.leaving.size();
  out.converged = n == 0;
  std::vector<double> share(n);  // at first all ranks are 1
  RankSums sums;
  for (std::size_t v = 0; v < n; ++v) {
    share[v] = 1 / system.shares(v);
    sums.all += 1;
    sums.stuck += system.leaving[v] > 0 ? 0 : 1;
  }
  ProgressMeter meter(progress, options.max_iterations);
  while (!out.converged && out.iterations < options.max_iterations) {
    meter.check();
    const double jumping = (1 - options.damping) * sums.all + options.damping * sums.stuck;
    sums = sweep_ranks(system, options.damping, jumping / static_cast<double>(n), share);
    ++out.iterations;
    out.residual = sums.change / sums.all;
    out.converged = out.residual <= options.tolerance;
    meter.advance(1);
  }
  out.rank.resize(n);
  for (std::size_t v = 0; v < n; ++v) out.rank[v] = share[v] * system.shares(v) / sums.all;
  return out;
}

}  // namespace detail

/// Throws PreconditionError if the damping or a weight is not as the header above says;
/// Interrupted.
template <graph::IndexedGraph G>
[[nodiscard]] PageRank pagerank(const G& g, const PageRankOptions& options = {},
                                Progress* progress = nullptr) {
  const graph::Rows rows(g);
  return detail::solve_ranks(detail::rank_equations(rows.view(), {}, false), options, progress);
}

template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
[[nodiscard]] PageRank pagerank(const G& g, const W& weight, const PageRankOptions& options = {},
                                Progress* progress = nullptr) {
  auto arcs = graph::weighted_rows<double>(g, weight);
  return detail::solve_ranks(detail::rank_equations(arcs.rows.view(), std::move(arcs.values), true),
                             options, progress);
}

}  // namespace coopnet::algo
