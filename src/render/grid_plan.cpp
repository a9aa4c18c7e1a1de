#include "render/grid_plan.hpp"

#include <algorithm>
#include <numeric>

#include "render/grid_shades.hpp"

namespace coopnet::render {
namespace {

constexpr double widest_label = 190;
constexpr double widest_cell = 36;
constexpr double tallest_cell = 20;
constexpr std::size_t longest_name = 300;

bool fits(const std::vector<std::string>& texts, double room) {
  return std::all_of(texts.begin(), texts.end(), [room](const std::string& text) {
    return text_width(text, grid_text) <= room - 1.5;
  });
}

/// Every k-th number, so that they stand apart by at least `apart`.
std::vector<std::string> ticks(std::size_t count, double step, double apart) {
  std::size_t every = 1;
  for (const std::size_t candidate : {1U, 2U, 5U, 10U, 20U, 50U, 100U, 200U, 500U}) {
    every = candidate;
    if (static_cast<double>(candidate) * step >= apart) break;
  }
  std::vector<std::string> out(count);
  for (std::size_t i = every - 1; i < count; i += every) out[i] = std::to_string(i + 1);
  if (every > count) out[0] = "1";
  return out;
}

/// Codes if every label has its own and all fit, else numbers.
std::vector<std::string> short_names(const std::vector<GridLabel>& labels, double room) {
  std::vector<std::string> out;
  for (const auto& l : labels) out.push_back(clean(l.code, 40));
  auto sorted = out;
  std::sort(sorted.begin(), sorted.end());
  const bool unique = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end();
  if (unique && !sorted.front().empty() && fits(out, room)) return out;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::to_string(i + 1);
  return out;
}

GridNames row_names(const Grid& grid, const Extent& cell, const std::vector<std::string>& shorts) {
  GridNames out;
  if (cell.height < grid_row_floor) {
    out.form = GridNames::Form::ticks;
    out.key = true;
    out.texts = ticks(grid.rows.size(), cell.height, grid_row_floor);
    return out;
  }
  for (std::size_t i = 0; i < grid.rows.size(); ++i) {
    auto text = clean(grid.rows[i].label, longest_name);
    // In a square grid the rows explain the heads of the columns.
    if (is_square(grid) && shorts[i] != text) text = shorts[i] + " " + text;
    out.texts.push_back(shorten_to_points(text, widest_label, grid_text));
  }
  return out;
}

GridNames column_names(const Grid& grid, const Extent& cell,
                       const std::vector<std::string>& shorts) {
  const auto& columns = columns_of(grid);
  GridNames out;
  for (const auto& c : columns) out.texts.push_back(clean(c.label, longest_name));
  if (!is_square(grid) && fits(out.texts, cell.width)) return out;
  out.form = GridNames::Form::codes;
  out.texts = shorts;
  out.key = !is_square(grid);
  if (fits(out.texts, cell.width)) return out;
  out.form = GridNames::Form::ticks;
  const double widest = text_width(std::to_string(columns.size()), grid_text);
  out.texts = ticks(columns.size(), cell.width, widest + 3);
  return out;
}

/// Widest cell that leaves room for labels and, where rows carry only numbers, for the key.
double cell_width(const Grid& grid, const Extent& cell, double label_room) {
  const auto columns = static_cast<double>(columns_of(grid).size());
  const double right = grid.row_blocks.empty() ? 0 : grid_side_room;
  const double room = content_width - label_room - grid_gap - right;
  if (cell.height >= grid_row_floor)
    return std::min({widest_cell, 2 * cell.height, room / columns});
  if (is_square(grid)) return std::min(cell.height, room / columns);
  constexpr double share = 0.4;
  return std::min(tallest_cell, share * content_width / columns);
}

}  // namespace

GridPlan plan_grid(const Grid& grid, double height) {
  GridPlan out;
  const bool block_head = !is_square(grid) && !grid.column_blocks.empty();
  const double head = grid_line + grid_gap + (block_head ? grid_line + 2 : 0);
  const auto rows = static_cast<double>(grid.rows.size());
  const auto columns = static_cast<double>(columns_of(grid).size());
  out.cell.height = std::min(tallest_cell, std::max(1.0, height - head) / rows);
  out.cell.width = cell_width(grid, out.cell, widest_label);
  // What fits into the narrowest cells decides, so that rows and columns use the same names.
  const auto shorts = short_names(columns_of(grid), out.cell.width);
  out.rows = row_names(grid, out.cell, shorts);
  for (const auto& text : out.rows.texts)
    out.label_room = std::max(out.label_room, text_width(text, grid_text));
  out.cell.width = cell_width(grid, out.cell, out.label_room);
  out.columns = column_names(grid, out.cell, shorts);
  out.origin = {out.label_room + grid_gap, head};
  out.right = out.origin.x + out.cell.width * columns;
  out.bottom = head + out.cell.height * rows;
  return out;
}

std::int64_t grid_sum(const Grid& grid, std::size_t index, bool row) {
  const std::size_t m = columns_of(grid).size();
  constexpr std::int64_t cap = std::int64_t{1} << 40;  // a sum of at most 2^20 of them fits
  std::int64_t sum = 0;
  for (std::size_t k = 0; k < (row ? m : grid.rows.size()); ++k) {
    const auto v = grid.values[row ? index * m + k : k * m + index];
    if (v > 0) sum += std::min(v, cap);
  }
  return sum;
}

namespace {

/// The key of what fits; where not all do, of those with the largest sums, in the grid's order.
Block limited_key(const Grid& grid, const std::vector<Picture::Code>& codes, bool row, double width,
                  double height, std::vector<std::string>& notes) {
  const auto& what = row ? grid.words.row : grid.words.column;
  const auto heading =
      clean(is_square(grid) || what.empty() ? grid.words.key : grid.words.key + ": " + what);
  std::size_t shown = 0;
  auto block = key_block(heading, codes, width, height, shown);
  if (shown == codes.size()) return block;
  std::vector<std::size_t> order(codes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::int64_t> sums;
  for (const auto i : order) sums.push_back(grid_sum(grid, i, row));
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sums[a] > sums[b]; });
  order.resize(shown);
  std::sort(order.begin(), order.end());
  std::vector<Picture::Code> chosen;
  for (const auto i : order) chosen.push_back(codes[i]);
  auto note = fill(grid.words.names_shown, {std::to_string(shown), std::to_string(codes.size())});
  notes.push_back(is_square(grid) || what.empty() ? note : what + ": " + note);
  return key_block(heading, chosen, width, height, shown);
}

std::vector<Picture::Code> codes_of(const std::vector<GridLabel>& labels, const GridNames& names) {
  std::vector<Picture::Code> out;
  for (std::size_t i = 0; i < labels.size(); ++i)
    out.push_back({names.form == GridNames::Form::codes ? names.texts[i] : std::to_string(i + 1),
                   clean(labels[i].label, longest_name)});
  return out;
}

}  // namespace

GridKey grid_key(const Grid& grid, const GridPlan& plan, double height) {
  GridKey out;
  if (plan.rows.key) {
    out.codes = codes_of(grid.rows, plan.rows);
    const double left = plan.right + (grid.row_blocks.empty() ? 20 : grid_side_room);
    auto block = limited_key(grid, out.codes, true, content_width - left,
                             plan.bottom - plan.origin.y, out.notes);
    shift(block.part, left, plan.origin.y);
    out.beside = std::move(block.part);
  }
  if (plan.columns.key) {
    const auto codes = codes_of(columns_of(grid), plan.columns);
    out.codes.insert(out.codes.end(), codes.begin(), codes.end());
    out.below = limited_key(grid, codes, false, content_width, height, out.notes);
  }
  return out;
}

}  // namespace coopnet::render
