#pragma once

#include <span>
#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/json_writer.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::io {

/// Name of the table that a single CSV file holds.
inline constexpr std::string_view flat_table_name = "flat";

/// Reads a dataset in whatever form it comes:
///  - a folder: dataset.json if there is one, and <name>.csv for each of `table_names`, in order of
///    name; another .csv file is left alone (warning unknown-table-file, with the nearest name);
///    a folder with none of these is an error (no-tables);
///  - a .json file: the whole dataset (read_json_dataset);
///  - a .csv, .tsv or .txt file: one table, "flat" (.tsv: cells between tabs);
///  - any other file, and standard input ("-", shown as <stdin>): JSON if the first character that
///    is not blank is "{", else one table, "flat".
/// A table of a JSON text that is not in `table_names` is kept (warning unknown-table). Throws
/// IoError where nothing can be read, DataError above limits.file_bytes.
[[nodiscard]] RawDataset read_raw_dataset(const std::string& path,
                                          std::span<const std::string_view> table_names,
                                          Diagnostics& diagnostics, const ReadLimits& limits = {});

/// Writes a folder (see write_folder_atomically): dataset.json if there is a description, and one
/// CSV file a table, header included (none for a table without columns). Throws IoError, and
/// DataError where the name of a table cannot be a file name. When overwriting, another
/// dataset.json or .csv file that would then be read as part of the dataset is refused (IoError),
/// because it would be neither replaced nor removed.
void write_raw_dataset_folder(const RawDataset& dataset, const std::string& folder, bool overwrite);

/// Writes the dataset as one JSON file (see write_json_dataset, write_file_atomically).
void write_raw_dataset_json(const RawDataset& dataset, const std::string& path,
                            const IsList& is_list, bool overwrite);

}  // namespace coopnet::io
