#pragma once

#include <string>
#include <vector>

#include "coopnet/analysis/peers.hpp"
#include "coopnet/render/drawing.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Peers in words, tables and a diagram.
namespace coopnet::render {

/// What the words need besides the result.
struct PeersContext {
  const Dataset& data;
  const Relations& relations;
  const PeerRecords& records;
  const PeerOptions& options;
  bool stated_only = false;
  std::string as_of;  ///< empty: not given
  Language language = Language::en;
};

/// "learn_from" and "help": the suggestions; "records": what is recorded about the actor itself, by
/// objective, and what is not; "factors": the rows that add up to each value.
[[nodiscard]] std::vector<NamedTable> peers_tables(const PeersResult& result,
                                                   const PeersContext& context);

/// Two actors in sentences, one a line: what each could learn from the other, and why.
[[nodiscard]] std::string explain_peers(ActorId who, ActorId peer, const PeersContext& context);

/// "plan": who helps whom on what; "also_possible": pairs of other plans of the same total, if
/// there are any; "unmatched": who is in no pair, and why, if there is anybody.
[[nodiscard]] std::vector<NamedTable> peer_plan_tables(const PeerPlan& plan,
                                                       const PeerPlanOptions& options,
                                                       const PeersContext& context);

/// The plan as arrows from mentors to learners.
[[nodiscard]] Drawing peer_plan_drawing(const PeerPlan& plan, const PeerPlanOptions& options,
                                        const PeersContext& context);

/// "check": how often the pair that took place has the higher value; "exchanges": each recorded
/// exchange and where it stands.
[[nodiscard]] std::vector<NamedTable> peer_evaluation_tables(const PeerEvaluation& evaluation,
                                                             const PeersContext& context);

}  // namespace coopnet::render
