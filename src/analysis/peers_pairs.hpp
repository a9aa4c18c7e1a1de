#pragma once

#include "coopnet/analysis/peers.hpp"

/// What the lists, the plan and the check of peers have in common.
namespace coopnet {

/// The pair with the profiles given instead of those recorded.
[[nodiscard]] PeerPair compare_profiles(const Relations& relations, const PeerRecords& records,
                                        const PeerOptions& options, ActorId mentor,
                                        const PeerProfile& offers, ActorId learner,
                                        const PeerProfile& asks);

/// Whether there is a record (of supply, of demand) on one of the objectives of the filter.
template <class Record>
[[nodiscard]] bool counts_any(const PeerFilter& filter, const std::vector<Record>& records);

/// Whether an actor lies in one of the regions of the filter, or there are none.
[[nodiscard]] bool lies_inside(const PeerRecords& records, const PeerFilter& filter, ActorId actor);

/// Kinds and `across_regions`, which look at both. `who`: whose kind counts where none is given.
[[nodiscard]] bool admits_peer(const Dataset& data, const PeerRecords& records,
                               const PeerFilter& filter, ActorId who, ActorId peer);

/// The pair of a plan or a check: one of the two lies inside, both are of the kinds.
[[nodiscard]] bool admits_pair(const Dataset& data, const PeerRecords& records,
                               const PeerFilter& filter, ActorId a, ActorId b);

/// Value descending, then mentor, then learner.
[[nodiscard]] bool comes_first(const PeerPair& x, const PeerPair& y);

}  // namespace coopnet
