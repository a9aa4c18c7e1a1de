#include "render/table_layout.hpp"

#include <algorithm>
#include <cctype>
#include <limits>
#include <numeric>

#include "coopnet/core/text.hpp"

namespace coopnet::render::layout {
namespace {

/// A wrapped column narrower than this is hard to read, ...
constexpr std::size_t readable = 16;
/// ... and than this, useless.
constexpr std::size_t narrowest = 8;

/// The least and the most that a column takes.
struct Range {
  std::size_t least = 0;
  std::size_t most = 0;
};

Range range_of(const Need& need, std::size_t floor) {
  const std::size_t most = std::max(need.content, need.title);
  const std::size_t content = need.wraps ? std::min(need.content, floor) : need.content;
  return {std::max({content, need.title_word, std::size_t{1}}), std::max(most, std::size_t{1})};
}

std::size_t capped(const Range& range, std::size_t cap) {
  return std::clamp(cap, range.least, range.most);
}

std::size_t total(const std::vector<Range>& ranges, std::size_t cap) {
  const std::size_t gaps = ranges.empty() ? 0 : gap * (ranges.size() - 1);
  return std::accumulate(ranges.begin(), ranges.end(), gaps,
                         [&](std::size_t sum, const Range& r) { return sum + capped(r, cap); });
}

/// The largest cap under which the columns fit; nothing fits under any cap: zero.
std::size_t largest_cap(const std::vector<Range>& ranges, std::size_t limit) {
  std::size_t low = 0;
  std::size_t high = limit + 1;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (total(ranges, middle) <= limit ? low : high) = middle;
  }
  return low;
}

/// The columns that are shown, and the floor of wrapped ones, at one stage of giving up.
struct Attempt {
  std::vector<std::size_t> shown;
  std::vector<Range> ranges;
};

Attempt attempt(const std::vector<Need>& needs, const std::vector<bool>& hidden,
                std::size_t floor) {
  Attempt out;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (hidden[i]) continue;
    out.shown.push_back(i);
    out.ranges.push_back(range_of(needs[i], floor));
  }
  return out;
}

/// Hides the last shown column of an importance; false if there is none, or only one column left.
bool hide_last(const std::vector<Need>& needs, std::vector<bool>& hidden, Importance importance) {
  if (std::count(hidden.begin(), hidden.end(), false) <= 1) return false;
  for (std::size_t i = needs.size(); i-- > 0;) {
    if (hidden[i] || needs[i].importance != importance) continue;
    hidden[i] = true;
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::size_t> widths(const std::vector<Need>& needs, std::size_t limit) {
  if (limit == 0) limit = std::numeric_limits<std::size_t>::max() / 4;
  std::vector<bool> hidden(needs.size(), false);
  std::size_t floor = readable;
  Attempt now = attempt(needs, hidden, floor);
  // Extra columns are shown only where nothing has to be wrapped for them.
  while (total(now.ranges, limit) > limit && hide_last(needs, hidden, Importance::extra))
    now = attempt(needs, hidden, floor);
  while (total(now.ranges, 0) > limit) {
    if (floor == readable)
      floor = narrowest;
    else if (!hide_last(needs, hidden, Importance::normal))
      break;  // too narrow for what is essential: the lines get longer than the terminal
    now = attempt(needs, hidden, floor);
  }
  const std::size_t cap = largest_cap(now.ranges, limit);
  std::vector<std::size_t> out(needs.size(), 0);
  for (std::size_t i = 0; i < now.shown.size(); ++i) out[now.shown[i]] = capped(now.ranges[i], cap);
  return out;
}

namespace {

/// A word may break after its hyphen; a date, a number or an option such as --top may not.
bool may_break_after(std::string_view text, std::size_t word, std::size_t i) {
  return text[i] == '-' && text[word] != '-' && i + 1 < text.size() &&
         std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0;
}

/// The longest beginning of `text` that fits `width`, at least one character: up to a blank if
/// there is one, else within a word.
std::size_t line_length(std::string_view text, std::size_t width) {
  std::size_t fits = 0;
  std::size_t last_blank = 0;
  std::size_t used = 0;
  std::size_t word = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
    used += text::display_width(text.substr(i, next - i));
    if (text[i] == ' ') last_blank = i;
    if (text[i] == ' ') word = next;
    if (used <= width && may_break_after(text, word, i)) last_blank = next;
    if (used > width && fits > 0) return text[i] == ' ' ? i : (last_blank > 0 ? last_blank : fits);
    fits = next;
    i = next;
  }
  return text.size();
}

}  // namespace

std::vector<std::string> wrap(std::string_view text, std::size_t width, std::size_t most_lines) {
  std::vector<std::string> lines;
  text = text::trim(text);
  while (!text.empty()) {
    if (lines.size() + 1 == most_lines) {
      lines.push_back(text::shorten_to_width(text, width));
      break;
    }
    const std::size_t length = line_length(text, width);
    lines.emplace_back(text::trim(text.substr(0, length)));
    text = text::trim(text.substr(length));
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace coopnet::render::layout
