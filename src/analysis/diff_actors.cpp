#include <algorithm>
#include <map>
#include <set>

#include "analysis/diff_pairing.hpp"
#include "coopnet/core/text.hpp"

/// Which pledge is which, and who made them. Actors are the same by their id.
namespace coopnet {
namespace {

/// Pledges that count: with an actor in the region and on the objective asked for.
std::vector<bool> in_scope(const DiffSide& side, const DiffOptions& options) {
  const auto& data = side.data;
  std::vector<bool> in(data.pledges.size());
  const auto region = data.regions.find(options.region);
  const auto tag = data.find_tag(data.info.primary_facet, options.objective);
  if ((!options.region.empty() && !region) || (!options.objective.empty() && !tag)) return in;
  const auto preferred = data.preferred_tags();
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!side.selection.pledges[i]) continue;
    const auto pledge = PledgeId::at(i);
    in[i] = options.objective.empty() ||
            side.relations.pledge_tag.contains(pledge, preferred[tag->index()]);
    if (!in[i] || options.region.empty()) continue;
    const auto actors = side.relations.actor_pledge.lefts(pledge);
    in[i] = std::any_of(actors.begin(), actors.end(), [&](ActorId actor) {
      const auto regions = data.regions_of(actor, data.regions[*region].scheme);
      return std::find(regions.begin(), regions.end(), *region) != regions.end();
    });
  }
  return in;
}

/// Title and actors in one text; empty without a title.
std::string likeness(const Dataset& data, const Pledge& pledge) {
  if (pledge.title.empty()) return {};
  std::vector<std::string> ids;
  for (const ActorId actor : pledge.actors) ids.push_back(data.actors[actor].id);
  std::sort(ids.begin(), ids.end());
  return text::fold(pledge.title) + '\n' + text::join(ids, ";");
}

/// Pledges without a partner by title and actors; those of which there are several are left alone.
std::map<std::string, std::optional<PledgeId>> by_likeness(
    const Dataset& data, const std::vector<std::optional<PledgeId>>& partner) {
  std::map<std::string, std::optional<PledgeId>> out;
  for (std::size_t i = 0; i < data.pledges.size(); ++i) {
    if (partner[i]) continue;
    const auto key = likeness(data, data.pledges.rows[i]);
    if (key.empty()) continue;
    const auto [at, fresh] = out.emplace(key, PledgeId::at(i));
    if (!fresh) at->second.reset();
  }
  return out;
}

/// What one dataset says about the pledges of an actor.
struct Record {
  std::optional<ActorId> row;
  std::size_t pledges = 0;       ///< that count
  std::set<std::string> rounds;  ///< of all its pledges
  bool undated = false;          ///< one of them names no round
  std::set<std::string> fresh;   ///< rounds of pledges that only this dataset has
};
using Records = std::map<std::string, Record, std::less<>>;

Records records_of(const DiffSide& side, const std::vector<bool>& in,
                   const std::vector<std::optional<PledgeId>>& partner) {
  Records out;
  const auto& data = side.data;
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    if (!side.selection.actors[i]) continue;
    Record& record = out[data.actors.rows[i].id];
    record.row = ActorId::at(i);
    for (const PledgeId pledge : side.relations.actor_pledge.rights(ActorId::at(i))) {
      const auto& round = data.pledges[pledge].round;
      if (in[pledge.index()]) ++record.pledges;
      record.undated = record.undated || round.empty();
      if (round.empty()) continue;
      record.rounds.insert(round);
      if (!partner[pledge.index()] && in[pledge.index()]) record.fresh.insert(round);
    }
  }
  return out;
}

const Record& record_of(const Records& records, const std::string& id) {
  static const Record none;
  const auto at = records.find(id);
  return at == records.end() ? none : at->second;
}

/// Nothing if the actor pledged in both as one does who goes on, or in none.
std::optional<ActorChange> change_of(const Record& before, const Record& after) {
  if (before.pledges == 0 && after.pledges == 0) return std::nullopt;
  if (before.pledges == 0) return ActorChange::joined;
  if (after.pledges == 0) return ActorChange::left;
  if (before.undated) return std::nullopt;  // one of its pledges may be of any round
  for (const auto& round : after.fresh)
    if (!before.rounds.contains(round)) return ActorChange::returning;
  return std::nullopt;
}

