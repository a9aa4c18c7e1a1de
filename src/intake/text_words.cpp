#include "intake/text_words.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "intake/utf8.hpp"

namespace coopnet::intake {
namespace {

struct Letter {
  std::int32_t code_point = 0;
  std::size_t end = 0;
};

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const ForeignSpan> without)
      : text_(text), without_(without) {}

  std::vector<TextWord> split() {
    bool breaks = true;
    while (at_ < text_.size()) {
      if (skip_foreign()) {
        breaks = true;
        continue;
      }
      const auto letter = letter_at(at_);
      if (letter.code_point == '&') {
        words_.push_back({at_, letter.end, 0, true, false, breaks});
        breaks = false;
        at_ = letter.end;
      } else if (is_separator(letter.code_point)) {
        breaks = breaks || ends_sentence(letter.code_point);
        at_ = letter.end;
      } else {
        take_word(breaks);
        breaks = false;
      }
    }
    return std::move(words_);
  }

 private:
  [[nodiscard]] Letter letter_at(std::size_t i) const {
    std::size_t end = i;
    const auto code_point = text::next_code_point(text_, end);
    return {code_point, end};
  }

  bool skip_foreign() {
    while (span_ < without_.size() && without_[span_].end <= at_) ++span_;
    if (span_ == without_.size() || without_[span_].begin > at_) return false;
    at_ = without_[span_].end;
    return true;
  }

  /// A full stop behind one or two letters is more likely that of an abbreviation ("St. Lucia").
  [[nodiscard]] bool ends_sentence(std::int32_t cp) const {
    if (cp == '.')
      return words_.empty() || words_.back().end != at_ ||
             words_.back().end - words_.back().begin > 2;
    return cp == '!' || cp == '?' || cp == ';' || cp == 0x2026 || cp == 0x2022 || cp == 0x061F ||
           cp == 0x061B || cp == 0x3002;
  }

  static bool is_joining(std::int32_t cp) { return cp == 0xAD || cp == 0x200C || cp == 0x200D; }

  /// Behind a letter: where the word goes on though a sign stands there; 0 if it ends.
  [[nodiscard]] std::size_t goes_on(const TextWord& word, const Letter& sign) const {
    if (is_joining(sign.code_point)) return sign.end;
    if (sign.code_point == '.' && letters_ == 1 && sign.end < text_.size()) {
      // "U.S.A.": single letters with full stops between them.
      const auto letter = letter_at(sign.end);
      const bool single =
          !is_separator(letter.code_point) &&
          (letter.end == text_.size() || is_separator(letter_at(letter.end).code_point));
      return single && word.capitals > 0 ? sign.end : 0;
    }
    if (sign.code_point != '-' || sign.end == text_.size() || text_[sign.end] != '\n') return 0;
    std::size_t i = sign.end + 1;
    while (i < text_.size() && text_[i] == ' ') ++i;
    if (i == text_.size()) return 0;
    return utf8proc_category(letter_at(i).code_point) == UTF8PROC_CATEGORY_LL ? i : 0;
  }

  void take_word(bool breaks) {
    TextWord word{at_, at_, 0, false, false, breaks};
    letters_ = 0;
    const auto limit = span_ < without_.size() ? without_[span_].begin : text_.size();
    while (at_ < limit) {
      const auto letter = letter_at(at_);
      if (!is_separator(letter.code_point)) {
        note(word, letter.code_point);
        ++letters_;
        at_ = letter.end;
        word.end = at_;
        continue;
      }
      const auto on = goes_on(word, letter);
      if (on == 0 || on >= limit) break;
      letters_ = 0;
      at_ = on;
    }
    words_.push_back(word);
  }

  void note(TextWord& word, std::int32_t cp) const {
    if (cp < 0x80) {
      if (cp >= 'A' && cp <= 'Z') word.capitals = word.capitals == 0 ? 1 : 2;
      if (cp >= 'a' && cp <= 'z') word.lower = true;
      return;
    }
    const auto category = utf8proc_category(cp);
    if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
      word.capitals = word.capitals == 0 ? 1 : 2;
    if (category == UTF8PROC_CATEGORY_LL) word.lower = true;
    if (category == UTF8PROC_CATEGORY_LO && letters_ == 0) word.caseless = true;
  }

  std::string_view text_;
  std::span<const ForeignSpan> without_;
  std::vector<TextWord> words_;
  std::size_t at_ = 0;
  std::size_t span_ = 0;
  std::size_t letters_ = 0;  ///< since the word or its last part began
};

}  // namespace

std::vector<TextWord> words_of(std::string_view paragraph, std::span<const ForeignSpan> without) {
  return Splitter(paragraph, without).split();
}

void fold_word(std::string_view written, std::string& out) {
  constexpr std::size_t longest = 100;
  out.clear();
  if (written.size() > longest) return;
  for (const char c : written) {
    if (static_cast<unsigned char>(c) >= 0x80 || c == '&') {
      out = fold_name(written);
      std::erase(out, ' ');
      return;
    }
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (!is_separator(static_cast<unsigned char>(c)))
      out += c;
  }
}

}  // namespace coopnet::intake
