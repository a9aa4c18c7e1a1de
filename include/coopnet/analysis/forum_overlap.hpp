#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "coopnet/network/relations.hpp"

/// Which forums bring the same members together on the same subjects, on which subjects no forum
/// works, and which forum gathers most of those who have something recorded on a subject.
namespace coopnet {

struct ForumOverlapOptions {
  std::size_t facet = 0;
  std::string scheme{};  ///< of the regions; empty: the first of the dataset
  std::vector<RegionId>
      regions{};                ///< only forums with a member there or that lie there; empty: all
  std::vector<TagId> tags{};    ///< only these subjects; empty: all of the facet
  std::int64_t near_days = 60;  ///< meetings that begin within so many days are near
  std::size_t top = 0;          ///< pairs kept; 0: all
};

/// Two meetings of two forums that lie near each other.
struct NearMeetings {
  EventId a, b;
  std::int64_t days = 0;  ///< between their starts, as far as the dates are known
};

struct ForumPair {
  ForumId a, b;  ///< a < b
  std::size_t members_a = 0, members_b = 0, shared_members = 0;
  double expected_members = 0;  ///< if each had drawn its members by lot from all members of forums
  std::vector<TagUse> shared_tags;
  std::size_t tags_a = 0, tags_b = 0;
  std::optional<NearMeetings> nearest;  ///< of the meetings recorded for both, within near_days
  bool one_agenda = false;  ///< at least half of the smaller membership and of the shorter agenda,
                            ///< and two subjects or more

  [[nodiscard]] std::size_t smaller_membership() const {
    return members_a < members_b ? members_a : members_b;
  }
  [[nodiscard]] std::size_t shorter_agenda() const { return tags_a < tags_b ? tags_a : tags_b; }
};

/// A subject and the forums.
struct ForumSubject {
  TagId tag;
  std::vector<ForumId> forums;   ///< of the scope that work on it, ascending
  std::size_t members = 0;       ///< actors of the scope in one of them
  std::size_t with_record = 0;   ///< actors of the scope with a pledge, practice or need on it
  std::optional<ForumId> best;   ///< with most of those; ties: one that works on it, then id
  std::size_t best_members = 0;  ///< of those
  bool best_works_on_it = false;
};

struct ForumOverlap {
  std::vector<ForumId> forums;      ///< of the scope
  std::size_t without_members = 0;  ///< of those: no member is recorded
  std::size_t without_tags = 0;     ///< of those: no subject of the facet is recorded
  std::size_t members = 0;          ///< actors in any forum, the pool of expected_members
  std::size_t actors = 0;           ///< of the scope of ForumSubject
  std::vector<ForumPair> pairs;     ///< that share a member and a subject
  std::size_t found = 0;            ///< before `top`
  std::vector<ForumSubject> subjects;
};

/// Order of the pairs: those with one agenda first, then more shared subjects, more shared members,
/// ids. Cost: O(sum over actors of forums^2 + pairs * subjects + meetings log meetings).
[[nodiscard]] ForumOverlap find_forum_overlap(const Dataset& data, const Relations& relations,
                                              const Selection& selection,
                                              const ForumOverlapOptions& options = {});

}  // namespace coopnet
