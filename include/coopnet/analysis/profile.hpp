#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/algo/relatedness.hpp"
#include "coopnet/network/meeting_points.hpp"

/// One actor against its region and everybody: what it has recorded, subject by subject, what it
/// could plausibly take up next, and with whom it is tied.
namespace coopnet {

struct ProfileOptions {
  std::size_t facet = 0;
  std::string scheme{};  ///< of the regions; empty: the first of the dataset
  std::size_t top = 10;  ///< rows of next subjects and of connecting actors; 0: all
};

/// Where an own count stands against what all recorded pledges let expect.
enum class ProfileReading : std::uint8_t {
  strong,        ///< the interval of the location quotient lies above one
  as_elsewhere,  ///< it holds one
  fewer,         ///< it lies below one
  none_here,     ///< no own pledge, some elsewhere
  none_anywhere,
  unknown,  ///< the actor has no pledge with a tag of the facet
};

struct ProfileSubject {
  TagId tag;
  std::size_t own = 0, region = 0, all = 0;         ///< pledges
  std::size_t practices = 0, needs = 0, plans = 0;  ///< own rows; support given is a practice
  std::optional<double> expected;                   ///< own pledges, if spread as all are
  std::optional<algo::LocationQuotient> quotient;
  ProfileReading reading = ProfileReading::unknown;
};

/// A subject the actor has no record on, close to those it has.
struct NextSubject {
  TagId tag;
  double density = 0;           ///< see algo/relatedness.hpp
  std::vector<TagId> related;   ///< own subjects it goes with, the closest first, at most three
  std::vector<ActorId> actors;  ///< who has a record on it, those with a tie to the actor first
  std::size_t with_tie = 0;     ///< of those
};

/// An actor through whom the profiled one meets others.
struct Connector {
  ActorId actor;
  std::size_t shared = 0;    ///< meeting points in common
  std::size_t leads_to = 0;  ///< actors it meets and the profiled one does not
  bool champion = false;
};

struct Profile {
  ActorId who;
  std::vector<RegionId> regions;
  std::size_t pledges = 0, tagged = 0;  ///< own; of those with a tag of the facet
  std::size_t region_pledges = 0, region_actors = 0, region_with_pledge = 0;
  std::size_t all_pledges = 0, all_actors = 0, all_with_pledge = 0;
  std::vector<ProfileSubject> subjects;  ///< of the facet, in their order
  std::vector<NextSubject> next;         ///< density descending, then tag
  std::size_t next_found = 0;
  std::vector<Connector> connectors;  ///< leads_to descending, then shared, then id
  std::size_t tied_actors = 0;        ///< others with a meeting point in common
};

/// Cost: O(rows + ties + actors * tags^2 + sum over meeting points of actors^2).
[[nodiscard]] Profile find_profile(const Dataset& data, const Relations& relations,
                                   const Selection& selection, ActorId who,
                                   const ProfileOptions& options = {});

}  // namespace coopnet
