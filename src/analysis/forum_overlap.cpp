#include "coopnet/analysis/forum_overlap.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "analysis/sorted.hpp"
#include "coopnet/network/projection.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// A meeting whose start is known to within a month or so.
struct Meeting {
  EventId event;
  std::int64_t start = 0;
};

class OverlapFinder {
 public:
  OverlapFinder(const Dataset& data, const Relations& relations, const Selection& selection,
                const ForumOverlapOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        scope_(data, selection, options.scheme, options.regions, {}) {}

  ForumOverlap run() {
    find_scope();
    list_pairs();
    list_subjects();
    return std::move(out_);
  }

 private:
  bool is_subject(TagId tag) const {
    return data_.tags[tag].facet == options_.facet &&
           (options_.tags.empty() || holds(options_.tags, tag));
  }

  void find_scope() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto actor = ActorId::at(i);
      out_.members += relations_.actor_forum.left_degree(actor) > 0 ? 1U : 0U;
      out_.actors += scope_.inside(actor) ? 1U : 0U;
    }
    forum_in_.resize(data_.forums.size());
    for (std::size_t f = 0; f < data_.forums.size(); ++f) {
      const auto id = ForumId::at(f);
      const auto members = relations_.actor_forum.lefts(id);
      const bool there =
          scope_.wants_any(data_.forums[id].regions) ||
          std::any_of(members.begin(), members.end(), [&](ActorId a) { return scope_.inside(a); });
      if (!selection_.forums[f] || !there) continue;
      forum_in_[f] = true;
      out_.forums.push_back(id);
      out_.without_members += members.empty() ? 1U : 0U;
      out_.without_tags += subjects_of(id).empty() ? 1U : 0U;
    }
  }

  std::vector<TagUse> subjects_of(ForumId forum) const {
    std::vector<TagUse> out;
    const auto tags = relations_.forum_tag.rights(forum);
    for (std::size_t i = 0; i < tags.size(); ++i)
      if (is_subject(tags[i])) out.push_back({tags[i], relations_.forum_tag.left_stated(forum, i)});
    return out;
  }

  // --- pairs ---

  void list_pairs() {
    const auto projection = project(relations_.actor_forum.transposed());
    for (const auto& found : projection.pairs) {
      if (!forum_in_[found.a.index()] || !forum_in_[found.b.index()]) continue;
      const auto x = subjects_of(found.a), y = subjects_of(found.b);
      ForumPair pair;
      pair.a = found.a;
      pair.b = found.b;
      for (const auto& use : x)
        for (const auto& other : y)
          if (use.id == other.id) pair.shared_tags.push_back({use.id, use.stated && other.stated});
      if (pair.shared_tags.empty()) continue;
      pair.members_a = relations_.actor_forum.right_degree(pair.a);
      pair.members_b = relations_.actor_forum.right_degree(pair.b);
      pair.shared_members = found.count;
      pair.tags_a = x.size();
      pair.tags_b = y.size();
      pair.expected_members = static_cast<double>(pair.members_a) *
                              static_cast<double>(pair.members_b) /
                              static_cast<double>(out_.members);
      pair.one_agenda = 2 * pair.shared_members >= pair.smaller_membership() &&
                        2 * pair.shared_tags.size() >= pair.shorter_agenda() &&
                        pair.shared_tags.size() > 1;
      out_.pairs.push_back(std::move(pair));
    }
    std::sort(out_.pairs.begin(), out_.pairs.end(), [](const ForumPair& p, const ForumPair& q) {
      return std::tuple(!p.one_agenda, q.shared_tags.size(), q.shared_members, p.a, p.b) <
             std::tuple(!q.one_agenda, p.shared_tags.size(), p.shared_members, q.a, q.b);
    });
    out_.found = out_.pairs.size();
    if (options_.top > 0 && out_.pairs.size() > options_.top) out_.pairs.resize(options_.top);
    for (auto& pair : out_.pairs) pair.nearest = nearest_meetings(pair.a, pair.b);
  }

  std::vector<Meeting> meetings_of(ForumId forum) const {
    std::vector<Meeting> out;
    for (const EventId event : relations_.forum_event.rights(forum)) {
      const auto& interval = data_.events[event].date.interval;
      constexpr int about_a_month = 31;
      if (!interval) continue;
      const auto& start = interval->start;
      if (start.latest.number - start.earliest.number <= about_a_month)
        out.push_back({event, start.earliest.number});
    }
    std::sort(out.begin(), out.end(), [](const Meeting& a, const Meeting& b) {
      return std::tie(a.start, a.event) < std::tie(b.start, b.event);
    });
    return out;
  }

  /// The most recent two that lie near each other.
  std::optional<NearMeetings> nearest_meetings(ForumId a, ForumId b) const {
    const auto x = meetings_of(a), y = meetings_of(b);
    std::optional<NearMeetings> out;
    std::int64_t latest = 0;
    for (const auto& m : x)
      for (const auto& n : y) {
        const auto days = std::abs(m.start - n.start);
        const auto last = std::max(m.start, n.start);
        if (m.event == n.event || days > options_.near_days) continue;
        if (out && (last < latest || (last == latest && days >= out->days))) continue;
        out = NearMeetings{m.event, n.event, days};
        latest = last;
      }
    return out;
  }

  // --- subjects ---

  void list_subjects() {
    for (std::size_t t = 0; t < data_.tags.size(); ++t) {
      const auto tag = TagId::at(t);
      const bool in_use = data_.tags[tag].declared || relations_.forum_tag.right_degree(tag) > 0;
      if (is_subject(tag) && in_use) out_.subjects.push_back(subject(tag));
    }
  }

  ForumSubject subject(TagId tag) const {
    ForumSubject out;
    out.tag = tag;
    std::vector<bool> member(data_.actors.size());
    for (const ForumId forum : relations_.forum_tag.lefts(tag)) {
      if (!forum_in_[forum.index()]) continue;
      out.forums.push_back(forum);
      for (const ActorId actor : relations_.actor_forum.lefts(forum))
        member[actor.index()] = scope_.inside(actor);
    }
    out.members = static_cast<std::size_t>(std::count(member.begin(), member.end(), true));
    std::vector<std::size_t> gathered(data_.forums.size(), 0);
    for (const ActorId actor : with_record(tag)) {
      ++out.with_record;
      for (const ForumId forum : relations_.actor_forum.rights(actor)) ++gathered[forum.index()];
    }
    for (const ForumId forum : out_.forums) {
      const bool works = std::binary_search(out.forums.begin(), out.forums.end(), forum);
      const auto count = gathered[forum.index()];
      if (count == 0) continue;
      const bool better =
          std::tuple(count, works) > std::tuple(out.best_members, out.best_works_on_it);
      if (out.best && !better) continue;
      out.best = forum;
      out.best_members = count;
      out.best_works_on_it = works;
    }
    return out;
  }

  std::vector<ActorId> with_record(TagId tag) const {
    std::vector<ActorId> out;
    const auto add = [&](std::span<const ActorId> actors) {
      for (const ActorId actor : actors)
        if (scope_.inside(actor)) out.push_back(actor);
    };
    for (const PledgeId pledge : relations_.pledge_tag.lefts(tag))
      add(relations_.actor_pledge.lefts(pledge));
    for (const PracticeId practice : relations_.practice_tag.lefts(tag))
      add(relations_.actor_practice.lefts(practice));
    sort_unique(out);
    return out;
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const ForumOverlapOptions& options_;
  ActorScope scope_;
  std::vector<bool> forum_in_;
  ForumOverlap out_;
};

}  // namespace

ForumOverlap find_forum_overlap(const Dataset& data, const Relations& relations,
                                const Selection& selection, const ForumOverlapOptions& options) {
  return OverlapFinder(data, relations, selection, options).run();
}

}  // namespace coopnet
