#include <algorithm>
#include <set>

#include "analysis/peers_pairs.hpp"
#include "coopnet/algo/capacity_matching.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet {
namespace {

constexpr std::size_t most_optima = 1'000;

class Planner {
 public:
  Planner(const Dataset& data, const Relations& relations, const Selection& selection,
          const PeerRecords& records, const PeerPlanOptions& options, Progress* progress)
      : data_(data),
        relations_(relations),
        selection_(selection),
        records_(records),
        options_(options),
        progress_(progress) {}

  PeerPlan run() {
    out_.mentors = group(options_.all_mentors);
    out_.learners = group(options_.all_learners);
    collect_candidates();
    solve();
    explain_unplanned();
    return std::move(out_);
  }

 private:
  /// Actors that can be on one side, ascending.
  [[nodiscard]] std::vector<ActorId> group(bool all) const {
    const auto& kinds = options_.pairs.filter.kinds;
    std::vector<ActorId> out;
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto& actor = data_.actors.rows[i];
      const bool champion = !actor.champion_known_by.text.empty();
      const bool of_kind =
          kinds.empty() || std::find(kinds.begin(), kinds.end(), actor.kind) != kinds.end();
      if (selection_.actors[i] && of_kind && (all || champion)) out.push_back(ActorId::at(i));
    }
    return out;
  }

  /// Pairs with a value, by mentor, then learner.
  void collect_candidates() {
    problem_.offers.assign(out_.mentors.size(), {options_.capacity, 0});
    problem_.needs.assign(out_.learners.size(), {options_.capacity, 0});
    problem_.per_pair = 1;
    for (std::uint32_t m = 0; m < out_.mentors.size(); ++m)
      for (std::uint32_t l = 0; l < out_.learners.size(); ++l) {
        const auto mentor = out_.mentors[m];
        const auto learner = out_.learners[l];
        if (!admits_pair(data_, records_, options_.pairs.filter, mentor, learner)) continue;
        const auto pair = compare_peers(relations_, records_, options_.pairs, mentor, learner);
        if (pair.value == 0) continue;
        has_value_.insert({true, mentor});
        has_value_.insert({false, learner});
        if (pair.value >= options_.pairs.minimum) problem_.pairs.push_back({m, l, pair.value});
      }
    out_.candidates = problem_.pairs.size();
  }

  [[nodiscard]] PeerPair pair_of(const algo::MatchedAmount& matched) const {
    return compare_peers(relations_, records_, options_.pairs, out_.mentors[matched.offer],
                         out_.learners[matched.need]);
  }

  void solve() {
    const auto matching = algo::capacity_matching(problem_, {}, progress_);
    if (!algo::verify(problem_, {}, matching))
      throw InternalError("the plan found is not proved to be the best");
    const auto ties = algo::matching_ties(problem_, {}, matching, most_optima);
    out_.total = matching.total;
    out_.optima = ties.optima.size();
    out_.more_optima = !ties.complete;
    for (const auto& matched : matching.matched) {
      const bool firm = std::find(ties.firm.begin(), ties.firm.end(), matched) != ties.firm.end();
      out_.pairs.push_back({pair_of(matched), firm});
    }
    for (const auto& optional : ties.optional)
      if (optional.amount == 0) out_.also_possible.push_back(pair_of(optional));
    std::sort(out_.pairs.begin(), out_.pairs.end(),
              [](const auto& x, const auto& y) { return comes_first(x.pair, y.pair); });
    std::sort(out_.also_possible.begin(), out_.also_possible.end(), comes_first);
  }

  void explain_unplanned() {
    std::vector<std::size_t> of_mentor(out_.mentors.size()), of_learner(out_.learners.size());
    for (const auto& pair : problem_.pairs) {
      ++of_mentor[pair.offer];
      ++of_learner[pair.need];
    }
    const auto& filter = options_.pairs.filter;
    for (std::size_t i = 0; i < out_.mentors.size(); ++i) {
      const auto actor = out_.mentors[i];
      explain(actor, true, counts_any(filter, records_.profiles[actor.index()].supply),
              of_mentor[i]);
    }
    for (std::size_t i = 0; i < out_.learners.size(); ++i) {
      const auto actor = out_.learners[i];
      explain(actor, false, counts_any(filter, records_.profiles[actor.index()].demand),
              of_learner[i]);
    }
  }

  void explain(ActorId actor, bool as_mentor, bool recorded, std::size_t candidates) {
    const bool planned = std::any_of(out_.pairs.begin(), out_.pairs.end(), [&](const auto& row) {
      return (as_mentor ? row.pair.mentor : row.pair.learner) == actor;
    });
    if (planned) return;
    const auto reason = !recorded                                 ? NoPeer::nothing_recorded
                        : candidates > 0                          ? NoPeer::spent_elsewhere
                        : has_value_.contains({as_mentor, actor}) ? NoPeer::below_minimum
                                                                  : NoPeer::nothing_common;
    out_.unplanned.push_back({actor, as_mentor, reason, candidates});
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const PeerRecords& records_;
  const PeerPlanOptions& options_;
  Progress* progress_;
  algo::CapacityMatchingProblem problem_;
  std::set<std::pair<bool, ActorId>> has_value_;  ///< as mentor, as learner
  PeerPlan out_;
};

}  // namespace

PeerPlan plan_peers(const Dataset& data, const Relations& relations, const Selection& selection,
                    const PeerRecords& records, const PeerPlanOptions& options,
                    Progress* progress) {
  return Planner(data, relations, selection, records, options, progress).run();
}

}  // namespace coopnet
