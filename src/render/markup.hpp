#pragma once

#include <string>
#include <string_view>

/// Text as content of XML and HTML.
namespace coopnet::render {

/// Appends one byte so that it means itself between tags and inside quoted attributes.
inline void append_markup(std::string& out, char c) {
  switch (c) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += c;
  }
}

[[nodiscard]] inline std::string as_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) append_markup(out, c);
  return out;
}

}  // namespace coopnet::render
