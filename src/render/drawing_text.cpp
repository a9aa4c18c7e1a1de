#include "render/drawing_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "coopnet/core/text.hpp"

namespace coopnet::render {
namespace {

// Advance widths of DejaVu Sans in thousandths of the font size, U+0020..U+007E.
constexpr std::array<std::uint16_t, 95> ascii_widths = {
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361,  318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 531, 1000, 685, 687, 699, 771, 632,
    576, 775, 752, 295, 295, 656, 558, 863, 749, 788, 604, 788, 695, 635,  611, 732, 685, 989, 686,
    611, 686, 391, 337, 391, 838, 500, 500, 613, 635, 550, 635, 616, 353,  635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592,  525, 637, 337, 637, 838,
};

// U+00A0..U+017F.
constexpr std::array<std::uint16_t, 224> latin_widths = {
    318, 401, 637, 637, 637, 637, 337, 500, 500, 1000, 472, 612, 838, 361, 1000, 500, 500,  838,
    401, 401, 500, 637, 637, 318, 500, 401, 472, 612,  970, 970, 970, 531, 685,  685, 685,  685,
    685, 685, 975, 699, 632, 632, 632, 632, 295, 295,  295, 295, 775, 749, 788,  788, 788,  788,
    788, 838, 788, 732, 732, 732, 732, 611, 605, 630,  613, 613, 613, 613, 613,  613, 982,  550,
    616, 616, 616, 616, 278, 278, 278, 278, 612, 634,  612, 612, 612, 612, 612,  838, 612,  634,
    634, 634, 634, 592, 635, 592, 685, 613, 685, 613,  685, 613, 699, 550, 699,  550, 699,  550,
    699, 550, 771, 635, 775, 635, 632, 616, 632, 616,  632, 616, 632, 616, 632,  616, 775,  635,
    775, 635, 775, 635, 775, 635, 752, 634, 917, 695,  295, 278, 295, 278, 295,  278, 295,  278,
    295, 278, 590, 556, 295, 278, 656, 580, 580, 558,  278, 558, 278, 558, 375,  558, 342,  563,
    285, 749, 634, 749, 634, 749, 634, 814, 749, 634,  788, 612, 788, 612, 788,  612, 1070, 1023,
    695, 412, 695, 412, 695, 412, 635, 521, 635, 521,  635, 521, 635, 521, 611,  393, 611,  393,
    611, 393, 732, 634, 732, 634, 732, 634, 732, 634,  732, 634, 732, 634, 989,  818, 611,  592,
    611, 686, 525, 686, 525, 686, 525, 353,
};

constexpr std::int32_t malformed = 0xFFFD;

/// Decodes the code point at `text[at]` and moves past it; malformed bytes come one by one.
std::int32_t next(std::string_view text, std::size_t& at) {
  utf8proc_int32_t cp = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto n = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &cp);
  if (n <= 0) {
    ++at;
    return malformed;
  }
  at += static_cast<std::size_t>(n);
  return cp;
}

void append(std::string& out, std::int32_t cp) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto n = utf8proc_encode_char(cp, bytes.data());
  for (utf8proc_ssize_t i = 0; i < n; ++i)
    out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

bool is_blank(std::int32_t cp) {
  return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x2028 || cp == 0x2029;
}

bool acts_instead_of_showing(std::int32_t cp) {
  const bool control = cp < 0x20 || (cp >= 0x7F && cp < 0xA0);
  const bool bidi = (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069);
  const bool no_character = (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
  const bool marker = cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) || cp == 0x00AD;
  return control || bidi || no_character || marker;
}

int advance(std::int32_t cp) {
  if (cp >= 0x20 && cp <= 0x7E) return ascii_widths[static_cast<std::size_t>(cp - 0x20)];
  if (cp >= 0xA0 && cp <= 0x17F) return latin_widths[static_cast<std::size_t>(cp - 0xA0)];
  constexpr int wide = 1050;
  constexpr int arabic = 660;
  constexpr int other = 740;
  switch (utf8proc_charwidth(cp)) {
    case 0:
      return 0;
    case 2:
      return wide;
    default:
      break;
  }
  if (cp >= 0x0590 && cp <= 0x08FF) return arabic;
  return cp >= 0x2020 ? wide : other;
}

double slack(double milli_em, double size, bool bold) {
  constexpr double wider_when_bold = 1.16;
  constexpr double spare = 1.02;
  return milli_em / 1000.0 * size * spare * (bold ? wider_when_bold : 1.0);
}

/// Longest prefix of `text`, in bytes, that is no wider than `width`; never splits a character
/// from the marks on it, and takes at least one character.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
  double used = 0;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    used += advance(next(text, at));
    if (slack(used, size, bold) > width && kept > 0) return kept;
    kept = at;
  }
  return kept;
}

