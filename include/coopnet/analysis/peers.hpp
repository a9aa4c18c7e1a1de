#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/core/stop.hpp"
#include "coopnet/network/relations.hpp"

/// Peers: from whom an actor can learn, whom it can help, and on what.
///
/// The value of a mentor for a learner is a sum of rows, each a whole number of hundredths:
///   - for each tag o of the primary facet: supply(mentor, o) * demand(learner, o) * rarity(o);
///   - in percent of the sum of these, a common forum, an agreement or exchange between the two,
///     and regions that are known and disjoint.
/// Supply and demand are the points of the strongest record on o (see points()). Rarity is
/// log2((N + 1) / n), n of the N actors with any record having one on o; both are counted before
/// any filter. If no pledge is recorded on o in the learner's regions, a recorded demand is one
/// point higher. Without a record there is no value.
namespace coopnet {

/// What an actor has recorded that others can learn from, strongest first.
enum class SupplyKind : std::uint8_t {
  completed_pledge,
  support_given,
  offer,  ///< pledge that offers support
  pledge_in_progress,
  practice,
  pledge,  ///< announced, or of unknown status
};

/// What an actor has recorded that others can help with, strongest first.
enum class DemandKind : std::uint8_t {
  reported_need,  ///< practice of kind need
  pledged_need,   ///< pledge that asks for support, unless completed or discontinued
  plan,
  priority,
  announced_pledge,  ///< unless it offers support
};

/// Points of a record: 3, 2 or 1. A discontinued pledge has none and is no supply; neither is a
/// pledge that asks for support.
[[nodiscard]] constexpr std::int64_t points(SupplyKind kind) {
  constexpr std::array<std::int64_t, 6> of{3, 3, 3, 2, 2, 1};
  return of[static_cast<std::size_t>(kind)];
}
[[nodiscard]] constexpr std::int64_t points(DemandKind kind) {
  constexpr std::array<std::int64_t, 5> of{3, 3, 2, 2, 1};
  return of[static_cast<std::size_t>(kind)];
}

/// The strongest record of an actor on a tag. `row`: of the table that the kind speaks of: pledges,
/// practices or priorities. `stated`: both the tag and the word that makes the kind.
struct SupplyRecord {
  TagId tag;
  SupplyKind kind = SupplyKind::pledge;
  std::uint32_t row = 0;
  bool stated = true;
};
struct DemandRecord {
  TagId tag;
  DemandKind kind = DemandKind::announced_pledge;
  std::uint32_t row = 0;
  bool stated = true;
  bool gap = false;  ///< no pledge on the tag is recorded in the actor's regions
};
[[nodiscard]] constexpr std::int64_t points(const SupplyRecord& r) { return points(r.kind); }
[[nodiscard]] constexpr std::int64_t points(const DemandRecord& r) {
  return points(r.kind) + (r.gap ? 1 : 0);
}

/// What is recorded about one actor.
struct PeerProfile {
  std::size_t pledges = 0;
  std::array<std::size_t, 5> practices{};  ///< by PracticeKind
  std::size_t priorities = 0;
  std::vector<TagId> tags;           ///< of the primary facet, ascending
  std::vector<SupplyRecord> supply;  ///< by tag
  std::vector<DemandRecord> demand;  ///< by tag

