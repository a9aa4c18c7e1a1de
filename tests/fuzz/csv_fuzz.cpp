// Reads any bytes as a CSV table. What was read stands where it says; written, it is read again.
#include "coopnet/io/csv.hpp"

#include "fuzz/fuzzing.hpp"

namespace coopnet::io {
namespace {

using fuzzing::require;

constexpr const char* file = "input.csv";

RawTable read(std::string_view text, const CsvLimits& limits, Diagnostics& findings,
              std::optional<char> delimiter = std::nullopt) {
  return read_csv(std::string(text), file, "t", limits, findings, delimiter);
}

void check_within(const RawTable& table, const CsvLimits& limits) {
  require(table.columns() <= limits.columns, "no more columns than the limit");
  require(table.rows() <= limits.rows, "no more rows than the limit");
  require(table.cells.size() <= limits.cells, "no more cells than the limit");
  require(table.cells.size() == table.rows() * table.columns(), "every row has every column");
  for (const auto& cell : table.cells)
    require(cell.text.size() <= limits.field_bytes, "no cell longer than the limit");
}

void check_cells(const RawTable& table, std::string_view text) {
  const auto lines = fuzzing::lines_of(text);
  for (const auto& name : table.header) {
    require(fuzzing::lies_in(lines, name.line, name.column), "a column name stands in the text");
    require(!name.text.empty() && text::trim(name.text) == name.text, "column names are trimmed");
  }
  for (const auto& cell : table.cells) {
    require(fuzzing::lies_in(lines, cell.line, cell.column), "a cell stands in the text");
    require(fuzzing::is_utf8(cell.text) && cell.text.find('\0') == std::string_view::npos,
            "a cell is text", cell.text);
    const auto there = fuzzing::rest_at(lines, cell);
    require(there.starts_with('"') || there.starts_with(cell.text),
            "a cell stands at its place, or its opening quote does", cell.text);
  }
}

void check_round_trip(const RawTable& table) {
  for (const char delimiter : {',', ';', '\t'}) {
    const std::string written = write_csv(table, delimiter);
    Diagnostics findings;
    const RawTable again = read(written, {}, findings);
    require(findings.all().empty(), "what is written is read without findings", written);
    require(fuzzing::same_texts(table, again), "what is written is read", written);
    require(write_csv(again, delimiter) == written, "written again it has the same bytes", written);
  }
}

void check(std::string_view text, const CsvLimits& limits, std::optional<char> delimiter) {
  Diagnostics findings;
  const RawTable table = read(text, limits, findings, delimiter);
  fuzzing::check_findings(findings, text, file);
  check_within(table, limits);
  check_cells(table, text);
  require(!table.header.empty() || findings.errors() > 0, "a table without columns is an error");
  if (findings.errors() == 0) check_round_trip(table);
}

}  // namespace
}  // namespace coopnet::io

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = coopnet::fuzzing::as_text(data, size);
  coopnet::io::check(text, {}, std::nullopt);
  coopnet::io::check(text, {}, '\t');
  const coopnet::io::CsvLimits tight{
      .field_bytes = 12, .columns = 4, .rows = 5, .cells = 16, .findings = 3};
  coopnet::io::check(text, tight, std::nullopt);
  return 0;
}
