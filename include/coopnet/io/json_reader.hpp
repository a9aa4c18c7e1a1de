#pragma once

#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/model/raw_table.hpp"

/// JSON in: the description of a dataset as a tree, or a whole dataset in one text.
///
/// Errors of both, each with line and column: not-utf8 {byte, probable encoding}, json-syntax
/// {reason}, json-trailing, json-depth {limit}, json-duplicate-key, json-not-object,
/// field-too-long {limit}, nul-byte, text-too-long {limit}; more-of-the-same {code, number}.
/// A byte order mark is skipped. Numbers are kept as written.
namespace coopnet::io {

/// The description of a dataset: an object. Also json-too-many-values {limit}. After an error of
/// syntax or size the kind is null. The second of two members with one key is reported and left
/// out.
[[nodiscard]] RawValue parse_json(std::string_view text, const std::string& file,
                                  Diagnostics& diagnostics, const JsonLimits& limits = {});

/// The same for JSON that others wrote: the outermost value may be of any kind.
[[nodiscard]] RawValue parse_any_json(const std::string& text, const std::string& file,
                                      Diagnostics& diagnostics, const JsonLimits& limits = {});

/// A dataset in one text:
///
///   {"format": "coopnet-dataset", "schema_version": 1, "dataset": {...},
///    "actors": [{"id": "KEN", ...}, ...], "pledges": [...], ...}
///
/// Each array is a table, each object in it a row. A value is a string, a number, true ("yes"),
/// false ("no"), null (empty) or an array of these (a list, joined by ";"). Columns are the keys in
/// the order they first appear; names of tables and columns are trimmed and in lower case. A member
/// that is not there is an empty cell; rows without any value are skipped, as in CSV.
///
/// Also errors json-format, json-schema-version (another value than above),
/// json-dataset-not-object, json-row-not-object, json-too-deep-value (an object, or an array in an
/// array, as a value), json-list-separator (an item holds ";"), json-empty-key, too-many-columns,
/// too-many-rows, too-many-cells {limit}; warning json-unknown-member (neither table nor known).
/// One pass; text is copied once, into the tables.
[[nodiscard]] RawDataset read_json_dataset(std::string text, std::string file,
                                           Diagnostics& diagnostics, const JsonLimits& limits = {});

}  // namespace coopnet::io
