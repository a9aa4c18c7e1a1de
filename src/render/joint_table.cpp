#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "coopnet/render/synergy_view.hpp"

namespace coopnet::render {
namespace {

std::string say(const SynergyContext& context, std::string_view key,
                std::initializer_list<MessageArg> args = {}) {
  return message(context.language, key, args);
}

Column column(const SynergyContext& context, const char* key, ColumnType type,
              Importance importance) {
  return {key, say(context, std::string("joint.column-") + key), type, importance};
}

void common_notes(Table& table, const SynergyContext& context, std::size_t shown, std::size_t found,
                  bool complete, std::size_t items, std::string_view of_key) {
  table.notes.push_back(
      say(context, "joint.counts", {shown, found, say(context, of_key, {items}), context.as_of}));
  if (!context.data.info.sample_of.empty()) table.notes.push_back(context.data.info.sample_of);
  if (!complete) table.notes.push_back(say(context, "joint.incomplete"));
}

}  // namespace

Table joint_groups_table(const JointGroups& groups, const SynergyContext& context) {
  const auto& data = context.data;
  Table table;
  table.caption = say(context, "joint.groups-caption");
  using enum ColumnType;
  using enum Importance;
  table.columns = {
      column(context, "score", number, essential), column(context, "objective", text, essential),
      column(context, "actors", list, essential),  column(context, "pledges", list, extra),
      column(context, "regions", list, normal),    column(context, "shared_by_all", list, normal)};
  for (const auto& group : groups.groups) {
    List actors, pledges, regions, shared;
    for (const ActorId a : group.actors) actors.push_back({actor_code(data, a, context.language)});
    for (const auto item : group.items) pledges.push_back({item_id(groups.items, item, data)});
    for (const RegionId r : group.regions)
      regions.push_back({region_name(data, r, context.language)});
    for (const TagId t : group.shared_by_all)
      if (t != group.tag) shared.push_back({tag_name(data, t, context.language, false)});
    table.add({group.mean_score, tag_name(data, group.tag, context.language, true), actors, pledges,
               regions, shared});
  }
  table.notes.push_back(say(context, "joint.groups-definition"));
  common_notes(table, context, groups.groups.size(), groups.found, groups.complete,
               groups.items.size(), "synergy.recorded-pledges");
  if (table.rows.empty())
    table.empty_reason = say(context, "joint.groups-none", {groups.items.size()});
  return table;
}

Table triples_table(const Triples& triples, const SynergyContext& context) {
  const auto& data = context.data;
  Table table;
  table.caption = say(context, "joint.triples-caption");
  using enum ColumnType;
  using enum Importance;
  table.columns = {
      column(context, "score", number, essential), column(context, "objective", text, essential),
      column(context, "state", text, essential), column(context, "un_entity", text, essential),
      column(context, "civil_society", text, essential)};
  for (const auto& triple : triples.triples) {
    const auto actor = [&](std::size_t k) {
      return actor_name(data, ActorId(triples.items.row[triple.items[k]]), context.language);
    };
    table.add({triple.mean_score, tag_name(data, triple.tag, context.language, true), actor(0),
               actor(1), actor(2)});
  }
  table.notes.push_back(
      say(context, "joint.triples-definition",
          {triples.actors_of_kind[0], triples.actors_of_kind[1], triples.actors_of_kind[2]}));
  common_notes(table, context, triples.triples.size(), triples.found, triples.complete,
               triples.items.size(), "synergy.recorded-actors");
  if (table.rows.empty())
    table.empty_reason =
        say(context, "joint.triples-none",
            {triples.actors_of_kind[0], triples.actors_of_kind[1], triples.actors_of_kind[2]});
  return table;
}

}  // namespace coopnet::render
