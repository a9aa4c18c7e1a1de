// Reading CSV: one pass over the bytes, in place.
//
// The text is owned by the table, so a cell is a view into it: no cell is allocated. Doubled quotes
// are undone by moving the bytes of the cell together, which needs no more room than was there. The
// byte after the text is always 0, and texts with a 0 inside are refused first, so the inner loop
// looks for delimiter, line end and end of text with one table and no test of bounds.

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "io/arena.hpp"
#include "io/findings.hpp"
#include "io/large_memory.hpp"
#include "io/table_header.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {
namespace {

constexpr std::array<char, 3> known_delimiters{',', ';', '\t'};  // ties fall to the earlier

/// The most frequent delimiter outside quotes in the first line that is not blank.
char sniff_delimiter(const char* p, const char* end) {
  while (p != end && (*p == '\n' || *p == '\r' || *p == ' ')) ++p;
  std::array<std::size_t, known_delimiters.size()> counts{};
  bool cell_start = true;
  for (; p != end && *p != '\n' && *p != '\r'; ++p) {
    if (*p == '"' && cell_start) {
      for (++p; p != end && (*p != '"' || p[1] == '"'); ++p) p += *p == '"' ? 1 : 0;
      if (p == end) break;
      cell_start = false;
      continue;
    }
    const auto* found = std::find(known_delimiters.begin(), known_delimiters.end(), *p);
    cell_start = found != known_delimiters.end() || (cell_start && *p == ' ');
    if (found != known_delimiters.end())
      ++counts[static_cast<std::size_t>(found - known_delimiters.begin())];
  }
  const auto best = std::max_element(counts.begin(), counts.end()) - counts.begin();
  return known_delimiters[static_cast<std::size_t>(best)];
}

class CsvReader {
 public:
  CsvReader(std::string text, std::string file, std::string name, const CsvLimits& limits,
            Diagnostics& diagnostics)
      : buffer_(std::make_shared<std::string>(std::move(text))),
        limits_(limits),
        findings_(diagnostics, file, limits.findings),
        spots_(without_mark(*buffer_)) {
    table_.name = std::move(name);
    table_.file = std::move(file);
  }

  RawTable read(std::optional<char> delimiter);

 private:
  struct Row {
    std::size_t cells = 0;        ///< cells written in the line
    std::size_t last_filled = 0;  ///< number of the last one that is not empty, from 1
    RawCell surplus;              ///< first one beyond the columns that is not empty
    Spot end;
  };

  /// A text in quotes, and whether the quote was closed.
  struct Quoted {
    std::string_view text;
    bool closed;
  };

  bool accept_text();
  void set_delimiter(char delimiter);
  bool read_header();
  void reserve_cells();
  void read_rows();
  [[nodiscard]] bool within_limits(std::size_t row_start);
  Row read_row(std::vector<RawCell>& out, std::size_t columns);
  void complete_row(const Row& row);
  [[nodiscard]] RawCell read_cell();
  [[nodiscard]] RawCell read_quoted();
  [[nodiscard]] std::string_view bounded(std::string_view cell, Spot start);
  [[nodiscard]] Quoted undouble_quotes();
  void check_after_quote();
  void skip_blanks();
  void end_line();

  static Spot spot(const RawCell& c) { return {c.line, c.column}; }
  [[nodiscard]] bool special(const char* p) const {
    return special_[static_cast<unsigned char>(*p)];
  }

