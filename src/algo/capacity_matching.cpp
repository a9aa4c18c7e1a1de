#include "coopnet/algo/capacity_matching.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "algo/capacity_matching_model.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet::algo {
namespace {

using detail::MatchingModel;

/// The circulation of a model. Arcs: the pairs, then one an offer, then those of the needs: one
/// for the floor and, with leximin, one for each unit above it, which cost their negative reward.
class Circulation {
 public:
  explicit Circulation(const MatchingModel& model) : model_(model) {
    flow_.supply.assign(std::size_t{model.hub()} + 1, 0);
    for (const auto& pair : model.pairs) {
      const auto most =
          std::min(model.offers[pair.offer].capacity, model.needs[pair.need].capacity);
      const auto upper = model.per_pair < most ? model.per_pair : unlimited;  // it never binds
      add(model.offer_node(pair.offer), model.need_node(pair.need), 0, upper, 0);
    }
    for (std::size_t i = 0; i < model.offers.size(); ++i)
      add(model.hub(), model.offer_node(i), model.offers[i].floor, model.offers[i].capacity, 0);
    for (std::size_t j = 0; j < model.needs.size(); ++j) add_need(j);
  }

  [[nodiscard]] MinCostFlow solve(Progress* progress) const {
    return min_cost_flow(flow_, progress);
  }

  /// Leaves just the flows that are optimal: what has a reduced cost stays where it is.
  void narrow(const MinCostFlow& optimum) {
    for (auto& arc : flow_.arcs) {
      const auto reduced = arc.cost + optimum.potential[arc.from] - optimum.potential[arc.to];
      if (reduced > 0) arc.upper = arc.lower;
      if (reduced < 0) arc.lower = arc.upper;
      arc.cost = 0;
    }
  }
  void ask_for_fit() {
    for (std::size_t p = 0; p < model_.pairs.size(); ++p) flow_.arcs[p].cost = -model_.pairs[p].fit;
  }

 private:
  void add(std::uint32_t from, std::uint32_t to, std::int64_t lower, std::int64_t upper,
           std::int64_t cost) {
    flow_.arcs.push_back({from, to, lower, upper, cost});
  }

  void add_need(std::size_t j) {
    const auto& need = model_.needs[j];
    const auto node = model_.need_node(j), hub = model_.hub();
    if (!model_.leximin) return add(node, hub, need.floor, need.capacity, 0);
    add(node, hub, need.floor, need.floor, 0);
    auto received = need.floor;
    for (; received < model_.reach(j); ++received)
      add(node, hub, 0, 1, -model_.reward(received + 1));
    if (received < need.capacity) {  // never used; it keeps the price of the need in order
      const auto more = need.capacity == unlimited ? unlimited : need.capacity - received;
      add(node, hub, 0, more, -model_.reward(received + 1));
    }
  }

  const MatchingModel& model_;
  MinCostFlowProblem flow_;
};

/// The needs whose floors alone, whatever the offers' floors, cannot be met; if there are some.
std::optional<Shortage> find_shortage(MatchingModel model, Progress* progress) {
  Shortage out;
  for (std::uint32_t j = 0; j < model.needs.size(); ++j)
    if (model.needs[j].floor > model.needs[j].capacity)
      return Shortage{true, {j}, model.needs[j].floor, model.needs[j].capacity};
  for (auto& offer : model.offers) offer.floor = 0;
  model.leximin = false;
  const auto flow = Circulation(model).solve(progress);
  if (flow.status != FlowStatus::infeasible) return std::nullopt;
  // The witness holds what the hub's surplus can still reach; the other needs are cut off.
  std::vector<std::uint8_t> cut_off(model.needs.size(), 1);
  for (const auto v : flow.witness)
    if (v >= model.need_node(0) && v < model.hub()) cut_off[v - model.need_node(0)] = 0;
  std::vector<std::int64_t> gives(model.offers.size(), 0);
  for (const auto& pair : model.pairs) {
    auto& sum = gives[pair.offer];
    if (cut_off[pair.need] != 0)
      sum += std::min(model.per_pair, model.offers[pair.offer].capacity - sum);
  }
  for (const auto sum : gives) out.available += sum;
  for (std::uint32_t j = 0; j < model.needs.size(); ++j) {
    if (cut_off[j] == 0) continue;
    out.parties.push_back(j);
    out.required += model.needs[j].floor;
  }
  return out;
}

/// If the floors of either side can be met without those of the other, they can be met together.
CapacityMatching infeasible(MatchingModel model, Progress* progress) {
  CapacityMatching out;
  out.feasible = false;
  if (auto shortage = find_shortage(model, progress)) {
    out.shortage = *std::move(shortage);
    return out;
  }
  std::swap(model.offers, model.needs);
  for (auto& pair : model.pairs) std::swap(pair.offer, pair.need);
  out.shortage = find_shortage(std::move(model), progress).value();
  out.shortage.of_needs = false;
  return out;
}

MinCostFlow solve_bounded(const Circulation& circulation, Progress* progress) {
  auto flow = circulation.solve(progress);
  if (flow.status == FlowStatus::unbounded)
    throw PreconditionError("capacity_matching: nothing limits the amount of a pair");
  return flow;
}

/// Prices are potentials seen from the hub, offers with the opposite sign.
void set_prices(const MatchingModel& model, const MinCostFlow& flow, std::int64_t UnitPrice::*part,
                CapacityMatching& out) {
  out.offer_price.resize(model.offers.size());
  out.need_price.resize(model.needs.size());
  const auto hub = flow.potential[model.hub()];
  for (std::size_t i = 0; i < model.offers.size(); ++i)
    out.offer_price[i].*part = flow.potential[model.offer_node(i)] - hub;
  for (std::size_t j = 0; j < model.needs.size(); ++j)
    out.need_price[j].*part = hub - flow.potential[model.need_node(j)];
}

CapacityMatching solve(const MatchingModel& model, Progress* progress) {
  const auto beyond = [](const MatchingParty& p) { return p.floor > p.capacity; };
  if (std::any_of(model.offers.begin(), model.offers.end(), beyond) ||
      std::any_of(model.needs.begin(), model.needs.end(), beyond))
    return infeasible(model, progress);
  Circulation circulation(model);
  CapacityMatching out;
  if (model.leximin) {
    const auto fair = solve_bounded(circulation, progress);
    if (fair.status == FlowStatus::infeasible) return infeasible(model, progress);
    set_prices(model, fair, &UnitPrice::fairness, out);
    circulation.narrow(fair);
  }
  circulation.ask_for_fit();
  const auto best = solve_bounded(circulation, progress);
  if (best.status == FlowStatus::infeasible) return infeasible(model, progress);
  set_prices(model, best, &UnitPrice::fit, out);
  for (std::size_t p = 0; p < model.pairs.size(); ++p)
    if (best.flow[p] > 0)
      out.matched.push_back({model.pairs[p].offer, model.pairs[p].need, best.flow[p]});
  out.total = -best.total;
  out.unconstrained_total = out.total;
  return out;
}

}  // namespace

CapacityMatching capacity_matching(const CapacityMatchingProblem& problem,
                                   const CapacityMatchingOptions& options, Progress* progress) {
  auto out = solve(MatchingModel(problem, options), progress);
  if (out.feasible && (options.leximin || options.need_floor > 0))
    out.unconstrained_total = solve(MatchingModel(problem, {}), progress).total;
  return out;
}

}  // namespace coopnet::algo
