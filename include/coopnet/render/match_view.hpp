#pragma once

#include <vector>

#include "coopnet/analysis/match.hpp"
#include "coopnet/render/drawing.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/synergy_view.hpp"
#include "coopnet/render/table.hpp"

/// Matchings in words, tables and a diagram.
namespace coopnet::render {

/// "pairs": who is with whom; "also_possible": pairs of other optima, if there are any;
/// "unmatched": who has no partner and why, if there is anybody.
[[nodiscard]] std::vector<NamedTable> match_tables(const MatchResult& result,
                                                   const MatchOptions& options,
                                                   const SynergyContext& context);

/// The pairs in two columns.
[[nodiscard]] Drawing match_drawing(const MatchResult& result, const SynergyContext& context);

}  // namespace coopnet::render
