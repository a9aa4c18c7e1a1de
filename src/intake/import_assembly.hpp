#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "coopnet/intake/import.hpp"
#include "intake/import_records.hpp"
#include "model/framework.hpp"

namespace coopnet::intake {

/// Rows by the name of their table.
using RecordTables = std::map<std::string, Records, std::less<>>;

/// The rows of a table, none yet if there is no such table.
[[nodiscard]] Records& records_of(RecordTables& tables, std::string_view table);

/// What the sources gave, each row with its id.
struct ImportedRows {
  RecordTables records;
  ActorsFound actors;
  std::map<std::string, std::string> regions;  ///< labels of new ones, by id
  std::string title;
  std::string file;
};

/// Tables of a dataset made of rows: parties of agreements and members listed in one cell become
/// rows of their own, forums that the framework knows and the rows name come along, and so do its
/// lists and the actors named.
[[nodiscard]] RawDataset assemble(ImportedRows rows, const Framework& framework,
                                  Diagnostics& findings);

}  // namespace coopnet::intake
