#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/analysis/match.hpp"
#include "coopnet/model/needs_offers.hpp"

/// Who serves which need: offers and needs with capacities, such that the total fit is greatest;
/// with a floor for every need, or as even as can be; why a need stays open; what fairness costs.
/// Every result was verified by its certificate before it is returned.
namespace coopnet {

/// Needs and offers, and what is behind a fit where they come from a dataset.
struct NeedsProblem {
  NeedsOffers table;
  std::vector<std::vector<SharedTag>> shared;  ///< of each fit: a is the offer; empty for a table
  /// What needs and offers carry: how many could be compared at all.
  std::size_t offers_without_tags = 0, needs_without_tags = 0;
};

/// The needs and offers that a dataset states. Offers: pledges with the direction "offer". Needs:
/// pledges with the direction "need", and needs that actors report (practices of the kind "need").
/// The fit of a pair is its score by the measure, in units of pair_weight_unit(); N and n of the
/// rarity count needs and offers. Pairs of one actor, and pairs the filter does not admit, have
/// none. Every offer can serve `capacity` needs, every need takes one offer.
[[nodiscard]] NeedsProblem collect_needs(const Dataset& data, const Relations& relations,
                                         const Selection& selection, const SynergyOptions& options,
                                         std::int64_t capacity);

/// Policy pledges and who could support them. Needs: pledges whose commitment is "policy" and that
/// no recorded pledge of money, people, capacity or technical help says it answers; offers: all
/// recorded pledges of those kinds. Pairs and fits as in collect_needs().
[[nodiscard]] NeedsProblem collect_unsupported(const Dataset& data, const Relations& relations,
                                               const Selection& selection,
                                               const SynergyOptions& options);

struct NeedsMatchOptions {
  std::int64_t per_pair = 1;        ///< how often one offer may serve one need
  std::int64_t floor = 0;           ///< every need receives at least this
  bool leximin = false;             ///< as even as can be: the least served need first
  std::size_t most_optima = 1'000;  ///< optima are counted up to this number
  std::size_t nearest = 3;          ///< offers told of a need that stays open
};

struct ServedNeed {
  std::uint32_t offer = 0;
  std::uint32_t need = 0;
  std::int64_t amount = 0;
  std::int64_t fit = 0;  ///< of one unit
  bool firm = false;     ///< the same amount in every optimum
};

/// Why a need receives less than it could take, the first that is true.
enum class OpenReason : std::uint8_t {
  no_capacity,          ///< it takes nothing: its capacity is 0
  no_offer,             ///< no offer fits it
  offers_have_none,     ///< the offers that fit have the capacity 0
  all_that_fits,        ///< every offer that fits gives it what it may
  preferred_elsewhere,  ///< stable: every offer that fits it prefers the needs it serves
  elsewhere             ///< what the offers that fit have left gives more elsewhere
};

struct OpenNeed {
  std::uint32_t need = 0;
  std::int64_t received = 0;
  OpenReason reason = OpenReason::no_offer;
  std::vector<std::uint32_t> nearest;  ///< fits, the best first
};

struct UnusedOffer {
  std::uint32_t offer = 0;
  std::int64_t given = 0;
};

/// What a floor costs; no total where it cannot be met.
struct FloorPrice {
  std::int64_t floor = 0;
  std::optional<std::int64_t> total;
};

struct NeedsMatch {
  bool feasible = true;
  /// If not feasible: these parties require more than there is for them.
  bool shortage_of_needs = true;
  std::vector<std::uint32_t> shortage_parties;
  std::int64_t shortage_required = 0, shortage_available = 0;

  bool stable = false;       ///< no offer and need would both rather have each other
  bool ties_broken = false;  ///< some fits are equal; the smaller id was preferred

  std::vector<ServedNeed> pairs;          ///< by offer, then need
  std::vector<ServedNeed> also_possible;  ///< fits of other optima, amount 0 here
  std::int64_t total = 0;
  std::int64_t unconstrained_total = 0;  ///< without floor and leximin
  std::uint64_t optima = 1;
  bool more_optima = false;
  std::vector<OpenNeed> open;           ///< needs that receive less than their capacity
  std::vector<UnusedOffer> unused;      ///< offers that give less than theirs
  std::vector<FloorPrice> floor_curve;  ///< floors 0, 1, ... up to the first that cannot be met
};

[[nodiscard]] NeedsMatch match_needs(const NeedsProblem& problem,
                                     const NeedsMatchOptions& options = {});

/// Who proposes in a stable matching, and so gets the best that any stable matching gives.
enum class NeedsProposer : std::uint8_t { offers, needs };

/// A stable matching: offers and needs both prefer the higher fit, each up to its capacity. The
/// total is that of the pairs found, unconstrained_total the best of match_needs().
[[nodiscard]] NeedsMatch match_needs_stable(const NeedsProblem& problem, NeedsProposer proposer,
                                            const NeedsMatchOptions& options = {});

}  // namespace coopnet
