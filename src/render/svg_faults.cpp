#include <algorithm>

#include "coopnet/core/text.hpp"
#include "render/drawing_text.hpp"
#include "render/svg_place.hpp"

namespace coopnet::render {
namespace {

constexpr double tolerance = 0.05;

struct Piece {
  Rect box;
  std::size_t part;
  const PictureText* text;  ///< null for a symbol
};

Rect shrunk(const Rect& r) {
  return {r.x + tolerance, r.y + tolerance, r.width - 2 * tolerance, r.height - 2 * tolerance};
}

std::vector<Piece> pieces_of(const Picture& picture) {
  std::vector<Piece> out;
  for (std::size_t i = 0; i < picture.parts.size(); ++i) {
    for (const auto& text : picture.parts[i].texts) out.push_back({shrunk(text.box), i, &text});
    for (const auto& symbol : picture.parts[i].symbols)
      out.push_back({shrunk(symbol.box), i, nullptr});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Piece& a, const Piece& b) { return a.box.x < b.box.x; });
  return out;
}

std::string name(const Piece& piece) {
  constexpr std::size_t shown = 40;
  if (piece.text != nullptr) return "text \"" + text::shorten(piece.text->text, shown) + "\"";
  return "symbol of part " + std::to_string(piece.part);
}

/// A symbol may carry its own letter, and symbols of one part may lie in each other.
bool may_touch(const Piece& a, const Piece& b) {
  return a.part == b.part && (a.text == nullptr || b.text == nullptr);
}

void check_alone(const Piece& piece, const Picture& picture, std::vector<std::string>& out) {
  const Rect& r = piece.box;
  if (r.x < 0 || r.y < 0 || r.right() > picture.width || r.bottom() > picture.height)
    out.push_back(name(piece) + " leaves the page");
  if (piece.text == nullptr) return;
  if (piece.text->size < smallest_text) out.push_back(name(piece) + " is too small");
  if (text_width(piece.text->text, piece.text->size, piece.text->bold) > piece.text->box.width + 1)
    out.push_back(name(piece) + " is wider than its box");
}

}  // namespace

std::vector<std::string> layout_faults(const Picture& picture) {
  std::vector<std::string> out;
  const auto pieces = pieces_of(picture);
  if (picture.width > page_width + tolerance || picture.height > page_height + tolerance)
    out.emplace_back("the page is larger than A4 allows");
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    check_alone(pieces[i], picture, out);
    for (std::size_t j = i + 1; j < pieces.size(); ++j) {
      if (pieces[j].box.x >= pieces[i].box.right()) break;
      if (!may_touch(pieces[i], pieces[j]) && overlap(pieces[i].box, pieces[j].box))
        out.push_back(name(pieces[i]) + " touches " + name(pieces[j]));
    }
  }
  for (const auto& part : picture.parts)
    for (const auto& line : part.lines)
      for (const auto& p : line.points)
        if (p.x < 0 || p.y < 0 || p.x > picture.width || p.y > picture.height) {
          out.emplace_back("a line leaves the page");
          break;
        }
  return out;
}

}  // namespace coopnet::render
