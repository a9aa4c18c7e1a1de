#include "coopnet/render/dot.hpp"

#include <algorithm>
#include <cmath>

#include "coopnet/core/text.hpp"
#include "render/dot_writer.hpp"
#include "render/drawing_style.hpp"
#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"

namespace coopnet::render {
namespace {

constexpr std::string_view font = "DejaVu Sans";
constexpr double points_per_inch = 72;

std::string_view graphviz_style(LinePattern pattern) {
  if (pattern == LinePattern::dashed) return "dashed";
  return pattern == LinePattern::dotted ? "dotted" : "solid";
}

/// Two parallel lines are a list of colours to Graphviz.
std::string graphviz_colour(LinePattern pattern) {
  std::string colour(line_colour(pattern));
  return pattern == LinePattern::twin ? colour + ":invis:" + colour : colour;
}

std::string_view graphviz_name(Engine engine) {
  if (engine == Engine::dot) return "dot";
  return engine == Engine::sfdp ? "sfdp" : "neato";
}

/// One line of words for each part of the legend: "Shape: circle: state; diamond: forum".
std::string legend_line(const Drawing& drawing, std::span<const LegendEntry> entries,
                        LegendPart part) {
  std::string out;
  for (const auto& e : entries) {
    if (e.part != part) continue;
    out += out.empty() ? legend_heading(drawing, part) + ": " : "; ";
    if (part == LegendPart::colour) out += std::string(colour_name(e.index)) + " = ";
    if (part == LegendPart::shape) out += std::string(name_of(static_cast<Shape>(e.index))) + " = ";
    if (part == LegendPart::line)
      out += std::string(name_of(static_cast<LinePattern>(e.index))) + " = ";
    out += e.text;
  }
  if (part == LegendPart::size && !out.empty()) out += " (" + drawing.words.size_in_dot + ")";
  return out;
}

std::string graph_label(const Drawing& drawing) {
  std::vector<std::string> lines = {drawing.title, drawing.subtitle};
  const auto entries = legend(drawing);
  for (const auto part : {LegendPart::colour, LegendPart::shape, LegendPart::line, LegendPart::size,
                          LegendPart::width})
    lines.push_back(legend_line(drawing, entries, part));
  lines.push_back(drawing.source);
  lines.push_back(drawing.date);
  std::vector<std::string> shown;
  for (const auto& line : lines)
    for (auto& piece : wrap(line, {.width = 720, .size = 10, .bold = false, .lines = 4}))
      shown.push_back(std::move(piece));
  const bool rtl = drawing.direction == Direction::right_to_left;
  return dot_label(shown, rtl ? LineEnd::right : LineEnd::left);
}

void start(DotWriter& out, const Drawing& drawing) {
  const bool rtl = drawing.direction == Direction::right_to_left;
  out.graph({{"charset", "UTF-8"},
             {"linelength", ""},
             {"style", ""},
             {"layout", graphviz_name(layout_engine(drawing))},
             {"label", ""},
             {"labelloc", "t"},
             {"labeljust", rtl ? "r" : "l"},
             {"fontname", font},
             {"fontsize", "10"},
             {"bgcolor", "white"},
             {"color", "#999999"},
             {"rankdir", rtl ? "RL" : "LR"},
             {"overlap", "prism"},
             {"start", "7"},
             {"splines", "line"},
             {"outputorder", "edgesfirst"},
             {"tooltip", ""}});
  out.every_node({{"label", " "},
                  {"shape", "box"},
                  {"style", "filled"},
                  {"fillcolor", "#FFFFFF"},
                  {"color", outline_colour},
                  {"fontcolor", "#000000"},
                  {"fontname", font},
                  {"fontsize", "9"},
                  {"margin", "0.04,0.03"},
                  {"width", "0.2"},
                  {"height", "0.2"},
                  {"tooltip", ""}});
  out.every_edge({{"style", "solid"},
                  {"color", line_colour(LinePattern::solid)},
                  {"penwidth", "1"},
                  {"dir", "none"},
                  {"arrowsize", "0.7"},
                  {"tooltip", ""}});
}

void add_nodes(DotWriter& out, const Drawing& drawing, const Scales& scales) {
  for (const auto& node : drawing.nodes) {
    const auto colour = colour_of(drawing, node);
    const auto shape = drawing.kinds[node.kind].shape;
    const auto extent = extent_of(shape, scales.diameter(node.size));
    const Rect box = graphviz_box(shape, {0, 0, extent.width, extent.height});
    out.add_node({{"label", dot_label(label_lines(node))},
                  {"shape", graphviz_shape(shape)},
                  {"fillcolor", fill_of(colour)},
                  {"fontcolor", white_on(colour) ? "#FFFFFF" : "#000000"},
                  {"width", text::fixed(box.width / points_per_inch, 3)},
                  {"height", text::fixed(box.height / points_per_inch, 3)},
                  {"tooltip", dot_tooltip(describe(drawing, node))}});
  }
}

void add_edges(DotWriter& out, const Drawing& drawing, const Scales& scales) {
  for (const auto& edge : drawing.edges) {
    const auto pattern = drawing.styles[edge.style].pattern;
    out.add_edge(edge.from, edge.to,
                 {{"style", graphviz_style(pattern)},
                  {"color", graphviz_colour(pattern)},
                  {"penwidth", points(scales.line_width(edge.width))},
                  {"dir", edge.directed ? "forward" : "none"},
                  {"tooltip", dot_tooltip(describe(drawing, edge))}});
  }
}

void add_clusters(DotWriter& out, const Drawing& drawing) {
  // Regions lie across each other in a drawing by forces: there, a box around each would mislead.
  const std::string_view style = layout_engine(drawing) == Engine::dot ? "rounded" : "invis";
  for (std::size_t k = 0; k < drawing.clusters.size(); ++k) {
    std::vector<DotWriter::Node> members;
    for (std::size_t i = 0; i < drawing.nodes.size(); ++i)
      if (drawing.nodes[i].cluster == k) members.push_back(i);
    if (members.empty()) continue;
    const std::vector<std::string> label = {drawing.clusters[k].name};
    out.add_cluster(members, {{"label", dot_label(label)}, {"style", style}});
  }
}

}  // namespace

Engine layout_engine(const Drawing& drawing) {
  const std::size_t n = drawing.nodes.size();
  if (drawing.layered && n <= 60 && drawing.edges.size() <= 2 * n) return Engine::dot;
  return n < 150 ? Engine::neato : Engine::sfdp;
}

std::string to_dot(const Drawing& original) {
  const Drawing drawing = canonical(original);
  const Scales scales = scales_of(drawing);
  const bool directed = std::any_of(drawing.edges.begin(), drawing.edges.end(),
                                    [](const DrawingEdge& e) { return e.directed; });
  DotWriter out(directed ? DotWriter::Kind::directed : DotWriter::Kind::undirected);
  start(out, drawing);
  add_nodes(out, drawing, scales);
  add_edges(out, drawing, scales);
  add_clusters(out, drawing);
  const auto label = graph_label(drawing);
  // No line of the file is broken: not every reader of DOT knows that a string can go on.
  out.set_graph({{"label", label}, {"linelength", "0"}});
  return out.write();
}

}  // namespace coopnet::render
