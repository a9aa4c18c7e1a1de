#include "coopnet/intake/text_document.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "coopnet/core/text.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/process.hpp"
#include "intake/html_text.hpp"
#include "io/text_scan.hpp"

namespace coopnet::intake {
namespace {

constexpr std::size_t findings_of_one_code = 100;

std::string pdf_to_text(std::string_view bytes, const TextOptions& options) {
  const io::Program program{"pdftotext", "pdftotext", "poppler-utils", {}};
  io::ProcessLimits process;
  process.cpu_seconds = options.pdf_seconds;
  process.wall_milliseconds = 2000 * options.pdf_seconds;
  process.output_bytes = options.file_bytes;
  process.search_path = options.search_path;
  return io::run_program(program, {"-enc", "UTF-8", "-layout", "-", "-"}, bytes, process);
}

std::string without_folders(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

}  // namespace

TextFormat text_format(std::string_view name, std::string_view bytes) {
  const std::string lower = text::lower_ascii(name);
  for (const auto* ending : {".html", ".htm", ".xhtml"})
    if (lower.ends_with(ending)) return TextFormat::html;
  if (lower.ends_with(".pdf") || bytes.starts_with("%PDF-")) return TextFormat::pdf;
  constexpr std::size_t enough = 200;
  const auto begin = text::lower_ascii(text::trim(io::without_mark(bytes).substr(0, enough)));
  const bool page = begin.starts_with("<!doctype html") || begin.starts_with("<html");
  return page ? TextFormat::html : TextFormat::plain;
}

TextDocument make_document(std::string bytes, std::string name, TextFormat format,
                           Diagnostics& diagnostics, const TextOptions& options) {
  TextDocument out;
  out.name = std::move(name);
  out.format = format;
  const bool pdf = format == TextFormat::pdf;
  if (pdf) bytes = pdf_to_text(bytes, options);
  auto text =
      io::to_utf8(bytes, pdf ? io::Encoding::utf8 : options.encoding, out.name, diagnostics);
  if (!text) return out;
  io::Findings findings(diagnostics, out.name, findings_of_one_code);
  if (const auto nul = text->find('\0'); nul != std::string::npos) {
    findings.error("text-nul-byte", io::spot_of(*text, nul));
    return out;
  }
  if (format == TextFormat::html) {
    out.page = std::move(*text);
    auto read = html_to_text(out.page, findings);
    out.text = std::move(read.text);
    out.pieces = std::move(read.pieces);
  } else {
    out.text = std::move(*text);
  }
  if (out.text.find_first_not_of(" \f\n\r\t") == std::string_view::npos)
    findings.warning(pdf ? "pdf-without-text" : "text-empty", {0, 0});
  findings.finish();
  return out;
}

TextDocument read_document(const std::string& path, Diagnostics& findings,
                           const TextOptions& options) {
  auto bytes = io::read_file(path, options.file_bytes);
  const auto name = path == "-" ? std::string("<stdin>") : without_folders(path);
  const auto format = text_format(name, bytes);
  return make_document(std::move(bytes), name, format, findings, options);
}

}  // namespace coopnet::intake
