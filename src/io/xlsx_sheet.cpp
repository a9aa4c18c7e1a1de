// Reading a sheet: the cells that hold something are gathered as they come, wherever they stand;
// then the grid is laid out from the first cell to the last of them. So a sheet costs what it
// holds, however many empty cells with a format it lists, and the size of the grid is known before
// a grid is made.

#include "io/xlsx_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "coopnet/core/text.hpp"
#include "io/arena.hpp"
#include "io/findings.hpp"
#include "io/xlsx_strings.hpp"
#include "io/xlsx_xml.hpp"

namespace coopnet::io::xlsx {
namespace {

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

/// "2024-05-31T00:00:00" is a day.
std::string_view without_midnight(std::string_view text) {
  const auto time = text.find('T');
  if (time == std::string_view::npos) return text;
  const auto clock = text.substr(time + 1);
  const bool midnight = clock.find_first_not_of("0:.Z") == std::string_view::npos;
  return midnight ? text.substr(0, time) : text;
}

class SheetReader : public Elements {
 public:
  SheetReader(const std::string& file, Book& book, const XlsxLimits& limits, Sheet& sheet,
              Diagnostics& diagnostics)
      : book_(book),
        limits_(limits),
        sheet_(sheet),
        errors_(diagnostics, sheet_file(file, sheet), limits.findings),
        warnings_(sheet.findings, "", limits.findings) {}

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view piece) override;
  void finish();

 private:
  struct ColumnRun {
    std::uint64_t first, last;
  };

  void start_row(const Attributes& attributes);
  void start_cell(const Attributes& attributes);
  void end_cell();
  void add_merge(std::string_view range);
  [[nodiscard]] std::string_view content();
  [[nodiscard]] std::string_view number(std::string_view value);
  [[nodiscard]] std::string_view shared(std::string_view value);
  [[nodiscard]] std::string_view boolean(std::string_view value);
  std::string_view wrong(const char* what);
  void keep(std::string_view text);
  void put_in_order();
  void lay_out();
  void tell_hidden();
  void tell_hidden_columns();

  [[nodiscard]] std::string reference() const { return cell_reference(at_.row, at_.column); }
  [[nodiscard]] Spot spot() const { return {at_.row, at_.column}; }

