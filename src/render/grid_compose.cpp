#include <algorithm>

#include "coopnet/core/errors.hpp"
#include "render/grid_plan.hpp"
#include "render/grid_shades.hpp"

namespace coopnet::render {
namespace {

constexpr double block_gap = 7;
constexpr double legend_text = 8.5;
constexpr double smallest_marked = 4.5;  ///< cells below this size show no marks
constexpr std::string_view thin_colour = "#C9C9C9";
constexpr std::string_view no_value_fill = "#EFEFEF";

bool has_value(const Grid& grid, std::int64_t value) {
  return std::find(grid.values.begin(), grid.values.end(), value) != grid.values.end();
}

bool has_marks(const Grid& grid) {
  return std::any_of(grid.marks.begin(), grid.marks.end(), [](auto m) { return m != 0; });
}

PictureSymbol mark_symbol(Point centre, double diameter) {
  PictureSymbol out;
  out.box = {centre.x - diameter / 2, centre.y - diameter / 2, diameter, diameter};
  out.fill = "#000000";
  out.outline = "#FFFFFF";
  out.outline_width = diameter / 5;
  return out;
}

LegendItem legend_item(std::string_view fill, std::string_view text) {
  LegendItem item;
  PictureSymbol swatch;
  swatch.shape = Shape::square;
  swatch.box = {-8, -5, 16, 10};
  swatch.fill = std::string(fill);
  swatch.outline = std::string(outline_colour);
  swatch.outline_width = 0.6;
  item.symbols.push_back(std::move(swatch));
  item.sample = {16, 10};
  constexpr double widest = 200;
  item.text = shorten_to_points(clean(text), widest, legend_text);
  return item;
}

/// Shades in use, then what is no shade.
Block grid_legend(const Grid& grid, const Shades& shades, bool marks) {
  std::vector<LegendItem> items;
  if (has_value(grid, 0)) items.push_back(legend_item("#FFFFFF", "0"));
  std::vector<bool> used(shades.steps() + 1, false);
  for (const auto value : grid.values) used[shades.step(value)] = true;
  for (std::size_t step = 1; step <= shades.steps(); ++step)
    if (used[step])
      items.push_back(legend_item(shade_fill(step, shades.steps()), shades.range(step)));
  if (has_value(grid, no_value)) items.push_back(legend_item(no_value_fill, grid.words.no_value));
  if (marks) {
    items.push_back(legend_item("#FFFFFF", grid.mark));
    items.back().symbols.push_back(mark_symbol({0, 0}, 4));
  }
  constexpr double widest_heading = 300;
  if (!items.empty())
    items.front().heading =
        shorten_to_points(clean(grid.measure), widest_heading, legend_text, true);
  return legend_block(items, content_width);
}

/// Draws what has been planned.
class GridPainter {
 public:
  GridPainter(const Grid& grid, const GridPlan& plan, const Shades& shades, bool marks)
      : grid_(grid),
        plan_(plan),
        shades_(shades),
        marks_(marks),
        columns_(columns_of(grid)),
        numbers_(numbers_that_fit()) {}

  /// A part for each cell that is not zero while these are few, else one for each row.
  void add_cells(std::vector<PicturePart>& out) const {
    constexpr std::size_t few = 4000;
    const auto zeros = std::count(grid_.values.begin(), grid_.values.end(), 0);
    const bool each = grid_.values.size() - static_cast<std::size_t>(zeros) <= few;
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      if (each)
        add_single_cells(i, out);
      else
        out.push_back(row_part(i));
    }
  }

  [[nodiscard]] PicturePart labels() const {
    PicturePart out;
    out.role = PartRole::key;
    const bool numbers = plan_.rows.form == GridNames::Form::ticks;
    for (std::size_t i = 0; i < plan_.rows.texts.size(); ++i) {
      if (plan_.rows.texts[i].empty()) continue;
      const double top = plan_.cell_box(i, 0).centre().y - grid_line / 2;
      out.texts.push_back(make_text(plan_.rows.texts[i], numbers ? plan_.label_room : 0, top,
                                    grid_text, numbers ? Align::right : Align::left));
    }
    for (std::size_t j = 0; j < plan_.columns.texts.size(); ++j)
      if (!plan_.columns.texts[j].empty())
        out.texts.push_back(make_text(plan_.columns.texts[j], plan_.cell_box(0, j).centre().x,
                                      plan_.origin.y - grid_line - 2, grid_text, Align::middle));
    name_row_blocks(out);
    name_column_blocks(out);
    return out;
  }

