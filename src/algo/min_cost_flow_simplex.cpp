#include "algo/min_cost_flow_simplex.hpp"

#include <algorithm>
#include <cmath>

namespace coopnet::algo::detail {

FlowSimplex::FlowSimplex(const MinCostFlowProblem& problem)
    : problem_(problem), tree_(problem.supply.size()), remaining_(problem.supply) {
  collect_arcs();
  first_tree();
  constexpr std::size_t least_block = 10;
  const auto root = static_cast<std::size_t>(std::sqrt(static_cast<double>(arcs_.size())));
  block_ = std::max(least_block, root);
}

void FlowSimplex::collect_arcs() {
  std::int64_t largest = 0;
  for (const auto& arc : problem_.arcs) {
    remaining_[arc.from] -= arc.lower;
    remaining_[arc.to] += arc.lower;
    largest = std::max(largest, arc.cost < 0 ? -arc.cost : arc.cost);
  }
  // No path of real arcs is as expensive as one artificial arc.
  artificial_cost_ = largest * static_cast<std::int64_t>(problem_.supply.size()) + 1;
  // Arcs that were given side by side often share a node. Strided, a block is a mixed sample.
  const auto count = static_cast<std::uint32_t>(problem_.arcs.size());
  const auto stride = 1 + static_cast<std::uint32_t>(std::sqrt(static_cast<double>(count)));
  arcs_.reserve(count);
  capacity_.reserve(count);
  id_.reserve(count);
  for (std::uint32_t first = 0; first < std::min(stride, count); ++first)
    for (std::size_t i = first; i < count; i += stride) add_arc(static_cast<std::uint32_t>(i));
  state_.assign(arcs_.size(), at_lower);
}

void FlowSimplex::add_arc(std::uint32_t i) {
  const auto& arc = problem_.arcs[i];
  if (arc.from == arc.to || arc.lower == arc.upper) return;
  arcs_.push_back({arc.from, arc.to, arc.cost});
  capacity_.push_back(arc.upper == unlimited ? unlimited : arc.upper - arc.lower);
  id_.push_back(i);
}

/// All supply goes to the artificial root, all demand comes from there.
void FlowSimplex::first_tree() {
  for (std::uint32_t v = 0; v < problem_.supply.size(); ++v) {
    const auto left = remaining_[v];
    tree_.hang(v, tree_.root(), {left < 0 ? -left : left, unlimited, artificial, left >= 0});
  }
  tree_.settle([this](std::uint32_t) { return artificial_cost_; });
}

Entering FlowSimplex::entering(std::uint32_t a) const {
  const auto& arc = arcs_[a];
  const auto reduced = arc.cost + tree_.potential(arc.from) - tree_.potential(arc.to);
  if (state_[a] == at_lower) return {arc.from, arc.to, reduced, capacity_[a], a, true};
  return {arc.to, arc.from, -reduced, capacity_[a], a, false};
}

/// The best arc of the first block that has one, going round.
bool FlowSimplex::find_entering(Entering& in) {
  const auto* potential = tree_.potentials();
  std::int64_t best = 0;
  std::size_t best_arc = 0, in_block = block_;
  const auto scan = [&](std::size_t from, std::size_t to) {
    for (auto a = from; a < to; ++a) {
      const auto& arc = arcs_[a];
      const auto gain = state_[a] * (arc.cost + potential[arc.from] - potential[arc.to]);
      if (gain < best) {
        best = gain;
        best_arc = a;
      }
    }
  };
  for (std::size_t scanned = 0; scanned < arcs_.size() && best == 0;) {
    const auto end = std::min(next_ + in_block, arcs_.size());
    scan(next_, end);
    scanned += end - next_;
    next_ = end == arcs_.size() ? 0 : end;
  }
  if (best == 0) return false;
  in = entering(static_cast<std::uint32_t>(best_arc));
  return true;
}

bool FlowSimplex::run(Progress* progress) {
  ProgressMeter meter(progress, 0);
  constexpr std::uint32_t check_every = 1024;
  Entering in;
  for (std::uint32_t pivots = 0; find_entering(in); ++pivots) {
    if (pivots % check_every == 0) meter.check();
    const auto done = tree_.pivot(in);
    if (done.pushed == unlimited) {
      endless_ = in;
      return false;
    }
    if (!done.entered) {
      state_[in.id] = in.forward ? at_upper : at_lower;
      continue;
    }
    state_[in.id] = in_tree;
    if (done.left.id != artificial)
      state_[done.left.id] = done.left.flow == 0 ? at_lower : at_upper;
  }
  return true;
}

std::vector<std::int64_t> FlowSimplex::flow() const {
  std::vector<std::int64_t> out;
  out.reserve(problem_.arcs.size());
  for (const auto& arc : problem_.arcs) {
    const bool full = arc.from == arc.to && arc.cost < 0 && arc.upper != unlimited;
    out.push_back(full ? arc.upper : arc.lower);
  }
  for (std::size_t a = 0; a < arcs_.size(); ++a)
    if (state_[a] == at_upper) out[id_[a]] += capacity_[a];
  for (std::uint32_t v = 0; v < problem_.supply.size(); ++v) {
    const auto& arc = tree_.node(v).arc;
    if (arc.id != artificial) out[id_[arc.id]] += arc.flow;
  }
  return out;
}

std::vector<std::int64_t> FlowSimplex::potential() const {
  return {tree_.potentials(), tree_.potentials() + problem_.supply.size()};
}

std::vector<std::int64_t> FlowSimplex::unserved() const {
  std::vector<std::int64_t> out(problem_.supply.size(), 0);
  for (std::uint32_t v = 0; v < out.size(); ++v) {
    const auto& arc = tree_.node(v).arc;
    if (arc.id == artificial) out[v] = arc.up ? arc.flow : -arc.flow;
  }
  return out;
}

std::vector<std::uint32_t> FlowSimplex::endless_cycle() const {
  std::vector<std::uint32_t> out{id_[endless_.id]};
  tree_.for_cycle(endless_,
                  [&](std::uint32_t v, bool) { out.push_back(id_[tree_.node(v).arc.id]); });
  return out;
}

}  // namespace coopnet::algo::detail
