#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/option_set.hpp"
#include "common/options.hpp"
#include "common/terminal.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/table.hpp"

/// Where results go, and as what.
namespace coopnet::tools {

enum class Format : std::uint8_t {
  table,
  csv,
  tsv,
  xlsx,
  json,
  md,
  html,
  dot,
  svg,
  png,
  pdf,
  graphml,
  gexf,
  pajek
};

/// The word of a format in --format; "graphml".
[[nodiscard]] std::string_view format_word(Format);

/// Formats of a result that is a table, the usual one first.
[[nodiscard]] std::span<const Format> table_formats();

struct OutputOptions {
  std::string file;  ///< empty or "-": standard output
  bool force = false;
  bool no_header = false;
  bool raw = false;
  bool bom = false;
  ColourMode colour = ColourMode::automatic;

  /// `formats`: those that the verb can write, the usual one first. After parsing, the format is
  /// --format, else what the ending of the file means, else the usual one; a file that exists is
  /// refused unless --force (UsageError), before anything is computed.
  void add_to(OptionSet& options, std::span<const Format> formats = table_formats());

  /// For verbs whose -o is something else: the result goes to standard output.
  void add_format_to(OptionSet& options, std::span<const Format> formats = table_formats());

  /// For results of several tables: --part chooses one, which CSV and TSV need.
  void add_part_to(OptionSet& options);

  [[nodiscard]] Format format() const { return format_; }
  [[nodiscard]] const std::string& part() const { return part_; }
  [[nodiscard]] bool to_stdout() const { return file.empty() || file == "-"; }

 private:
  void settle();

  std::vector<Format> formats_;
  std::string part_;
  std::optional<Format> given_;
  Format format_ = Format::table;
};

/// Writes a result in the format chosen. The notes of the envelope stand below those of the table.
void emit(render::Table table, const render::Envelope& envelope, const OutputOptions& output);

/// The same for a result of several tables, or the one that --part names. CSV and TSV hold one
/// table: without --part they are a UsageError.
void emit(std::span<const render::NamedTable> tables, const render::Envelope& envelope,
          const OutputOptions& output);

/// Writes finished bytes: a file in one step, or standard output. Bytes that are no text (PNG, PDF,
/// XLSX) are not written to a terminal (UsageError).
void emit_bytes(std::string_view bytes, const OutputOptions& output);

}  // namespace coopnet::tools
