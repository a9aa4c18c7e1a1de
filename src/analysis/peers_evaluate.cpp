#include <algorithm>
#include <map>
#include <set>

#include "analysis/peers_pairs.hpp"
#include "coopnet/algo/auc.hpp"

namespace coopnet {
namespace {

/// Of one learner: everybody who could be suggested, with the scores, and who it learned from.
struct Candidates {
  std::vector<ActorId> mentors;
  std::vector<bool> took_place;
  std::vector<std::int64_t> score;
};

/// Wins and ties of each pair that took place against each other pair of the same learner.
void compare(const Candidates& all, PeerCheck& check) {
  for (std::size_t i = 0; i < all.mentors.size(); ++i) {
    if (!all.took_place[i]) continue;
    for (std::size_t j = 0; j < all.mentors.size(); ++j) {
      if (all.took_place[j]) continue;
      ++check.comparisons;
      check.higher += all.score[i] > all.score[j] ? 1U : 0U;
      check.equal += all.score[i] == all.score[j] ? 1U : 0U;
    }
  }
}

/// How many of the first `depth` took place. Where the cut falls among equal scores, each of them
/// counts by its chance to be drawn.
double hits_among_first(const Candidates& all, std::size_t depth) {
  std::map<std::int64_t, std::pair<std::size_t, std::size_t>, std::greater<>> groups;  // size, hits
  for (std::size_t i = 0; i < all.mentors.size(); ++i) {
    auto& [size, hits] = groups[all.score[i]];
    ++size;
    hits += all.took_place[i] ? 1U : 0U;
  }
  double out = 0;
  for (const auto& [score, group] : groups) {
    const auto taken = std::min(depth, group.first);
    out += static_cast<double>(group.second) * static_cast<double>(taken) /
           static_cast<double>(group.first);
    depth -= taken;
  }
  return out;
}

class Evaluator {
 public:
  Evaluator(const Dataset& data, const Relations& relations, const Selection& selection,
            const PeerRecords& records, const PeerOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        records_(records),
        options_(options) {
    options_.bonus.tie = 0;  // so that the answer is not in the question
  }

  PeerEvaluation run() {
    for (const auto score : {PeerScore::value, PeerScore::value_asked, PeerScore::value_unnamed,
                             PeerScore::mentor_rows}) {
      auto& check = out_.checks.emplace_back();
      check.score = score;
    }
    for (std::size_t i = 0; i < data_.actors.size(); ++i) look_at(ActorId::at(i));
    out_.mentors = mentors_.size();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool admits(ActorId mentor, ActorId learner) const {
    return admits_pair(data_, records_, options_.filter, mentor, learner);
  }

  void look_at(ActorId learner) {
    const auto taught = relations_.exchange.lefts(learner);
    Candidates all;
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto mentor = ActorId::at(i);
      const bool took_place = std::binary_search(taught.begin(), taught.end(), mentor);
      const bool could = counts_any(options_.filter, records_.profiles[i].supply);
      if (!took_place && !(could && selection_.actors[i])) continue;
      if (!admits(mentor, learner)) {
        out_.left_out += took_place ? 1U : 0U;
        continue;
      }
      all.mentors.push_back(mentor);
      all.took_place.push_back(took_place);
    }
    const auto cases = std::count(all.took_place.begin(), all.took_place.end(), true);
    if (cases == 0) return;
    ++out_.learners;
    mentors_.insert(all.mentors.begin(), all.mentors.end());
    const bool asks = counts_any(options_.filter, records_.profiles[learner.index()].demand);
    for (auto& check : out_.checks) {
      if (check.score == PeerScore::value_asked && !asks) continue;
      all.score.clear();
      for (const ActorId mentor : all.mentors)
        all.score.push_back(score(check.score, mentor, learner));
      check.cases += static_cast<std::size_t>(cases);
      compare(all, check);
      count_first(all, static_cast<std::size_t>(cases), check);
      if (check.score == PeerScore::value) add_cases(all, learner);
    }
  }

  static void count_first(const Candidates& all, std::size_t cases, PeerCheck& check) {
    for (std::size_t d = 0; d < PeerEvaluation::depths.size(); ++d) {
      const auto looked_at = std::min(PeerEvaluation::depths[d], all.mentors.size());
      check.suggestions[d] += looked_at;
      check.hits[d] += hits_among_first(all, looked_at);
      check.chance[d] +=
          static_cast<double>(looked_at * cases) / static_cast<double>(all.mentors.size());
    }
  }

  [[nodiscard]] std::int64_t score(PeerScore by, ActorId mentor, ActorId learner) const {
    const auto& offers = records_.profiles[mentor.index()];
    const auto& asks = records_.profiles[learner.index()];
    if (by == PeerScore::mentor_rows) return static_cast<std::int64_t>(offers.rows());
    if (by != PeerScore::value_unnamed)
      return compare_profiles(relations_, records_, options_, mentor, offers, learner, asks).value;
    const auto without = [&](ActorId actor, ActorId other) {
      return profile_without(data_, relations_, selection_, records_, actor, other);
    };
    return compare_profiles(relations_, records_, options_, mentor, without(mentor, learner),
                            learner, without(learner, mentor))
        .value;
  }

  void add_cases(const Candidates& all, ActorId learner) {
    for (std::size_t i = 0; i < all.mentors.size(); ++i) {
      if (!all.took_place[i]) continue;
      ExchangeCase row;
      row.mentor = all.mentors[i];
      row.learner = learner;
      row.value = all.score[i];
      row.candidates = all.mentors.size();
      for (std::size_t j = 0; j < all.score.size(); ++j) {
        row.higher += all.score[j] > row.value ? 1U : 0U;
        row.equal += j != i && all.score[j] == row.value ? 1U : 0U;
      }
      row.agreements = exchanges_between(row.mentor, learner);
      out_.mentor_silent +=
          counts_any(options_.filter, records_.profiles[row.mentor.index()].supply) ? 0U : 1U;
      out_.learner_silent +=
          counts_any(options_.filter, records_.profiles[learner.index()].demand) ? 0U : 1U;
      out_.cases.push_back(std::move(row));
    }
  }

  /// Agreements in which `mentor` shared and `learner` learned.
  [[nodiscard]] std::vector<AgreementId> exchanges_between(ActorId mentor, ActorId learner) const {
    std::set<AgreementId> shared, both;
    for (const auto& party : data_.parties)
      if (party.actor == mentor && party.role == PartyRole::shared) shared.insert(party.agreement);
    for (const auto& party : data_.parties)
      if (party.actor == learner && party.role == PartyRole::learned &&
          shared.contains(party.agreement) && selection_.agreements[party.agreement.index()])
        both.insert(party.agreement);
    return {both.begin(), both.end()};
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const PeerRecords& records_;
  PeerOptions options_;
  std::set<ActorId> mentors_;
  PeerEvaluation out_;
};

}  // namespace

std::optional<double> PeerCheck::auc() const {
  return algo::RankComparison{comparisons, higher, equal}.auc();
}

PeerEvaluation evaluate_peers(const Dataset& data, const Relations& relations,
                              const Selection& selection, const PeerRecords& records,
                              const PeerOptions& options) {
  return Evaluator(data, relations, selection, records, options).run();
}

}  // namespace coopnet
