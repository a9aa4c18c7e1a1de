#include "coopnet/intake/written_values.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "intake/cells.hpp"

namespace coopnet::intake {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view ticked[] = {"x",    "1",   "yes", "y",  "true",     "oui", "o",
                                       "vrai", "si",  "s",   "v",  "✓",        "✔",   "☑",
                                       "☒",    "[x]", "نعم", "ok", "verdadero"};
constexpr std::string_view unticked[] = {"",  "0", "no", "n",   "false", "non", "faux",
                                         "-", "–", "لا", "[ ]", "☐",     "n/a", "falso"};

/// Words that may stand before a code of a facet, in the languages of registers, folded. The label
/// and key of the facet itself come on top.
constexpr std::string_view code_words[] = {
    "objective", "objectives", "objectif", "objectifs", "objetivo", "objetivos", "obj",
    "goal",      "gcm",        "pmm",      "no",        "nr",       "num",       "number",
    "numero",    "n°",         "#",        "الهدف",     "هدف"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool ends_word(std::string_view rest) {
  return rest.empty() || rest.front() == ' ' || rest.front() == '.' || rest.front() == ':' ||
         rest.front() == '-' || rest.front() == ')' || rest.front() == '(' ||
         is_digit(rest.front());
}

void skip(std::string_view& s, std::string_view these) {
  while (!s.empty() && these.find(s.front()) != std::string_view::npos) s.remove_prefix(1);
}

}  // namespace

std::optional<std::string> written_number(std::string_view text, bool decimal_comma) {
  text = text::trim(text);
  std::string out;
  bool fraction = false, digits = false;
  const char point = decimal_comma ? ',' : '.';
  const char thousands = decimal_comma ? '.' : '\0';
  std::size_t since_separator = 0;
  bool separated = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit(c)) {
      out += c;
      digits = true;
      ++since_separator;
    } else if (c == '-' && i == 0) {
      out += c;
    } else if (c == point && !fraction && digits) {
      if (separated && since_separator != 3) return std::nullopt;
      out += '.';
      fraction = true;
    } else if (c == thousands && !fraction && digits && (!separated || since_separator == 3)) {
      separated = true;
      since_separator = 0;
    } else {
      return std::nullopt;
    }
  }
  // "1.234" with a comma for decimals is a thousand and more only if it is said twice or with one.
  if (!digits || out.back() == '.' || (separated && !fraction)) return std::nullopt;
  return out;
}

std::optional<bool> written_mark(std::string_view text) {
  const std::string folded = text::fold(text::trim(text));
  if (std::find(std::begin(ticked), std::end(ticked), folded) != std::end(ticked)) return true;
  if (std::find(std::begin(unticked), std::end(unticked), folded) != std::end(unticked))
    return false;
  return std::nullopt;
}

TagReader::TagReader(const Dataset& framework, std::size_t facet)
    : data_(framework), facet_(facet) {
  prefixes_.assign(std::begin(code_words), std::end(code_words));
  const auto& info = framework.info.facets[facet];
  for (const auto* word : {&info.key, &info.label, &info.column})
    prefixes_.push_back(text::fold(*word));
  std::sort(prefixes_.begin(), prefixes_.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;  // the longest first
  });
  for (const auto& tag : framework.tags) {
    if (tag.facet != facet || !tag.declared) continue;
    for (const auto* label : {&tag.label.en, &tag.label.fr, &tag.label.es, &tag.label.ar})
      if (!label->empty()) labels_.emplace_back(text::fold(*label), tag.key);
  }
  std::sort(labels_.begin(), labels_.end());
}

std::optional<std::string> TagReader::key_of(std::string_view key) const {
  if (const auto tag = data_.find_tag(facet_, key)) return data_.tags[*tag].key;
  // "05" is 5.
  while (key.size() > 1 && key.front() == '0') key.remove_prefix(1);
  if (const auto tag = data_.find_tag(facet_, key)) return data_.tags[*tag].key;
  return std::nullopt;
}

bool TagReader::labelled(std::string_view folded, std::string& key) const {
  const auto at = std::lower_bound(labels_.begin(), labels_.end(), folded,
                                   [](const auto& l, std::string_view s) { return l.first < s; });
  if (at == labels_.end() || at->first != folded) return false;
  key = at->second;
  return true;
}

