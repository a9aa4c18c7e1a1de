#pragma once

#include <vector>

#include "coopnet/analysis/coverage.hpp"

namespace coopnet {

/// Finds the nearest record that could help where a unit has none on a subject.
class RemedyFinder {
 public:
  /// `counted`: actors that may be named.
  RemedyFinder(const Dataset& data, const Relations& relations, const Selection& selection,
               const std::vector<bool>& counted)
      : data_(data), relations_(relations), selection_(selection), counted_(counted) {}

  /// Members: actors of the unit, ascending. First a practice of a member; else the pledge of
  /// another actor with whom most members share a forum, what is completed or under way before what
  /// is announced; else a forum of the members that works on the subject.
  [[nodiscard]] CoverageRemedy find(const std::vector<ActorId>& members,
                                    const std::vector<TagId>& tags) const;

 private:
  [[nodiscard]] std::optional<PracticeId> practice_of(const std::vector<ActorId>& members,
                                                      const std::vector<TagId>& tags) const;
  void add_pledge_elsewhere(const std::vector<ActorId>& members, const std::vector<TagId>& tags,
                            CoverageRemedy& out) const;
  [[nodiscard]] std::optional<ForumId> forum_on(const std::vector<ActorId>& members,
                                                const std::vector<TagId>& tags) const;
  [[nodiscard]] std::vector<std::size_t> members_in_forums(
      const std::vector<ActorId>& members) const;

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const std::vector<bool>& counted_;
};

}  // namespace coopnet
