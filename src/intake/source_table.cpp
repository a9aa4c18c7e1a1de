#include "coopnet/intake/source_table.hpp"

#include <algorithm>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/encoding.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/xlsx.hpp"
#include "intake/header_line.hpp"
#include "intake/json_rows.hpp"

namespace coopnet::intake {
namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string ending_of(std::string_view path) {
  const auto name = file_name(path);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : text::lower_ascii(name.substr(dot + 1));
}

std::string stem_of(std::string_view path) {
  const auto name = file_name(path);
  const auto dot = name.rfind('.');
  return std::string(dot == 0 ? name : name.substr(0, dot));
}

class SourceReader {
 public:
  SourceReader(const std::string& path, const SourceOptions& options, Diagnostics& findings)
      : path_(path),
        file_(path == "-" ? "<stdin>" : path),
        options_(options),
        findings_(findings) {}

  std::vector<SourceTable> read() {
    std::string bytes = io::read_file(path_);
    const std::string ending = ending_of(path_);
    if (io::looks_like_workbook(bytes)) {
      read_workbook(bytes);
      return std::move(out_);
    }
    if (!as_utf8(bytes)) return std::move(out_);
    const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool bracket = first != std::string::npos && (bytes[first] == '{' || bytes[first] == '[');
    const bool lines = ending == "jsonl" || ending == "ndjson";
    if (lines || ending == "json" || ((path_ == "-" || ending.empty()) && bracket)) {
      for (auto& table : read_json_rows(std::move(bytes), file_, stem(), lines, findings_))
        add(std::move(table), {});
      return std::move(out_);
    }
    read_text(std::move(bytes), ending == "tsv" || ending == "tab");
    return std::move(out_);
  }

 private:
  std::string stem() const { return path_ == "-" ? "stdin" : stem_of(path_); }

  void add(RawTable table, const HeaderLine& header) {
    out_.push_back({std::move(table), stem(), header.line, header.above});
  }

  bool as_utf8(std::string& bytes) {
    auto encoding = io::Encoding::utf8;
    if (!options_.encoding.empty()) {
      const auto named = io::parse_encoding(options_.encoding);
      if (!named) {
        findings_.report(Severity::error, "unknown-encoding", {file_, 0, 0}, "", options_.encoding);
        return false;
      }
      encoding = *named;
    } else if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
      encoding = io::Encoding::utf16;  // its mark says so
    }
    auto text = io::to_utf8(bytes, encoding, file_, findings_);
    if (text) bytes = std::move(*text);
    return text.has_value();
  }

  /// Lines above the header are blanked, not cut, so that places stay right.
  void read_text(std::string text, bool tabs) {
    const auto delimiter = options_.delimiter ? options_.delimiter
                           : tabs             ? std::optional<char>('\t')
                                              : std::nullopt;
    const auto header = options_.header_row > 0 ? header_at(text, options_.header_row)
                                                : find_header_line(text, delimiter);
    for (std::size_t i = 0; i < header.offset; ++i)
      if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
    add(io::read_csv(std::move(text), file_, stem(), io::CsvLimits{}, findings_, delimiter),
        header);
  }

  void read_workbook(const std::string& bytes) {
    const auto sheets = io::read_xlsx(bytes, file_, findings_);
    std::vector<std::string> names;
    for (const auto& sheet : sheets) {
      names.push_back(sheet.name);
      const bool named = text::fold(options_.sheet) == text::fold(sheet.name);
      const bool holds_table = sheet.rows() > 1;
      if (options_.sheet.empty() && holds_table && sheet.hidden)
        findings_.report(Severity::warning, "import-sheet-hidden",
                         {io::sheet_file(file_, sheet), 0, 0}, "", sheet.name);
      else if (options_.sheet.empty() ? holds_table : named)
        read_sheet(sheet);
    }
    if (!options_.sheet.empty() && out_.empty() && !sheets.empty())
      findings_.report(Severity::error, "no-such-sheet", {file_, 0, 0}, "", options_.sheet,
                       {text::join(names, ", ")}, text::nearest(options_.sheet, names));
  }

  void read_sheet(const io::Sheet& sheet) {
    HeaderLine header;
    header.line = options_.header_row > 0 ? options_.header_row : io::guess_header_row(sheet);
    if (header.line == 0) return;
    for (std::size_t r = 0; r + 1 < header.line && r < sheet.rows(); ++r) {
      std::string line;
      for (std::size_t c = 0; c < sheet.columns; ++c) {
        const auto cell = sheet.cell(r, c).text;
        if (!cell.empty()) line += (line.empty() ? "" : " | ") + std::string(cell);
      }
      if (!line.empty()) header.above.push_back(std::move(line));
    }
    add(io::sheet_table(sheet, header.line, io::sheet_file(file_, sheet), sheet.name, findings_),
        header);
  }

  const std::string& path_;
  std::string file_;
  const SourceOptions& options_;
  Diagnostics& findings_;
  std::vector<SourceTable> out_;
};

}  // namespace

std::vector<SourceTable> read_source(const std::string& path, const SourceOptions& options,
                                     Diagnostics& findings) {
  return SourceReader(path, options, findings).read();
}

}  // namespace coopnet::intake
