#pragma once

#include <cstddef>
#include <cstdint>

/// What readers accept before they give up. A file that passes a limit is refused with a finding
/// that names the limit; the defaults are far above any real dataset.
namespace coopnet::io {

/// Bytes of one input file, or of standard input.
inline constexpr std::uint64_t default_file_bytes = std::uint64_t{1} << 30U;

/// Limits of one table, however it is written.
struct TableLimits {
  std::size_t field_bytes = std::size_t{1} << 20U;  ///< of one cell
  std::size_t columns = 1'000;
  std::size_t rows = 20'000'000;
  std::size_t cells = 100'000'000;  ///< rows times columns; a cell costs 24 bytes besides its text
  std::size_t findings = 1'000;     ///< of one code in one file; the rest are only counted
};

using CsvLimits = TableLimits;

struct JsonLimits {
  TableLimits tables;
  std::size_t depth = 64;        ///< objects and arrays inside each other
  std::size_t values = 100'000;  ///< of the description of a dataset
};

struct ReadLimits {
  std::uint64_t file_bytes = default_file_bytes;
  CsvLimits csv;
  JsonLimits json;
};

}  // namespace coopnet::io
