#pragma once

#include "analysis/actor_priorities.hpp"
#include "coopnet/analysis/missing_ties.hpp"

namespace coopnet {

/// Fills in how well each measure tells pairs with a tie from pairs without. For a pair with a tie
/// the meeting points of the two are taken away first, from both: what remains must tell.
void check_tie_measures(const MeetingPoints& meetings, const ActorGraph& graph,
                        const ActorPriorities& priorities, const std::vector<ActorId>& actors,
                        std::size_t most_tested, MissingTies& out);

}  // namespace coopnet
