#include <algorithm>

#include "io/synthetic_world.hpp"

namespace coopnet::io::synthetic {
namespace {

constexpr std::array<std::pair<Direction, std::uint32_t>, 3> directions{{
    {Direction::unknown, 45},
    {Direction::offer, 35},
    {Direction::need, 20},
}};

constexpr std::array<std::pair<PledgeKind, std::uint32_t>, 4> kinds{{
    {PledgeKind::individual, 82},
    {PledgeKind::partnership, 10},
    {PledgeKind::common, 5},
    {PledgeKind::unknown, 3},
}};

/// Facets of a tag behind the first.
constexpr std::array<std::pair<std::size_t, std::uint32_t>, 3> facet_shares{{
    {0, 1},
    {1, 2},
    {2, 1},
}};

/// In percent, by facet: how many tags are stated and not inferred.
constexpr std::array<std::uint64_t, 3> stated_percent{50, 100, 50};

/// How many tags: 1, 2, ... equally likely up to a limit that gives the mean. A limit between two
/// whole numbers is now the one, now the other.
std::uint64_t draw_count(Rng& rng, std::uint64_t mean_thousandths) {
  const auto limit_thousandths = 2 * mean_thousandths - 1000;
  auto limit = limit_thousandths / 1000;
  if (rng.below(1000) < limit_thousandths % 1000) ++limit;
  return 1 + rng.below(limit);
}

std::uint64_t draw_actor_count(Rng& rng, PledgeKind kind) {
  switch (kind) {
    case PledgeKind::partnership:
      return 2 + rng.below(3);
    case PledgeKind::common:
      return 3 + rng.below(6);
    case PledgeKind::matching:
      return chance(rng, 75) ? 1 : 2;
    default:
      return 1;
  }
}

}  // namespace

Direction World::direction_of(Index pledge) const {
  auto numbers = rng(Stream::pledges, pledge);
  return pick(numbers, directions);
}

Index World::lead_of(Index pledge) const {
  auto numbers = rng(Stream::pledge_leads, pledge);
  return draw_actor(numbers);
}

std::optional<Index> World::find_need(Rng& rng, Index pledge, Index lead) const {
  constexpr int looks = 8;
  for (int i = 0; i < looks && pledge > 0; ++i) {
    const auto other = static_cast<Index>(rng.below(pledge));
    if (direction_of(other) == Direction::need && lead_of(other) != lead) return other;
  }
  return std::nullopt;
}

PledgeFacts World::pledge(Index pledge) const {
  auto numbers = rng(Stream::pledges, pledge);
  PledgeFacts facts;
  facts.direction = pick(numbers, directions);  // first, as in direction_of()
  facts.actors.push_back(lead_of(pledge));
  if (facts.direction == Direction::offer && chance(numbers, 25))
    facts.answers = find_need(numbers, pledge, facts.actors.front());
  facts.kind = facts.answers ? PledgeKind::matching : pick(numbers, kinds);
  draw_actors(numbers, draw_actor_count(numbers, facts.kind), facts.actors);
  facts.year = first_year + pledge * (last_year - first_year + 1) / settled_.pledges;
  return facts;
}

std::optional<std::size_t> World::facet_with_room(std::size_t preferred) const {
  for (std::size_t i = 0; i < bags_.size(); ++i) {
    const auto facet = (preferred + i) % bags_.size();
    if (bags_[facet] && !bags_[facet]->empty()) return facet;
  }
  return std::nullopt;
}

std::vector<TagMention> World::complete(Rng& rng, std::uint64_t wanted,
                                        std::vector<TagMention> tags) {
  while (tags.size() < wanted) {
    const auto facet = facet_with_room(pick(rng, facet_shares));
    if (!facet) break;
    tags.push_back({*facet, bags_[*facet]->draw(rng), true});
  }
  std::sort(tags.begin(), tags.end(), [](const TagMention& a, const TagMention& b) {
    return a.facet != b.facet ? a.facet < b.facet : a.tag < b.tag;
  });
  for (auto& mention : tags) mention.stated = chance(rng, stated_percent[mention.facet]);
  return tags;
}

std::vector<TagMention> World::draw_tags(Rng& rng, std::uint64_t wanted) {
  for (auto& bag : bags_)
    if (bag) bag->refill();
  return complete(rng, wanted, {{0, bags_[0]->draw(rng), true}});
}

std::vector<TagMention> World::pledge_tags(Index pledge, std::optional<Index> answered) {
  for (auto& bag : bags_)
    if (bag) bag->refill();
  auto numbers = rng(Stream::pledge_tags, pledge);
  Index objective = bags_[0]->draw(numbers);
  if (answered) {
    // The one answered says "need", so it answers none itself, and this is its first objective.
    auto its_numbers = rng(Stream::pledge_tags, *answered);
    bags_[0]->refill();
    objective = bags_[0]->draw(its_numbers);
  }
  const auto wanted = draw_count(numbers, settled_.tags_thousandths);
  return complete(numbers, wanted, {{0, objective, true}});
}

}  // namespace coopnet::io::synthetic
