#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

/// From cells to rows with types, and back.
namespace coopnet {

/// Understands every table of `raw`. Goes on after each fault, reports all of them (sorted) in
/// `findings`, and leaves out only what could not be read; with errors in `findings` the dataset
/// is for looking, not for counting.
/// Cost: O(cells + rows log rows).
[[nodiscard]] Dataset build_dataset(const RawDataset& raw, Diagnostics& findings);

/// The canonical form: tables by name, fixed columns (those empty throughout left out), rows in
/// canonical order. `build_dataset(to_raw(d))` equals `d`.
[[nodiscard]] RawDataset to_raw(const Dataset& data);

/// SHA-256 of the canonical form: equal for equal content, whatever the row order, the file names,
/// the delimiter or the line ends. 64 hexadecimal digits.
[[nodiscard]] std::string content_hash(const Dataset& data);

/// One flat table (pledges or events, one row each) as a dataset: actors and regions come from its
/// columns. With `framework`, its tags, regions and the actors it knows by id take part, so that
/// an objective outside its list is found. A repeated event becomes claims that disagree.
[[nodiscard]] RawDataset unfold_flat(const RawTable& flat, const RawDataset* framework,
                                     Diagnostics& findings);

/// Names of the tables of a dataset folder, in the order they are written.
[[nodiscard]] std::vector<std::string_view> table_names();

/// True for columns whose cells hold lists ("a;b"): facets, actors, regions, flags, ...
[[nodiscard]] bool is_list_column(const Dataset& data, std::string_view table,
                                  std::string_view column);

}  // namespace coopnet
