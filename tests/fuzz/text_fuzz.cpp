// Dates and helpers for text, on any bytes.
#include <algorithm>

#include "coopnet/core/date.hpp"
#include "coopnet/core/errors.hpp"
#include "fuzz/fuzzing.hpp"
#include "io/text_scan.hpp"

namespace coopnet {
namespace {

using fuzzing::is_utf8;
using fuzzing::require;

void check_days(DayRange range, std::string_view text) {
  const Day first = day_from_civil({1800, 1, 1});
  const Day last = day_from_civil({2199, 12, 31});
  require(range.earliest <= range.latest, "a range begins before it ends", text);
  require(first <= range.earliest && range.latest <= last, "a range lies in known years", text);
  for (const Day day : {range.earliest, range.latest}) {
    const auto written = to_string(day);
    require(parse_day_range(written) == DayRange{day, day}, "a day that is written is read",
            written);
  }
}

void check_dates(std::string_view text) {
  const auto range = parse_day_range(text);
  if (range) check_days(*range, text);
  const auto interval = parse_fuzzy_interval(text);
  require(!range || interval == FuzzyInterval{*range, *range}, "a date is an interval", text);
  if (!interval) return;
  check_days(interval->start, text);
  check_days(interval->end, text);
  require(interval->start.earliest <= interval->end.latest, "no end before the start", text);
  const auto widest = to_string(interval->start.earliest) + "/" + to_string(interval->end.latest);
  require(parse_fuzzy_interval(widest).has_value(), "its outer days are an interval", widest);
}

void check_inert(std::string_view s) {
  const auto shown = text::inert(s);
  require(text::inert(shown) == shown, "inert text stays as it is", shown);
  require(is_utf8(shown) == is_utf8(s), "inert text is UTF-8 if the text is", shown);
  require(std::none_of(shown.begin(), shown.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }),
          "no control characters in inert text", shown);
}

void check_fold(std::string_view s) {
  std::string folded;
  try {
    folded = text::fold(s);
  } catch (const DataError&) {
    require(!is_utf8(s), "UTF-8 can be folded", s);
    return;
  }
  require(is_utf8(s) && is_utf8(folded), "only UTF-8 is folded, to UTF-8", s);
  require(text::fold(folded) == folded, "a folded text stays as it is", s);
  const auto slug = text::slug(s);
  require(text::slug(slug) == slug, "a slug stays as it is", s);
  require(slug.find_first_of(" /\\.\t\n") == std::string::npos, "a slug is a plain name", slug);
}

void check_lengths(std::string_view s) {
  if (!is_utf8(s)) return;
  for (const std::size_t limit : {std::size_t{1}, std::size_t{2}, std::size_t{7}}) {
    const auto shorter = text::shorten(s, limit);
    require(is_utf8(shorter) && text::length(shorter) <= limit, "no longer than asked", s);
    const auto narrower = text::shorten_to_width(s, limit);
    require(is_utf8(narrower) && text::display_width(narrower) <= limit, "no wider than asked", s);
  }
  require(text::shorten(s, text::length(s)) == s, "what fits stays as it is", s);
}

void check_parts(std::string_view s) {
  const auto trimmed = text::trim(s);
  require(text::trim(trimmed) == trimmed, "a trimmed text stays as it is", s);
  std::vector<std::string> items;
  for (const auto item : text::split_list(s)) {
    require(!item.empty() && text::trim(item) == item && item.find(';') == std::string_view::npos,
            "items of lists are trimmed, not empty and hold no separator", s);
    items.emplace_back(item);
  }
  const auto joined = text::join(items, ";");
  const auto again = text::split_list(joined);
  require(std::equal(items.begin(), items.end(), again.begin(), again.end()),
          "a list that is joined is split into its items", joined);
  require(io::find_malformed_utf8(s) == text::first_invalid_utf8(s),
          "both scans for UTF-8 find one place", s);
  if (const auto value = text::parse_unsigned(s)) {
    const auto digits = std::to_string(*value);
    require(s.ends_with(digits) && s.find_first_not_of('0') >= s.size() - digits.size(),
            "a number that is read is written in its digits", s);
  }
}

/// The input up to the first line end against the rest.
void check_pair(std::string_view a, std::string_view b) {
  require(!text::natural_less(a, a), "nothing comes before itself", a);
  require((a == b) == (!text::natural_less(a, b) && !text::natural_less(b, a)),
          "of two different texts one comes first", a);
  constexpr std::size_t limit = 5;
  const auto distance = text::edit_distance(a, b, limit);
  require(distance == text::edit_distance(b, a, limit), "as far there as back", a);
  require((distance == 0) == (a == b) && distance <= limit + 1, "equal texts have no distance", a);
  const std::vector<std::string> candidates{std::string(a), std::string(b)};
  const auto nearest = text::nearest(a, candidates);
  require(nearest.empty() || nearest == a || nearest == b, "the nearest is a candidate", a);
}

void check_order(std::string_view a, std::string_view b, std::string_view c) {
  if (text::natural_less(a, b) && text::natural_less(b, c))
    require(text::natural_less(a, c), "natural order is transitive", a);
}

}  // namespace
}  // namespace coopnet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = coopnet::fuzzing::as_text(data, size);
  coopnet::check_dates(text);
  coopnet::check_inert(text);
  coopnet::check_fold(text);
  coopnet::check_lengths(text);
  coopnet::check_parts(text);
  const auto first = std::min(text.find('\n'), size);
  const auto a = text.substr(0, first);
  const auto rest = text.substr(std::min(first + 1, size));
  if (coopnet::fuzzing::is_utf8(a) && coopnet::fuzzing::is_utf8(rest)) coopnet::check_pair(a, rest);
  const auto second = std::min(rest.find('\n'), rest.size());
  const auto b = rest.substr(0, second);
  const auto c = rest.substr(std::min(second + 1, rest.size()));
  coopnet::check_order(a, b, c);
  coopnet::check_order(b, a, c);
  coopnet::check_order(c, a, b);
  return 0;
}
