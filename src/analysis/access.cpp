#include "coopnet/analysis/access.hpp"

#include <algorithm>
#include <unordered_set>

#include "analysis/sorted.hpp"
#include "analysis/support.hpp"
#include "coopnet/algo/gini.hpp"
#include "coopnet/network/meeting_points.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

bool leads(MemberRole role) {
  return role == MemberRole::chair || role == MemberRole::secretariat || role == MemberRole::lead;
}

Spread spread_of(const std::vector<std::uint32_t>& values) {
  Spread out;
  for (const auto value : values) {
    out.total += value;
    out.none += value == 0 ? 1U : 0U;
    out.highest = std::max<std::size_t>(out.highest, value);
  }
  if (out.total == 0) return out;
  out.gini = algo::gini(values)->value();
  out.top_two = algo::top_share(values, 2)->value();
  double squares = 0;
  for (const auto value : values) squares += static_cast<double>(value) * value;
  out.herfindahl = squares / (static_cast<double>(out.total) * static_cast<double>(out.total));
  return out;
}

class AccessFinder {
 public:
  AccessFinder(const Dataset& data, const Relations& relations, const Selection& selection,
               const AccessOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        scope_(data, selection, options.scheme, options.regions, options.kinds) {}

  Access run() {
    find_answered();
    find_leads();
    count_rows();
    count_leaders();
    return std::move(out_);
  }

 private:
  void find_answered() {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto& pledge = data_.pledges.rows[i];
      if (selection_.pledges[i] && is_support(selection_.seen(pledge.commitment)))
        answered_.insert(pledge.answers.begin(), pledge.answers.end());
    }
  }

  /// A lead counts once a forum and once a meeting, whatever the number of roles.
  void find_leads() {
    leads_.assign(data_.actors.size(), 0);
    std::vector<std::pair<ActorId, ForumId>> chairs;
    for (const auto& m : data_.memberships)
      if (leads(m.role) && selection_.actors[m.actor.index()] &&
          selection_.forums[m.forum.index()] && forum_counts(m.forum))
        chairs.emplace_back(m.actor, m.forum);
    sort_unique(chairs);
    for (const auto& [actor, forum] : chairs) ++leads_[actor.index()];
    for (std::size_t i = 0; i < data_.actors.size(); ++i)
      for (const EventId event : relations_.organiser_event.rights(ActorId::at(i)))
        leads_[i] += event_counts(event) ? 1U : 0U;
  }

  bool forum_counts(ForumId forum) const {
    return any_there(relations_.actor_forum.lefts(forum)) ||
           scope_.wants_any(data_.forums[forum].regions);
  }

  bool event_counts(EventId event) const {
    return any_there(relations_.organiser_event.lefts(event)) ||
           scope_.wants_any(data_.events[event].regions);
  }

  bool any_there(std::span<const ActorId> actors) const {
    return std::any_of(actors.begin(), actors.end(),
                       [&](ActorId a) { return scope_.lies_there(a); });
  }

  void count_rows() {
    const auto meetings = build_meeting_points(relations_, {.forums = false});
    std::vector<std::uint32_t> met(data_.actors.size(), ~0U);  // by whom last
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      if (!scope_.inside(ActorId::at(i))) continue;
      AccessRow row;
      row.actor = ActorId::at(i);
      row.forums = relations_.actor_forum.left_degree(row.actor);
      row.agreements = relations_.actor_agreement.left_degree(row.actor);
      row.leads = leads_[i];
      for (const PledgeId pledge : relations_.actor_pledge.rights(row.actor)) {
        ++row.pledges;
        row.supported += answered_.contains(data_.pledges[pledge].id) ? 1U : 0U;
      }
      met[i] = row.actor.value;
      for (const MeetingId meeting : meetings.of.rights(row.actor))
        for (const ActorId other : meetings.of.lefts(meeting)) {
          row.partners += met[other.index()] != row.actor.value ? 1U : 0U;
          met[other.index()] = row.actor.value;
        }
      out_.rows.push_back(row);
    }
    const auto spread = [&](AccessMeasure measure, std::size_t AccessRow::*member) {
      std::vector<std::uint32_t> values;
      for (const auto& row : out_.rows) values.push_back(static_cast<std::uint32_t>(row.*member));
      out_.spread[static_cast<std::size_t>(measure)] = spread_of(values);
    };
    spread(AccessMeasure::forums, &AccessRow::forums);
    spread(AccessMeasure::agreements, &AccessRow::agreements);
    spread(AccessMeasure::partners, &AccessRow::partners);
    spread(AccessMeasure::pledges, &AccessRow::pledges);
    spread(AccessMeasure::supported, &AccessRow::supported);
    spread(AccessMeasure::leads, &AccessRow::leads);
  }

  void count_leaders() {
    std::vector<std::uint32_t> values;
    for (std::size_t i = 0; i < leads_.size(); ++i) {
      if (leads_[i] == 0) continue;
      out_.leaders.emplace_back(ActorId::at(i), leads_[i]);
      values.push_back(static_cast<std::uint32_t>(leads_[i]));
    }
    std::stable_sort(out_.leaders.begin(), out_.leaders.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    out_.leadership = spread_of(values);
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  ActorScope scope_;
  std::unordered_set<std::string> answered_;
  std::vector<std::size_t> leads_;
  Access out_;
};

}  // namespace

Access find_access(const Dataset& data, const Relations& relations, const Selection& selection,
                   const AccessOptions& options) {
  return AccessFinder(data, relations, selection, options).run();
}

}  // namespace coopnet
