#include "common/actors.hpp"

#include "common/failure.hpp"
#include "common/load.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/file.hpp"

namespace coopnet::tools {
namespace {

using Verdict = intake::NameAnswer::Verdict;

[[noreturn]] void refuse(const char* option, const std::string& given,
                         const intake::NameAnswer& answer) {
  if (answer.verdict == Verdict::ambiguous)
    throw UsageError(
        msg("cli.id-several", {text::inert(given), text::inert(text::join(answer.choices, ", "))}));
  std::string line = msg("cli.unknown-value", {option, text::inert(text::shorten(given, 80))});
  if (!answer.nearest.empty()) line += msg("common.did-you-mean", {text::inert(answer.nearest)});
  throw UsageError(line);
}

ActorId named(const Dataset& data, const char* option, const std::string& given) {
  if (const auto id = data.actors.find(given)) return *id;
  const auto answer = known_names(data, false).resolve(given);
  if (answer.verdict == Verdict::found)
    if (const auto id = data.actors.find(answer.id)) return *id;
  refuse(option, given, answer);
}

}  // namespace

intake::NameIndex known_names(const Dataset& data, bool with_forums) {
  auto index = intake::name_index(data, with_forums);
  if (const auto path = installed_file("names.csv"); !path.empty()) {
    Diagnostics ours;  // the table is ours: its faults are no fault of the user
    add_names(index, io::read_csv(io::read_file(path), path, "names", {}, ours), ours, &data);
  }
  return index;
}

ActorId find_actor(const Dataset& data, const Selection& selection, const char* option,
                   const std::string& given) {
  const ActorId actor = named(data, option, given);
  if (!selection.actors[actor.index()])
    throw UsageError(msg("cli.id-left-out", {text::inert(given)}));
  return actor;
}

}  // namespace coopnet::tools
