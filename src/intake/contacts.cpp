#include "intake/contacts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "coopnet/intake/name_index.hpp"

namespace coopnet::intake {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 13> telephone_words{
    "tel", "telephone", "telefono", "phone",    "mobile", "movil", "cell",
    "fax", "whatsapp",  "celular",  "portable", "هاتف",   "gsm"};

/// Bytes of the blank at `i`: a common one, or one that does not break; 0 where there is none.
std::size_t blank_at(std::string_view text, std::size_t i) {
  if (is_blank(text[i])) return 1;
  if (text.substr(i, 2) == "\u00A0") return 2;
  return text.substr(i, 3) == "\u202F" ? 3 : 0;
}

/// Runs of bytes between blanks.
std::vector<ForeignSpan> chunks_of(std::string_view text) {
  std::vector<ForeignSpan> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size();) {
    const std::size_t blank = i == text.size() ? 1 : blank_at(text, i);
    if (blank > 0 && i > begin) out.push_back({begin, i, false});
    i += std::max<std::size_t>(blank, 1);
    if (blank > 0) begin = i;
  }
  return out;
}

/// A digit, European or Arabic, at `i`, and its bytes; nothing (0) where there is none.
std::pair<char, std::size_t> digit_at(std::string_view s, std::size_t i) {
  if (is_digit(s[i])) return {s[i], 1};
  if (i + 1 == s.size()) return {'\0', 0};
  const auto second = static_cast<unsigned char>(s[i + 1]);
  if (s[i] == '\xD9' && second >= 0xA0 && second <= 0xA9)
    return {static_cast<char>('0' + (second - 0xA0)), 2};
  if (s[i] == '\xDB' && second >= 0xB0 && second <= 0xB9)
    return {static_cast<char>('0' + (second - 0xB0)), 2};
  return {'\0', 0};
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), chunks_(chunks_of(text)) {}

  std::vector<ForeignSpan> scan() {
    for (std::size_t i = 0; i < chunks_.size(); ++i) addresses(i);
    for (std::size_t i = 0; i < chunks_.size();) i = telephone(i);
    return merged();
  }

 private:
  [[nodiscard]] std::string_view chunk(std::size_t i) const {
    return text_.substr(chunks_[i].begin, chunks_[i].end - chunks_[i].begin);
  }

  void mark(std::size_t first, std::size_t last, bool contact) {
    found_.push_back({chunks_[first].begin, chunks_[last].end, contact});
  }

  void addresses(std::size_t i) {
    const auto word = chunk(i);
    const auto at = word.find('@');
    if (at != std::string_view::npos && word.size() > 1) {
      // "name @ place.org" is one as well.
      const bool open_front = at == 0 && i > 0;
      const bool open_back = at + 1 == word.size() && i + 1 < chunks_.size();
      mark(i - (open_front ? 1 : 0), i + (open_back ? 1 : 0), true);
    } else if (word == "@" || word == "[at]" || word == "(at)") {
      mark(i - (i > 0 ? 1 : 0), std::min(i + 1, chunks_.size() - 1), true);
    } else if (word.find("://") != std::string_view::npos || word.starts_with("www.")) {
      mark(i, i, false);
    }
  }

  /// "0.05": tables are full of them.
  static bool is_decimal(std::string_view word) {
    return word.size() > 2 && is_digit(word[0]) && word[1] == '.' &&
           word.find_first_not_of("0123456789", 2) == std::string_view::npos;
  }

  /// Digits of a chunk that holds nothing but digits and what stands between them in a telephone
  /// number; nothing otherwise. Punctuation may follow.
  static std::string dial_digits(std::string_view word) {
    constexpr std::size_t longest = 60;
    if (word.size() > longest || is_decimal(word)) return {};
    while (!word.empty() && std::string_view(",;.:!?").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    std::string digits;
    for (std::size_t i = 0; i < word.size();) {
      const auto [digit, length] = digit_at(word, i);
      if (length > 0)
        digits += digit;
      else if (word[i] == '+')
        digits += '+';
      else if (word.substr(i, 2) == "\xE2\x80")  // a dash
        i += 2;
      else if (std::string_view("()-./").find(word[i]) == std::string_view::npos)
        return {};
      i += std::max<std::size_t>(length, 1);
    }
    return digits;
  }

  [[nodiscard]] bool is_telephone_word(std::string_view word) const {
    constexpr std::size_t longest = 24;
    return word.size() <= longest && std::find(telephone_words.begin(), telephone_words.end(),
                                               fold_name(word)) != telephone_words.end();
  }

  /// "Tel. 1", "Tel : 1".
  [[nodiscard]] bool behind_telephone_word(std::size_t i) const {
    if (i >= 2 && chunk(i - 1) == ":") --i;
    return i > 0 && is_telephone_word(chunk(i - 1));
  }

  [[nodiscard]] bool ends_list_item(std::size_t i) const {
    return std::string_view(",;:!?").find(chunk(i).back()) != std::string_view::npos;
  }

  /// The chunk behind the number that begins at chunk `i`, or behind that chunk.
  /// "+4230+00131", "+404251-0740023": degrees and minutes (and seconds) as ISO 6709 writes them.
  static bool is_position(std::string_view word) {
    const auto inner = word.find_first_of("+-", 1);
    if (inner == std::string_view::npos || (word[0] != '+' && word[0] != '-')) return false;
    const auto digits = [](std::string_view s) {
      return std::all_of(s.begin(), s.end(), is_digit) ? s.size() : 0;
    };
    const auto latitude = digits(word.substr(1, inner - 1));
    const auto longitude = digits(word.substr(inner + 1));
    return (latitude == 4 && longitude == 5) || (latitude == 6 && longitude == 7);
  }

  std::size_t telephone(std::size_t i) {
    constexpr std::size_t most_digits = 20;
    auto word = chunk(i);
    if (is_position(word)) return i + 1;
    const auto colon = word.find(':');  // "Tel:+212..."
    const bool named_inside =
        colon != std::string_view::npos && is_telephone_word(word.substr(0, colon));
    if (named_inside) word.remove_prefix(colon + 1);
    std::string digits = dial_digits(word);
    if (digits.empty()) return i + 1;
    const bool named = named_inside || behind_telephone_word(i);
    std::size_t last = i;
    while (last + 1 < chunks_.size() && digits.size() < most_digits && !ends_list_item(last)) {
      const auto more = dial_digits(chunk(last + 1));
      if (more.empty() || more.front() == '+') break;
      digits += more;
      ++last;
    }
    const auto n = static_cast<std::size_t>(std::count_if(digits.begin(), digits.end(), is_digit));
    const bool abroad = digits.starts_with('+') || digits.starts_with("00");
    if ((n >= 7 && abroad) || (n >= 9 && digits.starts_with('0')) || (n >= 6 && named))
      mark(i, last, true);
    else
      return i + 1;
    return last + 1;
  }

  std::vector<ForeignSpan> merged() {
    std::sort(found_.begin(), found_.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    std::vector<ForeignSpan> out;
    for (const auto& span : found_) {
      if (!out.empty() && span.begin < out.back().end) {
        out.back().end = std::max(out.back().end, span.end);
        out.back().contact = out.back().contact || span.contact;
      } else {
        out.push_back(span);
      }
    }
    return out;
  }

  std::string_view text_;
  std::vector<ForeignSpan> chunks_;
  std::vector<ForeignSpan> found_;
};

}  // namespace

std::vector<ForeignSpan> foreign_spans(std::string_view text) { return Scanner(text).scan(); }

std::string without_contacts(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (const auto& span : foreign_spans(text)) {
    if (!span.contact) continue;
    out += text.substr(from, span.begin - from);
    out += "[…]";
    from = span.end;
  }
  return out + std::string(text.substr(from));
}

}  // namespace coopnet::intake
