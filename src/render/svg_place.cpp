#include "render/svg_place.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double air = 3;  ///< kept between boxes

/// A box that moves, by its centre.
struct Body {
  Point at;
  Extent size;
};

struct Bounds {
  double left = std::numeric_limits<double>::infinity();
  double right = -left;
  double top = left;
  double bottom = -left;
  void take(Point p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return bottom - top; }
};

Point turned(Point p, double degrees) {
  const double angle = degrees * 3.14159265358979323846 / 180;
  const double c = std::cos(angle);
  const double s = std::sin(angle);
  return {p.x * c - p.y * s, p.x * s + p.y * c};
}

Bounds bounds_of(std::span<const Body> bodies, double degrees) {
  Bounds out;
  for (const auto& b : bodies) out.take(turned(b.at, degrees));
  return out;
}

double ratio(double room, double extent) { return extent > 1e-9 ? room / extent : 1e9; }

/// The turn, in steps of 10 degrees, that lets the drawing be largest.
double best_turn(std::span<const Body> bodies, const Extent& room) {
  double best = 0;
  double best_scale = -1;
  for (int degrees = 0; degrees < 180; degrees += 10) {
    const auto b = bounds_of(bodies, degrees);
    const double scale = std::min(ratio(room.width, b.width()), ratio(room.height, b.height()));
    if (scale > best_scale * 1.001) {
      best_scale = scale;
      best = degrees;
    }
  }
  return best;
}

/// Scales the wished centres into the plot. Natural size is not exceeded by much: few nodes stay
/// together.
void fit_into(std::span<Body> bodies, const Rect& plot, Fit fit) {
  if (bodies.empty()) return;
  Extent widest;
  for (const auto& b : bodies) {
    widest.width = std::max(widest.width, b.size.width);
    widest.height = std::max(widest.height, b.size.height);
  }
  const Extent room{std::max(1.0, plot.width - widest.width),
                    std::max(1.0, plot.height - widest.height)};
  const double degrees = fit == Fit::turn ? best_turn(bodies, room) : 0;
  const auto b = bounds_of(bodies, degrees);
  constexpr double most_growth = 1.8;
  constexpr double most_stretch = 1.8;
  double sx = ratio(room.width, b.width());
  double sy = ratio(room.height, b.height());
  const double stretch = fit == Fit::keep ? 1 : most_stretch;
  const double growth = fit == Fit::keep ? 1e9 : most_growth;
  const double low = std::min(sx, sy);
  sx = std::min({sx, low * stretch, growth});
  sy = std::min({sy, low * stretch, growth});
  const Point middle = plot.centre();
  for (auto& body : bodies) {
    const auto p = turned(body.at, degrees);
    body.at = {middle.x + (p.x - (b.left + b.right) / 2) * sx,
               middle.y + (p.y - (b.top + b.bottom) / 2) * sy};
  }
}

void clamp(Body& body, const Rect& plot) {
  const double w = body.size.width / 2;
  const double h = body.size.height / 2;
  body.at.x = std::clamp(body.at.x, plot.x + w, std::max(plot.x + w, plot.right() - w));
  body.at.y = std::clamp(body.at.y, plot.y + h, std::max(plot.y + h, plot.bottom() - h));
}

/// Moves two boxes apart along the axis on which they overlap less. False if they do not overlap.
bool separate(Body& a, Body& b) {
  const double dx = b.at.x - a.at.x;
  const double dy = b.at.y - a.at.y;
  const double ox = (a.size.width + b.size.width) / 2 + air - std::abs(dx);
  const double oy = (a.size.height + b.size.height) / 2 + air - std::abs(dy);
  if (ox <= 0 || oy <= 0) return false;
  constexpr double overshoot = 0.51;  // a little more than half each, so that rounds come to an end
  if (ox < oy) {
    const double step = ox * overshoot * (dx >= 0 ? 1 : -1);
    a.at.x -= step;
    b.at.x += step;
  } else {
    const double step = oy * overshoot * (dy >= 0 ? 1 : -1);
    a.at.y -= step;
    b.at.y += step;
  }
  return true;
}

/// Bodies on one spot would be pushed apart along one line only: each gets a place of its own on a
/// small spiral around the spot.
void spread_coincident(std::span<Body> bodies, std::vector<std::size_t>& order) {
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(bodies[a].at.x, bodies[a].at.y) < std::pair(bodies[b].at.x, bodies[b].at.y);
  });
  constexpr double golden_angle = 137.50776405003785;
  for (std::size_t i = 0; i < order.size();) {
    const Point spot = bodies[order[i]].at;
    std::size_t end = i + 1;
    while (end < order.size() && bodies[order[end]].at == spot) ++end;
    for (std::size_t k = i + 1; k < end; ++k) {
      const auto rank = static_cast<double>(k - i);
      const Point way = turned({3 * std::sqrt(rank), 0}, rank * golden_angle);
      bodies[order[k]].at = {spot.x + way.x, spot.y + way.y};
    }
    i = end;
  }
}

