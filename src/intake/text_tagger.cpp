#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/tag_text.hpp"
#include "intake/contacts.hpp"
#include "intake/tag_numbers.hpp"
#include "intake/text_excerpt.hpp"
#include "intake/text_places.hpp"
#include "intake/text_vocabulary.hpp"
#include "intake/text_words.hpp"

/// A text is taken paragraph by paragraph: its words are folded once, looked up in each vocabulary,
/// and the phrases found are gathered by what they stand for. What a unit holds is settled at its
/// end, when all evidence is in.
namespace coopnet::intake {
namespace {

/// What speaks for one row in one unit.
struct Evidence {
  std::size_t offset = 0;  ///< of the first mention, in the text
  std::size_t mentions = 0;
  double points = 0;
  bool by_number = false;
  bool by_label = false;
  std::set<std::pair<TextLanguage, std::uint32_t>> keywords;
  std::set<std::string> spellings;  ///< folded
  std::vector<std::string> words;
  std::string sentence;
};

constexpr double points_needed = 2;
constexpr std::size_t most_words_shown = 12;
constexpr std::size_t most_mentions_compared = 100;
constexpr std::size_t most_unknown_numbers = 100;

/// Meanings of words seen before. It forgets now and then, so that a text of ever new words does
/// not fill the memory.
class Memory {
 public:
  explicit Memory(const TextVocabulary& vocabulary) : vocabulary_(vocabulary) {}

  WordMeaning meaning(std::string_view written) {
    constexpr std::size_t most = std::size_t{1} << 16U;
    if (const auto known = known_.find(written); known != known_.end()) return known->second;
    if (known_.size() >= most) known_.clear();
    fold_word(written, folded_);
    return known_.emplace(written, vocabulary_.meaning(folded_)).first->second;
  }

 private:
  const TextVocabulary& vocabulary_;
  std::unordered_map<std::string, WordMeaning, TextHash, std::equal_to<>> known_;
  std::string folded_;
};

struct TagHit {
  std::size_t begin = 0;
  std::size_t end = 0;
  TextLanguage language{};
  std::uint32_t phrase = 0;
};

class Run {
 public:
  Run(const Dataset& data, const TextVocabulary& vocabulary, const TagOptions& options,
      const TextDocument& document)
      : data_(data),
        vocabulary_(vocabulary),
        options_(options),
        document_(document),
        text_(document.text),
        memory_(vocabulary),
        places_(document) {}

  TaggedText tag() {
    out_.name = document_.name;
    if (!options_.by_paragraph) begin_unit(0);
    for (std::size_t at = 0; const auto part = next_paragraph(text_, at);) {
      ++out_.paragraphs;
      if (options_.by_paragraph) begin_unit(part->begin);
      paragraph(*part);
      if (options_.by_paragraph) end_unit();
      at = part->end;
    }
    if (!options_.by_paragraph) end_unit();
    place_numbers();
    return std::move(out_);
  }

 private:
  // --- units ---

  void begin_unit(std::size_t begin) {
    evidence_.clear();
    TextUnit unit;
    unit.number = options_.by_paragraph ? out_.paragraphs : 0;
    unit.where = places_.at(begin).where;
    out_.units.push_back(std::move(unit));
  }

  [[nodiscard]] static bool is_tag(const std::vector<FoundRow>& rows) {
    return std::holds_alternative<TagId>(rows.front());
  }

