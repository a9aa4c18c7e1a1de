#include "coopnet/render/svg.hpp"

#include <algorithm>
#include <cmath>

#include "coopnet/core/errors.hpp"
#include "render/drawing_style.hpp"
#include "render/drawing_text.hpp"
#include "render/markup.hpp"
#include "render/svg_edges.hpp"

namespace coopnet::render {
namespace {

constexpr std::string_view fonts =
    "'DejaVu Sans', 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";

std::string_view class_of(PartRole role) {
  switch (role) {
    case PartRole::heading:
      return "heading";
    case PartRole::edge:
      return "edge";
    case PartRole::node:
      return "node";
    case PartRole::cell:
      return "cell";
    case PartRole::legend:
      return "legend";
    case PartRole::key:
      return "key";
    case PartRole::footer:
      return "footer";
  }
  return "part";
}

void check_id(std::string_view id) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; };
  if (id.empty() || !letter(id.front()) || !std::all_of(id.begin(), id.end(), allowed))
    throw PreconditionError("svg: the id prefix must be letters, digits and hyphens");
}

class SvgWriter {
 public:
  explicit SvgWriter(const Picture& picture)
      : picture_(picture), rtl_(picture.direction == Direction::right_to_left) {}

  std::string write(std::string_view id) {
    head(id);
    for (const auto& part : picture_.parts) write_part(part);
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += as_markup(value);
    out_ += '"';
  }
  void attribute(std::string_view name, double value) { attribute(name, points(value)); }

