#include "coopnet/model/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "coopnet/core/text.hpp"
#include "full_columns.hpp"

namespace coopnet {
namespace {

using schema::Spec;

class Checker {
 public:
  Checker(const Dataset& data, Diagnostics& findings) : data_(data), findings_(findings) {}

  void run() {
    check_claims();
    check_same_pledges();
    check_answers();
    check_memberships();
    check_parties();
    check_parents();
    check_event_order();
    findings_.sort();
  }

 private:
  void warn(std::string code, Place where, std::string field, std::string value,
            std::vector<std::string> args) {
    findings_.report(Severity::warning, std::move(code), std::move(where), std::move(field),
                     std::move(value), std::move(args), "");
  }

  // Claims: "event/E14" + "date" leads to the cell of that row.
  struct Subject {
    bool found = false;
    bool known_field = false;
    std::string value;  ///< what the row itself says
    std::string source;
  };

  Subject look_up(std::string_view subject, std::string_view field) const {
    Subject out;
    const auto slash = subject.find('/');
    if (slash == std::string_view::npos) return out;
    const auto kind = subject.substr(0, slash);
    const auto id = subject.substr(slash + 1);
    schema::for_each_table([&]<class R>() {
      if constexpr (schema::has_id<R>) {
        if (out.found || Spec<R>::name.substr(0, kind.size()) != kind ||
            Spec<R>::name.size() > kind.size() + 1)
          return;
        const auto& table = Spec<R>::rows(data_);
        const auto row = table.find(id);
        if (!row) return;
        out.found = true;
        out.source = table[*row].source;
        for (const auto& column : schema::full_columns<R>(data_.info)) {
          if (column.name != field) continue;
          out.known_field = true;
          out.value = schema::write_cell(data_, column, table[*row]);
        }
      }
    });
    return out;
  }

  /// Claims on one field agree, or every two different values are reported with their sources.
  void check_claims() {
    std::map<std::pair<std::string, std::string>, std::vector<const Claim*>> by_field;
    for (const auto& claim : data_.claims) by_field[{claim.subject, claim.field}].push_back(&claim);
    for (const auto& [key, claims] : by_field) {
      const auto& [subject, field] = key;
      const auto row = look_up(subject, field);
      const Place where{data_.claims.file, claims.front()->line, 0};
      if (!row.found) {
        warn("claim-subject-unknown", where, "subject", subject, {subject});
        continue;
      }
      std::set<std::string> values;
      const Claim* first = claims.front();
      bool disagree = false;
      for (const Claim* claim : claims) {
        if (!values.insert(claim->value).second || claim == first) continue;
        disagree = true;
        warn("claims-disagree", {data_.claims.file, claim->line, 0}, field, claim->value,
             {subject, first->value, with_note(*first), claim->value, with_note(*claim)});
      }
      if (!disagree && row.known_field && !row.value.empty() && !values.contains(row.value))
        warn("claim-differs-from-row", where, field, first->value,
             {subject, row.value, row.source, first->value, with_note(*first)});
    }
  }

  static std::string with_note(const Claim& claim) {
    return claim.note.empty() ? claim.source : claim.source + " (" + claim.note + ")";
  }

  /// Two rows that may be one pledge: the same folded title, or one joint pledge entered by two of
  /// its parties (same tags, same year, each of several actors, one actor in common).
  void check_same_pledges() {
    std::map<std::string, std::vector<PledgeId>> by_title;
    std::map<std::tuple<std::vector<TagUse>, std::string, ActorId>, std::vector<PledgeId>> by_deal;
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto id = PledgeId::at(i);
      const auto& pledge = data_.pledges[id];
      if (!pledge.title.empty()) by_title[text::fold(pledge.title)].push_back(id);
      if (pledge.actors.size() < 2 || pledge.tags.empty()) continue;
      for (const auto actor : pledge.actors)
        by_deal[{pledge.tags, pledge.year.text, actor}].push_back(id);
    }
    std::set<std::pair<PledgeId, PledgeId>> reported;
    for (const auto& [title, ids] : by_title) report_same(ids, "title", reported);
    for (const auto& [deal, ids] : by_deal) report_same(ids, "tags, year and an actor", reported);
  }

  void report_same(const std::vector<PledgeId>& ids, const char* shared,
                   std::set<std::pair<PledgeId, PledgeId>>& reported) {
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (!reported.emplace(ids[i - 1], ids[i]).second) continue;
      warn("looks-like-one-pledge", data_.pledges.place(ids[i]), "", data_.pledges[ids[i]].id,
           {data_.pledges[ids[i - 1]].id, shared});
    }
  }

