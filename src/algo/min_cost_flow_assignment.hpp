#pragma once

#include <optional>

#include "coopnet/algo/min_cost_flow.hpp"

namespace coopnet::algo::detail {

/// The optimum, if the problem is an assignment (arcs without lower bounds from nodes of supply 1
/// to as many nodes of demand 1) and the auction ends within its limit; otherwise nothing.
[[nodiscard]] std::optional<MinCostFlow> flow_by_auction(const MinCostFlowProblem& problem,
                                                         Progress* progress);

}  // namespace coopnet::algo::detail
