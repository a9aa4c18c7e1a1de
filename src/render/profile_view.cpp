#include "coopnet/render/profile_view.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class ProfileTables {
 public:
  ProfileTables(const Profile& profile, const ProfileContext& context)
      : profile_(profile),
        context_(context),
        data_(context.data),
        relations_(context.relations),
        name_(actor_name(context.data, profile.who, context.language)) {}

  std::vector<NamedTable> make() const {
    return {subjects(), next(), ties(), connectors(), records()};
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, "profile." + std::string(key), args);
  }
  Column column(const char* key, ColumnType type, Importance importance,
                bool marked = false) const {
    Column out{key, say(std::string("column-") + key), type, importance, marked};
    out.undefined = type == number;
    return out;
  }
  std::string tag(TagId id, bool full) const {
    return tag_name(data_, id, context_.language, full);
  }
  std::string code(ActorId actor) const { return actor_code(data_, actor, context_.language); }

  void close(Table& t) const {
    if (context_.stated_only) t.notes.push_back(message(context_.language, "gaps.stated-only"));
  }

  // --- subjects ---

  NamedTable subjects() const {
    Table t;
    const auto& facet = data_.info.facets[context_.options.facet].label;
    t.caption = say("caption-subjects", {name_, facet});
    t.columns = {column("subject", text, essential),    column("own", integer, essential),
                 column("practices", integer, normal),  column("plans", integer, extra),
                 column("needs", integer, normal),      column("region", integer, essential),
                 column("all", integer, essential),     column("expected", number, normal),
                 column("reading", text, essential),    column("quotient", number, extra),
                 column("quotient_low", number, extra), column("quotient_high", number, extra),
                 column("subject_id", text, extra)};
    mark_counts(t, {"own", "practices", "plans", "needs", "region", "all"});
    for (const auto& row : profile_.subjects) {
      const auto quotient = [&](double algo::LocationQuotient::*part) {
        return row.quotient ? Cell((*row.quotient).*part) : Cell();
      };
      t.add({tag(row.tag, true), row.own, row.practices, row.plans, row.needs, row.region, row.all,
             row.expected, reading(row), quotient(&algo::LocationQuotient::value),
             quotient(&algo::LocationQuotient::low), quotient(&algo::LocationQuotient::high),
             data_.tags[row.tag].id});
    }
    if (t.rows.empty()) t.empty_reason = say("no-subjects", {facet});
    t.notes = who_it_is();
    t.notes.push_back(
        say("counts", {profile_.pledges, name_, profile_.region_pledges, region_names(),
                       profile_.region_with_pledge, profile_.region_actors, profile_.all_pledges,
                       profile_.all_with_pledge, profile_.all_actors, context_.as_of}));
    t.notes.push_back(say("expected-note"));
    if (profile_.pledges == 0) t.notes.push_back(say("no-pledge", {name_}));
    if (!data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    close(t);
    return {"subjects", std::move(t)};
  }

  std::string region_names() const {
    std::vector<std::string> names;
    for (const RegionId region : profile_.regions)
      names.push_back(region_name(data_, region, context_.language));
    return names.empty() ? say("region-unknown") : in_words(names, context_.language);
  }

  std::vector<std::string> who_it_is() const {
    const auto& actor = data_.actors[profile_.who];
    std::vector<std::string> out;
    out.push_back(
        say("who", {name_, actor_kinds_in_words({actor.kind}, context_.language), region_names()}));
    if (!actor.champion_known_by.text.empty())
      out.push_back(say("champion", {actor.champion_since.text, actor.champion_known_by.text,
                                     actor.champion_source}));
    return out;
  }

  std::string reading(const ProfileSubject& row) const {
    static constexpr std::array keys{"strong",    "as-elsewhere",  "fewer",
                                     "none-here", "none-anywhere", "unknown"};
    return say(std::string("reading-") + keys[static_cast<std::size_t>(row.reading)], {row.all});
  }

  // --- next ---

  NamedTable next() const {
    Table t;
    t.caption = say("caption-next", {name_});
    t.columns = {column("subject", text, essential),
                 column("density", number, essential),
                 column("related", ColumnType::list, essential),
                 column("who_has_it", ColumnType::list, normal),
                 column("with_tie", integer, normal),
                 column("subject_id", text, extra)};
    mark_counts(t, {"with_tie"});
    for (const auto& row : profile_.next) {
      List related, actors;
      for (const TagId own : row.related) related.push_back({tag(own, false)});
      for (const ActorId actor : row.actors) actors.push_back({code(actor)});
      t.add(
          {tag(row.tag, true), row.density, related, actors, row.with_tie, data_.tags[row.tag].id});
    }
    if (t.rows.empty()) t.empty_reason = say("no-next", {name_});
    if (!t.rows.empty())
      t.notes.push_back(say("next-note", {profile_.next.size(), profile_.next_found, name_}));
    close(t);
    return {"next", std::move(t)};
  }

  // --- ties ---

  NamedTable ties() const {
    Table t;
    t.caption = say("caption-ties", {name_});
    t.columns = {column("kind", text, essential),
                 column("what", text, essential),
                 column("with", ColumnType::list, essential),
                 column("since", text, normal),
                 column("row", text, extra),
                 column("source", text, extra)};
    forums(t);
    agreements(t);
    common_pledges(t);
    if (t.rows.empty()) t.empty_reason = say("no-ties", {name_});
    if (!t.rows.empty()) t.notes.push_back(say("ties-note", {profile_.tied_actors}));
    close(t);
    return {"ties", std::move(t)};
  }

  void forums(Table& t) const {
    for (const ForumId forum : relations_.actor_forum.rights(profile_.who)) {
      std::vector<std::string> roles;
      std::string since, source;
      for (const auto& m : data_.memberships) {
        if (m.forum != forum || m.actor != profile_.who) continue;
        roles.emplace_back(say(std::string("role-") + std::string(word(m.role))));
        if (since.empty()) since = m.from.text.empty() ? m.as_of.text : m.from.text;
        if (source.empty()) source = m.source;
      }
      const auto others = relations_.actor_forum.lefts(forum).size() - 1;
      t.add({say("kind-forum", {in_words(roles, context_.language)}), forum_code(data_, forum),
             List{{say("others", {others})}}, known(since), data_.forums[forum].id, known(source)});
    }
  }

  static Cell known(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

  void agreements(Table& t) const {
    for (const AgreementId id : relations_.actor_agreement.rights(profile_.who)) {
      const auto& row = data_.agreements[id];
      List with;
      for (const ActorId other : relations_.actor_agreement.lefts(id))
        if (other != profile_.who) with.push_back({code(other)});
      t.add({say(std::string("kind-") + std::string(word(row.kind))),
             row.title.empty() ? row.id : row.title, with, known(row.year.text), row.id,
             known(row.source)});
    }
  }

  void common_pledges(Table& t) const {
    for (const PledgeId id : relations_.actor_pledge.rights(profile_.who)) {
      List with;
      for (const ActorId other : relations_.actor_pledge.lefts(id))
        if (other != profile_.who) with.push_back({code(other)});
      if (with.empty()) continue;
      const auto& row = data_.pledges[id];
      t.add({say("kind-pledge"), pledge_title(row), with, known(row.year.text), row.id,
             known(row.source)});
    }
  }

  // --- connectors ---

  NamedTable connectors() const {
    Table t;
    t.caption = say("caption-connectors", {name_});
    t.columns = {column("who", text, essential), column("leads_to", integer, essential),
                 column("shared", integer, essential), column("champion", text, normal),
                 column("id", text, extra)};
    for (const auto& row : profile_.connectors)
      t.add({actor_name(data_, row.actor, context_.language), row.leads_to, row.shared,
             message(context_.language, row.champion ? "common.yes" : "common.no"),
             data_.actors[row.actor].id});
    if (t.rows.empty()) t.empty_reason = say("no-connectors", {name_});
    if (!t.rows.empty())
      t.notes.push_back(
          say("connectors-note", {profile_.connectors.size(), profile_.tied_actors, name_}));
    close(t);
    return {"connectors", std::move(t)};
  }

  // --- records ---

  template <class RowId>
  List tags_of(const graph::Incidence<RowId, TagId>& relation, RowId row) const {
    List out;
    const auto tags = relation.rights(row);
    for (std::size_t i = 0; i < tags.size(); ++i)
      if (data_.tags[tags[i]].facet == context_.options.facet)
        out.push_back({tag(tags[i], false), relation.left_stated(row, i)});
    return out;
  }

  NamedTable records() const {
    Table t;
    t.caption = say("caption-records", {name_});
    t.columns = {
        column("row", text, essential),  column("kind", text, essential, true),
        column("what", text, essential), column("subjects", ColumnType::list, essential, true),
        column("since", text, normal),   column("source", text, extra)};
    for (const PledgeId id : relations_.actor_pledge.rights(profile_.who)) {
      const auto& row = data_.pledges[id];
      const bool counts = row.status.stated || !context_.stated_only;
      const auto status = counts ? row.status.value : Status::unknown;
      const auto words =
          say("record-pledge", {say(std::string("status-") + std::string(word(status)))});
      const bool marked = counts && !row.status.stated;
      t.add({row.id, Item{words, !marked}, pledge_title(row), tags_of(relations_.pledge_tag, id),
             known(row.year.text), known(row.source)});
    }
    for (const PracticeId id : relations_.actor_practice.rights(profile_.who)) {
      const auto& row = data_.practices[id];
      t.add({row.id, say(std::string("record-") + std::string(word(row.kind))), row.summary,
             tags_of(relations_.practice_tag, id), known(row.year.text), known(row.source)});
    }
    if (t.rows.empty()) t.empty_reason = say("no-records", {name_});
    if (has_inferred(t)) t.notes.push_back(message(context_.language, "common.inferred-note"));
    close(t);
    return {"records", std::move(t)};
  }

  const Profile& profile_;
  const ProfileContext& context_;
  const Dataset& data_;
  const Relations& relations_;
  std::string name_;
};

}  // namespace

std::vector<NamedTable> profile_tables(const Profile& profile, const ProfileContext& context) {
  return ProfileTables(profile, context).make();
}

}  // namespace coopnet::render
