#include "coopnet/render/drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "render/drawing_text.hpp"

namespace coopnet::render {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw PreconditionError("drawing: " + what); }

bool is_measure(double value) { return std::isfinite(value) && value >= 0; }

void check_nodes(const Drawing& drawing) {
  std::vector<std::string_view> keys;
  keys.reserve(drawing.nodes.size());
  for (const auto& node : drawing.nodes) {
    if (node.key.empty()) refuse("a node has an empty key");
    keys.push_back(node.key);
    if (node.kind >= drawing.kinds.size()) refuse("unknown kind of node " + node.key);
    if (node.cluster != no_cluster && node.cluster >= drawing.clusters.size())
      refuse("unknown cluster of node " + node.key);
    if (!is_measure(node.size)) refuse("the size of node " + node.key + " is no measure");
  }
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice != keys.end()) refuse("two nodes have the key " + std::string(*twice));
}

void check_edges(const Drawing& drawing) {
  for (const auto& edge : drawing.edges) {
    if (edge.from >= drawing.nodes.size() || edge.to >= drawing.nodes.size())
      refuse("an edge ends at a node that does not exist");
    if (edge.style >= drawing.styles.size()) refuse("an edge has an unknown style");
    if (!is_measure(edge.width)) refuse("the width of an edge is no measure");
  }
}

void check_lists(const Drawing& drawing) {
  for (const auto& kind : drawing.kinds)
    if (static_cast<std::size_t>(kind.shape) >= shape_count) refuse("unknown shape");
  for (const auto& cluster : drawing.clusters)
    if (cluster.colour > other_colour) refuse("unknown colour class of cluster " + cluster.name);
  for (const auto& style : drawing.styles)
    if (static_cast<std::size_t>(style.pattern) >= pattern_count) refuse("unknown line pattern");
}

auto edge_order(const DrawingEdge& e) {
  return std::tuple(e.from, e.to, e.directed, e.style, e.width, std::string_view(e.description));
}

/// Names under a look of the legend, with the things in use counted once.
template <std::size_t N>
class Groups {
 public:
  void add(std::size_t look, std::size_t item) { used_[look].insert(item); }
  [[nodiscard]] const std::set<std::size_t>& of(std::size_t look) const { return used_[look]; }

 private:
  std::array<std::set<std::size_t>, N> used_;
};

template <class List>
std::string names(const List& list, const std::set<std::size_t>& used, const PictureWords& words) {
  constexpr std::size_t most = 4;
  std::string out;
  std::size_t count = 0;
  for (const auto index : used) {
    if (count == most && used.size() > most + 1) {
      out += " " + fill(words.more, {text::number(static_cast<double>(used.size() - most))});
      break;
    }
    if (count++ > 0) out += ", ";
    out += list[index].name;
  }
  return out;
}

void add_colours(const Drawing& drawing, std::vector<LegendEntry>& out) {
  Groups<colour_classes + 1> groups;
  bool unassigned = false;
  for (const auto& node : drawing.nodes) {
    if (node.cluster == no_cluster)
      unassigned = true;
    else
      groups.add(drawing.clusters[node.cluster].colour, node.cluster);
  }
  char letter = 'A';
  const std::size_t before = out.size();
  for (std::size_t look = 0; look <= colour_classes; ++look) {
    if (groups.of(look).empty()) continue;
    auto name = names(drawing.clusters, groups.of(look), drawing.words);
    if (look == other_colour) name = drawing.words.other + ": " + name;
    out.push_back({LegendPart::colour, look, 0, std::move(name), letter++, false});
  }
  if (unassigned && out.size() > before)
    out.push_back({LegendPart::colour, no_colour, 0, drawing.words.not_assigned, 0, false});
}

void add_shapes(const Drawing& drawing, std::vector<LegendEntry>& out) {
  Groups<shape_count> groups;
  for (const auto& node : drawing.nodes)
    groups.add(static_cast<std::size_t>(drawing.kinds[node.kind].shape), node.kind);
  for (std::size_t look = 0; look < shape_count; ++look)
    if (!groups.of(look).empty())
      out.push_back({LegendPart::shape, look, 0,
                     names(drawing.kinds, groups.of(look), drawing.words), 0, false});
}

void add_lines(const Drawing& drawing, std::vector<LegendEntry>& out) {
  Groups<pattern_count> groups;
  std::array<bool, pattern_count> arrows{};
  for (const auto& edge : drawing.edges) {
    const auto look = static_cast<std::size_t>(drawing.styles[edge.style].pattern);
    groups.add(look, edge.style);
    arrows[look] = arrows[look] || edge.directed;
  }
  for (std::size_t look = 0; look < pattern_count; ++look)
    if (!groups.of(look).empty())
      out.push_back({LegendPart::line, look, 0,
                     names(drawing.styles, groups.of(look), drawing.words), 0, arrows[look]});
}

void add_measure(LegendPart part, const std::set<double>& values, std::vector<LegendEntry>& out) {
  if (values.empty()) return;
  const std::vector<double> sorted(values.begin(), values.end());
  std::set<double> chosen{sorted.front(), sorted[sorted.size() / 2], sorted.back()};
  for (const double value : chosen) out.push_back({part, 0, value, text::number(value), 0, false});
}

}  // namespace

void validate(const Drawing& drawing) {
  if (drawing.nodes.size() > max_drawing_nodes)
    refuse("more than " + std::to_string(max_drawing_nodes) + " nodes; show a part, or a grid");
  if (drawing.edges.size() > max_drawing_edges)
    refuse("more than " + std::to_string(max_drawing_edges) + " edges; show a part, or a grid");
  if (!is_language_tag(drawing.language)) refuse("the language is no language tag");
  check_lists(drawing);
  check_nodes(drawing);
  check_edges(drawing);
}

Drawing canonical(Drawing drawing) {
  validate(drawing);
  const std::size_t n = drawing.nodes.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return drawing.nodes[a].key < drawing.nodes[b].key;
  });
  std::vector<std::size_t> place(n);
  std::vector<DrawingNode> nodes(n);
  for (std::size_t i = 0; i < n; ++i) {
    place[order[i]] = i;
    nodes[i] = std::move(drawing.nodes[order[i]]);
  }
  drawing.nodes = std::move(nodes);
  for (auto& edge : drawing.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
    if (!edge.directed && edge.to < edge.from) std::swap(edge.from, edge.to);
  }
  std::sort(
      drawing.edges.begin(), drawing.edges.end(),
      [](const DrawingEdge& a, const DrawingEdge& b) { return edge_order(a) < edge_order(b); });
  return drawing;
}

std::size_t colour_of(const Drawing& drawing, const DrawingNode& node) {
  return node.cluster == no_cluster ? no_colour : drawing.clusters[node.cluster].colour;
}

std::vector<LegendEntry> legend(const Drawing& drawing) {
  std::vector<LegendEntry> out;
  add_colours(drawing, out);
  add_shapes(drawing, out);
  add_lines(drawing, out);
  std::set<double> values;
  if (!drawing.size_measure.empty())
    for (const auto& node : drawing.nodes) values.insert(node.size);
  add_measure(LegendPart::size, values, out);
  values.clear();
  if (!drawing.width_measure.empty())
    for (const auto& edge : drawing.edges) values.insert(edge.width);
  add_measure(LegendPart::width, values, out);
  return out;
}

}  // namespace coopnet::render
