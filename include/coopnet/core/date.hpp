#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace coopnet {

/// A calendar day (proleptic Gregorian), counted from 1970-01-01.
struct Day {
  std::int32_t number = 0;
  friend constexpr auto operator<=>(Day, Day) = default;
};

struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;
};

[[nodiscard]] Day day_from_civil(CivilDate date);
[[nodiscard]] CivilDate civil_from_day(Day day);
/// YYYY-MM-DD.
[[nodiscard]] std::string to_string(Day day);

/// What is known about one day: it lies in [earliest, latest], both included.
struct DayRange {
  Day earliest;
  Day latest;
  friend constexpr bool operator==(DayRange, DayRange) = default;
};

/// When something starts and ends, each known to within a range. A single day is the exact case;
/// "2024-05" starts and ends at unknown days of May; "2024-07-03/2024-07-04" is exact at both ends.
struct FuzzyInterval {
  DayRange start;
  DayRange end;
  [[nodiscard]] bool exact() const {
    return start.earliest == start.latest && end.earliest == end.latest;
  }
  friend constexpr bool operator==(const FuzzyInterval&, const FuzzyInterval&) = default;
};

/// One date of the forms YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Q1..Q4, YYYY-H1, YYYY-H2 (years
/// 1800..2199), as the range of days it can mean; nothing when it is none of them.
[[nodiscard]] std::optional<DayRange> parse_day_range(std::string_view text);

/// A date as above, or two of them joined by "/": start and end. The end never lies before the
/// start: "2024-07-04/2024-07-03" is refused (nothing).
[[nodiscard]] std::optional<FuzzyInterval> parse_fuzzy_interval(std::string_view text);

}  // namespace coopnet