  /// Thin lines between cells that are not tiny; strong ones around blocks and the whole.
  [[nodiscard]] PicturePart rules() const {
    PicturePart out;
    out.role = PartRole::legend;
    constexpr double tiny = 3;
    const auto horizontal = [&](std::size_t i, double width, std::string_view colour) {
      const double y = plan_.cell_box(i, 0).y;
      out.lines.push_back({{{plan_.origin.x, y}, {plan_.right, y}},
                           width,
                           LinePattern::solid,
                           std::string(colour),
                           false});
    };
    const auto vertical = [&](std::size_t j, double width, std::string_view colour) {
      const double x = plan_.cell_box(0, j).x;
      out.lines.push_back({{{x, plan_.origin.y}, {x, plan_.bottom}},
                           width,
                           LinePattern::solid,
                           std::string(colour),
                           false});
    };
    for (std::size_t i = 1; i < grid_.rows.size() && plan_.cell.height >= tiny; ++i)
      horizontal(i, 0.4, thin_colour);
    for (std::size_t j = 1; j < columns_.size() && plan_.cell.width >= tiny; ++j)
      vertical(j, 0.4, thin_colour);
    for (const auto& block : grid_.row_blocks) horizontal(block.first, 1.2, outline_colour);
    for (const auto& block : column_blocks_of(grid_)) vertical(block.first, 1.2, outline_colour);
    for (const std::size_t i : {std::size_t{0}, grid_.rows.size()})
      horizontal(i, 1, outline_colour);
    for (const std::size_t j : {std::size_t{0}, columns_.size()}) vertical(j, 1, outline_colour);
    return out;
  }

 private:
  [[nodiscard]] std::size_t at(std::size_t i, std::size_t j) const {
    return i * columns_.size() + j;
  }
  [[nodiscard]] bool is_marked(std::size_t i, std::size_t j) const {
    return !grid_.marks.empty() && grid_.marks[at(i, j)] != 0;
  }
  [[nodiscard]] std::string fill_for(std::int64_t value) const {
    return std::string(value == no_value ? no_value_fill
                                         : shade_fill(shades_.step(value), shades_.steps()));
  }

  static void add_rect(PicturePart& part, const Rect& box, std::string fill) {
    PictureSymbol symbol;
    symbol.shape = Shape::square;
    symbol.box = box;
    symbol.fill = std::move(fill);
    part.symbols.push_back(std::move(symbol));
  }

  void add_mark(PicturePart& part, std::size_t i, std::size_t j) const {
    if (!marks_ || !is_marked(i, j)) return;
    const Rect box = plan_.cell_box(i, j);
    part.symbols.push_back(
        mark_symbol({box.right() - 0.7 * mark_size(), box.y + 0.7 * mark_size()}, mark_size()));
  }
  [[nodiscard]] double mark_size() const {
    return std::min({4.0, plan_.cell.width / 2, plan_.cell.height / 2});
  }

  /// In full if all numbers fit so, else short if they fit so, else not at all: a number here and
  /// there would look like a message. Beside the mark if there is room beside it.
  enum class Numbers { full, short_form, none };
  [[nodiscard]] Numbers numbers_that_fit() const {
    if (plan_.cell.height < grid_row_floor) return Numbers::none;
    Numbers out = Numbers::full;
    for (const auto value : grid_.values) {
      if (value <= 0) continue;
      if (out == Numbers::full && !fits(std::to_string(value))) out = Numbers::short_form;
      if (out == Numbers::short_form && !fits(compact(value))) return Numbers::none;
    }
    return out;
  }
  [[nodiscard]] bool fits(std::string_view number) const {
    return text_width(number, grid_text) <= plan_.cell.width - 1;
  }

