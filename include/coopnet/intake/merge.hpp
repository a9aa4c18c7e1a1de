#pragma once

#include <cstddef>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

/// Rows made one, where somebody confirmed that they are.
namespace coopnet::intake {

struct Merged {
  Dataset data;
  std::size_t pledges = 0;  ///< rows that went into another
  std::size_t actors = 0;
};

/// Carries out the rows of `confirmed` whose column "merge" says yes; its columns are kind
/// (pledge, actor), keep, drop (ids) and merge (yes, no or empty), all others are ignored. A file
/// without a yes changes nothing.
///
/// Of two rows the one kept has all actors, tags and other lists of both (a stated one wins over
/// the same inferred) and both sources. A value that it lacks comes from the other. Where two
/// values differ its own stays, and the other becomes a claim about it, with the source of the
/// dropped row; names of an actor become aliases. The note says "merged from ID". Everything that
/// referred to the dropped row refers to the kept one; rows that become equal by that stand once,
/// and what would refer to itself becomes a claim. A may go into B and B into C: then both are in
/// C, also where A is to go into C as well.
///
/// Reports, as errors: merge-word (neither yes nor no), merge-kind, merge-unknown-id, merge-self,
/// merge-two-targets (one row into two that stay), merge-cycle, missing-column; then nothing is
/// merged. Also errors of the result, such as a circle of parents. Cost: O(cells of the dataset log
/// rows).
[[nodiscard]] Merged merge(const Dataset& data, const RawTable& confirmed, Diagnostics& findings);

}  // namespace coopnet::intake