  void check_answers() {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto id = PledgeId::at(i);
      const auto& pledge = data_.pledges[id];
      for (const auto& target : pledge.answers)
        if (!data_.pledges.find(target))
          warn("answers-not-recorded", data_.pledges.place(id), "answers", target, {pledge.id});
    }
  }

  void check_memberships() {
    std::map<std::tuple<ForumId, ActorId, MemberRole, std::string, std::string>, std::uint32_t>
        seen;
    std::set<std::pair<ForumId, ActorId>> observers;
    for (const auto& m : data_.memberships)
      if (m.role == MemberRole::observer) observers.emplace(m.forum, m.actor);
    for (const auto& m : data_.memberships) {
      const Place where{data_.memberships.file, m.line, 0};
      const auto& forum = data_.forums[m.forum];
      const auto& actor = data_.actors[m.actor];
      const bool joins = m.role == MemberRole::member || m.role == MemberRole::unknown;
      if (joins && !forum.may_join.empty() &&
          !std::binary_search(forum.may_join.begin(), forum.may_join.end(), m.actor))
        warn("outside-may-join", where, "actor", actor.id, {actor.id, forum.id});
      if (!seen.try_emplace({m.forum, m.actor, m.role, m.from.text, m.to.text}, m.line).second)
        warn("member-twice", where, "actor", actor.id,
             {forum.id, actor.id, std::string(word(m.role))});
      if (joins && observers.contains({m.forum, m.actor}))
        warn("member-twice", where, "actor", actor.id, {forum.id, actor.id, "member and observer"});
    }
  }

  void check_parties() {
    std::vector<std::set<ActorId>> parties(data_.agreements.size());
    for (const auto& party : data_.parties) parties[party.agreement.index()].insert(party.actor);
    for (std::size_t i = 0; i < parties.size(); ++i)
      if (parties[i].size() < 2)
        warn("agreement-one-party", data_.agreements.place(AgreementId::at(i)), "",
             data_.agreements[AgreementId::at(i)].id, {std::to_string(parties[i].size())});
  }

  void error(std::string code, Place where, std::string field, std::string value,
             std::vector<std::string> args) {
    findings_.report(Severity::error, std::move(code), std::move(where), std::move(field),
                     std::move(value), std::move(args), "");
  }

  void check_parents() {
    // 0: not visited, 1: on the current chain, 2: leads to no cycle.
    std::vector<std::uint8_t> state(data_.actors.size());
    for (std::size_t i = 0; i < state.size(); ++i) {
      std::vector<ActorId> chain;
      auto at = std::optional(ActorId::at(i));
      while (at && state[at->index()] == 0) {
        state[at->index()] = 1;
        chain.push_back(*at);
        at = data_.actors[*at].parent;
      }
      if (at && state[at->index()] == 1)
        error("cycle-in-parents", data_.actors.place(*at), "parent", data_.actors[*at].id, {});
      for (const auto id : chain) state[id.index()] = 2;
    }
  }

  /// Depth-first search over "feeds into" with its own stack: a cycle is named, in order.
  void check_event_order() {
    std::vector<std::uint8_t> state(data_.events.size());
    for (std::size_t i = 0; i < state.size(); ++i) {
      if (state[i] != 0) continue;
      std::vector<std::pair<EventId, std::size_t>> path{{EventId::at(i), 0}};
      state[i] = 1;
      while (!path.empty()) {
        auto& [id, next] = path.back();
        const auto& targets = data_.events[id].feeds_into;
        if (next == targets.size()) {
          state[id.index()] = 2;
          path.pop_back();
          continue;
        }
        const EventId target = targets[next++];
        if (state[target.index()] == 1) {
          report_event_cycle(path, target);
        } else if (state[target.index()] == 0) {
          state[target.index()] = 1;
          path.emplace_back(target, 0);
        }
      }
    }
  }

  void report_event_cycle(const std::vector<std::pair<EventId, std::size_t>>& path,
                          EventId target) {
    std::string names;
    bool on_cycle = false;
    for (const auto& [id, next] : path) {
      on_cycle = on_cycle || id == target;
      if (on_cycle) names += data_.events[id].id + " > ";
    }
    error("cycle-in-events", data_.events.place(target), "feeds_into", data_.events[target].id,
          {names + data_.events[target].id});
  }

  const Dataset& data_;
  Diagnostics& findings_;
};

}  // namespace

void check_dataset(const Dataset& data, Diagnostics& findings) { Checker(data, findings).run(); }

}  // namespace coopnet
