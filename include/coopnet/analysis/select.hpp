#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/algo/maximum_coverage.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/model/cover_table.hpp"
#include "coopnet/network/relations.hpp"

/// Which few cover most: pledges, themes, objectives, forums, or actors who could convene.
///
/// What is covered are units. For pledges, themes, forums and conveners a unit is an actor with an
/// objective, counted once however many chosen ones cover it:
///   - a pledge covers each counted actor who made it, with each objective of the pledge;
///   - a theme covers what the pledges (or, if asked for, also practices) that carry it cover;
///   - a forum covers each counted actor in it, in any role, with each objective it works on;
///   - a convener covers what is covered by the forums it is in, by the agreements it is a party to
///     and by its pledges, itself among the others.
/// For objectives a unit is an actor: an objective covers each counted actor with a pledge or a
/// priority (or, if asked for, a practice) on it.
namespace coopnet {

enum class SelectKind : std::uint8_t { pledges, themes, objectives, forums, conveners, sets };

/// Whose units count. All conditions hold together.
struct SelectFilter {
  std::vector<ActorKind> kinds{ActorKind::state};  ///< empty: any
  std::vector<RegionId> regions = {};              ///< any of these; empty: any
  std::vector<TagId> objectives = {};              ///< empty: all of the primary facet
};

struct SelectOptions {
  SelectKind of = SelectKind::pledges;
  std::optional<std::size_t> k = {};  ///< how many; nothing: the least number that covers all
  SelectFilter filter = {};
  bool practices = false;  ///< themes and objectives: also practices, plans, needs, support given
  algo::CoverageOptions search{.most_steps = 8'000'000, .most_optima = 1'000, .listed_optima = 10};
};

/// An actor with an objective, or alone; in a table of sets the number of an element.
struct CoverUnit {
  ActorId actor;
  std::optional<TagId> objective;
  friend auto operator<=>(const CoverUnit&, const CoverUnit&) = default;
};

/// What can be chosen, and what each covers.
struct SelectProblem {
  std::vector<std::uint32_t> rows;  ///< set -> row of its table; ascending
  std::vector<CoverUnit> units;     ///< element -> unit; ascending. A table of sets has none
  algo::WeightedSets sets;
  std::vector<bool> stated;     ///< along sets.element: a source states every tag it rests on
  std::size_t candidates = 0;   ///< recorded, also those that cover nothing
  std::vector<ActorId> actors;  ///< whose units count, ascending
  std::vector<TagId> objectives;
  std::vector<ActorId> without;  ///< of the actors: those without a unit
};

struct SelectResult {
  SelectKind of = SelectKind::pledges;
  std::optional<std::size_t> k;
  bool covers_all = false;  ///< the least number that covers all was sought
  SelectProblem problem;
  algo::SetChoice best, greedy;
  std::uint64_t coverable = 0;
  std::uint64_t upper_bound = 0;  ///< of what k can cover
  std::size_t lower_bound = 0;    ///< of how many are needed, with covers_all
  bool optimal = false;
  algo::CoverageTies ties;
  std::vector<std::uint32_t> uncovered;  ///< elements, ascending
  std::uint64_t inferred = 0;            ///< covered, but by nothing that a source states
};

[[nodiscard]] SelectProblem collect_cover(const Dataset& data, const Relations& relations,
                                          const Selection& selection, const SelectOptions& options);
[[nodiscard]] SelectProblem collect_cover(const CoverTable& table);

/// Solves and verifies; a choice of k that reaches everything is replaced by the least one.
/// Cost: that of collecting, and the search, which ends after options.search.most_steps.
[[nodiscard]] SelectResult select_cover(SelectProblem problem, const SelectOptions& options,
                                        Progress* progress = nullptr);

// --- workshops ----------------------------------------------------------------------------------

struct WorkshopOptions {
  std::vector<TagId> tags = {};
  SelectFilter filter{{}, {}, {}};       ///< who can take part; objectives are not used
  std::uint64_t most_steps = 2'000'000;  ///< see Workshop::proved
  std::size_t most_groups = 1'000;       ///< groups are counted up to this number
};

/// Why a tag has not both.
enum class WorkshopGap : std::uint8_t {
  none,
  no_asker,
  no_giver,
  neither,
  only_one  ///< a single actor is recorded, who asks and gives
};

/// A tag and who is recorded on it, by actor, ascending.
struct WorkshopTag {
  struct Record {
    ActorId actor;
    bool stated = true;
  };
  TagId tag;
  std::vector<Record> askers, givers;
  WorkshopGap gap = WorkshopGap::none;
};

/// The smallest group in which every tag that has both an asker and a giver recorded finds two
/// different actors, one asking and one giving. Recorded demand and supply are those of peers.hpp.
struct Workshop {
  std::vector<WorkshopTag> tags;  ///< in the order asked for
  std::vector<ActorId> group;     ///< ascending
  std::size_t candidates = 0;     ///< actors with a record on any of the tags
  std::uint64_t groups = 0;       ///< of this size; with more_groups there can be more
  bool more_groups = false;
  bool proved = true;  ///< no smaller group: false if the search ended early
};

[[nodiscard]] Workshop find_workshop(const Dataset& data, const Relations& relations,
                                     const Selection& selection, const WorkshopOptions& options);

// --- key players --------------------------------------------------------------------------------

enum class KeyPlayerKind : std::uint8_t { reach, split };

struct KeyPlayerOptions {
  KeyPlayerKind kind = KeyPlayerKind::reach;
  std::size_t k = 3;
  SelectFilter filter = {};  ///< who; objectives: only forums that work on one of them
  std::uint64_t most_steps = 12'000'000;
};

/// In the network in which two actors are joined if they share a forum.
struct KeyPlayersResult {
  KeyPlayerKind kind = KeyPlayerKind::reach;
  std::size_t k = 0;
  std::vector<ActorId> actors;   ///< vertex -> actor; those in a forum
  std::vector<ActorId> outside;  ///< admitted actors that are in no forum
  std::size_t ties = 0;          ///< pairs that share a forum
  bool optimal = false;
  // reach
  algo::Coverage coverage;               ///< sets and elements are vertices
  std::vector<std::uint32_t> unreached;  ///< vertices
  std::vector<std::uint32_t> singles;    ///< the k vertices that alone reach most
  std::uint64_t singles_reach = 0;       ///< what these reach together
  // split
  std::vector<std::uint32_t> chosen;  ///< vertices, ascending; without any who cut nothing
  std::vector<std::vector<std::uint32_t>> before;  ///< groups joined by chains of forums
  std::vector<std::vector<std::uint32_t>> after;   ///< without the chosen; larger first
  std::uint64_t cut_pairs = 0;  ///< pairs of others that are linked only through the chosen
  std::optional<double> fragmentation_before, fragmentation_after, bound;
};

[[nodiscard]] KeyPlayersResult find_key_players(const Dataset& data, const Relations& relations,
                                                const Selection& selection,
                                                const KeyPlayerOptions& options,
                                                Progress* progress = nullptr);

}  // namespace coopnet
