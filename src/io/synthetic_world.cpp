#include "io/synthetic_world.hpp"

#include <algorithm>
#include <numeric>

#include "coopnet/core/errors.hpp"

namespace coopnet::io::synthetic {
namespace {

/// Actors and forums differ less in activity than tags in use.
constexpr double actor_zipf = 0.5;
constexpr std::uint64_t most_states = 200;
constexpr int attempts = 8;

constexpr std::array<std::pair<ActorKind, std::uint32_t>, 12> other_kinds{{
    {ActorKind::civil_society, 28},
    {ActorKind::local_authority, 18},
    {ActorKind::un_entity, 8},
    {ActorKind::private_sector, 8},
    {ActorKind::academia, 8},
    {ActorKind::igo, 7},
    {ActorKind::trade_union, 4},
    {ActorKind::youth, 4},
    {ActorKind::nhri, 4},
    {ActorKind::faith, 3},
    {ActorKind::parliament, 4},
    {ActorKind::foundation, 4},
}};

constexpr std::array<std::pair<ForumKind, std::uint32_t>, 5> forum_kinds{{
    {ForumKind::rcp, 40},
    {ForumKind::inter_rcp, 25},
    {ForumKind::regional_forum, 15},
    {ForumKind::global, 10},
    {ForumKind::workstream, 10},
}};

void demand(bool fits, const char* what) {
  if (!fits) throw PreconditionError(std::string("SyntheticShape: ") + what);
}

Index index_of(std::uint64_t number) { return static_cast<Index>(number); }

bool holds(std::span<const Index> list, Index item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// How often an actor of this kind belongs to a state, in percent.
std::uint64_t chance_of_parent(ActorKind kind) {
  switch (kind) {
    case ActorKind::local_authority:
    case ActorKind::nhri:
    case ActorKind::parliament:
      return 95;
    case ActorKind::un_entity:
    case ActorKind::igo:
      return 0;
    default:
      return 50;
  }
}

/// Mostly one region, sometimes two or none that is known.
std::vector<RegionMention> draw_regions(Rng& rng, std::uint64_t percent_known) {
  std::vector<RegionMention> regions;
  if (!chance(rng, percent_known)) return regions;
  const auto first = index_of(rng.below(region_ids.size()));
  regions.push_back({first, !chance(rng, 10)});
  if (!chance(rng, 8)) return regions;
  const auto second = index_of((first + 1 + rng.below(region_ids.size() - 1)) % region_ids.size());
  regions.push_back({second, !chance(rng, 30)});
  if (second < first) std::swap(regions.front(), regions.back());
  return regions;
}

void draw_champion(Rng& rng, ActorFacts& facts) {
  if (!chance(rng, 17)) return;
  const auto year = 2020 + rng.below(6);
  facts.champion_known_by = std::to_string(year) + "-" + padded(1 + rng.below(12), 2);
  if (chance(rng, 67)) facts.champion_since = std::to_string(year);
}

}  // namespace

std::string padded(std::uint64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

Settled settle(const SyntheticShape& shape) {
  Settled out;
  out.pledges = shape.pledges;
  out.actors = shape.actors.value_or(std::max<std::uint64_t>(shape.pledges / 5, 20));
  out.forums = shape.forums.value_or(std::min(out.actors / 10, most_synthetic_forums));
  out.tags = {shape.objectives, shape.themes, shape.principles};
  out.zipf = shape.zipf;
  out.seed = shape.seed;
  demand(out.pledges >= 1 && out.pledges <= most_synthetic_pledges, "pledges: 1 to 1000000");
  demand(out.actors >= 2 && out.actors <= most_synthetic_actors, "actors: 2 to 1000000");
  demand(out.forums <= most_synthetic_forums, "forums: at most 100000");
  demand(shape.objectives >= 1, "objectives: at least 1");
  for (const auto tags : out.tags)
    demand(tags <= most_synthetic_tags, "tags of a facet: at most 100000");
  demand(shape.tags_per_pledge >= 1 && shape.tags_per_pledge <= most_synthetic_tags_per_pledge,
         "tags_per_pledge: 1 to 100");
  demand(shape.zipf >= 0 && shape.zipf <= steepest_synthetic_zipf, "zipf: 0 to 16");
  out.states = std::clamp<std::uint64_t>(out.actors * 2 / 5, 1, most_states);
  out.tags_thousandths = static_cast<std::uint64_t>(shape.tags_per_pledge * 1000.0 + 0.5);
  return out;
}

Popularity::Popularity(Index items, double zipf, Rng rng) : sampler_(items, zipf), order_(items) {
  std::iota(order_.begin(), order_.end(), Index{0});
  rng.shuffle(order_);
}

TagBag::TagBag(Index tags, double zipf, Rng rng) : popularity_(tags, zipf, rng), taken_(tags) {}

void TagBag::refill() {
  ++round_;
  drawn_ = 0;
  first_free_ = 0;
}

void TagBag::take(Index tag) {
  taken_[tag] = round_;
  ++drawn_;
}

Index TagBag::draw(Rng& rng) {
  for (int i = 0; i < attempts; ++i) {
    const Index tag = popularity_.draw(rng);
    if (taken_[tag] == round_) continue;
    take(tag);
    return tag;
  }
  // The popular ones are gone: the most popular of the rest.
  while (taken_[popularity_.item(first_free_)] == round_) ++first_free_;
  const Index tag = popularity_.item(first_free_);
  take(tag);
  return tag;
}

World::World(const Settled& settled)
    : settled_(settled),
      roots_([&] {
        const Rng seed(settled.seed);
        std::vector<Rng> roots;
        for (std::uint64_t s = 0; s < static_cast<std::uint64_t>(Stream::count); ++s)
          roots.push_back(seed.split(s));
        return roots;
      }()),
      states_(index_of(settled.states), actor_zipf, rng(Stream::order_of_states, 0)),
      others_(index_of(settled.actors - settled.states), actor_zipf,
              rng(Stream::order_of_others, 0)),
      states_by_home_(region_ids.size()),
      actors_by_home_(region_ids.size()) {
  constexpr std::array streams{Stream::order_of_objectives, Stream::order_of_themes,
                               Stream::order_of_principles};
  for (std::size_t f = 0; f < streams.size(); ++f) {
    auto& bag = bags_.emplace_back();
    if (settled.tags[f] > 0)
      bag.emplace(index_of(settled.tags[f]), settled.zipf, rng(streams[f], 0));
  }
  for (Index a = 0; a < settled.actors; ++a) {
    const auto home = home_of(a);
    if (!home) continue;
    actors_by_home_[*home].push_back(a);
    if (a < settled.states) states_by_home_[*home].push_back(a);
  }
}

Rng World::rng(Stream stream, std::uint64_t row) const {
  return roots_[static_cast<std::size_t>(stream)].split(row);
}

std::string World::actor_id(Index actor) const {
  if (actor >= settled_.states) return "actor-" + padded(actor - settled_.states + 1, 6);
  constexpr Index letters = 26;
  return {'X', static_cast<char>('A' + actor / letters), static_cast<char>('A' + actor % letters)};
}

ActorFacts World::actor(Index actor) const {
  auto numbers = rng(Stream::actors, actor);
  ActorFacts facts;
  if (actor < settled_.states) {
    facts.regions = draw_regions(numbers, 97);
    draw_champion(numbers, facts);
    return facts;
  }
  facts.kind = pick(numbers, other_kinds);
  if (chance(numbers, chance_of_parent(facts.kind)))
    facts.parent = index_of(numbers.below(settled_.states));
  else
    facts.regions = draw_regions(numbers, 70);
  return facts;
}

std::optional<Index> World::home_of(Index actor) const {
  auto facts = this->actor(actor);
  if (facts.parent) facts = this->actor(*facts.parent);
  if (facts.regions.empty()) return std::nullopt;
  return facts.regions.front().region;
}

Index World::draw_actor(Rng& rng) const {
  if (rng.below(3) < 2) return states_.draw(rng);
  return index_of(settled_.states + others_.draw(rng));
}

void World::draw_actors(Rng& rng, std::uint64_t wanted, std::vector<Index>& chosen) const {
  wanted = std::min(wanted, settled_.actors);
  while (chosen.size() < wanted) {
    Index next = draw_actor(rng);
    for (int i = 1; i < attempts && holds(chosen, next); ++i) next = draw_actor(rng);
    while (holds(chosen, next)) next = index_of((next + 1) % settled_.actors);
    chosen.push_back(next);
  }
  std::sort(chosen.begin(), chosen.end());
}

ForumKind World::forum_kind(Index forum) const {
  auto numbers = rng(Stream::forums, forum);
  return pick(numbers, forum_kinds);
}

std::vector<Index> World::forum_regions(Index forum) const {
  const auto kind = forum_kind(forum);
  if (kind == ForumKind::global || kind == ForumKind::workstream) return {};
  auto numbers = rng(Stream::forum_regions, forum);
  const auto first = index_of(numbers.below(region_ids.size()));
  if (kind != ForumKind::inter_rcp) return {first};
  const auto second =
      index_of((first + 1 + numbers.below(region_ids.size() - 1)) % region_ids.size());
  return {std::min(first, second), std::max(first, second)};
}

std::vector<Index> World::members(Index forum) const {
  auto numbers = rng(Stream::members, forum);
  const auto regions = forum_regions(forum);
  const auto wanted = 4 + numbers.below(25);
  std::vector<Index> chosen;
  for (std::uint64_t i = 0; i < wanted; ++i) {
    const auto where = numbers.below(10);
    const auto* pool = where < 7 ? &states_by_home_ : &actors_by_home_;
    const bool anywhere = regions.empty() || where == 9;
    Index next = draw_actor(numbers);
    if (!anywhere) {
      const auto& near = (*pool)[regions[numbers.below(regions.size())]];
      if (!near.empty()) next = near[numbers.below(near.size())];
    }
    if (!holds(chosen, next)) chosen.push_back(next);
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace coopnet::io::synthetic
