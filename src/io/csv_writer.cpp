#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "io/large_memory.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {

CsvWriter::CsvWriter(std::string& out, char delimiter) : out_(out), delimiter_(delimiter) {
  quote_for({delimiter, '"', '\n', '\r', ',', ';', '\t'});
}

void CsvWriter::quote_for(std::initializer_list<char> reasons) {
  quoted_.fill(false);
  for (const char c : reasons) quoted_[static_cast<unsigned char>(c)] = true;
}

bool CsvWriter::needs_quotes(std::string_view text) const {
  if (text.empty()) return false;
  for (const char c : text)
    if (quoted_[static_cast<unsigned char>(c)]) return true;
  // A mark at the very start would be taken for the byte order mark of the file.
  const bool like_mark = first_row_ && text.starts_with(byte_order_mark);
  return like_mark || text::trim(text).size() != text.size();
}

void CsvWriter::cell(std::string_view text) {
  if (cells_in_row_ == 0) row_start_ = out_.size();
  if (cells_in_row_++ > 0) out_ += delimiter_;
  if (!needs_quotes(text)) {
    out_ += text;
    return;
  }
  out_ += '"';
  while (true) {
    const auto quote = text.find('"');
    if (quote == std::string_view::npos) break;
    out_.append(text.substr(0, quote)).append("\"\"");
    text.remove_prefix(quote + 1);
  }
  out_.append(text) += '"';
}

void CsvWriter::end_row() {
  // A single empty cell must not look like an empty line, which says nothing.
  if (cells_in_row_ == 1 && out_.size() == row_start_) out_ += "\"\"";
  out_ += '\n';
  if (first_row_) {
    // A row of one cell shows no delimiter, and is read as if it were the comma.
    quote_for({delimiter_, cells_in_row_ == 1 ? ',' : delimiter_, '"', '\n', '\r'});
    first_row_ = false;
  }
  cells_in_row_ = 0;
}

std::string write_csv(const RawTable& table, char delimiter) {
  std::string out;
  std::size_t bytes = 0;
  for (const auto& c : table.cells) bytes += c.text.size() + 1;
  out.reserve(bytes + bytes / 16 + 4096);
  prefer_large_pages(out.data(), out.capacity());
  CsvWriter writer(out, delimiter);
  for (const auto& name : table.header) writer.cell(name.text);
  if (table.columns() > 0) writer.end_row();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (std::size_t column = 0; column < table.columns(); ++column)
      writer.cell(table.cell(row, column).text);
    writer.end_row();
  }
  return out;
}

}  // namespace coopnet::io
