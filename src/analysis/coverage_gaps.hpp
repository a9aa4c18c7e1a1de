#pragma once

#include <vector>

#include "coopnet/analysis/coverage.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {

/// Who and what a coverage speaks of.
struct CoverageScope {
  const ActorScope& actors;
  std::vector<std::vector<std::uint32_t>> units_of;  ///< units an actor belongs to
  std::vector<bool> wanted;                          ///< subjects that gaps are looked for in
};

/// Fills in the gaps of a coverage whose counts are complete.
void find_coverage_gaps(const Dataset& data, const Relations& relations, const Selection& selection,
                        const CoverageOptions& options, const CoverageScope& scope, Coverage& out);

}  // namespace coopnet
