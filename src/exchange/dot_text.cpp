#include "exchange/dot_text.hpp"

namespace coopnet::exchange {

std::string dot_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out += '"';
}

std::string dot_plain(std::string_view text) {
  if (text.find("\\\\") == std::string_view::npos) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '\\') ++i;
    out += text[i];
  }
  return out;
}

std::string dot_label_text(std::string_view text) {
  constexpr std::string_view names = "NGETHL";  // of the node, the graph, ...: not looked up
  std::string out;
  bool ends_line = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ends_line = false;
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    ends_line = c == 'n' || c == 'l' || c == 'r';
    if (names.find(c) != std::string_view::npos) out += '\\';
    out += ends_line ? '\n' : c;
  }
  if (ends_line) out.pop_back();  // the last line may be ended too
  return out;
}

}  // namespace coopnet::exchange
