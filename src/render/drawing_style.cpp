#include "render/drawing_style.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "coopnet/network/region_colours.hpp"

namespace coopnet::render {
namespace {

struct Colour {
  std::string_view fill;
  std::string_view name;
  bool white;
};

constexpr std::array<Colour, no_colour + 1> colours = {{
    {region_fills[0], "orange", false},
    {region_fills[1], "sky blue", false},
    {region_fills[2], "green", false},
    {region_fills[3], "yellow", false},
    {region_fills[4], "purple", false},
    {region_fills[5], "blue", true},
    {region_fills[6], "vermillion", false},
    {region_fills[7], "grey", false},
    {"#FFFFFF", "white", false},
}};

constexpr std::array<std::string_view, pattern_count> line_colours = {"#8A8A8A", "#0072B2",
                                                                      "#C04A00", "#333333"};
constexpr std::array<std::string_view, pattern_count> pattern_names = {"solid", "dashed", "dotted",
                                                                       "twin"};
constexpr std::array<std::string_view, shape_count> shape_names = {
    "circle", "square", "diamond", "triangle", "hexagon", "inverted triangle", "pentagon"};

// Width and height, in diameters of the circle of the same area.
constexpr std::array<Extent, shape_count> extents = {{{1, 1},
                                                      {0.886, 0.886},
                                                      {1.253, 1.253},
                                                      {1.347, 1.166},
                                                      {1.1, 0.952},
                                                      {1.347, 1.166},
                                                      {1.093, 1.04}}};

std::vector<Point> unit_corners(Shape shape) {
  switch (shape) {
    case Shape::circle:
      return {};
    case Shape::square:
      return {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    case Shape::diamond:
      return {{0.5, 0}, {1, 0.5}, {0.5, 1}, {0, 0.5}};
    case Shape::triangle:
      return {{0.5, 0}, {1, 1}, {0, 1}};
    case Shape::hexagon:
      return {{0.25, 0}, {0.75, 0}, {1, 0.5}, {0.75, 1}, {0.25, 1}, {0, 0.5}};
    case Shape::inverted_triangle:
      return {{0, 0}, {1, 0}, {0.5, 1}};
    case Shape::pentagon:
      return {{0.5, 0}, {1, 0.382}, {0.809, 1}, {0.191, 1}, {0, 0.382}};
  }
  return {};
}

}  // namespace

std::string_view fill_of(std::size_t colour) { return colours[std::min(colour, no_colour)].fill; }
std::string_view colour_name(std::size_t colour) {
  return colours[std::min(colour, no_colour)].name;
}
bool white_on(std::size_t colour) { return colours[std::min(colour, no_colour)].white; }

std::string_view line_colour(LinePattern pattern) {
  return line_colours[static_cast<std::size_t>(pattern)];
}
std::string_view name_of(Shape shape) { return shape_names[static_cast<std::size_t>(shape)]; }
std::string_view name_of(LinePattern pattern) {
  return pattern_names[static_cast<std::size_t>(pattern)];
}

Extent extent_of(Shape shape, double diameter) {
  const auto unit = extents[static_cast<std::size_t>(shape)];
  return {unit.width * diameter, unit.height * diameter};
}

std::vector<Point> corners(Shape shape, const Rect& box) {
  auto out = unit_corners(shape);
  for (auto& p : out) p = {box.x + p.x * box.width, box.y + p.y * box.height};
  return out;
}

Point letter_place(Shape shape, const Rect& box) {
  double share = 0.5;
  if (shape == Shape::triangle) share = 0.64;
  if (shape == Shape::inverted_triangle) share = 0.36;
  if (shape == Shape::pentagon) share = 0.54;
  return {box.x + box.width / 2, box.y + share * box.height};
}

Rect graphviz_box(Shape shape, const Rect& box) {
  // Graphviz inscribes these three in an ellipse, which leaves part of the box empty.
  constexpr double triangle_share = 0.75;
  constexpr double pentagon_share = 0.9045;
  Rect out = box;
  if (shape == Shape::triangle || shape == Shape::inverted_triangle)
    out.height = box.height / triangle_share;
  if (shape == Shape::pentagon) out.height = box.height / pentagon_share;
  if (shape == Shape::inverted_triangle) out.y = box.bottom() - out.height;
  return out;
}

double Scales::diameter(double value) const {
  if (!(largest_size > 0)) return diameter_min;
  return diameter_min + (diameter_max - diameter_min) * std::sqrt(value / largest_size);
}

double Scales::line_width(double value) const {
  if (!(largest_width > 0)) return line_min;
  return line_min + (line_max - line_min) * (value / largest_width);
}

Scales scales_of(const Drawing& drawing) {
  Scales s;
  if (!drawing.size_measure.empty())
    for (const auto& node : drawing.nodes) s.largest_size = std::max(s.largest_size, node.size);
  if (!drawing.width_measure.empty())
    for (const auto& edge : drawing.edges) s.largest_width = std::max(s.largest_width, edge.width);
  const std::size_t n = drawing.nodes.size();
  const Extent range = n <= 30    ? Extent{15, 34}
                       : n <= 80  ? Extent{13, 26}
                       : n <= 250 ? Extent{12, 20}
                       : n <= 600 ? Extent{6, 13}
                                  : Extent{4, 8};
  s.diameter_min = range.width;
  s.diameter_max = range.height;
  const std::size_t m = drawing.edges.size();
  const Extent lines = m <= 120 ? Extent{0.8, 4.5} : m <= 400 ? Extent{0.5, 2.6} : Extent{0.3, 1.5};
  s.line_min = lines.width;
  s.line_max = lines.height;
  return s;
}

std::string_view graphviz_shape(Shape shape) {
  switch (shape) {
    case Shape::circle:
      return "ellipse";
    case Shape::square:
      return "box";
    case Shape::diamond:
      return "diamond";
    case Shape::triangle:
      return "triangle";
    case Shape::hexagon:
      return "hexagon";
    case Shape::inverted_triangle:
      return "invtriangle";
    case Shape::pentagon:
      return "pentagon";
  }
  return "box";
}

}  // namespace coopnet::render
