#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/model/raw_table.hpp"

/// Workbooks (.xlsx) in: every sheet as a grid of texts, and a grid as a table.
namespace coopnet::io {

/// What a workbook may hold at most. It is compressed, so the sizes that count are those of what
/// comes out; they are checked while it comes out, whatever the file declares.
struct XlsxLimits {
  std::uint64_t part_bytes = std::uint64_t{512} << 20U;  ///< of one part, unpacked
  std::uint64_t total_bytes = std::uint64_t{1} << 30U;   ///< of all parts, and of all cells
  std::uint64_t expansion = 500;  ///< a part above 1 MiB is at most so many times its packed size
  std::size_t sheets = 1'000;
  std::size_t cells = 10'000'000;  ///< of all sheets, rows times columns, empty ones included
  std::size_t field_bytes = std::size_t{1} << 20U;  ///< of one cell
  std::size_t findings = 1'000;  ///< of one code in one sheet; the rest are only counted
};

/// Cells that a workbook shows as one. Rows and columns from 1, the last ones included.
struct MergedRange {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  friend bool operator==(const MergedRange&, const MergedRange&) = default;
};

/// One sheet, from its first row and column to the last that hold anything.
struct Sheet {
  std::string name;
  bool hidden = false;
  std::size_t columns = 0;
  std::vector<RawCell> cells;  ///< rows * columns, row by row; line: row, column: number of column
  std::vector<MergedRange> merged;
  Diagnostics findings;  ///< warnings about this sheet, without file; sheet_table() passes them on
  std::vector<std::shared_ptr<const void>> storage;

  [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : cells.size() / columns; }
  [[nodiscard]] const RawCell& cell(std::size_t row, std::size_t column) const {
    return cells[row * columns + column];
  }
};

/// Whether these are the first bytes of a file that a spreadsheet program may have written: a ZIP
/// archive (.xlsx, .ods, .numbers) or a compound file (.xls, or an encrypted .xlsx).
[[nodiscard]] bool looks_like_workbook(std::string_view bytes);

/// All sheets in the order of the workbook, hidden ones too; none after an error in the file.
///
/// Cells come without the blanks around them: texts as they are (the runs of a rich text joined,
/// phonetic hints left out), booleans as "yes" and "no", whole numbers up to 2^53 with all their
/// digits, other numbers with 15 significant ones, never with an exponent between 1e-7 and 1e21. A
/// number in a format of nothing but zeros ("000") is padded as the sheet shows it. A number in a
/// format of dates is a date: "2024-05-31", with a time "2024-05-31T14:30" and seconds if there are
/// any; "2024-05" or "2024" where the format shows no more and the rest is 1 (typing "May 2024"
/// into a spreadsheet makes the first of May); a time of day "14:30", in a format of elapsed hours
/// "36:00". Both systems of dates are known. Percentages are the numbers behind them. Formulas
/// count by the value stored with them.
///
/// Errors, at once: xlsx-encrypted, xlsx-ods, xlsx-numbers, xlsx-binary, xlsx-no-workbook,
/// xlsx-not-zip, xlsx-broken {reason}, xlsx-part-missing {part}, xlsx-xml {part, line, reason},
/// xlsx-doctype {part}, xlsx-too-large {part, bytes}, xlsx-expands {part, times},
/// xlsx-too-many-sheets {limit}, xlsx-too-many-cells {sheet, range, limit}; with the place in the
/// sheet, file "book.xlsx[Sheet]": xlsx-cell {reference,
/// "reference"|"number"|"boolean"|"string"|"type"}, xlsx-out-of-sheet {reference}, xlsx-cell-twice
/// {reference}, field-too-long {limit}. Warnings, kept in Sheet::findings:
/// xlsx-formula-without-value {reference}, xlsx-error-cell {reference} (empty then),
/// xlsx-no-such-date {reference} (kept as a number), xlsx-hidden-sheet, xlsx-hidden-rows {number,
/// first}, xlsx-hidden-columns {number, first}. A sheet that is no table of cells (a chart) is a
/// warning at once: xlsx-no-cells {name}.
[[nodiscard]] std::vector<Sheet> read_xlsx(std::string_view bytes, const std::string& file,
                                           Diagnostics& diagnostics, const XlsxLimits& limits = {});

/// How places in a sheet are named: "book.xlsx[Sheet]", lines are rows, columns are numbered.
[[nodiscard]] std::string sheet_file(const std::string& file, const Sheet& sheet);

/// The rows below the header (`header_row` counts from 1) as a table, as read_csv makes them: names
/// trimmed, ASCII letters in lower case, rows without anything skipped; the same findings
/// csv-empty, csv-header-empty (of columns that hold something), csv-header-twice. The value of
/// cells merged below the header stands in each of their rows, in the first of their columns
/// (warning xlsx-merged {range}; merges that overlap: error xlsx-merges-overlap). The findings of
/// the sheet from the header down are passed on. `file` is shown in messages: sheet_file().
[[nodiscard]] RawTable sheet_table(const Sheet& sheet, std::size_t header_row,
                                   const std::string& file, std::string table_name,
                                   Diagnostics& diagnostics);

/// The row of a grid that is most likely its header (from 1): the first with at least two cells
/// filled that fills more than half of the columns used below it, so that title lines above a table
/// are passed over. If there is none, the first row that holds anything; 0 for an empty grid.
[[nodiscard]] std::size_t guess_header_row(std::span<const RawCell> cells, std::size_t columns);
[[nodiscard]] inline std::size_t guess_header_row(const Sheet& sheet) {
  return guess_header_row(sheet.cells, sheet.columns);
}

/// "A1" of a row and a column, both from 1; "XFD1048576" is the last cell of a sheet.
[[nodiscard]] std::string cell_reference(std::uint32_t row, std::uint32_t column);

}  // namespace coopnet::io
