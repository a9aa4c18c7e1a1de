#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "coopnet/core/date.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/written_values.hpp"

/// A date is cut into words and numbers; what order they stand in decides how they are read.
namespace coopnet::intake {
namespace {

struct Month {
  std::string_view names;  ///< folded, separated by blanks
};

/// Names and usual abbreviations, by text::fold. Arabic in the two usual sets of names.
constexpr std::array months{
    Month{"january jan janvier janv enero ene يناير كانون_الثاني"},
    Month{"february feb fevrier fevr febrero فبراير شباط"},
    Month{"march mar mars marzo مارس اذار"},
    Month{"april apr avril avr abril abr ابريل نيسان"},
    Month{"may mai mayo مايو ايار"},
    Month{"june jun juin junio يونيو حزيران"},
    Month{"july jul juillet juil julio يوليو تموز"},
    Month{"august aug aout agosto ago اغسطس اب"},
    Month{"september sep sept septembre septiembre setiembre سبتمبر ايلول"},
    Month{"october oct octobre octubre اكتوبر تشرين_الاول"},
    Month{"november nov novembre noviembre نوفمبر تشرين_الثاني"},
    Month{"december dec decembre diciembre dic ديسمبر كانون_الاول"},
};

int month_named(std::string_view word) {
  for (std::size_t m = 0; m < months.size(); ++m)
    for (const auto name : text::split_list(months[m].names, ' '))
      if (name == word) return static_cast<int>(m) + 1;
  return 0;
}

struct Part {
  int number = -1;         ///< of digits
  std::size_t digits = 0;  ///< how many
  int month = 0;           ///< of a month's name
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool divides(char c) { return c == ' ' || c == '/' || c == '-' || c == '.' || c == ','; }

/// Numbers and months in their order; nothing if a word is neither ("de" and "of" mean nothing).
std::optional<std::vector<Part>> parts_of(std::string_view folded) {
  std::vector<Part> out;
  std::size_t i = 0;
  while (i < folded.size()) {
    if (divides(folded[i])) {
      ++i;
      continue;
    }
    const std::size_t from = i;
    const bool digits = is_digit(folded[i]);
    while (i < folded.size() && !divides(folded[i]) && is_digit(folded[i]) == digits) ++i;
    const auto word = folded.substr(from, i - from);
    Part part;
    if (digits) {
      part.digits = word.size();
      if (std::from_chars(word.data(), word.data() + word.size(), part.number).ec != std::errc{})
        return std::nullopt;
    } else {
      const bool filler = word == "de" || word == "del" || word == "of" || word == "st" ||
                          word == "nd" || word == "rd" || word == "th" || word == "er" ||
                          word == "le";
      if (filler) continue;
      part.month = month_named(word);
      if (part.month == 0) return std::nullopt;
    }
    out.push_back(part);
    if (out.size() > 3) return std::nullopt;
  }
  return out;
}

std::optional<std::string> checked(int year, int month, int day) {
  std::string text = std::to_string(year);
  const auto two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
  if (month > 0) text += two(month);
  if (day > 0) text += two(day);
  if (!parse_day_range(text)) return std::nullopt;
  return text;
}

std::optional<std::string> of_three_numbers(const std::vector<Part>& p, DateOrder order) {
  if (p[0].digits == 4) return checked(p[0].number, p[1].number, p[2].number);
  if (p[2].digits != 4) return std::nullopt;
  const int a = p[0].number, b = p[1].number, year = p[2].number;
  if (a == b || a > 12) return checked(year, b, a);
  if (b > 12) return checked(year, a, b);
  if (order == DateOrder::unknown) return std::nullopt;
  return order == DateOrder::day_first ? checked(year, b, a) : checked(year, a, b);
}

std::optional<std::string> of_named_month(const std::vector<Part>& p) {
  int year = 0, month = 0, day = 0;
  for (const auto& part : p) {
    int& slot = part.month > 0 ? month : part.digits == 4 ? year : day;
    if (slot != 0) return std::nullopt;
    slot = part.month > 0 ? part.month : part.number;
  }
  if (year == 0 || (p.size() == 3 && day == 0)) return std::nullopt;
  return checked(year, month, day);
}

std::optional<std::string> of_parts(const std::vector<Part>& p, DateOrder order) {
  const bool named = std::any_of(p.begin(), p.end(), [](const Part& q) { return q.month > 0; });
  if (named) return of_named_month(p);
  if (p.size() == 1 && p[0].digits == 4) return checked(p[0].number, 0, 0);
  if (p.size() == 3) return of_three_numbers(p, order);
  if (p.size() != 2) return std::nullopt;
  if (p[0].digits == 4 && p[1].digits == 4) {  // years from - to
    const std::string both = std::to_string(p[0].number) + "/" + std::to_string(p[1].number);
    if (!parse_fuzzy_interval(both)) return std::nullopt;
    return both;
  }
  if (p[0].digits == 4) return checked(p[0].number, p[1].number, 0);
  if (p[1].digits == 4) return checked(p[1].number, p[0].number, 0);
  return std::nullopt;
}

/// "2024-05-31T10:00:00Z", "2024-05-31 10:00": the day.
std::string_view without_time(std::string_view text) {
  constexpr std::size_t day_length = 10;
  const bool timed = text.size() > day_length + 2 && text[4] == '-' && text[7] == '-' &&
                     (text[day_length] == 'T' || text[day_length] == ' ') &&
                     is_digit(text[day_length + 1]) &&
                     text.find(':', day_length) != std::string_view::npos;
  return timed ? text.substr(0, day_length) : text;
}

}  // namespace

std::optional<std::string> written_date(std::string_view text, DateOrder order) {
  text = without_time(text::trim(text));
  if (text.empty() || text.size() > 60) return std::nullopt;
  if (parse_fuzzy_interval(text)) return std::string(text);
  std::string folded = text::fold(text);
  for (const auto* two_words : {"تشرين ال", "كانون ال"})
    if (const auto at = folded.find(two_words); at != std::string::npos)
      folded[folded.find(' ', at)] = '_';
  const auto parts = parts_of(folded);
  if (!parts || parts->empty()) return std::nullopt;
  return of_parts(*parts, order);
}

bool depends_on_date_order(std::string_view text) {
  return !written_date(text) && written_date(text, DateOrder::day_first).has_value();
}

}  // namespace coopnet::intake
