#pragma once

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet {

/// dataset.json as values. An absent description gives three open facets (objective, theme,
/// principle), so that a flat file needs none.
[[nodiscard]] DatasetInfo read_description(const RawDataset& raw, Diagnostics& findings);
[[nodiscard]] RawValue write_description(const DatasetInfo& info);

}  // namespace coopnet
