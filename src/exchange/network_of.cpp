#include <array>
#include <string_view>

#include "coopnet/exchange/from_data.hpp"
#include "exchange/kinds.hpp"
#include "exchange/node_facts.hpp"

namespace coopnet::exchange {
namespace {

/// What a tie says, in the order of NetworkKind.
constexpr std::array<std::string_view, 7> tie_words{
    "shared_forum",  "shared_agreement", "shared_pledge", "shared_with",
    "shared_member", "shared_tag",       "belongs_to"};

template <class Graph>
void add_edges(const Graph& graph, const Network& network, NetworkFile& out) {
  AttributeNames names(out.edge_attributes);
  for (auto e = graph.edges_begin(); e != graph.edges_end(); ++e) {
    const auto arc = *e;
    NetworkEdge edge{arc.source, arc.target, network.is_directed()};
    edge.weight = graph[arc];
    names.put(edge.values, kind_attribute,
              std::string(tie_words[static_cast<std::size_t>(network.kind)]));
    out.edges.push_back(std::move(edge));
  }
}

}  // namespace

NetworkFile network_of(const Dataset& data, const Network& network) {
  NetworkFile out;
  out.directed = network.is_directed();
  if (!data.info.title.empty()) out.properties.push_back({"title", data.info.title});
  if (!data.info.as_of.empty()) out.properties.push_back({"as_of", data.info.as_of});
  const NodeFacts facts(data);
  AttributeNames names(out.node_attributes);
  for (const Node node : network.nodes) {
    auto made = facts.describe(node, names);
    made.id = facts.id(node);
    if (network.kind == NetworkKind::two_mode) made.mode = node.kind == NodeKind::actor ? 0 : 1;
    out.nodes.push_back(std::move(made));
  }
  if (network.is_directed())
    add_edges(network.directed, network, out);
  else
    add_edges(network.graph, network, out);
  return out;
}

}  // namespace coopnet::exchange
