#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "coopnet/intake/name_index.hpp"
#include "coopnet/intake/text_document.hpp"
#include "coopnet/intake/text_language.hpp"
#include "coopnet/model/dataset.hpp"

/// What a text speaks of, found by its words: tags, and the actors and forums it names.
///
/// Tags of closed facets are looked for by their labels and keywords, word by word, folded and
/// without grammatical endings. A keyword of several words is 2 points for the tag that lists it,
/// one of a single word 1 point, divided by the tags of the facet that list it; each keyword counts
/// once, however often it comes. A tag is found with 2 points or more: one phrase, or two different
/// single words. A tag of the primary facet is also found where the text gives its number
/// ("objectives 2, 5 and 7").
///
/// Actors and forums are looked for by their names. The longest name wins; a name needs a capital
/// letter (in a script that has them), an acronym or an id two of them, among words that are not
/// all capitals. Two-letter codes and numbers are no names.
///
/// Nothing is understood: not negation, not irony, not "objective 8" of another list.
namespace coopnet::intake {

enum class FoundBy : std::uint8_t {
  number,     ///< the text names the tag by its number: the text states it
  label,      ///< by the words of a label, perhaps with keywords
  keywords,   ///< by keywords
  name,       ///< an actor or forum, by a name
  ambiguous,  ///< by a name that several have
};

using FoundRow = std::variant<TagId, ActorId, ForumId>;

/// One thing found in one unit, with its first mention.
struct Find {
  std::vector<FoundRow> rows;  ///< one; for FoundBy::ambiguous all that may be meant
  FoundBy by = FoundBy::name;
  Place where;
  std::uint32_t page = 0;
  std::size_t mentions = 0;
  std::vector<std::string> words;  ///< different ones, as written, in the order of the text
  std::string sentence;            ///< around the first mention, without contact data
};

/// A text or one paragraph of it.
struct TextUnit {
  std::size_t number = 0;  ///< of the paragraph, from 1; 0: the whole text
  Place where;
  std::string title;        ///< its first line or words, without contact data
  std::vector<Find> finds;  ///< tags, actors, forums; each by first mention
};

struct TaggedText {
  std::string name;
  std::size_t words = 0;
  std::size_t paragraphs = 0;
  std::size_t contacts = 0;  ///< e-mail addresses and telephone numbers left out
  std::array<std::size_t, text_languages.size()> stop_words{};
  std::vector<TextUnit> units;
  std::size_t too_thin = 0;  ///< tags with some evidence in a unit, but not enough
  std::vector<std::pair<std::string, Place>> unknown_numbers;  ///< "objective 24"

  /// The language with most stop words, if there are any.
  [[nodiscard]] std::optional<TextLanguage> language() const;
};

struct TagOptions {
  std::optional<TextLanguage> language;  ///< whose labels and keywords are used; nothing: of all
  bool by_paragraph = false;             ///< a unit for each paragraph instead of the text
};

class TextTagger {
 public:
  /// `names`: may know more than the dataset holds; only rows of the dataset are found.
  TextTagger(const Dataset& data, const NameIndex& names, TagOptions options = {});
  ~TextTagger();
  TextTagger(const TextTagger&) = delete;
  TextTagger& operator=(const TextTagger&) = delete;

  /// Cost: O(bytes); of each word the longest phrase that begins there, 32 words at most.
  [[nodiscard]] TaggedText tag(const TextDocument& document) const;

  /// Names that are also a label or keyword of a tag, so that they are not looked for as names.
  [[nodiscard]] const std::vector<std::string>& names_left_to_tags() const;

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace coopnet::intake
