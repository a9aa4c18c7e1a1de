#pragma once

#include <string>
#include <vector>

#include "coopnet/render/grid.hpp"
#include "render/drawing_style.hpp"
#include "render/drawing_text.hpp"
#include "render/svg_page.hpp"

/// Sizes and names of a grid on a page: all that is decided before anything is drawn.
namespace coopnet::render {

inline constexpr double grid_text = 8;
inline constexpr double grid_line = (ascent + descent) * grid_text;
inline constexpr double grid_gap = 4;
/// Rows below this height carry no text.
inline constexpr double grid_row_floor = grid_line + 0.3;
/// Room for names of blocks, right of the cells.
inline constexpr double grid_side_room = 125;

/// How rows or columns are named: in full, by codes, or by a number here and there.
struct GridNames {
  enum class Form { labels, codes, ticks };
  Form form = Form::labels;
  std::vector<std::string> texts;  ///< one for each row or column; empty: it carries none
  bool key = false;                ///< the key must say what the texts stand for
};

struct GridPlan {
  Extent cell;
  Point origin;  ///< upper left corner of the first cell
  double label_room = 0;
  double right = 0;   ///< of the last column
  double bottom = 0;  ///< of the last row
  GridNames rows;
  GridNames columns;

  [[nodiscard]] Rect cell_box(std::size_t i, std::size_t j) const {
    return {origin.x + static_cast<double>(j) * cell.width,
            origin.y + static_cast<double>(i) * cell.height, cell.width, cell.height};
  }
};

/// The largest cells for which heads and rows fit into this height and the page's width.
/// Precondition: the grid is valid and has rows and columns.
[[nodiscard]] GridPlan plan_grid(const Grid& grid, double height);

/// What the key has to explain, and the key itself.
struct GridKey {
  std::vector<Picture::Code> codes;
  std::vector<std::string> notes;  ///< where not all names fit
  PicturePart beside;              ///< names of rows, in place right of the cells
  Block below;                     ///< names of columns
};
/// `height` is what the key below may take.
[[nodiscard]] GridKey grid_key(const Grid& grid, const GridPlan& plan, double height);

/// Sum of the values of a row or column; no value counts nothing.
[[nodiscard]] std::int64_t grid_sum(const Grid& grid, std::size_t index, bool row);

}  // namespace coopnet::render
