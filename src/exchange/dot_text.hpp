#pragma once

#include <string>
#include <string_view>

/// Strings of DOT. Between quotes the language knows one escape, \" ; everything else that looks
/// like one is only understood by what draws the labels, where \\ is one backslash. So a text with
/// an odd number of backslashes before a quote, before a line end or at its end cannot be written
/// as it is. Here each backslash is written twice, wherever it stands, and two are read as one.
namespace coopnet::exchange {

[[nodiscard]] std::string dot_quoted(std::string_view text);

/// Two backslashes become one; any other backslash stays.
[[nodiscard]] std::string dot_plain(std::string_view text);

/// A label as it is drawn: \n, \l and \r end lines.
[[nodiscard]] std::string dot_label_text(std::string_view text);

}  // namespace coopnet::exchange
