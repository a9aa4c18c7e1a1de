#pragma once

#include <string_view>
#include <vector>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {

/// What divides items in the cells of other people's tables, unless they say otherwise.
inline constexpr std::string_view usual_separators = ";|\n\r\t";

/// Items of a cell, trimmed, empty ones left out. Each character of `separators` divides.
[[nodiscard]] inline std::vector<std::string_view> cut_cell(std::string_view cell,
                                                            std::string_view separators = {}) {
  if (separators.empty()) separators = usual_separators;
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i <= cell.size(); ++i) {
    if (i < cell.size() && separators.find(cell[i]) == std::string_view::npos) continue;
    const auto piece = text::trim(cell.substr(from, i - from));
    if (!piece.empty()) out.push_back(piece);
    from = i + 1;
  }
  return out;
}

}  // namespace coopnet::intake