  void end_unit() {
    std::vector<std::pair<std::size_t, Find>> finds;
    for (auto& [rows, evidence] : evidence_) {
      if (is_tag(rows) && !evidence.by_number && evidence.points < points_needed) {
        ++out_.too_thin;
        continue;
      }
      Find find;
      find.rows = rows;
      find.by = verdict(rows, evidence);
      find.mentions = evidence.mentions;
      find.words = std::move(evidence.words);
      find.sentence = std::move(evidence.sentence);
      finds.emplace_back(evidence.offset, std::move(find));
    }
    std::stable_sort(finds.begin(), finds.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    auto& unit = out_.units.back();
    for (auto& [offset, find] : finds) {
      auto spot = places_.at(offset);
      find.where = std::move(spot.where);
      find.page = spot.page;
      unit.finds.push_back(std::move(find));
    }
    std::stable_sort(unit.finds.begin(), unit.finds.end(),
                     [&](const Find& a, const Find& b) { return group(a) < group(b); });
  }

  static FoundBy verdict(const std::vector<FoundRow>& rows, const Evidence& evidence) {
    if (rows.size() > 1) return FoundBy::ambiguous;
    if (!is_tag(rows)) return FoundBy::name;
    if (evidence.by_number) return FoundBy::number;
    return evidence.by_label ? FoundBy::label : FoundBy::keywords;
  }

  /// Tags by facet, then actors, then forums.
  [[nodiscard]] std::pair<std::size_t, std::size_t> group(const Find& find) const {
    const auto& row = find.rows.front();
    const auto* tag = std::get_if<TagId>(&row);
    return {row.index(), tag == nullptr ? 0 : data_.tags[*tag].facet};
  }

  // --- one paragraph ---

  void paragraph(const Span& part) {
    part_ = part;
    view_ = text_.substr(part.begin, part.end - part.begin);
    spans_ = foreign_spans(view_);
    words_ = words_of(view_, spans_);
    out_.contacts += static_cast<std::size_t>(
        std::count_if(spans_.begin(), spans_.end(), [](const auto& s) { return s.contact; }));
    out_.words += words_.size();
    auto& unit = out_.units.back();
    if (unit.title.empty()) unit.title = title_of(view_, spans_);
    meanings_.clear();
    for (const auto& word : words_) {
      meanings_.push_back(memory_.meaning(view_.substr(word.begin, word.end - word.begin)));
      for (const auto language : text_languages)
        if ((meanings_.back().stop_in & (1U << index(language))) != 0)
          ++out_.stop_words[index(language)];
    }
    for (const auto& mention : number_mentions(view_, words_, meanings_)) take_numbers(mention);
    find_names();
    find_tags();
  }

  static std::size_t index(TextLanguage l) { return static_cast<std::size_t>(l); }

  [[nodiscard]] bool breaks(std::size_t word) const { return words_[word].sentence_begins; }

  Evidence& note(const std::vector<FoundRow>& rows, std::size_t begin, std::size_t end) {
    const auto from = words_[begin].begin;
    const auto to = words_[end - 1].end;
    auto& evidence = evidence_[rows];
    const auto offset = part_.begin + from;
    if (evidence.mentions == 0 || offset < evidence.offset) {
      evidence.offset = offset;
      evidence.sentence = sentence_around(view_, spans_, from, to);
    }
    ++evidence.mentions;
    const auto written = view_.substr(from, to - from);
    if (evidence.words.size() < most_words_shown && evidence.mentions <= most_mentions_compared) {
      auto shown = one_line(written);
      if (evidence.spellings.insert(fold_name(shown)).second)
        evidence.words.push_back(std::move(shown));
    }
    return evidence;
  }

  // --- names ---

  /// A code or acronym says nothing where all words around it are in capitals.
  [[nodiscard]] bool among_small_letters(std::size_t begin, std::size_t end) const {
    constexpr std::size_t reach = 6;
    for (std::size_t i = begin - std::min(begin, reach); i < std::min(end + reach, words_.size());
         ++i)
      if (words_[i].lower) return true;
    return words_.size() == end - begin;
  }

  [[nodiscard]] bool is_name(const PhraseTrie::Hit& hit) const {
    if (vocabulary_.name(hit.phrase).capitals)
      return words_[hit.begin].capitals == 2 && among_small_letters(hit.begin, hit.end);
    for (std::size_t i = hit.begin; i < hit.end; ++i)
      if (words_[i].capitals > 0 || words_[i].caseless) return true;
    return false;
  }

  void find_names() {
    named_.clear();
    vocabulary_.names().find(
        words_.size(), [&](std::size_t i) { return meanings_[i].in_names; },
        [&](std::size_t i) { return breaks(i); },
        [&](const PhraseTrie::Hit& hit) { return is_name(hit); },
        [&](const PhraseTrie::Hit& hit) {
          named_.push_back(hit);
          note(vocabulary_.name(hit.phrase).rows, hit.begin, hit.end);
        });
  }

  // --- tags ---

  /// Phrases in any of the languages that lie in no longer one, and in no name.
  std::vector<TagHit> tag_hits() {
    std::vector<TagHit> hits;
    for (const auto language : text_languages)
      vocabulary_.tag_phrases(language).find(
          words_.size(), [&](std::size_t i) { return meanings_[i].in_tags[index(language)]; },
          [&](std::size_t i) { return breaks(i); }, [](const PhraseTrie::Hit&) { return true; },
          [&](const PhraseTrie::Hit& hit) {
            hits.push_back({hit.begin, hit.end, language, hit.phrase});
          });
    for (const auto& name : named_) hits.push_back({name.begin, name.end, {}, no_phrase});
    std::sort(hits.begin(), hits.end(), [](const TagHit& a, const TagHit& b) {
      return std::tuple(a.begin, ~a.end, ~a.phrase, a.language) <
             std::tuple(b.begin, ~b.end, ~b.phrase, b.language);
    });
    std::vector<TagHit> kept;
    std::size_t reach = 0;
    for (const auto& hit : hits) {
      const bool same = !kept.empty() && kept.back().phrase != no_phrase &&
                        kept.back().begin == hit.begin && kept.back().end == hit.end;
      if (hit.end <= reach && !same) continue;
      reach = std::max(reach, hit.end);
      kept.push_back(hit);
    }
    std::erase_if(kept, [](const TagHit& hit) { return hit.phrase == no_phrase; });
    return kept;
  }

  void find_tags() {
    std::set<TagId> here;  // tags that the words of this place speak for
    std::size_t last_begin = words_.size();
    for (const auto& hit : tag_hits()) {
      if (hit.begin != last_begin) here.clear();
      last_begin = hit.begin;
      for (const auto& listing : vocabulary_.listings(hit.language, hit.phrase)) {
        if (!here.insert(listing.tag).second) continue;
        auto& evidence = note({listing.tag}, hit.begin, hit.end);
        if (evidence.keywords.emplace(hit.language, hit.phrase).second)
          evidence.points += listing.points;
        evidence.by_label = evidence.by_label || listing.label;
      }
    }
  }

  // --- numbers ---

  void take_numbers(const NumberMention& mention) {
    const auto& numbered = vocabulary_.numbered();
    for (const auto& range : mention.numbers) {
      auto tag = numbered.lower_bound(range.first);
      for (; tag != numbered.end() && tag->first <= range.last; ++tag)
        note({tag->second}, mention.begin, mention.end).by_number = true;
      if (!numbered.contains(range.last) && unknown_.size() < most_unknown_numbers)
        unknown_.try_emplace(range.last, part_.begin + words_[mention.begin].begin);
    }
  }

  void place_numbers() {
    std::vector<std::pair<std::size_t, std::uint64_t>> ordered;
    for (const auto& [number, offset] : unknown_) ordered.emplace_back(offset, number);
    std::sort(ordered.begin(), ordered.end());
    TextPlaces places(document_);
    for (const auto& [offset, number] : ordered)
      out_.unknown_numbers.emplace_back(std::to_string(number), places.at(offset).where);
  }

  static constexpr std::uint32_t no_phrase = 0xFFFFFFFFU;

  const Dataset& data_;
  const TextVocabulary& vocabulary_;
  const TagOptions& options_;
  const TextDocument& document_;
  std::string_view text_;
  Memory memory_;
  TextPlaces places_;
  TaggedText out_;
  std::map<std::vector<FoundRow>, Evidence> evidence_;
  std::map<std::uint64_t, std::size_t> unknown_;  ///< number that is no key -> where

  Span part_;
  std::string_view view_;
  std::vector<ForeignSpan> spans_;
  std::vector<TextWord> words_;
  std::vector<WordMeaning> meanings_;
  std::vector<PhraseTrie::Hit> named_;
};

}  // namespace

class TextTagger::Inside {
 public:
  Inside(const Dataset& data, const NameIndex& names, const TagOptions& options)
      : data_(data), vocabulary_(data, names, options.language), options_(options) {}

  [[nodiscard]] TaggedText tag(const TextDocument& document) const {
    return Run(data_, vocabulary_, options_, document).tag();
  }
  [[nodiscard]] const TextVocabulary& vocabulary() const { return vocabulary_; }

 private:
  const Dataset& data_;
  TextVocabulary vocabulary_;
  TagOptions options_;
};

TextTagger::TextTagger(const Dataset& data, const NameIndex& names, TagOptions options)
    : inside_(std::make_unique<Inside>(data, names, options)) {}
TextTagger::~TextTagger() = default;

TaggedText TextTagger::tag(const TextDocument& document) const { return inside_->tag(document); }

const std::vector<std::string>& TextTagger::names_left_to_tags() const {
  return inside_->vocabulary().left_to_tags();
}

std::optional<TextLanguage> TaggedText::language() const {
  const auto most = std::max_element(stop_words.begin(), stop_words.end());
  if (*most == 0) return std::nullopt;
  return text_languages[static_cast<std::size_t>(most - stop_words.begin())];
}

}  // namespace coopnet::intake
