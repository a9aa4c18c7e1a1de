#include "intake/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array function_words{
    "a"sv,  "al"sv,  "an"sv,  "and"sv, "as"sv,   "at"sv,  "au"sv,  "aux"sv,  "by"sv,  "con"sv,
    "d"sv,  "da"sv,  "das"sv, "de"sv,  "del"sv,  "des"sv, "do"sv,  "dos"sv,  "du"sv,  "e"sv,
    "el"sv, "en"sv,  "et"sv,  "for"sv, "from"sv, "in"sv,  "its"sv, "l"sv,    "la"sv,  "las"sv,
    "le"sv, "les"sv, "los"sv, "of"sv,  "on"sv,   "or"sv,  "par"sv, "para"sv, "por"sv, "pour"sv,
    "s"sv,  "sur"sv, "the"sv, "to"sv,  "un"sv,   "una"sv, "une"sv, "with"sv, "y"sv,
};

constexpr std::array forms_of_state{
    "estado"sv, "etat"sv,     "gobierno"sv,  "gouvernement"sv, "government"sv, "kingdom"sv,
    "reino"sv,  "republic"sv, "republica"sv, "republik"sv,     "republique"sv, "royaume"sv,
    "state"sv,  "جمهوريه"sv,  "حكومه"sv,     "دوله"sv,         "مملكه"sv,
};

/// How organisations are shortened, and what is spelt in two ways.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> same_words{{
    {"assn", "association"},
    {"assoc", "association"},
    {"centre", "center"},
    {"centres", "centers"},
    {"cttee", "committee"},
    {"dept", "department"},
    {"dev", "development"},
    {"fed", "federation"},
    {"fdn", "foundation"},
    {"govt", "government"},
    {"inst", "institute"},
    {"int", "international"},
    {"intl", "international"},
    {"labour", "labor"},
    {"min", "ministry"},
    {"natl", "national"},
    {"org", "organization"},
    {"orgs", "organizations"},
    {"organisation", "organization"},
    {"organisations", "organizations"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"soc", "society"},
    {"univ", "university"},
}};

template <class Words>
bool is_among(std::string_view word, const Words& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> sorted_set(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string_view> without_function_words(std::string_view folded) {
  const auto all = text::split_list(folded, ' ');
  auto words = all;
  std::erase_if(words, is_function_word);
  return words.empty() ? all : words;
}

}  // namespace

bool is_function_word(std::string_view word) { return is_among(word, function_words); }
bool is_form_of_state(std::string_view word) { return is_among(word, forms_of_state); }

std::vector<std::string> telling_words(std::string_view folded) {
  std::vector<std::string> out;
  for (const auto word : without_function_words(folded)) out.emplace_back(word);
  return sorted_set(std::move(out));
}

/// An apostrophe in "int'l" and "nat'l" became a blank.
std::vector<std::string> organisation_words(std::string_view folded) {
  std::string text(folded);
  for (const std::string_view split : {"int l", "nat l", "gov t", "dep t"}) {
    const auto at = text.find(split);
    const bool whole = at != std::string::npos && (at == 0 || text[at - 1] == ' ') &&
                       (at + split.size() == text.size() || text[at + split.size()] == ' ');
    if (whole) text.erase(at + split.size() - 2, 1);
  }
  std::vector<std::string> out;
  for (const auto word : without_function_words(text)) {
    const auto same = std::find_if(same_words.begin(), same_words.end(),
                                   [&](const auto& pair) { return pair.first == word; });
    out.emplace_back(same == same_words.end() ? word : same->second);
  }
  return sorted_set(std::move(out));
}

}  // namespace coopnet::intake
