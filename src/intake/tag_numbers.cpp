#include "intake/tag_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "coopnet/core/text.hpp"

namespace coopnet::intake {
namespace {

using Number = WordMeaning::Number;

constexpr std::array<std::string_view, 10> fillers{"no",     "nos",    "n",       "nr",      "num",
                                                   "number", "numero", "numbers", "numeros", "n°"};
constexpr std::array<std::string_view, 8> ands{"and", "et", "y", "e", "or", "ou", "o", "u"};
constexpr std::array<std::string_view, 6> tos{"to", "through", "a", "au", "al", "hasta"};

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const TextWord> words,
         std::span<const WordMeaning> meanings)
      : text_(text), words_(words), meanings_(meanings) {}

  std::vector<NumberMention> find() {
    std::vector<NumberMention> out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (meanings_[i].before_number == Number::no) continue;
      plural_ = meanings_[i].before_number == Number::plural;
      if (auto mention = read(i)) {
        i = mention->end - 1;
        out.push_back(std::move(*mention));
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::string folded(std::size_t i) const {
    std::string out;
    if (i < words_.size())
      fold_word(text_.substr(words_[i].begin, words_[i].end - words_[i].begin), out);
    return out;
  }

  /// What stands between a word and the one before it.
  [[nodiscard]] std::string_view gap(std::size_t i) const {
    return text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
  }

  [[nodiscard]] bool gap_holds_only(std::size_t i, std::string_view signs) const {
    return i < words_.size() && gap(i).find_first_not_of(signs) == std::string_view::npos;
  }

  /// At most three digits.
  [[nodiscard]] std::optional<std::uint64_t> number(std::size_t i) const {
    constexpr std::size_t longest = 3;
    if (i >= words_.size() || words_[i].end - words_[i].begin > longest) return std::nullopt;
    return text::parse_unsigned(text_.substr(words_[i].begin, words_[i].end - words_[i].begin));
  }

  /// Whether the number at `i` is not that of a noun behind it.
  [[nodiscard]] bool stands_alone(std::size_t i) const {
    if (i + 1 >= words_.size()) return true;
    if (gap(i + 1).find_first_not_of(" \t\n") != std::string_view::npos) return true;
    return meanings_[i + 1].stop_in != 0 || number(i + 1).has_value();
  }

  /// A full stop only behind an abbreviation ("No. 8").
  [[nodiscard]] bool leads_to_number(std::size_t at) const {
    constexpr std::size_t longest_abbreviation = 3;
    const bool abbreviated = words_[at - 1].end - words_[at - 1].begin <= longest_abbreviation;
    return gap_holds_only(at, abbreviated ? " \t\n\r:(#." : " \t\n\r:(#");
  }

  std::optional<NumberMention> read(std::size_t i) {
    std::size_t at = i + 1;
    if (among(fillers, folded(at)) && gap_holds_only(at, " \t\n")) ++at;
    const auto first = number(at);
    if (!first || !leads_to_number(at)) return std::nullopt;
    NumberMention out{i, at + 1, {{*first, *first}}};
    while (const auto next = further(out.end - 1)) {
      const auto value = *number(next->at);
      auto& before = out.numbers.back();
      if (!next->range)
        out.numbers.push_back({value, value});
      else if (value > before.last && before.first == before.last)
        before.last = value;
      else
        break;
      out.end = next->at + 1;
    }
    return out;
  }

  struct Further {
    std::size_t at;
    bool range;
  };

  /// The next number of the list that goes on behind the one at `last`.
  [[nodiscard]] std::optional<Further> further(std::size_t last) const {
    constexpr std::string_view list_signs = " \t\n\r,;&/()", dashes = " -\xE2\x80\x93\x94";
    const std::size_t next = last + 1;
    if (next >= words_.size()) return std::nullopt;
    if (number(next)) {
      if (gap_holds_only(next, list_signs) && gap(next).find_first_of(",;&/") != std::string::npos)
        return accepted({next, false});
      if (plural_ && gap_holds_only(next, dashes)) return Further{next, true};
      return std::nullopt;
    }
    const auto word = folded(next);
    if (!number(next + 1) || !gap_holds_only(next, list_signs) ||
        !gap_holds_only(next + 1, " \t\n\r"))
      return std::nullopt;
    if (among(ands, word)) return accepted({next + 1, false});
    if (plural_ && among(tos, word)) return Further{next + 1, true};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Further> accepted(Further next) const {
    if (plural_ || stands_alone(next.at)) return next;
    return std::nullopt;
  }

  std::string_view text_;
  std::span<const TextWord> words_;
  std::span<const WordMeaning> meanings_;
  bool plural_ = false;
};

}  // namespace

std::vector<NumberMention> number_mentions(std::string_view paragraph,
                                           std::span<const TextWord> words,
                                           std::span<const WordMeaning> meanings) {
  return Finder(paragraph, words, meanings).find();
}

}  // namespace coopnet::intake
