#pragma once

#include <array>
#include <string_view>

#include "coopnet/intake/text_language.hpp"

namespace coopnet::intake {

/// Short words that hardly stand in the other languages, folded: by their number the language of a
/// text is told.
inline constexpr std::array<std::array<std::string_view, 24>, text_languages.size()> stop_words{{
    {"the",  "of",    "and", "to",   "for", "with", "that", "by", "from", "this", "which", "are",
     "will", "their", "its", "have", "has", "been", "be",   "or", "is",   "was",  "who",   "they"},
    {"le",  "les",  "des", "du",   "et",   "dans",  "pour", "une", "qui",   "aux", "au", "par",
     "sur", "avec", "est", "sont", "leur", "leurs", "ses",  "ce",  "cette", "ont", "ou", "il"},
    {"el", "los", "las",  "del",  "y",   "para", "con", "una", "por", "al",    "que",   "se",
     "su", "sus", "como", "esta", "son", "este", "lo",  "o",   "sin", "entre", "desde", "e"},
}};

}  // namespace coopnet::intake
