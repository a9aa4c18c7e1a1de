#include "common/help.hpp"

#include <algorithm>

#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/version.hpp"

namespace coopnet::tools {
namespace {

/// A name and what it means, as two columns.
struct Entry {
  std::string name;
  std::string meaning;
};

constexpr std::size_t widest_line = 100;
constexpr std::size_t indent = 2;

/// Appends the words of `text` from column `start` on, broken before `width`.
void append_wrapped(std::string& out, std::string_view text, std::size_t start, std::size_t width) {
  std::size_t column = start;
  for (const auto word : text::split_list(text, ' ')) {
    const std::size_t needed = text::display_width(word);
    if (column > start && column + 1 + needed > width) {
      out += '\n' + std::string(start, ' ');
      column = start;
    }
    if (column > start) {
      out += ' ';
      ++column;
    }
    out += word;
    column += needed;
  }
  out += '\n';
}

std::string two_columns(const std::vector<Entry>& entries, std::size_t width) {
  constexpr std::size_t widest_name = 26;
  constexpr std::size_t gap = 2;
  width = std::min(width, widest_line);
  std::size_t name_width = 0;
  for (const auto& entry : entries)
    name_width = std::max(name_width, text::display_width(entry.name));
  const std::size_t start = indent + std::min(name_width, widest_name) + gap;
  std::string out;
  for (const auto& entry : entries) {
    const std::size_t used = indent + text::display_width(entry.name);
    out += std::string(indent, ' ') + entry.name;
    if (used + gap > start)
      out += '\n' + std::string(start, ' ');
    else
      out += std::string(start - used, ' ');
    append_wrapped(out, entry.meaning, start, std::max(width, start + 20));
  }
  return out;
}

std::string command_line(const Verb& verb, std::string_view example) {
  return "  coopnet " + std::string(verb.name) + ' ' + std::string(example) + '\n';
}

std::string examples_of(const Verb& verb) {
  std::string out = msg("cli.examples") + '\n';
  for (const auto example : verb.examples) out += command_line(verb, example);
  return out;
}

/// The first example of the featured verbs, or of the first ones where none is featured.
std::string general_examples() {
  constexpr std::size_t most = 3;
  std::vector<const Verb*> shown;
  for (const bool featured : {true, false})
    for (const auto& verb : verbs())
      if (verb.featured == featured && !verb.examples.empty() && shown.size() < most &&
          (featured || shown.empty() || !shown.front()->featured))
        shown.push_back(&verb);
  if (shown.empty()) return {};
  std::string out = msg("cli.examples") + '\n';
  for (const Verb* verb : shown) out += command_line(*verb, verb->examples.front());
  return out + '\n';
}

std::string summary_of(const Verb& verb) { return msg("cli.summary-" + std::string(verb.name)); }

std::string verb_list(std::size_t width) {
  std::vector<Entry> entries;
  for (const auto& verb : verbs()) entries.push_back({std::string(verb.name), summary_of(verb)});
  return entries.empty() ? std::string() : msg("cli.verbs") + '\n' + two_columns(entries, width);
}

std::string usage_of(const Verb& verb, const OptionSet& options) {
  std::string operands;
  for (const auto& entry : options.entries()) {
    if (!entry.operand) continue;
    const std::string name = entry.names + (entry.repeatable ? "..." : "");
    operands += entry.required ? ' ' + name : " [" + name + ']';
  }
  return msg("cli.usage-verb", {verb.name, operands}) + '\n';
}

std::string shown_names(const OptionEntry& entry) {
  const auto names = text::split_list(entry.names, ',');
  // Long names stand below each other, also those without a short one.
  std::string out = !entry.operand && names.front().starts_with("--") ? "    " : "";
  for (const auto name : names)
    out.append(out.empty() || out.back() == ' ' ? "" : ", ").append(name);
  if (!entry.value.empty()) out += ' ' + entry.value;
  return out;
}

std::string entries_of(const OptionSet& options, bool operands, std::size_t width) {
  std::vector<Entry> shown;
  for (const auto& entry : options.entries())
    if (entry.operand == operands) shown.push_back({shown_names(entry), entry.help});
  if (shown.empty()) return {};
  return '\n' + msg(operands ? "cli.operands" : "cli.options") + '\n' + two_columns(shown, width);
}

}  // namespace

std::string short_general_help(std::size_t width) {
  return general_examples() + msg("cli.usage") + "\n\n" + verb_list(width) + msg("cli.more-help") +
         '\n';
}

std::string general_help(std::size_t width) {
  return general_examples() + msg("cli.about") + "\n\n" + msg("cli.usage") + "\n\n" +
         verb_list(width) + '\n' + msg("cli.options") + '\n' +
         two_columns({{"-h, --help", msg("cli.opt-help")},
                      {"    --version", msg("cli.opt-version")},
                      {"    --list-verbs", msg("cli.opt-list-verbs")}},
                     width) +
         '\n' + msg("cli.exit-codes") + '\n' +
         two_columns({{"0", msg("cli.exit-ok")},
                      {"1", msg("cli.exit-internal")},
                      {"2", msg("cli.exit-usage")},
                      {"3", msg("cli.exit-data")},
                      {"5", msg("cli.exit-external")},
                      {"130", msg("cli.exit-interrupted")}},
                     width) +
         '\n' + msg("cli.more-help") + '\n';
}

std::string short_verb_help(const Verb& verb, const OptionSet& options) {
  return examples_of(verb) + '\n' + usage_of(verb, options) + msg("cli.try-help", {verb.name}) +
         '\n';
}

std::string verb_help(const Verb& verb, const OptionSet& options, std::size_t width) {
  std::string summary;
  append_wrapped(summary, "coopnet " + std::string(verb.name) + ": " + summary_of(verb), 0,
                 std::min(width, widest_line));
  return examples_of(verb) + '\n' + summary + '\n' + usage_of(verb, options) +
         entries_of(options, true, width) + entries_of(options, false, width);
}

std::string version_text() {
  std::string libraries;
  for (const auto& library : render::library_versions())
    libraries += (libraries.empty() ? "" : ", ") + library.name + ' ' + library.version;
  return "coopnet " + std::string(version()) + '\n' + msg("cli.licence", {"Apache-2.0"}) + '\n' +
         msg("cli.built-with", {libraries}) + '\n';
}

}  // namespace coopnet::tools
