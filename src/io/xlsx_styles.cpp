// A date in a workbook is a number of days; only the format of its cell tells it from a number.
//
// Day 1 is 1 January 1900, and day 60 is 29 February 1900, which never was: a fault of the first
// spreadsheets that all keep to. From day 61 on the count is that from 30 December 1899. Workbooks
// of another old kind count from 1 January 1904, which is day 0.

#include "io/xlsx_styles.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "coopnet/core/date.hpp"
#include "coopnet/core/text.hpp"
#include "io/xlsx_xml.hpp"

namespace coopnet::io::xlsx {
namespace {

using Kind = NumberFormat::Kind;

constexpr double seconds_a_day = 86'400;

/// Whether the content of a bracket counts elapsed hours, minutes or seconds: "h", "mm".
bool is_elapsed(std::string_view inside) {
  return !inside.empty() &&
         std::string_view("hms").find(inside.front()) != std::string_view::npos &&
         inside.find_first_not_of(inside.front()) == std::string_view::npos;
}

/// The letters of a format that stand for something: without quoted text, escaped characters,
/// padding and bracketed conditions, of the first section (positive numbers), in lower case.
/// Brackets of elapsed time, "[h]", become "[".
std::string bare_code(std::string_view code) {
  std::string out;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '[') {
      const auto end = std::min(code.find(']', i), code.size() - 1);
      const auto inside = text::lower_ascii(code.substr(i + 1, end - i - 1));
      if (is_elapsed(inside)) out += '[';
      i = end;
    } else {
      out += text::lower_ascii(code.substr(i, 1));
    }
  }
  return out;
}

/// The formats that need no definition in a file.
NumberFormat built_in(unsigned id) {
  if (id == 17) return {Kind::month};
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return {Kind::time};
  if (id == 46) return {Kind::elapsed};
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return {date ? Kind::date : Kind::general};
}

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string clock(std::int64_t seconds) {
  const auto rest = seconds % 60;
  return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) +
         (rest == 0 ? "" : ':' + two_digits(rest));
}

/// The day of a whole serial number, or nothing where there was none.
std::optional<Day> day_of(std::int64_t serial, bool from_1904) {
  constexpr std::int64_t last_1900 = 2'958'465;  // 9999-12-31
  constexpr std::int64_t never_was = 60;
  if (from_1904) {
    if (serial < 0 || serial > last_1900 - 1462) return std::nullopt;
    return Day{day_from_civil({1904, 1, 1}).number + static_cast<std::int32_t>(serial)};
  }
  if (serial < 1 || serial > last_1900 || serial == never_was) return std::nullopt;
  const Day before = day_from_civil({1899, 12, serial < never_was ? 31 : 30});
  return Day{before.number + static_cast<std::int32_t>(serial)};
}

/// A date with no more than its format shows, unless more is recorded.
std::string date_text(Day day, Kind kind) {
  const std::string full = to_string(day);
  const CivilDate civil = civil_from_day(day);
  if (kind == Kind::year && civil.month == 1 && civil.day == 1) return full.substr(0, 4);
  if (kind == Kind::month && civil.day == 1) return full.substr(0, 7);
  return full;
}

std::optional<std::string> show_date(double value, Kind kind, bool from_1904) {
  constexpr double beyond = 1e7;
  if (!(value >= 0 && value < beyond)) return std::nullopt;
  const auto seconds = static_cast<std::int64_t>(std::llround(value * seconds_a_day));
  constexpr auto a_day = static_cast<std::int64_t>(seconds_a_day);
  if (kind == Kind::elapsed || (kind == Kind::time && seconds < a_day)) return clock(seconds);
  const auto day = day_of(seconds / a_day, from_1904);
  if (!day) return std::nullopt;
  if (seconds % a_day == 0) return date_text(*day, kind);
  return to_string(*day) + 'T' + clock(seconds % a_day);
}

std::string show_general(double value) {
  constexpr double exact = 9007199254740992;  // 2^53: every whole number up to here is exact
  constexpr double plain_below = 1e21, plain_from = 1e-7;
  std::array<char, 64> buffer;
  const auto written = [&](std::to_chars_result result) {
    return std::string(buffer.data(), result.ptr);
  };
  char* const end = buffer.data() + buffer.size();
  if (value == 0) return "0";
  if (std::fabs(value) <= exact && value == std::floor(value))
    return std::to_string(static_cast<std::int64_t>(value));
  const auto digits =
      written(std::to_chars(buffer.data(), end, value, std::chars_format::general, 15));
  double rounded = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
  const double size = std::fabs(rounded);
  const bool plain = size < plain_below && size >= plain_from;
  return written(std::to_chars(buffer.data(), end, rounded,
                               plain ? std::chars_format::fixed : std::chars_format::scientific));
}

class StyleReader : public Elements {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmt") {
      codes_[number(attributes["numFmtId"])] = parse_format(attributes["formatCode"]);
    } else if (name == "cellXfs") {
      in_cell_formats_ = true;
    } else if (name == "xf" && in_cell_formats_) {
      const auto id = number(attributes["numFmtId"]);
      const auto own = codes_.find(id);
      formats_.push_back(own == codes_.end() ? built_in(id) : own->second);
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_formats_ = false;
  }
  [[nodiscard]] std::vector<NumberFormat> take() { return std::move(formats_); }

 private:
  static unsigned number(std::string_view text) {
    return static_cast<unsigned>(text::parse_unsigned(text).value_or(0));
  }

  std::map<unsigned, NumberFormat> codes_;
  std::vector<NumberFormat> formats_;
  bool in_cell_formats_ = false;
};

}  // namespace

NumberFormat parse_format(std::string_view code) {
  const std::string bare = bare_code(code);
  const auto has = [&](const char* letters) {
    return bare.find_first_of(letters) != std::string::npos;
  };
  if (bare == "general") return {};
  if (bare.size() > 1 && bare.find_first_not_of('0') == std::string::npos)
    return {Kind::zeros, static_cast<unsigned>(std::min<std::size_t>(bare.size(), 32))};
  if (has("[")) return {Kind::elapsed};
  if (has("d")) return {Kind::date};
  const bool clock = has("hs");
  if (has("y")) return {clock ? Kind::date : has("m") ? Kind::month : Kind::year};
  if (clock) return {Kind::time};
  return {has("m") ? Kind::date : Kind::general};
}

ShownNumber show_number(double value, NumberFormat format, bool from_1904) {
  if (format.kind == Kind::general) return {show_general(value)};
  if (format.kind == Kind::zeros) {
    std::string digits = show_general(std::fabs(value));
    const bool whole = digits.find_first_not_of("0123456789") == std::string::npos;
    if (whole && digits.size() < format.zeros) digits.insert(0, format.zeros - digits.size(), '0');
    return {whole ? (value < 0 ? "-" : "") + digits : show_general(value)};
  }
  if (const auto shown = show_date(value, format.kind, from_1904)) return {*shown};
  return {show_general(value), true};
}

std::vector<NumberFormat> read_styles(Package& package, const std::string& part) {
  StyleReader reader;
  read_xml(package, part, reader);
  return reader.take();
}

}  // namespace coopnet::io::xlsx
