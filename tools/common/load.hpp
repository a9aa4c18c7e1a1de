#pragma once

#include <string>

#include "common/options.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/model/selection.hpp"
#include "coopnet/render/envelope.hpp"

/// From the options of the command line to data.
namespace coopnet::tools {

/// The dataset named by the options, with its findings unreported. A flat file is read against
/// --framework; without one against the dataset "gcm" that comes with the program, if it is there.
[[nodiscard]] io::LoadedDataset load(const DataOptions& options);

/// The same for verbs that count: errors in the data end the program, warnings are told by number.
[[nodiscard]] io::LoadedDataset load_for_counting(const DataOptions& options);

/// Everything recorded but what --without and --stated-only leave out. An id that no table holds
/// is a UsageError.
[[nodiscard]] Selection select(const Dataset& data, const FilterOptions& filter);

/// The one region, objective or row that an option names; UsageError with the nearest otherwise.
[[nodiscard]] RegionId find_region(const Dataset& data, const std::string& given);
[[nodiscard]] TagId find_objective(const Dataset& data, const std::string& given);

/// Folder of a dataset that comes with the program, or empty.
[[nodiscard]] std::string installed_dataset(std::string_view name);

/// What every result says about its verb.
[[nodiscard]] render::Envelope envelope_of_verb(std::string verb, int schema_version);

/// What every result says about its data: title, date, content hash, caveats.
[[nodiscard]] render::Envelope envelope_for(const io::LoadedDataset& loaded, std::string verb,
                                            int schema_version);

}  // namespace coopnet::tools
