#include "intake/header_line.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {
namespace {

constexpr std::size_t most_records = 60;  ///< looked at from the top

/// A line of the table, which can go over several lines of the file where a cell is quoted.
struct Record {
  std::size_t line = 1;
  std::size_t offset = 0;
  std::string_view text;
};

std::vector<Record> first_records(std::string_view text) {
  std::vector<Record> out;
  std::size_t from = 0, line = 1, record_line = 1;
  bool quoted = false;
  for (std::size_t i = 0; i <= text.size() && out.size() < most_records; ++i) {
    const bool end = i == text.size();
    if (!end && text[i] == '"') quoted = !quoted;
    const bool line_end = !end && (text[i] == '\n' || text[i] == '\r');
    if (!end && !line_end) continue;
    if (line_end && quoted) {
      if (text[i] == '\n' || i + 1 >= text.size() || text[i + 1] != '\n') ++line;
      continue;
    }
    out.push_back({record_line, from, text.substr(from, i - from)});
    if (line_end && text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    from = i + 1;
    record_line = ++line;
  }
  return out;
}

std::size_t filled_cells(std::string_view record, char delimiter) {
  std::size_t filled = 0;
  bool quoted = false, any = false;
  for (const char c : record) {
    if (c == '"') quoted = !quoted;
    if (c == delimiter && !quoted) {
      filled += any ? 1 : 0;
      any = false;
    } else if (c != ' ' && c != '"' && c != '\t') {
      any = true;
    }
  }
  return filled + (any ? 1 : 0);
}

/// The delimiter that most of the first lines hold; of equals the one that makes more cells.
char usual_delimiter(const std::vector<Record>& records) {
  char best = ',';
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (const char candidate : {',', ';', '\t'}) {
    std::pair<std::size_t, std::size_t> found{0, 0};
    for (const auto& record : records) {
      const auto cells = filled_cells(record.text, candidate);
      if (cells > 1) ++found.first;
      found.second += cells;
    }
    if (found <= most) continue;
    most = found;
    best = candidate;
  }
  return best;
}

HeaderLine at_record(const std::vector<Record>& records, std::size_t index) {
  HeaderLine out;
  if (index >= records.size()) return out;
  out.line = records[index].line;
  out.offset = records[index].offset;
  for (std::size_t r = 0; r < index; ++r)
    if (const auto line = text::trim(records[r].text); !line.empty()) out.above.emplace_back(line);
  return out;
}

}  // namespace

std::size_t header_among(const std::vector<std::size_t>& filled) {
  std::map<std::size_t, std::size_t> rows_of_width;
  for (const auto cells : filled)
    if (cells >= 2) ++rows_of_width[cells];
  std::size_t width = 0, most = 0;
  for (const auto& [cells, rows] : rows_of_width)
    if (rows >= most) {  // of equals the widest
      most = rows;
      width = cells;
    }
  const std::size_t least = std::max<std::size_t>(2, (width * 6 + 9) / 10);
  for (std::size_t r = 0; r < filled.size(); ++r)
    if (width > 0 ? filled[r] >= least : filled[r] > 0) return r;
  return 0;
}

HeaderLine find_header_line(std::string_view text, std::optional<char> delimiter) {
  const auto records = first_records(text);
  const char used = delimiter ? *delimiter : usual_delimiter(records);
  std::vector<std::size_t> filled;
  for (const auto& record : records) filled.push_back(filled_cells(record.text, used));
  return at_record(records, header_among(filled));
}

HeaderLine header_at(std::string_view text, std::size_t line) {
  const auto records = first_records(text);
  for (std::size_t r = 0; r < records.size(); ++r)
    if (records[r].line >= line) return at_record(records, r);
  return at_record(records, 0);
}

}  // namespace coopnet::intake
