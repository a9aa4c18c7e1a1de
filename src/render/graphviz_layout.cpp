#include "render/graphviz_layout.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/dot.hpp"
#include "render/dot_writer.hpp"

namespace coopnet::render {
namespace {

constexpr double points_per_inch = 72;

[[noreturn]] void not_understood() {
  throw ExternalError("Graphviz: its answer is not understood; another version may help");
}

/// The blank-separated word at the front of the line, taken off it.
std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const auto word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

double take_number(std::string_view& line) {
  const auto word = take_word(line);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool whole = error == std::errc{} && end == word.data() + word.size();
  if (!whole || !std::isfinite(value)) not_understood();
  return value;
}

void start(DotWriter& out, Engine engine) {
  out.graph({{"overlap", "prism"},
             {"sep", "+4"},
             {"start", "7"},
             {"splines", "none"},
             {"pack", "true"},
             {"rankdir", engine == Engine::dot ? "LR" : "TB"}});
  out.every_node(
      {{"label", " "}, {"shape", "box"}, {"fixedsize", "true"}, {"width", "1"}, {"height", "1"}});
}

}  // namespace

std::vector<std::optional<Point>> parse_plain(std::string_view text, std::size_t count) {
  std::vector<std::optional<Point>> out(count);
  double height = 0;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto word = take_word(line);
    if (word == "graph") {
      take_number(line);  // scale
      take_number(line);  // width
      height = take_number(line);
    }
    if (word != "node") continue;
    auto name = take_word(line);
    if (name.empty() || name.front() != 'n') not_understood();
    name.remove_prefix(1);
    const auto index = text::parse_unsigned(name);
    if (!index || *index >= count) not_understood();
    const double x = take_number(line);
    const double y = take_number(line);
    out[*index] = Point{x * points_per_inch, (height - y) * points_per_inch};
  }
  return out;
}

std::vector<std::optional<Point>> graphviz_positions(const Drawing& drawing,
                                                     std::span<const Extent> boxes,
                                                     const LayoutLimits& limits) {
  std::set<std::pair<std::size_t, std::size_t>> ties;
  for (const auto& edge : drawing.edges)
    if (edge.from != edge.to) ties.emplace(edge.from, edge.to);
  std::vector<std::optional<Point>> out(drawing.nodes.size());
  if (ties.empty()) return out;
  std::vector<std::size_t> place(drawing.nodes.size(), no_cluster);
  std::vector<std::size_t> tied;
  for (const auto& [a, b] : ties) place[a] = place[b] = 0;
  for (std::size_t i = 0; i < place.size(); ++i)
    if (place[i] == 0) {
      place[i] = tied.size();
      tied.push_back(i);
    }
  const auto engine = layout_engine(drawing);
  std::string dot;
  {
    DotWriter writer(DotWriter::Kind::directed);
    start(writer, engine);
    for (const auto i : tied)
      writer.add_node({{"width", text::fixed(boxes[i].width / points_per_inch, 3)},
                       {"height", text::fixed(boxes[i].height / points_per_inch, 3)}});
    for (const auto& [a, b] : ties) writer.add_edge(place[a], place[b], {});
    dot = writer.write();
  }
  const auto found = parse_plain(run_graphviz(engine, "plain", dot, limits), tied.size());
  for (std::size_t k = 0; k < tied.size(); ++k) {
    if (!found[k]) not_understood();
    out[tied[k]] = found[k];
  }
  return out;
}

}  // namespace coopnet::render
