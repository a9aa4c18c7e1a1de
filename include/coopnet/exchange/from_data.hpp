#pragma once

#include <string>
#include <vector>

#include "coopnet/exchange/network_file.hpp"
#include "coopnet/network/network.hpp"

/// What a dataset knows, as a network for other programs.
namespace coopnet::exchange {

/// Which rows of the typed graph are wanted.
struct TypedGraphScope {
  std::vector<RegionId> regions{};  ///< actors that lie in one of them; empty: all
  std::vector<ActorKind> kinds{};   ///< actors of these kinds; empty: all
};

/// The whole typed graph (build_cooperation_graph): a node for each row of actors, forums, pledges,
/// practices, agreements, events and tags that the selection keeps; an edge for each tie. With a
/// scope: the actors in it, the rows tied to one of them (events also by their forum), and the tags
/// of those.
///
/// Nodes: id "actor/KEN"; label; attributes kind (of the node: actor, forum, ...), subkind (state,
/// rcp, mou, ...), region (names in the first scheme), regions_<scheme> (ids, "~" before inferred
/// ones), and the columns of the table that no edge says. Colours are those of the drawings.
/// Edges: attributes kind (commits_to, reports, belongs_to, is_party_to, organises, is_about),
/// stated, and the columns of memberships and parties; an actor with several roles in a forum has
/// one edge, with the roles as a list.
/// Properties: title, as_of, and the description with the list of regions as one JSON text, so that
/// to_dataset() gives the tables back. Claims, priorities and synonyms are not in it.
[[nodiscard]] NetworkFile typed_graph(const Dataset& data, const Relations& relations,
                                      const Selection& selection,
                                      const TypedGraphScope& scope = {});

/// One of the networks of build_network(): the strength of a tie is its weight. Nodes: the id of
/// the row, label, attributes kind, subkind, region; colours; in the two-mode network actors have
/// mode 0, forums 1. Edges: attribute kind, which says what is shared.
[[nodiscard]] NetworkFile network_of(const Dataset& data, const Network& network);

}  // namespace coopnet::exchange
