#pragma once

#include <array>

#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/network/relations.hpp"

namespace coopnet {

enum class NodeKind : std::uint8_t { actor, forum, pledge, practice, agreement, event, tag };
inline constexpr std::size_t node_kinds = 7;
enum class TieKind : std::uint8_t {
  commits_to,   ///< actor - pledge
  reports,      ///< actor - practice
  belongs_to,   ///< actor - forum
  is_party_to,  ///< actor - agreement
  organises,    ///< actor - event, forum - event
  is_about,     ///< pledge, practice, forum, agreement or event - tag
};

/// A vertex of the typed graph: which table, which row. No text: names are in the dataset.
struct Node {
  NodeKind kind = NodeKind::actor;
  std::uint32_t row = 0;
  friend auto operator<=>(const Node&, const Node&) = default;
};

struct Tie {
  TieKind kind = TieKind::commits_to;
  bool stated = true;
  std::uint32_t row = 0;  ///< row of the table that says so (memberships, parties, or the left row)
};

/// The undirected typed graph over the union of the relations. Include coopnet/graph/bgl.hpp to run
/// any Boost.Graph algorithm on it: it models VertexListGraph, EdgeListGraph, IncidenceGraph and
/// AdjacencyGraph with vertex_index and edge_index.
using CooperationGraph = graph::CsrGraph<Node, Tie>;

/// Which vertex is which row: kinds one after the other in the order of NodeKind, rows in theirs.
class NodeNumbers {
 public:
  explicit NodeNumbers(const Dataset& data);
  [[nodiscard]] std::uint32_t vertex(Node node) const {
    return first_[static_cast<std::size_t>(node.kind)] + node.row;
  }
  [[nodiscard]] std::uint32_t size() const { return first_.back(); }
  /// Number of rows of a kind.
  [[nodiscard]] std::uint32_t count(NodeKind kind) const {
    const auto k = static_cast<std::size_t>(kind);
    return first_[k + 1] - first_[k];
  }

 private:
  std::array<std::uint32_t, node_kinds + 1> first_{};
};

/// Every recorded row is a vertex, also one without a tie. Cost: O(rows + ties).
[[nodiscard]] CooperationGraph build_cooperation_graph(const Dataset& data,
                                                       const Relations& relations);

/// Who learned from whom: a directed graph over the actors, one edge an exchange; the property is
/// the row of the agreement.
using ExchangeGraph = graph::CsrGraph<graph::NoProperty, std::uint32_t, graph::Direction::directed>;
[[nodiscard]] ExchangeGraph build_exchange_graph(const Relations& relations);

/// Which event feeds into which: a directed graph over the events.
using EventGraph =
    graph::CsrGraph<graph::NoProperty, graph::NoProperty, graph::Direction::directed>;
[[nodiscard]] EventGraph build_event_graph(const Dataset& data);

}  // namespace coopnet
