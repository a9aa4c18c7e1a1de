#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/render/table.hpp"

/// How a table fits a width.
namespace coopnet::render::layout {

/// What one column needs, in columns of the terminal.
struct Need {
  std::size_t content = 0;     ///< widest cell
  std::size_t title = 0;       ///< the title in one line
  std::size_t title_word = 0;  ///< its longest word
  bool wraps = false;          ///< cells may be wrapped
  Importance importance = Importance::normal;
};

/// Width of each column; zero: left out.
[[nodiscard]] std::vector<std::size_t> widths(const std::vector<Need>&, std::size_t limit);

/// The text in lines of at most `width` columns, broken at blanks where possible; at most
/// `most_lines`, the last one then ends in "…". Never empty: an empty text is one empty line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width,
                                            std::size_t most_lines);

/// Blanks between two columns.
inline constexpr std::size_t gap = 2;

}  // namespace coopnet::render::layout
