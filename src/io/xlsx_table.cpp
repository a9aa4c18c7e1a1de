#include <algorithm>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/xlsx.hpp"
#include "io/arena.hpp"
#include "io/findings.hpp"
#include "io/table_header.hpp"

namespace coopnet::io {
namespace {

std::string range_text(const MergedRange& m) {
  return cell_reference(m.first_row, m.first_column) + ':' +
         cell_reference(m.last_row, m.last_column);
}

/// Writes the value of cells merged below the header into each of their rows. A cell lies in one
/// merge at most, so more cells than the grid has means that merges overlap.
void spread_merged(const Sheet& sheet, std::size_t header_row, std::vector<RawCell>& cells,
                   Findings& findings) {
  std::size_t spread = 0;
  for (const auto& m : sheet.merged) {
    if (m.first_row <= header_row || m.first_row > sheet.rows() || m.first_column > sheet.columns)
      continue;
    const Spot spot{m.first_row, m.first_column};
    const std::size_t last = std::min<std::size_t>(m.last_row, sheet.rows());
    spread += last - m.first_row + 1;
    if (spread > sheet.cells.size()) {
      findings.error("xlsx-merges-overlap", spot, {.args = {range_text(m)}});
      return;
    }
    const auto& value = sheet.cell(m.first_row - 1, m.first_column - 1);
    for (std::size_t row = m.first_row; row <= last; ++row)
      cells[(row - header_row - 1) * sheet.columns + m.first_column - 1].text = value.text;
    if (!value.text.empty()) findings.warning("xlsx-merged", spot, {.args = {range_text(m)}});
  }
}

void skip_empty_rows(std::vector<RawCell>& cells, std::size_t columns) {
  std::size_t kept = 0;
  for (std::size_t row = 0; row < cells.size(); row += columns) {
    const auto begin = cells.begin() + static_cast<std::ptrdiff_t>(row);
    const auto end = begin + static_cast<std::ptrdiff_t>(columns);
    if (std::all_of(begin, end, [](const RawCell& c) { return c.text.empty(); })) continue;
    std::copy(begin, end, cells.begin() + static_cast<std::ptrdiff_t>(kept));
    kept += columns;
  }
  cells.resize(kept);
}

void pass_on(const Diagnostics& findings, std::size_t header_row, const std::string& file,
             Diagnostics& out) {
  for (Diagnostic d : findings.all()) {
    if (d.where.line != 0 && d.where.line < header_row) continue;
    d.where.file = file;
    out.add(std::move(d));
  }
}

}  // namespace

RawTable sheet_table(const Sheet& sheet, std::size_t header_row, const std::string& file,
                     std::string table_name, Diagnostics& diagnostics) {
  constexpr std::size_t findings_per_code = 1'000;
  RawTable table;
  table.name = std::move(table_name);
  table.file = file;
  pass_on(sheet.findings, header_row, file, diagnostics);
  Findings findings(diagnostics, file, findings_per_code);
  const auto body = sheet.cells.begin() +
                    static_cast<std::ptrdiff_t>(std::min(header_row, sheet.rows()) * sheet.columns);
  if (header_row >= 1 && header_row <= sheet.rows())
    table.header.assign(body - static_cast<std::ptrdiff_t>(sheet.columns), body);
  if (std::all_of(table.header.begin(), table.header.end(),
                  [](const RawCell& name) { return name.text.empty(); })) {
    table.header.clear();
    findings.file_error("csv-empty");
    return table;
  }
  table.cells.assign(body, sheet.cells.end());
  spread_merged(sheet, header_row, table.cells, findings);
  skip_empty_rows(table.cells, sheet.columns);
  Arena arena;
  settle_header(table, 0, arena, findings);  // an empty column between others is no mistake
  findings.finish();
  table.storage = arena.release();
  table.storage.insert(table.storage.end(), sheet.storage.begin(), sheet.storage.end());
  return table;
}

std::size_t guess_header_row(std::span<const RawCell> cells, std::size_t columns) {
  if (columns == 0) return 0;
  std::vector<bool> used(columns);  // by the rows below
  std::size_t used_columns = 0, header = 0, first = 0;
  for (std::size_t row = cells.size() / columns; row > 0; --row) {
    const auto line = cells.subspan((row - 1) * columns, columns);
    std::size_t filled = 0, filled_used = 0;
    for (std::size_t c = 0; c < columns; ++c) {
      if (line[c].text.empty()) continue;
      ++filled;
      if (used[c]) ++filled_used;
    }
    if (filled == 0) continue;
    first = row;
    if (filled >= 2 && (used_columns == 0 || 2 * filled_used > used_columns)) header = row;
    for (std::size_t c = 0; c < columns; ++c)
      if (!line[c].text.empty() && !used[c]) {
        used[c] = true;
        ++used_columns;
      }
  }
  return header != 0 ? header : first;
}

}  // namespace coopnet::io
