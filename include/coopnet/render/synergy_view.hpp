#pragma once

#include <string>

#include "coopnet/analysis/joint.hpp"
#include "coopnet/analysis/synergy.hpp"
#include "coopnet/render/table.hpp"

/// Synergies in words and tables.
namespace coopnet::render {

/// What the words need besides the result.
struct SynergyContext {
  const Dataset& data;
  const Relations& relations;
  const SynergyOptions& options;
  std::string as_of;  ///< empty: not given
  Language language = Language::en;
};

/// The word of a measure in options and outputs.
[[nodiscard]] std::string_view measure_word(SynergyMeasure measure);

/// An item in short: "KEN: GCM implementation plan", or an actor.
[[nodiscard]] std::string item_name(const ItemSet& items, std::uint32_t item, const Dataset& data,
                                    Language language);
/// Its id in the dataset.
[[nodiscard]] const std::string& item_id(const ItemSet& items, std::uint32_t item,
                                         const Dataset& data);

/// One row a pair; notes say of what, out of how many, as of when, with which weights.
[[nodiscard]] Table synergy_table(const SynergyResult& result, const SynergyContext& context);

/// One pair in sentences, one a line: what both work on, how common that is, regions, ties,
/// who could help whom, what is unknown, sources.
[[nodiscard]] std::string explain_pair(const ItemSet& items, const SynergyPair& pair,
                                       const SynergyContext& context);

[[nodiscard]] Table joint_groups_table(const JointGroups& groups, const SynergyContext& context);
[[nodiscard]] Table triples_table(const Triples& triples, const SynergyContext& context);

}  // namespace coopnet::render