bool names_a_round(const Dataset& data) {
  return std::any_of(data.pledges.begin(), data.pledges.end(),
                     [](const Pledge& p) { return !p.round.empty(); });
}

/// Counts of one group on both sides. An actor counts on each side as that side describes it.
class Groups {
 public:
  Groups(const DiffSide& before, const DiffSide& after, const DiffOptions& options)
      : before_(before), after_(after), options_(options) {}

  void add(const Record& before, const Record& after) {
    const auto change = change_of(before, after);
    each(before_, before.row, [&](GroupDifference& group) {
      ++group.recorded_before;
      group.before += before.pledges > 0 ? 1U : 0U;
      group.left += change == ActorChange::left ? 1U : 0U;
    });
    each(after_, after.row, [&](GroupDifference& group) {
      ++group.recorded_after;
      group.after += after.pledges > 0 ? 1U : 0U;
      group.joined += change == ActorChange::joined ? 1U : 0U;
      group.returning += change == ActorChange::returning ? 1U : 0U;
    });
  }

  std::vector<GroupDifference> take() {
    std::vector<GroupDifference> out;
    for (auto& [key, group] : groups_)
      if (key.first == By::all || group.before + group.after > 0) out.push_back(std::move(group));
    return out;
  }

 private:
  using By = GroupDifference::By;

  template <class Count>
  void each(const DiffSide& side, const std::optional<ActorId>& actor, Count count) {
    if (!actor) return;
    count(group(By::all, ""));
    const auto kind = side.data.actors[*actor].kind;
    // In the order of the list of kinds.
    auto& of_kind =
        group(By::kind, std::string(1, static_cast<char>('a' + static_cast<int>(kind))));
    of_kind.kind = kind;
    count(of_kind);
    if (options_.scheme.empty()) return;
    const auto regions = side.data.regions_of(*actor, options_.scheme);
    if (regions.empty()) count(group(By::region, ""));
    for (const RegionId region : regions) count(group(By::region, side.data.regions[region].id));
  }

  GroupDifference& group(By by, const std::string& key) {
    GroupDifference& out = groups_[{by, key}];
    out.by = by;
    if (by == By::region) out.region = key;
    return out;
  }

  const DiffSide& before_;
  const DiffSide& after_;
  const DiffOptions& options_;
  std::map<std::pair<By, std::string>, GroupDifference> groups_;
};

}  // namespace

DiffPairing pair_pledges(const DiffSide& before, const DiffSide& after,
                         const DiffOptions& options) {
  DiffPairing out;
  out.before_in = in_scope(before, options);
  out.after_in = in_scope(after, options);
  out.after_of.resize(before.data.pledges.size());
  out.before_of.resize(after.data.pledges.size());
  const auto tie = [&](PledgeId b, PledgeId a) {
    out.after_of[b.index()] = a;
    out.before_of[a.index()] = b;
  };
  for (std::size_t i = 0; i < out.after_of.size(); ++i)
    if (const auto a = after.data.pledges.find(before.data.pledges.rows[i].id))
      tie(PledgeId::at(i), *a);
  const auto old_ones = by_likeness(before.data, out.after_of);
  for (const auto& [key, a] : by_likeness(after.data, out.before_of)) {
    const auto b = old_ones.find(key);
    if (a && b != old_ones.end() && b->second) tie(*b->second, *a);
  }
  return out;
}

void compare_actors(const DiffSide& before, const DiffSide& after, const DiffPairing& pairing,
                    const DiffOptions& options, DatasetDiff& out) {
  const auto old_ones = records_of(before, pairing.before_in, pairing.after_of);
  const auto new_ones = records_of(after, pairing.after_in, pairing.before_of);
  out.rounds_known = names_a_round(before.data) && names_a_round(after.data);
  std::set<std::string> ids;
  for (const auto* records : {&old_ones, &new_ones})
    for (const auto& [id, record] : *records) ids.insert(id);
  Groups groups(before, after, options);
  for (const auto& id : ids) {
    const Record& b = record_of(old_ones, id);
    const Record& a = record_of(new_ones, id);
    groups.add(b, a);
    if (const auto change = change_of(b, a))
      out.actors.push_back({*change, b.row, a.row, b.pledges, a.pledges});
  }
  std::stable_sort(
      out.actors.begin(), out.actors.end(),
      [](const ActorDifference& x, const ActorDifference& y) { return x.change < y.change; });
  out.groups = groups.take();
}

}  // namespace coopnet
