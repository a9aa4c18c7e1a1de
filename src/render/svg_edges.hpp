#pragma once

#include <span>
#include <vector>

#include "render/drawing_style.hpp"
#include "render/svg_place.hpp"

namespace coopnet::render {

/// White between the two halves of a twin line, whose width is shared by both.
inline constexpr double twin_gap = 1.4;

/// Where the head of a line with an arrow begins: the line itself ends there.
[[nodiscard]] Point arrow_base(const PictureLine& line);

/// Length of an arrow head for a line of this width.
[[nodiscard]] double head_length(double line_width);

/// One part for each edge of a canonical drawing. Lines run from symbol to symbol, straight where
/// a pair of nodes has one edge, as a fan of curves where it has several; a loop stands on its
/// node. Heads of arrows stop before a label that stands in their way. Nothing leaves `plot`.
[[nodiscard]] std::vector<PicturePart> edge_parts(const Drawing& drawing, const Scales& scales,
                                                  std::span<const PlacedNode> nodes,
                                                  const Rect& plot);

}  // namespace coopnet::render
