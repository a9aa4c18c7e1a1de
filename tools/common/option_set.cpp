#include "common/option_set.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "common/failure.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::tools {

struct OptionSet::Inside {
  explicit Inside(std::string name) : verb(std::move(name)) {
    app.set_help_flag();     // the frame has its own
    app.allow_extras(true);  // what is left over is told below, with the nearest option
  }

  std::string verb;
  CLI::App app;
  std::vector<OptionEntry> entries;
  std::vector<std::function<void()>> steps;
};

namespace {

/// The name under which messages speak of an option: the last one, which is the long one.
std::string spoken(std::string_view names) {
  const auto comma = names.rfind(',');
  return std::string(comma == std::string_view::npos ? names : names.substr(comma + 1));
}

[[noreturn]] void refuse(std::string_view key, std::initializer_list<render::MessageArg> args) {
  throw UsageError(msg(key, args));
}

std::string shown(std::string_view value) {
  constexpr std::size_t enough = 80;
  return text::inert(text::shorten(value, enough));
}

/// Words before "--"; the ones behind it are operands whatever they look like.
std::span<const std::string> before_terminator(const std::vector<std::string>& args) {
  const auto end = std::find(args.begin(), args.end(), "--");
  return {args.data(), static_cast<std::size_t>(end - args.begin())};
}

bool looks_like_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

const OptionEntry* find_option(const std::vector<OptionEntry>& entries, std::string_view name) {
  for (const auto& entry : entries) {
    if (entry.operand) continue;
    for (const auto known : text::split_list(entry.names, ','))
      if (known == name) return &entry;
  }
  return nullptr;
}

/// What the parser would misunderstand: "--output --force" and "--region= DATASET" would take the
/// next word for the value.
void refuse_odd_values(const std::vector<std::string>& args,
                       const std::vector<OptionEntry>& entries) {
  const auto words = before_terminator(args);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto equals = words[i].find('=');
    const std::string name = words[i].substr(0, equals);
    const OptionEntry* entry = find_option(entries, name);
    if (entry == nullptr) continue;
    const bool is_flag = entry->value.empty();
    if (is_flag && equals != std::string::npos) refuse("cli.value-unexpected", {name});
    const bool empty = equals != std::string::npos && equals + 1 == words[i].size();
    const bool option_follows =
        equals == std::string::npos && i + 1 < words.size() && find_option(entries, words[i + 1]);
    if (!is_flag && (empty || option_follows)) refuse("cli.value-missing", {name});
  }
}

std::vector<std::string> option_names(const std::vector<OptionEntry>& entries) {
  std::vector<std::string> names;
  for (const auto& entry : entries)
    if (!entry.operand)
      for (const auto name : text::split_list(entry.names, ',')) names.emplace_back(name);
  return names;
}

/// What the parser did not expect: the first unknown option, else the first operand too many.
void refuse_leftovers(const CLI::App& app, const std::vector<std::string>& args,
                      const std::vector<OptionEntry>& entries) {
  std::vector<std::string> left = app.remaining();
  left.erase(std::remove(left.begin(), left.end(), "--"), left.end());
  if (left.empty()) return;
  // A word behind "--" is an operand; one that is not in the line as it is comes from "-qz".
  const auto operands = args.begin() + static_cast<std::ptrdiff_t>(before_terminator(args).size());
  const auto unknown = std::find_if(left.begin(), left.end(), [&](const std::string& word) {
    return looks_like_option(word) && std::find(operands, args.end(), word) == args.end();
  });
  if (unknown == left.end()) refuse("cli.operand-unexpected", {shown(left.front())});
  const std::string name = unknown->substr(0, unknown->find('='));
  const auto nearest = text::nearest(name, option_names(entries));
  std::string line = msg("cli.unknown-option", {shown(name)});
  if (!nearest.empty()) line += msg("common.did-you-mean", {nearest});
  throw UsageError(line);
}

void refuse_missing(const std::vector<OptionEntry>& entries, const CLI::App& app) {
  for (const auto& entry : entries)
    if (entry.required && app.get_option(spoken(entry.names))->count() == 0)
      refuse("cli.operand-missing", {spoken(entry.names)});
}

/// Words of our own for what the parser found wrong.
[[noreturn]] void refuse_parse(const CLI::ParseError& error, const std::vector<std::string>& args,
                               const std::vector<OptionEntry>& entries, const CLI::App& app) {
  const auto names = option_names(entries);
  const bool ends_in_option =
      !args.empty() && std::find(names.begin(), names.end(), args.back()) != names.end();
  const bool mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
  if (mismatch && ends_in_option) refuse("cli.value-missing", {args.back()});
  for (const auto& entry : entries)
    if (!entry.repeatable && app.get_option(spoken(entry.names))->count() > 1)
      refuse("cli.option-twice", {spoken(entry.names)});
  refuse("cli.usage-problem", {shown(error.what())});
}

}  // namespace

OptionSet::OptionSet(std::string verb) : inside_(std::make_unique<Inside>(std::move(verb))) {}
OptionSet::~OptionSet() = default;

void OptionSet::operand(const char* name, std::string& value, std::string_view key, bool required) {
  inside_->app.add_option_function<std::string>(name,
                                                [&value](const std::string& v) { value = v; });
  inside_->entries.push_back({name, "", msg(key), true, required, false, {}});
}

