#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::intake {

/// Where the header of a text table stands.
struct HeaderLine {
  std::size_t line = 1;            ///< from 1
  std::size_t offset = 0;          ///< first byte of that line
  std::vector<std::string> above;  ///< lines before it that hold something
};

/// The first line about as wide as the table: at least two filled cells, and 60 % of the cells that
/// most of the first lines have. A table of one column begins with its first line.
[[nodiscard]] HeaderLine find_header_line(std::string_view text, std::optional<char> delimiter);

/// The line of this number, which a user names.
[[nodiscard]] HeaderLine header_at(std::string_view text, std::size_t line);

/// Of the numbers of filled cells of the first rows, the index of the row that is the header.
[[nodiscard]] std::size_t header_among(const std::vector<std::size_t>& filled);

}  // namespace coopnet::intake
