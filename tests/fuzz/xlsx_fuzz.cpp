// Reads any bytes as a workbook, and any text as the parts of one: what stands inside sheetData,
// behind it, in sharedStrings and in styles, one under the other, divided by lines "%%". (A changed
// byte of an archive mostly breaks its checksum, so little else would be reached.)

#include "coopnet/io/xlsx.hpp"

#include "fuzz/fuzzing.hpp"
#include "support/workbook.hpp"

namespace coopnet::io {
namespace {

using fuzzing::require;

constexpr const char* file = "b.xlsx";

void check_findings(const Diagnostics& findings) {
  for (const auto& finding : findings.all()) {
    require(fuzzing::is_utf8(finding.value), "values of findings are UTF-8", finding.code);
    for (const auto& arg : finding.args)
      require(fuzzing::is_utf8(arg), "words of findings are UTF-8", finding.code);
  }
}

void check_sheet(const Sheet& sheet, const XlsxLimits& limits) {
  require(sheet.cells.size() == sheet.rows() * sheet.columns, "every row has every column");
  require(sheet.cells.size() <= limits.cells, "no more cells than the limit");
  check_findings(sheet.findings);
  bool last_row = sheet.cells.empty();
  for (std::size_t i = 0; i < sheet.cells.size(); ++i) {
    const auto& cell = sheet.cells[i];
    require(cell.line == i / sheet.columns + 1 && cell.column == i % sheet.columns + 1,
            "a cell knows its place");
    require(fuzzing::is_utf8(cell.text) && cell.text.size() <= limits.field_bytes,
            "a cell is text, no longer than the limit", cell.text);
    require(text::trim(cell.text) == cell.text, "a cell has no blanks around it", cell.text);
    last_row = last_row || (cell.line == sheet.rows() && !cell.text.empty());
  }
  require(last_row, "the last row holds something");
  const auto guess = guess_header_row(sheet);
  require(guess <= sheet.rows(), "the header is a row of the sheet");
  for (const std::size_t header : {guess, std::size_t{1}}) {
    Diagnostics findings;
    const auto table = sheet_table(sheet, header, file, "t", findings);
    check_findings(findings);
    require(table.columns() > 0 || findings.errors() > 0, "a table without columns is an error");
    require(table.cells.size() == table.rows() * table.columns(), "every row has every column");
  }
}

void check(std::string_view bytes, const XlsxLimits& limits) {
  Diagnostics findings;
  const auto sheets = read_xlsx(bytes, file, findings, limits);
  check_findings(findings);
  require(sheets.empty() || findings.errors() == 0, "after an error there are no sheets");
  require(!sheets.empty() || !findings.all().empty(), "no sheets without a finding");
  for (const auto& sheet : sheets) check_sheet(sheet, limits);
}

std::string workbook_of(std::string_view text) {
  constexpr std::string_view divider = "\n%%\n";
  const auto next = [&] {
    const auto end = text.find(divider);
    const std::string part(text.substr(0, end));
    text = end == std::string_view::npos ? "" : text.substr(end + divider.size());
    return part;
  };
  testing::Workbook book;
  book.sheet_data = next();
  book.after = next();
  book.strings = next();
  book.styles = next();
  book.properties = next();
  return book.bytes();
}

}  // namespace
}  // namespace coopnet::io

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using coopnet::io::XlsxLimits;
  const auto input = coopnet::fuzzing::as_text(data, size);
  const bool archive = coopnet::io::looks_like_workbook(input);
  const std::string bytes = archive ? std::string(input) : coopnet::io::workbook_of(input);
  XlsxLimits usual;
  usual.cells = 5'000;
  coopnet::io::check(bytes, usual);
  coopnet::io::check(bytes, {.part_bytes = 2'000,
                             .total_bytes = 4'000,
                             .expansion = 20,
                             .sheets = 2,
                             .cells = 20,
                             .field_bytes = 12,
                             .findings = 2});
  return 0;
}
