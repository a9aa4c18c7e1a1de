#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/render/drawing.hpp"
#include "coopnet/render/graphviz.hpp"

/// Pictures with every piece in its place, and the files made of them.
///
/// A picture is one page: 785 points wide and at most 538 high, which is what A4 landscape leaves
/// inside margins of 10 mm. No text is smaller than 8 points on it, so none is when the picture is
/// printed to fill such a page. What has no room at that size is shortened, coded or left out, and
/// the picture says so; the complete text stays in the <title> of each node.
namespace coopnet::render {

/// Points of 1/72 inch; x to the right, y down.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  [[nodiscard]] double right() const { return x + width; }
  [[nodiscard]] double bottom() const { return y + height; }
  [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
  friend bool operator==(const Rect&, const Rect&) = default;
};

inline constexpr double page_width = 785;
inline constexpr double page_height = 538;
inline constexpr double smallest_text = 8;

/// Side of the box at which a text stands, whatever the direction of writing.
enum class Align : std::uint8_t { left, middle, right };

struct PictureText {
  std::string text;  ///< one line
  Rect box;          ///< as tall as the font; wide enough for DejaVu Sans
  double size = smallest_text;
  Align align = Align::left;
  bool bold = false;
  bool white = false;  ///< white letters, for dark ground
  bool halo = false;   ///< on a white ground that covers the edges below
};

struct PictureSymbol {
  Shape shape = Shape::circle;
  Rect box;             ///< of what is seen
  std::string fill;     ///< #rrggbb, or empty
  std::string outline;  ///< #rrggbb, or empty
  double outline_width = 1;
};

struct PictureLine {
  std::vector<Point> points;  ///< two: a straight line; four: a cubic Bezier curve
  double width = 1;
  LinePattern pattern = LinePattern::solid;
  std::string colour;
  bool arrow = false;  ///< a head whose tip is the last point
};

enum class PartRole : std::uint8_t { heading, edge, node, cell, legend, key, footer };

/// What belongs together, with words for those who point at it. Lines lie under symbols, and
/// symbols under texts; a later part lies on an earlier one.
struct PicturePart {
  PartRole role = PartRole::node;
  std::string title;
  std::vector<PictureLine> lines;
  std::vector<PictureSymbol> symbols;
  std::vector<PictureText> texts;
};

struct Picture {
  double width = page_width;
  double height = page_height;
  std::string title;
  std::string description;
  std::string language = "en";
  Direction direction = Direction::left_to_right;
  std::vector<PicturePart> parts;
  /// Codes and full labels of nodes or columns that the picture shows by a code, in the order of
  /// the codes; complete, even where the key in the picture is not.
  struct Code {
    std::string code;
    std::string label;
    friend bool operator==(const Code&, const Code&) = default;
  };
  std::vector<Code> codes;
  std::size_t labels_left_out = 0;  ///< nodes that carry neither label nor code
};

/// Lays the drawing out with Graphviz (layout_engine() in render/dot.hpp chooses how) and composes
/// the page. Without edges no program is run. Same drawing, same Graphviz: same picture, for any
/// order of nodes and edges. Throws as validate() and run_graphviz() do.
[[nodiscard]] Picture compose(const Drawing& drawing, const LayoutLimits& limits = {});

/// The same with given positions, one for each node of the drawing, in any unit, y down; they are
/// scaled to the page and moved apart where labels would overlap. Runs no program.
/// Throws PreconditionError if there are not as many positions as nodes, or one is not finite.
[[nodiscard]] Picture compose(const Drawing& drawing, std::span<const Point> positions);

/// SVG 1.1 with role="img", title and description, lang and dir; no script, style sheet, link or
/// outside resource. `id_prefix` keeps ids apart when pages hold several pictures: letters,
/// digits and hyphens, a letter first (PreconditionError otherwise).
[[nodiscard]] std::string to_svg(const Picture& picture, std::string_view id_prefix = "picture");
[[nodiscard]] std::string to_svg(const Drawing& drawing, const LayoutLimits& limits = {});

/// The picture as Graphviz paints it through cairo. dpi in 36..600 (PreconditionError otherwise).
[[nodiscard]] std::string to_png(const Picture& picture, unsigned dpi = 150,
                                 const LayoutLimits& limits = {});
[[nodiscard]] std::string to_pdf(const Picture& picture, const LayoutLimits& limits = {});

/// What a reader would stumble over, one line each: texts that touch other texts or foreign
/// symbols, pieces that leave the page, text below the smallest size. Empty for every picture that
/// this library composes with at most 300 nodes.
[[nodiscard]] std::vector<std::string> layout_faults(const Picture& picture);

}  // namespace coopnet::render
