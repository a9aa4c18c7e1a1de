#include "coopnet/analysis/match.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "coopnet/algo/matching_certificate.hpp"
#include "coopnet/algo/maximum_weight_matching.hpp"
#include "coopnet/algo/optimal_matchings.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet {
namespace {

/// The candidates as edges between items, ascending.
std::vector<algo::WeightedEdge> candidate_edges(const Dataset& data, const ItemSet& items,
                                                const algo::WeightedSets& sets,
                                                const SynergyOptions& options, Progress* progress) {
  algo::SimilarPairsOptions join;
  join.measure = similarity_of(options.measure);
  join.top = 0;
  join.minimum = minimum_parts(options);
  const PairAdmission admit(data, items, options.filter);
  std::vector<algo::WeightedEdge> edges;
  for (const auto& pair : algo::similar_pairs(sets, join, admit, progress))
    edges.push_back({pair.a, pair.b, pair_weight(options.measure, pair.parts)});
  std::sort(edges.begin(), edges.end(),
            [](const auto& x, const auto& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  return edges;
}

class Matcher {
 public:
  Matcher(const Dataset& data, const Relations& relations, const Selection& selection,
          const MatchOptions& options, Progress* progress)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        progress_(progress) {}

  MatchResult run() {
    const auto& measure = options_.synergy.measure;
    out_.facet_weights = facet_weights_of(data_, options_.synergy);
    out_.items = collect_items(data_, relations_, selection_, options_.synergy.of);
    out_.unit = pair_weight_unit(measure);
    std::vector<TagId> tag_of_element;
    const auto sets =
        weigh_items(data_, out_.items, out_.facet_weights, weighs_rarity(measure), tag_of_element);
    edges_ = candidate_edges(data_, out_.items, sets, options_.synergy, progress_);
    if (out_.items.kind == ItemKind::actors && !options_.made_together) leave_out_joint();
    out_.candidates = edges_.size();
    solve();
    count_optima();
    describe_pairs();
    explain_unmatched(sets);
    return std::move(out_);
  }

 private:
  /// Who has made a pledge together has found each other.
  void leave_out_joint() {
    const auto joint = [&](const algo::WeightedEdge& edge) {
      const auto mine = relations_.actor_pledge.rights(ActorId(out_.items.row[edge.a]));
      return std::any_of(mine.begin(), mine.end(), [&](PledgeId pledge) {
        return relations_.actor_pledge.contains(ActorId(out_.items.row[edge.b]), pledge);
      });
    };
    out_.left_out = std::erase_if(edges_, joint);
  }

  void solve() {
    problem_.cardinality =
        options_.most_pairs ? algo::MatchingCardinality::maximum : algo::MatchingCardinality::any;
    matching_ = algo::maximum_weight_matching(out_.items.size(), edges_, problem_, progress_);
    if (!algo::verify(out_.items.size(), edges_, matching_, problem_).valid())
      throw InternalError("the matching found is not proved to be the best");
    out_.total = matching_.total;
  }

  void count_optima() {
    algo::OptimalMatchingsOptions ties;
    ties.matching = problem_;
    ties.limit = options_.most_optima;
    ties_ = algo::optimal_matchings(out_.items.size(), edges_, matching_, ties, progress_);
    out_.optima = ties_.count;
    out_.more_optima = !ties_.exact;
    for (const auto& pair : ties_.optional)
      if (matching_.mate[pair.a] != pair.b)
        out_.also_possible.push_back({pair.a, pair.b, pair.weight});
    by_weight(out_.also_possible);
  }

  template <class Pairs>
  static void by_weight(Pairs& pairs) {
    std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
      return std::tie(y.weight, x.a, x.b) < std::tie(x.weight, y.a, y.b);
    });
  }

  void describe_pairs() {
    auto pairs = matching_.pairs;
    by_weight(pairs);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> chosen;
    for (const auto& pair : pairs) chosen.emplace_back(pair.a, pair.b);
    auto described =
        compare_items(data_, relations_, selection_, options_.synergy, out_.items, chosen);
    const auto is_firm = [&](const algo::MatchedPair& pair) {
      return std::binary_search(
          ties_.firm.begin(), ties_.firm.end(), pair,
          [](const auto& x, const auto& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    };
    for (std::size_t i = 0; i < pairs.size(); ++i)
      out_.pairs.push_back({std::move(described[i]), pairs[i].weight, is_firm(pairs[i])});
  }

  void explain_unmatched(const algo::WeightedSets& sets) {
    std::vector<std::vector<MatchCandidate>> candidates(out_.items.size());
    for (const auto& edge : edges_) {
      if (edge.weight <= 0) continue;
      candidates[edge.a].push_back({edge.b, edge.weight, partner_of(edge.b)});
      candidates[edge.b].push_back({edge.a, edge.weight, partner_of(edge.a)});
    }
    for (std::uint32_t item = 0; item < out_.items.size(); ++item) {
      if (partner_of(item)) continue;
      auto& own = candidates[item];
      std::sort(own.begin(), own.end(), [](const auto& x, const auto& y) {
        return std::tie(y.weight, x.item) < std::tie(x.weight, y.item);
      });
      UnmatchedItem& row = out_.unmatched.emplace_back();
      row.item = item;
      row.candidates = own.size();
      row.reason = sets.elements(item).empty() ? NoPartner::no_tags
                   : own.empty()               ? NoPartner::no_candidate
                                               : NoPartner::worth_elsewhere;
      own.resize(std::min(own.size(), options_.nearest));
      row.nearest = std::move(own);
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> partner_of(std::uint32_t item) const {
    const auto mate = matching_.mate[item];
    return mate == algo::unmatched ? std::nullopt : std::optional(mate);
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const MatchOptions& options_;
  Progress* progress_;
  std::vector<algo::WeightedEdge> edges_;
  algo::MatchingOptions problem_;
  algo::Matching matching_;
  algo::OptimalMatchings ties_;
  MatchResult out_;
};

}  // namespace

std::int64_t pair_weight_unit(SynergyMeasure measure) {
  constexpr std::int64_t score_unit = 1'000'000;
  return measure == SynergyMeasure::shared ? 1 : score_unit;
}

std::int64_t pair_weight(SynergyMeasure measure, const algo::SimilarityParts& parts) {
  const double score = algo::value(similarity_of(measure), parts, static_cast<double>(weight_unit));
  return std::llround(score * static_cast<double>(pair_weight_unit(measure)));
}

MatchResult match_partners(const Dataset& data, const Relations& relations,
                           const Selection& selection, const MatchOptions& options,
                           Progress* progress) {
  return Matcher(data, relations, selection, options, progress).run();
}

}  // namespace coopnet
