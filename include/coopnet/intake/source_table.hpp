#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

/// Tables as other people keep them: CSV and TSV in any common encoding, sheets of a workbook
/// (XLSX), arrays of objects in JSON. Nothing is understood yet; that is what import.hpp does.
namespace coopnet::intake {

struct SourceOptions {
  std::string encoding;           ///< name of the encoding of a text; empty: UTF-8
  std::optional<char> delimiter;  ///< of CSV; nothing: found
  std::size_t header_row = 0;     ///< line or row of the header, from 1; 0: found
  std::string sheet;              ///< only this sheet; empty: all that hold a table
};

struct SourceTable {
  RawTable table;                  ///< `name`: of the sheet or JSON member, else of the file
  std::string stem;                ///< name of the file without folder and ending
  std::size_t header_row = 1;      ///< where the header stands
  std::vector<std::string> above;  ///< what stands in the lines above it, one text a line
};

/// Reads all tables of one file, by its ending: .xlsx, .json, .jsonl, .ndjson, .tsv; else CSV ("-":
/// standard input, JSON where it begins with { or [). Where lines of a title stand above the table,
/// the header is the first line that is about as wide as the table.
/// Throws IoError and DataError as io::read_file does; findings as the readers report them, and
/// no-such-sheet, unknown-encoding.
[[nodiscard]] std::vector<SourceTable> read_source(const std::string& path,
                                                   const SourceOptions& options,
                                                   Diagnostics& findings);

}  // namespace coopnet::intake
