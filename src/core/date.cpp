#include "coopnet/core/date.hpp"

#include <array>
#include <chrono>

#include "coopnet/core/text.hpp"

namespace coopnet {
namespace {

namespace calendar = std::chrono;

constexpr std::uint64_t first_year = 1800;
constexpr std::uint64_t last_year = 2199;

int last_day_of_month(int year, int month) {
  const calendar::year_month_day_last last{
      calendar::year{year},
      calendar::month_day_last{calendar::month{static_cast<unsigned>(month)}}};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

DayRange months(int year, int first, int last) {
  return {day_from_civil({year, first, 1}),
          day_from_civil({year, last, last_day_of_month(year, last)})};
}

std::optional<int> digits(std::string_view s, std::uint64_t low, std::uint64_t high) {
  const auto value = text::parse_unsigned(s);
  if (!value || *value < low || *value > high) return std::nullopt;
  return static_cast<int>(*value);
}

/// "Q3" or "H2" behind the year.
std::optional<DayRange> part_of_year(int year, std::string_view s) {
  if (s.size() != 2 || s[1] < '1') return std::nullopt;
  const int part = s[1] - '0';
  if ((s[0] == 'Q' || s[0] == 'q') && part <= 4) return months(year, 3 * part - 2, 3 * part);
  if ((s[0] == 'H' || s[0] == 'h') && part <= 2) return months(year, 6 * part - 5, 6 * part);
  return std::nullopt;
}

}  // namespace

Day day_from_civil(CivilDate date) {
  const calendar::year_month_day ymd{calendar::year{date.year},
                                     calendar::month{static_cast<unsigned>(date.month)},
                                     calendar::day{static_cast<unsigned>(date.day)}};
  return {static_cast<std::int32_t>(calendar::sys_days{ymd}.time_since_epoch().count())};
}

CivilDate civil_from_day(Day day) {
  const calendar::year_month_day ymd{calendar::sys_days{calendar::days{day.number}}};
  return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::string to_string(Day day) {
  const auto date = civil_from_day(day);
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

std::optional<DayRange> parse_day_range(std::string_view text) {
  constexpr std::size_t year_size = 4;
  constexpr std::size_t month_size = 7;
  constexpr std::size_t day_size = 10;
  const auto year = digits(text.substr(0, year_size), first_year, last_year);
  if (!year || text.size() < year_size) return std::nullopt;
  if (text.size() == year_size) return months(*year, 1, 12);
  if (text.size() < month_size || text[year_size] != '-') return std::nullopt;
  if (const auto part = part_of_year(*year, text.substr(year_size + 1))) return part;
  const auto month = digits(text.substr(year_size + 1, 2), 1, 12);
  if (!month) return std::nullopt;
  if (text.size() == month_size) return months(*year, *month, *month);
  if (text.size() != day_size || text[month_size] != '-') return std::nullopt;
  const auto last = static_cast<std::uint64_t>(last_day_of_month(*year, *month));
  const auto day = digits(text.substr(month_size + 1), 1, last);
  if (!day) return std::nullopt;
  const Day exact = day_from_civil({*year, *month, *day});
  return DayRange{exact, exact};
}

std::optional<FuzzyInterval> parse_fuzzy_interval(std::string_view text) {
  const auto slash = text.find('/');
  const auto start = parse_day_range(text.substr(0, slash));
  if (!start) return std::nullopt;
  if (slash == std::string_view::npos) return FuzzyInterval{*start, *start};
  const auto end = parse_day_range(text.substr(slash + 1));
  if (!end || end->latest < start->earliest) return std::nullopt;
  return FuzzyInterval{*start, *end};
}

}  // namespace coopnet
