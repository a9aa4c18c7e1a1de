#include "coopnet/analysis/synergy.hpp"

#include <algorithm>

#include "analysis/sorted.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/network/projection.hpp"

namespace coopnet {
namespace {

constexpr std::uint64_t most_counting_steps = 50'000'000;

/// Adds to a pair what a reader asks next: regions, common forums and agreements, declared match,
/// who could help whom.
class Describer {
 public:
  Describer(const Dataset& data, const Relations& relations, const Selection& selection,
            const ItemSet& items, const std::vector<std::uint32_t>& facet_weights)
      : data_(data),
        relations_(relations),
        selection_(selection),
        items_(items),
        facet_weights_(facet_weights) {}

  void describe(SynergyPair& pair) const {
    share_tags(pair);
    const auto& x = items_.regions[pair.a];
    const auto& y = items_.regions[pair.b];
    pair.regions_known = !x.empty() && !y.empty();
    pair.across_regions = pair.regions_known && disjoint(x, y);
    for (const ActorId a : items_.actors[pair.a])
      for (const ActorId b : items_.actors[pair.b]) {
        if (a == b) continue;
        append(pair.forums, common(relations_.actor_forum, a, b));
        append(pair.agreements, common(relations_.actor_agreement, a, b));
        append(pair.joint_pledges, common(relations_.actor_pledge, a, b));
      }
    sort_unique(pair.forums);
    sort_unique(pair.agreements);
    sort_unique(pair.joint_pledges);
    pair.declared_match = answers(pair.a, pair.b) || answers(pair.b, pair.a);
    add_complements(pair);
  }

 private:
  static void append(auto& into, const auto& from) {
    into.insert(into.end(), from.begin(), from.end());
  }
  void share_tags(SynergyPair& pair) const {
    pair.shared = shared_tags(data_, items_, facet_weights_, pair.a, pair.b);
    const auto& x = items_.tags[pair.a];
    const auto& y = items_.tags[pair.b];
    for (std::size_t f = 0; f < facet_weights_.size(); ++f) {
      if (facet_weights_[f] == 0) continue;
      if (!carries_facet(x, f)) pair.facets_missing_a.push_back(f);
      if (!carries_facet(y, f)) pair.facets_missing_b.push_back(f);
    }
  }

  bool carries_facet(const std::vector<TagUse>& tags, std::size_t facet) const {
    return std::any_of(tags.begin(), tags.end(),
                       [&](const TagUse& use) { return data_.tags[use.id].facet == facet; });
  }

  std::vector<PledgeId> pledges_of(std::uint32_t item) const {
    if (items_.kind == ItemKind::pledges) return {PledgeId(items_.row[item])};
    const auto list = relations_.actor_pledge.rights(ActorId(items_.row[item]));
    return {list.begin(), list.end()};
  }

  bool answers(std::uint32_t from, std::uint32_t to) const {
    for (const PledgeId p : pledges_of(from))
      for (const PledgeId q : pledges_of(to)) {
        const auto& answered = data_.pledges[p].answers;
        if (std::find(answered.begin(), answered.end(), data_.pledges[q].id) != answered.end())
          return true;
      }
    return false;
  }

  /// What one side gives or asks for on one tag, best evidence first.
  struct Evidence {
    std::optional<Complement::Gives> gives;
    std::optional<Complement::Asks> asks;
    std::string giving_row, asking_row;
    bool giving_stated = true;
    bool asking_stated = true;
  };

  Evidence evidence(std::uint32_t item, TagId tag) const {
    Evidence out;
    const auto give = [&](Complement::Gives how, const std::string& row, bool stated = true) {
      if (out.gives && *out.gives <= how) return;
      out.gives = how;
      out.giving_row = row;
      out.giving_stated = stated;
    };
    const auto ask = [&](Complement::Asks how, const std::string& row, bool stated = true) {
      if (out.asks && *out.asks <= how) return;
      out.asks = how;
      out.asking_row = row;
      out.asking_stated = stated;
    };
    for (const PledgeId id : pledges_of(item)) {
      if (!relations_.pledge_tag.contains(id, tag)) continue;
      const auto& pledge = data_.pledges[id];
      const auto direction = selection_.seen(pledge.direction);
      const auto status = selection_.seen(pledge.status);
      if (direction == Direction::offer)
        give(Complement::Gives::offer, pledge.id, pledge.direction.stated);
      if (direction == Direction::need)
        ask(Complement::Asks::need, pledge.id, pledge.direction.stated);
      if (status == Status::completed)
        give(Complement::Gives::completed_pledge, pledge.id, pledge.status.stated);
      if (status == Status::announced && direction == Direction::unknown)
        ask(Complement::Asks::announced_pledge, pledge.id, pledge.status.stated);
    }
    for (const ActorId actor : items_.actors[item])
      for (const PracticeId id : relations_.actor_practice.rights(actor)) {
        if (!relations_.practice_tag.contains(id, tag)) continue;
        const auto& practice = data_.practices[id];
        if (practice.kind == PracticeKind::practice) give(Complement::Gives::practice, practice.id);
        if (practice.kind == PracticeKind::support_given)
          give(Complement::Gives::support_given, practice.id);
        if (practice.kind == PracticeKind::plan) ask(Complement::Asks::plan, practice.id);
        if (practice.kind == PracticeKind::need) ask(Complement::Asks::reported_need, practice.id);
      }
    return out;
  }

