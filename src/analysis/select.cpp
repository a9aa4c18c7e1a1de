#include "coopnet/analysis/select.hpp"

#include <algorithm>
#include <limits>

#include "analysis/select_filter.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

class Collector {
 public:
  Collector(const Dataset& data, const Relations& relations, const Selection& selection,
            const SelectOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        counted_(admitted_actors(data, selection, options.filter)),
        objective_(admitted_objectives(data, options.filter)),
        slot_(data.tags.size()) {
    for (std::size_t t = 0; t < slot_.size(); ++t)
      if (objective_[t]) slot_[t] = ++slots_;
    if (data.actors.size() * (slots_ + 1) > std::numeric_limits<std::uint32_t>::max())
      throw PreconditionError("select: more actors and objectives than 32 bits can number");
    last_row_.assign(data.actors.size() * (slots_ + 1), none);
    place_.assign(last_row_.size(), 0);
  }

  SelectProblem run() {
    switch (options_.of) {
      case SelectKind::pledges:
        pledges();
        break;
      case SelectKind::themes:
        records([&](auto row, const auto& actors, const auto& tags) { theme(row, actors, tags); });
        break;
      case SelectKind::objectives:
        records(
            [&](auto row, const auto& actors, const auto& tags) { objective(row, actors, tags); });
        priorities();
        break;
      case SelectKind::forums:
        forums();
        break;
      case SelectKind::conveners:
        conveners();
        break;
      case SelectKind::sets:
        throw PreconditionError("select: a dataset holds no table of sets");
    }
    return finish();
  }

 private:
  /// Notes that a row which can be chosen covers a unit. What the same row said just before is not
  /// noted again.
  void cover(std::uint32_t row, ActorId actor, std::optional<TagId> tag, bool stated) {
    const auto unit = actor.index() * (slots_ + 1) + (tag ? slot_[tag->index()] : 0);
    if (last_row_[unit] != row) {
      last_row_[unit] = row;
      place_[unit] = covers_.size();
      covers_.push_back(std::uint64_t{row} << 33U | unit << 1U | 1U);
    }
    if (stated) covers_[place_[unit]] &= ~std::uint64_t{1};
  }
  // A cover is one number: row, unit, and 1 unless stated; so sorting puts the stated one first.
  static std::uint32_t row_of(std::uint64_t cover) {
    return static_cast<std::uint32_t>(cover >> 33U);
  }
  static std::uint32_t unit_of(std::uint64_t cover) {
    return static_cast<std::uint32_t>(cover >> 1U);
  }

  /// Each counted actor with each objective of a row, covered by `chosen`.
  template <class Id>
  void cross(std::uint32_t chosen, std::span<const ActorId> actors,
             const graph::Incidence<Id, TagId>& tags, Id row, bool stated = true) {
    const auto own = tags.rights(row);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!objective_[own[i].index()]) continue;
      for (const ActorId actor : actors)
        if (counted_.inside(actor))
          cover(chosen, actor, own[i], stated && tags.left_stated(row, i));
    }
  }

  void pledges() {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i) {
      const auto id = PledgeId::at(i);
      if (!selection_.pledges[i]) continue;
      ++candidates_;
      cross(id.value, relations_.actor_pledge.lefts(id), relations_.pledge_tag, id);
    }
  }

  /// Every pledge and, if asked for, every practice, with its actors and tags.
  template <class Visit>
  void records(Visit visit) {
    seen_.assign(data_.tags.size(), false);
    for (std::size_t i = 0; i < data_.pledges.size(); ++i)
      if (const auto id = PledgeId::at(i); selection_.pledges[i])
        visit(id, relations_.actor_pledge.lefts(id), relations_.pledge_tag);
    for (std::size_t i = 0; options_.practices && i < data_.practices.size(); ++i)
      if (const auto id = PracticeId::at(i); selection_.practices[i])
        visit(id, relations_.actor_practice.lefts(id), relations_.practice_tag);
    candidates_ += static_cast<std::size_t>(std::count(seen_.begin(), seen_.end(), true));
  }

  template <class Id>
  void theme(Id row, std::span<const ActorId> actors, const graph::Incidence<Id, TagId>& tags) {
    static constexpr std::string_view facet_key = "theme";
    const auto facet = data_.find_facet(facet_key);
    const auto own = tags.rights(row);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!facet || data_.tags[own[i]].facet != *facet) continue;
      seen_[own[i].index()] = true;
      cross(own[i].value, actors, tags, row, tags.left_stated(row, i));
    }
  }

  template <class Id>
  void objective(Id row, std::span<const ActorId> actors, const graph::Incidence<Id, TagId>& tags) {
    const auto own = tags.rights(row);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (!objective_[own[i].index()]) continue;
      seen_[own[i].index()] = true;
      for (const ActorId actor : actors)
        if (counted_.inside(actor))
          cover(own[i].value, actor, std::nullopt, tags.left_stated(row, i));
    }
  }

  void priorities() {
    const auto preferred = data_.preferred_tags();
    for (const auto& row : data_.priorities) {
      const auto tag = preferred[row.tag.id.index()];
      const bool seen = row.tag.stated || !selection_.stated_only;
      if (seen && counted_.inside(row.actor) && objective_[tag.index()])
        cover(tag.value, row.actor, std::nullopt, row.tag.stated);
    }
  }

  void forums() {
    for (std::size_t i = 0; i < data_.forums.size(); ++i) {
      const auto id = ForumId::at(i);
      if (!selection_.forums[i]) continue;
      ++candidates_;
      cross(id.value, relations_.actor_forum.lefts(id), relations_.forum_tag, id);
    }
  }

  void conveners() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto id = ActorId::at(i);
      if (!counted_.inside(id)) continue;
      ++candidates_;
      shared(id, relations_.actor_forum, relations_.forum_tag);
      shared(id, relations_.actor_agreement, relations_.agreement_tag);
      shared(id, relations_.actor_pledge, relations_.pledge_tag);
    }
  }

  template <class Id>
  void shared(ActorId convener, const graph::Incidence<ActorId, Id>& members,
              const graph::Incidence<Id, TagId>& tags) {
    for (const Id row : members.rights(convener))
      cross(convener.value, members.lefts(row), tags, row);
  }

  SelectProblem finish() {
    std::sort(covers_.begin(), covers_.end());
    const auto same = [](std::uint64_t x, std::uint64_t y) { return x >> 1U == y >> 1U; };
    covers_.erase(std::unique(covers_.begin(), covers_.end(), same), covers_.end());
    SelectProblem out;
    const auto element = number_units(out);
    for (std::size_t i = 0; i < covers_.size(); ++i) {
      out.sets.element.push_back(element[unit_of(covers_[i])]);
      out.stated.push_back((covers_[i] & 1U) == 0);
      if (i + 1 < covers_.size() && row_of(covers_[i + 1]) == row_of(covers_[i])) continue;
      out.rows.push_back(row_of(covers_[i]));
      out.sets.begin.push_back(static_cast<std::uint32_t>(out.sets.element.size()));
    }
    out.sets.weight.assign(out.units.size(), 1);
    out.candidates = std::max(candidates_, out.rows.size());
    population(out);
    return out;
  }

  /// The units that anything covers, and the element of each.
  std::vector<std::uint32_t> number_units(SelectProblem& out) const {
    std::vector<std::uint32_t> element(last_row_.size(), none);
    for (const auto c : covers_) element[unit_of(c)] = 0;
    std::vector<TagId> tag_of(slots_ + 1);
    for (std::size_t t = 0; t < slot_.size(); ++t)
      if (objective_[t]) tag_of[slot_[t]] = TagId::at(t);
    for (std::size_t u = 0; u < element.size(); ++u) {
      if (element[u] == none) continue;
      element[u] = static_cast<std::uint32_t>(out.units.size());
      const auto slot = u % (slots_ + 1);
      out.units.push_back(
          {ActorId::at(u / (slots_ + 1)), slot > 0 ? std::optional(tag_of[slot]) : std::nullopt});
    }
    return element;
  }

  void population(SelectProblem& out) const {
    std::vector<bool> has_unit(data_.actors.size());
    for (const auto& unit : out.units) has_unit[unit.actor.index()] = true;
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      if (!counted_.inside(ActorId::at(i))) continue;
      out.actors.push_back(ActorId::at(i));
      if (!has_unit[i]) out.without.push_back(ActorId::at(i));
    }
    for (std::size_t t = 0; t < objective_.size(); ++t)
      if (objective_[t]) out.objectives.push_back(TagId::at(t));
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const SelectOptions& options_;
  ActorScope counted_;
  std::vector<bool> objective_, seen_;
  std::vector<std::size_t> slot_;  // tag -> its place among the objectives, from 1
  std::size_t slots_ = 0;
  std::vector<std::uint32_t> last_row_;  // unit -> row that covered it last
  std::vector<std::size_t> place_;       // unit -> where that stands in covers_
  std::vector<std::uint64_t> covers_;
  std::size_t candidates_ = 0;
};