  std::shared_ptr<std::string> buffer_;
  CsvLimits limits_;
  Findings findings_;
  SpotCounter spots_;
  RawTable table_;
  Arena arena_;
  std::array<bool, 256> special_{};
  char delimiter_ = ',';
  char* at_ = nullptr;
  char* end_ = nullptr;
  std::size_t expected_ = 0;  ///< columns up to the last that has a name
  std::size_t lone_crs_ = 0;
  Spot first_lone_cr_;
};

RawTable CsvReader::read(std::optional<char> delimiter) {
  if (accept_text()) {
    end_ = buffer_->data() + buffer_->size();
    at_ = end_ - without_mark(*buffer_).size();
    set_delimiter(delimiter ? *delimiter : sniff_delimiter(at_, end_));
    if (read_header()) {
      reserve_cells();
      read_rows();
      settle_header(table_, expected_, arena_, findings_);
    }
    if (lone_crs_ > 0)
      findings_.warning("csv-lone-cr", first_lone_cr_, {.args = {std::to_string(lone_crs_)}});
  }
  findings_.finish();
  table_.storage = arena_.release();
  table_.storage.push_back(std::move(buffer_));
  return std::move(table_);
}

bool CsvReader::accept_text() {
  if (!check_text(*buffer_, findings_)) return false;
  const auto text = without_mark(*buffer_);
  const auto nul = text.find('\0');
  if (nul == std::string_view::npos) return true;
  findings_.error("nul-byte", spot_of(text, nul));
  return false;
}

void CsvReader::set_delimiter(char delimiter) {
  delimiter_ = delimiter;
  for (const char c : {delimiter, '\n', '\r', '\0'}) special_[static_cast<unsigned char>(c)] = true;
}

/// Reads lines up to the first that holds anything. The names are settled after the rows, because
/// a column without a name is kept only if it holds something.
bool CsvReader::read_header() {
  Row row;
  while (row.last_filled == 0 && at_ != end_) {
    table_.header.clear();
    row = read_row(table_.header, limits_.columns);
  }
  for (std::size_t i = 0; i < table_.header.size(); ++i) {
    auto& name = table_.header[i].text;
    name = text::trim(name);  // in quotes too
    if (!name.empty()) expected_ = i + 1;
  }
  if (row.last_filled > limits_.columns) {
    findings_.error("too-many-columns", spot(row.surplus),
                    {.args = {std::to_string(limits_.columns)}});
  } else if (expected_ == 0) {
    findings_.file_error("csv-empty");
  } else {
    return true;
  }
  table_.header.clear();
  return false;
}

/// Room for the cells, by the length of the first rows; too little only costs a later move.
void CsvReader::reserve_cells() {
  constexpr std::size_t sampled_bytes = std::size_t{1} << 16U;
  const auto left = static_cast<std::size_t>(end_ - at_);
  const auto sample = std::min(left, sampled_bytes);
  const auto lines = static_cast<std::size_t>(std::count(at_, at_ + sample, '\n')) + 1;
  const std::size_t rows = left / (sample / lines + 1) + left / (20 * (sample / lines + 1)) + 16;
  table_.cells.reserve(std::min(rows * table_.columns(), left + table_.columns() + 1));
  prefer_large_pages(table_.cells.data(), table_.cells.capacity() * sizeof(RawCell));
}

void CsvReader::read_rows() {
  while (at_ != end_) {
    const std::size_t before = table_.cells.size();
    const Row row = read_row(table_.cells, table_.columns());
    if (row.last_filled > 0) {
      complete_row(row);
      if (within_limits(before)) continue;
      at_ = end_;
    }
    table_.cells.resize(before);
  }
}

bool CsvReader::within_limits(std::size_t row_start) {
  const auto over = [&](std::string_view code, std::size_t limit) {
    findings_.error(code, spot(table_.cells[row_start]), {.args = {std::to_string(limit)}});
    return false;
  };
  if (table_.rows() > limits_.rows) return over("too-many-rows", limits_.rows);
  if (table_.cells.size() > limits_.cells) return over("too-many-cells", limits_.cells);
  return true;
}

/// Reads one line of cells and keeps up to `columns` of them.
CsvReader::Row CsvReader::read_row(std::vector<RawCell>& out, std::size_t columns) {
  Row row;
  while (true) {
    const RawCell cell = read_cell();
    ++row.cells;
    if (!cell.text.empty()) {
      if (row.cells > columns && row.last_filled <= columns) row.surplus = cell;
      row.last_filled = row.cells;
    }
    if (row.cells <= columns) out.push_back(cell);
    if (*at_ != delimiter_) break;
    ++at_;
  }
  row.end = spots_.at(at_);
  end_line();
  return row;
}

/// Reports a row that does not fit the header; cells that are not there are empty.
void CsvReader::complete_row(const Row& row) {
  if (row.last_filled > table_.columns())
    findings_.error("csv-too-many-cells", spot(row.surplus),
                    {.value = row.surplus.text,
                     .args = {std::to_string(row.last_filled), std::to_string(expected_)}});
  else if (row.cells < expected_)
    findings_.warning("csv-too-few-cells", row.end,
                      {.args = {std::to_string(row.cells), std::to_string(expected_)}});
  const RawCell missing{{}, row.end.line, row.end.column};
  for (std::size_t i = row.cells; i < table_.columns(); ++i) table_.cells.push_back(missing);
}

/// Reads one cell and stops at the delimiter, line end or end of text behind it.
RawCell CsvReader::read_cell() {
  skip_blanks();
  if (*at_ == '"') return read_quoted();
  const Spot start = spots_.at(at_);
  const char* const begin = at_;
  while (!special(at_)) ++at_;
  std::string_view cell(begin, static_cast<std::size_t>(at_ - begin));
  while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\t')) cell.remove_suffix(1);
  if (cell.ends_with(no_break_space)) cell = text::trim(cell);
  return {bounded(cell, start), start.line, start.column};
}

RawCell CsvReader::read_quoted() {
  const Spot start = spots_.at(at_);
  ++at_;
  const Quoted quoted = undouble_quotes();
  if (!quoted.closed) {
    findings_.error("csv-open-quote", start, {.value = quoted.text});
    return {{}, start.line, start.column};
  }
  check_after_quote();
  return {bounded(quoted.text, start), start.line, start.column};
}

/// The cell, or nothing and a finding if it is too long.
std::string_view CsvReader::bounded(std::string_view cell, Spot start) {
  if (cell.size() <= limits_.field_bytes) return cell;
  findings_.error("field-too-long", start,
                  {.value = cell, .args = {std::to_string(limits_.field_bytes)}});
  return {};
}

/// The text up to the closing quote, each doubled quote made one; stops behind the closing quote.
/// Without a closing quote the text reaches to the end.
CsvReader::Quoted CsvReader::undouble_quotes() {
  char* const begin = at_;
  char* out = at_;
  bool closed = false;
  while (!closed) {
    const void* found = std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_));
    char* const stop = found == nullptr ? end_ : at_ + (static_cast<const char*>(found) - at_);
    spots_.pass(at_, stop);
    if (out != at_) std::memmove(out, at_, static_cast<std::size_t>(stop - at_));
    out += stop - at_;
    at_ = stop;
    if (stop == end_) break;
    ++at_;
    closed = *at_ != '"';
    if (!closed) *out++ = *at_++;
  }
  return {{begin, static_cast<std::size_t>(out - begin)}, closed};
}

