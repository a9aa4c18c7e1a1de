#include "coopnet/core/sha256.hpp"
#include "coopnet/core/text.hpp"
#include "intake/import_cells.hpp"

namespace coopnet::intake {

using Verdict = NameAnswer::Verdict;

Cast::Cast(const Framework& framework, NameIndex& names, ImportReport& report)
    : framework_(framework), names_(names), report_(report) {}

bool Cast::is_forum(std::string_view id) const {
  return own_forums_.contains(id) || framework_.data.forums.find(id).has_value();
}

/// An id made of a name: no actor or forum has it yet. A long one is cut, and told from others that
/// begin alike by some letters of its hash; so is one without letters or digits.
std::string Cast::fresh_id(std::string_view name) {
  constexpr std::size_t longest = 60, hash_letters = 6;
  std::string base = text::slug(name);
  if (base.empty() || text::length(base) > longest) {
    const auto cut = text::slug(text::shorten(base, longest - hash_letters));
    base = (cut.empty() ? "actor" : cut) + "-" + sha256_hex(name).substr(0, hash_letters);
  }
  std::string id = base;
  for (std::size_t n = 2; framework_.data.actors.find(id) || is_forum(id) || ids_.contains(id); ++n)
    id = base + "-" + std::to_string(n);
  ids_.insert(id);
  return id;
}

std::string Cast::introduce(std::string_view own_id, const std::vector<std::string>& spellings,
                            bool is_forum_row) {
  std::string id;
  for (const auto& spelling : spellings) {
    const auto answer = names_.resolve(spelling);
    if (answer.verdict != Verdict::found || is_forum(answer.id) != is_forum_row) continue;
    id = answer.id;
    break;
  }
  if (id.empty()) {
    const bool usable = !own_id.empty() && !own_id.starts_with('~') &&
                        own_id.find(';') == std::string_view::npos && !ids_.contains(own_id) &&
                        !framework_.data.actors.find(own_id) && !is_forum(own_id);
    if (usable)
      ids_.insert(id = own_id);
    else
      id = fresh_id(spellings.empty() ? own_id : std::string_view(spellings.front()));
  }
  if (is_forum_row) own_forums_.insert(id);
  own_.insert(id);
  if (!own_id.empty()) names_.add(own_id, id, NameSource::id);
  for (const auto& spelling : spellings) names_.add(spelling, id, NameSource::name);
  return id;
}

std::string Cast::actor_of(const WrittenNames::Item& item, const RawCell& place) {
  std::string id;
  const bool known = item.answer.verdict == Verdict::found && !is_forum(item.answer.id);
  if (known) {
    ++report_.names[static_cast<std::size_t>(item.answer.source)];
    id = item.answer.id;
  } else {
    // Spellings that differ in signs and capitals only are one new actor.
    const auto slug = text::slug(item.written);
    auto& made = made_[slug.empty() ? item.written : slug];
    if (made.empty()) {
      made = fresh_id(item.written);
      ++report_.new_actors;
    }
    id = made;
  }
  auto& facts = actors_[id];
  if (facts.place.line == 0) facts.place = place;
  if (!framework_.data.actors.find(id) && !own_.contains(id)) {
    const auto name = facts.cells.try_emplace("name", item.written).first;
    if (item.written < name->second) name->second = item.written;  // for any order of rows
  }
  return id;
}

}  // namespace coopnet::intake
