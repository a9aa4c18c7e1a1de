#include "coopnet/analysis/peers.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/peers_pairs.hpp"
#include "coopnet/analysis/pair_filter.hpp"
#include "coopnet/network/projection.hpp"

namespace coopnet {
namespace {

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Rounded to the nearest whole number, halves up.
std::int64_t percent_of(std::int64_t base, std::uint32_t percent) {
  constexpr std::int64_t whole = 100;
  return (base * percent + whole / 2) / whole;
}

void add_objectives(const PeerRecords& records, const PeerFilter& filter, const PeerProfile& offers,
                    const PeerProfile& asks, PeerPair& pair) {
  auto s = offers.supply.begin();
  auto d = asks.demand.begin();
  while (s != offers.supply.end() && d != asks.demand.end()) {
    if (s->tag == d->tag) {
      if (filter.objectives.empty() || holds(filter.objectives, s->tag))
        pair.objectives.push_back(
            {*s, *d, points(*s) * points(*d) * records.rarity[s->tag.index()]});
      ++s, ++d;
    } else {
      const bool supply_first = s->tag < d->tag;
      s += supply_first ? 1 : 0;
      d += supply_first ? 0 : 1;
    }
  }
  std::sort(pair.objectives.begin(), pair.objectives.end(), [](const auto& x, const auto& y) {
    return std::tie(y.points, x.supply.tag) < std::tie(x.points, y.supply.tag);
  });
}

void add_ties(const Relations& relations, const PeerRecords& records, const PeerBonus& bonus,
              PeerPair& pair) {
  pair.forums = common(relations.actor_forum, pair.mentor, pair.learner);
  pair.agreements = common(relations.actor_agreement, pair.mentor, pair.learner);
  const auto& x = records.regions[pair.mentor.index()];
  const auto& y = records.regions[pair.learner.index()];
  pair.regions_known = !x.empty() && !y.empty();
  pair.across_regions = pair.regions_known && disjoint(x, y);
  std::int64_t base = 0;
  for (const auto& row : pair.objectives) base += row.points;
  if (!pair.forums.empty()) pair.forum_points = percent_of(base, bonus.forum);
  if (!pair.agreements.empty()) pair.tie_points = percent_of(base, bonus.tie);
  if (pair.across_regions) pair.across_points = percent_of(base, bonus.across);
  pair.value = base + pair.forum_points + pair.tie_points + pair.across_points;
}

/// The best of the pairs with their ranks.
PeerList ranked(std::vector<PeerPair> pairs, const PeerOptions& options) {
  PeerList out;
  for (const auto& pair : pairs) out.highest = std::max(out.highest, pair.value);
  std::erase_if(pairs, [&](const PeerPair& pair) { return pair.value < options.minimum; });
  out.found = pairs.size();
  std::sort(pairs.begin(), pairs.end(), comes_first);
  const auto shown = options.top == 0 ? pairs.size() : std::min(options.top, pairs.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const bool tied = i > 0 && pairs[i].value == pairs[i - 1].value;
    const std::size_t rank = tied ? out.peers.back().rank : i + 1;
    out.peers.push_back({std::move(pairs[i]), rank});
  }
  for (std::size_t i = shown; i < pairs.size(); ++i)
    if (pairs[i].value == out.peers.back().pair.value) ++out.tied_beyond;
  return out;
}

}  // namespace

bool comes_first(const PeerPair& x, const PeerPair& y) {
  return std::tie(y.value, x.mentor, x.learner) < std::tie(x.value, y.mentor, y.learner);
}

template <class Record>
bool counts_any(const PeerFilter& filter, const std::vector<Record>& records) {
  return filter.objectives.empty()
             ? !records.empty()
             : std::any_of(records.begin(), records.end(),
                           [&](const auto& r) { return holds(filter.objectives, r.tag); });
}
template bool counts_any(const PeerFilter&, const std::vector<SupplyRecord>&);
template bool counts_any(const PeerFilter&, const std::vector<DemandRecord>&);

bool lies_inside(const PeerRecords& records, const PeerFilter& filter, ActorId actor) {
  const auto& own = records.regions[actor.index()];
  return filter.regions.empty() ||
         std::any_of(own.begin(), own.end(), [&](RegionId r) { return holds(filter.regions, r); });
}

bool admits_peer(const Dataset& data, const PeerRecords& records, const PeerFilter& filter,
                 ActorId who, ActorId peer) {
  if (who == peer) return false;
  const auto kind = data.actors[peer].kind;
  if (filter.kinds.empty() ? kind != data.actors[who].kind : !holds(filter.kinds, kind))
    return false;
  if (!filter.across_regions) return true;
  const auto& x = records.regions[who.index()];
  const auto& y = records.regions[peer.index()];
  return !x.empty() && !y.empty() && disjoint(x, y);
}

bool admits_pair(const Dataset& data, const PeerRecords& records, const PeerFilter& filter,
                 ActorId a, ActorId b) {
  return admits_peer(data, records, filter, a, b) && admits_peer(data, records, filter, b, a) &&
         (lies_inside(records, filter, a) || lies_inside(records, filter, b));
}

PeerPair compare_profiles(const Relations& relations, const PeerRecords& records,
                          const PeerOptions& options, ActorId mentor, const PeerProfile& offers,
                          ActorId learner, const PeerProfile& asks) {
  PeerPair pair;
  pair.mentor = mentor;
  pair.learner = learner;
  add_objectives(records, options.filter, offers, asks, pair);
  add_ties(relations, records, options.bonus, pair);
  return pair;
}

PeerPair compare_peers(const Relations& relations, const PeerRecords& records,
                       const PeerOptions& options, ActorId mentor, ActorId learner) {
  return compare_profiles(relations, records, options, mentor, records.profiles[mentor.index()],
                          learner, records.profiles[learner.index()]);
}

PeersResult find_peers(const Dataset& data, const Relations& relations, const Selection& selection,
                       const PeerRecords& records, ActorId who, const PeerOptions& options) {
  PeersResult out;
  out.who = who;
  out.sharing.assign(data.tags.size(), 0);
  out.asking.assign(data.tags.size(), 0);
  std::vector<PeerPair> mentors, learners;
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    const auto peer = ActorId::at(i);
    if (!selection.actors[i] || !admits_peer(data, records, options.filter, who, peer) ||
        !lies_inside(records, options.filter, peer))
      continue;
    ++out.considered;
    out.with_supply += counts_any(options.filter, records.profiles[i].supply) ? 1U : 0U;
    out.with_demand += counts_any(options.filter, records.profiles[i].demand) ? 1U : 0U;
    for (const auto& record : records.profiles[i].supply) ++out.sharing[record.tag.index()];
    for (const auto& record : records.profiles[i].demand) ++out.asking[record.tag.index()];
    mentors.push_back(compare_peers(relations, records, options, peer, who));
    learners.push_back(compare_peers(relations, records, options, who, peer));
  }
  out.learn_from = ranked(std::move(mentors), options);
  out.help = ranked(std::move(learners), options);
  return out;
}

}  // namespace coopnet
