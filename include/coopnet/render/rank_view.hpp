#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/analysis/rank.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Positions in a network, in tables.
namespace coopnet::render {

struct RankContext {
  const Dataset& data;
  const Network& network;
  const NetworkOptions& options;
  const RankOptions& rank;
  std::string sort;                ///< key of a column of the table "centrality"; empty: by id
  std::size_t top = 0;             ///< rows kept of a sorted table; 0: all
  std::vector<bool> shown;         ///< by vertex: whether it has a row
  std::vector<RegionId> shown_in;  ///< the regions that decide it; empty: all are shown
  bool stated_only = false;
  std::string as_of;  ///< empty: not given
  Language language = Language::en;
};

/// Keys that a table of this network can be sorted by.
[[nodiscard]] std::vector<std::string> rank_measures(NetworkKind kind);

/// "centrality": every vertex with its measures, by id unless sorted; "brokers": who stands between
/// groups; "falls_apart": without whom the network falls apart; "only_ties": ties without which it
/// does. The last three are left out where the network has no such question.
[[nodiscard]] std::vector<NamedTable> rank_tables(const Position& position,
                                                  const RankContext& context);

}  // namespace coopnet::render
