#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "coopnet/render/svg.hpp"

/// Colours, shapes and scales that all forms of a drawing share.
namespace coopnet::render {

/// Dark enough on white for outlines and small print: 12.6 to 1.
inline constexpr std::string_view outline_colour = "#333333";

/// Fill of a colour class: those of regions (network/region_colours.hpp), white for none.
[[nodiscard]] std::string_view fill_of(std::size_t colour);
/// The same colour in words that Graphviz users know.
[[nodiscard]] std::string_view colour_name(std::size_t colour);
/// Whether letters on that fill are white: contrast of at least 4.5 to 1 either way.
[[nodiscard]] bool white_on(std::size_t colour);

/// Each at least 3 to 1 on white.
[[nodiscard]] std::string_view line_colour(LinePattern pattern);

[[nodiscard]] std::string_view name_of(Shape shape);
[[nodiscard]] std::string_view name_of(LinePattern pattern);

/// Width and height of what is seen of a shape that has the area of a circle of this diameter.
struct Extent {
  double width = 0;
  double height = 0;
};
[[nodiscard]] Extent extent_of(Shape shape, double diameter);

/// Corners of a shape that fills `box`; empty for a circle.
[[nodiscard]] std::vector<Point> corners(Shape shape, const Rect& box);

/// Where a letter stands best in the shape.
[[nodiscard]] Point letter_place(Shape shape, const Rect& box);

/// What Graphviz calls a shape.
[[nodiscard]] std::string_view graphviz_shape(Shape shape);
/// The shape's box as Graphviz counts it, which for some shapes is taller than what is seen.
[[nodiscard]] Rect graphviz_box(Shape shape, const Rect& box);

/// From measures to points. Diameters grow with the square root of the value, line widths with the
/// value; both start at a visible minimum, and the legend shows samples.
struct Scales {
  double largest_size = 0;
  double largest_width = 0;
  double diameter_min = 0;
  double diameter_max = 0;
  double line_min = 0;
  double line_max = 0;

  [[nodiscard]] double diameter(double value) const;
  [[nodiscard]] double line_width(double value) const;
};
[[nodiscard]] Scales scales_of(const Drawing& drawing);

}  // namespace coopnet::render