void take(SelectResult& out, algo::Coverage&& found) {
  out.best = std::move(found.best);
  out.greedy = std::move(found.greedy);
  out.coverable = found.coverable;
  out.upper_bound = found.upper_bound;
  out.optimal = found.optimal;
  out.ties = std::move(found.ties);
}

void take(SelectResult& out, algo::MinimumCover&& found) {
  out.covers_all = true;
  out.best = std::move(found.best);
  out.greedy = std::move(found.greedy);
  out.coverable = out.upper_bound = found.coverable;
  out.lower_bound = found.lower_bound;
  out.optimal = found.optimal;
  out.ties = std::move(found.ties);
}

/// What stays uncovered, and how much of what is covered nobody states.
void describe(SelectResult& out) {
  const auto& sets = out.problem.sets;
  std::vector<bool> covered(sets.weight.size()), stated(sets.weight.size());
  for (const auto s : out.best.sets)
    for (auto p = sets.begin[s]; p < sets.begin[s + 1]; ++p) {
      covered[sets.element[p]] = true;
      if (out.problem.stated[p]) stated[sets.element[p]] = true;
    }
  for (std::uint32_t e = 0; e < covered.size(); ++e) {
    if (!covered[e]) out.uncovered.push_back(e);
    if (covered[e] && !stated[e]) ++out.inferred;
  }
}

}  // namespace

