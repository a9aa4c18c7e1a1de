#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intake/contacts.hpp"

/// Parts of a text: its paragraphs, and what is shown of them.
namespace coopnet::intake {

struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The next paragraph at or behind `from`: lines up to an empty one or a new page; a line that
/// begins with "#", a heading, is one of its own. Nothing where only blanks are left.
[[nodiscard]] std::optional<Span> next_paragraph(std::string_view text, std::size_t from);

/// Blanks and line ends as single blanks, words that a line end hyphenates put together, at most 80
/// characters.
[[nodiscard]] std::string one_line(std::string_view text);

/// The sentence around [begin, end) of a paragraph, or some 200 bytes to each side of it where it
/// is longer ("…" where it is cut), with "[…]" for each contact among `spans`.
[[nodiscard]] std::string sentence_around(std::string_view paragraph,
                                          std::span<const ForeignSpan> spans, std::size_t begin,
                                          std::size_t end);

/// The first line of a paragraph if it is short, else its first sentence or the beginning of it;
/// without contacts and marks of a heading.
[[nodiscard]] std::string title_of(std::string_view paragraph, std::span<const ForeignSpan> spans);

}  // namespace coopnet::intake
