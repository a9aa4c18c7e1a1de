#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "intake/contacts.hpp"

namespace coopnet::intake {

/// One word of a paragraph: a run of letters, digits and signs that are no punctuation, cut as
/// fold_name cuts. "U.S." and what a line end hyphenates ("coopera-" "tion") are one word.
struct TextWord {
  std::size_t begin = 0;  ///< in the paragraph
  std::size_t end = 0;
  std::uint8_t capitals = 0;     ///< 0, 1, or 2 for more
  bool lower = false;            ///< has a letter that is not a capital
  bool caseless = false;         ///< begins with a letter of a script without capitals
  bool sentence_begins = false;  ///< the punctuation before it ends a sentence or part of one
};

/// The words outside the spans, which must ascend; the word behind a span begins anew.
/// Cost: one pass.
[[nodiscard]] std::vector<TextWord> words_of(std::string_view paragraph,
                                             std::span<const ForeignSpan> without);

/// As fold_name, for one word; empty for words longer than any that is looked for.
void fold_word(std::string_view written, std::string& out);

}  // namespace coopnet::intake
