#include <algorithm>
#include <string>
#include <tuple>

#include "algo/capacity_matching_model.hpp"
#include "algo/min_cost_flow_wide.hpp"

namespace coopnet::algo {
namespace {

using detail::MatchingLoads;
using detail::MatchingModel;
using detail::wide_int;

Verdict fault(std::string text) { return {std::move(text)}; }

constexpr UnitPrice nothing;

/// The amount of each pair of the model.
Verdict find_amounts(const MatchingModel& model, const CapacityMatching& result,
                     std::vector<std::int64_t>& amount) {
  amount.assign(model.pairs.size(), 0);
  const MatchedAmount* last = nullptr;
  wide_int total = 0;
  for (const auto& m : result.matched) {
    const auto key = std::tuple(m.offer, m.need);
    const auto pair = std::lower_bound(
        model.pairs.begin(), model.pairs.end(), key,
        [](const MatchingPair& p, const auto& k) { return std::tuple(p.offer, p.need) < k; });
    if (pair == model.pairs.end() || std::tuple(pair->offer, pair->need) != key)
      return fault("a pair is matched that has no fit");
    if (last != nullptr && std::tuple(last->offer, last->need) >= key) return fault("not sorted");
    last = &m;
    if (m.amount <= 0 || m.amount > model.per_pair) return fault("an amount leaves its bounds");
    amount[static_cast<std::size_t>(pair - model.pairs.begin())] = m.amount;
    total += wide_int{m.amount} * pair->fit;
  }
  return total == result.total ? Verdict{} : fault("the total is not that of the pairs");
}

/// `last` and `next`: the prices of the last unit carried and of the one after it.
Verdict verify_party(const MatchingParty& party, std::int64_t load, const UnitPrice& last,
                     const UnitPrice& next) {
  if (load < party.floor || load > party.capacity) return fault("a party leaves its bounds");
  if (load < party.capacity && next > nothing) return fault("a party should carry more");
  if (load > party.floor && last < nothing) return fault("a party should carry less");
  return {};
}

Verdict verify_optimal(const MatchingModel& model, const CapacityMatching& result) {
  if (result.offer_price.size() != model.offers.size() ||
      result.need_price.size() != model.needs.size())
    return fault("there is not one price a party");
  std::vector<std::int64_t> amount;
  if (auto known = find_amounts(model, result, amount); !known) return known;
  for (std::size_t p = 0; p < amount.size(); ++p) {
    const auto gain = detail::gain(model.pairs[p], result);
    if (amount[p] < model.per_pair && gain > nothing) return fault("a pair should be given more");
    if (amount[p] > 0 && gain < nothing) return fault("a pair should be given less");
  }
  const MatchingLoads loads(model, result.matched);
  for (std::size_t i = 0; i < model.offers.size(); ++i) {
    const auto& price = result.offer_price[i];
    if (auto ok = verify_party(model.offers[i], loads.offer[i], price, price); !ok) return ok;
  }
  for (std::size_t j = 0; j < model.needs.size(); ++j) {
    auto last = result.need_price[j], next = last;
    last.fairness += model.reward(loads.need[j]);
    next.fairness += model.reward(loads.need[j] + 1);
    if (auto ok = verify_party(model.needs[j], loads.need[j], last, next); !ok) return ok;
  }
  return {};
}

Verdict verify_shortage(const MatchingModel& model, const Shortage& shortage) {
  const auto& own = shortage.of_needs ? model.needs : model.offers;
  const auto& other = shortage.of_needs ? model.offers : model.needs;
  std::vector<std::uint8_t> inside(own.size(), 0);
  wide_int required = 0, capacity = 0, available = 0;
  for (const auto v : shortage.parties) {
    if (v >= own.size() || inside[v] != 0) return fault("the shortage is no set of parties");
    inside[v] = 1;
    required += own[v].floor;
    capacity += own[v].capacity;
  }
  std::vector<wide_int> room(other.size());
  for (std::size_t i = 0; i < other.size(); ++i) room[i] = other[i].capacity;
  for (const auto& pair : model.pairs) {
    const auto v = shortage.of_needs ? pair.need : pair.offer;
    const auto i = shortage.of_needs ? pair.offer : pair.need;
    if (inside[v] == 0) continue;
    const auto given = std::min(room[i], wide_int{model.per_pair});
    room[i] -= given;
    available += given;
  }
  const bool right = required == shortage.required && required > shortage.available &&
                     shortage.available >= std::min(available, capacity);
  return right ? Verdict{} : fault("the shortage is none");
}

}  // namespace

Verdict verify(const CapacityMatchingProblem& problem, const CapacityMatchingOptions& options,
               const CapacityMatching& result) {
  const MatchingModel model(problem, options);
  return result.feasible ? verify_optimal(model, result) : verify_shortage(model, result.shortage);
}

}  // namespace coopnet::algo
