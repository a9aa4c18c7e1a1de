#include "coopnet/network/relations.hpp"

namespace coopnet {
namespace {

using graph::Incidence;
using graph::Link;

template <class Left, class Right>
Incidence<Left, Right> incidence(std::size_t left, std::size_t right,
                                 const std::vector<Link<Left, Right>>& links) {
  return Incidence<Left, Right>(left, right, links);
}

class Builder {
 public:
  Builder(const Dataset& data, const Selection& selection)
      : data_(data), selection_(selection), preferred_(data.preferred_tags()) {}

  /// Links of each kept row of `table` to the rows listed in it.
  template <class RowId, class Table, class List>
  auto to_actors(const Table& table, const std::vector<bool>& kept_rows, List list) const {
    std::vector<Link<ActorId, RowId>> links;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (!kept_rows[i]) continue;
      const auto id = RowId::at(i);
      for (const ActorId actor : list(table[id]))
        if (selection_.actors[actor.index()]) links.push_back({actor, id, id.value, true});
    }
    return incidence(data_.actors.size(), table.size(), links);
  }

  template <class RowId, class Table>
  auto tags(const Table& table, const std::vector<bool>& kept_rows) const {
    std::vector<Link<RowId, TagId>> links;
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (!kept_rows[i]) continue;
      const auto id = RowId::at(i);
      for (const auto& use : table[id].tags)
        if (use.stated || !selection_.stated_only)
          links.push_back({id, preferred_[use.id.index()], id.value, use.stated});
    }
    return incidence(table.size(), data_.tags.size(), links);
  }

  auto memberships() const {
    std::vector<Link<ActorId, ForumId>> links;
    for (std::size_t i = 0; i < data_.memberships.size(); ++i) {
      const auto& m = data_.memberships.rows[i];
      if (selection_.actors[m.actor.index()] && selection_.forums[m.forum.index()])
        links.push_back({m.actor, m.forum, static_cast<std::uint32_t>(i), true});
    }
    return incidence(data_.actors.size(), data_.forums.size(), links);
  }

  auto parties() const {
    std::vector<Link<ActorId, AgreementId>> links;
    for (std::size_t i = 0; i < data_.parties.size(); ++i) {
      const auto& p = data_.parties.rows[i];
      if (selection_.actors[p.actor.index()] && selection_.agreements[p.agreement.index()])
        links.push_back({p.actor, p.agreement, static_cast<std::uint32_t>(i), true});
    }
    return incidence(data_.actors.size(), data_.agreements.size(), links);
  }

  auto exchanges() const {
    std::vector<std::vector<ActorId>> shared(data_.agreements.size());
    for (const auto& p : data_.parties)
      if (p.role == PartyRole::shared && selection_.actors[p.actor.index()])
        shared[p.agreement.index()].push_back(p.actor);
    std::vector<Link<ActorId, ActorId>> links;
    for (const auto& p : data_.parties) {
      if (p.role != PartyRole::learned || !selection_.actors[p.actor.index()] ||
          !selection_.agreements[p.agreement.index()])
        continue;
      for (const ActorId from : shared[p.agreement.index()])
        links.push_back({from, p.actor, p.agreement.value, true});
    }
    return incidence(data_.actors.size(), data_.actors.size(), links);
  }

  auto forum_events() const {
    std::vector<Link<ForumId, EventId>> links;
    for (std::size_t i = 0; i < data_.events.size(); ++i) {
      const auto id = EventId::at(i);
      for (const ForumId forum : data_.events[id].organising_forums)
        if (selection_.events[i] && selection_.forums[forum.index()])
          links.push_back({forum, id, id.value, true});
    }
    return incidence(data_.forums.size(), data_.events.size(), links);
  }

 private:
  const Dataset& data_;
  const Selection& selection_;
  std::vector<TagId> preferred_;
};

}  // namespace

std::size_t Relations::bytes() const {
  return actor_pledge.memory_bytes() + pledge_tag.memory_bytes() + actor_practice.memory_bytes() +
         practice_tag.memory_bytes() + actor_forum.memory_bytes() + forum_tag.memory_bytes() +
         actor_agreement.memory_bytes() + agreement_tag.memory_bytes() +
         organiser_event.memory_bytes() + forum_event.memory_bytes() + event_tag.memory_bytes() +
         exchange.memory_bytes();
}

Relations build_relations(const Dataset& data, const Selection& selection) {
  const Builder build(data, selection);
  const auto pledge_actors = [](const Pledge& p) -> const std::vector<ActorId>& {
    return p.actors;
  };
  const auto practice_actor = [](const Practice& p) { return std::vector{p.actor}; };
  const auto organisers = [](const Event& e) -> const std::vector<ActorId>& {
    return e.organisers;
  };
  Relations out;
  out.actor_pledge = build.to_actors<PledgeId>(data.pledges, selection.pledges, pledge_actors);
  out.pledge_tag = build.tags<PledgeId>(data.pledges, selection.pledges);
  out.actor_practice =
      build.to_actors<PracticeId>(data.practices, selection.practices, practice_actor);
  out.practice_tag = build.tags<PracticeId>(data.practices, selection.practices);
  out.actor_forum = build.memberships();
  out.forum_tag = build.tags<ForumId>(data.forums, selection.forums);
  out.actor_agreement = build.parties();
  out.agreement_tag = build.tags<AgreementId>(data.agreements, selection.agreements);
  out.organiser_event = build.to_actors<EventId>(data.events, selection.events, organisers);
  out.forum_event = build.forum_events();
  out.event_tag = build.tags<EventId>(data.events, selection.events);
  out.exchange = build.exchanges();
  return out;
}

}  // namespace coopnet
