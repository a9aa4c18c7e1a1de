#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/io/encoding.hpp"

/// Running text out of files: plain text and Markdown, HTML, PDF.
namespace coopnet::intake {

enum class TextFormat : std::uint8_t { plain, html, pdf };

/// From here on the text runs along with its source, up to the next piece.
struct TextPiece {
  std::size_t text_begin = 0;
  std::size_t source_begin = 0;
};

/// A text to look into, and where in its file each part of it stands.
struct TextDocument {
  std::string name;  ///< as shown: the file's name without its folders, or "<stdin>"
  TextFormat format = TextFormat::plain;
  std::string text;               ///< UTF-8 without byte order mark; empty lines part paragraphs
  std::string page;               ///< HTML only: the page itself
  std::vector<TextPiece> pieces;  ///< HTML only: where the text stands in it

  /// What lines and columns are counted in: the page, or the text.
  [[nodiscard]] std::string_view source() const {
    return format == TextFormat::html ? std::string_view(page) : std::string_view(text);
  }
};

struct TextOptions {
  io::Encoding encoding = io::Encoding::utf8;  ///< of plain text and HTML
  std::uint64_t file_bytes = std::uint64_t{256} << 20U;
  unsigned pdf_seconds = 60;               ///< for one PDF file
  std::optional<std::string> search_path;  ///< where to look for pdftotext, instead of PATH
};

/// The format by the ending of a name (.html, .htm, .xhtml, .pdf), else by how the bytes begin.
[[nodiscard]] TextFormat text_format(std::string_view name, std::string_view bytes);

/// A document of bytes. HTML becomes text as a reader sees it; PDF through the program pdftotext of
/// Poppler, without which an ExternalError says what to install. Reports what io::to_utf8 does and
/// "text-nul-byte" (then the document is empty), "html-unclosed", "pdf-without-text" and
/// "text-empty" (warnings).
[[nodiscard]] TextDocument make_document(std::string bytes, std::string name, TextFormat format,
                                         Diagnostics& findings, const TextOptions& options = {});

/// The same of a file, or of standard input ("-"). Throws IoError and DataError as read_file does.
[[nodiscard]] TextDocument read_document(const std::string& path, Diagnostics& findings,
                                         const TextOptions& options = {});

}  // namespace coopnet::intake