  void add_number(PicturePart& part, std::size_t i, std::size_t j) const {
    const auto value = grid_.values[at(i, j)];
    if (value <= 0 || numbers_ == Numbers::none) return;
    const Rect box = plan_.cell_box(i, j);
    const auto number = numbers_ == Numbers::full ? std::to_string(value) : compact(value);
    const double wide = text_width(number, grid_text);
    const double beside = marks_ && is_marked(i, j) ? 1.2 * mark_size() : 0;
    const double left = std::max(box.x + 0.5, box.centre().x - wide / 2 - beside / 2);
    auto text = make_text(number, left + wide / 2, box.centre().y - grid_line / 2, grid_text,
                          Align::middle);
    text.white = white_on_shade(shades_.step(value), shades_.steps());
    part.texts.push_back(std::move(text));
  }

  [[nodiscard]] std::string cell_title(std::size_t i, std::size_t j) const {
    const auto value = grid_.values[at(i, j)];
    constexpr std::size_t longest = 200;
    auto out = clean(grid_.rows[i].label, longest) + " \u00D7 " +
               clean(columns_[j].label, longest) + ": " +
               (value == no_value ? clean(grid_.words.no_value) : std::to_string(value));
    if (is_marked(i, j)) out += "; " + clean(grid_.mark, longest);
    return out;
  }

  void add_single_cells(std::size_t i, std::vector<PicturePart>& out) const {
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      const auto value = grid_.values[at(i, j)];
      if (value == 0 && !is_marked(i, j)) continue;
      PicturePart part;
      part.role = PartRole::cell;
      part.title = cell_title(i, j);
      if (value != 0) add_rect(part, plan_.cell_box(i, j), fill_for(value));
      add_mark(part, i, j);
      add_number(part, i, j);
      out.push_back(std::move(part));
    }
  }

  /// Neighbours of one shade are one rectangle.
  [[nodiscard]] PicturePart row_part(std::size_t i) const {
    PicturePart out;
    out.role = PartRole::cell;
    out.title = clean(grid_.rows[i].label, 200) + ": " + std::to_string(grid_sum(grid_, i, true));
    for (std::size_t j = 0; j < columns_.size();) {
      const auto value = grid_.values[at(i, j)];
      if (value == 0) {
        ++j;
        continue;
      }
      const auto fill = fill_for(value);
      std::size_t end = j + 1;
      while (end < columns_.size() && grid_.values[at(i, end)] != 0 &&
             fill_for(grid_.values[at(i, end)]) == fill)
        ++end;
      Rect box = plan_.cell_box(i, j);
      box.width *= static_cast<double>(end - j);
      add_rect(out, box, fill);
      j = end;
    }
    for (std::size_t j = 0; j < columns_.size(); ++j) {
      add_mark(out, i, j);
      add_number(out, i, j);
    }
    return out;
  }

  static std::size_t end_of(const std::vector<GridBlock>& blocks, std::size_t k,
                            std::size_t count) {
    return k + 1 < blocks.size() ? blocks[k + 1].first : count;
  }

  /// Names of blocks stand where the block is large enough for a text.
  void name_row_blocks(PicturePart& out) const {
    const auto& blocks = grid_.row_blocks;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      const double top = plan_.cell_box(blocks[k].first, 0).y;
      const double bottom = plan_.cell_box(end_of(blocks, k, grid_.rows.size()), 0).y;
      if (bottom - top < grid_row_floor) continue;
      const auto name =
          shorten_to_points(clean(blocks[k].name), grid_side_room - 3 * grid_gap, grid_text);
      out.texts.push_back(
          make_text(name, plan_.right + grid_gap, (top + bottom - grid_line) / 2, grid_text));
    }
  }

  void name_column_blocks(PicturePart& out) const {
    if (is_square(grid_)) return;  // the rows have named them
    const auto& blocks = grid_.column_blocks;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
      const double left = plan_.cell_box(0, blocks[k].first).x;
      const double right = plan_.cell_box(0, end_of(blocks, k, columns_.size())).x;
      const auto name = shorten_to_points(clean(blocks[k].name), right - left - 3, grid_text);
      if (text_width(name, grid_text) <= right - left - 2)
        out.texts.push_back(make_text(name, left + 1, 0, grid_text));
    }
  }

  const Grid& grid_;
  const GridPlan& plan_;
  const Shades& shades_;
  bool marks_;
  const std::vector<GridLabel>& columns_;
  Numbers numbers_;
};

