#include "coopnet/analysis/champion_reach.hpp"

#include <algorithm>

#include "analysis/sorted.hpp"
#include "coopnet/algo/maximum_coverage.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

constexpr std::uint32_t unreached = ~0U;

/// Search from all Champions at once, actor by actor and meeting point by meeting point.
struct Distances {
  std::vector<std::uint32_t> steps;  ///< by actor
  std::vector<ReachStep> towards;    ///< by actor: the next step on the way to a Champion

  Distances(const MeetingPoints& meetings, const std::vector<ActorId>& champions)
      : steps(meetings.of.left_count(), unreached), towards(steps.size()) {
    std::vector<bool> used(meetings.of.right_count());
    std::vector<ActorId> queue = champions;
    for (const ActorId champion : champions) steps[champion.index()] = 0;
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const ActorId from = queue[head];
      for (const MeetingId meeting : meetings.of.rights(from)) {
        if (used[meeting.index()]) continue;
        used[meeting.index()] = true;
        for (const ActorId actor : meetings.of.lefts(meeting)) {
          if (steps[actor.index()] != unreached) continue;
          steps[actor.index()] = steps[from.index()] + 1;
          towards[actor.index()] = {meetings.node(meeting), from};
          queue.push_back(actor);
        }
      }
    }
  }
};

class ReachFinder {
 public:
  ReachFinder(const Dataset& data, const Relations& relations, const Selection& selection,
              const ChampionReachOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        scope_(data, selection, options.scheme, options.regions, options.kinds),
        meetings_(build_meeting_points(relations, {.pledges = false})) {}

  ChampionReach run() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i)
      if (selection_.actors[i] && is_champion(ActorId::at(i)))
        out_.champions.push_back(ActorId::at(i));
    const Distances distances(meetings_, out_.champions);
    list_actors(distances);
    list_regions();
    list_forums();
    choose_further();
    return std::move(out_);
  }

 private:
  bool is_champion(ActorId actor) const {
    return !data_.actors[actor].champion_known_by.text.empty();
  }

  void list_actors(const Distances& distances) {
    std::vector<std::uint32_t> met(data_.actors.size(), unreached);  // by whom last
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto actor = ActorId::at(i);
      if (!scope_.inside(actor)) continue;
      auto& row = out_.rows.emplace_back();
      row.actor = actor;
      const auto steps = distances.steps[i];
      if (steps == unreached) {
        ++out_.beyond_one;
        continue;
      }
      row.steps = steps;
      out_.beyond_one += steps > 1 ? 1U : 0U;
      for (ActorId at = actor; distances.steps[at.index()] > 0; at = row.way.back().whom)
        row.way.push_back(distances.towards[at.index()]);
      if (steps == 1) row.nearest = champions_met(actor, met);
    }
  }

  std::size_t champions_met(ActorId actor, std::vector<std::uint32_t>& met) const {
    std::size_t count = 0;
    for (const MeetingId meeting : meetings_.of.rights(actor))
      for (const ActorId other : meetings_.of.lefts(meeting)) {
        if (met[other.index()] == actor.value) continue;
        met[other.index()] = actor.value;
        count += is_champion(other) ? 1U : 0U;
      }
    return count;
  }

  void list_regions() {
    std::vector<ReachRegion> all(data_.regions.size() + 1);
    for (const auto& row : out_.rows) {
      const auto& own = scope_.regions(row.actor);
      for (const RegionId region : own)
        if (scope_.wants(region)) count(row, all[region.index()]);
      if (own.empty()) count(row, all.back());
    }
    for (std::size_t r = 0; r < data_.regions.size(); ++r) {
      if (data_.regions.rows[r].scheme != scope_.scheme() || !scope_.wants(RegionId::at(r)))
        continue;
      all[r].region = RegionId::at(r);
      out_.regions.push_back(all[r]);
    }
    if (all.back().actors > 0) out_.regions.push_back(all.back());
  }

  static void count(const ReachRow& row, ReachRegion& region) {
    ++region.actors;
    if (!row.steps)
      ++region.no_way;
    else if (*row.steps == 0)
      ++region.champions;
    else if (*row.steps == 1)
      ++region.one_step;
    else if (*row.steps == 2)
      ++region.two_steps;
    else
      ++region.farther;
  }

  /// Forums where somebody of the scope takes part.
  void list_forums() {
    for (std::size_t f = 0; f < data_.forums.size(); ++f) {
      const auto members = relations_.actor_forum.lefts(ForumId::at(f));
      const auto takes_part = [&](ActorId a) { return scope_.inside(a); };
      if (std::none_of(members.begin(), members.end(), takes_part)) continue;
      ++out_.forums;
      if (std::none_of(members.begin(), members.end(), [&](ActorId a) { return is_champion(a); }))
        out_.forums_without.emplace_back(ForumId::at(f), members.size());
    }
  }

  /// A further Champion reaches itself and everybody it shares a meeting point with.
  void choose_further() {
    if (options_.further == 0 || out_.beyond_one == 0) return;
    std::vector<std::uint32_t> element(data_.actors.size(), unreached);  // actors beyond one step
    std::uint32_t elements = 0;
    for (const auto& row : out_.rows)
      if (!row.steps || *row.steps > 1) element[row.actor.index()] = elements++;
    std::vector<ActorId> candidates;
    algo::WeightedSets reach;
    reach.weight.assign(elements, 1);
    for (const auto& row : out_.rows) {
      if (row.steps == 0U) continue;
      candidates.push_back(row.actor);
      std::vector<std::uint32_t> set;
      const auto add = [&](ActorId actor) {
        if (element[actor.index()] != unreached) set.push_back(element[actor.index()]);
      };
      add(row.actor);
      for (const MeetingId meeting : meetings_.of.rights(row.actor))
        for (const ActorId other : meetings_.of.lefts(meeting)) add(other);
      sort_unique(set);
      reach.element.insert(reach.element.end(), set.begin(), set.end());
      reach.begin.push_back(static_cast<std::uint32_t>(reach.element.size()));
    }
    take(algo::maximum_coverage(reach, options_.further), candidates);
  }

  void take(const algo::Coverage& found, const std::vector<ActorId>& candidates) {
    for (std::size_t i = 0; i < found.best.sets.size(); ++i)
      out_.further.push_back({candidates[found.best.sets[i]], found.best.gains[i]});
    out_.further_covered = found.best.covered;
    out_.further_bound = found.upper_bound;
    out_.further_choices = found.ties.exact ? found.ties.count : 0;
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const ChampionReachOptions& options_;
  ActorScope scope_;
  MeetingPoints meetings_;
  ChampionReach out_;
};

}  // namespace

ChampionReach find_champion_reach(const Dataset& data, const Relations& relations,
                                  const Selection& selection, const ChampionReachOptions& options) {
  return ReachFinder(data, relations, selection, options).run();
}

}  // namespace coopnet
