#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

/// Which column of somebody's table says what. A map is itself a table, so that it can be looked
/// at, mended and shared in a spreadsheet:
///
///     file,table,field,column,read_as,separator,value,means,optional,note
///     ,pledges,title,Pledge name,,,,,,
///     ,pledges,objectives,GCM objectives,,",",,,,
///     ,pledges,status,Status,,,,,yes,
///     ,pledges,status,,,,Under way,in_progress,,
///     ,,,Focal point,leave_out,,,,yes,contact data
///
/// A row with `column` says what a column is, one with `value` what a word of a field means.
namespace coopnet::intake {

/// How the cells of a column are read.
enum class ReadAs : std::uint8_t {
  by_field,  ///< as the field asks for
  text,      ///< as it stands
  names,     ///< actors or forums, looked up by name
  tags,      ///< codes or labels of a facet
  mark,      ///< a tick in a column that stands for one tag: "Objective 8"
  word,      ///< a word of a closed list
  date,
  number,
  list,       ///< texts
  keep,       ///< a column of its own, as it stands
  leave_out,  ///< not read
};

struct ColumnRule {
  std::string file;    ///< name of the file (without ending) or sheet; empty: any
  std::string table;   ///< of a dataset: "pledges", "actors"; empty: the one of the source
  std::string field;   ///< "actors", "title", "objectives", "member:observer"
  std::string column;  ///< header as written there; compared by text::fold
  ReadAs read_as = ReadAs::by_field;
  std::string separators;  ///< of items in a cell; empty: the usual ones
  bool optional = false;   ///< a source may lack the column
};

struct WordRule {
  std::string field;
  std::string written;
  std::string means;
};

struct ColumnMap {
  std::vector<ColumnRule> columns;
  std::vector<WordRule> words;
};

/// Reads a map table. Errors: map-column-missing {name}, map-row-unclear (neither column nor
/// value), unknown-word (read_as).
[[nodiscard]] ColumnMap parse_column_map(const RawTable& table, Diagnostics& findings);

/// Reads `title="Pledge name",actors="Submitting entity(ies)"` as a command line gives it: quotes
/// may be gone. A comma divides where a field and "=" follow it. Nothing where a part has no "=".
[[nodiscard]] std::optional<ColumnMap> parse_inline_map(std::string_view text);

/// The map as a table; parse_column_map gives it back.
[[nodiscard]] RawTable write_column_map(const ColumnMap& map);

[[nodiscard]] std::string_view word_of(ReadAs read_as);

}  // namespace coopnet::intake
