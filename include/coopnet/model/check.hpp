#pragma once

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"

namespace coopnet {

/// Findings about the meaning of a dataset whose cells were all understood: statements that
/// disagree, rows that look like one pledge, pledges that answer a pledge not recorded, members
/// outside a forum's list of who may join, memberships given twice, agreements of one party,
/// cycles among parents and among events. All are warnings but the cycles.
/// Cost: O(rows + claims log claims); pledges are compared only when they share an actor or title.
void check_dataset(const Dataset& data, Diagnostics& findings);

}  // namespace coopnet
