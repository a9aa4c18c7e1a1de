#include <algorithm>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/grid.hpp"
#include "render/drawing_text.hpp"
#include "render/grid_shades.hpp"

namespace coopnet::render {
namespace {

constexpr std::string_view zero_sign = "\u00B7";
constexpr std::string_view no_value_sign = "\u2013";
constexpr std::size_t shades_on_terminals = 4;

std::string_view block(std::size_t step, std::size_t steps) {
  constexpr std::string_view blocks[] = {"\u2591", "\u2592", "\u2593", "\u2588"};
  return blocks[steps <= 1 ? 3 : (step - 1) * 3 / (steps - 1)];
}

/// Well-formed, and nothing in it acts on a terminal.
std::string safe(std::string_view data) {
  constexpr std::size_t longest = 2000;
  return text::inert(clean(data, longest));
}

std::string shown(std::string_view data, std::size_t width) {
  return text::shorten_to_width(safe(data), width);
}

std::string padded(std::string_view s, std::size_t width, bool right) {
  const auto used = text::display_width(s);
  const std::string blanks(width - std::min(width, used), ' ');
  return right ? blanks + std::string(s) : std::string(s) + blanks;
}

void without_trailing_blanks(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

class TextGrid {
 public:
  TextGrid(const Grid& grid, std::size_t width)
      : grid_(grid), columns_(columns_of(grid)), width_(width), shades_(grid, shades_on_terminals) {
    number_width_ = std::to_string(grid.rows.size()).size();
    std::size_t longest = 0;
    for (const auto& row : grid.rows)
      longest = std::max(longest, text::display_width(safe(row.label)));
    const std::size_t most_label = std::min<std::size_t>(28, width / 3);
    label_width_ = std::max(std::min(longest + number_width_ + 1, most_label), number_width_ + 2);
    choose_heads();
    cell_width_ = widest_cell() + 1;  // and a blank or an asterisk
    if (width > label_width_ + 1)
      shown_ = std::min(columns_.size(), (width - label_width_ - 1) / cell_width_);
  }

  std::string write() {
    paragraph(grid_.title);
    paragraph(grid_.subtitle);
    if (grid_.rows.empty() || columns_.empty()) {
      paragraph(grid_.words.empty);
    } else {
      table();
      left_out();
      column_key();
      scale();
    }
    paragraph(grid_.source);
    paragraph(grid_.date);
    return std::move(out_);
  }

 private:
  /// Labels of columns if all are very short, as numbers are; else their numbers.
  void choose_heads() {
    constexpr std::size_t very_short = 3;
    own_heads_ =
        !is_square(grid_) && std::all_of(columns_.begin(), columns_.end(), [](const GridLabel& c) {
          return text::display_width(safe(c.label)) <= very_short;
        });
    for (std::size_t j = 0; j < columns_.size(); ++j)
      heads_.push_back(own_heads_ ? safe(columns_[j].label) : std::to_string(j + 1));
  }

  [[nodiscard]] std::string cell(std::size_t i, std::size_t j) const {
    const auto value = grid_.values[i * columns_.size() + j];
    if (value == no_value) return std::string(no_value_sign);
    if (value == 0) return std::string(zero_sign);
    return std::string(block(shades_.step(value), shades_.steps())) + compact(value);
  }

  [[nodiscard]] std::size_t widest_cell() const {
    std::size_t widest = 2;
    for (const auto& head : heads_) widest = std::max(widest, text::display_width(head));
    for (const auto value : grid_.values)
      if (value > 0) widest = std::max(widest, 1 + compact(value).size());
    return widest;
  }

  void line(std::string text) {
    without_trailing_blanks(text);
    out_ += text;
    out_ += '\n';
  }

  /// Words of data, broken at blanks.
  void paragraph(std::string_view data) {
    const std::string text = safe(data);
    std::string current;
    std::string_view rest = text;
    while (!rest.empty()) {
      auto word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(word.size() + 1, rest.size()));
      const auto fitted = text::shorten_to_width(word, width_);
      const auto used = text::display_width(current);
      if (used > 0 && used + 1 + text::display_width(fitted) > width_) {
        line(std::move(current));
        current.clear();
      }
      if (!current.empty()) current += ' ';
      current += fitted;
    }
    if (!current.empty()) line(std::move(current));
  }

  void table() {
    std::string head(label_width_ + 1, ' ');
    for (std::size_t j = 0; j < shown_; ++j) head += padded(heads_[j], cell_width_ - 1, true) + " ";
    line(std::move(head));
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) {
      if (begins_block(grid_.row_blocks, i) && i > 0) line("");
      const auto number = padded(std::to_string(i + 1), number_width_, true);
      const auto room = label_width_ - number_width_ - 1;
      std::string row =
          padded(number + " " + shown(grid_.rows[i].label, room), label_width_, false) + " ";
      for (std::size_t j = 0; j < shown_; ++j) {
        row += padded(cell(i, j), cell_width_ - 1, true);
        const bool marked = !grid_.marks.empty() && grid_.marks[i * columns_.size() + j] != 0;
        row += marked ? '*' : ' ';
      }
      line(std::move(row));
    }
  }

  static bool begins_block(const std::vector<GridBlock>& blocks, std::size_t i) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [i](const GridBlock& block) { return block.first == i; });
  }

  void left_out() {
    if (shown_ == columns_.size()) return;
    paragraph(fill(grid_.words.columns_left_out,
                   {std::to_string(shown_ + 1), std::to_string(columns_.size())}));
  }

  void column_key() {
    if (is_square(grid_) || own_heads_) return;
    for (std::size_t j = 0; j < shown_; ++j) {
      const std::string number = padded(heads_[j], number_width_, true) + " ";
      line(number + shown(columns_[j].label, width_ - std::min(width_, number.size())));
    }
  }

  void scale() {
    std::string words = grid_.measure.empty() ? "" : grid_.measure + ":";
    words += " " + std::string(zero_sign) + " 0";
    for (std::size_t step = 1; step <= shades_.steps(); ++step)
      words += "  " + std::string(block(step, shades_.steps())) + " " + shades_.range(step);
    if (std::count(grid_.values.begin(), grid_.values.end(), no_value) > 0)
      words += "  " + std::string(no_value_sign) + " " + grid_.words.no_value;
    const bool any_mark = std::any_of(grid_.marks.begin(), grid_.marks.end(),
                                      [](std::uint8_t mark) { return mark != 0; });
    if (any_mark) words += "  * " + grid_.mark;
    paragraph(words);
  }

  const Grid& grid_;
  const std::vector<GridLabel>& columns_;
  std::size_t width_;
  Shades shades_;
  std::vector<std::string> heads_;
  bool own_heads_ = false;
  std::size_t number_width_ = 0;
  std::size_t label_width_ = 0;
  std::size_t cell_width_ = 0;
  std::size_t shown_ = 0;
  std::string out_;
};

}  // namespace

std::string to_text(const Grid& grid, std::size_t width) {
  constexpr std::size_t narrowest = 20;
  if (width < narrowest) throw PreconditionError("grid: a width of 20 columns is needed");
  validate(grid);
  return TextGrid(grid, width).write();
}

}  // namespace coopnet::render
