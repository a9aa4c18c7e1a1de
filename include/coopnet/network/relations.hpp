#pragma once

#include "coopnet/graph/incidence.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/selection.hpp"

namespace coopnet {

/// The ties of a dataset, one two-mode relation a kind. The row of a link is the row of the table
/// that says it: membership, party, or the row on the left itself. Spellings of one theme are
/// merged by the thesaurus here.
struct Relations {
  graph::Incidence<ActorId, PledgeId> actor_pledge;
  graph::Incidence<PledgeId, TagId> pledge_tag;
  graph::Incidence<ActorId, PracticeId> actor_practice;
  graph::Incidence<PracticeId, TagId> practice_tag;
  graph::Incidence<ActorId, ForumId> actor_forum;  ///< in any role
  graph::Incidence<ForumId, TagId> forum_tag;
  graph::Incidence<ActorId, AgreementId> actor_agreement;  ///< as a party of any role
  graph::Incidence<AgreementId, TagId> agreement_tag;
  graph::Incidence<ActorId, EventId> organiser_event;
  graph::Incidence<ForumId, EventId> forum_event;
  graph::Incidence<EventId, TagId> event_tag;
  /// Directed: who shared (left), who learned (right); the row is that of the agreement.
  graph::Incidence<ActorId, ActorId> exchange;

  /// Bytes held by all relations.
  [[nodiscard]] std::size_t bytes() const;
};

/// Cost: O(rows + ties).
[[nodiscard]] Relations build_relations(const Dataset& data, const Selection& selection);

}  // namespace coopnet
