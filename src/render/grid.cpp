#include "coopnet/render/grid.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "coopnet/core/errors.hpp"
#include "render/drawing_text.hpp"
#include "render/grid_shades.hpp"

namespace coopnet::render {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw PreconditionError("grid: " + what); }

void check_blocks(const std::vector<GridBlock>& blocks, std::size_t count) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].first >= count) refuse("a block begins behind the last row or column");
    if (i > 0 && blocks[i].first <= blocks[i - 1].first) refuse("blocks are not ascending");
  }
}

// Evenly spaced in lightness (L* 93 to 28), so that they also print in grey.
constexpr std::array<std::string_view, most_shades> fills = {"#E0ECF8", "#B3CFE9", "#83B1DA",
                                                             "#548FC3", "#2E6BA5", "#0D4377"};
constexpr std::size_t first_dark = 4;

std::size_t shade_index(std::size_t step, std::size_t steps) {
  if (steps <= 1) return most_shades - 2;
  return (step - 1) * (most_shades - 1) / (steps - 1);
}

}  // namespace

void validate(const Grid& grid) {
  const std::size_t rows = grid.rows.size();
  const std::size_t columns = columns_of(grid).size();
  if (columns != 0 && rows > grid.values.max_size() / columns) refuse("too many cells");
  const std::size_t cells = rows * columns;
  if (grid.values.size() != cells) refuse("the number of values is not rows x columns");
  if (!grid.marks.empty() && grid.marks.size() != cells)
    refuse("the number of marks is not rows x columns");
  if (grid.maximum < 0) refuse("the maximum is negative");
  if (std::any_of(grid.values.begin(), grid.values.end(), [](auto v) { return v < no_value; }))
    refuse("a value is negative");
  check_blocks(grid.row_blocks, rows);
  check_blocks(grid.column_blocks, columns);
  if (!is_language_tag(grid.language)) refuse("the language is no language tag");
}

bool is_square(const Grid& grid) { return grid.columns.empty(); }

const std::vector<GridLabel>& columns_of(const Grid& grid) {
  return is_square(grid) ? grid.rows : grid.columns;
}

const std::vector<GridBlock>& column_blocks_of(const Grid& grid) {
  return is_square(grid) && grid.column_blocks.empty() ? grid.row_blocks : grid.column_blocks;
}

Shades::Shades(const Grid& grid, std::size_t most) : maximum_(grid.maximum) {
  if (maximum_ == 0 && !grid.values.empty())
    maximum_ = std::max<std::int64_t>(0, *std::max_element(grid.values.begin(), grid.values.end()));
  steps_ = std::min(most, static_cast<std::size_t>(maximum_));
}

std::size_t Shades::step(std::int64_t value) const {
  if (value <= 0 || maximum_ == 0) return 0;
  if (value >= maximum_) return steps_;
  const double share =
      static_cast<double>(value) * static_cast<double>(steps_) / static_cast<double>(maximum_);
  return static_cast<std::size_t>(std::ceil(share));
}

std::string Shades::range(std::size_t step) const {
  const auto bound = [&](std::size_t k) {  // largest value of step k
    const auto steps = static_cast<std::int64_t>(steps_);
    const auto i = static_cast<std::int64_t>(k);
    return maximum_ / steps * i + maximum_ % steps * i / steps;
  };
  const auto low = bound(step - 1) + 1;
  const auto high = bound(step);
  return low == high ? std::to_string(low) : std::to_string(low) + "\u2013" + std::to_string(high);
}

std::string_view shade_fill(std::size_t step, std::size_t steps) {
  return fills[shade_index(step, steps)];
}

bool white_on_shade(std::size_t step, std::size_t steps) {
  return shade_index(step, steps) >= first_dark;
}

std::string compact(std::int64_t value) {
  constexpr std::array<char, 7> units = {0, 'k', 'M', 'G', 'T', 'P', 'E'};
  std::size_t unit = 0;
  for (; value >= 1000; value /= 1000) ++unit;
  auto out = std::to_string(value);
  if (unit > 0) out += units[unit];
  return out;
}

std::string to_svg(const Grid& grid) { return to_svg(compose(grid)); }

Grid reordered(const Grid& grid, std::span<const std::size_t> order) {
  validate(grid);
  const std::size_t n = grid.rows.size();
  if (!is_square(grid)) refuse("only a square grid has one order");
  std::vector<bool> seen(n, false);
  for (const auto i : order) {
    if (i >= n || seen[i]) refuse("the order is no permutation of the rows");
    seen[i] = true;
  }
  if (order.size() != n) refuse("the order is no permutation of the rows");
  Grid out = grid;
  out.row_blocks.clear();
  out.column_blocks.clear();
  for (std::size_t i = 0; i < n; ++i) {
    out.rows[i] = grid.rows[order[i]];
    for (std::size_t j = 0; j < n; ++j) {
      out.values[i * n + j] = grid.values[order[i] * n + order[j]];
      if (!grid.marks.empty()) out.marks[i * n + j] = grid.marks[order[i] * n + order[j]];
    }
  }
  return out;
}

}  // namespace coopnet::render
