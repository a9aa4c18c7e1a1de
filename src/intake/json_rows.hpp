#pragma once

#include <string>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::intake {

/// Tables in JSON that others wrote: each array of objects is a table, each object a row, wherever
/// it stands below the root ("data", "results", GeoJSON "features"). An object whose members are
/// all objects ({"KEN": {...}, ...}) is a table too, with the names of the members in a column
/// "key".
///
/// Inside a row an object gives columns "place.city"; an array of scalars a list, one item a line;
/// an array of objects a list for each of their members. `lines`: one JSON value a line.
/// Error json-no-rows where there is no such table.
[[nodiscard]] std::vector<RawTable> read_json_rows(std::string text, const std::string& file,
                                                   const std::string& name, bool lines,
                                                   Diagnostics& findings);

}  // namespace coopnet::intake
