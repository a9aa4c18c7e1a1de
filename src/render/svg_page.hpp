#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "render/drawing_style.hpp"

/// The furniture of a page: heading, legend, key and footer, each a block of its own height that
/// is put where the page has decided. Blocks are built for left-to-right and mirrored at the end.
namespace coopnet::render {

inline constexpr double page_margin = 8;
inline constexpr double content_width = page_width - 2 * page_margin;
inline constexpr double content_height = page_height - 2 * page_margin;

struct Block {
  PicturePart part;
  double height = 0;
};

/// A text whose box starts at (x, y) for left, ends at x for right, is centred at x for middle.
[[nodiscard]] PictureText make_text(std::string_view line, double x, double y, double size,
                                    Align align = Align::left, bool bold = false);

/// Height of a stack of lines of this font size.
[[nodiscard]] double stack_height(std::size_t lines, double size);

void shift(PicturePart& part, double dx, double dy);
/// Left becomes right, about the middle of a page of the given width.
void mirror(PicturePart& part, double width);

struct PageTexts {
  std::string title;
  std::string subtitle;
  std::string source;
  std::string date;
};

[[nodiscard]] Block heading_block(const PageTexts& texts);
/// Notes first, then source and date.
[[nodiscard]] Block footer_block(const PageTexts& texts, std::span<const std::string> notes);

/// A sample with words beside it, as in a legend.
struct LegendItem {
  std::string heading;                 ///< set on the first item of a group
  std::vector<PictureSymbol> symbols;  ///< placed about (0, 0)
  std::vector<PictureLine> lines;
  std::string letter;
  bool white_letter = false;
  Extent sample;  ///< room for the above
  std::string text;
};
/// Items in rows, groups kept apart, no wider than `width`.
[[nodiscard]] Block legend_block(std::span<const LegendItem> items, double width);
/// Samples for the entries of a drawing's legend.
[[nodiscard]] std::vector<LegendItem> legend_items(const Drawing& drawing, const Scales& scales);

/// "Key" and the coded names in columns, as many as `height` takes; `shown` tells how many.
[[nodiscard]] Block key_block(std::string_view heading, std::span<const Picture::Code> codes,
                              double width, double height, std::size_t& shown);

}  // namespace coopnet::render
