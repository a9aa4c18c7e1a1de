#include "coopnet/core/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <memory>

#include "coopnet/core/errors.hpp"

namespace coopnet::text {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_invisible_control(std::int32_t cp) {
  const auto category = utf8proc_category(cp);
  const bool format = category == UTF8PROC_CATEGORY_CF && cp != 0x200C && cp != 0x200D;
  return category == UTF8PROC_CATEGORY_CC || format || cp == 0x2028 || cp == 0x2029;
}

/// Among candidates that are whole numbers the one that differs least; the smaller of two.
std::string nearest_number(std::uint64_t value, std::span<const std::string> candidates) {
  std::string found;
  std::uint64_t best = ~std::uint64_t{0};
  for (const auto& candidate : candidates) {
    const auto number = parse_unsigned(candidate);
    if (!number) continue;
    const auto difference = *number > value ? *number - value : value - *number;
    if (difference >= best) continue;
    best = difference;
    found = candidate;
  }
  return found;
}

/// The first candidate that begins with the text, if that has at least three characters.
std::string beginning_with(std::string_view key, std::span<const std::string> candidates) {
  constexpr std::size_t shortest = 3;
  if (key.size() < shortest) return {};
  for (const auto& candidate : candidates)
    if (fold(candidate).starts_with(key)) return candidate;
  return {};
}

}  // namespace

std::int32_t next_code_point(std::string_view s, std::size_t& i) {
  if (const auto byte = static_cast<unsigned char>(s[i]); byte < 0x80) {
    ++i;
    return byte;
  }
  utf8proc_int32_t cp = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(s.data()) + i;
  const auto n = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(s.size() - i), &cp);
  if (n <= 0) {
    ++i;
    return 0xFFFD;
  }
  i += static_cast<std::size_t>(n);
  return cp;
}

std::string_view trim(std::string_view s) {
  const auto front = [&] {
    if (s.starts_with(no_break_space)) return std::size_t{2};
    return std::size_t{!s.empty() && is_blank(s.front()) ? 1u : 0u};
  };
  const auto back = [&] {
    if (s.ends_with(no_break_space)) return std::size_t{2};
    return std::size_t{!s.empty() && is_blank(s.back()) ? 1u : 0u};
  };
  while (const auto n = front()) s.remove_prefix(n);
  while (const auto n = back()) s.remove_suffix(n);
  return s;
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<std::string_view> split_list(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  while (!s.empty()) {
    const auto end = std::min(s.find(separator), s.size());
    if (const auto item = trim(s.substr(0, end)); !item.empty()) out.push_back(item);
    s.remove_prefix(std::min(end + 1, s.size()));
  }
  return out;
}

std::string join(std::span<const std::string> items, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += separator;
    out += items[i];
  }
  return out;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view s) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(s.data());
  std::size_t i = 0;
  while (i < s.size()) {
    if (bytes[i] < 0x80) {
      ++i;
      continue;
    }
    utf8proc_int32_t cp = 0;
    const auto n = utf8proc_iterate(bytes + i, static_cast<utf8proc_ssize_t>(s.size() - i), &cp);
    if (n <= 0) return i;
    i += static_cast<std::size_t>(n);
  }
  return std::nullopt;
}

std::size_t length(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(
      s.begin(), s.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t display_width(std::string_view s) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < s.size();)
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(next_code_point(s, i))));
  return width;
}

std::string shorten(std::string_view s, std::size_t limit) {
  if (s.size() <= limit || length(s) <= limit) return std::string(s);
  std::size_t i = 0;
  for (std::size_t n = 0; n + 1 < limit; ++n) next_code_point(s, i);
  return std::string(s.substr(0, i)) + "\u2026";
}

std::string shorten_to_width(std::string_view s, std::size_t limit) {
  if (display_width(s) <= limit) return std::string(s);
  std::size_t kept = 0;
  std::size_t width = 0;
  for (std::size_t i = 0; i < s.size();) {
    width += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(next_code_point(s, i))));
    if (width + 1 > limit) break;
    kept = i;
  }
  return std::string(s.substr(0, kept)) + "\u2026";
}

std::string fold(std::string_view s) {
  utf8proc_uint8_t* raw = nullptr;
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE | UTF8PROC_LUMP);
  const auto n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(s.data()),
                              static_cast<utf8proc_ssize_t>(s.size()), &raw, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
  if (n < 0) throw DataError("not well-formed UTF-8");
  std::string out;
  for (const char c :
       std::string_view(reinterpret_cast<const char*>(raw), static_cast<std::size_t>(n)))
    if (!is_blank(c) || (!out.empty() && out.back() != ' ')) out += is_blank(c) ? ' ' : c;
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > limit) return limit + 1;
  // Three rows of the optimal-string-alignment table: two back, one back, current.
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replace});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

std::string nearest(std::string_view value, std::span<const std::string> candidates) {
  constexpr std::size_t longest_compared = 64;
  if (value.size() > longest_compared || first_invalid_utf8(value)) return {};
  if (const auto number = parse_unsigned(value)) return nearest_number(*number, candidates);
  const std::string key = fold(value);
  std::size_t best = std::max<std::size_t>(1, key.size() / 3) + 1;
  std::string found;
  for (const auto& candidate : candidates) {
    if (candidate.size() > 2 * longest_compared) continue;
    const auto d = edit_distance(key, fold(candidate), best - 1);
    if (d < best) {
      best = d;
      found = candidate;
    }
  }
  return found.empty() ? beginning_with(key, candidates) : found;
}

std::string inert(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t start = i;
    const auto cp = next_code_point(s, i);
    if (!is_invisible_control(cp)) {
      out += s.substr(start, i - start);
      continue;
    }
    std::array<char, 8> hex{};
    const auto end = std::to_chars(hex.data(), hex.data() + hex.size(), cp, 16).ptr;
    out.append("\\u{").append(hex.data(), end).append("}");
  }
  return out;
}

bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto run = [](std::string_view s, std::size_t& at) {
        while (at < s.size() && s[at] == '0') ++at;
        const std::size_t start = at;
        while (at < s.size() && is_digit(s[at])) ++at;
        return s.substr(start, at - start);
      };
      const auto x = run(a, i);
      const auto y = run(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
      ++i;
      ++j;
    }
  }
  if ((i < a.size()) != (j < b.size())) return j < b.size();
  return a < b;
}

std::optional<std::uint64_t> parse_unsigned(std::string_view s) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (s.empty() || error != std::errc{} || end != s.data() + s.size()) return std::nullopt;
  return value;
}

std::string number(double value) {
  if (!std::isfinite(value)) return "n/a";
  if (value == 0) return "0";  // no negative zero in a table
  std::array<char, 40> buffer{};
  constexpr int significant_digits = 10;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::general, significant_digits)
                       .ptr;
  return {buffer.data(), end};
}

std::string fixed(double value, int decimals) {
  if (!std::isfinite(value)) return "n/a";
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                 std::chars_format::fixed, decimals)
                       .ptr;
  return {buffer.data(), end};
}

std::string slug(std::string_view s) {
  std::string out;
  for (const char c : fold(s)) {
    const bool plain =
        is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (plain)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace coopnet::text
