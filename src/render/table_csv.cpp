#include <string_view>

#include "coopnet/io/csv.hpp"
#include "coopnet/render/table.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Beginnings that a spreadsheet takes for a formula or that hide one from sight.
constexpr std::string_view formula_starts = "=+-@\t\r";

bool like_formula(std::string_view text) {
  return !text.empty() && formula_starts.find(text.front()) != std::string_view::npos;
}

/// Texts and lists come from data; numbers are ours, and a leading minus is theirs by right.
bool holds_text(const Cell& cell) {
  return std::holds_alternative<Item>(cell.value()) || std::holds_alternative<List>(cell.value());
}

}  // namespace

std::string to_csv(const Table& table, const CsvStyle& style) {
  check(table);
  std::string out;
  if (style.bom) out += byte_order_mark;
  if (table.columns.empty()) return out;
  io::CsvWriter writer(out, style.delimiter);
  if (style.header) {
    for (const auto& column : table.columns) writer.cell(column.key);
    writer.end_row();
  }
  for (const auto& row : table.rows) {
    for (const auto& cell : row) {
      const std::string text = cells::for_programs(cell);
      writer.cell(!style.raw && holds_text(cell) && like_formula(text) ? '\'' + text : text);
    }
    writer.end_row();
  }
  return out;
}

}  // namespace coopnet::render
