#include "exchange/pajek_lines.hpp"

namespace coopnet::exchange {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

PajekLines::PajekLines(std::string_view text, io::Findings& findings)
    : rest_(text), places_(rest_), findings_(findings) {}

bool PajekLines::take_line() {
  if (!first_) {
    // The end of the line before: LF, CR LF or CR.
    if (rest_.empty()) return false;
    rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
    places_.new_line(rest_.data());
  }
  first_ = false;
  line_ = rest_.substr(0, rest_.find_first_of("\r\n"));
  rest_.remove_prefix(line_.size());
  return true;
}

/// The place behind the closing quote, or npos.
std::size_t PajekLines::quoted_word(std::size_t at, PajekWord& word) const {
  word.text.clear();
  for (std::size_t i = at + 1; i < line_.size(); ++i) {
    if (line_[i] == '"') return i + 1;
    if (line_[i] == '\\' && i + 1 < line_.size() && line_[i + 1] == '"') ++i;
    word.text += line_[i];
  }
  const auto plain = line_.find('"', at + 1);
  if (plain == std::string_view::npos) return plain;
  word.text = line_.substr(at + 1, plain - at - 1);
  return plain + 1;
}

bool PajekLines::next(std::vector<PajekWord>& words) {
  words.clear();
  while (words.empty()) {
    if (!take_line()) return false;
    std::size_t at = 0;
    while (true) {
      while (at < line_.size() && is_blank(line_[at])) ++at;
      if (at == line_.size() || (words.empty() && line_[at] == '%')) break;
      PajekWord word;
      word.spot = places_.at(line_.data() + at);
      word.quoted = line_[at] == '"';
      if (word.quoted) {
        const auto end = quoted_word(at, word);
        if (end == std::string_view::npos) {
          findings_.error("network-open-quote", word.spot);
          words.clear();
          break;
        }
        at = end;
      } else {
        const auto begin = at;
        while (at < line_.size() && !is_blank(line_[at])) ++at;
        word.text = line_.substr(begin, at - begin);
      }
      words.push_back(std::move(word));
    }
  }
  return true;
}

}  // namespace coopnet::exchange