/// Where a line of at most `limit` bytes is best broken: after the last blank, hyphen or slash.
std::size_t break_before(std::string_view text, std::size_t limit) {
  if (limit >= text.size() || text[limit] == ' ') return limit;
  for (std::size_t i = limit; i > 0; --i)
    if (text[i - 1] == ' ' || text[i - 1] == '-' || text[i - 1] == '/') return i;
  return limit;
}

}  // namespace

std::string clean(std::string_view text, std::size_t limit) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size() && count < limit;) {
    const auto cp = next(text, at);
    if (is_blank(cp)) {
      if (out.empty() || out.back() == ' ') continue;
      out += ' ';
    } else if (!acts_instead_of_showing(cp)) {
      append(out, cp);
    } else {
      continue;
    }
    ++count;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::vector<std::string> clean_lines(std::string_view text, std::size_t most) {
  std::vector<std::string> out;
  while (!text.empty() && out.size() < most) {
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    if (auto line = clean(text.substr(0, end)); !line.empty()) out.push_back(std::move(line));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

double text_width(std::string_view line, double size, bool bold) {
  double used = 0;
  for (std::size_t at = 0; at < line.size();) used += advance(next(line, at));
  return slack(used, size, bold);
}

std::string shorten_to_points(std::string_view line, double width, double size, bool bold) {
  if (text_width(line, size, bold) <= width) return std::string(line);
  const double room = width - text_width(ellipsis, size, bold);
  std::string out(line.substr(0, fitting(line, room, size, bold)));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out += ellipsis;
}

std::vector<std::string> wrap(std::string_view text, const WrapOptions& o) {
  std::vector<std::string> out;
  for (const auto& paragraph : clean_lines(text, o.lines + 1)) {
    std::string_view rest = paragraph;
    while (!rest.empty()) {
      if (out.size() == o.lines) {  // no line left for the rest: the last one says so
        out.back() = shorten_to_points(out.back() + std::string(ellipsis), o.width, o.size, o.bold);
        return out;
      }
      const auto end = break_before(rest, fitting(rest, o.width, o.size, o.bold));
      out.emplace_back(text::trim(rest.substr(0, end)));
      rest = text::trim(rest.substr(end));
    }
  }
  return out;
}

bool is_right_to_left(std::string_view line, bool otherwise) {
  for (std::size_t at = 0; at < line.size();) {
    switch (utf8proc_get_property(next(line, at))->bidi_class) {
      case UTF8PROC_BIDI_CLASS_L:
        return false;
      case UTF8PROC_BIDI_CLASS_R:
      case UTF8PROC_BIDI_CLASS_AL:
        return true;
      default:
        break;
    }
  }
  return otherwise;
}

std::string points(double value) {
  auto out = text::fixed(value, 2);
  return out == "-0.00" ? "0.00" : out;
}

std::string fill(std::string_view text, std::initializer_list<std::string> values) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hole = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    const auto index = hole ? static_cast<std::size_t>(text[i + 1] - '0') : values.size();
    if (index >= values.size()) {
      out += text[i];
      continue;
    }
    out += values.begin()[index];
    i += 2;
  }
  return out;
}

bool is_language_tag(std::string_view text) {
  constexpr std::size_t longest = 35;
  if (text.empty() || text.size() > longest || text.front() == '-' || text.back() == '-')
    return false;
  return text.find("--") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-';
         });
}

}  // namespace coopnet::render
