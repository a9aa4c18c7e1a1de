#pragma once

#include <cstdint>

#include "coopnet/network/cooperation_graph.hpp"

/// Where two actors meet: a forum both belong to, an agreement both are parties of, a pledge both
/// made. The three relations as one, so that "have they anything in common" is one question.
namespace coopnet {

struct MeetingPoint;
using MeetingId = Id<MeetingPoint>;

/// Which records count as a place to meet.
struct MeetingKinds {
  bool forums = true;
  bool agreements = true;
  bool pledges = true;
};

struct MeetingPoints {
  graph::Incidence<ActorId, MeetingId> of;  ///< actor - meeting point; the row is that of the table
  std::uint32_t forums = 0, agreements = 0, pledges = 0;  ///< numbered in this order

  /// The row behind a meeting point.
  [[nodiscard]] Node node(MeetingId id) const {
    if (id.value < forums) return {NodeKind::forum, id.value};
    if (id.value < forums + agreements) return {NodeKind::agreement, id.value - forums};
    return {NodeKind::pledge, id.value - forums - agreements};
  }
};

/// Cost: O(ties).
[[nodiscard]] MeetingPoints build_meeting_points(const Relations& relations,
                                                 const MeetingKinds& kinds = {});

/// Actors as vertices, an edge where two share at least one meeting point; its property is how
/// many. Cost: O(sum over meeting points of actors^2).
using ActorGraph = graph::CsrGraph<graph::NoProperty, std::uint32_t>;
[[nodiscard]] ActorGraph build_actor_graph(const MeetingPoints& meetings);

}  // namespace coopnet
