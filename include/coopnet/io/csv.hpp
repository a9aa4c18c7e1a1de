#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/model/raw_table.hpp"

/// Tables as text, after RFC 4180: cells between delimiters, quoted where they hold delimiters,
/// quotes or line ends.
namespace coopnet::io {

/// Reads one table. The first line that holds anything is the header.
///
/// Accepted: UTF-8 with or without byte order mark; comma, semicolon or tab between cells (the most
/// frequent outside quotes in the header line; `delimiter` overrides); line ends LF, CR LF or CR.
/// Cells come without the blanks around them; what stands in quotes is kept to the letter. Names of
/// columns come trimmed, ASCII letters in lower case. Rows whose cells are all empty are skipped. A
/// row may be shorter than the header ("csv-too-few-cells", a warning) and may end in empty cells
/// beyond it. A column without a name is kept as "column-N" if any row has something in it, else
/// dropped; both are told ("csv-header-empty", a warning), except where the header line only ends
/// in delimiters.
///
/// Errors, each with line and column: not-utf8 {byte, probable encoding}, nul-byte, csv-empty,
/// csv-open-quote, csv-after-quote, csv-header-twice {first column}, csv-too-many-cells {got,
/// expected}, field-too-long {limit}, too-many-columns, too-many-rows, too-many-cells {limit},
/// text-too-long {limit}. Warnings: csv-too-few-cells {got, expected}, csv-header-empty {name,
/// "kept" or "dropped"}, csv-lone-cr {count}; more-of-the-same {code, number}.
///
/// The cells point into `text`, which the table then owns. One pass without allocation for a cell.
[[nodiscard]] RawTable read_csv(std::string text, std::string file, std::string table_name,
                                const CsvLimits& limits, Diagnostics& diagnostics,
                                std::optional<char> delimiter = std::nullopt);

/// Writes rows of cells: LF at line ends, quotes only where a reader needs them (delimiter, quote,
/// line end, blank at either end). In the first row everything that could be taken for a delimiter
/// is quoted too, so that the delimiter can be told from that row alone.
class CsvWriter {
 public:
  explicit CsvWriter(std::string& out, char delimiter = ',');

  void cell(std::string_view text);
  void end_row();

 private:
  void quote_for(std::initializer_list<char> reasons);
  [[nodiscard]] bool needs_quotes(std::string_view text) const;

  std::string& out_;
  char delimiter_;
  std::array<bool, 256> quoted_{};  ///< bytes that put their cell in quotes
  bool first_row_ = true;
  std::size_t cells_in_row_ = 0;
  std::size_t row_start_ = 0;
};

/// The table with its header line. read_csv gives it back, except rows whose cells are all empty.
[[nodiscard]] std::string write_csv(const RawTable& table, char delimiter = ',');

}  // namespace coopnet::io
