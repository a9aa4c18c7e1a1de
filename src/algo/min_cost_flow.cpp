#include "coopnet/algo/min_cost_flow.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "algo/min_cost_flow_assignment.hpp"
#include "algo/min_cost_flow_simplex.hpp"
#include "algo/min_cost_flow_wide.hpp"

namespace coopnet::algo {
namespace {

using detail::wide_int;

[[noreturn]] void refuse(const std::string& what) {
  throw PreconditionError("min_cost_flow: " + what);
}

wide_int magnitude(std::int64_t x) { return x < 0 ? -wide_int{x} : wide_int{x}; }

void check(const MinCostFlowProblem& problem) {
  if (problem.supply.size() >= detail::no_node || problem.arcs.size() >= detail::artificial)
    refuse("more nodes or arcs than 32 bits can number");
  wide_int volume = 0, largest = 0;
  for (const auto supply : problem.supply) volume += magnitude(supply);
  for (std::size_t i = 0; i < problem.arcs.size(); ++i) {
    const auto& arc = problem.arcs[i];
    if (std::max(arc.from, arc.to) >= problem.supply.size())
      refuse("arc " + std::to_string(i) + " has an end that is no node");
    if (arc.lower > arc.upper || arc.lower == unlimited)
      refuse("arc " + std::to_string(i) + " has a lower bound above its upper bound");
    volume += magnitude(arc.lower);
    if (arc.upper != unlimited) volume += wide_int{arc.upper} - arc.lower;
    largest = std::max(largest, magnitude(arc.cost));
  }
  if (volume > (wide_int{1} << 62))
    refuse("the sum of |supply|, |lower| and finite upper - lower exceeds the limit of 2^62");
  if (largest * static_cast<wide_int>(problem.supply.size()) > (wide_int{1} << 60))
    refuse("nodes * largest |cost| exceeds the limit of 2^60");
}

/// The nodes from which a supply that is left cannot get on: closed under arcs with room.
class StuckNodes {
 public:
  StuckNodes(const MinCostFlowProblem& problem, const std::vector<std::int64_t>& flow)
      : problem_(problem), flow_(flow), begin_(problem.supply.size() + 2, 0) {
    for (const auto& arc : problem.arcs) ++begin_[arc.from + 2], ++begin_[arc.to + 2];
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    arcs_.resize(begin_.back());
    for (std::uint32_t a = 0; a < problem.arcs.size(); ++a) {
      arcs_[begin_[problem.arcs[a].from + 1]++] = a;
      arcs_[begin_[problem.arcs[a].to + 1]++] = a;
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> reached_from(
      const std::vector<std::int64_t>& left) const {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint8_t> seen(left.size(), 0);
    const auto reach = [&](std::uint32_t v) {
      if (seen[v] == 0) nodes.push_back(v);
      seen[v] = 1;
    };
    for (std::uint32_t v = 0; v < left.size(); ++v)
      if (left[v] > 0) reach(v);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const auto v = nodes[i];
      for (auto k = begin_[v]; k < begin_[v + 1]; ++k) {
        const auto& arc = problem_.arcs[arcs_[k]];
        if (arc.from == v && flow_[arcs_[k]] < arc.upper) reach(arc.to);
        if (arc.to == v && flow_[arcs_[k]] > arc.lower) reach(arc.from);
      }
    }
    std::sort(nodes.begin(), nodes.end());
    return nodes;
  }

 private:
  const MinCostFlowProblem& problem_;
  const std::vector<std::int64_t>& flow_;
  std::vector<std::uint32_t> begin_;
  std::vector<std::uint32_t> arcs_;
};

MinCostFlow infeasible(std::vector<std::uint32_t> witness) {
  MinCostFlow out;
  out.status = FlowStatus::infeasible;
  out.witness = std::move(witness);
  return out;
}

/// Unbounded, unless there is no feasible flow at all: that is what the costs must not hide.
MinCostFlow unbounded(MinCostFlowProblem problem, std::vector<std::uint32_t> cycle,
                      Progress* progress) {
  for (auto& arc : problem.arcs) arc.cost = 0;
  auto out = min_cost_flow(problem, progress);
  if (out.status == FlowStatus::infeasible) return out;
  out.status = FlowStatus::unbounded;
  out.potential.clear();
  out.witness = std::move(cycle);
  return out;
}

}  // namespace

MinCostFlow min_cost_flow(const MinCostFlowProblem& problem, Progress* progress) {
  check(problem);
  const auto nodes = problem.supply.size();
  if (std::accumulate(problem.supply.begin(), problem.supply.end(), std::int64_t{0}) != 0) {
    std::vector<std::uint32_t> all(nodes);
    std::iota(all.begin(), all.end(), 0U);
    return infeasible(std::move(all));
  }
  for (std::uint32_t a = 0; a < problem.arcs.size(); ++a) {
    const auto& arc = problem.arcs[a];
    if (arc.from == arc.to && arc.cost < 0 && arc.upper == unlimited)
      return unbounded(problem, {a}, progress);
  }
  if (auto assigned = detail::flow_by_auction(problem, progress)) return *std::move(assigned);
  detail::FlowSimplex simplex(problem);
  if (!simplex.run(progress)) return unbounded(problem, simplex.endless_cycle(), progress);

  MinCostFlow out;
  out.flow = simplex.flow();
  const auto left = simplex.unserved();
  if (std::any_of(left.begin(), left.end(), [](std::int64_t x) { return x != 0; }))
    return infeasible(StuckNodes(problem, out.flow).reached_from(left));
  out.potential = simplex.potential();
  wide_int total = 0;
  for (std::size_t a = 0; a < problem.arcs.size(); ++a)
    total += wide_int{problem.arcs[a].cost} * out.flow[a];
  out.total = detail::narrow_total(total, "min_cost_flow");
  return out;
}

}  // namespace coopnet::algo
