#include "render/gaps_words.hpp"

#include "coopnet/render/names.hpp"

namespace coopnet::render {

std::string GapsWords::say(std::string_view key, std::initializer_list<MessageArg> args) const {
  const bool own = key.find('.') == std::string_view::npos;
  return message(context_.language, own ? domain_ + "." + std::string(key) : std::string(key),
                 args);
}

Column GapsWords::column(const char* key, ColumnType type, Importance importance,
                         bool marked) const {
  return {key, say(std::string("column-") + key), type, importance, marked};
}

Column GapsWords::decimals(const char* key, int decimals, Importance importance) const {
  Column out = column(key, ColumnType::number, importance);
  out.decimals = decimals;
  return out;
}

std::string GapsWords::code(ActorId actor) const {
  return actor_code(data_, actor, context_.language);
}
std::string GapsWords::name(ActorId actor) const {
  return actor_name(data_, actor, context_.language);
}
std::string GapsWords::forum(ForumId forum) const { return forum_code(data_, forum); }
std::string GapsWords::tag(TagId tag, bool full) const {
  return tag_name(data_, tag, context_.language, full);
}
std::string GapsWords::region(RegionId region) const {
  return region_name(data_, region, context_.language);
}

List GapsWords::tags(const std::vector<TagUse>& uses) const {
  List out;
  for (const auto& use : uses) out.push_back({tag(use.id, false), use.stated});
  return out;
}

List GapsWords::tag_ids(const std::vector<TagUse>& uses) const {
  List out;
  for (const auto& use : uses) out.push_back({data_.tags[use.id].id, use.stated});
  return out;
}

Cell GapsWords::yes_no(bool value) const { return say(value ? "common.yes" : "common.no"); }

std::string GapsWords::where() const {
  if (context_.regions.empty()) return say("gaps.all-regions");
  std::vector<std::string> names;
  for (const RegionId r : context_.regions) names.push_back(region(r));
  return in_words(names, context_.language);
}

void GapsWords::close(Table& table) const {
  if (context_.stated_only) table.notes.push_back(say("gaps.stated-only"));
  if (has_inferred(table)) table.notes.push_back(say("common.inferred-note"));
}

}  // namespace coopnet::render
