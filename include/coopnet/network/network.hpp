#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/network/cooperation_graph.hpp"

/// The networks that analysts ask about: who is tied to whom by what both share.
namespace coopnet {

enum class NetworkKind : std::uint8_t {
  actors_by_forum,      ///< two actors in the same forum, in any role
  actors_by_agreement,  ///< two parties of the same agreement
  actors_by_pledge,     ///< two actors behind the same pledge
  actors_by_exchange,   ///< directed: who shared -> who learned
  forums_by_member,     ///< two forums with the same actor
  pledges_by_tag,       ///< two pledges with the same tag of the primary facet
  two_mode,             ///< actors and the forums they belong to
};

struct NetworkOptions {
  NetworkKind kind = NetworkKind::actors_by_forum;
  std::string scheme{};             ///< of the regions; empty: the first of the dataset
  std::vector<RegionId> regions{};  ///< only vertices that lie in one of them; empty: all
  std::vector<ActorKind> kinds{};   ///< only actors of these kinds; empty: all
  std::vector<TagId> tags{};        ///< pledges and forums: with one of these; empty: any
};

/// How many items two vertices share; 1 for an exchange, however often it took place.
using StrengthGraph = graph::CsrGraph<graph::NoProperty, std::uint32_t>;
using DirectedStrengthGraph =
    graph::CsrGraph<graph::NoProperty, std::uint32_t, graph::Direction::directed>;

/// More pairs than this, counted once for each item they share, make a network that neither fits in
/// memory nor can be looked at.
inline constexpr std::uint64_t most_network_pairs = 20'000'000;

struct Network {
  NetworkKind kind = NetworkKind::actors_by_forum;
  std::vector<Node> nodes;         ///< of each vertex, ascending
  StrengthGraph graph;             ///< of an exchange network: either way, added up
  DirectedStrengthGraph directed;  ///< of an exchange network; empty otherwise
  std::size_t without_tie = 0;     ///< rows that the options admit and that belong to nothing

  std::uint64_t oversize = 0;  ///< pairs that share an item, where they exceed most_network_pairs:
                               ///< the network has no vertices then

  [[nodiscard]] bool is_directed() const { return kind == NetworkKind::actors_by_exchange; }
};

/// Vertices: rows that the options admit and that have something to share (a membership, an
/// agreement, ...), also if nobody shares it. A pledge lies where one of its actors lies, a forum
/// where it or a member lies; in the two-mode network actors are chosen, and forums follow.
/// Cost: O(sum over shared items of rows^2).
[[nodiscard]] Network build_network(const Dataset& data, const Relations& relations,
                                    const Selection& selection, const NetworkOptions& options);

/// Which vertices lie in one of the regions, by the rule above; all of them if none is given.
[[nodiscard]] std::vector<bool> vertices_in(const Dataset& data, const Relations& relations,
                                            const Selection& selection, const Network& network,
                                            std::string_view scheme,
                                            const std::vector<RegionId>& regions);

}  // namespace coopnet
