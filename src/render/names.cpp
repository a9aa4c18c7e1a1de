#include "coopnet/render/names.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"

namespace coopnet::render {

const std::string& label(const Names& names, Language language) {
  const auto& wanted = [&]() -> const std::string& {
    switch (language) {
      case Language::fr:
        return names.fr;
      case Language::es:
        return names.es;
      case Language::ar:
        return names.ar;
      case Language::en:
        break;
    }
    return names.en;
  }();
  return wanted.empty() ? names.en : wanted;
}

std::string actor_name(const Dataset& data, ActorId actor, Language language) {
  const auto& row = data.actors[actor];
  const auto& name = label(row.name, language);
  return name.empty() ? row.id : name;
}

std::string actor_code(const Dataset& data, ActorId actor, Language language) {
  const auto& row = data.actors[actor];
  const bool has_code = row.kind == ActorKind::state || !row.iso2.empty();
  return has_code ? row.id : actor_name(data, actor, language);
}

std::string forum_code(const Dataset& data, ForumId forum) {
  const auto& row = data.forums[forum];
  if (!row.acronym.empty()) return row.acronym;
  const bool has_short_name =
      !row.aliases.empty() && row.aliases.front().size() < row.name.en.size();
  return has_short_name ? row.aliases.front() : row.name.en;
}

const std::string& pledge_title(const Pledge& pledge) {
  return pledge.title.empty() ? pledge.id : pledge.title;
}

std::string pledge_line(const Dataset& data, PledgeId pledge, Language language) {
  std::vector<std::string> actors;
  for (const ActorId actor : data.pledges[pledge].actors)
    actors.push_back(actor_code(data, actor, language));
  const auto who = text::join(actors, ", ");
  const auto& title = pledge_title(data.pledges[pledge]);
  return title.starts_with(who) ? title : who + ": " + title;
}

std::string agreement_name(const Dataset& data, AgreementId agreement) {
  const auto& row = data.agreements[agreement];
  std::string out = row.title.empty() ? row.id : row.title;
  if (!row.year.text.empty()) out += " (" + row.year.text + ")";
  return out;
}

std::string tag_name(const Dataset& data, TagId tag, Language language, bool full) {
  const auto& row = data.tags[tag];
  const auto& name = label(row.label, language);
  const bool numbered = text::parse_unsigned(row.key).has_value();
  if (!numbered) return name.empty() ? row.key : name;
  return full && name != row.key && !name.empty() ? row.key + " " + name : row.key;
}

std::string region_name(const Dataset& data, RegionId region, Language language) {
  const auto& row = data.regions[region];
  const auto& name = label(row.label, language);
  return name.empty() ? row.id : name;
}

std::string actor_kinds_in_words(const std::vector<ActorKind>& kinds, Language language) {
  if (kinds.empty()) return message(language, "common.kind-any");
  std::vector<std::string> names;
  for (const auto kind : kinds) {
    std::string key(word(kind));
    std::replace(key.begin(), key.end(), '_', '-');
    names.push_back(message(language, "common.kind-" + key));
  }
  return in_words(names, language);
}

std::string in_words(const std::vector<std::string>& items, Language language) {
  if (items.size() < 2) return text::join(items, "");
  const std::vector<std::string> head(items.begin(), items.end() - 1);
  return message(language, "common.and", {text::join(head, ", "), items.back()});
}

}  // namespace coopnet::render
