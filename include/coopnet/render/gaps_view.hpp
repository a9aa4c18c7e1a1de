#pragma once

#include <string>
#include <vector>

#include "coopnet/analysis/access.hpp"
#include "coopnet/analysis/champion_reach.hpp"
#include "coopnet/analysis/coverage.hpp"
#include "coopnet/analysis/forum_overlap.hpp"
#include "coopnet/analysis/missing_ties.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Gaps in tables. Every row says what was observed, what could be expected, why it is listed, and
/// the nearest record that could help; every table says of what it speaks and out of how many.
namespace coopnet::render {

struct GapsContext {
  const Dataset& data;
  std::vector<RegionId> regions;  ///< asked for; empty: all
  std::vector<TagId> tags;        ///< asked for; empty: all
  bool stated_only = false;
  std::string as_of;  ///< empty: not given
  Language language = Language::en;
};

/// "coverage": the subjects; "units": the units; "gaps": subjects without a pledge, needs without
/// an offer, fewer pledges than expected.
[[nodiscard]] std::vector<NamedTable> coverage_tables(const Coverage& coverage,
                                                      const CoverageOptions& options,
                                                      const GapsContext& context);

/// "ties": pairs that share priorities and do not meet; "tie_check": how well each measure tells
/// pairs that meet from pairs that do not.
[[nodiscard]] std::vector<NamedTable> missing_ties_tables(const MissingTies& ties,
                                                          const MissingTiesOptions& options,
                                                          const GapsContext& context);

/// "forum_pairs": forums with the same members and subjects; "forum_subjects": which forums work
/// on a subject, and where most of those with a record on it meet.
[[nodiscard]] std::vector<NamedTable> forum_overlap_tables(const ForumOverlap& overlap,
                                                           const ForumOverlapOptions& options,
                                                           const GapsContext& context);

/// "champion_regions": distances by region; "champion_distances": the actors, the farthest first,
/// `top` of them (0: all); "forums_without_champion"; "further_champions".
[[nodiscard]] std::vector<NamedTable> champion_reach_tables(const ChampionReach& reach,
                                                            const ChampionReachOptions& options,
                                                            const GapsContext& context,
                                                            std::size_t top);

/// "access": what each actor takes part in, fewest first, `top` of them (0: all); "spread": how
/// evenly; "leadership": who leads forums and meetings.
[[nodiscard]] std::vector<NamedTable> access_tables(const Access& access,
                                                    const AccessOptions& options,
                                                    const GapsContext& context, std::size_t top);

}  // namespace coopnet::render
