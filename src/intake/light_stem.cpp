#include "intake/light_stem.hpp"

#include <array>
#include <span>
#include <string_view>

/// The tables of endings. A word goes through the steps of its language in order; in each the first
/// rule applies whose ending it has and that leaves at least so many letters. Words are folded:
/// without accents, in lower case.
namespace coopnet::intake {
namespace {

struct Rule {
  std::string_view ending;
  std::string_view instead;
  std::size_t left;  ///< letters that must remain before the ending
};
using Step = std::span<const Rule>;

constexpr auto en_number = std::to_array<Rule>({{"ies", "y", 3},
                                                {"sses", "ss", 2},
                                                {"shes", "sh", 2},
                                                {"ches", "ch", 2},
                                                {"xes", "x", 2},
                                                {"ss", "ss", 0},
                                                {"us", "us", 0},
                                                {"is", "is", 0},
                                                {"s", "", 3}});
constexpr auto en_verb = std::to_array<Rule>({{"ing", "", 3}, {"eed", "eed", 0}, {"ed", "", 3}});
constexpr auto en_double = std::to_array<Rule>({{"nn", "n", 2},
                                                {"pp", "p", 2},
                                                {"tt", "t", 2},
                                                {"rr", "r", 2},
                                                {"mm", "m", 2},
                                                {"gg", "g", 2}});
constexpr auto en_silent = std::to_array<Rule>({{"e", "", 3}});

constexpr auto fr_number =
    std::to_array<Rule>({{"eaux", "eau", 2}, {"aux", "al", 2}, {"s", "", 3}, {"x", "", 4}});
constexpr auto fr_gender = std::to_array<Rule>(
    {{"ere", "er", 3}, {"ive", "if", 2}, {"elle", "el", 2}, {"ee", "", 3}, {"e", "", 3}});
constexpr auto fr_verb = std::to_array<Rule>({{"er", "", 4}});

constexpr auto es_number = std::to_array<Rule>({{"ces", "z", 2}, {"s", "", 3}});
constexpr auto es_gender = std::to_array<Rule>({{"o", "", 3}, {"a", "", 3}, {"e", "", 3}});
constexpr auto es_verb = std::to_array<Rule>(
    {{"iend", "", 3}, {"and", "", 4}, {"ar", "", 3}, {"er", "", 4}, {"ir", "", 4}});

constexpr auto en_steps = std::to_array<Step>({en_number, en_verb, en_double, en_silent});
constexpr auto fr_steps = std::to_array<Step>({fr_number, fr_gender, fr_verb});
constexpr auto es_steps = std::to_array<Step>({es_number, es_gender, es_verb});

std::span<const Step> steps_of(TextLanguage language) {
  switch (language) {
    case TextLanguage::fr:
      return fr_steps;
    case TextLanguage::es:
      return es_steps;
    case TextLanguage::en:
      break;
  }
  return en_steps;
}

}  // namespace

void stem(TextLanguage language, std::string& word) {
  for (const Step step : steps_of(language))
    for (const Rule& rule : step) {
      if (!word.ends_with(rule.ending) || word.size() < rule.ending.size() + rule.left) continue;
      word.resize(word.size() - rule.ending.size());
      word += rule.instead;
      break;
    }
}

}  // namespace coopnet::intake
