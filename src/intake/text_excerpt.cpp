#include "intake/text_excerpt.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_inside_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

constexpr std::string_view dots = "…";

/// Whether the sign at `i` ends a sentence: a blank follows it.
bool ends_sentence(std::string_view s, std::size_t i) {
  return std::string_view(".!?").find(s[i]) != std::string_view::npos &&
         (i + 1 == s.size() || is_blank(s[i + 1]));
}

/// [begin, end) with its contacts left out; a contact that it cuts is left out whole.
std::string shown(std::string_view text, std::span<const ForeignSpan> spans, Span part) {
  auto span = std::partition_point(spans.begin(), spans.end(),
                                   [&](const ForeignSpan& s) { return s.end <= part.begin; });
  std::string out;
  for (; span != spans.end() && span->begin < part.end; ++span) {
    if (!span->contact) continue;
    if (span->begin > part.begin) out += text.substr(part.begin, span->begin - part.begin);
    out += "[…]";
    part.begin = span->end;
  }
  if (part.begin < part.end) out += text.substr(part.begin, part.end - part.begin);
  return out;
}

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_blank(text[i])) {
      out += text[i];
    } else if (text[i] == '\n' && out.size() > 1 && out.back() == '-' &&
               !is_blank(out[out.size() - 2]) && i + 1 < text.size() && text[i + 1] >= 'a' &&
               text[i + 1] <= 'z') {
      out.pop_back();
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return std::string(text::trim(out));
}

}  // namespace

std::optional<Span> next_paragraph(std::string_view text, std::size_t from) {
  while (from < text.size() && is_blank(text[from])) ++from;
  if (from == text.size()) return std::nullopt;
  const bool heading = text[from] == '#';
  std::size_t end = from;     // behind the last letter
  std::size_t line_ends = 0;  // since then
  for (std::size_t i = from; i < text.size() && text[i] != '\f'; ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\n';
    if (text[i] == '\n' || (text[i] == '\r' && next != '\n')) {
      if (++line_ends == 2 || heading || next == '#') break;
    } else if (!is_blank(text[i])) {
      end = i + 1;
      line_ends = 0;
    }
  }
  return Span{from, end};
}

std::string one_line(std::string_view text) {
  constexpr std::size_t longest = 80;
  constexpr std::size_t enough_bytes = 8 * longest;
  auto cut = std::min(text.size(), enough_bytes);
  while (cut < text.size() && cut > 0 && is_inside_letter(text[cut])) --cut;
  return text::shorten(squeezed(text.substr(0, cut)), longest);
}

std::string sentence_around(std::string_view paragraph, std::span<const ForeignSpan> spans,
                            std::size_t begin, std::size_t end) {
  constexpr std::size_t reach = 200;
  Span part{begin, std::min(end, begin + 2 * reach)};
  std::size_t blank = begin;  // a place to cut at, should the sentence begin too far away
  const std::size_t first = begin - std::min(begin, reach);
  while (part.begin > first && !(part.begin >= 2 && is_blank(paragraph[part.begin - 1]) &&
                                 ends_sentence(paragraph, part.begin - 2))) {
    --part.begin;
    if (is_blank(paragraph[part.begin])) blank = part.begin + 1;
  }
  const bool cut_front = part.begin == first && first > 0;
  if (cut_front) part.begin = blank;
  const std::size_t last = std::min(paragraph.size(), part.end + reach);
  blank = part.end;
  while (part.end < last && !ends_sentence(paragraph, part.end)) {
    if (is_blank(paragraph[part.end])) blank = part.end;
    ++part.end;
  }
  const bool cut_back = part.end == last && last < paragraph.size();
  if (cut_back) part.end = blank;
  if (!cut_back && part.end < paragraph.size()) ++part.end;  // with its full stop
  while (part.begin < paragraph.size() && is_inside_letter(paragraph[part.begin])) ++part.begin;
  while (part.end < paragraph.size() && is_inside_letter(paragraph[part.end])) ++part.end;
  auto out = squeezed(shown(paragraph, spans, part));
  if (cut_front) out.insert(0, dots);
  if (cut_back) out += dots;
  return out;
}

std::string title_of(std::string_view paragraph, std::span<const ForeignSpan> spans) {
  constexpr std::size_t longest = 100;
  constexpr std::size_t line_of_its_own = 60;  // a longer one is wrapped text
  auto end = std::min(paragraph.find('\n'), paragraph.size());
  if (end > line_of_its_own)
    for (end = 0; end < std::min(paragraph.size(), 8 * longest); ++end)
      if (ends_sentence(paragraph, end)) break;
  while (end < paragraph.size() && is_inside_letter(paragraph[end])) ++end;
  auto line = squeezed(shown(paragraph, spans, {0, end}));
  const auto begin = line.find_first_not_of("#*-=_> ");
  line.erase(0, std::min(begin, line.size()));
  while (!line.empty() && std::string_view("#*=_ ").find(line.back()) != std::string_view::npos)
    line.pop_back();
  return text::shorten(line, longest);
}

}  // namespace coopnet::intake
