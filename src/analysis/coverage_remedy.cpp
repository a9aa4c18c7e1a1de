#include "analysis/coverage_remedy.hpp"

#include <algorithm>

#include "analysis/sorted.hpp"

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
                                  const std::vector<TagId>& tags) {
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

const std::vector<RemedyFinder::Candidate>& RemedyFinder::candidates(
    const std::vector<TagId>& tags) {
  const auto [place, fresh] = candidates_.try_emplace(tags.front());
  auto& out = place->second;
  if (!fresh) return out;
  for (const TagId tag : tags)
    for (const PledgeId pledge : relations_.pledge_tag.lefts(tag))
      for (const ActorId actor : relations_.actor_pledge.lefts(pledge))
        if (actors_.counts(actor))
          out.push_back({order_of(selection_.seen(data_.pledges[pledge].status)), pledge, actor});
  sort_unique(out);
  return out;
}

/// The first candidate whom most members meet in one forum. Nobody can be met by more than the
/// forum with most members holds, so the search ends where that is reached.
void RemedyFinder::add_pledge_elsewhere(const std::vector<ActorId>& members,
                                        const std::vector<TagId>& tags, CoverageRemedy& out) {
  const auto met = members_in_forums(members);
  const std::size_t possible = met.empty() ? 0 : *std::max_element(met.begin(), met.end());
  std::size_t best = 0;
  for (const auto& candidate : candidates(tags)) {
    if (std::binary_search(members.begin(), members.end(), candidate.actor)) continue;
    std::size_t most = 0;
    ForumId where;
    for (const ForumId forum : relations_.actor_forum.rights(candidate.actor))
      if (met[forum.index()] > most) {
        most = met[forum.index()];
        where = forum;
      }
    if (out.pledge && most <= best) continue;
    best = most;
    out.pledge = candidate.pledge;
    out.actor = candidate.actor;
    out.forum = most > 0 ? std::optional(where) : std::nullopt;
    if (most == possible) return;
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
