#pragma once

#include <functional>
#include <string>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/json_writer.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::io {

struct LoadOptions {
  /// Dataset (folder or JSON file) whose lists of tags, regions and actors a flat file is read
  /// against; empty: none, any objective and region is taken as it is written.
  std::string framework;
  ReadLimits limits;
  /// How a single table becomes a dataset; unfold_flat (model/builder.hpp) if not given.
  std::function<RawDataset(const RawTable& flat, const RawDataset* framework, Diagnostics&)>
      unfold{};
};

struct LoadedDataset {
  Dataset data;
  Diagnostics findings;  ///< sorted; with errors in it `data` is for looking, not for counting
  bool flat = false;     ///< a single table without a description of its own
};

/// Reads, understands and checks a dataset: a folder, a JSON file, a flat CSV file, or "-".
/// Throws IoError where nothing can be read, DataError where a limit is passed.
[[nodiscard]] LoadedDataset load_dataset(const std::string& path, const LoadOptions& options = {});

/// The same for one table that is read already. `findings`: what was reported on the way.
[[nodiscard]] LoadedDataset load_flat(const RawTable& flat, Diagnostics findings,
                                      const LoadOptions& options = {});

/// The same for tables that are read already: understands and checks them. `findings`: what was
/// reported on the way.
[[nodiscard]] LoadedDataset finish_dataset(const RawDataset& raw, Diagnostics findings = {});

/// Which columns hold lists, for write_json_dataset.
[[nodiscard]] IsList list_columns(const Dataset& data);

/// Writes the canonical form: a folder, or one JSON file where `path` ends in ".json".
/// Throws IoError; an existing target only with `overwrite`.
void save_dataset(const Dataset& data, const std::string& path, bool overwrite);

}  // namespace coopnet::io
