#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/algo/detail/flow_verdict.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/ranges.hpp"

/// Minimum-cost flow: the cheapest way to carry every node's supply away through arcs with lower
/// and upper bounds; and its dense special cases, transport and assignment from a cost matrix.
///
/// Counts:   flow[a] in [lower, upper] of each arc with, at every node, outflow - inflow = supply
///           (negative: a demand); total = sum of cost * flow. All numbers are integers and exact.
/// Method:   primal network simplex. A spanning tree carries the flow that is strictly between its
///           bounds; an arc outside of it that would lower the cost enters and pushes flow round
///           its cycle until a tree arc is blocked and leaves. The trees are kept strongly
///           feasible, so that the method ends in spite of degenerate steps. Entering arcs are the
///           best of a block. Dense problems keep no arcs: outside of the tree every flow is zero,
///           the matrix is all there is to scan. Assignments go to an auction with scaling first;
///           it has a limit on its work, counted in scans, and where it fails or creeps the
///           simplex takes over. Either way the result is the optimum with its proof.
/// Cost:     practice is near O(arcs * sqrt(nodes)); no polynomial bound. Memory O(nodes + arcs),
///           dense: O(rows + columns) beside the matrix.
/// Needs:    nodes * largest |cost| <= 2^60; sum of |supply|, |lower| and finite upper - lower
///           <= 2^62; a total within 64 bits. Anything else is refused with PreconditionError.
///           Loops, parallel arcs, zero capacities, negative costs and bounds are allowed.
/// Order:    several optima can exist; which one is returned depends on the order of the arcs and
///           on nothing else.
/// Source:   R. Ahuja, T. Magnanti, J. Orlin, Network Flows, 1993, chapter 11; W. Cunningham,
///           Math. Program. 11, 1976, doi:10.1007/BF01580379 (strongly feasible trees);
///           Z. Kiraly, P. Kovacs, Acta Univ. Sapientiae Informatica 4(1), 2012 (block search);
///           D. Bertsekas, Ann. Oper. Res. 14, 1988, doi:10.1007/BF02186476 (auction).
/// Checked by: tests/reference/min_cost_flow_slow.hpp (shortest augmenting paths) and verify().
namespace coopnet::algo {

/// Upper bound of an arc that has none.
inline constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

struct FlowArc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::int64_t lower = 0;
  std::int64_t upper = unlimited;
  std::int64_t cost = 0;
};

struct MinCostFlowProblem {
  std::vector<std::int64_t> supply;  ///< of each node; negative: a demand
  std::vector<FlowArc> arcs;
};

enum class FlowStatus : std::uint8_t { optimal, infeasible, unbounded };

/// With reduced cost = cost + potential[from] - potential[to], an optimal flow uses no more than
/// the lower bound where it is positive and no less than the upper bound where it is negative.
struct MinCostFlow {
  FlowStatus status = FlowStatus::optimal;
  std::vector<std::int64_t> flow;       ///< of each arc; if unbounded: some feasible flow
  std::vector<std::int64_t> potential;  ///< of each node
  std::int64_t total = 0;
  /// infeasible: nodes, ascending, whose joint supply (or demand) the arcs that cross cannot carry;
  /// unbounded: arcs without upper bound that form a cycle of negative cost.
  std::vector<std::uint32_t> witness;
};

/// See the top of the file. Throws PreconditionError for what is listed under Needs, for an arc
/// with an end out of range, or with lower > upper.
[[nodiscard]] MinCostFlow min_cost_flow(const MinCostFlowProblem& problem,
                                        Progress* progress = nullptr);

/// Proves the solution, or says what is wrong with it, without the solver. Cost: O(nodes + arcs).
[[nodiscard]] Verdict verify(const MinCostFlowProblem& problem, const MinCostFlow& solution);

/// Rows ship to columns: all of every supply leaves; a column takes all of its demand if supplies
/// and demands have equal sums, at most its demand if the supplies are less.
struct TransportProblem {
  std::span<const std::int32_t> cost;  ///< supply.size() rows of demand.size() entries
  std::span<const std::int64_t> supply;
  std::span<const std::int64_t> demand;
};

struct Shipment {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::int64_t amount = 0;
  friend bool operator==(const Shipment&, const Shipment&) = default;
};

/// row_price[r] + column_price[c] <= cost(r, c), with equality where something is shipped; in case
/// of less supply than demand, column_price <= 0, and 0 where a column has room left.
struct Transport {
  FlowStatus status = FlowStatus::optimal;  ///< infeasible: more supply than demand
  std::vector<Shipment> shipments;          ///< amount > 0, sorted by row and column
  std::vector<std::int64_t> row_price;
  std::vector<std::int64_t> column_price;
  std::int64_t total = 0;
};

/// Throws PreconditionError if the matrix has another size, a supply or demand is negative, or
/// numbers exceed the limits at the top.
[[nodiscard]] Transport dense_transport(const TransportProblem& problem,
                                        Progress* progress = nullptr);

/// Each row gets a column of its own: transport with supplies and demands of one.
[[nodiscard]] Transport dense_assignment(std::span<const std::int32_t> cost, std::size_t rows,
                                         std::size_t columns, Progress* progress = nullptr);

/// Cost: O(rows * columns).
[[nodiscard]] Verdict verify(const TransportProblem& problem, const Transport& solution);

/// The same with a callable cost(row, column), asked once for each pair.
template <class Cost>
[[nodiscard]] Transport dense_transport(std::span<const std::int64_t> supply,
                                        std::span<const std::int64_t> demand, Cost cost,
                                        Progress* progress = nullptr) {
  std::vector<std::int32_t> matrix;
  matrix.reserve(supply.size() * demand.size());
  for (std::size_t r = 0; r < supply.size(); ++r) {
    for (std::size_t c = 0; c < demand.size(); ++c) {
      const auto value = cost(r, c);
      if (!std::in_range<std::int32_t>(value)) {
        throw PreconditionError("dense_transport: a cost does not fit in 32 bits");
      }
      matrix.push_back(static_cast<std::int32_t>(value));
    }
  }
  return dense_transport(TransportProblem{matrix, supply, demand}, progress);
}

/// Any directed graph: supply(vertex), capacity(edge) and cost(edge) give integers. Flows stand in
/// the order of edges(g), potentials by vertex index.
template <graph::IndexedGraph G, class Supply, class Capacity, class Cost>
  requires graph::EdgeListGraph<G> && graph::DirectedGraph<G> && graph::VertexWeight<Supply, G> &&
           graph::EdgeWeight<Capacity, G> && graph::EdgeWeight<Cost, G>
[[nodiscard]] MinCostFlow min_cost_flow(const G& g, Supply supply, Capacity capacity, Cost cost,
                                        Progress* progress = nullptr) {
  MinCostFlowProblem problem;
  problem.supply.resize(static_cast<std::size_t>(num_vertices(g)));
  for (const auto v : graph::vertices_of(g))
    problem.supply[graph::vertex_index_of(v, g)] = supply(v);
  problem.arcs.reserve(static_cast<std::size_t>(num_edges(g)));
  for (const auto e : graph::edges_of(g)) {
    problem.arcs.push_back({static_cast<std::uint32_t>(graph::vertex_index_of(source(e, g), g)),
                            static_cast<std::uint32_t>(graph::vertex_index_of(target(e, g), g)), 0,
                            capacity(e), cost(e)});
  }
  return min_cost_flow(problem, progress);
}

}  // namespace coopnet::algo