/// Rounds over all overlapping pairs, found by a sweep along x.
void push_apart(std::span<Body> bodies, const Rect& plot) {
  constexpr int rounds = 300;
  std::vector<std::size_t> order(bodies.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  spread_coincident(bodies, order);
  double widest = 0;
  for (auto& body : bodies) {
    clamp(body, plot);
    widest = std::max(widest, body.size.width);
  }
  for (int round = 0; round < rounds; ++round) {
    bool moved = false;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return bodies[a].at.x < bodies[b].at.x; });
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = i + 1; j < order.size(); ++j) {
        Body& a = bodies[order[i]];
        Body& b = bodies[order[j]];
        if (b.at.x - a.at.x > widest + 2 * air) break;
        if (!separate(a, b)) continue;
        clamp(a, plot);
        clamp(b, plot);
        moved = true;
      }
    }
    if (!moved) return;
  }
}

/// Rows from left to right in an even grid of cells, or tight rows if that is not enough.
/// Returns the height used.
double put_in_rows(std::span<Body> bodies, const Rect& plot, bool dry) {
  double x = plot.x;
  double y = plot.y;
  double tall = 0;
  std::size_t row_start = 0;
  const auto centre_row = [&](std::size_t end) {
    const double shift = std::max(0.0, (plot.right() - (x - 4 * air)) / 2);
    for (std::size_t k = row_start; k < end && !dry; ++k) bodies[k].at.x += shift;
    row_start = end;
  };
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    auto& b = bodies[i];
    if (x > plot.x && x + b.size.width > plot.right()) {
      centre_row(i);
      x = plot.x;
      y += tall + 2 * air;
      tall = 0;
    }
    if (!dry) b.at = {x + b.size.width / 2, y + b.size.height / 2};
    x += b.size.width + 4 * air;
    tall = std::max(tall, b.size.height);
  }
  centre_row(bodies.size());
  return bodies.empty() ? 0 : y + tall - plot.y;
}

/// Equal cells over the whole plot: used when rows need more than there is.
void put_in_cells(std::span<Body> bodies, const Rect& plot) {
  const auto n = static_cast<double>(bodies.size());
  const double columns =
      std::max(1.0, std::ceil(std::sqrt(n * plot.width / std::max(1.0, plot.height))));
  const double rows = std::ceil(n / columns);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const double k = static_cast<double>(i);
    const double row = std::floor(k / columns);
    bodies[i].at = {plot.x + (k - row * columns + 0.5) * plot.width / columns,
                    plot.y + (row + 0.5) * plot.height / rows};
  }
}

double area_of(std::span<const Body> bodies) {
  double sum = 0;
  for (const auto& b : bodies) sum += (b.size.width + air) * (b.size.height + air);
  return sum;
}

/// Puts the nodes without a wish into a band at the bottom; returns what is left for the others.
Rect place_loose(std::span<Body> loose, const Rect& plot, std::span<const Body> others) {
  if (loose.empty()) return plot;
  const bool alone = others.empty();
  // Nodes with edges get half as much again for their area.
  const double share = area_of(loose) / (area_of(loose) + 1.5 * area_of(others));
  const double most = alone ? plot.height : plot.height * std::clamp(share, 0.15, 0.85);
  const double height = put_in_rows(loose, plot, true);
  Rect band = plot;
  if (height <= most) {
    band.height = height;
    band.y = alone ? plot.y + (plot.height - height) / 2 : plot.bottom() - height;
    put_in_rows(loose, band, false);
  } else {
    band.height = most;
    band.y = plot.bottom() - most;
    put_in_cells(loose, band);
    push_apart(loose, band);
  }
  Rect rest = plot;
  rest.height = std::max(1.0, band.y - plot.y - 3 * air);
  return rest;
}

Rect grown(const Rect& r, double by) {
  return {r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by};
}

bool inside(const Rect& r, const Rect& plot) {
  constexpr double tolerance = 0.01;
  return r.x >= plot.x - tolerance && r.right() <= plot.right() + tolerance &&
         r.y >= plot.y - tolerance && r.bottom() <= plot.bottom() + tolerance;
}

struct Side {
  Rect box;
  Align align;
};

