#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "coopnet/algo/detail/flow_verdict.hpp"
#include "coopnet/core/stop.hpp"

/// Capacity matching (b-matching of offers and needs): how much each offer gives to each need, such
/// that the total fit is largest, with capacities and floors on both sides; what is firm in every
/// optimum and what could be otherwise; and what a fair share for every need costs.
///
/// Counts:   amounts 0..per_pair for each pair with fit > 0; pairs not listed, or with fit <= 0,
/// are
///           never used. total = sum of fit * amount. An offer gives, and a need receives, between
///           its floor and its capacity. Leximin: the needs' received amounts, sorted ascending,
///           are lexicographically as large as possible, and among those the total is largest.
/// Method:   minimum-cost circulation hub -> offer -> need -> hub. Amounts received that are open
///           to leximin form an M-convex set; there the leximin vectors are those that maximise a
///           sum of falling rewards for the first, second, ... unit of each need: one flow finds
///           them, its dual prices narrow the bounds to all of them, a second flow maximises fit.
///           Ties: an amount can differ between optima just if its arc lies on a cycle of the
///           residual arcs of reduced cost zero, that is, within a strong component and not as a
///           bridge. Optima are listed by branching on such amounts; no branch is empty.
/// Cost:     that of min_cost_flow; ties O(pairs), each listed optimum O(pairs) more.
/// Needs:    distinct pairs; amounts within the limits of min_cost_flow; leximin: at most 10^7
///           units that needs can receive. Otherwise PreconditionError.
/// Order:    pairs by offer, then need. Of several optima one is returned that depends on nothing
///           but the problem with its pairs sorted.
/// Source:   A. Frank, K. Murota, Math. Program. 195, 2022, doi:10.1007/s10107-021-01722-2
///           (decreasing minimisation on M-convex sets); R. Ahuja, T. Magnanti, J. Orlin, Network
///           Flows, 1993; D. Bertsimas et al., Oper. Res. 59(1), 2011, doi:10.1287/opre.1100.0865
///           (price of fairness).
/// Checked by: tests/reference/capacity_matching_slow.hpp (all amounts) and verify().
namespace coopnet::algo {

struct MatchingParty {
  std::int64_t capacity = 0;
  std::int64_t floor = 0;
};

struct MatchingPair {
  std::uint32_t offer = 0;
  std::uint32_t need = 0;
  std::int64_t fit = 0;
};

struct CapacityMatchingProblem {
  std::vector<MatchingParty> offers;
  std::vector<MatchingParty> needs;
  std::vector<MatchingPair> pairs;
  std::int64_t per_pair = 1;
};

struct CapacityMatchingOptions {
  std::int64_t need_floor = 0;  ///< every need receives at least this, and its own floor
  bool leximin = false;
};

struct MatchedAmount {
  std::uint32_t offer = 0;
  std::uint32_t need = 0;
  std::int64_t amount = 0;
  friend auto operator<=>(const MatchedAmount&, const MatchedAmount&) = default;
};

/// Price of a unit; compared by `fairness` first, which is 0 without leximin.
struct UnitPrice {
  std::int64_t fairness = 0;
  std::int64_t fit = 0;
  friend auto operator<=>(const UnitPrice&, const UnitPrice&) = default;
};

/// Parties of one side whose floors cannot all be met: they require more than the others can give
/// or take.
struct Shortage {
  bool of_needs = true;
  std::vector<std::uint32_t> parties;  ///< ascending
  std::int64_t required = 0;
  std::int64_t available = 0;
};

/// The certificate: gain of a pair = fit - price of the offer - price of the need; it is >= 0 where
/// something is given, <= 0 where more could be. The price of an offer is >= 0 above its floor,
/// <= 0 below its capacity; so is that of a need, with leximin plus the reward of the unit.
struct CapacityMatching {
  bool feasible = true;
  Shortage shortage;                   ///< if not feasible
  std::vector<MatchedAmount> matched;  ///< amount > 0
  std::int64_t total = 0;
  std::int64_t unconstrained_total = 0;  ///< without need_floor and leximin
  std::vector<UnitPrice> offer_price;
  std::vector<UnitPrice> need_price;

  [[nodiscard]] std::int64_t price_of_fairness() const { return unconstrained_total - total; }
};

/// See the top of the file.
[[nodiscard]] CapacityMatching capacity_matching(const CapacityMatchingProblem& problem,
                                                 const CapacityMatchingOptions& options = {},
                                                 Progress* progress = nullptr);

/// Proves the result, or says what is wrong with it, without the solver. unconstrained_total is
/// not part of the proof. Cost: O(pairs log pairs).
[[nodiscard]] Verdict verify(const CapacityMatchingProblem& problem,
                             const CapacityMatchingOptions& options,
                             const CapacityMatching& result);

struct MatchingTies {
  std::vector<MatchedAmount> firm;      ///< this amount > 0 in every optimum
  std::vector<MatchedAmount> optional;  ///< can be given in some optimum; its amount in this one
  /// Optima that were listed, sorted; all of them if `complete`.
  std::vector<std::vector<MatchedAmount>> optima;
  bool complete = true;
};

/// What else would be as good as a feasible result of capacity_matching(). Lists at most
/// `most_optima` (up to 10000); 0 lists none and finds firm and optional pairs alone.
[[nodiscard]] MatchingTies matching_ties(const CapacityMatchingProblem& problem,
                                         const CapacityMatchingOptions& options,
                                         const CapacityMatching& result,
                                         std::size_t most_optima = 1000);

}  // namespace coopnet::algo
