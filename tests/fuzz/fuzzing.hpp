#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/raw_table.hpp"

/// What the fuzz programs share: properties that end the program when they do not hold, and places
/// found in the input in the plainest way.
namespace coopnet::fuzzing {

/// Ends the program unless the property holds; libFuzzer then keeps the input.
inline void require(bool holds, std::string_view property, std::string_view detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "Does not hold: %.*s\n%.*s\n", static_cast<int>(property.size()),
               property.data(), static_cast<int>(detail.size()), detail.data());
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline bool is_utf8(std::string_view text) { return !text::first_invalid_utf8(text); }

/// The lines of a text, without their ends (LF, CR LF or CR) and without byte order mark.
inline std::vector<std::string_view> lines_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string_view> lines;
  while (true) {
    const auto end = text.find_first_of("\r\n");
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
  }
}

/// A place lies in the text if its line exists and its column is at most one behind the last.
inline bool lies_in(const std::vector<std::string_view>& lines, std::uint32_t line,
                    std::uint32_t column) {
  return line >= 1 && line <= lines.size() && column >= 1 &&
         column <= text::length(lines[line - 1]) + 1;
}

/// What stands at a place that lies in the text, to the end of its line.
inline std::string_view rest_at(const std::vector<std::string_view>& lines, const RawCell& cell) {
  std::string_view rest = lines[cell.line - 1];
  for (std::uint32_t column = 1; column < cell.column; ++column) {
    rest.remove_prefix(1);
    while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U)
      rest.remove_prefix(1);
  }
  return rest;
}

/// Every finding stands somewhere in the text, or speaks of the file as a whole (line 0), or of a
/// whole line (column 0); and can be shown.
inline void check_findings(const Diagnostics& findings, std::string_view text,
                           std::string_view file) {
  const auto lines = lines_of(text);
  for (const auto& finding : findings.all()) {
    const auto& where = finding.where;
    require(where.file == file, "a finding names the file it is about", finding.code);
    require(where.line == 0 ? where.column == 0
                            : lies_in(lines, where.line, where.column == 0 ? 1 : where.column),
            "a finding stands in the text", finding.code);
    require(is_utf8(finding.value) && is_utf8(finding.nearest), "findings are UTF-8", finding.code);
    for (const auto& arg : finding.args)
      require(is_utf8(arg), "words of findings are UTF-8", finding.code);
  }
}

/// Header and cells have the same texts.
inline bool same_texts(const RawTable& a, const RawTable& b) {
  const auto same = [](const std::vector<RawCell>& x, const std::vector<RawCell>& y) {
    if (x.size() != y.size()) return false;
    for (std::size_t i = 0; i < x.size(); ++i)
      if (x[i].text != y[i].text) return false;
    return true;
  };
  return same(a.header, b.header) && same(a.cells, b.cells);
}

}  // namespace coopnet::fuzzing
