#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coopnet/render/drawing.hpp"
#include "coopnet/render/svg.hpp"

/// A matrix of counts as a grid of shaded cells. Above some twenty rows it shows more than a
/// drawing of nodes and lines for every task but following paths (M. Ghoniem, J.-D. Fekete, P.
/// Castagliola, Information Visualization 4(2), 2005, doi:10.1057/palgrave.ivs.9500092).
namespace coopnet::render {

/// A cell about which nothing can be said, such as a row against itself. Zero is a count.
inline constexpr std::int64_t no_value = -1;

struct GridLabel {
  std::string label;
  std::string code;  ///< short form for the head of the column; empty: a number
};

/// Rows or columns from `first` to the next block belong together.
struct GridBlock {
  std::size_t first = 0;
  std::string name;
};

/// The few words a grid says by itself. {0} and {1} stand for numbers, if nothing else is said.
struct GridWords {
  std::string key = "Key";
  std::string empty = "Nothing to show";
  std::string no_value = "no value";
  std::string counts = "Rows: {0}. Columns: {1}.";
  std::string row = "rows";
  std::string column = "columns";
  std::string names_shown = "Names in the picture: {0} of {1}, those with the largest sums.";
  std::string marks_left_out = "Too small to be marked here: {0}.";  ///< {0} is Grid::mark
  std::string columns_left_out = "Columns {0} to {1} have no room here.";
};

struct Grid {
  std::string title;
  std::string subtitle;  ///< filters, "n of N shown"
  std::string source;
  std::string date;         ///< as of when
  std::string description;  ///< for screen readers; empty: subtitle and counts
  std::string language = "en";
  Direction direction = Direction::left_to_right;

  std::vector<GridLabel> rows;
  std::vector<GridLabel> columns;  ///< empty: a square grid, columns are the rows again
  /// Row by row, one for each cell: a count, or no_value.
  std::vector<std::int64_t> values;
  std::int64_t maximum = 0;              ///< value of the darkest shade; 0: the largest value
  std::string measure;                   ///< what the values count
  std::vector<std::uint8_t> marks;       ///< empty, or one for each cell; not 0: the cell is marked
  std::string mark;                      ///< what a mark means
  std::vector<GridBlock> row_blocks;     ///< ascending
  std::vector<GridBlock> column_blocks;  ///< ascending; a square grid takes those of the rows
  GridWords words;
};

/// Larger grids are refused by compose(); on paper their cells could not be told apart.
inline constexpr std::size_t max_grid_side = 600;

/// Throws PreconditionError if the number of values or marks is not rows x columns, a value is
/// below no_value, `maximum` is negative, blocks are not ascending or out of range, or the language
/// is no language tag.
void validate(const Grid& grid);

/// The grid on a page (see Picture). Rows carry labels while these have 8 points; below that, every
/// few rows carry a number, and the key names those with the largest sums. Columns carry labels,
/// codes or numbers, whichever fit; a key tells what they mean unless the rows do. Cells carry
/// their number where it fits. Shades get darker in steps, also without colour. Throws as
/// validate() does, and PreconditionError for more than max_grid_side rows or columns.
[[nodiscard]] Picture compose(const Grid& grid);

/// to_svg(compose(grid)).
[[nodiscard]] std::string to_svg(const Grid& grid);

/// The grid for a terminal, no line wider than `width` columns (20 at least, PreconditionError
/// otherwise): each cell has a shade and its number, a marked one an asterisk. Columns are
/// numbered; the key follows unless the rows have the same numbers. Columns that find no room are
/// left out, and a line says so. Nothing in the data acts on the terminal.
[[nodiscard]] std::string to_text(const Grid& grid, std::size_t width = 80);

/// Up to this size seriate() finds the best order of a tree; above it, a spectral order.
inline constexpr std::size_t optimal_seriation_rows = 500;

/// An order of the rows of a square matrix of similarities in which like stands next to like, so
/// that blocks show. `similarity` is n x n, row by row; negative values count as zero, the diagonal
/// does not count, and both halves are added. Same matrix, same order.
/// Throws PreconditionError if similarity.size() is not n x n.
[[nodiscard]] std::vector<std::size_t> seriate(std::span<const std::int64_t> similarity,
                                               std::size_t n);

/// A square grid with rows and columns in the given order; its blocks are dropped.
/// Throws PreconditionError if the grid is not square or `order` is no permutation of its rows.
[[nodiscard]] Grid reordered(const Grid& grid, std::span<const std::size_t> order);

}  // namespace coopnet::render