  Book& book_;
  const XlsxLimits& limits_;
  Sheet& sheet_;
  Findings errors_, warnings_;
  Arena arena_;
  std::vector<RawCell> found_;  ///< cells that hold something
  std::vector<ColumnRun> hidden_columns_;
  std::vector<std::uint32_t> hidden_rows_;  ///< that hold something
  // The row and the cell that are being read.
  CellPlace at_;
  bool row_hidden_ = false, in_cell_ = false, in_value_ = false;
  bool has_formula_ = false, has_value_ = false, inline_string_ = false;
  std::string type_, value_;
  std::size_t style_ = 0;
  StringBuilder builder_;
};

void SheetReader::start(std::string_view name, const Attributes& attributes) {
  if (name == "row") {
    start_row(attributes);
  } else if (name == "c") {
    start_cell(attributes);
  } else if (name == "mergeCell") {
    add_merge(attributes["ref"]);
  } else if (name == "col" && attributes.flag("hidden")) {
    hidden_columns_.push_back({text::parse_unsigned(attributes["min"]).value_or(0),
                               text::parse_unsigned(attributes["max"]).value_or(0)});
  } else if (in_cell_) {
    if (name == "f") has_formula_ = true;
    if (name == "v") has_value_ = in_value_ = true;
    if (name == "is") inline_string_ = true;
    if (inline_string_) builder_.start(name);
  }
}

void SheetReader::end(std::string_view name) {
  if (!in_cell_) return;
  if (name == "c") end_cell();
  if (name == "v") in_value_ = false;
  if (name == "is") inline_string_ = false;
  if (inline_string_) builder_.end(name);
}

void SheetReader::text(std::string_view piece) {
  if (inline_string_) builder_.text(piece);
  if (in_value_ && value_.size() <= limits_.field_bytes) value_ += piece;
}

/// Without a number of its own a row follows the one before; so does a cell.
void SheetReader::start_row(const Attributes& attributes) {
  constexpr std::uint64_t beyond = last_row + std::uint64_t{1};
  const auto given = text::parse_unsigned(attributes["r"]);
  at_.row = given ? static_cast<std::uint32_t>(std::min(*given, beyond)) : at_.row + 1;
  at_.column = 0;
  row_hidden_ = attributes.flag("hidden");
}

void SheetReader::start_cell(const Attributes& attributes) {
  in_cell_ = true;
  in_value_ = has_formula_ = has_value_ = inline_string_ = false;
  type_ = attributes["t"];
  value_.clear();
  builder_.begin();
  style_ = text::parse_unsigned(attributes["s"]).value_or(0);
  const auto given = attributes["r"];
  if (given.empty()) {
    ++at_.column;
  } else if (const auto place = parse_reference(given)) {
    at_ = *place;
  } else {
    errors_.error("xlsx-cell", {at_.row, at_.column + 1},
                  {.args = {text::inert(text::shorten(given, 20)), "reference"}});
    ++at_.column;
  }
  if (at_.row >= 1 && at_.row <= last_row && at_.column >= 1 && at_.column <= last_column) return;
  errors_.error("xlsx-out-of-sheet", {0, 0}, {.args = {text::inert(text::shorten(given, 20))}});
  in_cell_ = false;
}

void SheetReader::end_cell() {
  in_cell_ = false;
  const auto text = content();
  if (text.size() > limits_.field_bytes)
    errors_.error("field-too-long", spot(), {.args = {std::to_string(limits_.field_bytes)}});
  else if (!text.empty())
    keep(text);
}

/// The cell as text, which may lie in a buffer that the next cell uses again.
std::string_view SheetReader::content() {
  const auto value = text::trim(value_);
  if (has_formula_ && (!has_value_ || (value.empty() && type_ != "str"))) {
    warnings_.warning("xlsx-formula-without-value", spot(), {.args = {reference()}});
    return {};
  }
  if (type_ == "inlineStr" || type_ == "str") {
    value_ = unescape(type_ == "str" || has_value_ ? value_ : builder_.text());
    return text::trim(value_);
  }
  if (value.empty()) return {};
  if (type_.empty() || type_ == "n") return number(value);
  if (type_ == "s") return shared(value);
  if (type_ == "b") return boolean(value);
  if (type_ == "d") return without_midnight(value);
  if (type_ != "e") return wrong("type");
  warnings_.warning("xlsx-error-cell", spot(), {.value = value, .args = {reference()}});
  return {};
}

std::string_view SheetReader::number(std::string_view value) {
  const auto number = parse_number(value);
  if (!number) return wrong("number");
  const NumberFormat format =
      style_ < book_.formats.size() ? book_.formats[style_] : NumberFormat{};
  auto shown = show_number(*number, format, book_.from_1904);
  if (shown.no_date)
    warnings_.warning("xlsx-no-such-date", spot(), {.value = shown.text, .args = {reference()}});
  value_ = std::move(shown.text);
  return value_;
}

std::string_view SheetReader::shared(std::string_view value) {
  const auto index = text::parse_unsigned(value);
  return index && *index < book_.strings.size() ? book_.strings[*index] : wrong("string");
}

std::string_view SheetReader::boolean(std::string_view value) {
  if (value == "1" || value == "true") return "yes";
  return value == "0" || value == "false" ? "no" : wrong("boolean");
}

std::string_view SheetReader::wrong(const char* what) {
  errors_.error("xlsx-cell", spot(), {.value = value_, .args = {reference(), what}});
  return {};
}

void SheetReader::keep(std::string_view text) {
  book_.text_bytes += text.size();
  if (book_.text_bytes > limits_.total_bytes)
    throw Fault{"xlsx-too-large", {text::inert(sheet_.name), std::to_string(limits_.total_bytes)}};
  if (found_.size() >= limits_.cells)
    throw Fault{"xlsx-too-many-cells",
                {text::inert(sheet_.name), "", std::to_string(limits_.cells)}};
  // Shared texts stay where they are; the book's storage goes with every sheet.
  found_.push_back({type_ == "s" ? text : arena_.keep(text), at_.row, at_.column});
  if (row_hidden_ && (hidden_rows_.empty() || hidden_rows_.back() != at_.row))
    hidden_rows_.push_back(at_.row);
}

void SheetReader::add_merge(std::string_view range) {
  const auto colon = range.find(':');
  const auto first = parse_reference(range.substr(0, colon));
  const auto last =
      colon == std::string_view::npos ? first : parse_reference(range.substr(colon + 1));
  const bool good = first && last && first->row >= 1 && first->row <= last->row &&
                    last->row <= last_row && first->column <= last->column &&
                    last->column <= last_column;
  if (good)
    sheet_.merged.push_back({first->row, first->column, last->row, last->column});
  else
    errors_.error("xlsx-cell", {0, 0},
                  {.args = {text::inert(text::shorten(range, 40)), "reference"}});
}

void SheetReader::finish() {
  put_in_order();
  lay_out();
  tell_hidden();
  errors_.finish();
  warnings_.finish();
  sheet_.storage = arena_.release();
  sheet_.storage.insert(sheet_.storage.end(), book_.storage.begin(), book_.storage.end());
}

/// By row and column; of a cell that comes twice the first is kept.
void SheetReader::put_in_order() {
  const auto key = [](const RawCell& c) { return std::pair(c.line, c.column); };
  const auto before = [&](const RawCell& a, const RawCell& b) { return key(a) < key(b); };
  if (!std::is_sorted(found_.begin(), found_.end(), before))
    std::stable_sort(found_.begin(), found_.end(), before);
  const auto twice = [&](const RawCell& a, const RawCell& b) {
    if (key(a) != key(b)) return false;
    errors_.error("xlsx-cell-twice", {b.line, b.column},
                  {.value = b.text, .args = {cell_reference(b.line, b.column)}});
    return true;
  };
  found_.erase(std::unique(found_.begin(), found_.end(), twice), found_.end());
}

void SheetReader::lay_out() {
  if (found_.empty()) return;
  std::size_t columns = 0;
  for (const auto& cell : found_) columns = std::max<std::size_t>(columns, cell.column);
  const std::size_t rows = found_.back().line;
  if (rows * columns > limits_.cells - std::min(limits_.cells, book_.cells))
    throw Fault{"xlsx-too-many-cells",
                {text::inert(sheet_.name),
                 "A1:" + cell_reference(found_.back().line, static_cast<std::uint32_t>(columns)),
                 std::to_string(limits_.cells)}};
  book_.cells += rows * columns;
  sheet_.columns = columns;
  sheet_.cells.resize(rows * columns);
  auto next = found_.begin();
  for (std::size_t i = 0; i < sheet_.cells.size(); ++i) {
    auto& cell = sheet_.cells[i];
    cell.line = static_cast<std::uint32_t>(i / columns + 1);
    cell.column = static_cast<std::uint32_t>(i % columns + 1);
    if (next != found_.end() && next->line == cell.line && next->column == cell.column)
      cell.text = (next++)->text;
  }
}

void SheetReader::tell_hidden() {
  if (sheet_.hidden) warnings_.warning("xlsx-hidden-sheet", {0, 0}, {.value = sheet_.name});
  std::sort(hidden_rows_.begin(), hidden_rows_.end());
  hidden_rows_.erase(std::unique(hidden_rows_.begin(), hidden_rows_.end()), hidden_rows_.end());
  if (!hidden_rows_.empty())
    warnings_.warning(
        "xlsx-hidden-rows", {hidden_rows_.front(), 0},
        {.args = {std::to_string(hidden_rows_.size()), std::to_string(hidden_rows_.front())}});
  tell_hidden_columns();
}

void SheetReader::tell_hidden_columns() {
  // How many runs begin, less how many have ended, at each column: any number of runs is one pass.
  std::vector<std::int64_t> change(sheet_.columns + 2);
  for (const auto& run : hidden_columns_) {
    if (run.first < 1 || run.first > run.last || run.first > sheet_.columns) continue;
    ++change[run.first];
    --change[std::min<std::uint64_t>(run.last, sheet_.columns) + 1];
  }
  std::vector<bool> filled(sheet_.columns + 1);
  for (const auto& cell : found_) filled[cell.column] = true;
  std::int64_t open = 0;
  std::size_t hidden = 0;
  std::uint32_t first = 0;
  for (std::size_t column = 1; column <= sheet_.columns; ++column) {
    open += change[column];
    if (open <= 0 || !filled[column]) continue;
    if (hidden++ == 0) first = static_cast<std::uint32_t>(column);
  }
  if (hidden == 0) return;
  std::string letters = cell_reference(1, first);
  letters.pop_back();
  warnings_.warning("xlsx-hidden-columns", {0, 0}, {.args = {std::to_string(hidden), letters}});
}

}  // namespace

std::optional<CellPlace> parse_reference(std::string_view text) {
  std::uint64_t column = 0, row = 0;
  std::size_t i = 0;
  const auto letter = [](char c) -> unsigned {
    const auto upper = static_cast<unsigned char>(c & ~0x20);
    return upper >= 'A' && upper <= 'Z' ? static_cast<unsigned>(upper - 'A') + 1U : 0U;
  };
  for (; i < text.size() && letter(text[i]) > 0; ++i)
    column = std::min<std::uint64_t>(column * 26 + letter(text[i]), last_column + 1);
  const std::size_t digits = i;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
    row = std::min<std::uint64_t>(row * 10 + static_cast<unsigned>(text[i] - '0'), last_row + 1);
  if (digits == 0 || i == digits || i != text.size()) return std::nullopt;
  return CellPlace{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)};
}

void read_sheet(Package& package, const std::string& part, const std::string& file, Book& book,
                const XlsxLimits& limits, Sheet& sheet, Diagnostics& diagnostics) {
  SheetReader reader(file, book, limits, sheet, diagnostics);
  read_xml(package, part, reader);
  reader.finish();
}

}  // namespace coopnet::io::xlsx
