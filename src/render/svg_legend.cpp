#include <algorithm>

#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"
#include "render/svg_page.hpp"

namespace coopnet::render {
namespace {

constexpr double legend_size = 8.5;
constexpr double letter_size = 8;
constexpr double sample_gap = 4;
constexpr double item_gap = 11;
constexpr double group_gap = 20;
constexpr double row_gap = 2;
constexpr double line_sample = 28;
constexpr double widest_text = 230;

/// An item with its place in the row.
struct Placed {
  const LegendItem* item;
  double x;
};

double text_height() { return (ascent + descent) * legend_size; }

double heading_width(const LegendItem& item) {
  if (item.heading.empty()) return 0;
  return text_width(item.heading + ":", legend_size, true) + 5;
}

double item_width(const LegendItem& item) {
  return heading_width(item) + item.sample.width + sample_gap + text_width(item.text, legend_size);
}

/// Of the group that begins with the first item.
double group_width(std::span<const LegendItem> items) {
  double width = item_width(items[0]);
  for (std::size_t i = 1; i < items.size() && items[i].heading.empty(); ++i)
    width += item_gap + item_width(items[i]);
  return width;
}

void put(PicturePart& part, const Placed& placed, double middle) {
  const auto& item = *placed.item;
  double x = placed.x;
  const double text_top = middle - text_height() / 2;
  if (!item.heading.empty())
    part.texts.push_back(
        make_text(item.heading + ":", x, text_top, legend_size, Align::left, true));
  x += heading_width(item);
  const Point centre{x + item.sample.width / 2, middle};
  for (auto symbol : item.symbols) {
    symbol.box.x += centre.x;
    symbol.box.y += centre.y;
    part.symbols.push_back(std::move(symbol));
  }
  for (auto line : item.lines) {
    for (auto& p : line.points) p = {p.x + centre.x, p.y + centre.y};
    part.lines.push_back(std::move(line));
  }
  if (!item.letter.empty()) {
    auto letter = make_text(item.letter, centre.x, 0, letter_size, Align::middle);
    letter.box.y = centre.y - letter.box.height / 2;
    letter.white = item.white_letter;
    part.texts.push_back(std::move(letter));
  }
  x += item.sample.width + sample_gap;
  part.texts.push_back(make_text(item.text, x, text_top, legend_size));
}

PictureSymbol sample_symbol(Shape shape, double diameter, std::string_view fill) {
  const auto extent = extent_of(shape, diameter);
  PictureSymbol out;
  out.shape = shape;
  out.box = {-extent.width / 2, -extent.height / 2, extent.width, extent.height};
  out.fill = std::string(fill);
  out.outline = std::string(outline_colour);
  return out;
}

LegendItem line_item(LinePattern pattern, double width, bool arrow) {
  LegendItem out;
  PictureLine line;
  line.points = {{-line_sample / 2, 0}, {line_sample / 2, 0}};
  line.width = width;
  line.pattern = pattern;
  line.colour = std::string(line_colour(pattern));
  line.arrow = arrow;
  out.lines.push_back(std::move(line));
  out.sample = {line_sample + (arrow ? 3 : 0), std::max(width, 6.0)};
  return out;
}

LegendItem symbol_item(Shape shape, double diameter, std::string_view fill) {
  LegendItem out;
  out.symbols.push_back(sample_symbol(shape, diameter, fill));
  out.sample = {out.symbols[0].box.width, out.symbols[0].box.height};
  return out;
}

LegendItem item_for(const LegendEntry& e, const Scales& scales) {
  constexpr double sample_diameter = 12;
  constexpr double sample_line = 1.4;
  switch (e.part) {
    case LegendPart::colour: {
      auto out = symbol_item(Shape::circle, sample_diameter, fill_of(e.index));
      if (e.letter != 0) out.letter = std::string(1, e.letter);
      out.white_letter = white_on(e.index);
      return out;
    }
    case LegendPart::shape:
      return symbol_item(static_cast<Shape>(e.index), sample_diameter, fill_of(no_colour));
    case LegendPart::line:
      return line_item(static_cast<LinePattern>(e.index), sample_line, e.directed);
    case LegendPart::size:
      return symbol_item(Shape::circle, scales.diameter(e.value), fill_of(no_colour));
    case LegendPart::width:
      break;
  }
  return line_item(LinePattern::solid, scales.line_width(e.value), false);
}

}  // namespace

std::vector<LegendItem> legend_items(const Drawing& drawing, const Scales& scales) {
  std::vector<LegendItem> out;
  const auto entries = legend(drawing);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    auto item = item_for(entries[i], scales);
    item.text = shorten_to_points(clean(entries[i].text), widest_text, legend_size);
    if (i == 0 || entries[i - 1].part != entries[i].part)
      item.heading = shorten_to_points(clean(legend_heading(drawing, entries[i].part)), widest_text,
                                       legend_size, true);
    out.push_back(std::move(item));
  }
  return out;
}

Block legend_block(std::span<const LegendItem> items, double width) {
  Block out;
  out.part.role = PartRole::legend;
  std::vector<Placed> row;
  double x = 0;
  double tall = text_height();
  const auto end_row = [&] {
    for (const auto& placed : row) put(out.part, placed, out.height + tall / 2);
    if (!row.empty()) out.height += tall + row_gap;
    row.clear();
    x = 0;
    tall = text_height();
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    if (!row.empty()) x += item.heading.empty() ? item_gap : group_gap;
    // A group that fits in a row is not broken.
    const double needed = item.heading.empty() ? 0 : group_width(items.subspan(i));
    const bool too_wide = x + item_width(item) > width;
    if (too_wide || (x + needed > width && needed <= width)) end_row();
    row.push_back({&item, x});
    x += item_width(item);
    tall = std::max({tall, item.sample.height + 1, text_height()});
  }
  end_row();
  return out;
}

}  // namespace coopnet::render
