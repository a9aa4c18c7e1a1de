#include "coopnet/analysis/coverage.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/coverage_gaps.hpp"
#include "analysis/sorted.hpp"
#include "coopnet/core/errors.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

constexpr std::uint32_t none = ~0U;

template <class T>
bool overlap(const std::vector<T>& wanted, const std::vector<T>& own) {
  return wanted.empty() || std::any_of(own.begin(), own.end(), [&](const T& value) {
           return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
         });
}

/// Subjects of one row with whether a source states them, each once, ascending.
using SubjectUses = std::vector<std::pair<std::uint32_t, bool>>;

class CoverageFinder {
 public:
  CoverageFinder(const Dataset& data, const Relations& relations, const Selection& selection,
                 const CoverageOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        actors_(data, selection, options.scheme, options.regions, options.kinds),
        scope_{actors_, {}, {}} {}

  Coverage run() {
    find_subjects();
    find_units();
    count_pledges();
    count_actors();
    count_practices();
    summarise();
    find_coverage_gaps(data_, relations_, selection_, options_, scope_, out_);
    return std::move(out_);
  }

 private:
  // --- what can be covered ---

  void find_subjects() {
    subject_of_.assign(data_.tags.size(), none);
    const auto preferred = data_.preferred_tags();
    std::map<std::string, std::uint32_t> groups;
    for (std::size_t t = 0; t < data_.tags.size(); ++t) {
      const auto& tag = data_.tags.rows[t];
      const bool stands_for_itself = preferred[t] == TagId::at(t);
      if (tag.facet != options_.facet || !stands_for_itself) continue;
      if (options_.by_group) {
        if (tag.group.empty()) continue;
        const auto [place, fresh] =
            groups.emplace(tag.group, static_cast<std::uint32_t>(out_.subjects.size()));
        if (fresh) out_.subjects.push_back({{}, tag.group, {}});
        subject_of_[t] = place->second;
        out_.subjects[place->second].tags.push_back(TagId::at(t));
      } else if (tag.declared || is_used(TagId::at(t))) {
        subject_of_[t] = static_cast<std::uint32_t>(out_.subjects.size());
        out_.subjects.push_back({{TagId::at(t)}, "", {}});
      }
    }
    order_groups();
    find_related();
    scope_.wanted.resize(out_.subjects.size());
    for (std::size_t s = 0; s < out_.subjects.size(); ++s)
      scope_.wanted[s] = overlap(options_.tags, out_.subjects[s].tags);
  }

  /// Tags that the list of tags relates to a subject: what may tell of a facet nobody uses.
  void find_related() {
    const auto preferred = data_.preferred_tags();
    related_to_.resize(data_.tags.size());
    for (std::uint32_t s = 0; s < out_.subjects.size(); ++s) {
      auto& subject = out_.subjects[s];
      for (const TagId tag : subject.tags)
        for (const auto& use : data_.tags[tag].related)
          if (use.stated || !selection_.stated_only)
            subject.related.push_back(preferred[use.id.index()]);
      sort_unique(subject.related);
      for (const TagId tag : subject.related) related_to_[tag.index()].push_back(s);
    }
    out_.by_related.assign(out_.subjects.size(), 0);
  }

  bool is_used(TagId tag) const {
    return relations_.pledge_tag.right_degree(tag) > 0 ||
           relations_.practice_tag.right_degree(tag) > 0;
  }

  /// Groups by name, whatever the order of their tags.
  void order_groups() {
    if (!options_.by_group) return;
    std::sort(out_.subjects.begin(), out_.subjects.end(),
              [](const Subject& a, const Subject& b) { return a.group < b.group; });
    for (std::uint32_t s = 0; s < out_.subjects.size(); ++s)
      for (const TagId tag : out_.subjects[s].tags) subject_of_[tag.index()] = s;
  }

  // --- who counts ---

  void find_units() {
    scope_.units_of.resize(data_.actors.size());
    if (options_.by == UnitKind::region) add_regions();
    if (options_.by == UnitKind::actor) add_actors();
    if (options_.by == UnitKind::forum) add_forums();
    for (std::size_t i = 0; i < scope_.units_of.size(); ++i) {
      for (const auto unit : scope_.units_of[i]) {
        ++out_.units[unit].actors;
        out_.units[unit].shared_actors += scope_.units_of[i].size() > 1 ? 1U : 0U;
      }
      out_.in_several_units +=
          actors_.inside(ActorId::at(i)) && scope_.units_of[i].size() > 1 ? 1U : 0U;
    }
  }

  std::uint32_t add_unit(UnitKind kind, std::size_t row) {
    CoverageUnit unit;
    unit.kind = kind;
    unit.row = static_cast<std::uint32_t>(row);
    out_.units.push_back(unit);
    return static_cast<std::uint32_t>(out_.units.size() - 1);
  }

  void add_regions() {
    std::vector<std::uint32_t> unit_of(data_.regions.size(), none);
    for (std::size_t r = 0; r < data_.regions.size(); ++r)
      if (data_.regions.rows[r].scheme == actors_.scheme() && actors_.wants(RegionId::at(r)))
        unit_of[r] = add_unit(UnitKind::region, r);
    for (std::size_t i = 0; i < data_.actors.size(); ++i)
      for (const RegionId region : actors_.regions(ActorId::at(i)))
        if (actors_.counts(ActorId::at(i)) && unit_of[region.index()] != none)
          scope_.units_of[i].push_back(unit_of[region.index()]);
  }

  /// Actors with something recorded; the others would be rows without content, and are counted.
  void add_actors() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto actor = ActorId::at(i);
      const bool recorded = relations_.actor_pledge.left_degree(actor) > 0 ||
                            relations_.actor_practice.left_degree(actor) > 0;
      const bool asked_for = data_.actors[actor].kind == ActorKind::state;
      if (actors_.inside(ActorId::at(i)) && (recorded || asked_for))
        scope_.units_of[i].push_back(add_unit(UnitKind::actor, i));
    }
  }

  void add_forums() {
    for (std::size_t f = 0; f < data_.forums.size(); ++f) {
      const auto members = relations_.actor_forum.lefts(ForumId::at(f));
      const bool counts =
          std::any_of(members.begin(), members.end(), [&](ActorId a) { return actors_.inside(a); });
      if (!selection_.forums[f] || !counts) continue;
      const auto unit = add_unit(UnitKind::forum, f);
      for (const ActorId member : members)
        if (actors_.counts(member)) scope_.units_of[member.index()].push_back(unit);
    }
  }

  // --- counting ---

  /// Subjects of a row of pledges or practices.
  template <class RowId>
  SubjectUses subjects_of(const graph::Incidence<RowId, TagId>& relation, RowId row) const {
    SubjectUses out;
    const auto tags = relation.rights(row);
    for (std::size_t i = 0; i < tags.size(); ++i)
      if (const auto s = subject_of_[tags[i].index()]; s != none)
        out.emplace_back(s, relation.left_stated(row, i));
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.first, !a.second) < std::tuple(b.first, !b.second);
    });
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
    return out;
  }

  /// What a row of these actors counts for: everywhere, in the scope, in which units.
  struct Belongs {
    bool counted = false, scoped = false;
    std::vector<std::uint32_t> units;
  };
  Belongs belongs(std::span<const ActorId> actors) const {
    Belongs out;
    for (const ActorId actor : actors) {
      if (!actors_.counts(actor)) continue;
      out.counted = true;
      out.scoped = out.scoped || actors_.inside(actor);
      const auto& own = scope_.units_of[actor.index()];
      out.units.insert(out.units.end(), own.begin(), own.end());
    }
    sort_unique(out.units);
    return out;
  }

  template <class Visit>
  void each_count(const Belongs& row, std::uint32_t subject, Visit visit) {
    if (row.counted) visit(out_.all[subject]);
    if (row.scoped) visit(out_.scope[subject]);
    for (const auto unit : row.units) visit(out_.cells[unit * out_.subjects.size() + subject]);
  }

  void count_pledges() {
    out_.all.resize(out_.subjects.size());
    out_.scope.resize(out_.subjects.size());
    constexpr std::size_t most_cells = 50'000'000;
    if (!out_.subjects.empty() && out_.units.size() > most_cells / out_.subjects.size())
      throw PreconditionError("coverage: more units x subjects than fit in memory; choose fewer");
    out_.cells.resize(out_.units.size() * out_.subjects.size());
    for (std::size_t i = 0; i < data_.pledges.size(); ++i)
      if (selection_.pledges[i]) count_pledge(PledgeId::at(i));
  }

  void count_pledge(PledgeId id) {
    const auto& pledge = data_.pledges[id];
    const auto row = belongs(relations_.actor_pledge.lefts(id));
    const auto status = selection_.seen(pledge.status);
    const auto direction = selection_.seen(pledge.direction);
    const bool ended = status == Status::completed || status == Status::discontinued;
    const auto uses = subjects_of(relations_.pledge_tag, id);
    for (const auto& [subject, stated] : uses)
      each_count(row, subject, [&, is_stated = stated](SubjectCounts& counts) {
        ++counts.pledges;
        counts.pledges_stated += is_stated ? 1U : 0U;
        ++counts.by_status[static_cast<std::size_t>(status)];
        counts.needs += direction == Direction::need && !ended ? 1U : 0U;
        counts.offers += direction == Direction::offer ? 1U : 0U;
      });
    for (const auto unit : row.units) {
      ++out_.units[unit].pledges;
      out_.units[unit].needs += direction == Direction::need && !ended && !uses.empty() ? 1U : 0U;
      out_.units[unit].tagged += uses.empty() ? 0U : 1U;
      out_.units[unit].incidences += uses.size();
    }
    if (!row.scoped) return;
    ++out_.pledges;
    std::vector<std::uint32_t> related;
    for (const TagId tag : relations_.pledge_tag.rights(id))
      related.insert(related.end(), related_to_[tag.index()].begin(),
                     related_to_[tag.index()].end());
    sort_unique(related);
    for (const auto subject : related) ++out_.by_related[subject];
    if (uses.empty()) {
      ++out_.no_subject.pledges;
      ++out_.no_subject.by_status[static_cast<std::size_t>(status)];
    }
  }

  /// Each actor once a subject, however many of its pledges carry it.
  void count_actors() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto actor = ActorId::at(i);
      const auto pledges = relations_.actor_pledge.rights(actor);
      if (!actors_.counts(ActorId::at(i))) continue;
      out_.actors += actors_.inside(ActorId::at(i)) ? 1U : 0U;
      if (pledges.empty()) continue;
      out_.with_pledge += actors_.inside(ActorId::at(i)) ? 1U : 0U;
      out_.in_no_unit += actors_.inside(ActorId::at(i)) && scope_.units_of[i].empty() ? 1U : 0U;
      for (const auto unit : scope_.units_of[i]) ++out_.units[unit].with_pledge;
      std::vector<std::uint32_t> subjects;
      for (const PledgeId pledge : pledges)
        for (const TagId tag : relations_.pledge_tag.rights(pledge))
          if (subject_of_[tag.index()] != none) subjects.push_back(subject_of_[tag.index()]);
      sort_unique(subjects);
      const auto row = belongs(std::span(&actor, 1));
      for (const auto subject : subjects)
        each_count(row, subject, [](SubjectCounts& counts) { ++counts.actors; });
    }
  }

  void count_practices() {
    for (std::size_t i = 0; i < data_.practices.size(); ++i) {
      if (!selection_.practices[i]) continue;
      const auto id = PracticeId::at(i);
      const auto kind = data_.practices[id].kind;
      const auto row = belongs(relations_.actor_practice.lefts(id));
      const auto uses = subjects_of(relations_.practice_tag, id);
      if (kind == PracticeKind::need && !uses.empty())
        for (const auto unit : row.units) ++out_.units[unit].needs;
      for (const auto& [subject, stated] : uses)
        each_count(row, subject, [kind](SubjectCounts& counts) {
          const bool done = kind == PracticeKind::practice || kind == PracticeKind::support_given;
          counts.practices += done ? 1U : 0U;
          counts.needs += kind == PracticeKind::need ? 1U : 0U;
          counts.offers += kind == PracticeKind::support_given ? 1U : 0U;
        });
    }
  }

  void summarise() {
    out_.units_with.assign(out_.subjects.size(), 0);
    for (std::size_t u = 0; u < out_.units.size(); ++u)
      for (std::size_t s = 0; s < out_.subjects.size(); ++s) {
        const auto& cell = out_.at(u, s);
        out_.units[u].covered += cell.pledges > 0 ? 1U : 0U;
        out_.units_with[s] += cell.pledges > 0 ? 1U : 0U;
      }
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const CoverageOptions& options_;
  std::vector<std::uint32_t> subject_of_;               // tag -> subject, or none
  std::vector<std::vector<std::uint32_t>> related_to_;  // tag -> subjects it is related to
  ActorScope actors_;
  CoverageScope scope_;
  Coverage out_;
};

}  // namespace

Coverage find_coverage(const Dataset& data, const Relations& relations, const Selection& selection,
                       const CoverageOptions& options) {
  return CoverageFinder(data, relations, selection, options).run();
}

}  // namespace coopnet
