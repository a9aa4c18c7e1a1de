#pragma once

#include <vector>

#include "coopnet/analysis/coverage.hpp"

namespace coopnet {

/// Who and what a coverage speaks of.
struct CoverageScope {
  std::vector<bool> counted;                         ///< actors of the kinds asked for
  std::vector<bool> inside;                          ///< of those: in the regions asked for
  std::vector<std::vector<std::uint32_t>> units_of;  ///< units an actor belongs to
  std::vector<bool> wanted;                          ///< subjects that gaps are looked for in
};

/// Fills in the gaps of a coverage whose counts are complete.
void find_coverage_gaps(const Dataset& data, const Relations& relations, const Selection& selection,
                        const CoverageOptions& options, const CoverageScope& scope, Coverage& out);

}  // namespace coopnet
