#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/table.hpp"
#include "render/markdown_text.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// markdown_text for the beginning of a paragraph, where lists and titles could begin.
std::string markdown_paragraph(std::string_view text) {
  std::string out = markdown_text(text::trim(text));
  const auto digits =
      static_cast<std::size_t>(std::find_if_not(out.begin(), out.end(), is_digit) - out.begin());
  if (digits == out.size()) return out;
  const char c = out[digits];
  const bool number = digits > 0 && (c == '.' || c == ')');
  const bool bullet = digits == 0 && (c == '-' || c == '+' || c == '=' || c == ':');
  if (number || bullet) out.insert(digits, 1, '\\');
  return out;
}

void markdown_row(std::string& out, const std::vector<std::string>& cells) {
  out += '|';
  for (const auto& cell : cells) out.append(" ").append(cell).append(" |");
  out += '\n';
}

void markdown_grid(std::string& out, const Table& table, Language language) {
  std::vector<std::string> line;
  for (const auto& column : table.columns) line.push_back(markdown_text(column.title));
  markdown_row(out, line);
  line.clear();
  for (const auto& column : table.columns)
    line.emplace_back(cells::right_aligned(column) ? "---:" : ":---");
  markdown_row(out, line);
  for (const auto& row : table.rows) {
    line.clear();
    for (std::size_t c = 0; c < row.size(); ++c)
      line.push_back(markdown_text(cells::for_people(row[c], table.columns[c], language)));
    markdown_row(out, line);
  }
}

}  // namespace

std::string to_markdown(const Table& table, Language language) {
  check(table);
  std::vector<std::string> parts;
  if (!table.caption.empty())
    parts.push_back("**" + markdown_text(text::trim(table.caption)) + "**\n");
  if (table.rows.empty()) {
    if (!table.empty_reason.empty()) parts.push_back(markdown_paragraph(table.empty_reason) + '\n');
  } else {
    markdown_grid(parts.emplace_back(), table, language);
  }
  for (const auto& note : table.notes) parts.push_back(markdown_paragraph(note) + '\n');
  return text::join(parts, "\n");
}

}  // namespace coopnet::render
