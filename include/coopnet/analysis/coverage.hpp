#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/algo/relatedness.hpp"
#include "coopnet/network/relations.hpp"

/// Which tags have a recorded pledge, where, and where none is recorded: units (regions, actors or
/// forums) by subjects (the tags of a facet, or their groups). Zero and unknown are different
/// things: a unit without any pledge recorded says nothing about its subjects.
namespace coopnet {

enum class UnitKind : std::uint8_t { region, actor, forum };

struct CoverageOptions {
  std::size_t facet = 0;
  bool by_group = false;  ///< the groups of the facet's tags (round tables) instead of the tags
  UnitKind by = UnitKind::region;
  std::string scheme{};  ///< of the regions that are units
  std::vector<RegionId>
      regions{};                   ///< only these, and actors and forums that lie there; empty: all
  std::vector<TagId> tags{};       ///< only subjects that hold one of these; empty: all
  std::vector<ActorKind> kinds{};  ///< only records of actors of these kinds; empty: all
  std::size_t top = 0;             ///< gaps kept; 0: all
};

/// A tag, or a group of tags, that can be covered.
struct Subject {
  std::vector<TagId> tags;       ///< one, or those of the group, ascending
  std::string group;             ///< empty for a tag
  std::vector<TagId> related{};  ///< tags of other facets it is said to go with, ascending
};

/// What is recorded on a subject in some unit. Each pledge and each actor counts once.
struct SubjectCounts {
  std::uint32_t pledges = 0;
  std::uint32_t pledges_stated = 0;          ///< of those: a source states the tag
  std::uint32_t actors = 0;                  ///< with such a pledge
  std::array<std::uint32_t, 5> by_status{};  ///< of the pledges; index: Status
  std::size_t practices = 0;                 ///< practices and support given
  std::size_t needs = 0;                     ///< practices of kind need, and pledges that say need
  std::size_t offers = 0;                    ///< support given, pledges that say offer
  friend bool operator==(const SubjectCounts&, const SubjectCounts&) = default;
};

/// A unit and what is recorded for it, on whatever subject.
struct CoverageUnit {
  UnitKind kind = UnitKind::region;
  std::uint32_t row = 0;        ///< of the table of its kind
  std::size_t actors = 0;       ///< that belong to it
  std::size_t with_pledge = 0;  ///< of those
  std::size_t pledges = 0;
  std::size_t tagged = 0;         ///< of the pledges: with a subject
  std::size_t incidences = 0;     ///< pledge and subject, counted once a pair
  std::size_t covered = 0;        ///< subjects with a pledge
  std::size_t needs = 0;          ///< rows, see SubjectCounts
  std::size_t shared_actors = 0;  ///< that belong to another unit too
};

enum class CoverageGap : std::uint8_t {
  unmet_need,        ///< a need is recorded, and no offer by anybody
  none_here,         ///< no pledge in the unit, some elsewhere
  none_anywhere,     ///< no pledge recorded at all
  below_expected,    ///< pledges, but the interval of the location quotient lies below one
  nothing_recorded,  ///< the unit has no pledge at all: nothing can be said about it
};

/// The nearest thing recorded that could help. What is not set is not there.
struct CoverageRemedy {
  std::optional<PracticeId> practice;  ///< of an actor of the unit, on the subject
  std::optional<PledgeId> pledge;      ///< else: of another actor, on the subject
  std::optional<ActorId> actor;        ///< who made it
  std::optional<ForumId> forum;        ///< where somebody of the unit meets that actor; without a
                                       ///< pledge: a forum of the unit that works on the subject
};

struct CoverageRow {
  std::optional<std::uint32_t> unit;  ///< index into Coverage::units; nothing: everywhere
  std::uint32_t subject = 0;  ///< index into Coverage::subjects; no meaning for nothing_recorded
  CoverageGap gap = CoverageGap::none_here;
  std::size_t observed = 0;          ///< pledges of the unit on the subject
  std::optional<double> expected{};  ///< if its pledges were spread over the subjects as all are
  std::optional<algo::LocationQuotient> quotient{};
  std::size_t needs = 0, offers_anywhere = 0;
  CoverageRemedy remedy{};
};

struct Coverage {
  std::vector<Subject> subjects;    ///< by tag, or by group
  std::vector<CoverageUnit> units;  ///< in the order of their table
  SubjectCounts no_subject;         ///< pledges without any tag of the facet: nothing is guessed
  std::size_t pledges = 0, actors = 0, with_pledge = 0;  ///< of the scope, each once
  std::size_t in_several_units = 0;     ///< actors of the scope that count in more than one unit
  std::size_t in_no_unit = 0;           ///< actors with a pledge that are in no unit
  std::vector<SubjectCounts> scope;     ///< a subject: within the regions and kinds asked for
  std::vector<SubjectCounts> all;       ///< a subject: everywhere
  std::vector<std::size_t> units_with;  ///< a subject: units of the scope with a pledge on it
  std::vector<std::size_t> by_related;  ///< a subject: pledges of the scope with a related tag
  bool silent = false;  ///< no pledge anywhere carries a subject: nothing is known, not zero
  std::vector<SubjectCounts> cells;  ///< units x subjects, row after row
  std::vector<CoverageRow> gaps;     ///< see below
  std::size_t gaps_found = 0;        ///< before `top`

  [[nodiscard]] const SubjectCounts& at(std::size_t unit, std::size_t subject) const {
    return cells[unit * subjects.size() + subject];
  }
};

/// Order of the gaps: unmet needs (most first), then what has no pledge anywhere, then none here
/// and fewer than expected (the larger difference first), units without any record; then by unit
/// and subject. Cost: O(rows + ties + units * subjects), and for each gap shown the actors of its
/// unit. Throws PreconditionError for more than 50 million cells.
[[nodiscard]] Coverage find_coverage(const Dataset& data, const Relations& relations,
                                     const Selection& selection, const CoverageOptions& options);

}  // namespace coopnet