void OptionSet::operands(const char* name, std::vector<std::string>& values, std::string_view key,
                         bool required) {
  inside_->app.add_option_function<std::vector<std::string>>(
      name, [&values](const std::vector<std::string>& v) { values = v; });
  inside_->entries.push_back({name, "", msg(key), true, required, true, {}});
}

void OptionSet::flag(const char* names, bool& value, std::string_view key) {
  inside_->app.add_flag_callback(names, [&value] { value = true; })->disable_flag_override();
  inside_->entries.push_back({names, "", msg(key), false, false, true, {}});
}

void OptionSet::custom(const char* names, const char* shown_value,
                       std::function<void(const std::string&)> take, std::string_view key) {
  inside_->app.add_option_function<std::string>(
      names, [take = std::move(take), name = spoken(names)](const std::string& value) {
        if (value.empty()) refuse("cli.value-missing", {name});
        take(value);
      });
  inside_->entries.push_back({names, shown_value, msg(key), false, false, false, {}});
}

void OptionSet::text(const char* names, const char* shown_value, std::string& value,
                     std::string_view key) {
  custom(
      names, shown_value, [&value](const std::string& v) { value = v; }, key);
}

void OptionSet::list(const char* names, const char* shown_value, std::vector<std::string>& values,
                     std::string_view key, char separator) {
  const auto take = [&values, separator,
                     name = spoken(names)](const std::vector<std::string>& all) {
    for (const auto& one : all) {
      const auto before = values.size();
      if (separator != 0)
        for (const auto part : text::split_list(one, separator)) values.emplace_back(part);
      else if (!one.empty())
        values.push_back(one);
      if (values.size() == before) refuse("cli.value-missing", {name});
    }
  };
  // One value each time the option is given: it must not swallow the operands behind it.
  inside_->app.add_option_function<std::vector<std::string>>(names, take)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->allow_extra_args(false);
  inside_->entries.push_back({names, shown_value, msg(key), false, false, true, {}});
}

void OptionSet::count(const char* names, std::uint64_t& value, std::uint64_t least,
                      std::uint64_t most, std::string_view key) {
  const auto take = [&value, least, most, name = spoken(names)](const std::string& given) {
    const auto number = text::parse_unsigned(given);
    if (!number || *number < least || *number > most)
      refuse("cli.bad-count", {name, least, most, shown(given)});
    value = *number;
  };
  custom(names, "N", take, key);
}

void OptionSet::number(const char* names, double& value, double least, double most,
                       std::string_view key) {
  const auto take = [&value, least, most, name = spoken(names)](const std::string& given) {
    double number = 0;
    const char* const end = given.data() + given.size();
    const auto [stop, error] = std::from_chars(given.data(), end, number);
    const bool fits = error == std::errc{} && stop == end && number >= least && number <= most;
    if (!fits)
      refuse("cli.bad-number", {name, text::number(least), text::number(most), shown(given)});
    value = number;
  };
  custom(names, "X", take, key);
}

void OptionSet::choose(const char* names, std::vector<std::string> words, std::string_view key,
                       std::function<void(std::size_t)> take) {
  const std::string shown_value = text::join(words, "|");
  custom(
      names, shown_value.c_str(),
      [words, take = std::move(take), name = spoken(names)](const std::string& given) {
        const auto found = std::find(words.begin(), words.end(), text::lower_ascii(given));
        if (found == words.end()) refuse_value(name, given, words);
        take(static_cast<std::size_t>(found - words.begin()));
      },
      key);
  inside_->entries.back().choices = std::move(words);
}

void OptionSet::after_parse(std::function<void()> step) {
  inside_->steps.push_back(std::move(step));
}

void OptionSet::parse(std::vector<std::string> args) {
  auto& app = inside_->app;
  const auto& entries = inside_->entries;
  refuse_odd_values(args, entries);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));  // it wants the last one first
  } catch (const CLI::ParseError& error) {
    refuse_leftovers(app, args, entries);
    refuse_parse(error, args, entries, app);
  }
  refuse_leftovers(app, args, entries);
  refuse_missing(entries, app);
  for (const auto& step : inside_->steps) step();
}

const std::string& OptionSet::verb() const { return inside_->verb; }
const std::vector<OptionEntry>& OptionSet::entries() const { return inside_->entries; }
CLI::App& OptionSet::app() { return inside_->app; }

bool OptionSet::needs_operand() const {
  return std::any_of(inside_->entries.begin(), inside_->entries.end(),
                     [](const OptionEntry& e) { return e.required; });
}

void refuse_value(std::string_view option, std::string_view value,
                  std::span<const std::string> known) {
  constexpr std::size_t most_listed = 24;
  std::string line = msg("cli.unknown-value", {option, shown(value)});
  const auto nearest = text::nearest(value, known);
  if (!nearest.empty())
    line += msg("common.did-you-mean", {text::inert(nearest)});
  else if (!known.empty() && known.size() <= most_listed)
    line += msg("cli.known-values", {text::inert(text::join(known, ", "))});
  throw UsageError(line);
}

}  // namespace coopnet::tools
