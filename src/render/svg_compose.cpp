#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "coopnet/core/errors.hpp"
#include "coopnet/render/dot.hpp"
#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"
#include "render/graphviz_layout.hpp"
#include "render/svg_attempt.hpp"
#include "render/svg_edges.hpp"

namespace coopnet::render {
namespace {

constexpr double block_gap = 7;
constexpr double letter_size = 8;
/// Symbols below this diameter have no room for the letter of their colour.
constexpr double letter_room = 12;

class Composer {
 public:
  explicit Composer(const Drawing& drawing)
      : drawing_(drawing),
        scales_(scales_of(drawing)),
        texts_{drawing.title, drawing.subtitle, drawing.source, drawing.date},
        heading_(heading_block(texts_)),
        legend_(legend_block(legend_items(drawing, scales_), content_width)) {
    for (const auto& e : legend(drawing))
      if (e.part == LegendPart::colour && e.letter != 0) letters_[e.index] = e.letter;
  }

  [[nodiscard]] Picture compose(const Wishes& wishes) const {
    constexpr int gaps = 4;
    const std::vector<std::string> possible_note = {"-"};
    const double taken = heading_.height + legend_.height +
                         footer_block(texts_, possible_note).height + gaps * block_gap;
    auto attempt = best_attempt(drawing_, scales_, wishes, content_height - taken);
    return finish(attempt);
  }

 private:
  [[nodiscard]] PicturePart node_part(std::size_t i, const Attempt& attempt) const {
    const auto& node = drawing_.nodes[i];
    const auto& placed = attempt.nodes[i];
    const auto colour = colour_of(drawing_, node);
    PicturePart part;
    part.role = PartRole::node;
    part.title = describe(drawing_, node);
    PictureSymbol symbol;
    symbol.shape = drawing_.kinds[node.kind].shape;
    symbol.box = placed.symbol;
    symbol.fill = std::string(fill_of(colour));
    symbol.outline = std::string(outline_colour);
    const auto letter = letters_.find(colour);
    if (letter != letters_.end() && scales_.diameter_min >= letter_room) {
      const Point at = letter_place(symbol.shape, symbol.box);
      auto text = make_text(std::string(1, letter->second), at.x, 0, letter_size, Align::middle);
      text.box.y = at.y - text.box.height / 2;
      text.white = white_on(colour);
      part.texts.push_back(std::move(text));
    }
    part.symbols.push_back(std::move(symbol));
    if (placed.label) add_label(part, placed, attempt.lines[i], attempt.size);
    return part;
  }

  static void add_label(PicturePart& part, const PlacedNode& placed,
                        const std::vector<std::string>& lines, double size) {
    const Rect& box = *placed.label;
    double x = box.centre().x;
    if (placed.align == Align::left) x = box.x;
    if (placed.align == Align::right) x = box.right();
    double y = box.y;
    for (const auto& line : lines) {
      part.texts.push_back(make_text(line, x, y, size, placed.align));
      part.texts.back().halo = true;
      y += size * line_step;
    }
  }

  [[nodiscard]] PicturePart nothing_to_show(const Rect& plot) const {
    constexpr double size = 10;
    PicturePart part;
    part.role = PartRole::heading;
    part.texts.push_back(make_text(clean(drawing_.words.empty, 100), content_width / 2,
                                   plot.centre().y, size, Align::middle));
    return part;
  }

  [[nodiscard]] std::vector<std::string> notes(const Attempt& attempt) const {
    const std::size_t n = drawing_.nodes.size();
    if (attempt.named == n) return {};
    return {fill(drawing_.words.names_shown, {std::to_string(attempt.named), std::to_string(n)})};
  }

  void put(Picture& picture, Block block, double& y) const {
    if (block.height <= 0) return;
    shift(block.part, 0, y);
    if (drawing_.direction == Direction::right_to_left) mirror(block.part, content_width);
    picture.parts.push_back(std::move(block.part));
    y += block.height + block_gap;
  }

  [[nodiscard]] Picture finish(const Attempt& attempt) const {
    Picture out;
    out.title = clean(drawing_.title);
    out.description = describe(drawing_);
    out.language = drawing_.language;
    out.direction = drawing_.direction;
    out.parts = edge_parts(drawing_, scales_, attempt.nodes, attempt.plot);
    for (std::size_t i = 0; i < attempt.nodes.size(); ++i)
      out.parts.push_back(node_part(i, attempt));
    if (drawing_.nodes.empty()) out.parts.push_back(nothing_to_show(attempt.plot));
    const double top = heading_.height > 0 ? heading_.height + block_gap : 0;
    for (auto& part : out.parts) shift(part, 0, top);
    double y = 0;
    put(out, heading_, y);
    y = top + attempt.plot.height + block_gap;
    put(out, attempt.key, y);
    put(out, legend_, y);
    put(out, footer_block(texts_, notes(attempt)), y);
    for (auto& part : out.parts) shift(part, page_margin, page_margin);
    out.height = y - block_gap + 2 * page_margin;
    out.codes = attempt.codes;
    out.labels_left_out = attempt.missing.size();
    return out;
  }

  const Drawing& drawing_;
  Scales scales_;
  PageTexts texts_;
  Block heading_;
  Block legend_;
  std::map<std::size_t, char> letters_;
};

/// Boxes for the first layout: names at the smallest size, or symbols where there are many nodes.
std::vector<Extent> layout_boxes(const Drawing& drawing) {
  const auto scales = scales_of(drawing);
  constexpr std::size_t few = 120;
  std::vector<Extent> out;
  for (const auto& node : drawing.nodes) {
    NodeBox box;
    box.symbol = extent_of(drawing.kinds[node.kind].shape, scales.diameter(node.size));
    const auto lines = drawing.nodes.size() <= few ? label_lines(node) : std::vector<std::string>();
    for (const auto& line : lines)
      box.label.width = std::max(box.label.width, text_width(line, smallest_text));
    box.label.height = stack_height(lines.size(), smallest_text);
    out.push_back(whole(box));
  }
  return out;
}

}  // namespace

Picture compose(const Drawing& original, const LayoutLimits& limits) {
  const Drawing drawing = canonical(original);
  Wishes wishes;
  wishes.positions = graphviz_positions(drawing, layout_boxes(drawing), limits);
  wishes.fit = layout_engine(drawing) == Engine::dot ? Fit::stretch : Fit::turn;
  return Composer(drawing).compose(wishes);
}

Picture compose(const Drawing& original, std::span<const Point> positions) {
  if (positions.size() != original.nodes.size())
    throw PreconditionError("compose: one position for each node is needed");
  std::vector<std::size_t> order(positions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return original.nodes[a].key < original.nodes[b].key;
  });
  Wishes wishes;
  wishes.fit = Fit::keep;
  for (const auto i : order) {
    if (!std::isfinite(positions[i].x) || !std::isfinite(positions[i].y))
      throw PreconditionError("compose: a position is not finite");
    wishes.positions.emplace_back(positions[i]);
  }
  const Drawing drawing = canonical(original);
  return Composer(drawing).compose(wishes);
}

}  // namespace coopnet::render