/// Puts the blocks of the page under each other.
class GridPage {
 public:
  explicit GridPage(const Grid& grid)
      : grid_(grid),
        texts_{grid.title, grid.subtitle, grid.source, grid.date},
        heading_(heading_block(texts_)) {
    out_.title = clean(grid.title);
    out_.language = grid.language;
    out_.direction = grid.direction;
    out_.description = clean(grid.description);
    const auto counts = fill(grid.words.counts, {std::to_string(grid.rows.size()),
                                                 std::to_string(columns_of(grid).size())});
    if (out_.description.empty())
      out_.description = clean(grid.subtitle.empty() ? counts : grid.subtitle + ". " + counts);
  }

  Picture nothing() {
    PicturePart part;
    part.role = PartRole::heading;
    part.texts.push_back(
        make_text(clean(grid_.words.empty, 100), content_width / 2, 25, 10, Align::middle));
    out_.parts.push_back(std::move(part));
    return finish(60, {}, {}, {});
  }

  Picture cells() {
    const Shades shades(grid_, most_shades);
    bool marks = has_marks(grid_);
    Block legend = grid_legend(grid_, shades, marks);
    GridPlan plan;
    GridKey key;
    std::vector<std::string> notes;
    // The key and the notes take room from the cells, and what they must say depends on the cells.
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
      const double free = free_height(legend, notes);
      plan = plan_grid(grid_, free - (key.below.height > 0 ? key.below.height + block_gap : 0));
      constexpr double most_key = 0.35;
      key = grid_key(grid_, plan, free * most_key);
      notes = key.notes;
      marks = has_marks(grid_) && std::min(plan.cell.width, plan.cell.height) >= smallest_marked;
      if (has_marks(grid_) && !marks)
        notes.push_back(fill(grid_.words.marks_left_out, {grid_.mark}));
      legend = grid_legend(grid_, shades, marks);
    }
    const GridPainter painter(grid_, plan, shades, marks);
    painter.add_cells(out_.parts);
    out_.parts.push_back(painter.rules());
    out_.parts.push_back(painter.labels());
    if (!key.beside.texts.empty()) out_.parts.push_back(std::move(key.beside));
    out_.codes = std::move(key.codes);
    return finish(plan.bottom, std::move(key.below), std::move(legend), notes);
  }

 private:
  [[nodiscard]] double free_height(const Block& legend,
                                   const std::vector<std::string>& notes) const {
    return content_height - heading_.height - legend.height - footer_block(texts_, notes).height -
           3 * block_gap;
  }

  void put(Block block, double& y) {
    if (block.height <= 0) return;
    shift(block.part, 0, y);
    out_.parts.push_back(std::move(block.part));
    y += block.height + block_gap;
  }

  Picture finish(double height, Block key, Block legend, const std::vector<std::string>& notes) {
    const double top = heading_.height > 0 ? heading_.height + block_gap : 0;
    for (auto& part : out_.parts) shift(part, 0, top);
    double y = 0;
    put(heading_, y);
    y = top + height + block_gap;
    put(std::move(key), y);
    put(std::move(legend), y);
    put(footer_block(texts_, notes), y);
    out_.height = y - block_gap + 2 * page_margin;
    for (auto& part : out_.parts) {
      if (grid_.direction == Direction::right_to_left) mirror(part, content_width);
      shift(part, page_margin, page_margin);
    }
    return std::move(out_);
  }

  const Grid& grid_;
  PageTexts texts_;
  Block heading_;
  Picture out_;
};

}  // namespace

Picture compose(const Grid& grid) {
  validate(grid);
  if (grid.rows.size() > max_grid_side || columns_of(grid).size() > max_grid_side)
    throw PreconditionError("grid: more than " + std::to_string(max_grid_side) +
                            " rows or columns; show a part");
  const bool nothing = grid.rows.empty() || columns_of(grid).empty();
  return nothing ? GridPage(grid).nothing() : GridPage(grid).cells();
}

}  // namespace coopnet::render
