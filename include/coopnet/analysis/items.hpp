#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coopnet/algo/similar_pairs.hpp"
#include "coopnet/network/relations.hpp"

namespace coopnet {

/// What is compared: single pledges, or actors by all their pledges together.
enum class ItemKind : std::uint8_t { pledges, actors };

/// The items of a comparison with the tags each carries. Items are numbered in canonical order.
/// An actor without a pledge in the selection is no item.
struct ItemSet {
  ItemKind kind = ItemKind::pledges;
  std::vector<std::uint32_t> row;              ///< item -> row of pledges or actors
  std::vector<std::vector<ActorId>> actors;    ///< item -> who is behind it, ascending
  std::vector<std::vector<RegionId>> regions;  ///< item -> regions known, ascending
  std::vector<std::vector<TagUse>> tags;       ///< item -> tags, ascending

  [[nodiscard]] std::size_t size() const { return row.size(); }
};

/// Cost: O(ties of the items). Regions are those of the dataset's first scheme.
[[nodiscard]] ItemSet collect_items(const Dataset& data, const Relations& relations,
                                    const Selection& selection, ItemKind kind);

/// Pledges and practices as items of one comparison, in the order given, pledges first. `row` is
/// the row in the table of each.
[[nodiscard]] ItemSet collect_rows(const Dataset& data, const Relations& relations,
                                   std::span<const PledgeId> pledges,
                                   std::span<const PracticeId> practices);

/// Fixed-point unit of tag weights: sums of weights do not depend on order or machine.
inline constexpr std::uint64_t weight_unit = std::uint64_t{1} << 20U;

/// Weights of tags for a comparison. With `rarity`: facet weight times log2((N + 1) / n), n of the
/// N items carrying the tag, so that a tag everybody carries counts little; else one each. Tags of
/// facets with weight 0 do not take part.
[[nodiscard]] algo::WeightedSets weigh_items(const Dataset& data, const ItemSet& items,
                                             const std::vector<std::uint32_t>& facet_weights,
                                             bool rarity, std::vector<TagId>& tag_of_element);

}  // namespace coopnet
