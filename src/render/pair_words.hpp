#pragma once

#include <string>
#include <vector>

#include "coopnet/analysis/synergy.hpp"
#include "coopnet/render/messages.hpp"
#include "coopnet/render/table.hpp"

/// Pairs of items in words: what every table of pairs says alike.
namespace coopnet::render {

/// What two items share, marked where one of them carries it by inference; names, or ids.
[[nodiscard]] List shared_list(const Dataset& data, const SynergyPair& pair, bool ids, Language);
/// The forums that actors of both take part in; the agreements to which both are parties; the
/// pledges they made together.
[[nodiscard]] List forum_list(const Dataset& data, const SynergyPair& pair);
[[nodiscard]] List agreement_list(const Dataset& data, const SynergyPair& pair);
[[nodiscard]] List joint_pledge_list(const Dataset& data, const SynergyPair& pair);
/// Who could help whom, on what, by which rows.
[[nodiscard]] List complement_list(const Dataset& data, const SynergyPair& pair, Language);
/// Ids of the actors behind an item.
[[nodiscard]] List actor_ids(const Dataset& data, const ItemSet& items, std::uint32_t item);
/// Ids of its regions; unknown where none is recorded.
[[nodiscard]] Cell region_ids(const Dataset& data, const ItemSet& items, std::uint32_t item);
/// Labels of facets.
[[nodiscard]] List facet_labels(const Dataset& data, const std::vector<std::size_t>& facets);

/// How a score is computed, from which facets, of how many items.
[[nodiscard]] std::string measure_note(const Dataset& data, SynergyMeasure measure,
                                       const std::vector<std::uint32_t>& facet_weights,
                                       std::size_t items, Language);
/// Whether anything shared is inferred, so that the mark needs a word.
[[nodiscard]] bool shares_inferred(const SynergyPair& pair);

/// What gives and what asks, in a word or two.
[[nodiscard]] std::string gives_words(Complement::Gives, Language);
[[nodiscard]] std::string asks_words(Complement::Asks, Language);

}  // namespace coopnet::render
