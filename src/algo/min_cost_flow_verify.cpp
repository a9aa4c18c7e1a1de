#include <algorithm>
#include <string>

#include "algo/min_cost_flow_wide.hpp"
#include "coopnet/algo/min_cost_flow.hpp"

namespace coopnet::algo {
namespace {

using detail::wide_int;

Verdict fault(std::string text) { return {std::move(text)}; }
Verdict fault_at(const char* what, std::size_t index, const char* text) {
  return {std::string(what) + ' ' + std::to_string(index) + ' ' + text};
}

Verdict verify_feasible(const MinCostFlowProblem& problem, const std::vector<std::int64_t>& flow) {
  if (flow.size() != problem.arcs.size()) return fault("there is not one flow an arc");
  std::vector<wide_int> left(problem.supply.begin(), problem.supply.end());
  for (std::size_t a = 0; a < flow.size(); ++a) {
    const auto& arc = problem.arcs[a];
    if (flow[a] < arc.lower || flow[a] > arc.upper) return fault_at("arc", a, "leaves its bounds");
    left[arc.from] -= flow[a];
    left[arc.to] += flow[a];
  }
  const auto wrong = std::find_if(left.begin(), left.end(), [](wide_int x) { return x != 0; });
  if (wrong == left.end()) return {};
  return fault_at("node", static_cast<std::size_t>(wrong - left.begin()), "does not balance");
}

Verdict verify_optimal(const MinCostFlowProblem& problem, const MinCostFlow& solution) {
  if (auto feasible = verify_feasible(problem, solution.flow); !feasible) return feasible;
  if (solution.potential.size() != problem.supply.size())
    return fault("there is not one potential a node");
  wide_int total = 0;
  for (std::size_t a = 0; a < problem.arcs.size(); ++a) {
    const auto& arc = problem.arcs[a];
    const auto reduced =
        wide_int{arc.cost} + solution.potential[arc.from] - solution.potential[arc.to];
    if (reduced < 0 && solution.flow[a] < arc.upper) return fault_at("arc", a, "should carry more");
    if (reduced > 0 && solution.flow[a] > arc.lower) return fault_at("arc", a, "should carry less");
    total += wide_int{arc.cost} * solution.flow[a];
  }
  return total == solution.total ? Verdict{} : fault("the total is not that of the flow");
}

/// What must cross the border of the set is more, or less, than what the arcs there can carry.
Verdict verify_infeasible(const MinCostFlowProblem& problem, const MinCostFlow& solution) {
  std::vector<std::uint8_t> inside(problem.supply.size(), 0);
  wide_int surplus = 0, most = 0, least = 0;
  for (const auto v : solution.witness) {
    if (v >= inside.size() || inside[v] != 0) return fault("the witness is no set of nodes");
    inside[v] = 1;
    surplus += problem.supply[v];
  }
  bool endless_out = false, endless_in = false;
  for (const auto& arc : problem.arcs) {
    if (inside[arc.from] == inside[arc.to]) continue;
    const bool out = inside[arc.from] != 0;
    (out ? endless_out : endless_in) |= arc.upper == unlimited;
    most += out ? wide_int{arc.upper} : -wide_int{arc.lower};
    least += out ? wide_int{arc.lower} : -wide_int{arc.upper};
  }
  if (!endless_out && surplus > most) return {};
  if (!endless_in && surplus < least) return {};
  return fault("the arcs can carry what the witness says they cannot");
}

Verdict verify_unbounded(const MinCostFlowProblem& problem, const MinCostFlow& solution) {
  if (auto feasible = verify_feasible(problem, solution.flow); !feasible) return feasible;
  std::vector<std::int32_t> degree(problem.supply.size(), 0);
  wide_int cost = 0;
  for (const auto a : solution.witness) {
    if (a >= problem.arcs.size()) return fault("the witness names no arc");
    const auto& arc = problem.arcs[a];
    if (arc.upper != unlimited) return fault_at("arc", a, "has an upper bound");
    ++degree[arc.from];
    --degree[arc.to];
    cost += arc.cost;
  }
  if (std::any_of(degree.begin(), degree.end(), [](auto d) { return d != 0; }))
    return fault("the witness is no cycle");
  return cost < 0 ? Verdict{} : fault("the cycle does not lower the cost");
}

/// What each column received; a fault if rows ship anything but their supplies.
Verdict verify_shipments(const TransportProblem& problem, const Transport& solution,
                         std::vector<wide_int>& received) {
  std::vector<wide_int> sent(problem.supply.size(), 0);
  wide_int total = 0;
  const Shipment* last = nullptr;
  for (const auto& s : solution.shipments) {
    if (s.row >= sent.size() || s.column >= received.size() || s.amount <= 0)
      return fault("a shipment has no row, no column or no amount");
    if (last != nullptr && std::pair(last->row, last->column) >= std::pair(s.row, s.column))
      return fault("the shipments are not sorted");
    last = &s;
    sent[s.row] += s.amount;
    received[s.column] += s.amount;
    const auto cost = problem.cost[std::size_t{s.row} * received.size() + s.column];
    total += wide_int{cost} * s.amount;
    if (wide_int{cost} != wide_int{solution.row_price[s.row]} + solution.column_price[s.column])
      return fault_at("row", s.row, "ships where it is not cheapest");
  }
  for (std::size_t r = 0; r < sent.size(); ++r)
    if (sent[r] != problem.supply[r]) return fault_at("row", r, "does not ship its supply");
  return total == solution.total ? Verdict{} : fault("the total is not that of the shipments");
}

}  // namespace

Verdict verify(const MinCostFlowProblem& problem, const MinCostFlow& solution) {
  if (solution.status == FlowStatus::optimal) return verify_optimal(problem, solution);
  if (solution.status == FlowStatus::infeasible) return verify_infeasible(problem, solution);
  return verify_unbounded(problem, solution);
}

Verdict verify(const TransportProblem& problem, const Transport& solution) {
  const auto rows = problem.supply.size(), columns = problem.demand.size();
  wide_int surplus = 0;
  for (const auto d : problem.demand) surplus += d;
  for (const auto s : problem.supply) surplus -= s;
  if (solution.status != FlowStatus::optimal)
    return surplus < 0 ? Verdict{} : fault("there is room for all supplies");
  if (solution.row_price.size() != rows || solution.column_price.size() != columns)
    return fault("there is not one price a row and column");
  std::vector<wide_int> received(columns, 0);
  if (auto shipped = verify_shipments(problem, solution, received); !shipped) return shipped;
  for (std::size_t c = 0; c < columns; ++c) {
    if (received[c] > problem.demand[c]) return fault_at("column", c, "receives too much");
    if (surplus > 0 && solution.column_price[c] > 0)
      return fault_at("column", c, "has a price > 0");
    if (received[c] < problem.demand[c] && solution.column_price[c] != 0)
      return fault_at("column", c, "has room and a price");
  }
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < columns; ++c)
      if (wide_int{solution.row_price[r]} + solution.column_price[c] >
          problem.cost[r * columns + c])
        return fault_at("row", r, "has a cheaper way");
  return {};
}

}  // namespace coopnet::algo
