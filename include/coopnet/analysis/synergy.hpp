#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/analysis/pair_filter.hpp"

/// Synergies: which pledges, or which actors by their pledges, coincide.
///
/// Default score: S(p, q) = weight of the tags in p and q / weight of the tags in p or q, over all
/// tags of facets with a weight (flags never count). The weight of a tag is the weight of its facet
/// times its rarity, log2((N + 1) / n). N and n are counted over all items of the selection before
/// any filter on pairs, so that a filter never changes a score.
namespace coopnet {

enum class SynergyMeasure : std::uint8_t {
  score,    ///< the default: Jaccard with facet and rarity weights
  shared,   ///< number of shared tags
  jaccard,  ///< shared / either, each tag one
  overlap,  ///< shared / smaller
  cosine,   ///< shared / sqrt(product)
};

struct SynergyOptions {
  ItemKind of = ItemKind::pledges;
  SynergyMeasure measure = SynergyMeasure::score;
  std::vector<std::uint32_t> facet_weights;  ///< one a facet; empty: those of the dataset
  std::size_t top = 20;                      ///< 0: all
  std::uint64_t minimum_numerator = 0;       ///< lowest score as a ratio: 0.25 is 25 / 100
  std::uint64_t minimum_denominator = 1;
  PairFilter filter;
};

struct SharedTag {
  TagId tag;
  bool stated_a = true;
  bool stated_b = true;
};

/// Who could help whom, on which shared tag of the primary facet, by which rows.
struct Complement {
  enum class Gives : std::uint8_t { offer, completed_pledge, practice, support_given };
  enum class Asks : std::uint8_t { need, announced_pledge, plan, reported_need };
  bool a_gives = true;
  Gives gives = Gives::offer;
  Asks asks = Asks::need;
  TagId tag;
  std::string giving_row, asking_row;  ///< ids of the pledge or practice
  bool stated = true;                  ///< false: one of the two rests on an inferred word
};

struct SynergyPair {
  std::uint32_t a = 0;  ///< items, a < b
  std::uint32_t b = 0;
  algo::SimilarityParts parts;
  double score = 0;
  std::vector<SharedTag> shared;
  bool regions_known = false;  ///< of both
  bool across_regions = false;
  std::vector<ForumId> forums;          ///< in which an actor of a and one of b take part
  std::vector<AgreementId> agreements;  ///< to which an actor of a and one of b are parties
  std::vector<PledgeId> joint_pledges;  ///< that an actor of a and one of b made together
  bool declared_match = false;          ///< one pledge says that it answers the other
  std::vector<Complement> complements;
  std::vector<std::size_t> facets_missing_a, facets_missing_b;  ///< weighted facets with no tag
};

struct SynergyResult {
  ItemSet items;
  std::vector<std::uint32_t> facet_weights;
  std::vector<SynergyPair> pairs;  ///< score descending, then items
  std::size_t items_without_tags = 0;
  /// Admitted pairs that share a tag; nothing when counting them would cost far more than the
  /// answer (more than 5 * 10^7 steps).
  std::optional<std::uint64_t> sharing_pairs;
  /// When no pair reaches the minimum: the best admitted one, if any shares something.
  std::optional<double> best_below_minimum;
};

/// Throws PreconditionError on options that contradict each other.
[[nodiscard]] SynergyResult find_synergies(const Dataset& data, const Relations& relations,
                                           const Selection& selection,
                                           const SynergyOptions& options = {},
                                           Progress* progress = nullptr);

/// The tags of facets with a weight that both items carry, ascending. Cost: O(their tags).
[[nodiscard]] std::vector<SharedTag> shared_tags(const Dataset& data, const ItemSet& items,
                                                 const std::vector<std::uint32_t>& facet_weights,
                                                 std::uint32_t a, std::uint32_t b);

/// These pairs of items, whatever their scores: what the two share and what stands between them.
/// The pairs keep their order; within a pair the smaller item comes first.
[[nodiscard]] std::vector<SynergyPair> compare_items(
    const Dataset& data, const Relations& relations, const Selection& selection,
    const SynergyOptions& options, const ItemSet& items,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);

/// The similarity that a measure is, and whether it weighs tags by rarity.
[[nodiscard]] algo::Similarity similarity_of(SynergyMeasure measure);
[[nodiscard]] constexpr bool weighs_rarity(SynergyMeasure measure) {
  return measure == SynergyMeasure::score;
}

/// The lowest score wanted, in the parts of the measure: a pair made to have exactly that score.
[[nodiscard]] algo::SimilarityParts minimum_parts(const SynergyOptions& options);

/// The weights of the facets that options ask for: their own, else those of the dataset. Throws
/// PreconditionError if there is not one for each facet.
[[nodiscard]] std::vector<std::uint32_t> facet_weights_of(const Dataset& data,
                                                          const SynergyOptions& options);

}  // namespace coopnet
