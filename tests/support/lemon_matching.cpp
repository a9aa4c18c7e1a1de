#include "support/lemon_matching.hpp"

#include <lemon/matching.h>
#include <lemon/smart_graph.h>

namespace support {

struct LemonMatching::Graph {
  lemon::SmartGraph graph;
  lemon::SmartGraph::EdgeMap<std::int64_t> weight{graph};
};

LemonMatching::LemonMatching(std::uint32_t vertices, const std::vector<std::uint32_t>& a,
                             const std::vector<std::uint32_t>& b,
                             const std::vector<std::int64_t>& weight)
    : graph_(std::make_unique<Graph>()) {
  auto& graph = graph_->graph;
  graph.reserveNode(static_cast<int>(vertices));
  for (std::uint32_t v = 0; v < vertices; ++v) graph.addNode();
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    const auto edge = graph.addEdge(lemon::SmartGraph::nodeFromId(static_cast<int>(a[i])),
                                    lemon::SmartGraph::nodeFromId(static_cast<int>(b[i])));
    graph_->weight[edge] = weight[i];
  }
}

LemonMatching::~LemonMatching() = default;

std::int64_t LemonMatching::solve() const {
  lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<std::int64_t>> matching(
      graph_->graph, graph_->weight);
  matching.run();
  return matching.matchingWeight();
}

}  // namespace support
