#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/analysis/synergy.hpp"

/// One partner each: pairs of actors, or of pledges, whose weights add up to the greatest total.
///
/// The weight of a pair is its score by a measure of similarity; pairs that share nothing, or that
/// the filter does not admit, are no candidates. Scores are ratios; so that the optimum is exact,
/// each is rounded to six decimals first. Every result was verified by its certificate before it
/// is returned.
namespace coopnet {

/// Every pair of actors that share something, by the default score.
[[nodiscard]] inline SynergyOptions all_pairs_of_actors() {
  SynergyOptions options;
  options.of = ItemKind::actors;
  options.top = 0;
  return options;
}

struct MatchOptions {
  SynergyOptions synergy = all_pairs_of_actors();  ///< who, by which measure, which pairs
  bool made_together = false;       ///< also pairs of actors that have made a pledge together
  bool most_pairs = false;          ///< as many pairs as possible first, then the total
  std::size_t most_optima = 1'000;  ///< optima are counted up to this number
  std::size_t nearest = 3;          ///< candidates told of one who has no partner
};

/// Why an item has no partner, the first that is true.
enum class NoPartner : std::uint8_t {
  no_tags,         ///< it carries no tag that counts
  no_candidate,    ///< it shares none with anybody whom the filter admits
  worth_elsewhere  ///< each of its candidates adds more to the total with its own partner
};

struct MatchCandidate {
  std::uint32_t item = 0;
  std::int64_t weight = 0;
  std::optional<std::uint32_t> partner;  ///< whom it is matched with
};

struct UnmatchedItem {
  std::uint32_t item = 0;
  NoPartner reason = NoPartner::no_tags;
  std::size_t candidates = 0;
  std::vector<MatchCandidate> nearest;  ///< weight descending, then items
};

/// A pair of the optimum. `firm`: it is in every optimum.
struct PartnerPair {
  SynergyPair pair;
  std::int64_t weight = 0;
  bool firm = false;
};

/// A pair that is in some optimum, but not in this one.
struct OptionalPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::int64_t weight = 0;
};

struct MatchResult {
  ItemSet items;
  std::vector<std::uint32_t> facet_weights;
  std::vector<PartnerPair> pairs;  ///< weight descending, then items
  std::int64_t total = 0;          ///< of the pairs' weights
  std::int64_t unit = 1;           ///< weight that is 1 in the measure: 10^6 for scores
  std::size_t left_out = 0;        ///< pairs of actors that have made a pledge together already
  std::size_t candidates = 0;      ///< admitted pairs that share something
  std::uint64_t optima = 1;        ///< how many there are, or most_optima if there are more
  bool more_optima = false;        ///< there are more than were counted
  std::vector<OptionalPair> also_possible;  ///< weight descending, then items
  std::vector<UnmatchedItem> unmatched;     ///< by item
};

/// The score of a pair as a whole number, in units of 1 / pair_weight_unit(). Division and square
/// root of doubles are exact to the last bit on every machine, so the rounding is too.
[[nodiscard]] std::int64_t pair_weight(SynergyMeasure measure, const algo::SimilarityParts& parts);
/// 10^6 for scores; 1 for the number of shared tags.
[[nodiscard]] std::int64_t pair_weight_unit(SynergyMeasure measure);

/// Throws PreconditionError on options that contradict each other, or if there are more candidates
/// than fit (50 million).
[[nodiscard]] MatchResult match_partners(const Dataset& data, const Relations& relations,
                                         const Selection& selection,
                                         const MatchOptions& options = {},
                                         Progress* progress = nullptr);

}  // namespace coopnet
