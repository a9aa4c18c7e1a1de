#include "coopnet/analysis/joint.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace coopnet {
namespace {

std::vector<std::uint32_t> weights_of(const Dataset& data, const JointGroupOptions& options) {
  if (!options.facet_weights.empty()) return options.facet_weights;
  std::vector<std::uint32_t> out;
  for (const auto& facet : data.info.facets) out.push_back(facet.weight);
  return out;
}

/// Scores of pairs of items by the default measure, and tags by item.
class Scores {
 public:
  Scores(const Dataset& data, const ItemSet& items, const std::vector<std::uint32_t>& weights)
      : sets_(weigh_items(data, items, weights, true, tag_of_element_)) {
    for (std::size_t s = 0; s < sets_.size(); ++s) {
      std::uint64_t total = 0;
      for (const auto e : sets_.elements(s)) total += sets_.weight[e];
      total_.push_back(total);
    }
  }

  double score(std::uint32_t a, std::uint32_t b) const {
    const algo::SimilarityParts parts{algo::detail::shared_weight(sets_, a, b), total_[a],
                                      total_[b]};
    return algo::value(algo::Similarity::jaccard, parts);
  }

  /// How many weighted tags both carry.
  std::size_t shared_tags(std::uint32_t a, std::uint32_t b) const {
    const auto x = sets_.elements(a), y = sets_.elements(b);
    std::vector<std::uint32_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return both.size();
  }

  std::vector<TagId> shared_by_all(const std::vector<std::uint32_t>& group) const {
    std::vector<std::uint32_t> common(sets_.elements(group.front()).begin(),
                                      sets_.elements(group.front()).end());
    for (const auto item : group) {
      std::vector<std::uint32_t> kept;
      const auto own = sets_.elements(item);
      std::set_intersection(common.begin(), common.end(), own.begin(), own.end(),
                            std::back_inserter(kept));
      common = std::move(kept);
    }
    std::vector<TagId> out;
    for (const auto e : common) out.push_back(tag_of_element_[e]);
    return out;
  }

  double mean(const std::vector<std::uint32_t>& group) const {
    double sum = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = 0; j < i; ++j, ++pairs) sum += score(group[j], group[i]);
    return pairs == 0 ? 0 : sum / static_cast<double>(pairs);
  }

 private:
  std::vector<TagId> tag_of_element_;
  algo::WeightedSets sets_;
  std::vector<std::uint64_t> total_;
};

/// Items by tag of the primary facet (or of the one tag asked for).
std::map<TagId, std::vector<std::uint32_t>> items_by_tag(const Dataset& data, const ItemSet& items,
                                                         const PairFilter& filter) {
  std::map<TagId, std::vector<std::uint32_t>> out;
  for (std::uint32_t i = 0; i < items.size(); ++i)
    for (const auto& use : items.tags[i])
      if (data.tags[use.id].facet == data.info.primary_facet &&
          (!filter.tag || *filter.tag == use.id))
        out[use.id].push_back(i);
  return out;
}

