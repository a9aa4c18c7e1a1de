#include <array>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/name_index.hpp"
#include "intake/utf8.hpp"

namespace coopnet::intake {
namespace {

/// What text::fold leaves alone though it is written in two ways.
constexpr std::array<std::pair<std::int32_t, std::string_view>, 16> plain_letters{{
    {U'ł', "l"},
    {U'đ', "d"},
    {U'ð', "d"},
    {U'ø', "o"},
    {U'æ', "ae"},
    {U'œ', "oe"},
    {U'þ', "th"},
    {U'ı', "i"},
    {U'ħ', "h"},
    {U'ŧ', "t"},
    {U'ŋ', "n"},
    {U'ى', "ي"},
    {U'ة', "ه"},
    {U'ی', "ي"},
    {U'ک', "ك"},
    {U'ـ', ""},
}};

void put(std::string& out, std::string_view letters, std::int32_t code_point) {
  if (code_point < 0x80) {
    out += letters;
    return;
  }
  for (const auto& [letter, plain] : plain_letters)
    if (letter == code_point) {
      out += plain;
      return;
    }
  out += letters;
}

/// Blanks and signs to single blanks, none at the ends.
std::string words_only(std::string_view folded) {
  std::string out;
  bool gap = false;
  const auto word = [&] {
    if (gap && !out.empty()) out += ' ';
    gap = false;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t start = i;
    const auto cp = text::next_code_point(folded, i);
    if (cp == '&') {
      gap = true;
      word();
      out += "and";
      gap = true;
    } else if (is_separator(cp)) {
      gap = true;
    } else {
      word();
      put(out, folded.substr(start, i - start), cp);
    }
  }
  return out;
}

void drop_articles(std::string& name) {
  if (name.starts_with("the ")) name.erase(0, 4);
  if (name.ends_with(" the")) name.erase(name.size() - 4);
}

}  // namespace

std::string fold_name(std::string_view written) {
  if (text::first_invalid_utf8(written)) return {};
  std::string out = words_only(text::fold(written));
  drop_articles(out);
  return out;
}

}  // namespace coopnet::intake
