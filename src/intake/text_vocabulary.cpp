#include "intake/text_vocabulary.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "intake/light_stem.hpp"
#include "intake/stop_words.hpp"
#include "intake/text_words.hpp"

namespace coopnet::intake {
namespace {

std::vector<std::string> folded_words(std::string_view written) {
  const auto folded = fold_name(written);
  std::vector<std::string> out;
  for (const auto word : text::split_list(folded, ' ')) out.emplace_back(word);
  return out;
}

std::vector<std::string> stems_of(std::vector<std::string> words, TextLanguage language) {
  for (auto& word : words) stem(language, word);
  return words;
}

std::string_view label_of(const Tag& tag, TextLanguage language) {
  switch (language) {
    case TextLanguage::fr:
      return tag.label.fr;
    case TextLanguage::es:
      return tag.label.es;
    case TextLanguage::en:
      break;
  }
  return tag.label.en;
}

std::string_view keywords_of(const Tag& tag, TextLanguage language) {
  switch (language) {
    case TextLanguage::fr:
      return tag.keywords_fr;
    case TextLanguage::es:
      return tag.keywords_es;
    case TextLanguage::en:
      break;
  }
  return tag.keywords_en;
}

/// One word that is written with no small letter, or with several capitals ("IOM", "PAFoM").
bool is_acronym(std::string_view written) {
  const auto words = words_of(written, {});
  return words.size() == 1 && words.front().capitals == 2;
}

}  // namespace

TextVocabulary::TextVocabulary(const Dataset& data, const NameIndex& names,
                               std::optional<TextLanguage> only) {
  for (const auto language : text_languages) {
    if (only && *only != language) continue;
    add_tags(data, language);
    weigh(data, language);
  }
  add_names(data, names);
  if (!data.info.facets.empty()) add_numbers(data);
}

void TextVocabulary::add_tags(const Dataset& data, TextLanguage language) {
  for (std::size_t i = 0; i < data.tags.size(); ++i) {
    const auto& tag = data.tags.rows[i];
    if (data.info.facets[tag.facet].open) continue;
    add_phrase(language, label_of(tag, language), TagId::at(i), true);
    for (const auto keyword : text::split_list(keywords_of(tag, language)))
      add_phrase(language, keyword, TagId::at(i), false);
  }
}

void TextVocabulary::add_phrase(TextLanguage language, std::string_view written, TagId tag,
                                bool label) {
  const auto stems = stems_of(folded_words(written), language);
  const auto phrase = tries_[index(language)].add(stems);
  if (!phrase) return;
  auto& listings = listings_[index(language)];
  if (*phrase == listings.size()) listings.emplace_back();
  auto& tags = listings[*phrase];
  constexpr double for_words = 2, for_word = 1;
  if (tags.empty() || tags.back().tag != tag)
    tags.push_back({tag, label, stems.size() > 1 ? for_words : for_word});
}

void TextVocabulary::weigh(const Dataset& data, TextLanguage language) {
  for (auto& tags : listings_[index(language)]) {
    std::vector<std::uint32_t> in_facet(data.info.facets.size());
    for (const auto& listing : tags) ++in_facet[data.tags[listing.tag].facet];
    for (auto& listing : tags) listing.points /= in_facet[data.tags[listing.tag].facet];
  }
}

bool TextVocabulary::is_tag_phrase(const std::vector<std::string>& words) const {
  return std::any_of(text_languages.begin(), text_languages.end(), [&](TextLanguage language) {
    return tries_[index(language)].number_of(stems_of(words, language)).has_value();
  });
}

void TextVocabulary::add_names(const Dataset& data, const NameIndex& names) {
  for (const auto& spelling : names.spellings()) {
    KnownName name;
    for (const auto& id : spelling.ids) {
      if (const auto actor = data.actors.find(id)) name.rows.emplace_back(*actor);
      if (const auto forum = data.forums.find(id)) name.rows.emplace_back(*forum);
    }
    const bool only_id = spelling.written.empty();
    // Codes are short and mean much else ("IT", "ID"); ids of forums are made of common words.
    const bool usable = !only_id || (spelling.source == NameSource::id && name.rows.size() == 1 &&
                                     std::holds_alternative<ActorId>(name.rows.front()));
    if (name.rows.empty() || !usable) continue;
    const auto words = folded_words(spelling.folded);
    const bool number = spelling.folded.find_first_not_of("0123456789 ") == std::string_view::npos;
    if (number || (only_id && words.size() > 1)) continue;
    if (is_tag_phrase(words)) {
      left_to_tags_.emplace_back(only_id ? spelling.folded : spelling.written);
      continue;
    }
    name.capitals = only_id || is_acronym(spelling.written);
    const auto phrase = names_.add(words);
    if (phrase && *phrase == known_names_.size()) known_names_.push_back(std::move(name));
  }
}

void TextVocabulary::add_numbers(const Dataset& data) {
  for (std::size_t i = 0; i < data.tags.size(); ++i) {
    const auto& tag = data.tags.rows[i];
    if (tag.facet != data.info.primary_facet) continue;
    if (const auto number = text::parse_unsigned(tag.key)) numbered_.emplace(*number, TagId::at(i));
  }
  const auto& facet = data.info.facets[data.info.primary_facet];
  std::vector<std::string> words{facet.key, facet.label};
  if (facet.key == "objective")
    for (const auto* word : {"objectif", "objetivo", "obj"}) words.emplace_back(word);
  for (const auto& written : words) {
    const auto folded = folded_words(written);
    if (folded.size() != 1) continue;
    number_words_.emplace(folded.front(), WordMeaning::Number::singular);
    number_words_.emplace(folded.front() + "s", WordMeaning::Number::plural);
  }
}

WordMeaning TextVocabulary::meaning(const std::string& folded) const {
  WordMeaning out;
  if (folded.empty()) return out;
  out.in_names = names_.word(folded);
  std::string stemmed;
  for (const auto language : text_languages) {
    stemmed = folded;
    stem(language, stemmed);
    out.in_tags[index(language)] = tries_[index(language)].word(stemmed);
    const auto& stops = stop_words[index(language)];
    if (std::find(stops.begin(), stops.end(), folded) != stops.end())
      out.stop_in = static_cast<std::uint8_t>(out.stop_in | (1U << index(language)));
  }
  if (const auto number = number_words_.find(folded); number != number_words_.end())
    out.before_number = number->second;
  return out;
}

}  // namespace coopnet::intake
