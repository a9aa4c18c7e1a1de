#include <algorithm>
#include <cmath>
#include <tuple>

#include "coopnet/analysis/peers.hpp"

namespace coopnet {
namespace {

/// Stronger first; among equals what a source states, then the kind, then the row.
template <class Record>
bool stronger(const Record& x, const Record& y) {
  return std::tuple(-points(x.kind), !x.stated, x.kind, x.row) <
         std::tuple(-points(y.kind), !y.stated, y.kind, y.row);
}

/// One record for each tag: the strongest.
template <class Record>
void keep_strongest(std::vector<Record>& records) {
  std::sort(records.begin(), records.end(), [](const Record& x, const Record& y) {
    return x.tag != y.tag ? x.tag < y.tag : stronger(x, y);
  });
  const auto same_tag = [](const Record& x, const Record& y) { return x.tag == y.tag; };
  records.erase(std::unique(records.begin(), records.end(), same_tag), records.end());
}

/// A kind, and whether the source states the word that makes it.
template <class Kind>
using Reading = std::optional<std::pair<Kind, bool>>;

Reading<SupplyKind> supply_of(const Pledge& pledge, const Selection& selection) {
  const auto direction = selection.seen(pledge.direction);
  const auto status = selection.seen(pledge.status);
  if (direction == Direction::need || status == Status::discontinued) return std::nullopt;
  if (status == Status::completed) return {{SupplyKind::completed_pledge, pledge.status.stated}};
  if (direction == Direction::offer) return {{SupplyKind::offer, pledge.direction.stated}};
  if (status == Status::in_progress)
    return {{SupplyKind::pledge_in_progress, pledge.status.stated}};
  return {{SupplyKind::pledge, status == Status::unknown || pledge.status.stated}};
}

Reading<DemandKind> demand_of(const Pledge& pledge, const Selection& selection) {
  const auto direction = selection.seen(pledge.direction);
  const auto status = selection.seen(pledge.status);
  if (direction == Direction::offer || status == Status::completed ||
      status == Status::discontinued)
    return std::nullopt;
  if (direction == Direction::need) return {{DemandKind::pledged_need, pledge.direction.stated}};
  if (status == Status::announced) return {{DemandKind::announced_pledge, pledge.status.stated}};
  return std::nullopt;
}

std::optional<SupplyKind> supply_of(PracticeKind kind) {
  if (kind == PracticeKind::support_given) return SupplyKind::support_given;
  if (kind == PracticeKind::practice) return SupplyKind::practice;
  return std::nullopt;
}

std::optional<DemandKind> demand_of(PracticeKind kind) {
  if (kind == PracticeKind::need) return DemandKind::reported_need;
  if (kind == PracticeKind::plan) return DemandKind::plan;
  return std::nullopt;
}

/// Reads the rows of one actor.
class Reader {
 public:
  Reader(const Dataset& data, const Relations& relations, const Selection& selection,
         std::size_t facet)
      : data_(data), relations_(relations), selection_(selection), facet_(facet) {}

  PeerProfile read(ActorId actor, std::optional<ActorId> without = std::nullopt) const {
    PeerProfile out;
    for (const PledgeId id : relations_.actor_pledge.rights(actor)) add(out, id);
    for (const PracticeId id : relations_.actor_practice.rights(actor))
      if (!without || !names(data_.practices[id], *without)) add(out, id);
    return out;
  }

  static void finish(PeerProfile& profile) {
    auto& tags = profile.tags;
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    keep_strongest(profile.supply);
    keep_strongest(profile.demand);
  }

  void add_priority(PeerProfile& profile, std::uint32_t row, TagId preferred) const {
    ++profile.priorities;
    const auto& use = data_.priorities.rows[row].tag;
    if (!counts(preferred) || (selection_.stated_only && !use.stated)) return;
    profile.tags.push_back(preferred);
    profile.demand.push_back({preferred, DemandKind::priority, row, use.stated});
  }

 private:
  bool counts(TagId tag) const { return data_.tags[tag].facet == facet_; }

  static bool names(const Practice& practice, ActorId actor) {
    const auto& named = practice.counterparts;
    return std::find(named.begin(), named.end(), actor) != named.end();
  }

  template <class Add>
  void for_each_tag(PeerProfile& profile, const auto& relation, auto row, Add add) const {
    const auto tags = relation.rights(row);
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (!counts(tags[i])) continue;
      profile.tags.push_back(tags[i]);
      add(tags[i], relation.left_stated(row, i));
    }
  }

