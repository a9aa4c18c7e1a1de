#include "render/svg_page.hpp"

#include <algorithm>
#include <cmath>

#include "render/drawing_text.hpp"

namespace coopnet::render {
namespace {

constexpr double title_size = 15;
constexpr double subtitle_size = 9.5;
constexpr double note_size = 8;
constexpr double key_size = 8;

/// Stacks wrapped lines at the left edge, starting at y; returns where they end.
double stack(PicturePart& part, std::string_view text, double y, const WrapOptions& options) {
  for (const auto& line : wrap(text, options)) {
    part.texts.push_back(make_text(line, 0, y, options.size, Align::left, options.bold));
    y += options.size * line_step;
  }
  return y;
}

struct KeyColumns {
  double code_room;
  double name_room;
  std::size_t columns;
};

constexpr double key_gap = 10;

/// Wide columns with whole names, unless narrower ones save a third of the rows or let more names
/// in.
KeyColumns key_columns(std::span<const Picture::Code> codes, double width, std::size_t most_rows) {
  double code_room = 0;
  double longest = 0;
  for (const auto& c : codes) {
    code_room = std::max(code_room, text_width(c.code, key_size, true) + 4);
    longest = std::max(longest, text_width(c.label, key_size));
  }
  KeyColumns best{};
  std::size_t best_rows = 0;
  std::size_t best_shown = 0;
  for (const double cap : {110.0, 140.0, 190.0, 250.0, width}) {
    const double room = std::min({cap, longest, width - code_room});
    const double fitting = std::floor((width + key_gap) / (code_room + room + key_gap));
    const auto columns = static_cast<std::size_t>(std::max(1.0, fitting));
    const std::size_t rows = (codes.size() + columns - 1) / columns;
    const std::size_t shown = std::min(codes.size(), columns * most_rows);
    if (best.columns != 0 && (2 * rows > 3 * best_rows + 2 || shown < best_shown)) break;
    if (best.columns == 0) best_rows = rows;
    best_shown = std::max(best_shown, shown);
    best = {code_room, room, columns};
  }
  return best;
}

}  // namespace

PictureText make_text(std::string_view line, double x, double y, double size, Align align,
                      bool bold) {
  PictureText out;
  out.text = std::string(line);
  out.size = size;
  out.align = align;
  out.bold = bold;
  out.box.width = text_width(line, size, bold);
  out.box.height = (ascent + descent) * size;
  out.box.x = x;
  if (align == Align::middle) out.box.x -= out.box.width / 2;
  if (align == Align::right) out.box.x -= out.box.width;
  out.box.y = y;
  return out;
}

double stack_height(std::size_t lines, double size) {
  if (lines == 0) return 0;
  return (static_cast<double>(lines - 1) * line_step + ascent + descent) * size;
}

void shift(PicturePart& part, double dx, double dy) {
  const auto move = [&](auto& at) {
    at.x += dx;
    at.y += dy;
  };
  for (auto& line : part.lines)
    for (auto& p : line.points) move(p);
  for (auto& symbol : part.symbols) move(symbol.box);
  for (auto& text : part.texts) move(text.box);
}

void mirror(PicturePart& part, double width) {
  for (auto& line : part.lines)
    for (auto& p : line.points) p.x = width - p.x;
  for (auto& symbol : part.symbols) symbol.box.x = width - symbol.box.right();
  for (auto& text : part.texts) {
    text.box.x = width - text.box.right();
    if (text.align != Align::middle)
      text.align = text.align == Align::left ? Align::right : Align::left;
  }
}

Block heading_block(const PageTexts& texts) {
  Block out;
  out.part.role = PartRole::heading;
  const WrapOptions title{.width = content_width, .size = title_size, .bold = true, .lines = 2};
  const WrapOptions subtitle{
      .width = content_width, .size = subtitle_size, .bold = false, .lines = 2};
  const double y = stack(out.part, texts.title, 0, title);
  out.height = stack(out.part, texts.subtitle, y, subtitle);
  return out;
}

Block footer_block(const PageTexts& texts, std::span<const std::string> notes) {
  Block out;
  out.part.role = PartRole::footer;
  const WrapOptions full{.width = content_width, .size = note_size, .bold = false, .lines = 2};
  double y = 0;
  for (const auto& note : notes) y = stack(out.part, note, y, full);
  constexpr double date_room = 170;
  const auto date = shorten_to_points(clean(texts.date), date_room, note_size);
  if (!date.empty())
    out.part.texts.push_back(make_text(date, content_width, y, note_size, Align::right));
  WrapOptions rest = full;
  if (!date.empty()) rest.width -= date_room + 10;
  out.height = stack(out.part, texts.source, y, rest);
  if (!date.empty()) out.height = std::max(out.height, y + note_size * line_step);
  return out;
}

Block key_block(std::string_view heading, std::span<const Picture::Code> codes, double width,
                double height, std::size_t& shown) {
  Block out;
  out.part.role = PartRole::key;
  shown = 0;
  constexpr double step = key_size * line_step;
  const double top = key_size * line_step + 1;
  if (codes.empty() || height < top + step) return out;
  const auto rows_possible = static_cast<std::size_t>(std::floor((height - top) / step));
  const auto [code_room, name_room, columns] = key_columns(codes, width, rows_possible);
  const double column = code_room + name_room + key_gap;
  const std::size_t rows = std::min(rows_possible, (codes.size() + columns - 1) / columns);
  shown = std::min(codes.size(), rows * columns);
  out.part.texts.push_back(make_text(heading, 0, 0, key_size, Align::left, true));
  for (std::size_t i = 0; i < shown; ++i) {
    const double x = static_cast<double>(i / rows) * column;
    const double y = top + static_cast<double>(i % rows) * step;
    out.part.texts.push_back(make_text(codes[i].code, x, y, key_size, Align::left, true));
    out.part.texts.push_back(make_text(shorten_to_points(codes[i].label, name_room, key_size),
                                       x + code_room, y, key_size));
  }
  out.height = top + static_cast<double>(rows) * step;
  return out;
}

}  // namespace coopnet::render
