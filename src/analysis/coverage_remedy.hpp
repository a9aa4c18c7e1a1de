#pragma once

#include <map>
#include <vector>

#include "coopnet/analysis/coverage.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {

/// Finds the nearest record that could help where a unit has none on a subject.
class RemedyFinder {
 public:
  /// `actors`: who may be named.
  RemedyFinder(const Dataset& data, const Relations& relations, const Selection& selection,
               const ActorScope& actors)
      : data_(data), relations_(relations), selection_(selection), actors_(actors) {}

  /// Members: actors of the unit, ascending. First a practice of a member; else the pledge of
  /// another actor with whom most members share a forum, what is completed or under way before what
  /// is announced; else a forum of the members that works on the subject.
  [[nodiscard]] CoverageRemedy find(const std::vector<ActorId>& members,
                                    const std::vector<TagId>& tags);

 private:
  /// A pledge on some tags by an actor that may be named.
  struct Candidate {
    int order = 0;  ///< of its status
    PledgeId pledge;
    ActorId actor;
    friend auto operator<=>(const Candidate&, const Candidate&) = default;
  };
  /// Best status first, then by id. Made once for a subject: `tags.front()` tells subjects apart.
  const std::vector<Candidate>& candidates(const std::vector<TagId>& tags);
  [[nodiscard]] std::optional<PracticeId> practice_of(const std::vector<ActorId>& members,
                                                      const std::vector<TagId>& tags) const;
  void add_pledge_elsewhere(const std::vector<ActorId>& members, const std::vector<TagId>& tags,
                            CoverageRemedy& out);
  [[nodiscard]] std::optional<ForumId> forum_on(const std::vector<ActorId>& members,
                                                const std::vector<TagId>& tags) const;
  [[nodiscard]] std::vector<std::size_t> members_in_forums(
      const std::vector<ActorId>& members) const;

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const ActorScope& actors_;
  std::map<TagId, std::vector<Candidate>> candidates_;
};

}  // namespace coopnet