  void add(PeerProfile& profile, PledgeId id) const {
    ++profile.pledges;
    const auto supply = supply_of(data_.pledges[id], selection_);
    const auto demand = demand_of(data_.pledges[id], selection_);
    for_each_tag(profile, relations_.pledge_tag, id, [&](TagId tag, bool stated) {
      if (supply)
        profile.supply.push_back({tag, supply->first, id.value, stated && supply->second});
      if (demand)
        profile.demand.push_back({tag, demand->first, id.value, stated && demand->second});
    });
  }

  void add(PeerProfile& profile, PracticeId id) const {
    const auto kind = data_.practices[id].kind;
    ++profile.practices[static_cast<std::size_t>(kind)];
    const auto supply = supply_of(kind);
    const auto demand = demand_of(kind);
    for_each_tag(profile, relations_.practice_tag, id, [&](TagId tag, bool stated) {
      if (supply) profile.supply.push_back({tag, *supply, id.value, stated});
      if (demand) profile.demand.push_back({tag, *demand, id.value, stated});
    });
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  std::size_t facet_;
};

void add_priorities(const Dataset& data, const Selection& selection, const Reader& reader,
                    std::optional<ActorId> only, std::vector<PeerProfile>& profiles) {
  const auto preferred = data.preferred_tags();
  for (std::size_t i = 0; i < data.priorities.size(); ++i) {
    const auto& row = data.priorities.rows[i];
    if (!selection.actors[row.actor.index()] || (only && row.actor != *only)) continue;
    reader.add_priority(profiles[only ? 0 : row.actor.index()], static_cast<std::uint32_t>(i),
                        preferred[row.tag.id.index()]);
  }
}

/// Which tags have a pledge in which region: the regions of a pledge are those of its actors.
void mark_pledged(const Dataset& data, const Relations& relations, PeerRecords& out) {
  out.pledged.assign(data.regions.size(), std::vector<bool>(data.tags.size()));
  for (std::size_t i = 0; i < data.actors.size(); ++i)
    for (const PledgeId pledge : relations.actor_pledge.rights(ActorId::at(i)))
      for (const TagId tag : relations.pledge_tag.rights(pledge))
        for (const RegionId region : out.regions[i])
          out.pledged[region.index()][tag.index()] = true;
}

/// A region without a pledge on the tag raises a demand that is recorded. Where the regions of the
/// actor are not known, nothing is said about them.
void mark_gaps(const PeerRecords& records, ActorId actor, PeerProfile& profile) {
  const auto& regions = records.regions[actor.index()];
  for (auto& demand : profile.demand)
    demand.gap = !regions.empty() && std::none_of(regions.begin(), regions.end(), [&](RegionId r) {
      return records.pledged[r.index()][demand.tag.index()];
    });
}

/// N, n and the rarity of each tag.
void count_carriers(const Dataset& data, PeerRecords& out) {
  out.carriers.assign(data.tags.size(), 0);
  for (const auto& profile : out.profiles) {
    out.actors += profile.rows() > 0 ? 1U : 0U;
    for (const TagId tag : profile.tags) ++out.carriers[tag.index()];
  }
  constexpr double hundredths = 100;
  for (const auto n : out.carriers)
    out.rarity.push_back(
        n == 0 ? 0
               : std::llround(hundredths * std::log2(static_cast<double>(out.actors + 1) /
                                                     static_cast<double>(n))));
}

}  // namespace

std::size_t PeerProfile::rows() const {
  std::size_t out = pledges + priorities;
  for (const auto n : practices) out += n;
  return out;
}

PeerRecords collect_peer_records(const Dataset& data, const Relations& relations,
                                 const Selection& selection) {
  return collect_peer_records(data, relations, selection, data.info.primary_facet);
}

PeerRecords collect_peer_records(const Dataset& data, const Relations& relations,
                                 const Selection& selection, std::size_t facet) {
  const Reader reader(data, relations, selection, facet);
  PeerRecords out;
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    out.profiles.push_back(reader.read(ActorId::at(i)));
    out.regions.push_back(data.regions_of(ActorId::at(i), data.primary_scheme()));
  }
  add_priorities(data, selection, reader, std::nullopt, out.profiles);
  mark_pledged(data, relations, out);
  for (std::size_t i = 0; i < out.profiles.size(); ++i) {
    Reader::finish(out.profiles[i]);
    mark_gaps(out, ActorId::at(i), out.profiles[i]);
  }
  count_carriers(data, out);
  return out;
}

PeerProfile profile_without(const Dataset& data, const Relations& relations,
                            const Selection& selection, const PeerRecords& records, ActorId actor,
                            ActorId other) {
  const Reader reader(data, relations, selection, data.info.primary_facet);
  std::vector<PeerProfile> profile{reader.read(actor, other)};
  add_priorities(data, selection, reader, actor, profile);
  Reader::finish(profile.front());
  mark_gaps(records, actor, profile.front());
  return std::move(profile.front());
}

}  // namespace coopnet
