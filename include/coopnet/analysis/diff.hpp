#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/network/relations.hpp"

/// Two recordings of the same register, an earlier one and a later one: what came, what went, what
/// changed, and what that does to synergies and gaps. Nothing here says why: a pledge that is not
/// recorded any more may well exist.
namespace coopnet {

/// One of the two datasets, with what counts in it.
struct DiffSide {
  const Dataset& data;
  const Selection& selection;
  const Relations& relations;
};

struct DiffOptions {
  std::string region{};     ///< only pledges with an actor in it, by id; empty: all
  std::string objective{};  ///< only pledges on it, by key of the primary facet; empty: all
  std::string scheme{};     ///< of regions; empty: nothing by region
  std::size_t top = 20;     ///< pairs kept of those whose synergy changed; 0: all
};

/// A cell that says something else than before. Lists are in canonical order.
struct FieldDifference {
  std::string field;
  std::string before, after;
  bool evidence_only = false;  ///< the same values, but others of them are inferred ("~")
  friend bool operator==(const FieldDifference&, const FieldDifference&) = default;
};

enum class PledgeChange : std::uint8_t { added, removed, renamed, changed };

/// A pledge that is not as it was. Pledges of one id are one pledge; so are two of the same title
/// (text::fold) and actors of which one is in each dataset under an id that the other lacks
/// ("renamed"). A renamed pledge can have changed too.
struct PledgeDifference {
  PledgeChange change = PledgeChange::added;
  std::optional<PledgeId> before, after;
  std::vector<FieldDifference> fields;  ///< in the order of the columns; not of added, removed ones
};

/// An actor that pledged in one of the two only, or came back with a pledge of another round than
/// those it had.
enum class ActorChange : std::uint8_t { joined, left, returning };
struct ActorDifference {
  ActorChange change = ActorChange::joined;
  std::optional<ActorId> before, after;  ///< rows, where it is recorded
  std::size_t pledges_before = 0, pledges_after = 0;
};

/// Actors of one kind, of one region, or all.
struct GroupDifference {
  enum class By : std::uint8_t { all, kind, region };
  By by = By::all;
  ActorKind kind = ActorKind::unknown;
  std::string region;
  std::size_t before = 0, after = 0;  ///< with a pledge
  std::size_t joined = 0, left = 0, returning = 0;
  std::size_t recorded_before = 0, recorded_after = 0;  ///< with or without a pledge
  friend bool operator==(const GroupDifference&, const GroupDifference&) = default;
};

/// Two pledges whose synergy is not what it was. A side is nothing where one of the two pledges is
/// not there; a score of 0 means that they share nothing.
struct SynergyDifference {
  using Pair = std::pair<PledgeId, PledgeId>;
  std::optional<Pair> before, after;
  double score_before = 0, score_after = 0;
  std::size_t shared_before = 0, shared_after = 0;  ///< tags
};

/// An objective that got its first recorded pledge, or lost its last. A count is nothing where
/// nothing is known: the region has no pledge at all, or the objective or region is not listed.
struct CoverageDifference {
  std::string region;  ///< id; empty: everywhere
  std::string tag;     ///< key
  std::optional<std::size_t> before, after;
};

struct DatasetDiff {
  std::size_t pledges_before = 0, pledges_after = 0, unchanged = 0;  ///< within the scope
  std::vector<PledgeDifference> pledges;  ///< added, removed, renamed, changed; then by id
  std::vector<ActorDifference> actors;    ///< joined, left, returning; then by id
  std::vector<GroupDifference> groups;    ///< all, kinds, regions
  bool rounds_known = false;              ///< some pledge of each dataset names its round
  /// Of pledges in both: status before, status after.
  std::array<std::array<std::size_t, 5>, 5> transitions{};
  std::array<std::size_t, 5> added{}, removed{};  ///< by status
  std::vector<SynergyDifference> synergies;       ///< the largest change first
  std::size_t synergies_changed = 0;              ///< before `top`
  std::size_t pairs_compared = 0;                 ///< the best of either dataset
  std::vector<CoverageDifference> coverage;       ///< everywhere first, then by region and tag
};

/// Whether two datasets speak of the same things.
struct DiffFrame {
  bool same_facet = false;      ///< the primary facet: else nothing can be compared
  bool same_framework = false;  ///< by its short name
  std::vector<std::string> objectives_only_before, objectives_only_after;  ///< keys, listed in one
};
[[nodiscard]] DiffFrame compare_frames(const Dataset& before, const Dataset& after);

/// Pairs of pledges whose synergy is compared: so many of the best of each dataset, at least.
inline constexpr std::size_t diff_pairs = 200;

/// Throws PreconditionError unless the primary facet is the same.
/// Cost: that of the synergies and the coverage of each, and O(rows log rows).
[[nodiscard]] DatasetDiff find_diff(const DiffSide& before, const DiffSide& after,
                                    const DiffOptions& options);

}  // namespace coopnet
