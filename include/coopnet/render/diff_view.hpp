#pragma once

#include <vector>

#include "coopnet/analysis/diff.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Two recordings of one register, set side by side in tables.
namespace coopnet::render {

struct DiffContext {
  const DiffSide& before;
  const DiffSide& after;
  const DiffOptions& options;
  Language language = Language::en;
};

/// "datasets": what is compared, with the counts of all; "pledges": one row a field that changed;
/// "actors"; "actor_groups": actors by kind and region, out of how many; "status": before against
/// after, unknown too; "synergies": pairs that came, went or changed; "coverage": objectives newly
/// covered and no longer covered, everywhere and by region.
[[nodiscard]] std::vector<NamedTable> diff_tables(const DatasetDiff& diff,
                                                  const DiffContext& context);

}  // namespace coopnet::render
