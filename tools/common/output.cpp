#include "common/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "common/failure.hpp"
#include "common/redaction.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/render/xlsx.hpp"

namespace coopnet::tools {
namespace {

struct FormatName {
  Format format;
  std::string_view word;
  std::string_view endings;  ///< of files, separated by blanks
};

constexpr std::array format_names{
    FormatName{Format::table, "table", "txt"},    FormatName{Format::csv, "csv", "csv"},
    FormatName{Format::tsv, "tsv", "tsv tab"},    FormatName{Format::xlsx, "xlsx", "xlsx"},
    FormatName{Format::json, "json", "json"},     FormatName{Format::md, "md", "md markdown"},
    FormatName{Format::html, "html", "html htm"}, FormatName{Format::dot, "dot", "dot gv"},
    FormatName{Format::svg, "svg", "svg"},        FormatName{Format::png, "png", "png"},
    FormatName{Format::pdf, "pdf", "pdf"},        FormatName{Format::graphml, "graphml", "graphml"},
    FormatName{Format::gexf, "gexf", "gexf"},     FormatName{Format::pajek, "pajek", "net"},
};

const FormatName& name_of(Format format) {
  return *std::find_if(format_names.begin(), format_names.end(),
                       [&](const FormatName& n) { return n.format == format; });
}

/// What stands behind the last dot of the file's name, in lower case.
std::string ending_of(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string() : text::lower_ascii(name.substr(dot + 1));
}

std::optional<Format> format_of_ending(std::string_view ending, std::span<const Format> allowed) {
  for (const Format format : allowed)
    for (const auto known : text::split_list(name_of(format).endings, ' '))
      if (known == ending) return format;
  return std::nullopt;
}

/// What is at a path already.
enum class Target : std::uint8_t { nothing, file, folder, device };

Target target_at(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) != 0) return Target::nothing;
  if (S_ISDIR(status.st_mode)) return Target::folder;
  return S_ISREG(status.st_mode) ? Target::file : Target::device;
}

/// Into a device or a named pipe, such as /dev/null: there is nothing to replace.
void write_device(const std::string& path, std::string_view bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  bool good = file >= 0;
  while (good && !bytes.empty()) {
    const auto n = write(file, bytes.data(), bytes.size());
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
    good = n >= 0 || errno == EINTR;
  }
  const int reason = errno;
  if (file >= 0) close(file);
  if (!good) throw IoError(msg("cli.write-failed", {text::inert(path), std::strerror(reason)}));
}

render::TextStyle text_style(const OutputOptions& output) {
  render::TextStyle style;
  style.width = output.to_stdout() ? terminal_width() : usual_width;
  style.colour =
      output.to_stdout() ? use_colour(output.colour) : output.colour == ColourMode::always;
  style.header = !output.no_header;
  style.language = language();
  return style;
}

std::string rendered(const render::Table& table, const OutputOptions& output) {
  const render::CsvStyle csv{.header = !output.no_header, .raw = output.raw, .bom = output.bom};
  switch (output.format()) {
    case Format::csv:
      return to_csv(table, csv);
    case Format::tsv: {
      render::CsvStyle tsv = csv;
      tsv.delimiter = '\t';
      return to_csv(table, tsv);
    }
    case Format::md:
      return to_markdown(table, language());
    case Format::html:
      return to_html_page(table, language());
    case Format::table:
      return to_text(table, text_style(output));
    default:
      throw PreconditionError("a table cannot be written in this format");
  }
}

std::string names_of(std::span<const render::NamedTable> tables) {
  std::vector<std::string> names;
  for (const auto& named : tables) names.push_back(named.name);
  return text::join(names, ", ");
}

std::string rendered(std::span<const render::NamedTable> tables, const OutputOptions& output) {
  std::string out;
  switch (output.format()) {
    case Format::csv:
    case Format::tsv:
      throw UsageError(msg("cli.several-tables", {format_word(output.format()), names_of(tables)}));
    case Format::html: {
      for (const auto& named : tables) out += to_html_fragment(named.table, language());
      return render::html_page(tables.empty() ? "" : tables.front().table.caption, out, language());
    }
    default:
      for (const auto& named : tables) {
        if (!out.empty()) out += '\n';
        out += rendered(named.table, output);
      }
      return out;
  }
}

}  // namespace

std::string_view format_word(Format format) { return name_of(format).word; }

std::span<const Format> table_formats() {
  static constexpr std::array formats{Format::table, Format::csv, Format::tsv, Format::xlsx,
                                      Format::json,  Format::md,  Format::html};
  return formats;
}

void OutputOptions::add_to(OptionSet& options, std::span<const Format> formats) {
  options.text("-o,--output", "FILE", file, "cli.opt-output");
  add_format_to(options, formats);
  options.flag("--force", force, "cli.opt-force");
}

