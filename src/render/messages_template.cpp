#include "render/messages_template.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::render::catalogue {
namespace {

/// Fills one text; the state is what the placeholders are filled from.
class Filler {
 public:
  Filler(Language language, std::string_view text, const Fillings& fillings)
      : language_(language), text_(text), fillings_(fillings) {}

  std::string run() { return fill_part(text_); }

 private:
  /// Fills text between two optional sections, or inside one.
  std::string fill_part(std::string_view part) {
    std::string out;
    std::size_t i = 0;
    while (i < part.size()) {
      const char c = part[i];
      const bool doubled = i + 1 < part.size() && part[i + 1] == c;
      if ((c == '{' || c == '}') && doubled) {
        out += c;
        i += 2;
      } else if (c == '{') {
        const auto end = part.find('}', i);
        if (end == std::string_view::npos) refuse("an open brace");
        out += placeholder(part.substr(i + 1, end - i - 1));
        i = end + 1;
      } else if (c == '[' && doubled) {
        const auto end = part.find("]]", i);
        if (end == std::string_view::npos) refuse("an open section");
        out += section(part.substr(i + 2, end - i - 2));
        i = end + 2;
      } else {
        out += c;
        ++i;
      }
    }
    return out;
  }

  /// The section, or nothing if one of its placeholders has nothing to show.
  std::string section(std::string_view part) {
    if (part.find("[[") != std::string_view::npos) refuse("a section in a section");
    const bool outer = std::exchange(in_section_, true);
    const bool seen_empty = std::exchange(empty_in_section_, false);
    std::string out = fill_part(part);
    in_section_ = outer;
    return std::exchange(empty_in_section_, seen_empty) ? std::string() : out;
  }

  std::string placeholder(std::string_view inside) {
    if (inside == "*") return noted(joined());
    const auto name_end = std::min(inside.find_first_of(":?"), inside.size());
    const std::string text = value_of(inside.substr(0, name_end));
    if (name_end == inside.size()) return noted(text);
    const auto rest = inside.substr(name_end + 1);
    if (inside[name_end] == '?') return text.empty() ? std::string(rest) : text;
    return std::string(form(rest, text));
  }

  std::string noted(std::string text) {
    empty_in_section_ = empty_in_section_ || text.empty();
    return text;
  }

  std::string joined() const {
    std::string out;
    for (const auto& arg : fillings_.args) {
      if (!out.empty()) out += ", ";
      out += arg.text();
    }
    return out;
  }

  std::string value_of(std::string_view name) const {
    for (const auto& [known, text] : fillings_.names)
      if (known == name) return text;
    const auto index = text::parse_unsigned(name);
    if (!index) refuse("an unknown placeholder");
    if (*index < fillings_.args.size())
      return fillings_.args[static_cast<std::size_t>(*index)].text();
    if (in_section_) return {};
    if (fillings_.missing == nullptr) refuse("too few arguments");
    return fillings_.missing;
  }

  /// The form of "one|other" that goes with a number; the last one where it is no number.
  std::string_view form(std::string_view forms, std::string_view number) const {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
      const auto bar = forms.find('|', start);
      parts.push_back(forms.substr(start, bar - start));
      if (bar == std::string_view::npos) break;
      start = bar + 1;
    }
    if (parts.size() != plural_forms(language_)) refuse("a wrong number of plural forms");
    const auto value = text::parse_unsigned(number);
    return value ? parts[plural_form(language_, *value)] : parts.back();
  }

  [[noreturn]] void refuse(const char* reason) const {
    throw PreconditionError(std::string("message text with ") + reason + ": " + std::string(text_));
  }

  Language language_;
  std::string_view text_;
  const Fillings& fillings_;
  bool in_section_ = false;
  bool empty_in_section_ = false;
};

}  // namespace

std::string fill(Language language, std::string_view text, const Fillings& fillings) {
  return Filler(language, text, fillings).run();
}

std::size_t plural_forms(Language language) { return language == Language::ar ? 6 : 2; }

std::size_t plural_form(Language language, std::uint64_t n) {
  if (language == Language::fr) return n <= 1 ? 0 : 1;
  if (language != Language::ar) return n == 1 ? 0 : 1;
  if (n <= 2) return static_cast<std::size_t>(n);
  const auto hundredth = n % 100;
  if (hundredth >= 3 && hundredth <= 10) return 3;
  return hundredth >= 11 ? 4 : 5;
}

}  // namespace coopnet::render::catalogue
