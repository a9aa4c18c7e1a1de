#include <algorithm>
#include <array>
#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "coopnet/render/messages.hpp"
#include "render/messages_template.hpp"

namespace coopnet::render {
namespace {

/// The text of a code: what was found, and how to mend it.
struct CodeText {
  std::string_view found;
  std::string_view remedy;
};

std::optional<CodeText> text_of(const Diagnostic& d, Language language) {
  for (const char* domain : {"check.", "network."}) {
    const std::string key = domain + d.code;
    if (!has_message(language, key)) continue;
    const auto text = message_template(language, key);
    const auto line_end = std::min(text.find('\n'), text.size());
    return CodeText{text.substr(0, line_end), text.substr(std::min(line_end + 1, text.size()))};
  }
  return std::nullopt;
}

/// Fills a text with what the diagnostic holds. A word that is not there shows as "?": a finding
/// about the user's data is worth showing even if the code that made it forgot something.
std::string filled(std::string_view text, const Diagnostic& d, Language language) {
  std::vector<MessageArg> args;
  args.reserve(d.args.size());
  for (const auto& arg : d.args) args.emplace_back(text::inert(arg));
  return catalogue::fill(
      language, text,
      {.args = args,
       .names = {{"value", text::inert(d.value)}, {"field", text::inert(d.field)}},
       .missing = "?"});
}

std::string first_line(const Diagnostic& d, Language language) {
  std::string line = place_text(d.where);
  if (!line.empty()) line += ": ";
  line += message(language, d.severity == Severity::error ? "common.error" : "common.warning");
  line += ": ";
  if (!d.field.empty()) line += text::inert(d.field) + ": ";
  return line + sentence(d, language);
}

constexpr std::string_view indent = "  ";

/// Diagnostics of one code and severity, in the order given.
using Group = std::vector<const Diagnostic*>;

std::vector<Group> grouped(const Diagnostics& diagnostics) {
  std::vector<Group> groups;
  std::array<std::unordered_map<std::string_view, std::size_t>, 2> place_of;
  for (const auto& d : diagnostics.all()) {
    auto& places = place_of[d.severity == Severity::error ? 0 : 1];
    const auto [it, is_new] = places.emplace(d.code, groups.size());
    if (is_new) groups.emplace_back();
    groups[it->second].push_back(&d);
  }
  return groups;
}

}  // namespace

std::string place_text(const Place& place) {
  std::string out = text::inert(place.file);
  if (place.line == 0) return out;
  if (!out.empty()) out += ':';
  out += std::to_string(place.line);
  if (place.column != 0) out += ':' + std::to_string(place.column);
  return out;
}

std::string sentence(const Diagnostic& d, Language language) {
  const auto text = text_of(d, language);
  std::string out;
  if (text) {
    out = filled(text->found, d, language);
  } else {
    out = text::inert(d.code);
    if (!d.value.empty()) out += " \"" + text::inert(d.value) + '"';
    if (!d.args.empty()) out += " (" + text::inert(text::join(d.args, ", ")) + ')';
  }
  if (!d.nearest.empty()) out += message(language, "common.did-you-mean", {text::inert(d.nearest)});
  return out;
}

std::string remedy(const Diagnostic& d, Language language) {
  const auto text = text_of(d, language);
  return text ? filled(text->remedy, d, language) : std::string();
}

std::string describe(const Diagnostic& d, Language language) {
  std::string out = first_line(d, language);
  if (const auto mend = remedy(d, language); !mend.empty())
    out.append("\n").append(indent).append(mend);
  return out;
}

std::string describe_all(const Diagnostics& diagnostics, Language language,
                         std::size_t max_per_code) {
  std::string out;
  for (const auto& group : grouped(diagnostics)) {
    const auto shown = std::min(group.size(), std::max<std::size_t>(1, max_per_code));
    for (std::size_t i = 0; i < shown; ++i) out += first_line(*group[i], language) + '\n';
    if (group.size() > shown) {
      out.append(indent);
      out += message(language, "common.more-of-this-kind", {group.size() - shown}) + '\n';
    }
    if (const auto mend = remedy(*group.front(), language); !mend.empty())
      out.append(indent).append(mend).append("\n");
  }
  return out;
}

std::string count_text(const Diagnostics& diagnostics, Language language) {
  return message(language, "common.finding-counts", {diagnostics.errors(), diagnostics.warnings()});
}

}  // namespace coopnet::render
