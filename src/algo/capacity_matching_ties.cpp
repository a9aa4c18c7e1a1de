#include <algorithm>
#include <utility>

#include "algo/capacity_matching_face.hpp"
#include "algo/capacity_matching_model.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet::algo {
namespace {

using detail::FaceArc;
using detail::MatchingLoads;
using detail::MatchingModel;

constexpr UnitPrice nothing;

/// The optima of a model as a face; arc p of the face is pair pair_of_arc[p] of the model.
class OptimaFace {
 public:
  OptimaFace(const MatchingModel& model, const CapacityMatching& result)
      : model_(model), amount_(model.pairs.size(), 0) {
    auto next = result.matched.begin();
    for (std::size_t p = 0; p < amount_.size() && next != result.matched.end(); ++p) {
      const auto& pair = model.pairs[p];
      if (pair.offer == next->offer && pair.need == next->need) amount_[p] = (next++)->amount;
    }
    for (std::uint32_t p = 0; p < amount_.size(); ++p) {
      if (detail::gain(model.pairs[p], result) != nothing) continue;
      const auto& pair = model.pairs[p];
      pair_of_arc_.push_back(p);
      arcs_.push_back({model.offer_node(pair.offer), model.need_node(pair.need), 0, model.per_pair,
                       amount_[p]});
    }
    add_parties(result);
  }

  [[nodiscard]] detail::CirculationFace face() const {
    return {model_.hub() + std::size_t{1}, arcs_};
  }
  [[nodiscard]] const std::vector<std::uint32_t>& pair_of_arc() const { return pair_of_arc_; }
  [[nodiscard]] const std::vector<std::int64_t>& amount() const { return amount_; }

 private:
  void add_parties(const CapacityMatching& result) {
    const MatchingLoads loads(model_, result.matched);
    for (std::size_t i = 0; i < model_.offers.size(); ++i) {
      const auto& offer = model_.offers[i];
      if (result.offer_price[i] == nothing)
        arcs_.push_back(
            {model_.hub(), model_.offer_node(i), offer.floor, offer.capacity, loads.offer[i]});
    }
    for (std::size_t j = 0; j < model_.needs.size(); ++j)
      add_need(j, result.need_price[j], loads.need[j]);
  }

  /// With leximin the price of a need fits the reward of one of its units: that one is open.
  void add_need(std::size_t j, const UnitPrice& price, std::int64_t load) {
    if (price.fit != 0) return;
    auto [upper, lower] = model_.needs[j];
    const bool last_is_open = price.fairness + model_.reward(load) == 0;
    const bool next_is_open = price.fairness + model_.reward(load + 1) == 0;
    if (!last_is_open && !next_is_open) return;
    if (!last_is_open) lower = load;
    if (!next_is_open) upper = load;
    if (model_.leximin) {
      lower = std::max(lower, load - 1);
      upper = std::min(upper, load + 1);
    }
    arcs_.push_back({model_.need_node(j), model_.hub(), lower, upper, load});
  }

  const MatchingModel& model_;
  std::vector<std::int64_t> amount_;
  std::vector<std::uint32_t> pair_of_arc_;
  std::vector<FaceArc> arcs_;
};

std::vector<MatchedAmount> matched(const MatchingModel& model,
                                   const std::vector<std::int64_t>& amount) {
  std::vector<MatchedAmount> out;
  for (std::size_t p = 0; p < amount.size(); ++p)
    if (amount[p] > 0) out.push_back({model.pairs[p].offer, model.pairs[p].need, amount[p]});
  return out;
}

void list_optima(const MatchingModel& model, const OptimaFace& optima,
                 detail::CirculationFace& face, std::size_t most, MatchingTies& out) {
  std::vector<std::vector<std::int64_t>> flows;
  out.complete = face.list(most, flows);
  auto amount = optima.amount();
  for (const auto& flow : flows) {
    for (std::size_t a = 0; a < optima.pair_of_arc().size(); ++a)
      amount[optima.pair_of_arc()[a]] = flow[a];
    out.optima.push_back(matched(model, amount));
  }
  std::sort(out.optima.begin(), out.optima.end());
}

}  // namespace

MatchingTies matching_ties(const CapacityMatchingProblem& problem,
                           const CapacityMatchingOptions& options, const CapacityMatching& result,
                           std::size_t most_optima) {
  constexpr std::size_t most_allowed = 10'000;
  if (!result.feasible) throw PreconditionError("matching_ties: the matching is not feasible");
  if (most_optima > most_allowed)
    throw PreconditionError("matching_ties: at most 10000 optima can be listed");
  const MatchingModel model(problem, options);
  const OptimaFace optima(model, result);
  auto face = optima.face();
  const auto free = face.free_arcs();
  std::vector<std::uint8_t> open(model.pairs.size(), 0);
  for (std::size_t a = 0; a < optima.pair_of_arc().size(); ++a)
    open[optima.pair_of_arc()[a]] = free[a];
  MatchingTies out;
  for (std::size_t p = 0; p < open.size(); ++p) {
    const auto& pair = model.pairs[p];
    const auto amount = optima.amount()[p];
    if (open[p] != 0) out.optional.push_back({pair.offer, pair.need, amount});
    if (open[p] == 0 && amount > 0) out.firm.push_back({pair.offer, pair.need, amount});
  }
  list_optima(model, optima, face, most_optima, out);
  return out;
}

}  // namespace coopnet::algo
