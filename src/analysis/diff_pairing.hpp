#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coopnet/analysis/diff.hpp"

namespace coopnet {

/// Which pledge of one dataset is which of the other, and which pledges are asked for.
struct DiffPairing {
  std::vector<std::optional<PledgeId>> after_of;   ///< by pledge before
  std::vector<std::optional<PledgeId>> before_of;  ///< by pledge after
  std::vector<bool> before_in, after_in;           ///< within region and objective asked for
};

[[nodiscard]] DiffPairing pair_pledges(const DiffSide& before, const DiffSide& after,
                                       const DiffOptions& options);

/// Fills in `actors`, `groups` and `rounds_known`.
void compare_actors(const DiffSide& before, const DiffSide& after, const DiffPairing& pairing,
                    const DiffOptions& options, DatasetDiff& out);
/// Fills in `synergies`.
void compare_synergies(const DiffSide& before, const DiffSide& after, const DiffPairing& pairing,
                       const DiffOptions& options, DatasetDiff& out);
/// Fills in `coverage`.
void compare_coverage(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
                      DatasetDiff& out);

}  // namespace coopnet
