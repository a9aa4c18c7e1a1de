#include "analysis/coverage_remedy.hpp"

#include <algorithm>
#include <tuple>

namespace coopnet {
namespace {

template <class RowId>
bool carries(const graph::Incidence<RowId, TagId>& relation, RowId row,
             const std::vector<TagId>& tags) {
  return std::any_of(tags.begin(), tags.end(),
                     [&](TagId tag) { return relation.contains(row, tag); });
}

/// What is done or under way says more than what is announced.
int order_of(Status status) {
  switch (status) {
    case Status::completed:
      return 0;
    case Status::in_progress:
      return 1;
    case Status::announced:
      return 2;
    case Status::unknown:
      return 3;
    case Status::discontinued:
      break;
  }
  return 4;
}

}  // namespace

CoverageRemedy RemedyFinder::find(const std::vector<ActorId>& members,
                                  const std::vector<TagId>& tags) const {
  CoverageRemedy out;
  out.practice = practice_of(members, tags);
  if (out.practice) return out;
  add_pledge_elsewhere(members, tags, out);
  if (!out.pledge) out.forum = forum_on(members, tags);
  return out;
}

std::optional<PracticeId> RemedyFinder::practice_of(const std::vector<ActorId>& members,
                                                    const std::vector<TagId>& tags) const {
  std::optional<std::pair<int, PracticeId>> best;
  for (const ActorId member : members)
    for (const PracticeId id : relations_.actor_practice.rights(member)) {
      const auto kind = data_.practices[id].kind;
      const bool done = kind == PracticeKind::practice || kind == PracticeKind::support_given;
      if ((!done && kind != PracticeKind::plan) || !carries(relations_.practice_tag, id, tags))
        continue;
      const std::pair found{done ? 0 : 1, id};
      if (!best || found < *best) best = found;
    }
  return best ? std::optional(best->second) : std::nullopt;
}

std::vector<std::size_t> RemedyFinder::members_in_forums(
    const std::vector<ActorId>& members) const {
  std::vector<std::size_t> out(data_.forums.size(), 0);
  for (const ActorId member : members)
    for (const ForumId forum : relations_.actor_forum.rights(member)) ++out[forum.index()];
  return out;
}

void RemedyFinder::add_pledge_elsewhere(const std::vector<ActorId>& members,
                                        const std::vector<TagId>& tags, CoverageRemedy& out) const {
  const auto met = members_in_forums(members);
  using Rank = std::tuple<std::size_t, int, PledgeId, ActorId>;  // fewer met later, then status
  std::optional<Rank> best;
  std::vector<PledgeId> pledges;
  for (const TagId tag : tags) {
    const auto own = relations_.pledge_tag.lefts(tag);
    pledges.insert(pledges.end(), own.begin(), own.end());
  }
  for (const PledgeId pledge : pledges)
    for (const ActorId actor : relations_.actor_pledge.lefts(pledge)) {
      if (!counted_[actor.index()] || std::binary_search(members.begin(), members.end(), actor))
        continue;
      std::size_t most = 0;
      ForumId where;
      for (const ForumId forum : relations_.actor_forum.rights(actor))
        if (met[forum.index()] > most) {
          most = met[forum.index()];
          where = forum;
        }
      const Rank rank{members.size() - most,
                      order_of(selection_.seen(data_.pledges[pledge].status)), pledge, actor};
      if (best && !(rank < *best)) continue;
      best = rank;
      out.pledge = pledge;
      out.actor = actor;
      out.forum = most > 0 ? std::optional(where) : std::nullopt;
    }
}

std::optional<ForumId> RemedyFinder::forum_on(const std::vector<ActorId>& members,
                                              const std::vector<TagId>& tags) const {
  const auto met = members_in_forums(members);
  std::optional<ForumId> best;
  for (std::size_t f = 0; f < met.size(); ++f) {
    const auto id = ForumId::at(f);
    if (met[f] > 0 && carries(relations_.forum_tag, id, tags) &&
        (!best || met[f] > met[best->index()]))
      best = id;
  }
  return best;
}

}  // namespace coopnet
