#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "analysis/diff_pairing.hpp"
#include "coopnet/analysis/coverage.hpp"
#include "coopnet/analysis/synergy.hpp"
#include "coopnet/core/text.hpp"

/// What the changes do: to pairs of pledges that coincide, and to objectives without a pledge.
namespace coopnet {
namespace {

using Items = std::pair<std::uint32_t, std::uint32_t>;

/// The synergies of one dataset, and scores of any pair of its pledges.
class SideSynergies {
 public:
  SideSynergies(const DiffSide& side, const DiffOptions& options) : side_(side) {
    const auto& data = side.data;
    how_.top = options.top == 0 ? 0 : std::max(diff_pairs, options.top);
    if (!options.region.empty()) how_.filter.region = data.regions.find(options.region);
    if (!options.objective.empty())
      how_.filter.tag = data.find_tag(data.info.primary_facet, options.objective);
    found_ = find_synergies(data, side.relations, side.selection, how_);
    const bool nothing_there = (!options.region.empty() && !how_.filter.region) ||
                               (!options.objective.empty() && !how_.filter.tag);
    if (nothing_there) found_.pairs.clear();
    item_of_.resize(data.pledges.size());
    for (std::uint32_t i = 0; i < found_.items.size(); ++i) item_of_[found_.items.row[i]] = i;
  }

  [[nodiscard]] std::vector<SynergyDifference::Pair> best() const {
    std::vector<SynergyDifference::Pair> out;
    for (const auto& pair : found_.pairs)
      out.emplace_back(PledgeId::at(found_.items.row[pair.a]),
                       PledgeId::at(found_.items.row[pair.b]));
    return out;
  }

  /// Score and number of shared tags of these pairs; nothing for a pledge that does not take part.
  struct Score {
    double score = 0;
    std::size_t shared = 0;
  };
  [[nodiscard]] std::map<SynergyDifference::Pair, Score> scores(
      const std::set<SynergyDifference::Pair>& pairs) const {
    std::vector<Items> items;
    std::vector<SynergyDifference::Pair> asked;
    for (const auto& pair : pairs) {
      const auto a = item_of_[pair.first.index()], b = item_of_[pair.second.index()];
      if (!a || !b) continue;
      items.emplace_back(*a, *b);
      asked.push_back(pair);
    }
    const auto compared =
        compare_items(side_.data, side_.relations, side_.selection, how_, found_.items, items);
    std::map<SynergyDifference::Pair, Score> out;
    for (std::size_t i = 0; i < compared.size(); ++i)
      out[asked[i]] = {compared[i].score, compared[i].shared.size()};
    return out;
  }

 private:
  const DiffSide& side_;
  SynergyOptions how_;
  SynergyResult found_;
  std::vector<std::optional<std::uint32_t>> item_of_;
};

/// The same pair in the other dataset, the smaller first.
std::optional<SynergyDifference::Pair> other(const SynergyDifference::Pair& pair,
                                             const std::vector<std::optional<PledgeId>>& partner) {
  const auto a = partner[pair.first.index()], b = partner[pair.second.index()];
  if (!a || !b) return std::nullopt;
  return std::minmax(*a, *b);
}

/// One unit of coverage on one side: a region, or everywhere.
class SideCoverage {
 public:
  SideCoverage(const DiffSide& side, const DiffOptions& options) {
    const auto& data = side.data;
    CoverageOptions how{.facet = data.info.primary_facet, .scheme = options.scheme};
    const auto region = data.regions.find(options.region);
    const auto tag =
        options.objective.empty() ? std::nullopt : data.find_tag(how.facet, options.objective);
    silent_ = (!options.region.empty() && !region) || (!options.objective.empty() && !tag);
    if (region) how.regions = {*region};
    if (tag) how.tags = {*tag};
    how.top = 1;  // the gaps themselves are not asked for
    found_ = find_coverage(data, side.relations, side.selection, how);
    if (silent_) return;
    for (std::uint32_t s = 0; s < found_.subjects.size(); ++s) {
      const TagId id = found_.subjects[s].tags.front();
      if (!tag || id == *tag) subjects_.emplace(data.tags[id].key, s);
    }
    for (std::uint32_t u = 0; u < found_.units.size() && !options.scheme.empty(); ++u)
      units_.emplace(data.regions.rows[found_.units[u].row].id, u);
  }