  [[nodiscard]] std::size_t rows() const;
};

/// What is recorded about everybody.
struct PeerRecords {
  std::vector<PeerProfile> profiles;           ///< by actor
  std::vector<std::vector<RegionId>> regions;  ///< by actor, of the primary scheme
  std::vector<std::vector<bool>> pledged;      ///< region -> tags with a pledge there
  std::size_t actors = 0;                      ///< N: actors with any record
  std::vector<std::size_t> carriers;           ///< n, by tag
  std::vector<std::int64_t> rarity;            ///< by tag, hundredths; 0 without carriers
};

/// Cost: O(rows + ties).
[[nodiscard]] PeerRecords collect_peer_records(const Dataset& data, const Relations& relations,
                                               const Selection& selection);
/// The same for the tags of another facet.
[[nodiscard]] PeerRecords collect_peer_records(const Dataset& data, const Relations& relations,
                                               const Selection& selection, std::size_t facet);

/// The profile of `actor` without the practices in which `actor` names `other`.
[[nodiscard]] PeerProfile profile_without(const Dataset& data, const Relations& relations,
                                          const Selection& selection, const PeerRecords& records,
                                          ActorId actor, ActorId other);

/// Percent of the base that a tie between the two adds.
struct PeerBonus {
  std::uint32_t forum = 25;
  std::uint32_t tie = 25;
  std::uint32_t across = 25;
};

/// Which pairs count. All conditions hold together.
struct PeerFilter {
  std::vector<ActorKind> kinds;   ///< of the peer; empty: the kind of the other one
  std::vector<RegionId> regions;  ///< of the peer, any of these; empty: any
  std::vector<TagId> objectives;  ///< only rows on these count; empty: all
  bool across_regions = false;    ///< regions of both known and disjoint
};

struct PeerOptions {
  PeerBonus bonus;
  PeerFilter filter;
  std::int64_t minimum = 1;  ///< lowest value of a suggestion, hundredths; not below 1
  std::size_t top = 5;       ///< 0: all
};

struct PeerObjective {
  SupplyRecord supply;  ///< of the mentor
  DemandRecord demand;  ///< of the learner
  std::int64_t points = 0;
};

/// What one can offer the other. The points of all rows add up to the value.
struct PeerPair {
  ActorId mentor, learner;
  std::int64_t value = 0;
  std::vector<PeerObjective> objectives;  ///< points descending, then tag
  std::vector<ForumId> forums;            ///< of both
  std::vector<AgreementId> agreements;    ///< of both, exchanges included
  bool regions_known = false;             ///< of both
  bool across_regions = false;
  std::int64_t forum_points = 0, tie_points = 0, across_points = 0;
};

[[nodiscard]] PeerPair compare_peers(const Relations& relations, const PeerRecords& records,
                                     const PeerOptions& options, ActorId mentor, ActorId learner);

struct RankedPeer {
  PeerPair pair;
  std::size_t rank = 1;  ///< one more than there are pairs of a higher value
};

struct PeerList {
  std::vector<RankedPeer> peers;  ///< value descending, then actor
  std::size_t found = 0;          ///< that reach the minimum
  std::int64_t highest = 0;       ///< value of any admitted peer, the minimum or not
  std::size_t tied_beyond = 0;    ///< not shown though their value is that of the last one shown
};

struct PeersResult {
  ActorId who;
  PeerList learn_from, help;
  std::size_t considered = 0;   ///< actors that the filter admits as peers
  std::size_t with_supply = 0;  ///< of those, who have recorded something to learn from
  std::size_t with_demand = 0;  ///< of those, who have recorded something to help with
  std::vector<std::size_t> sharing, asking;  ///< the same by tag
};

/// Cost: O(actors * tags).
[[nodiscard]] PeersResult find_peers(const Dataset& data, const Relations& relations,
                                     const Selection& selection, const PeerRecords& records,
                                     ActorId who, const PeerOptions& options = {});

/// Who helps whom, all at once. A pair counts if one of the two lies in a region of the filter,
/// and both are of one of its kinds; without kinds, both of the same.
struct PeerPlanOptions {
  PeerOptions pairs;
  bool all_mentors = false;  ///< false: Champions only
  bool all_learners = false;
  std::uint32_t capacity = 2;  ///< whom one mentor helps, and from whom one learner learns, at most
};

/// Why somebody is in no pair of a plan, the first that is true.
enum class NoPeer : std::uint8_t {
  nothing_recorded,  ///< no supply (a mentor), no demand (a learner)
  nothing_common,    ///< nobody admitted asks for, or offers, what is recorded
  below_minimum,     ///< no pair reaches the minimum
  spent_elsewhere    ///< those who would fit add more to the total with others
};

struct UnplannedPeer {
  ActorId actor;
  bool as_mentor = false;
  NoPeer reason = NoPeer::nothing_recorded;
  std::size_t candidates = 0;
};

struct PlannedPair {
  PeerPair pair;
  bool firm = false;  ///< in every plan of this total
};

struct PeerPlan {
  std::vector<ActorId> mentors, learners;  ///< who takes part, ascending
  std::vector<PlannedPair> pairs;          ///< value descending, then mentor, learner
  std::int64_t total = 0;                  ///< of the pairs' values; proved to be the highest
  std::size_t candidates = 0;              ///< pairs that reach the minimum
  std::size_t optima = 1;                  ///< plans of this total that were counted
  bool more_optima = false;                ///< there are more than were counted
  std::vector<PeerPair> also_possible;     ///< in other plans of this total; in the same order
  std::vector<UnplannedPeer> unplanned;    ///< mentors, then learners
};

/// The plan of greatest total value: at most `capacity` pairs for each mentor and each learner. It
/// was verified by its certificate. Cost: O(mentors * learners * tags) and a flow of that size.
[[nodiscard]] PeerPlan plan_peers(const Dataset& data, const Relations& relations,
                                  const Selection& selection, const PeerRecords& records,
                                  const PeerPlanOptions& options = {},
                                  Progress* progress = nullptr);

/// A recorded exchange and where its mentor stands among all who could be suggested to the learner.
struct ExchangeCase {
  ActorId mentor, learner;
  std::vector<AgreementId> agreements;
  std::int64_t value = 0;
  std::size_t higher = 0;      ///< candidates of a higher value
  std::size_t equal = 0;       ///< others of the same value
  std::size_t candidates = 0;  ///< the mentor included
};

/// What a value is compared with in a check.
enum class PeerScore : std::uint8_t {
  value,          ///< without the row for agreements and exchanges
  value_asked,    ///< the same, only learners who have recorded something to help with
  value_unnamed,  ///< the same without practices in which one of the two names the other
  mentor_rows,    ///< how many rows are recorded about the mentor, whoever the learner is
};

/// How often the pair that took place has the higher score.
struct PeerCheck {
  PeerScore score = PeerScore::value;
  std::size_t cases = 0;
  std::uint64_t comparisons = 0, higher = 0, equal = 0;
  /// Of the first 1, 3 and 5 suggestions to each learner, how many there are, how many took place,
  /// and how many would in a random order; suggestions of the same score count as if drawn by lot.
  std::array<std::size_t, 3> suggestions{};
  std::array<double, 3> hits{}, chance{};

  /// Share of comparisons won, a tie half; nothing without comparisons.
  [[nodiscard]] std::optional<double> auc() const;
};

struct PeerEvaluation {
  static constexpr std::array<std::size_t, 3> depths{1, 3, 5};
  std::vector<ExchangeCase> cases;  ///< by learner, then mentor; scored by value
  std::size_t learners = 0;
  std::size_t mentors = 0;         ///< candidates of any learner
  std::size_t left_out = 0;        ///< recorded pairs that the filter does not admit
  std::size_t mentor_silent = 0;   ///< cases whose mentor has recorded nothing to learn from
  std::size_t learner_silent = 0;  ///< cases whose learner has recorded nothing to help with
  std::vector<PeerCheck> checks;   ///< one a score
};

/// Suggestions against recorded exchanges. Candidates for a learner: everybody admitted who has
/// recorded something to learn from, and those it did learn from.
/// Cost: O(learners * candidates * tags).
[[nodiscard]] PeerEvaluation evaluate_peers(const Dataset& data, const Relations& relations,
                                            const Selection& selection, const PeerRecords& records,
                                            const PeerOptions& options = {});

}  // namespace coopnet
