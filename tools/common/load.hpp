#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/options.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/model/selection.hpp"
#include "coopnet/render/envelope.hpp"

/// From the options of the command line to data.
namespace coopnet::tools {

/// The dataset named by the options, with its findings unreported. A flat file is read against
/// --framework; without one against the dataset "gcm" that comes with the program, if it is there.
[[nodiscard]] io::LoadedDataset load(const DataOptions& options);

/// The same for verbs that count: errors in the data end the program, warnings are told by number;
/// with --redact the data come redacted.
[[nodiscard]] io::LoadedDataset load_for_counting(const DataOptions& options);

/// Everything recorded but what --without and --stated-only leave out. An id that no table holds
/// is a UsageError.
[[nodiscard]] Selection select(const Dataset& data, const EvidenceOptions& evidence);

/// The one region, objective or row that an option names; UsageError with the nearest otherwise.
[[nodiscard]] RegionId find_region(const Dataset& data, const std::string& given);
[[nodiscard]] TagId find_objective(const Dataset& data, const std::string& given);

/// The facet with this key, the primary one where none is given.
[[nodiscard]] std::size_t find_facet(const Dataset& data, const std::string& given);

/// The scheme of regions to work with: the one asked for, else that of the regions asked for, else
/// the first of the dataset (empty if it has none). UsageError for an unknown one, or for several.
[[nodiscard]] std::string settle_scheme(const Dataset& data, const std::string& given,
                                        const std::vector<RegionId>& regions);

/// Where lists of tags, regions and actors come from.
struct FrameworkData {
  std::optional<RawDataset> raw;  ///< nothing: none
  Dataset data;                   ///< without one: three open facets, no rows
};
/// The framework of a name or path; "none"; or empty: the dataset "gcm" that comes with the
/// program.
[[nodiscard]] FrameworkData load_framework(const std::string& given);

/// Folder of a dataset that comes with the program, or empty.
[[nodiscard]] std::string installed_dataset(std::string_view name);

/// Path of a file that comes with the program beside its datasets
/// ("names.csv", "maps/generic.csv"), or empty.
[[nodiscard]] std::string installed_file(std::string_view name);

/// What every result says about its verb.
[[nodiscard]] render::Envelope envelope_of_verb(std::string verb, int schema_version);

/// What every result says about its data: title, date, content hash, caveats. `loaded` must outlive
/// it.
[[nodiscard]] render::Envelope envelope_for(const io::LoadedDataset& loaded, std::string verb,
                                            int schema_version);

}  // namespace coopnet::tools
