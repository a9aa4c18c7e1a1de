#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/io/xlsx.hpp"
#include "io/xlsx_package.hpp"
#include "io/xlsx_styles.hpp"

/// One sheet of a workbook.
namespace coopnet::io::xlsx {

inline constexpr std::uint32_t last_row = 1'048'576;
inline constexpr std::uint32_t last_column = 16'384;

/// What the cells of all sheets refer to, and what they have used up.
struct Book {
  std::vector<std::string_view> strings;
  std::vector<NumberFormat> formats;
  bool from_1904 = false;
  std::vector<std::shared_ptr<const void>> storage;  ///< of the strings
  std::size_t cells = 0;                             ///< of the sheets read, empty ones included
  std::uint64_t text_bytes = 0;                      ///< of the cells read
};

/// A place such as "B7"; nothing for what is none. Rows and columns beyond those of a sheet are
/// told by a value beyond `last_row`, `last_column`.
struct CellPlace {
  std::uint32_t row = 0, column = 0;
};
[[nodiscard]] std::optional<CellPlace> parse_reference(std::string_view text);

/// Fills in `sheet`, which has its name, from a part. Throws Fault.
void read_sheet(Package& package, const std::string& part, const std::string& file, Book& book,
                const XlsxLimits& limits, Sheet& sheet, Diagnostics& diagnostics);

}  // namespace coopnet::io::xlsx
