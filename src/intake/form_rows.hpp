#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/intake/fields.hpp"
#include "coopnet/model/raw_table.hpp"

/// Rows of a form on their way into a table.
namespace coopnet::intake {

struct FormCell {
  std::string text;
  RawCell place{};  ///< where it was read
};

struct FormRow {
  std::map<std::string, FormCell> cells;  ///< by column of the table
  RawCell place{};                        ///< of its first cell

  [[nodiscard]] FormCell cell(const std::string& column) const {
    const auto at = cells.find(column);
    return at == cells.end() ? FormCell{} : at->second;
  }
  FormCell take(const std::string& column) {
    FormCell out = cell(column);
    cells.erase(column);
    return out;
  }
};

/// Ids for the rows that have none, as imported rows get them.
void give_ids(std::vector<FormRow>& rows, const std::string& table);

/// A column of the table, and where its header was read.
struct FormColumn {
  std::string name;
  RawCell place{};
};

/// The table, each cell with its place.
[[nodiscard]] RawTable table_of_rows(const std::vector<FormRow>& rows, std::string_view table,
                                     const std::vector<FormColumn>& columns,
                                     const std::string& file);

/// Whether the first row explains the columns: it begins with "# ", or a cell holds "# " and the
/// help of a field (columns may have been moved).
[[nodiscard]] bool has_help_row(const RawTable& table, std::span<const Field> fields);

}  // namespace coopnet::intake
