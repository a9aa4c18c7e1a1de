#pragma once

#include <coopnet/core/rng.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/svg.hpp>

#include <string>
#include <utility>
#include <vector>

/// Invented drawings for the tests of this folder.
namespace coopnet::render::test {

/// Three nodes, two of them in a region, and two edges:
///   b (state, Africa, 3) --member, 2--> a (forum, Asia, 1) --observer, 5-- c (state, none, 0)
inline Drawing small_drawing() {
  Drawing d;
  d.title = "Who meets where";
  d.subtitle = "3 of 5 shown";
  d.source = "Source: invented";
  d.date = "As of 2026-01-02";
  d.kinds = {{"state", Shape::circle}, {"forum", Shape::square}, {"city", Shape::hexagon}};
  d.clusters = {{"Africa", 0}, {"Asia", 5}, {"Europe", 2}};
  d.styles = {{"member", LinePattern::solid},
              {"observer", LinePattern::dashed},
              {"partner", LinePattern::dotted}};
  d.size_measure = "Pledges";
  d.width_measure = "Meetings";
  d.nodes = {{"b", "Beta", "", 0, 3, 0, ""},
             {"a", "Alpha", "", 1, 1, 1, ""},
             {"c", "Gamma", "", 0, 0, no_cluster, ""}};
  d.edges = {{0, 1, 0, 2, true, ""}, {1, 2, 1, 5, false, ""}};
  return d;
}

/// Actors with names of one to five words, forums, and edges between them, from a seed.
inline Drawing random_drawing(std::size_t actors, std::size_t forums, std::size_t edges,
                              std::uint64_t seed) {
  Rng rng(seed);
  Drawing d = small_drawing();
  d.nodes.clear();
  d.edges.clear();
  const std::vector<std::string> words = {"Republic", "of",      "the", "Åland", "Lake",
                                          "Côte",     "Islands", "New", "North", "Federated",
                                          "البحيرة",  "Sea",     "São", "Great", "Guinea-Bissau"};
  for (std::size_t i = 0; i < actors + forums; ++i) {
    DrawingNode node;
    node.key = "N" + std::to_string(10000 + i);
    for (std::uint64_t k = rng.below(5) + 1; k > 0; --k)
      node.label += (node.label.empty() ? "" : " ") + words[rng.below(words.size())];
    node.kind = i < actors ? 0 : 1;
    node.size = static_cast<double>(rng.below(20));
    node.cluster = rng.below(4) < 3 ? rng.below(3) : no_cluster;
    d.nodes.push_back(std::move(node));
  }
  for (std::size_t k = 0; k < edges; ++k) {
    DrawingEdge edge;
    edge.from = rng.below(actors);
    edge.to = forums > 0 ? actors + rng.below(forums) : rng.below(actors);
    edge.style = rng.below(3);
    edge.width = static_cast<double>(rng.below(9));
    edge.directed = rng.below(4) == 0;
    d.edges.push_back(edge);
  }
  return d;
}

/// The same drawing with nodes and edges in another order.
inline Drawing shuffled(Drawing d, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<std::size_t> order(d.nodes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  rng.shuffle(order);
  std::vector<DrawingNode> nodes;
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    nodes.push_back(d.nodes[order[i]]);
  }
  d.nodes = std::move(nodes);
  for (auto& edge : d.edges) {
    edge.from = place[edge.from];
    edge.to = place[edge.to];
    if (!edge.directed && rng.below(2) == 0) std::swap(edge.from, edge.to);
  }
  rng.shuffle(d.edges);
  return d;
}

/// Texts that would act if they were not escaped.
inline std::vector<std::string> hostile_texts() {
  return {"\"><script>alert(1)</script>",
          "\\N \\G \\E \\T \\L",
          "&lt;b&gt; &amp; &#65;",
          "ends in a backslash \\",
          "two \\\\",
          "\\\"",
          "<b>not</b> html",
          "a\nb\r\nc\td",
          "]]> <!-- -- --> <?x?>",
          "' onload='x",
          "\xE2\x80\xAE"
          "override \xE2\x81\xA6 isolate",
          "bell \x07 null-ish \x01 \xC2\x85",
          "bad \xFF\xFE bytes \xC3",
          "\xEF\xBF\xBF \xEF\xBB\xBF",
          "%n %s {0} {1}",
          "node [label=x]; }",
          std::string(3000, 'x'),
          ""};
}

}  // namespace coopnet::render::test
