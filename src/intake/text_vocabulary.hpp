#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coopnet/intake/tag_text.hpp"
#include "intake/phrase_trie.hpp"

namespace coopnet::intake {

/// What one word of a text is in each of the vocabularies.
struct WordMeaning {
  PhraseTrie::Word in_names = PhraseTrie::unknown;
  std::array<PhraseTrie::Word, text_languages.size()> in_tags{};
  std::uint8_t stop_in = 0;  ///< a bit for each language in which it is a stop word
  enum class Number : std::uint8_t { no, singular, plural };
  Number before_number = Number::no;  ///< "objective", "objectifs": a number may follow
};

/// A tag that lists a phrase.
struct Listing {
  TagId tag;
  bool label = false;  ///< as its label
  double points = 0;
};

struct KnownName {
  std::vector<FoundRow> rows;
  bool capitals = false;  ///< an acronym or an id: counts only with two capital letters
};

/// The words of a dataset that are looked for in texts.
class TextVocabulary {
 public:
  TextVocabulary(const Dataset& data, const NameIndex& names, std::optional<TextLanguage> language);

  [[nodiscard]] WordMeaning meaning(const std::string& folded) const;

  [[nodiscard]] const PhraseTrie& tag_phrases(TextLanguage l) const { return tries_[index(l)]; }
  [[nodiscard]] const std::vector<Listing>& listings(TextLanguage l, std::uint32_t phrase) const {
    return listings_[index(l)][phrase];
  }
  [[nodiscard]] const PhraseTrie& names() const { return names_; }
  [[nodiscard]] const KnownName& name(std::uint32_t phrase) const { return known_names_[phrase]; }
  /// Tags of the primary facet whose key is a number.
  [[nodiscard]] const std::map<std::uint64_t, TagId>& numbered() const { return numbered_; }
  [[nodiscard]] const std::vector<std::string>& left_to_tags() const { return left_to_tags_; }

 private:
  static std::size_t index(TextLanguage l) { return static_cast<std::size_t>(l); }

  void add_tags(const Dataset& data, TextLanguage language);
  void add_phrase(TextLanguage language, std::string_view written, TagId tag, bool label);
  void weigh(const Dataset& data, TextLanguage language);
  void add_names(const Dataset& data, const NameIndex& names);
  [[nodiscard]] bool is_tag_phrase(const std::vector<std::string>& words) const;
  void add_numbers(const Dataset& data);

  std::array<PhraseTrie, text_languages.size()> tries_;
  std::array<std::vector<std::vector<Listing>>, text_languages.size()> listings_;
  PhraseTrie names_;
  std::vector<KnownName> known_names_;
  std::vector<std::string> left_to_tags_;
  std::unordered_map<std::string, WordMeaning::Number> number_words_;
  std::map<std::uint64_t, TagId> numbered_;
};

}  // namespace coopnet::intake