/// A piece is a key, a label, or a code with words before it and a label behind it.
std::optional<TagReader::Found> TagReader::find(std::string_view piece) const {
  const std::string folded = text::fold(piece);
  if (folded.empty()) return std::nullopt;
  if (auto key = key_of(piece)) return Found{*key, true};
  std::string key;
  if (labelled(folded, key)) return Found{key, true};
  std::string_view rest = folded;
  bool worded = false;
  for (bool again = true; again;) {
    again = false;
    skip(rest, " .:#-([");
    for (const auto& word : prefixes_)
      if (!word.empty() && rest.starts_with(word) && ends_word(rest.substr(word.size()))) {
        rest.remove_prefix(word.size());
        again = worded = true;
        break;
      }
  }
  std::size_t n = 0;
  while (n < rest.size() && is_digit(rest[n])) ++n;
  const auto code = n > 0 && n <= 6 ? key_of(rest.substr(0, n)) : std::nullopt;
  if (!code) return std::nullopt;
  std::string_view behind = rest.substr(n);
  if (behind.empty()) return Found{*code, true};
  if (is_letter(behind.front())) return std::nullopt;  // "5b"
  skip(behind, " ");
  const bool divided =
      !behind.empty() && std::string_view(".:)]-").find(behind.front()) != std::string_view::npos;
  skip(behind, " .:)]-");
  if (behind.empty()) return Found{*code, true};
  if (is_digit(behind.front())) return std::nullopt;  // "5.7"
  // Words behind a bare number ("3 workshops") are its label only if they are known to be, or a
  // mark divides them ("5. Enhance"), or a word stood before it ("Objective 5 Enhance").
  const bool own_label = labelled(behind, key) && key == *code;
  if (!worded && !divided && !own_label) return std::nullopt;
  return Found{*code, false};
}

std::optional<std::string> TagReader::tag_of_header(std::string_view header) const {
  const auto found = find(header);
  if (!found) return std::nullopt;
  return found->key;
}

namespace {

/// "3-7", "3 – 7", "3 to 7": two numbers and what divides a range.
bool is_range(std::string_view piece) {
  const std::string folded = text::fold(piece);
  std::string_view s = folded;
  const auto number = [&s] {
    skip(s, " ");
    std::size_t n = 0;
    while (n < s.size() && is_digit(s[n])) ++n;
    s.remove_prefix(n);
    return n > 0;
  };
  if (!number()) return false;
  skip(s, " ");
  bool divided = false;
  for (const std::string_view mark : {"-", "–", "to ", "a ", "al "})
    if (s.starts_with(mark)) {
      s.remove_prefix(mark.size());
      divided = true;
      break;
    }
  return divided && number() && text::trim(s).empty();
}

/// Where " and ", " et ", " y ", " & " or a comma divides a piece.
std::vector<std::string_view> cut_softly(std::string_view piece) {
  std::vector<std::string_view> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i < piece.size();) {
    std::size_t width = piece[i] == ',' ? 1 : 0;
    for (const std::string_view word : {" and ", " et ", " y ", " e ", " & "})
      if (width == 0 && piece.substr(i).starts_with(word)) width = word.size();
    if (width == 0) {
      ++i;
      continue;
    }
    out.push_back(text::trim(piece.substr(from, i - from)));
    from = i += width;
  }
  out.push_back(text::trim(piece.substr(from)));
  std::erase(out, std::string_view{});
  return out;
}

}  // namespace

WrittenTags TagReader::read(std::string_view cell, std::string_view separators) const {
  WrittenTags out;
  const auto add = [&](std::string_view written, const std::optional<Found>& found, bool stated) {
    out.items.push_back({found ? found->key : std::string(written), stated, found.has_value(),
                         std::string(written)});
  };
  for (std::string_view piece : cut_cell(cell, separators)) {
    const bool stated = !piece.starts_with('~');
    if (!stated) piece = text::trim(piece.substr(1));
    if (is_range(piece)) {
      out.is_range = true;
      add(piece, std::nullopt, stated);
      continue;
    }
    const auto whole = find(piece);
    const auto parts = cut_softly(piece);
    // "5, 7 and 16", "Objective 5: Enhance a, b and c, Objective 7": a part that is no tag belongs
    // to the label before it; one with nothing before it is unknown.
    if ((whole && whole->whole) || parts.size() < 2 || !separators.empty()) {
      add(piece, whole, stated);
      continue;
    }
    bool any = false;
    for (const auto part : parts) any = any || find(part).has_value();
    if (!any) {
      add(piece, whole, stated);
      continue;
    }
    bool in_label = false;
    for (std::string_view part : parts) {
      const bool part_stated = stated && !part.starts_with('~');
      if (part.starts_with('~')) part = text::trim(part.substr(1));
      const auto found = find(part);
      if (found || !in_label) add(part, found, part_stated);
      if (found) in_label = !found->whole;
    }
  }
  return out;
}

}  // namespace coopnet::intake
