#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coopnet/model/selection.hpp"
#include "coopnet/network/relations.hpp"

/// What a dataset holds: counts with their denominators, what is stated and what inferred, how old
/// it is, what is missing. Nothing here is a judgement.
namespace coopnet {

/// How many tags of one facet the pledges carry, and how many of them a source states.
struct ProvenanceCount {
  std::size_t facet = 0;
  std::size_t stated = 0;
  std::size_t total = 0;
  std::size_t pledges_without = 0;  ///< that carry no tag of the facet
};

struct TagCount {
  TagId tag;
  std::size_t pledges = 0;
  std::size_t stated = 0;  ///< pledges whose source states it
  std::size_t actors = 0;
};

struct RegionCount {
  RegionId region;
  std::size_t actors = 0;   ///< that lie there
  std::size_t pledges = 0;  ///< with an actor there; a pledge of two regions counts in both
  std::size_t forums = 0;
};

struct KindCount {
  ActorKind kind = ActorKind::unknown;
  std::size_t actors = 0;
  std::size_t with_pledge = 0;
  std::size_t pledges = 0;  ///< with an actor of this kind
};

struct StatusCount {
  Status status = Status::unknown;
  std::size_t pledges = 0;
  std::size_t stated = 0;
};

/// Age of the last date known of a pledge (updated, else year) on a day: the latest day the date
/// can mean counts.
struct AgeCount {
  std::size_t undated = 0;
  std::size_t up_to_one_year = 0;
  std::size_t up_to_two_years = 0;
  std::size_t older = 0;
};

struct Summary {
  std::size_t pledges = 0, practices = 0, agreements = 0, events = 0, claims = 0;
  std::size_t actors = 0, forums = 0, memberships = 0;
  std::size_t exchanges_as_agreements = 0;  ///< of the agreements: peer exchanges
  std::size_t joint_pledges = 0;            ///< of more than one actor; each counts once everywhere
  std::vector<ProvenanceCount> provenance;  ///< facets with a weight, in their order
  std::vector<TagCount> primary_tags;       ///< every tag of the primary facet, zeros too
  std::vector<RegionCount> regions;         ///< of the first scheme
  std::size_t pledges_without_region = 0;
  std::vector<KindCount> kinds;       ///< kinds that occur
  std::vector<StatusCount> statuses;  ///< all of them
  std::optional<AgeCount> age;        ///< nothing without a date to count from
  std::size_t offers = 0, needs = 0, neither = 0;
  std::size_t states_with_pledge = 0, states = 0;
  std::size_t champions = 0, champions_with_pledge = 0;
  std::size_t pledges_without_year = 0, pledges_without_source = 0, practices_without_year = 0;
  std::size_t membership_rows = 0;  ///< an actor can have several roles in one forum
  std::size_t memberships_undated = 0, agreements_undated = 0;
};

/// Cost: O(rows + ties).
[[nodiscard]] Summary summarise(const Dataset& data, const Relations& relations,
                                const Selection& selection, std::optional<Day> as_of);

}  // namespace coopnet
