#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"

/// Texts in other encodings than UTF-8.
namespace coopnet::io {

enum class Encoding : std::uint8_t {
  utf8,
  utf16,  ///< of either order of bytes, by its byte order mark
  utf16le,
  utf16be,
  latin1,       ///< ISO 8859-1
  windows1252,  ///< the encoding of "ANSI" in Western Windows
  mac_roman,
};

/// The usual name: "windows-1252".
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// The usual names of all encodings, for help and for errors.
[[nodiscard]] std::vector<std::string> encoding_names();

/// An encoding by its usual name or another ("cp1252", "ansi", "ISO_8859-1", "latin1", "l1",
/// "macintosh", "utf-16le", ...); case, blanks, hyphens and underscores do not matter.
[[nodiscard]] std::optional<Encoding> parse_encoding(std::string_view name);

/// The text in UTF-8, without its byte order mark; nothing after an error. The tables are those of
/// the system's iconv.
///
/// Errors: not-utf8 (as read_csv), encoding-byte {byte, encoding} with line and column of a byte
/// that stands for no character, encoding-no-mark (utf16 without a byte order mark),
/// encoding-differs {encoding, encoding by the mark}, encoding-missing {encoding} (the system lacks
/// it), text-too-long {limit}. Warnings: encoding-is-utf8 {encoding} (the text is well-formed UTF-8
/// beyond ASCII, so another encoding garbles it), encoding-controls {number, encoding} (control
/// characters where windows-1252 has letters and quotation marks).
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, Encoding encoding,
                                                 const std::string& file, Diagnostics& diagnostics);

}  // namespace coopnet::io
