#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet {

/// Which set holds which elements: what a spreadsheet with the columns set and element says.
struct CoverTable {
  std::vector<std::string> sets, elements;                       ///< by id, numbers as numbers
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;  ///< set, element; ascending
  std::size_t repeated = 0;                                      ///< rows that say a pair again

  friend bool operator==(const CoverTable&, const CoverTable&) = default;
};

/// SHA-256 of sets, elements and members: the same for every way to write the same table.
[[nodiscard]] std::string content_hash(const CoverTable& table);

/// Whether a table has the columns "set" and "element", and so is no list of pledges.
[[nodiscard]] bool is_cover_table(const RawTable& table);

/// Reads a table with a row for each element of each set. Other columns are passed over.
/// Errors, each with its place: missing-column, missing-value.
[[nodiscard]] CoverTable read_cover_table(const RawTable& table, Diagnostics& findings);

}  // namespace coopnet