/// Behind a closing quote only blanks may follow. What else stands there is reported and left out.
void CsvReader::check_after_quote() {
  skip_blanks();
  if (special(at_)) return;
  const Spot start = spots_.at(at_);
  const char* const begin = at_;
  while (!special(at_)) ++at_;
  const std::string_view rest(begin, static_cast<std::size_t>(at_ - begin));
  findings_.error("csv-after-quote", start, {.value = text::trim(rest)});
}

void CsvReader::skip_blanks() {
  while (true) {
    if (*at_ == ' ' || (*at_ == '\t' && delimiter_ != '\t'))
      ++at_;
    else if (*at_ == no_break_space[0] && at_[1] == no_break_space[1])
      at_ += 2;
    else
      return;
  }
}

void CsvReader::end_line() {
  if (at_ == end_) return;
  if (*at_ == '\r' && at_[1] != '\n') {
    if (lone_crs_++ == 0) first_lone_cr_ = spots_.at(at_);
  } else if (*at_ == '\r') {
    ++at_;
  }
  ++at_;
  spots_.new_line(at_);
}

}  // namespace

RawTable read_csv(std::string text, std::string file, std::string table_name,
                  const CsvLimits& limits, Diagnostics& diagnostics,
                  std::optional<char> delimiter) {
  return CsvReader(std::move(text), std::move(file), std::move(table_name), limits, diagnostics)
      .read(delimiter);
}

}  // namespace coopnet::io