  void element(std::string_view name, std::string_view text, std::string_view id = {}) {
    out_ += '<';
    out_ += name;
    if (!id.empty()) attribute("id", id);
    out_ += '>';
    out_ += as_markup(text);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  void head(std::string_view id) {
    const std::string title_id = std::string(id) + "-title";
    const std::string desc_id = std::string(id) + "-desc";
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute("width", points(picture_.width) + "pt");
    attribute("height", points(picture_.height) + "pt");
    attribute("viewBox", "0 0 " + points(picture_.width) + " " + points(picture_.height));
    attribute("role", "img");
    attribute("aria-labelledby", title_id + " " + desc_id);
    attribute("lang", picture_.language);
    attribute("xml:lang", picture_.language);
    attribute("dir", rtl_ ? "rtl" : "ltr");
    attribute("direction", rtl_ ? "rtl" : "ltr");
    attribute("font-family", fonts);
    out_ += ">\n";
    element("title", clean(picture_.title), title_id);
    element("desc", clean(picture_.description), desc_id);
    out_ += "<rect";
    attribute("width", picture_.width);
    attribute("height", picture_.height);
    attribute("fill", "#FFFFFF");
    out_ += "/>\n";
  }

  void write_part(const PicturePart& part) {
    out_ += "<g";
    attribute("class", class_of(part.role));
    out_ += ">\n";
    if (!part.title.empty()) element("title", clean(part.title));
    for (const auto& line : part.lines) write_line(line);
    for (const auto& symbol : part.symbols) write_symbol(symbol);
    for (const auto& text : part.texts)
      if (text.halo) write_halo(text);
    for (const auto& text : part.texts) write_text(text);
    out_ += "</g>\n";
  }

  void write_path(const std::vector<Point>& p) {
    const auto pair = [](Point q) { return points(q.x) + " " + points(q.y); };
    std::string d = "M" + pair(p[0]);
    if (p.size() == 4)
      d += " C" + pair(p[1]) + " " + pair(p[2]) + " " + pair(p[3]);
    else
      d += " L" + pair(p[1]);
    out_ += "<path";
    attribute("d", d);
    attribute("fill", "none");
  }

  void stroke(const PictureLine& line, std::string_view colour, double width) {
    attribute("stroke", colour);
    attribute("stroke-width", width);
    if (line.pattern == LinePattern::dashed)
      attribute("stroke-dasharray", points(4 + line.width) + " " + points(2 + line.width));
    if (line.pattern == LinePattern::dotted) {
      attribute("stroke-dasharray", "0.10 " + points(2 * line.width + 1.2));
      attribute("stroke-linecap", "round");
    }
    out_ += "/>\n";
  }

  void write_line(const PictureLine& line) {
    auto p = line.points;
    if (p.size() != 2 && p.size() != 4) throw PreconditionError("svg: a line has 2 or 4 points");
    if (line.arrow) p.back() = arrow_base(line);
    if (line.pattern == LinePattern::twin) {
      write_path(p);
      stroke(line, line.colour, line.width + twin_gap);
      write_path(p);
      stroke(line, "#FFFFFF", twin_gap);
    } else {
      write_path(p);
      stroke(line, line.colour, line.width);
    }
    if (line.arrow) write_head(line);
  }

  void write_polygon(const std::vector<Point>& polygon) {
    std::string list;
    for (const auto& p : polygon)
      list += (list.empty() ? "" : " ") + points(p.x) + "," + points(p.y);
    out_ += "<polygon";
    attribute("points", list);
  }

  void write_head(const PictureLine& line) {
    const Point tip = line.points.back();
    const Point base = arrow_base(line);
    constexpr double slimness = 0.38;
    const Point across{(tip.y - base.y) * slimness, (base.x - tip.x) * slimness};
    write_polygon(
        {tip, {base.x + across.x, base.y + across.y}, {base.x - across.x, base.y - across.y}});
    attribute("fill", line.colour);
    out_ += "/>\n";
  }

  void write_symbol(const PictureSymbol& symbol) {
    if (symbol.shape == Shape::circle) {
      const Point c = symbol.box.centre();
      out_ += "<ellipse";
      attribute("cx", c.x);
      attribute("cy", c.y);
      attribute("rx", symbol.box.width / 2);
      attribute("ry", symbol.box.height / 2);
    } else if (symbol.shape == Shape::square) {
      write_rect(symbol.box);
    } else {
      write_polygon(corners(symbol.shape, symbol.box));
    }
    attribute("fill", symbol.fill.empty() ? "none" : symbol.fill);
    if (!symbol.outline.empty()) {
      attribute("stroke", symbol.outline);
      attribute("stroke-width", symbol.outline_width);
    }
    out_ += "/>\n";
  }

  void write_rect(const Rect& box) {
    out_ += "<rect";
    attribute("x", box.x);
    attribute("y", box.y);
    attribute("width", box.width);
    attribute("height", box.height);
  }

  void write_halo(const PictureText& text) {
    write_rect(text.box);
    attribute("fill", "#FFFFFF");
    attribute("fill-opacity", "0.80");
    out_ += "/>\n";
  }

  void write_text(const PictureText& text) {
    double x = text.box.centre().x;
    if (text.align == Align::left) x = text.box.x;
    if (text.align == Align::right) x = text.box.right();
    out_ += "<text";
    attribute("x", x);
    attribute("y", text.box.y + ascent * text.size);
    attribute("font-size", text.size);
    // Brackets and full stops of a name fall to the side that its own script reads them from.
    const bool rtl = is_right_to_left(text.text, rtl_);
    if (rtl != rtl_) attribute("direction", rtl ? "rtl" : "ltr");
    if (text.align == Align::middle)
      attribute("text-anchor", "middle");
    else if ((text.align == Align::left) == rtl)  // "start" is where reading starts
      attribute("text-anchor", "end");
    if (text.bold) attribute("font-weight", "bold");
    if (text.white) attribute("fill", "#FFFFFF");
    out_ += '>';
    out_ += as_markup(clean(text.text));
    out_ += "</text>\n";
  }

  const Picture& picture_;
  bool rtl_;
  std::string out_;
};

}  // namespace

Point arrow_base(const PictureLine& line) {
  const Point tip = line.points.back();
  const Point before = line.points[line.points.size() - 2];
  const double dx = tip.x - before.x;
  const double dy = tip.y - before.y;
  const double far = std::sqrt(dx * dx + dy * dy);
  if (far < 1e-9) return tip;
  const double share = std::min(1.0, head_length(line.width) / far);
  return {tip.x - dx * share, tip.y - dy * share};
}

std::string to_svg(const Picture& picture, std::string_view id_prefix) {
  check_id(id_prefix);
  return SvgWriter(picture).write(id_prefix);
}

std::string to_svg(const Drawing& drawing, const LayoutLimits& limits) {
  return to_svg(compose(drawing, limits));
}

}  // namespace coopnet::render
