#include "common/actors.hpp"

#include <algorithm>
#include <vector>

#include "common/failure.hpp"
#include "common/option_set.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::tools {
namespace {

std::vector<std::string> spellings(const Actor& actor) {
  std::vector<std::string> out{actor.id,      actor.iso2,    actor.name.en,
                               actor.name.fr, actor.name.es, actor.name.ar};
  out.insert(out.end(), actor.aliases.begin(), actor.aliases.end());
  std::erase(out, "");
  return out;
}

std::vector<ActorId> named(const Dataset& data, const std::string& given) {
  if (const auto id = data.actors.find(given)) return {*id};
  const auto wanted = text::fold(given);
  std::vector<ActorId> out;
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    const auto own = spellings(data.actors.rows[i]);
    if (std::any_of(own.begin(), own.end(),
                    [&](const std::string& name) { return text::fold(name) == wanted; }))
      out.push_back(ActorId::at(i));
  }
  return out;
}

std::vector<std::string> names(const Dataset& data) {
  std::vector<std::string> out;
  for (const auto& actor : data.actors)
    for (auto& name : spellings(actor)) out.push_back(std::move(name));
  return out;
}

}  // namespace

ActorId find_actor(const Dataset& data, const Selection& selection, const char* option,
                   const std::string& given) {
  const auto found = named(data, given);
  if (found.empty()) refuse_value(option, given, names(data));
  if (found.size() > 1) {
    std::vector<std::string> ids;
    for (const ActorId actor : found) ids.push_back(data.actors[actor].id);
    throw UsageError(msg("cli.id-several", {text::inert(given), text::join(ids, ", ")}));
  }
  if (!selection.actors[found.front().index()])
    throw UsageError(msg("cli.id-left-out", {text::inert(given)}));
  return found.front();
}

}  // namespace coopnet::tools
