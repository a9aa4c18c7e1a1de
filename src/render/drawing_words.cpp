#include "render/drawing_words.hpp"

#include <algorithm>
#include <string_view>

#include "coopnet/core/text.hpp"
#include "render/drawing_text.hpp"

namespace coopnet::render {
namespace {

constexpr std::size_t longest_description = 1000;

std::string one_line(const DrawingNode& node) {
  auto out = clean(node.label, 200);
  return out.empty() ? clean(node.key, 200) : out;
}

double longest_word(std::string_view text, double size) {
  double longest = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(" \t\r\n-/"), text.size() - 1) + 1;
    longest = std::max(longest, text_width(clean(text.substr(0, end)), size));
    text.remove_prefix(end);
  }
  return longest;
}

void add_measure(std::string& out, const std::string& name, double value) {
  if (!name.empty()) out += "; " + name + ": " + text::number(value);
}

}  // namespace

std::vector<std::string> label_lines(const DrawingNode& node) {
  // 18 letters of average width at size 10; the breaks are the same at any size.
  constexpr double widest = 108;
  WrapOptions options{.width = widest, .size = 10, .bold = false, .lines = 3};
  const auto& text = clean_lines(node.label, 1).empty() ? node.key : node.label;
  auto lines = wrap(text, options);
  if (lines.size() < 2 || lines.back().ends_with(ellipsis)) return lines;
  // As many lines, but of even length: the narrowest width that breaks no further word.
  const double longest = longest_word(text, options.size);
  for (options.width -= 6; options.width >= longest; options.width -= 6) {
    auto narrower = wrap(text, options);
    if (narrower.size() > lines.size() || narrower.back().ends_with(ellipsis)) break;
    lines = std::move(narrower);
  }
  return lines;
}

std::string describe(const Drawing& drawing, const DrawingNode& node) {
  if (auto given = clean(node.description, longest_description); !given.empty()) return given;
  std::string out = one_line(node) + "; " + drawing.kinds[node.kind].name;
  if (node.cluster != no_cluster) out += "; " + drawing.clusters[node.cluster].name;
  add_measure(out, drawing.size_measure, node.size);
  return clean(out, longest_description);
}

std::string describe(const Drawing& drawing, const DrawingEdge& edge) {
  if (auto given = clean(edge.description, longest_description); !given.empty()) return given;
  std::string out = one_line(drawing.nodes[edge.from]) + (edge.directed ? " \u2192 " : " \u2013 ") +
                    one_line(drawing.nodes[edge.to]) + "; " + drawing.styles[edge.style].name;
  add_measure(out, drawing.width_measure, edge.width);
  return clean(out, longest_description);
}

std::string describe(const Drawing& drawing) {
  if (auto given = clean(drawing.description); !given.empty()) return given;
  const auto counts = fill(drawing.words.counts, {std::to_string(drawing.nodes.size()),
                                                  std::to_string(drawing.edges.size())});
  return clean(drawing.subtitle.empty() ? counts : drawing.subtitle + ". " + counts);
}

std::string legend_heading(const Drawing& drawing, LegendPart part) {
  switch (part) {
    case LegendPart::colour:
      return drawing.words.colour;
    case LegendPart::shape:
      return drawing.words.shape;
    case LegendPart::line:
      return drawing.words.line;
    case LegendPart::size:
      return drawing.size_measure;
    case LegendPart::width:
      return drawing.width_measure;
  }
  return {};
}

}  // namespace coopnet::render
