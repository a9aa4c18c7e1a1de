#pragma once

#include <string>
#include <vector>

#include "coopnet/render/drawing.hpp"

/// What the forms of a drawing say in words.
namespace coopnet::render {

/// The label in at most three lines of about 18 letters; the key where the label shows nothing.
[[nodiscard]] std::vector<std::string> label_lines(const DrawingNode& node);

/// The description, or what the drawing knows: "Kenya; state; Africa; pledges: 12".
[[nodiscard]] std::string describe(const Drawing& drawing, const DrawingNode& node);
/// The description, or "Kenya - Nairobi Forum; member; meetings: 3"; an arrow where directed.
[[nodiscard]] std::string describe(const Drawing& drawing, const DrawingEdge& edge);
/// The description, or the subtitle and the counts.
[[nodiscard]] std::string describe(const Drawing& drawing);

/// What a part of the legend is about.
[[nodiscard]] std::string legend_heading(const Drawing& drawing, LegendPart part);

}  // namespace coopnet::render
