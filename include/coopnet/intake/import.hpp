#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/intake/column_map.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/intake/source_table.hpp"
#include "coopnet/intake/written_values.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

/// Other people's tables as a dataset.
///
/// Each source becomes rows of one table; a column map, and where it is silent the header, says
/// what a column is. Cells are brought into the form of the tables: names become ids, "Objective 5:
/// Enhance ..." becomes 5, "31/12/2024" becomes 2024-12-31. What is not understood is kept beside,
/// in a column "<field>_as_written", and reported; a column that nobody claims is kept under its
/// own name; contact data are left out, and that is said. A name that several own is an error.
///
/// Rows with one id say one thing in several lines where they differ in lists only: the lists are
/// united. Rows without an id get one made of who and what, so that it does not change with the
/// order of the rows.
/// Cost: O(cells + names looked up).
namespace coopnet::intake {

/// Where lists of tags, regions and actors come from; `raw` may be null: then `data` is empty and
/// any word is taken for a tag.
struct Framework {
  const RawDataset* raw = nullptr;
  const Dataset& data;
};

struct ImportOptions {
  ColumnMap map{};
  std::string table{};  ///< of sources whose name and map tell none; empty: pledges
  std::string title{};  ///< of the dataset
  DateOrder dates = DateOrder::unknown;
  bool decimal_comma = false;
  bool leave_out_incomplete = false;  ///< rows without a needed cell: left out and told, no error
};

/// Why a column is read as it is.
enum class ColumnReason : std::uint8_t {
  map,       ///< the map says so
  header,    ///< its header is one of the field's
  kept,      ///< nobody claims it: kept under its own name
  contact,   ///< contact data: left out
  left_out,  ///< the map leaves it out
  empty,     ///< nothing in it, and nobody claims it
};

struct ColumnReport {
  std::size_t source = 0;  ///< index into ImportReport::sources
  std::string column;      ///< header
  std::string field;       ///< field of the table it went to, or name it is kept under
  ReadAs read_as = ReadAs::text;
  ColumnReason reason = ColumnReason::kept;
  std::size_t filled = 0;                                     ///< cells with something in them
  std::size_t understood = 0;                                 ///< of these
  std::vector<std::pair<std::string, std::string>> examples;  ///< as written, as understood
};

struct SourceReport {
  std::string file;   ///< as shown in messages
  std::string name;   ///< of the sheet, or of the file
  std::string table;  ///< what its rows became
  std::size_t header_row = 1;
  std::vector<std::string> above;
  std::size_t rows = 0;
  std::size_t taken = 0;
};

struct ImportReport {
  std::vector<SourceReport> sources;
  std::vector<ColumnReport> columns;
  std::array<std::size_t, 6> names{};  ///< mentions recognised, by NameSource
  std::size_t new_actors = 0;          ///< actors that neither the framework nor a table knew
  std::size_t contacts_masked = 0;     ///< cells with contacts in running text, taken out
  std::size_t entities_decoded = 0;    ///< cells in which HTML entities were decoded
};

struct Imported {
  RawDataset dataset;
  ImportReport report;
};

/// Names of the tables that can be imported.
[[nodiscard]] const std::vector<std::string>& importable_tables();

/// Findings, each at its cell. Errors: import-name-ambiguous {choices}, import-row-without {field},
/// import-no-column-for {field}, import-no-such-column {header}, import-no-such-field {table},
/// import-nothing. Warnings: import-comment-line, import-name-new, import-name-split,
/// import-name-doubtful, import-name-note {note}, import-not-understood {field}, import-date-order,
/// import-range, import-text-encoding {suggestion}, import-id-again, import-row-left-out {field},
/// import-kind-again. `names` learns the actors and forums that the sources bring.
[[nodiscard]] Imported import_tables(std::span<const SourceTable> sources,
                                     const Framework& framework, NameIndex& names,
                                     const ImportOptions& options, Diagnostics& findings);

/// A map for these tables, from headers and from contents, to be looked at before it is used.
struct Suggestion {
  ColumnRule rule;
  bool by_header = false;  ///< else by what stands in the cells
  std::size_t filled = 0;
  std::size_t fitting = 0;  ///< cells that fit, of those filled
  std::string example;
};
[[nodiscard]] std::vector<Suggestion> suggest_map(std::span<const SourceTable> sources,
                                                  const Framework& framework,
                                                  const NameIndex& names,
                                                  const ImportOptions& options);

}  // namespace coopnet::intake
