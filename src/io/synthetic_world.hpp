#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/io/synthetic.hpp"
#include "coopnet/model/vocabulary.hpp"

/// The invented world behind the tables. Everything about row i of a table is a function of the
/// seed, the table and i: each row has random numbers of its own. So rows can be made in any order
/// and made again where another row must know about them, and none has to be kept.
namespace coopnet::io::synthetic {

using Index = std::uint32_t;

/// A shape with every number settled.
struct Settled {
  std::uint64_t pledges = 0, actors = 0, states = 0, forums = 0;
  std::array<std::uint64_t, 3> tags{};  ///< of objective, theme, principle
  std::uint64_t tags_thousandths = 0;   ///< mean number of tags of a pledge, times 1000
  double zipf = 0;
  std::uint64_t seed = 0;
};

/// Throws PreconditionError if a number is out of bounds.
[[nodiscard]] Settled settle(const SyntheticShape& shape);

/// Each kind of choice draws from numbers of its own.
enum class Stream : std::uint8_t {
  order_of_states,
  order_of_others,
  order_of_objectives,
  order_of_themes,
  order_of_principles,
  actors,
  forums,
  forum_regions,
  forum_facts,
  members,
  roles,
  memberships,
  pledges,
  pledge_leads,
  pledge_tags,
  pledge_words,
  practices,
  agreements,
  agreement_tags,
  parties,
  events,
  priorities,
  count
};

/// True in `percent` of 100 cases.
[[nodiscard]] inline bool chance(Rng& rng, std::uint64_t percent) {
  return rng.below(100) < percent;
}

/// One of the values, each as often as its weight says.
template <class T, std::size_t N>
[[nodiscard]] T pick(Rng& rng, const std::array<std::pair<T, std::uint32_t>, N>& weighted) {
  std::uint64_t total = 0;
  for (const auto& [value, weight] : weighted) total += weight;
  auto left = rng.below(total);
  for (const auto& [value, weight] : weighted) {
    if (left < weight) return value;
    left -= weight;
  }
  return weighted.back().first;
}

/// A number with zeros in front of it.
[[nodiscard]] std::string padded(std::uint64_t number, std::size_t width);

/// Appends an item to a list in one cell.
inline void add_item(std::string& list, std::string_view item, bool stated = true) {
  if (!list.empty()) list += ';';
  if (!stated) list += '~';
  list += item;
}

/// Items 0..n-1 drawn by Zipf's law, the order of popularity being a random one.
class Popularity {
 public:
  Popularity(Index items, double zipf, Rng rng);
  [[nodiscard]] Index draw(Rng& rng) const { return order_[sampler_(rng)]; }
  /// The k-th most popular item, k from 0.
  [[nodiscard]] Index item(std::size_t rank) const { return order_[rank]; }
  [[nodiscard]] std::size_t size() const { return order_.size(); }

 private:
  ZipfSampler sampler_;
  std::vector<Index> order_;
};

/// Draws tags of one facet without repetition.
class TagBag {
 public:
  TagBag(Index tags, double zipf, Rng rng);
  /// Puts all tags back.
  void refill();
  [[nodiscard]] bool empty() const { return drawn_ == popularity_.size(); }
  /// A tag that was not drawn since the last refill. Not on an empty bag.
  [[nodiscard]] Index draw(Rng& rng);
  /// Takes this tag out.
  void take(Index tag);

 private:
  Popularity popularity_;
  std::vector<std::uint32_t> taken_;  ///< round in which a tag was last drawn
  std::uint32_t round_ = 1;
  std::size_t drawn_ = 0;
  std::size_t first_free_ = 0;  ///< all ranks below were drawn in this round
};

struct TagMention {
  std::size_t facet = 0;
  Index tag = 0;
  bool stated = true;
};

struct RegionMention {
  Index region = 0;
  bool stated = true;
};

struct ActorFacts {
  ActorKind kind = ActorKind::state;
  std::optional<Index> parent;
  std::vector<RegionMention> regions;  ///< ascending
  std::string champion_since, champion_known_by;
};

struct PledgeFacts {
  Direction direction = Direction::unknown;
  PledgeKind kind = PledgeKind::unknown;
  std::optional<Index> answers;  ///< an earlier pledge that says "need"
  std::vector<Index> actors;     ///< ascending
  std::uint64_t year = 0;
};

class World {
 public:
  explicit World(const Settled& settled);

  [[nodiscard]] const Settled& size() const { return settled_; }
  /// The random numbers of one row.
  [[nodiscard]] Rng rng(Stream stream, std::uint64_t row) const;

  /// Ascending bytewise with the index: states come first.
  [[nodiscard]] std::string actor_id(Index actor) const;
  [[nodiscard]] ActorFacts actor(Index actor) const;
  /// Two in three are states; some are drawn more often than others.
  [[nodiscard]] Index draw_actor(Rng& rng) const;
  /// Completes `chosen` to `wanted` different actors, and sorts it.
  void draw_actors(Rng& rng, std::uint64_t wanted, std::vector<Index>& chosen) const;

  [[nodiscard]] ForumKind forum_kind(Index forum) const;
  [[nodiscard]] std::vector<Index> forum_regions(Index forum) const;  ///< ascending
  [[nodiscard]] std::vector<Index> members(Index forum) const;        ///< ascending

  [[nodiscard]] PledgeFacts pledge(Index pledge) const;
  /// Tags of a pledge; takes an objective from `answered` where it answers a pledge.
  [[nodiscard]] std::vector<TagMention> pledge_tags(Index pledge, std::optional<Index> answered);
  /// `wanted` tags, the first of them an objective; ascending by facet and tag.
  [[nodiscard]] std::vector<TagMention> draw_tags(Rng& rng, std::uint64_t wanted);

 private:
  [[nodiscard]] std::optional<Index> home_of(Index actor) const;
  [[nodiscard]] Direction direction_of(Index pledge) const;
  [[nodiscard]] Index lead_of(Index pledge) const;
  [[nodiscard]] std::optional<Index> find_need(Rng& rng, Index pledge, Index lead) const;
  [[nodiscard]] std::vector<TagMention> complete(Rng& rng, std::uint64_t wanted,
                                                 std::vector<TagMention> tags);
  [[nodiscard]] std::optional<std::size_t> facet_with_room(std::size_t preferred) const;

  Settled settled_;
  std::vector<Rng> roots_;  ///< of each stream
  Popularity states_;
  Popularity others_;
  std::vector<std::optional<TagBag>> bags_;         ///< of each facet; nothing where it has no tags
  std::vector<std::vector<Index>> states_by_home_;  ///< of each region
  std::vector<std::vector<Index>> actors_by_home_;
};

inline constexpr std::array<std::string_view, 5> region_ids{"centre", "east", "north", "south",
                                                            "west"};
inline constexpr std::uint64_t first_year = 2018;
inline constexpr std::uint64_t last_year = 2026;

}  // namespace coopnet::io::synthetic
