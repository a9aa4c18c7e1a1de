#include "coopnet/analysis/items.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sorted.hpp"

namespace coopnet {
namespace {

class Collector {
 public:
  Collector(const Dataset& data, const Relations& relations) : data_(data), relations_(relations) {
    const std::string scheme(data.primary_scheme());
    regions_.resize(data.actors.size());
    for (std::size_t i = 0; i < regions_.size(); ++i)
      regions_[i] = data.regions_of(ActorId::at(i), scheme);
  }

  void add_pledge(ItemSet& out, PledgeId pledge) const {
    const auto actors = relations_.actor_pledge.lefts(pledge);
    std::vector<TagUse> tags;
    append_tags(tags, relations_.pledge_tag, pledge);
    add(out, pledge.value, {actors.begin(), actors.end()}, std::move(tags));
  }

  void add_practice(ItemSet& out, PracticeId practice) const {
    const auto actors = relations_.actor_practice.lefts(practice);
    std::vector<TagUse> tags;
    append_tags(tags, relations_.practice_tag, practice);
    add(out, practice.value, {actors.begin(), actors.end()}, std::move(tags));
  }

  void add_actor(ItemSet& out, ActorId actor) const {
    std::vector<TagUse> tags;
    for (const PledgeId pledge : relations_.actor_pledge.rights(actor))
      append_tags(tags, relations_.pledge_tag, pledge);
    merge_uses(tags);
    add(out, actor.value, {actor}, std::move(tags));
  }

 private:
  template <class Id>
  static void append_tags(std::vector<TagUse>& out, const graph::Incidence<Id, TagId>& relation,
                          Id row) {
    const auto tags = relation.rights(row);
    for (std::size_t p = 0; p < tags.size(); ++p)
      out.push_back({tags[p], relation.left_stated(row, p)});
  }

  void add(ItemSet& out, std::uint32_t row, std::vector<ActorId> actors,
           std::vector<TagUse> tags) const {
    std::vector<RegionId> regions;
    for (const ActorId actor : actors)
      regions.insert(regions.end(), regions_[actor.index()].begin(), regions_[actor.index()].end());
    sort_unique(regions);
    out.row.push_back(row);
    out.actors.push_back(std::move(actors));
    out.regions.push_back(std::move(regions));
    out.tags.push_back(std::move(tags));
  }

  const Dataset& data_;
  const Relations& relations_;
  std::vector<std::vector<RegionId>> regions_;
};

}  // namespace

ItemSet collect_items(const Dataset& data, const Relations& relations, const Selection& selection,
                      ItemKind kind) {
  const Collector collector(data, relations);
  ItemSet out;
  out.kind = kind;
  if (kind == ItemKind::pledges) {
    for (std::size_t i = 0; i < data.pledges.size(); ++i)
      if (selection.pledges[i] && relations.actor_pledge.right_degree(PledgeId::at(i)) > 0)
        collector.add_pledge(out, PledgeId::at(i));
  } else {
    for (std::size_t i = 0; i < data.actors.size(); ++i)
      if (relations.actor_pledge.left_degree(ActorId::at(i)) > 0)
        collector.add_actor(out, ActorId::at(i));
  }
  return out;
}

ItemSet collect_rows(const Dataset& data, const Relations& relations,
                     std::span<const PledgeId> pledges, std::span<const PracticeId> practices) {
  const Collector collector(data, relations);
  ItemSet out;
  for (const PledgeId pledge : pledges) collector.add_pledge(out, pledge);
  for (const PracticeId practice : practices) collector.add_practice(out, practice);
  return out;
}

algo::WeightedSets weigh_items(const Dataset& data, const ItemSet& items,
                               const std::vector<std::uint32_t>& facet_weights, bool rarity,
                               std::vector<TagId>& tag_of_element) {
  std::vector<std::uint32_t> carriers(data.tags.size());
  for (const auto& tags : items.tags)
    for (const auto& use : tags) ++carriers[use.id.index()];
  constexpr auto none = ~std::uint32_t{0};
  std::vector<std::uint32_t> element(data.tags.size(), none);
  algo::WeightedSets sets;
  tag_of_element.clear();
  for (std::size_t t = 0; t < data.tags.size(); ++t) {
    const auto facet_weight = facet_weights[data.tags.rows[t].facet];
    if (facet_weight == 0 || carriers[t] == 0) continue;
    element[t] = static_cast<std::uint32_t>(tag_of_element.size());
    tag_of_element.push_back(TagId::at(t));
    const double log_rarity = std::log2(static_cast<double>(items.size() + 1) / carriers[t]);
    const auto weighted =
        std::llround(facet_weight * log_rarity * static_cast<double>(weight_unit));
    sets.weight.push_back(rarity ? static_cast<std::uint64_t>(std::max(1LL, weighted))
                                 : weight_unit);
  }
  for (const auto& tags : items.tags) {
    for (const auto& use : tags)
      if (element[use.id.index()] != none) sets.element.push_back(element[use.id.index()]);
    sets.begin.push_back(static_cast<std::uint32_t>(sets.element.size()));
  }
  return sets;
}

}  // namespace coopnet
