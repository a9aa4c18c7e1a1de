#include "common/frame.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "common/help.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::tools {
namespace {

using Args = std::vector<std::string>;

constexpr std::string_view link_prefix = "coopnet-";

/// What this run is called in messages: "coopnet" or "coopnet check".
std::string& subject() {
  static std::string name = "coopnet";
  return name;
}

/// Whether a word stands among the options, that is before "--".
bool asks_for(const Args& args, std::string_view option) {
  for (const auto& word : args) {
    if (word == "--") return false;
    if (word == option) return true;
  }
  return false;
}

bool asks_for_help(const Args& args) { return asks_for(args, "-h") || asks_for(args, "--help"); }

void choose_language(std::string_view code, bool may_be_other) {
  if (const auto known = render::parse_language(code)) {
    set_language(*known);
    return;
  }
  if (may_be_other) return;
  std::vector<std::string> codes;
  for (const auto language : render::available_languages())
    codes.emplace_back(render::language_code(language));
  refuse_value("--lang", code, codes);
}

/// The language must be known before the texts of the options are made. `may_be_other`: the verb
/// knows more languages, and says itself which.
void find_language(const Args& args, bool may_be_other = false) {
  constexpr std::string_view name = "--lang";
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    if (args[i] == name && i + 1 < args.size()) choose_language(args[i + 1], may_be_other);
    if (args[i].starts_with("--lang="))
      choose_language(std::string_view(args[i]).substr(name.size() + 1), may_be_other);
  }
}

const Verb& find_verb(const std::string& name) {
  std::vector<std::string> names;
  for (const auto& verb : verbs()) {
    if (verb.name == name) return verb;
    names.emplace_back(verb.name);
  }
  std::string line = msg("cli.unknown-verb", {text::inert(text::shorten(name, 80))});
  if (const auto nearest = text::nearest(name, names); !nearest.empty())
    line += msg("common.did-you-mean", {nearest});
  throw UsageError(line);
}

/// Options that every verb has.
struct FrameOptions {
  bool help = false;
  std::string language;

  void add_to(OptionSet& options, bool with_language) {
    if (with_language) options.text("--lang", "LANG", language, "cli.opt-lang");
    options.flag("-h,--help", help, "cli.opt-help");
  }
};

Exit run_verb(const std::string& name, const Args& args) {
  const Verb& verb = find_verb(name);
  find_language(args, verb.own_language);
  subject() += ' ' + name;
  FrameOptions frame;
  OptionSet options(name);
  const auto command = verb.make();
  command->setup(options);
  frame.add_to(options, !verb.own_language);
  if (asks_for_help(args)) {
    write_out(verb_help(verb, options, terminal_width()));
    return Exit::ok;
  }
  if (asks_for(args, "--version")) {
    write_out(version_text());
    return Exit::ok;
  }
  if (args.empty() && options.needs_operand()) {
    write_err(short_verb_help(verb, options));
    return Exit::usage;
  }
  try {
    options.parse(args);
  } catch (const UsageError&) {
    if (!frame.help) throw;  // "-qh" asks for help too
  }
  if (!frame.help) return command->run();
  write_out(verb_help(verb, options, terminal_width()));
  return Exit::ok;
}

Exit list_verbs() {
  std::string out;
  for (const auto& verb : verbs()) out += std::string(verb.name) + '\n';
  write_out(out);
  return Exit::ok;
}

/// A command line that names no verb.
Exit run_without_verb(const Args& args) {
  find_language(args);
  if (asks_for_help(args)) {
    write_out(general_help(terminal_width()));
    return Exit::ok;
  }
  if (asks_for(args, "--version")) {
    write_out(version_text());
    return Exit::ok;
  }
  if (asks_for(args, "--list-verbs")) return list_verbs();
  const std::string name = args.front().substr(0, args.front().find('='));
  const std::vector<std::string> known{"--help", "--version", "--list-verbs", "--lang"};
  std::string line = msg("cli.unknown-option", {text::inert(text::shorten(name, 80))});
  if (const auto nearest = text::nearest(name, known); !nearest.empty())
    line += msg("common.did-you-mean", {nearest});
  throw UsageError(line);
}

Exit dispatch(std::string_view program, Args args) {
  if (program.starts_with(link_prefix))
    return run_verb(std::string(program.substr(link_prefix.size())), args);
  if (args.empty()) {
    write_err(short_general_help(terminal_width()));
    return Exit::usage;
  }
  const std::string first = args.front();
  if (first.starts_with('-')) return run_without_verb(args);
  args.erase(args.begin());
  if (first != "help") return run_verb(first, args);
  if (args.empty() || args.front().starts_with('-')) return run_without_verb({"--help"});
  return run_verb(args.front(), {"--help"});
}

void complain(const std::string& line) { write_err(subject() + ": " + line + '\n'); }

Exit usage_failure(const UsageError& error) {
  complain(error.what());
  const auto verb = subject().substr(std::min(subject().find(' '), subject().size()));
  write_err(msg("cli.try-help", {text::trim(verb)}) + '\n');
  return Exit::usage;
}

/// The exception that is being handled, in words and as an exit code.
Exit failure() {
  try {
    throw;
  } catch (const Reported& done) {
    return done.code();
  } catch (const UsageError& error) {
    return usage_failure(error);
  } catch (const Interrupted&) {
    return Exit::interrupted;
  } catch (const DataError& error) {
    complain(error.what());
    return Exit::data;
  } catch (const ExternalError& error) {
    complain(error.what());
    return Exit::external;
  } catch (const IoError& error) {
    complain(error.what());
    return Exit::internal;
  } catch (const std::bad_alloc&) {
    complain(msg("cli.no-memory"));
    return Exit::internal;
  } catch (const std::exception& error) {
    complain(msg("cli.internal-error", {error.what()}));
    return Exit::internal;
  }
}

}  // namespace

int run(int argc, char** argv) noexcept {
  try {
    set_up_signals();
    std::string_view program = argc > 0 ? argv[0] : "coopnet";
    if (const auto slash = program.rfind('/'); slash != std::string_view::npos)
      program.remove_prefix(slash + 1);
    return static_cast<int>(dispatch(program, argc > 1 ? Args(argv + 1, argv + argc) : Args()));
  } catch (...) {
    try {
      return static_cast<int>(failure());
    } catch (...) {
      write_err("coopnet: internal error\n");
      return static_cast<int>(Exit::internal);
    }
  }
}

}  // namespace coopnet::tools
