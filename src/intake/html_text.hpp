#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "coopnet/intake/text_document.hpp"
#include "io/findings.hpp"

namespace coopnet::intake {

struct HtmlText {
  std::string text;
  std::vector<TextPiece> pieces;  ///< ascending
};

/// What a reader sees of a page: tags dropped, scripts and styles dropped with what they hold,
/// entities decoded, blanks squeezed, an empty line between blocks. Nothing is demanded of the page
/// but UTF-8. What begins and never ends (a tag, a comment, a script) hides the rest of the page,
/// as in a browser, and is told ("html-unclosed", a warning).
/// Cost: one pass.
[[nodiscard]] HtmlText html_to_text(std::string_view html, io::Findings& findings);

}  // namespace coopnet::intake
