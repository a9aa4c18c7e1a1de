#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Traces that web pages and wrong encodings leave in texts.
namespace coopnet::io {

struct DecodedText {
  std::string text;
  std::size_t decoded = 0;  ///< references that became characters
  std::size_t invalid = 0;  ///< numeric references that stand for no character; left as they are
  /// References that were written twice, "&amp;eacute;": decoded once, "&eacute;" is left.
  std::size_t double_encoded = 0;
};

/// "Caf&eacute; &amp; bar" -> "Café & bar": numeric references, decimal and hexadecimal, and the
/// names of HTML 4 with "apos". 128 to 159 are those of windows-1252, as browsers take them. A name
/// that is not known, and a "&" without a ";", are texts like any other.
[[nodiscard]] DecodedText decode_entities(std::string_view text);

/// UTF-8 that was once read as windows-1252 or ISO 8859-1: "CÃ´te" for "Côte". Gives the text with
/// all such places repaired, or nothing where there are none. A suggestion, never a certainty.
[[nodiscard]] std::optional<std::string> looks_like_mojibake(std::string_view text);

}  // namespace coopnet::io