void OutputOptions::add_format_to(OptionSet& options, std::span<const Format> formats) {
  formats_.assign(formats.begin(), formats.end());
  std::vector<std::string> words;
  for (const Format format : formats_) words.emplace_back(format_word(format));
  const auto offers = [this](Format format) {
    return std::find(formats_.begin(), formats_.end(), format) != formats_.end();
  };
  options.choose("--format", std::move(words), "cli.opt-format",
                 [this](std::size_t chosen) { given_ = formats_[chosen]; });
  if (offers(Format::tsv)) {
    options.flag("--no-header", no_header, "cli.opt-no-header");
    options.flag("--raw", raw, "cli.opt-raw");
  }
  if (offers(Format::csv)) options.flag("--bom", bom, "cli.opt-bom");
  if (offers(Format::table))
    options.choice("--color", colour,
                   {{"auto", ColourMode::automatic},
                    {"always", ColourMode::always},
                    {"never", ColourMode::never}},
                   "cli.opt-color");
  options.after_parse([this] { settle(); });
}

void OutputOptions::add_part_to(OptionSet& options) {
  options.text("--part", "NAME", part_, "cli.opt-part");
}

void OutputOptions::settle() {
  format_ = given_.value_or(formats_.front());
  if (to_stdout()) return;
  const std::string shown = text::inert(file);
  const Target target = target_at(file);
  if (target == Target::folder) throw UsageError(msg("cli.output-is-folder", {shown}));
  if (target == Target::file && !force) throw UsageError(msg("cli.output-exists", {shown}));
  const std::string folder = file.substr(0, file.rfind('/') + 1);
  if (!folder.empty() && target_at(folder) != Target::folder)
    throw UsageError(msg("cli.no-such-folder", {text::inert(folder)}));
  if (given_ || target == Target::device) return;
  const auto format = format_of_ending(ending_of(file), formats_);
  if (format) {
    format_ = *format;
    return;
  }
  std::vector<std::string> words;
  for (const Format offered : formats_) words.emplace_back(format_word(offered));
  throw UsageError(msg("cli.unknown-ending", {shown, text::join(words, ", ")}));
}

namespace {

void write(render::Table table, const render::Envelope& envelope, const OutputOptions& output) {
  if (output.format() == Format::json) {
    emit_bytes(to_json(table, envelope), output);
    return;
  }
  if (output.format() == Format::xlsx) {
    const render::NamedTable named{output.part().empty() ? envelope.verb : output.part(),
                                   std::move(table)};
    emit_bytes(to_xlsx({&named, 1}, envelope, language()), output);
    return;
  }
  table.notes.insert(table.notes.end(), envelope.notes.begin(), envelope.notes.end());
  emit_bytes(rendered(table, output), output);
}

void write(std::vector<render::NamedTable> tables, const render::Envelope& envelope,
           const OutputOptions& output) {
  if (output.format() == Format::json) {
    emit_bytes(to_json(tables, envelope), output);
    return;
  }
  if (output.format() == Format::xlsx) {
    emit_bytes(to_xlsx(tables, envelope, language()), output);
    return;
  }
  if (!tables.empty()) {
    auto& notes = tables.back().table.notes;
    notes.insert(notes.end(), envelope.notes.begin(), envelope.notes.end());
  }
  emit_bytes(rendered(tables, output), output);
}

const render::Table& part_of(std::span<const render::NamedTable> tables, const std::string& part) {
  for (const auto& named : tables)
    if (named.name == part) return named.table;
  throw UsageError(msg("cli.no-such-part", {text::inert(part), names_of(tables)}));
}

}  // namespace

void emit(render::Table table, const render::Envelope& envelope, const OutputOptions& output) {
  if (envelope.least_count == 0) return write(std::move(table), envelope, output);
  write(without_small_counts(std::move(table), envelope, output.format()), with_new_ids(envelope),
        output);
}

void emit(std::span<const render::NamedTable> tables, const render::Envelope& envelope,
          const OutputOptions& output) {
  if (!output.part().empty()) return emit(part_of(tables, output.part()), envelope, output);
  std::vector<render::NamedTable> shown(tables.begin(), tables.end());
  if (envelope.least_count == 0) return write(std::move(shown), envelope, output);
  for (auto& named : shown)
    named.table = without_small_counts(std::move(named.table), envelope, output.format());
  write(std::move(shown), with_new_ids(envelope), output);
}

void emit_bytes(std::string_view bytes, const OutputOptions& output) {
  const bool binary = output.format() == Format::png || output.format() == Format::pdf ||
                      output.format() == Format::xlsx;
  if (output.to_stdout()) {
    if (binary && stdout_is_terminal())
      throw UsageError(msg("cli.binary-to-terminal", {format_word(output.format())}));
    write_out(bytes);
    return;
  }
  if (target_at(output.file) == Target::device) {
    write_device(output.file, bytes);
    return;
  }
  {
    const HoldSignals held;
    io::write_file_atomically(output.file, bytes, output.force);
  }
  tell("cli.written", {text::inert(output.file)});
}

}  // namespace coopnet::tools
