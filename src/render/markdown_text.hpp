#pragma once

#include <string>
#include <string_view>

#include "render/table_cells.hpp"

namespace coopnet::render {

/// Text that Markdown shows as it is, in a cell and within a line.
[[nodiscard]] inline std::string markdown_text(std::string_view text) {
  constexpr std::string_view markup = "\\`*_[]<>&|~#$!";
  std::string out;
  for (const char c : cells::one_line(text)) {
    if (markup.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace coopnet::render