template <class T>
std::vector<T> merged(const std::vector<std::vector<T>>& lists,
                      const std::vector<std::uint32_t>& which) {
  std::vector<T> out;
  for (const auto i : which) out.insert(out.end(), lists[i].begin(), lists[i].end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool meets(const ItemSet& items, const std::vector<std::uint32_t>& group,
           const PairFilter& filter) {
  const auto any = [&](auto condition) {
    return std::any_of(group.begin(), group.end(), condition);
  };
  const auto holds = [](const auto& list, auto value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  if (filter.region && !any([&](auto i) { return holds(items.regions[i], *filter.region); }))
    return false;
  if (filter.actor && !any([&](auto i) { return holds(items.actors[i], *filter.actor); }))
    return false;
  return !filter.pledge || any([&](auto i) { return items.row[i] == filter.pledge->value; });
}

/// All cliques of at most `largest` among the items of one tag, each met once (in ascending order).
class GroupSearch {
 public:
  GroupSearch(const ItemSet& items, const Scores& scores, const JointGroupOptions& options,
              JointGroups& out)
      : items_(items), scores_(scores), options_(options), out_(out) {}

  void run(TagId tag, const std::vector<std::uint32_t>& members) {
    tag_ = tag;
    members_ = &members;
    compatible_.assign(members.size(), std::vector<bool>(members.size()));
    for (std::size_t i = 0; i < members.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        compatible_[i][j] = compatible_[j][i] = fit(members[i], members[j]);
    std::vector<std::size_t> group;
    for (std::size_t i = 0; i < members.size() && out_.complete; ++i) {
      group = {i};
      extend(group);
    }
  }

 private:
  bool fit(std::uint32_t a, std::uint32_t b) {
    ++steps_;
    std::vector<ActorId> both;
    std::set_intersection(items_.actors[a].begin(), items_.actors[a].end(),
                          items_.actors[b].begin(), items_.actors[b].end(),
                          std::back_inserter(both));
    return both.empty() && scores_.shared_tags(a, b) >= 2;
  }

  bool fits_all(std::size_t candidate, const std::vector<std::size_t>& group) const {
    return std::all_of(group.begin(), group.end(),
                       [&](std::size_t g) { return compatible_[candidate][g]; });
  }

  void extend(std::vector<std::size_t>& group) {
    if (++steps_ > options_.most_steps) out_.complete = false;
    if (!out_.complete) return;
    if (group.size() >= 2 && (group.size() == options_.largest || !can_grow(group))) keep(group);
    if (group.size() == options_.largest) return;
    for (std::size_t next = group.back() + 1; next < members_->size(); ++next) {
      if (!fits_all(next, group)) continue;
      group.push_back(next);
      extend(group);
      group.pop_back();
    }
  }

  bool can_grow(const std::vector<std::size_t>& group) {
    for (std::size_t c = 0; c < members_->size(); ++c, ++steps_)
      if (std::find(group.begin(), group.end(), c) == group.end() && fits_all(c, group))
        return true;
    return false;
  }

  void keep(const std::vector<std::size_t>& group) {
    JointGroup row;
    row.tag = tag_;
    for (const auto g : group) row.items.push_back((*members_)[g]);
    row.regions = merged(items_.regions, row.items);
    if (row.regions.size() < 2 || !meets(items_, row.items, options_.filter)) return;
    row.actors = merged(items_.actors, row.items);
    row.shared_by_all = scores_.shared_by_all(row.items);
    row.mean_score = scores_.mean(row.items);
    out_.groups.push_back(std::move(row));
  }

  const ItemSet& items_;
  const Scores& scores_;
  const JointGroupOptions& options_;
  JointGroups& out_;
  TagId tag_;
  const std::vector<std::uint32_t>* members_ = nullptr;
  std::vector<std::vector<bool>> compatible_;
  std::uint64_t steps_ = 0;
};

template <class RowType>
void cut(std::vector<RowType>& rows, std::size_t top) {
  if (top > 0 && rows.size() > top) rows.resize(top);
}

}  // namespace

JointGroups find_joint_groups(const Dataset& data, const Relations& relations,
                              const Selection& selection, const JointGroupOptions& options) {
  constexpr std::size_t most_members = 5'000;  // of one tag; the table of fits is quadratic
  JointGroups out;
  out.items = collect_items(data, relations, selection, ItemKind::pledges);
  const Scores scores(data, out.items, weights_of(data, options));
  GroupSearch search(out.items, scores, options, out);
  for (const auto& [tag, members] : items_by_tag(data, out.items, options.filter)) {
    if (members.size() > most_members) {
      out.complete = false;
      break;
    }
    search.run(tag, members);
  }
  std::sort(out.groups.begin(), out.groups.end(), [](const JointGroup& a, const JointGroup& b) {
    if (a.mean_score != b.mean_score) return a.mean_score > b.mean_score;
    if (a.items.size() != b.items.size()) return a.items.size() > b.items.size();
    return std::tie(a.tag, a.items) < std::tie(b.tag, b.items);
  });
  out.found = out.groups.size();
  cut(out.groups, options.top);
  return out;
}

Triples find_triples(const Dataset& data, const Relations& relations, const Selection& selection,
                     const JointGroupOptions& options) {
  Triples out;
  out.items = collect_items(data, relations, selection, ItemKind::actors);
  const Scores scores(data, out.items, weights_of(data, options));
  const auto kind_of = [&](std::uint32_t item) {
    return data.actors[ActorId(out.items.row[item])].kind;
  };
  for (std::uint32_t i = 0; i < out.items.size(); ++i)
    for (std::size_t k = 0; k < out.kinds.size(); ++k)
      out.actors_of_kind[k] += kind_of(i) == out.kinds[k] ? 1U : 0U;
  std::uint64_t steps = 0;
  for (const auto& [tag, members] : items_by_tag(data, out.items, options.filter)) {
    std::array<std::vector<std::uint32_t>, 3> by_kind;
    for (const auto item : members)
      for (std::size_t k = 0; k < by_kind.size(); ++k)
        if (kind_of(item) == out.kinds[k]) by_kind[k].push_back(item);
    steps += std::uint64_t{by_kind[0].size()} * by_kind[1].size() * by_kind[2].size();
    if (steps > options.most_steps) {
      out.complete = false;
      break;
    }
    for (const auto a : by_kind[0])
      for (const auto b : by_kind[1])
        for (const auto c : by_kind[2]) {
          if (!meets(out.items, {a, b, c}, options.filter)) continue;
          out.triples.push_back({tag, {a, b, c}, scores.mean({a, b, c})});
        }
  }
  std::sort(out.triples.begin(), out.triples.end(), [](const Triple& a, const Triple& b) {
    if (a.mean_score != b.mean_score) return a.mean_score > b.mean_score;
    return std::tie(a.tag, a.items) < std::tie(b.tag, b.items);
  });
  out.found = out.triples.size();
  cut(out.triples, options.top);
  return out;
}

}  // namespace coopnet
