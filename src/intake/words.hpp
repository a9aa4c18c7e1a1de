#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace coopnet::intake {

/// Articles, prepositions and conjunctions of English, French and Spanish, folded.
[[nodiscard]] bool is_function_word(std::string_view word);

/// Words that say of what form a state is: "republic", "royaume", ...
[[nodiscard]] bool is_form_of_state(std::string_view word);

/// The words of a folded text without function words, ascending, each once; all words where it has
/// no others.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view folded);

/// The same for the name of an organisation: British spelling and common abbreviations as the full
/// American word ("int l organisation" is "international organization").
[[nodiscard]] std::vector<std::string> organisation_words(std::string_view folded);

}  // namespace coopnet::intake
