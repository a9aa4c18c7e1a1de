#include "coopnet/analysis/needs_match.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "analysis/support.hpp"
#include "coopnet/algo/capacity_matching.hpp"
#include "coopnet/algo/stable_assignment.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet {
namespace {

/// Offers and needs as rows of a dataset, to be compared with each other.
struct Sides {
  std::vector<PledgeId> offers;            ///< pledges
  std::vector<PledgeId> needs;             ///< pledges,
  std::vector<PracticeId> reported_needs;  ///< and needs that actors report
};

/// Compares every offer with every need it shares something with.
NeedsProblem compare_sides(const Dataset& data, const Relations& relations, const Sides& sides,
                           const SynergyOptions& options, std::int64_t capacity) {
  std::vector<PledgeId> pledges = sides.offers;
  pledges.insert(pledges.end(), sides.needs.begin(), sides.needs.end());
  const ItemSet items = collect_rows(data, relations, pledges, sides.reported_needs);
  const auto facet_weights = facet_weights_of(data, options);
  std::vector<TagId> tag_of_element;
  const auto sets =
      weigh_items(data, items, facet_weights, weighs_rarity(options.measure), tag_of_element);
  const auto offers = static_cast<std::uint32_t>(sides.offers.size());

  NeedsProblem out;
  out.table.fit_unit = pair_weight_unit(options.measure);
  for (const PledgeId offer : sides.offers)
    out.table.offers.push_back({data.pledges[offer].id, capacity});
  for (const PledgeId need : sides.needs) out.table.needs.push_back({data.pledges[need].id, 1});
  for (const PracticeId need : sides.reported_needs)
    out.table.needs.push_back({data.practices[need].id, 1});
  for (std::uint32_t item = 0; item < items.size(); ++item)
    if (sets.elements(item).empty())
      ++(item < offers ? out.offers_without_tags : out.needs_without_tags);

  const PairAdmission admitted(data, items, options.filter);
  const auto admit = [&](std::uint32_t a, std::uint32_t b) {
    return (a < offers) != (b < offers) && admitted(a, b);
  };
  algo::SimilarPairsOptions join;
  join.measure = similarity_of(options.measure);
  join.top = 0;
  join.minimum = minimum_parts(options);
  auto pairs = algo::similar_pairs(sets, join, admit);
  std::sort(pairs.begin(), pairs.end(),
            [](const auto& x, const auto& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  for (const auto& pair : pairs) {
    out.table.fits.push_back({pair.a, pair.b - offers, pair_weight(options.measure, pair.parts)});
    out.shared.push_back(shared_tags(data, items, facet_weights, pair.a, pair.b));
  }
  return out;
}

class NeedsMatcher {
 public:
  NeedsMatcher(const NeedsProblem& problem, const NeedsMatchOptions& options)
      : table_(problem.table), options_(options) {
    for (const auto& party : table_.offers) solved_.offers.push_back({party.capacity, 0});
    for (const auto& party : table_.needs) solved_.needs.push_back({party.capacity, 0});
    for (const auto& fit : table_.fits) solved_.pairs.push_back({fit.offer, fit.need, fit.fit});
    solved_.per_pair = options.per_pair;
  }

  NeedsMatch run_stable(NeedsProposer proposer) {
    out_.stable = true;
    const auto problem = preferences();
    const auto found = algo::stable_assignment(
        problem, proposer == NeedsProposer::offers ? algo::Proposer::left : algo::Proposer::right);
    if (!algo::verify(problem, found))
      throw InternalError("the matching found is not proved to be stable");
    out_.ties_broken = found.ties_broken;
    given_.assign(table_.offers.size(), 0);
    received_.assign(table_.needs.size(), 0);
    for (const auto& pair : found.pairs) {
      out_.pairs.push_back({pair.left, pair.right, 1, fit_of(pair.left, pair.right), false});
      out_.total += out_.pairs.back().fit;
      ++given_[pair.left];
      ++received_[pair.right];
    }
    out_.unconstrained_total = solve({}).total;
    explain_open();
    list_unused();
    return std::move(out_);
  }

  NeedsMatch run() {
    const algo::CapacityMatchingOptions asked{options_.floor, options_.leximin};
    const auto found = solve(asked);
    out_.feasible = found.feasible;
    if (!found.feasible) {
      out_.shortage_of_needs = found.shortage.of_needs;
      out_.shortage_parties = found.shortage.parties;
      out_.shortage_required = found.shortage.required;
      out_.shortage_available = found.shortage.available;
    } else {
      out_.total = found.total;
      out_.unconstrained_total = found.unconstrained_total;
      take_pairs(found, algo::matching_ties(solved_, asked, found, options_.most_optima));
      explain_open();
      list_unused();
    }
    if (options_.floor > 0 || options_.leximin) price_floors();
    return std::move(out_);
  }

 private:
  /// Offers on the left, needs on the right. The better the fit, the smaller the rank.
  [[nodiscard]] algo::StableAssignmentProblem preferences() const {
    std::vector<std::int64_t> fits;
    for (const auto& fit : table_.fits)
      if (fit.fit > 0) fits.push_back(fit.fit);
    std::sort(fits.begin(), fits.end(), std::greater<>());
    fits.erase(std::unique(fits.begin(), fits.end()), fits.end());
    algo::StableAssignmentProblem problem;
    const auto party = [](const NeedsOffers::Party& p) {
      return algo::StableParty{static_cast<std::uint32_t>(p.capacity), {}};
    };
    for (const auto& offer : table_.offers) problem.left.push_back(party(offer));
    for (const auto& need : table_.needs) problem.right.push_back(party(need));
    for (const auto& fit : table_.fits) {
      if (fit.fit <= 0) continue;
      const auto rank = static_cast<std::uint32_t>(
          std::lower_bound(fits.begin(), fits.end(), fit.fit, std::greater<>()) - fits.begin());
      problem.left[fit.offer].list.push_back({fit.need, rank});
      problem.right[fit.need].list.push_back({fit.offer, rank});
    }
    return problem;
  }

  algo::CapacityMatching solve(const algo::CapacityMatchingOptions& asked) const {
    auto found = algo::capacity_matching(solved_, asked);
    if (!algo::verify(solved_, asked, found))
      throw InternalError("the matching found is not proved to be the best");
    return found;
  }

  [[nodiscard]] std::int64_t fit_of(std::uint32_t offer, std::uint32_t need) const {
    const auto it = std::lower_bound(
        table_.fits.begin(), table_.fits.end(), std::pair(offer, need),
        [](const auto& fit, const auto& key) { return std::pair(fit.offer, fit.need) < key; });
    return it->fit;
  }

  void take_pairs(const algo::CapacityMatching& found, const algo::MatchingTies& ties) {
    given_.assign(table_.offers.size(), 0);
    received_.assign(table_.needs.size(), 0);
    for (const auto& m : found.matched) {
      const bool firm = std::binary_search(ties.firm.begin(), ties.firm.end(), m);
      out_.pairs.push_back({m.offer, m.need, m.amount, fit_of(m.offer, m.need), firm});
      given_[m.offer] += m.amount;
      received_[m.need] += m.amount;
    }
    for (const auto& m : ties.optional)
      if (m.amount == 0)
        out_.also_possible.push_back({m.offer, m.need, 0, fit_of(m.offer, m.need), false});
    out_.optima = std::max<std::uint64_t>(1, ties.optima.size());
    out_.more_optima = !ties.complete;
  }

  void explain_open() {
    std::vector<std::vector<std::uint32_t>> fits(table_.needs.size());
    for (std::uint32_t f = 0; f < table_.fits.size(); ++f)
      if (table_.fits[f].fit > 0) fits[table_.fits[f].need].push_back(f);
    for (std::uint32_t need = 0; need < table_.needs.size(); ++need) {
      const auto capacity = table_.needs[need].capacity;
      if (capacity > 0 && received_[need] >= capacity) continue;
      auto& own = fits[need];
      std::sort(own.begin(), own.end(), [&](std::uint32_t x, std::uint32_t y) {
        return std::tuple(-table_.fits[x].fit, x) < std::tuple(-table_.fits[y].fit, y);
      });
      OpenNeed row{need, received_[need], reason(need, own), {}};
      own.resize(std::min(own.size(), options_.nearest));
      row.nearest = std::move(own);
      out_.open.push_back(std::move(row));
    }
  }

  [[nodiscard]] OpenReason reason(std::uint32_t need,
                                  const std::vector<std::uint32_t>& fits) const {
    if (table_.needs[need].capacity == 0) return OpenReason::no_capacity;
    if (fits.empty()) return OpenReason::no_offer;
    std::int64_t at_most = 0;  // that the offers could give it if they gave to nobody else
    for (const auto f : fits)
      at_most += std::min(options_.per_pair, table_.offers[table_.fits[f].offer].capacity);
    if (at_most == 0) return OpenReason::offers_have_none;
    if (received_[need] == at_most) return OpenReason::all_that_fits;
    return out_.stable ? OpenReason::preferred_elsewhere : OpenReason::elsewhere;
  }

  void list_unused() {
    for (std::uint32_t offer = 0; offer < table_.offers.size(); ++offer)
      if (given_[offer] < table_.offers[offer].capacity)
        out_.unused.push_back({offer, given_[offer]});
  }

  void price_floors() {
    constexpr std::int64_t most_floors = 20;
    for (std::int64_t floor = 0; floor <= most_floors; ++floor) {
      const auto found = solve({floor, false});
      out_.floor_curve.push_back(
          {floor, found.feasible ? std::optional(found.total) : std::nullopt});
      if (!found.feasible) return;
    }
  }

  const NeedsOffers& table_;
  const NeedsMatchOptions& options_;
  algo::CapacityMatchingProblem solved_;
  std::vector<std::int64_t> given_, received_;
  NeedsMatch out_;
};

}  // namespace

NeedsProblem collect_needs(const Dataset& data, const Relations& relations,
                           const Selection& selection, const SynergyOptions& options,
                           std::int64_t capacity) {
  Sides sides;
  for (std::size_t i = 0; i < data.pledges.size(); ++i) {
    if (!selection.pledges[i]) continue;
    const auto direction = selection.seen(data.pledges.rows[i].direction);
    if (direction == Direction::offer) sides.offers.push_back(PledgeId::at(i));
    if (direction == Direction::need) sides.needs.push_back(PledgeId::at(i));
  }
  for (std::size_t i = 0; i < data.practices.size(); ++i)
    if (selection.practices[i] && data.practices.rows[i].kind == PracticeKind::need)
      sides.reported_needs.push_back(PracticeId::at(i));
  return compare_sides(data, relations, sides, options, capacity);
}

NeedsProblem collect_unsupported(const Dataset& data, const Relations& relations,
                                 const Selection& selection, const SynergyOptions& options) {
  std::vector<std::string> answered;
  Sides sides;
  for (std::size_t i = 0; i < data.pledges.size(); ++i) {
    const auto& pledge = data.pledges.rows[i];
    if (!selection.pledges[i] || !is_support(selection.seen(pledge.commitment))) continue;
    answered.insert(answered.end(), pledge.answers.begin(), pledge.answers.end());
    if (selection.seen(pledge.direction) != Direction::need)
      sides.offers.push_back(PledgeId::at(i));
  }
  std::sort(answered.begin(), answered.end());
  for (std::size_t i = 0; i < data.pledges.size(); ++i) {
    const auto& pledge = data.pledges.rows[i];
    if (selection.pledges[i] && selection.seen(pledge.commitment) == CommitmentType::policy &&
        !std::binary_search(answered.begin(), answered.end(), pledge.id))
      sides.needs.push_back(PledgeId::at(i));
  }
  return compare_sides(data, relations, sides, options, 1);
}

NeedsMatch match_needs_stable(const NeedsProblem& problem, NeedsProposer proposer,
                              const NeedsMatchOptions& options) {
  return NeedsMatcher(problem, options).run_stable(proposer);
}

NeedsMatch match_needs(const NeedsProblem& problem, const NeedsMatchOptions& options) {
  return NeedsMatcher(problem, options).run();
}

}  // namespace coopnet