SelectProblem collect_cover(const Dataset& data, const Relations& relations,
                            const Selection& selection, const SelectOptions& options) {
  return Collector(data, relations, selection, options).run();
}

SelectProblem collect_cover(const CoverTable& table) {
  SelectProblem out;
  out.candidates = table.sets.size();
  out.sets.weight.assign(table.elements.size(), 1);
  for (std::uint32_t s = 0; s < table.sets.size(); ++s) out.rows.push_back(s);
  std::size_t at = 0;
  for (const auto s : out.rows) {
    for (; at < table.members.size() && table.members[at].first == s; ++at)
      out.sets.element.push_back(table.members[at].second);
    out.sets.begin.push_back(static_cast<std::uint32_t>(out.sets.element.size()));
  }
  out.stated.assign(out.sets.element.size(), true);
  return out;
}

SelectResult select_cover(SelectProblem problem, const SelectOptions& options, Progress* progress) {
  SelectResult out;
  out.of = options.of;
  out.k = options.k;
  out.problem = std::move(problem);
  const auto& sets = out.problem.sets;
  if (out.k) {
    auto found = algo::maximum_coverage(sets, *out.k, options.search, progress);
    if (algo::verify(sets, *out.k, found) != algo::CoverageFault::none)
      throw InternalError("the choice found does not pass its check");
    take(out, std::move(found));
  }
  if (!out.k || out.best.covered == out.coverable) {
    auto cover = algo::minimum_cover(sets, options.search, progress);
    if (algo::verify(sets, cover) != algo::CoverageFault::none)
      throw InternalError("the cover found does not pass its check");
    if (!out.k || cover.best.sets.size() <= *out.k) take(out, std::move(cover));
  }
  describe(out);
  return out;
}

}  // namespace coopnet