  void add_complements(SynergyPair& pair) const {
    for (const auto& shared : pair.shared) {
      if (data_.tags[shared.tag].facet != data_.info.primary_facet) continue;
      const auto a = evidence(pair.a, shared.tag);
      const auto b = evidence(pair.b, shared.tag);
      if (a.gives && b.asks)
        pair.complements.push_back({true, *a.gives, *b.asks, shared.tag, a.giving_row, b.asking_row,
                                    a.giving_stated && b.asking_stated});
      if (b.gives && a.asks)
        pair.complements.push_back({false, *b.gives, *a.asks, shared.tag, b.giving_row,
                                    a.asking_row, b.giving_stated && a.asking_stated});
    }
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const ItemSet& items_;
  const std::vector<std::uint32_t>& facet_weights_;
};

std::uint64_t counting_steps(const algo::WeightedSets& sets) {
  std::vector<std::uint64_t> degree(sets.weight.size());
  for (const auto e : sets.element) ++degree[e];
  std::uint64_t steps = 0;
  for (const auto d : degree) steps += d * d / 2;
  return steps;
}

}  // namespace

std::vector<SharedTag> shared_tags(const Dataset& data, const ItemSet& items,
                                   const std::vector<std::uint32_t>& facet_weights, std::uint32_t a,
                                   std::uint32_t b) {
  std::vector<SharedTag> out;
  auto x = items.tags[a].begin();
  auto y = items.tags[b].begin();
  while (x != items.tags[a].end() && y != items.tags[b].end()) {
    if (x->id == y->id) {
      if (facet_weights[data.tags[x->id].facet] > 0) out.push_back({x->id, x->stated, y->stated});
      ++x;
      ++y;
    } else if (x->id < y->id) {
      ++x;
    } else {
      ++y;
    }
  }
  return out;
}

algo::Similarity similarity_of(SynergyMeasure measure) {
  switch (measure) {
    case SynergyMeasure::shared:
      return algo::Similarity::shared;
    case SynergyMeasure::overlap:
      return algo::Similarity::overlap;
    case SynergyMeasure::cosine:
      return algo::Similarity::cosine;
    case SynergyMeasure::score:
    case SynergyMeasure::jaccard:
      return algo::Similarity::jaccard;
  }
  return algo::Similarity::jaccard;
}

algo::SimilarityParts minimum_parts(const SynergyOptions& options) {
  const auto n = options.minimum_numerator;
  const auto d = options.minimum_denominator;
  if (options.measure == SynergyMeasure::shared) {
    const auto weight = (n * weight_unit + d - 1) / d;
    return {weight, weight, weight};
  }
  // shared n of weights n and d: Jaccard and overlap n/d, cosine n / sqrt(d * d).
  if (options.measure == SynergyMeasure::cosine || options.measure == SynergyMeasure::overlap)
    return {n, d, d};
  return {n, n, d};
}

std::vector<std::uint32_t> facet_weights_of(const Dataset& data, const SynergyOptions& options) {
  if (options.facet_weights.empty()) {
    std::vector<std::uint32_t> out;
    for (const auto& facet : data.info.facets) out.push_back(facet.weight);
    return out;
  }
  if (options.facet_weights.size() != data.info.facets.size())
    throw PreconditionError("one weight for each facet is needed");
  return options.facet_weights;
}

SynergyResult find_synergies(const Dataset& data, const Relations& relations,
                             const Selection& selection, const SynergyOptions& options,
                             Progress* progress) {
  SynergyResult out;
  out.facet_weights = facet_weights_of(data, options);
  out.items = collect_items(data, relations, selection, options.of);
  std::vector<TagId> tag_of_element;
  const auto sets = weigh_items(data, out.items, out.facet_weights, weighs_rarity(options.measure),
                                tag_of_element);
  for (std::size_t i = 0; i < sets.size(); ++i)
    if (sets.elements(i).empty()) ++out.items_without_tags;

  const PairAdmission admit(data, out.items, options.filter);
  algo::SimilarPairsOptions join;
  join.measure = similarity_of(options.measure);
  join.top = options.top;
  join.minimum = minimum_parts(options);
  auto found = algo::similar_pairs(sets, join, admit, progress);
  if (counting_steps(sets) <= most_counting_steps)
    out.sharing_pairs = algo::count_sharing_pairs(sets, admit);
  if (found.empty() && options.minimum_numerator > 0) {
    join.minimum = {};
    join.top = 1;
    const auto best = algo::similar_pairs(sets, join, admit, progress);
    if (!best.empty())
      out.best_below_minimum =
          algo::value(join.measure, best.front().parts, static_cast<double>(weight_unit));
  }

  const Describer describer(data, relations, selection, out.items, out.facet_weights);
  for (const auto& pair : found) {
    SynergyPair& row = out.pairs.emplace_back();
    row.a = pair.a;
    row.b = pair.b;
    row.parts = pair.parts;
    row.score = algo::value(join.measure, pair.parts, static_cast<double>(weight_unit));
    describer.describe(row);
  }
  return out;
}

std::vector<SynergyPair> compare_items(
    const Dataset& data, const Relations& relations, const Selection& selection,
    const SynergyOptions& options, const ItemSet& items,
    std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs) {
  const auto facet_weights = facet_weights_of(data, options);
  std::vector<TagId> tag_of_element;
  const auto sets =
      weigh_items(data, items, facet_weights, weighs_rarity(options.measure), tag_of_element);
  const Describer describer(data, relations, selection, items, facet_weights);
  std::vector<SynergyPair> out;
  for (const auto& [first, second] : pairs) {
    SynergyPair& pair = out.emplace_back();
    pair.a = std::min(first, second);
    pair.b = std::max(first, second);
    pair.parts = algo::parts_of(sets, pair.a, pair.b);
    pair.score =
        algo::value(similarity_of(options.measure), pair.parts, static_cast<double>(weight_unit));
    describer.describe(pair);
  }
  return out;
}

}  // namespace coopnet
