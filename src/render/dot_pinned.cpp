#include <cmath>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/dot.hpp"
#include "render/dot_writer.hpp"
#include "render/drawing_style.hpp"
#include "render/drawing_text.hpp"
#include "render/svg_edges.hpp"

namespace coopnet::render {
namespace {

constexpr double points_per_inch = 72;
constexpr std::string_view font = "DejaVu Sans";
constexpr std::string_view bold_font = "DejaVu Sans Bold";

std::string inches(double value) { return text::fixed(value / points_per_inch, 4); }

/// Each piece of the picture becomes a node or an edge with a fixed place. Graphviz paints all
/// edges first (outputorder), then nodes in the order of the file: symbols of all parts, then
/// texts.
class PinnedWriter {
 public:
  PinnedWriter(const Picture& picture, unsigned dpi)
      : picture_(picture), out_(DotWriter::Kind::directed) {
    const auto resolution = std::to_string(dpi);
    out_.graph({{"charset", "UTF-8"},
                {"layout", "neato"},
                {"linelength", "0"},
                {"bgcolor", "white"},
                {"pad", "0"},
                {"margin", "0"},
                {"dpi", resolution},
                {"outputorder", "edgesfirst"}});
    out_.every_node({{"label", " "},
                     {"shape", "none"},
                     {"style", "filled"},
                     {"fillcolor", "#00000000"},
                     {"color", "#00000000"},
                     {"penwidth", "1"},
                     {"fontcolor", "#000000"},
                     {"fontname", font},
                     {"fontsize", "8"},
                     {"margin", "0"},
                     {"fixedsize", "true"},
                     {"width", "0.01"},
                     {"height", "0.01"},
                     {"pos", "0,0"},
                     {"tooltip", " "}});
    out_.every_edge({{"style", "solid"},
                     {"color", "#000000"},
                     {"penwidth", "1"},
                     {"dir", "none"},
                     {"arrowsize", "1"},
                     {"pos", ""},
                     {"tooltip", " "}});
  }

  std::string write() {
    // A transparent node as large as the page: the picture gets its size.
    ends_ =
        add_node({0, 0, picture_.width, picture_.height}, "box", "#00000000", "#00000000", 0, "");
    for (const auto& part : picture_.parts)
      for (const auto& line : part.lines) add_line(line, part.title);
    for (const auto& part : picture_.parts)
      for (const auto& symbol : part.symbols)
        add_node(graphviz_box(symbol.shape, symbol.box), graphviz_shape(symbol.shape),
                 symbol.fill.empty() ? "#00000000" : symbol.fill,
                 symbol.outline.empty() ? "#00000000" : symbol.outline, symbol.outline_width,
                 part.title);
    for (const auto& part : picture_.parts)
      for (const auto& text : part.texts) add_text(text);
    return out_.write();
  }

 private:
  /// Graphviz counts y upwards.
  [[nodiscard]] std::string pair(Point p) const {
    return points(p.x) + "," + points(picture_.height - p.y);
  }

  DotWriter::Node add_node(const Rect& box, std::string_view shape, std::string_view fill,
                           std::string_view outline, double outline_width, std::string_view title) {
    return out_.add_node({{"shape", shape},
                          {"fillcolor", fill},
                          {"color", outline},
                          {"penwidth", points(outline_width)},
                          {"pos", pair(box.centre())},
                          {"width", inches(box.width)},
                          {"height", inches(box.height)},
                          {"tooltip", title.empty() ? " " : dot_tooltip(title)}});
  }

  void add_line(const PictureLine& line, std::string_view title) {
    auto p = line.points;
    if (p.size() != 2 && p.size() != 4) throw PreconditionError("dot: a line has 2 or 4 points");
    std::string pos;
    if (line.arrow) {
      pos = "e," + pair(p.back()) + " ";
      p.back() = arrow_base(line);
    }
    if (p.size() == 2) p = {p[0], p[0], p[1], p[1]};
    for (std::size_t i = 0; i < p.size(); ++i) pos += (i > 0 ? " " : "") + pair(p[i]);
    std::string_view style = "solid";
    if (line.pattern == LinePattern::dashed) style = "dashed";
    if (line.pattern == LinePattern::dotted) style = "dotted";
    const bool twin = line.pattern == LinePattern::twin;
    constexpr double graphviz_head = 10;
    out_.add_edge(ends_, ends_,
                  {{"style", style},
                   {"color", line.colour},
                   {"penwidth", points(line.width + (twin ? twin_gap : 0))},
                   {"dir", line.arrow ? "forward" : "none"},
                   {"arrowsize", points(head_length(line.width) / graphviz_head)},
                   {"pos", pos},
                   {"tooltip", title.empty() ? " " : dot_tooltip(title)}});
    if (!twin) return;
    const auto body = line.arrow ? pos.substr(pos.find(' ') + 1) : pos;
    out_.add_edge(ends_, ends_,
                  {{"color", "#FFFFFF"}, {"penwidth", points(twin_gap)}, {"pos", body}});
  }

  void add_text(const PictureText& text) {
    LineEnd end = LineEnd::centre;
    if (text.align == Align::left) end = LineEnd::left;
    if (text.align == Align::right) end = LineEnd::right;
    const std::vector<std::string> lines = {text.text};
    out_.add_node({{"label", dot_label(lines, end)},
                   {"shape", text.halo ? "box" : "none"},
                   {"fillcolor", text.halo ? "#FFFFFFCC" : "#00000000"},
                   {"penwidth", "0"},
                   {"fontcolor", text.white ? "#FFFFFF" : "#000000"},
                   {"fontname", text.bold ? bold_font : font},
                   {"fontsize", points(text.size)},
                   {"pos", pair(text.box.centre())},
                   {"width", inches(text.box.width)},
                   {"height", inches(text.box.height)}});
  }

  const Picture& picture_;
  DotWriter out_;
  DotWriter::Node ends_ = 0;
};

void check_dpi(unsigned dpi) {
  if (dpi < 36 || dpi > 600) throw PreconditionError("dpi must be in 36..600");
}

}  // namespace

std::string to_dot(const Picture& picture, unsigned dpi) {
  check_dpi(dpi);
  return PinnedWriter(picture, dpi).write();
}

std::string to_png(const Picture& picture, unsigned dpi, const LayoutLimits& limits) {
  return run_graphviz(Engine::fixed, "png", to_dot(picture, dpi), limits);
}

std::string to_pdf(const Picture& picture, const LayoutLimits& limits) {
  constexpr unsigned points_as_they_are = 72;
  return run_graphviz(Engine::fixed, "pdf", to_dot(picture, points_as_they_are), limits);
}

}  // namespace coopnet::render
