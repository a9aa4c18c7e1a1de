#include "analysis/actor_priorities.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/sorted.hpp"

namespace coopnet {
namespace {

void collect_uses(const Dataset& data, const Relations& relations, const Selection& selection,
                  ActorPriorities& out) {
  const auto is_primary = [&](TagId tag) {
    return data.tags[tag].facet == data.info.primary_facet;
  };
  out.of.resize(data.actors.size());
  const auto add = [&](std::size_t actor, const auto& relation, auto row) {
    const auto tags = relation.rights(row);
    for (std::size_t i = 0; i < tags.size(); ++i)
      if (is_primary(tags[i])) out.of[actor].push_back({tags[i], relation.left_stated(row, i)});
  };
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    for (const PledgeId pledge : relations.actor_pledge.rights(ActorId::at(i)))
      add(i, relations.pledge_tag, pledge);
    for (const PracticeId practice : relations.actor_practice.rights(ActorId::at(i)))
      add(i, relations.practice_tag, practice);
  }
  const auto preferred = data.preferred_tags();
  for (const auto& row : data.priorities) {
    const auto tag = preferred[row.tag.id.index()];
    const bool counts = selection.actors[row.actor.index()] && is_primary(tag) &&
                        (row.tag.stated || !selection.stated_only);
    if (counts) out.of[row.actor.index()].push_back({tag, row.tag.stated});
  }
  for (auto& uses : out.of) merge_uses(uses);
}

void weigh(const Dataset& data, ActorPriorities& out) {
  std::vector<std::size_t> carriers(data.tags.size(), 0);
  std::size_t actors = 0;
  for (const auto& uses : out.of) {
    actors += uses.empty() ? 0U : 1U;
    for (const auto& use : uses) ++carriers[use.id.index()];
  }
  constexpr double hundredths = 100;
  for (const auto n : carriers) {
    const auto rarity =
        n == 0 ? 0 : std::log2(static_cast<double>(actors + 1) / static_cast<double>(n));
    out.weight.push_back(
        n == 0 ? 0 : static_cast<std::uint64_t>(std::max(1LL, std::llround(hundredths * rarity))));
  }
}

void relate(const Dataset& data, ActorPriorities& out) {
  out.column.assign(data.tags.size(), ActorPriorities::none);
  for (std::size_t t = 0; t < data.tags.size(); ++t)
    if (data.tags.rows[t].facet == data.info.primary_facet)
      out.column[t] = static_cast<std::uint32_t>(out.columns++);
  algo::CountMatrix m{out.of.size(), out.columns, {}};
  m.count.resize(m.rows * m.columns);
  for (std::size_t i = 0; i < out.of.size(); ++i)
    for (const auto& use : out.of[i]) m.count[i * m.columns + out.column[use.id.index()]] = 1;
  out.proximity = algo::proximity(m);
}

}  // namespace

double ActorPriorities::similarity(ActorId a, ActorId b) const {
  std::uint64_t shared = 0, total = 0;
  for (const auto& use : of[a.index()]) total += weight[use.id.index()];
  for (const auto& use : of[b.index()]) {
    const auto& own = of[a.index()];
    const bool both = std::any_of(own.begin(), own.end(),
                                  [&](const TagUse& other) { return other.id == use.id; });
    (both ? shared : total) += weight[use.id.index()];
  }
  return total == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(total);
}

double ActorPriorities::relatedness(ActorId a, ActorId b) const {
  const auto& x = of[a.index()];
  const auto& y = of[b.index()];
  if (x.empty() || y.empty()) return 0;
  double sum = 0;
  for (const auto& p : x)
    for (const auto& q : y)
      sum += p.id == q.id
                 ? 1.0
                 : proximity[std::size_t{column[p.id.index()]} * columns + column[q.id.index()]];
  return sum / (static_cast<double>(x.size()) * static_cast<double>(y.size()));
}

ActorPriorities collect_priorities(const Dataset& data, const Relations& relations,
                                   const Selection& selection) {
  ActorPriorities out;
  collect_uses(data, relations, selection, out);
  weigh(data, out);
  relate(data, out);
  return out;
}

}  // namespace coopnet
