#include "coopnet/network/meeting_points.hpp"

#include "coopnet/network/projection.hpp"

namespace coopnet {
namespace {

template <class RowId>
std::uint32_t append(const graph::Incidence<ActorId, RowId>& relation, bool wanted,
                     std::uint32_t first, std::vector<graph::Link<ActorId, MeetingId>>& links) {
  const auto rows = static_cast<std::uint32_t>(relation.right_count());
  if (!wanted) return rows;
  for (std::uint32_t link = 0; link < relation.size(); ++link)
    links.push_back({relation.left(link), MeetingId(first + relation.right(link).value),
                     relation.row(link), relation.stated(link)});
  return rows;
}

}  // namespace

MeetingPoints build_meeting_points(const Relations& relations, const MeetingKinds& kinds) {
  MeetingPoints out;
  std::vector<graph::Link<ActorId, MeetingId>> links;
  out.forums = append(relations.actor_forum, kinds.forums, 0, links);
  out.agreements = append(relations.actor_agreement, kinds.agreements, out.forums, links);
  out.pledges = append(relations.actor_pledge, kinds.pledges, out.forums + out.agreements, links);
  const std::size_t points = std::size_t{out.forums} + out.agreements + out.pledges;
  out.of = graph::Incidence<ActorId, MeetingId>(relations.actor_forum.left_count(), points, links);
  return out;
}

ActorGraph build_actor_graph(const MeetingPoints& meetings) {
  const auto projection = project(meetings.of);
  std::vector<ActorGraph::Edge> edges;
  edges.reserve(projection.pairs.size());
  for (const auto& pair : projection.pairs)
    edges.push_back({pair.a.value, pair.b.value, pair.count});
  return ActorGraph(meetings.of.left_count(), edges);
}

}  // namespace coopnet