  void collect(std::set<std::string>& regions, std::set<std::string>& tags) const {
    for (const auto& [key, s] : subjects_) tags.insert(key);
    for (const auto& [key, u] : units_) regions.insert(key);
  }

  /// Pledges on an objective in a region (empty: everywhere); nothing where nothing is known.
  [[nodiscard]] std::optional<std::size_t> at(const std::string& region,
                                              const std::string& tag) const {
    const auto subject = subjects_.find(tag);
    if (subject == subjects_.end()) return std::nullopt;
    if (region.empty()) {
      if (found_.pledges == 0) return std::nullopt;
      return found_.scope[subject->second].pledges;
    }
    const auto unit = units_.find(region);
    if (unit == units_.end() || found_.units[unit->second].pledges == 0) return std::nullopt;
    return found_.at(unit->second, subject->second).pledges;
  }

 private:
  Coverage found_;
  bool silent_ = false;
  std::map<std::string, std::uint32_t> subjects_, units_;
};

}  // namespace

void compare_synergies(const DiffSide& before, const DiffSide& after, const DiffPairing& pairing,
                       const DiffOptions& options, DatasetDiff& out) {
  const SideSynergies old_side(before, options), new_side(after, options);
  std::set<SynergyDifference::Pair> old_pairs, new_pairs, only_old;
  for (const auto& pair : new_side.best()) {
    new_pairs.insert(pair);
    if (const auto same = other(pair, pairing.before_of)) old_pairs.insert(*same);
  }
  for (const auto& pair : old_side.best()) {
    old_pairs.insert(pair);
    if (const auto same = other(pair, pairing.after_of))
      new_pairs.insert(*same);
    else
      only_old.insert(pair);
  }
  out.pairs_compared = new_pairs.size() + only_old.size();
  const auto old_scores = old_side.scores(old_pairs), new_scores = new_side.scores(new_pairs);
  const auto add = [&](const std::optional<SynergyDifference::Pair>& b,
                       const std::optional<SynergyDifference::Pair>& a) {
    SynergyDifference d;
    if (const auto at = b ? old_scores.find(*b) : old_scores.end(); at != old_scores.end())
      std::tie(d.before, d.score_before, d.shared_before) =
          std::tuple(b, at->second.score, at->second.shared);
    if (const auto at = a ? new_scores.find(*a) : new_scores.end(); at != new_scores.end())
      std::tie(d.after, d.score_after, d.shared_after) =
          std::tuple(a, at->second.score, at->second.shared);
    if (d.score_before != d.score_after || d.shared_before != d.shared_after)
      out.synergies.push_back(d);
  };
  for (const auto& pair : new_pairs) add(other(pair, pairing.before_of), pair);
  for (const auto& pair : only_old) add(pair, std::nullopt);
  std::stable_sort(out.synergies.begin(), out.synergies.end(),
                   [](const SynergyDifference& x, const SynergyDifference& y) {
                     return std::abs(x.score_after - x.score_before) >
                            std::abs(y.score_after - y.score_before);
                   });
  out.synergies_changed = out.synergies.size();
  if (options.top > 0 && out.synergies.size() > options.top) out.synergies.resize(options.top);
}

void compare_coverage(const DiffSide& before, const DiffSide& after, const DiffOptions& options,
                      DatasetDiff& out) {
  const SideCoverage old_side(before, options), new_side(after, options);
  std::set<std::string> regions, keys;
  old_side.collect(regions, keys);
  new_side.collect(regions, keys);
  regions.insert("");  // everywhere, the first in order
  std::vector<std::string> tags(keys.begin(), keys.end());
  std::sort(tags.begin(), tags.end(), text::natural_less);
  for (const auto& region : regions)
    for (const auto& tag : tags) {
      const auto b = old_side.at(region, tag), a = new_side.at(region, tag);
      if ((b.value_or(0) > 0) != (a.value_or(0) > 0)) out.coverage.push_back({region, tag, b, a});
    }
}

}  // namespace coopnet
