#pragma once

#include <optional>

#include "coopnet/render/drawing.hpp"
#include "coopnet/render/grid.hpp"
#include "coopnet/render/synergy_view.hpp"

/// What is drawn: datasets and results as values of a drawing or a grid.
namespace coopnet::render {

/// What the pictures of a dataset need to know.
struct ViewContext {
  const Dataset& data;
  const Relations& relations;
  const Selection& selection;
  std::string as_of;
  std::optional<RegionId> region;  ///< only actors there, and forums they take part in
  std::vector<ActorKind> kinds;    ///< only actors of these kinds; empty: all
  std::size_t most_nodes = 60;     ///< the best connected ones are shown, and how many there are
  Language language = Language::en;
};

/// Who works with whom: actors tied by agreements, joint pledges and exchanges, and the forums they
/// chair or lead.
[[nodiscard]] Drawing network_drawing(const ViewContext& context);

/// Who sits where: actors and the forums they belong to.
[[nodiscard]] Drawing forums_drawing(const ViewContext& context);

/// The pairs of a result, as ties between pledges or actors.
[[nodiscard]] Drawing synergy_drawing(const SynergyResult& result, const SynergyContext& context);

/// Every item that shares something against every other: how many tags both carry.
[[nodiscard]] Grid synergy_grid(const SynergyResult& result, const SynergyContext& context);

}  // namespace coopnet::render
