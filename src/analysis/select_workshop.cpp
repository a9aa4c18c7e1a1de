#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "analysis/select_filter.hpp"
#include "coopnet/analysis/peers.hpp"
#include "coopnet/analysis/select.hpp"

namespace coopnet {
namespace {

template <class List>
void add_record(std::vector<WorkshopTag::Record>& out, ActorId actor, const List& records,
                TagId tag) {
  for (const auto& record : records)
    if (record.tag == tag) out.push_back({actor, record.stated});
}

WorkshopGap gap_of(const WorkshopTag& tag) {
  if (tag.askers.empty() && tag.givers.empty()) return WorkshopGap::neither;
  if (tag.askers.empty()) return WorkshopGap::no_asker;
  if (tag.givers.empty()) return WorkshopGap::no_giver;
  const bool one = tag.askers.size() == 1 && tag.givers.size() == 1 &&
                   tag.askers.front().actor == tag.givers.front().actor;
  return one ? WorkshopGap::only_one : WorkshopGap::none;
}

/// The least number of actors that meets every demand: an asker, a giver, and two of both together,
/// for each tag. Two who ask or give, among them one who asks and one who gives, are or hold two
/// different actors of whom one asks and the other gives.
///
/// Sizes are tried upwards. Branches are on the demand with the fewest actors left, and who has
/// been tried is left out afterwards, so that every group is met once.
class GroupSearch {
 public:
  GroupSearch(std::size_t actors, const WorkshopOptions& options)
      : options_(options), meets_(actors), left_out_(actors) {}

  void demand(const std::vector<std::uint32_t>& who, int times) {
    for (const auto a : who) meets_[a].push_back(static_cast<std::uint32_t>(open_.size()));
    open_.push_back(times);
    able_.push_back(who);
  }

  void run(Workshop& out) {
    if (open_.empty()) return;
    const auto some = greedy();
    for (size_ = 2; size_ <= some.size() && found_.empty() && !stopped_; ++size_) extend();
    const auto& group = found_.empty() ? some : found_.front();
    for (const auto a : group) out.group.push_back(ActorId(a));
    std::sort(out.group.begin(), out.group.end());
    out.groups = std::max<std::size_t>(1, found_.size());
    out.more_groups = stopped_;
    out.proved = !found_.empty();
  }

 private:
  [[nodiscard]] std::size_t use(std::uint32_t actor) const {
    return static_cast<std::size_t>(std::count_if(meets_[actor].begin(), meets_[actor].end(),
                                                  [&](std::uint32_t d) { return open_[d] > 0; }));
  }
  void take(std::uint32_t actor) {
    for (const auto d : meets_[actor]) --open_[d];
    left_out_[actor] = true;
    group_.push_back(actor);
  }
  void give_back(std::uint32_t actor) {
    for (const auto d : meets_[actor]) ++open_[d];
    left_out_[actor] = false;
    group_.pop_back();
  }

  std::vector<std::uint32_t> greedy() {
    while (hardest()) {
      std::uint32_t best = 0;
      std::size_t most = 0;
      for (std::uint32_t a = 0; a < meets_.size(); ++a)
        if (!left_out_[a] && use(a) > most) {
          best = a;
          most = use(a);
        }
      take(best);
    }
    auto out = group_;
    while (!group_.empty()) give_back(group_.back());
    return out;
  }

  /// Who can meet the open demand that the fewest can; nothing if all are met.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> hardest() const {
    std::optional<std::vector<std::uint32_t>> out;
    for (std::size_t d = 0; d < open_.size(); ++d) {
      if (open_[d] <= 0) continue;
      auto who = able_[d];
      std::erase_if(who, [&](std::uint32_t a) { return left_out_[a]; });
      if (!out || who.size() < out->size()) out = std::move(who);
    }
    return out;
  }

  /// Whether even the most useful actors could not meet what is open.
  [[nodiscard]] bool beyond_reach() const {
    std::size_t wanted = 0, most = 0;
    for (const auto times : open_) wanted += static_cast<std::size_t>(std::max(times, 0));
    for (std::uint32_t a = 0; a < meets_.size(); ++a)
      if (!left_out_[a]) most = std::max(most, use(a));
    return wanted > most * (size_ - group_.size());
  }

  void extend() {
    steps_ += meets_.size();
    auto who = hardest();
    if (!who) {
      stopped_ = found_.size() == options_.most_groups;
      if (!stopped_) found_.push_back(group_);
      return;
    }
    stopped_ = stopped_ || steps_ > options_.most_steps;
    if (beyond_reach()) return;
    std::stable_sort(who->begin(), who->end(),
                     [&](std::uint32_t x, std::uint32_t y) { return use(x) > use(y); });
    std::size_t tried = 0;
    for (; tried < who->size() && !stopped_; ++tried) {
      const auto actor = (*who)[tried];
      take(actor);
      extend();
      give_back(actor);
      left_out_[actor] = true;
    }
    for (std::size_t i = 0; i < tried; ++i) left_out_[(*who)[i]] = false;
  }

  const WorkshopOptions& options_;
  std::vector<std::vector<std::uint32_t>> meets_, able_;  // demands of an actor, actors of a demand
  std::vector<bool> left_out_;
  std::vector<int> open_;  // how many more each demand needs
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> found_;
  std::size_t size_ = 0;
  std::uint64_t steps_ = 0;
  bool stopped_ = false;
};

std::vector<std::uint32_t> numbers(const std::vector<WorkshopTag::Record>& records) {
  std::vector<std::uint32_t> out;
  for (const auto& record : records) out.push_back(record.actor.value);
  return out;
}

}  // namespace

Workshop find_workshop(const Dataset& data, const Relations& relations, const Selection& selection,
                       const WorkshopOptions& options) {
  const auto admitted = admitted_actors(data, selection, options.filter);
  std::map<std::size_t, PeerRecords> by_facet;  // asking and giving mean the same in each
  GroupSearch search(data.actors.size(), options);
  std::vector<bool> candidate(data.actors.size());
  Workshop out;
  for (const TagId tag : options.tags) {
    const auto facet = data.tags[tag].facet;
    const auto [place, fresh] = by_facet.try_emplace(facet);
    if (fresh) place->second = collect_peer_records(data, relations, selection, facet);
    const auto& known = place->second;
    auto& row = out.tags.emplace_back();
    row.tag = tag;
    for (std::size_t i = 0; i < data.actors.size(); ++i) {
      if (!admitted.inside(ActorId::at(i))) continue;
      add_record(row.askers, ActorId::at(i), known.profiles[i].demand, tag);
      add_record(row.givers, ActorId::at(i), known.profiles[i].supply, tag);
    }
    row.gap = gap_of(row);
    const auto askers = numbers(row.askers), givers = numbers(row.givers);
    std::vector<std::uint32_t> either;
    std::set_union(askers.begin(), askers.end(), givers.begin(), givers.end(),
                   std::back_inserter(either));
    for (const auto a : either) candidate[a] = true;
    if (row.gap != WorkshopGap::none) continue;
    search.demand(askers, 1);
    search.demand(givers, 1);
    search.demand(either, 2);
  }
  out.candidates = static_cast<std::size_t>(std::count(candidate.begin(), candidate.end(), true));
  search.run(out);
  return out;
}

}  // namespace coopnet