std::array<Side, 4> sides(const Rect& symbol, const Extent& label) {
  const Point c = symbol.centre();
  const double x = c.x - label.width / 2;
  const double y = c.y - label.height / 2;
  constexpr double beside = 2.5;
  return {{{{x, symbol.bottom() + label_gap, label.width, label.height}, Align::middle},
           {{x, symbol.y - label_gap - label.height, label.width, label.height}, Align::middle},
           {{symbol.right() + beside, y, label.width, label.height}, Align::left},
           {{symbol.x - beside - label.width, y, label.width, label.height}, Align::right}}};
}

/// Looks for free sides, the nodes with the largest symbols first.
class LabelFinder {
 public:
  LabelFinder(std::span<const NodeBox> nodes, std::vector<PlacedNode>& placed, const Rect& plot)
      : nodes_(nodes), placed_(placed), plot_(plot) {}

  void run() {
    std::vector<std::size_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto area = [&](std::size_t i) {
      const auto& symbol = nodes_[i].symbol;
      return symbol.width * symbol.height;
    };
    // Those that were given room first, then by size.
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return nodes_[a].roomy != nodes_[b].roomy ? nodes_[a].roomy : area(a) > area(b);
    });
    // Moved apart together, symbol and label below it are free; other sides are a second choice.
    for (const std::size_t side_count : {std::size_t{1}, std::size_t{4}})
      for (const auto i : order)
        if (!placed_[i].label && nodes_[i].label.width > 0 && (nodes_[i].roomy || side_count > 1))
          try_sides(i, side_count);
  }

 private:
  void try_sides(std::size_t i, std::size_t side_count) {
    const auto options = sides(placed_[i].symbol, nodes_[i].label);
    for (std::size_t k = 0; k < side_count; ++k) {
      if (!inside(options[k].box, plot_) || !is_free(i, options[k].box)) continue;
      placed_[i].label = options[k].box;
      placed_[i].align = options[k].align;
      return;
    }
  }

  [[nodiscard]] bool is_free(std::size_t i, const Rect& box) const {
    const Rect needed = grown(box, 0.5);
    for (std::size_t j = 0; j < placed_.size(); ++j) {
      if (j == i) continue;
      if (overlap(needed, placed_[j].symbol)) return false;
      if (placed_[j].label && overlap(needed, *placed_[j].label)) return false;
    }
    return true;
  }

  std::span<const NodeBox> nodes_;
  std::vector<PlacedNode>& placed_;
  Rect plot_;
};

}  // namespace

Extent whole(const NodeBox& box) {
  if (!box.roomy) return box.symbol;
  const double below = box.label.height > 0 ? box.label.height + label_gap : 0;
  return {std::max(box.symbol.width, box.label.width), box.symbol.height + below};
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

double needed_area(std::span<const NodeBox> nodes) {
  double sum = 0;
  for (const auto& n : nodes) {
    const auto extent = whole(n);
    sum += (extent.width + air) * (extent.height + air);
  }
  return sum;
}

std::vector<PlacedNode> place_nodes(std::span<const NodeBox> nodes,
                                    std::span<const std::optional<Point>> wishes, const Rect& plot,
                                    Fit fit) {
  std::vector<std::size_t> ids;  // of the bodies: first the wished, then the loose
  std::vector<Body> bodies;
  for (const bool wished : {true, false})
    for (std::size_t i = 0; i < nodes.size(); ++i)
      if (wishes[i].has_value() == wished) {
        ids.push_back(i);
        bodies.push_back({wishes[i].value_or(Point{}), whole(nodes[i])});
      }
  const auto wished = static_cast<std::size_t>(
      std::count_if(wishes.begin(), wishes.end(), [](const auto& w) { return w.has_value(); }));
  const std::span<Body> all(bodies);
  const Rect rest = place_loose(all.subspan(wished), plot, all.first(wished));
  fit_into(all.first(wished), rest, fit);
  push_apart(all.first(wished), rest);

  // From here on the bodies are the symbols alone, which never lie on each other: where boxes could
  // not be moved apart, labels give way.
  for (std::size_t k = 0; k < bodies.size(); ++k) {
    auto& body = bodies[k];
    const auto& symbol = nodes[ids[k]].symbol;
    body.at.y -= (body.size.height - symbol.height) / 2;
    body.size = symbol;
  }
  push_apart(all, plot);
  std::vector<PlacedNode> out(nodes.size());
  for (std::size_t k = 0; k < bodies.size(); ++k) {
    const auto& body = bodies[k];
    out[ids[k]].symbol = {body.at.x - body.size.width / 2, body.at.y - body.size.height / 2,
                          body.size.width, body.size.height};
  }
  LabelFinder(nodes, out, plot).run();
  return out;
}

}  // namespace coopnet::render
