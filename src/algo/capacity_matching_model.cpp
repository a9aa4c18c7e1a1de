#include "algo/capacity_matching_model.hpp"

#include <string>
#include <tuple>

#include "coopnet/core/errors.hpp"

namespace coopnet::algo::detail {
namespace {

[[noreturn]] void refuse(const std::string& what) {
  throw PreconditionError("capacity_matching: " + what);
}

void check(const CapacityMatchingProblem& problem, const CapacityMatchingOptions& options) {
  if (problem.offers.size() + problem.needs.size() >= ~std::uint32_t{0} - 1)
    refuse("more offers and needs than 32 bits can number");
  if (problem.per_pair < 0 || options.need_floor < 0) refuse("per_pair or a floor is negative");
  for (const auto* side : {&problem.offers, &problem.needs})
    for (const auto& party : *side)
      if (party.capacity < 0 || party.floor < 0) refuse("a capacity or a floor is negative");
  for (const auto& pair : problem.pairs)
    if (pair.offer >= problem.offers.size() || pair.need >= problem.needs.size())
      refuse("a pair names an offer or a need that does not exist");
}

}  // namespace

MatchingModel::MatchingModel(const CapacityMatchingProblem& problem,
                             const CapacityMatchingOptions& options)
    : offers(problem.offers),
      needs(problem.needs),
      per_pair(problem.per_pair),
      leximin(options.leximin) {
  check(problem, options);
  for (auto& need : needs) need.floor = std::max(need.floor, options.need_floor);
  const auto key = [](const MatchingPair& pair) { return std::tuple(pair.offer, pair.need); };
  pairs = problem.pairs;
  std::sort(pairs.begin(), pairs.end(),
            [&](const MatchingPair& x, const MatchingPair& y) { return key(x) < key(y); });
  const auto twice = std::adjacent_find(
      pairs.begin(), pairs.end(),
      [&](const MatchingPair& x, const MatchingPair& y) { return key(x) == key(y); });
  if (twice != pairs.end()) {
    refuse("the pair of offer " + std::to_string(twice->offer) + " and need " +
           std::to_string(twice->need) + " is listed twice");
  }
  std::erase_if(pairs, [](const MatchingPair& pair) { return pair.fit <= 0; });
  if (leximin) find_reach();
}

void MatchingModel::find_reach() {
  constexpr std::int64_t most_units = 10'000'000;
  reach_.assign(needs.size(), 0);
  for (const auto& pair : pairs) {
    auto& reach = reach_[pair.need];
    const auto capacity = needs[pair.need].capacity;
    reach += std::min({capacity - reach, per_pair, offers[pair.offer].capacity});
  }
  std::int64_t units = 0;
  for (const auto reach : reach_) {
    top_ = std::max(top_, reach);
    units += std::min(reach, most_units + 1);
    if (units > most_units) refuse("leximin is limited to 10000000 units that needs can receive");
  }
  top_ += 2;  // rewards stay positive for one unit more than can be reached
}

}  // namespace coopnet::algo::detail
