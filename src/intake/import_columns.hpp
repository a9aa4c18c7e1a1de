#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "coopnet/intake/import.hpp"
#include "intake/targets.hpp"

namespace coopnet::intake {

/// How one column of a source is read.
struct ColumnPlan {
  std::size_t column = 0;
  Target target;           ///< field empty: not read
  std::string separators;  ///< of items; empty: the usual ones
  std::string marked_tag;  ///< of a mark: the tag it ticks
  ColumnReason reason = ColumnReason::kept;
};

struct SourcePlan {
  std::string table;
  std::vector<ColumnPlan> columns;  ///< one a column of the source
};

/// What each column of each source is. Reports import-no-such-field, import-no-such-column and
/// tables that cannot be imported.
[[nodiscard]] std::vector<SourcePlan> plan_columns(std::span<const SourceTable> sources,
                                                   const Framework& framework,
                                                   const ImportOptions& options,
                                                   Diagnostics& findings);

/// The table that a source is: `wanted` if given, else by its name ("Members", "engagements"), else
/// by what its headers say, of the tables that have all fields of the map.
[[nodiscard]] std::string table_of_source(const SourceTable& source, const DatasetInfo& info,
                                          const std::string& wanted,
                                          const std::vector<std::string>& mapped);

/// The field that a header names in a table, in any language; empty where there is none.
[[nodiscard]] std::string field_of_header(std::string_view table, std::string_view header,
                                          const DatasetInfo& info);

}  // namespace coopnet::intake
