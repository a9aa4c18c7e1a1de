#include "render/svg_edges.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"

namespace coopnet::render {
namespace {

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(double f, Point p) { return {f * p.x, f * p.y}; }
double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double length(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }

/// Where the ray from the symbol's centre towards `target` leaves the symbol.
Point leave(Shape shape, const Rect& box, Point target) {
  const Point centre = letter_place(shape, box);
  const Point way = target - centre;
  const double far = length(way);
  if (far < 1e-9) return centre;
  const auto polygon = corners(shape, box);
  if (polygon.empty()) return centre + (box.width / 2 / far) * way;
  double furthest = 0;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point a = polygon[i];
    const Point side = polygon[(i + 1) % polygon.size()] - a;
    const double det = cross(way, side);
    if (std::abs(det) < 1e-12) continue;
    const double along = cross(a - centre, side) / det;
    const double at_side = cross(a - centre, way) / det;
    if (along > 0 && at_side >= -1e-9 && at_side <= 1 + 1e-9) furthest = std::max(furthest, along);
  }
  return centre + std::min(furthest, 1.0) * way;
}

Point inside(Point p, const Rect& plot) {
  return {std::clamp(p.x, plot.x, plot.right()), std::clamp(p.y, plot.y, plot.bottom())};
}

struct End {
  Shape shape;
  Rect box;
};

Point between(Point a, Point b, double t) { return a + t * (b - a); }

/// The first part of a straight or cubic line, up to t.
std::vector<Point> cut(const std::vector<Point>& p, double t) {
  if (p.size() == 2) return {p[0], between(p[0], p[1], t)};
  const Point a = between(p[0], p[1], t);
  const Point b = between(p[1], p[2], t);
  const Point c = between(p[2], p[3], t);
  const Point ab = between(a, b, t);
  const Point bc = between(b, c, t);
  return {p[0], a, ab, between(ab, bc, t)};
}

bool within(Point p, const Rect& r) {
  return p.x > r.x && p.x < r.right() && p.y > r.y && p.y < r.bottom();
}

/// The line, or what is left of it when it ends where it enters the label of the node it leads to.
std::vector<Point> before_label(const std::vector<Point>& line, const Rect& label) {
  constexpr int steps = 200;
  constexpr int least = 50;  // a quarter of the line is always left
  bool inside_label = false;
  for (int i = steps; i >= least; --i) {
    const double t = static_cast<double>(i) / steps;
    const bool here = within(cut(line, t).back(), label);
    if (inside_label && !here) return cut(line, t);
    inside_label = here;
  }
  return line;
}

std::vector<Point> straight(const End& from, const End& to) {
  const Point a = letter_place(from.shape, from.box);
  const Point b = letter_place(to.shape, to.box);
  return {leave(from.shape, from.box, b), leave(to.shape, to.box, a)};
}

/// A curve that stands off the straight line by `bow` in the middle.
std::vector<Point> bowed(const End& from, const End& to, double bow, const Rect& plot) {
  const Point a = letter_place(from.shape, from.box);
  const Point b = letter_place(to.shape, to.box);
  const Point way = b - a;
  const double far = std::max(length(way), 1e-9);
  const Point off = (bow * 4 / 3 / far) * Point{-way.y, way.x};
  const Point c1 = inside(a + (1.0 / 3) * way + off, plot);
  const Point c2 = inside(a + (2.0 / 3) * way + off, plot);
  return {leave(from.shape, from.box, c1), c1, c2, leave(to.shape, to.box, c2)};
}

std::vector<Point> loop(const End& at, double size, const Rect& plot) {
  const Point c = letter_place(at.shape, at.box);
  const double reach = at.box.height / 2 + size;
  const Point c1 = inside({c.x - reach * 0.8, c.y - reach * 1.5}, plot);
  const Point c2 = inside({c.x + reach * 0.8, c.y - reach * 1.5}, plot);
  return {leave(at.shape, at.box, c1), c1, c2, leave(at.shape, at.box, c2)};
}

using Pair = std::pair<std::size_t, std::size_t>;
Pair pair_of(const DrawingEdge& e) { return std::minmax(e.from, e.to); }

}  // namespace

double head_length(double line_width) { return 4.5 + 1.5 * line_width; }

std::vector<PicturePart> edge_parts(const Drawing& drawing, const Scales& scales,
                                    std::span<const PlacedNode> nodes, const Rect& plot) {
  std::map<Pair, std::size_t> count;
  for (const auto& e : drawing.edges) ++count[pair_of(e)];
  std::map<Pair, std::size_t> drawn;
  std::vector<PicturePart> out;
  out.reserve(drawing.edges.size());
  for (const auto& e : drawing.edges) {
    const auto end = [&](std::size_t i) {
      return End{drawing.kinds[drawing.nodes[i].kind].shape, nodes[i].symbol};
    };
    const auto pair = pair_of(e);
    const double rank = static_cast<double>(drawn[pair]++);
    const double middle = static_cast<double>(count[pair] - 1) / 2;
    constexpr double fan = 7;
    // The fan opens to the same side for both directions of a pair.
    const double bow = (rank - middle) * fan * (e.from <= e.to ? 1 : -1);
    PictureLine line;
    if (e.from == e.to)
      line.points = loop(end(e.from), 8 + 5 * rank, plot);
    else if (bow == 0)
      line.points = straight(end(e.from), end(e.to));
    else
      line.points = bowed(end(e.from), end(e.to), bow, plot);
    const auto pattern = drawing.styles[e.style].pattern;
    line.width = scales.line_width(e.width);
    line.pattern = pattern;
    line.colour = std::string(line_colour(pattern));
    line.arrow = e.directed;
    if (line.arrow && nodes[e.to].label && nodes[e.to].align == Align::middle)
      line.points = before_label(line.points, *nodes[e.to].label);
    PicturePart part;
    part.role = PartRole::edge;
    part.title = describe(drawing, e);
    part.lines.push_back(std::move(line));
    out.push_back(std::move(part));
  }
  return out;
}

}  // namespace coopnet::render
