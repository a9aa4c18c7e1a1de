#include "coopnet/analysis/profile.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/actor_priorities.hpp"

namespace coopnet {
namespace {

class Profiler {
 public:
  Profiler(const Dataset& data, const Relations& relations, const Selection& selection, ActorId who,
           const ProfileOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        who_(who),
        options_(options),
        meetings_(build_meeting_points(relations)),
        graph_(build_actor_graph(meetings_)) {
    out_.who = who;
  }

  Profile run() {
    find_region();
    count_subjects();
    compare();
    find_next();
    find_connectors();
    return std::move(out_);
  }

 private:
  void find_region() {
    const std::string_view scheme =
        options_.scheme.empty() ? data_.primary_scheme() : std::string_view(options_.scheme);
    out_.regions = data_.regions_of(who_, scheme);
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto own = data_.regions_of(ActorId::at(i), scheme);
      const bool there = std::any_of(own.begin(), own.end(), [&](RegionId r) {
        return std::find(out_.regions.begin(), out_.regions.end(), r) != out_.regions.end();
      });
      in_region_.push_back(selection_.actors[i] && there);
      const bool pledged = relations_.actor_pledge.left_degree(ActorId::at(i)) > 0;
      out_.all_actors += selection_.actors[i] ? 1U : 0U;
      out_.all_with_pledge += selection_.actors[i] && pledged ? 1U : 0U;
      out_.region_actors += in_region_.back() ? 1U : 0U;
      out_.region_with_pledge += in_region_.back() && pledged ? 1U : 0U;
    }
  }

  void count_subjects() {
    row_of_.assign(data_.tags.size(), none);
    for (std::size_t t = 0; t < data_.tags.size(); ++t) {
      const auto id = TagId::at(t);
      const bool used = relations_.pledge_tag.right_degree(id) > 0 ||
                        relations_.practice_tag.right_degree(id) > 0;
      if (data_.tags[id].facet != options_.facet || !(data_.tags[id].declared || used)) continue;
      row_of_[t] = static_cast<std::uint32_t>(out_.subjects.size());
      out_.subjects.push_back({.tag = id, .expected = {}, .quotient = {}});
    }
    for (std::size_t i = 0; i < data_.pledges.size(); ++i)
      if (selection_.pledges[i]) count_pledge(PledgeId::at(i));
    for (const PracticeId id : relations_.actor_practice.rights(who_))
      for (const TagId tag : relations_.practice_tag.rights(id)) {
        if (row_of_[tag.index()] == none) continue;
        auto& row = out_.subjects[row_of_[tag.index()]];
        const auto kind = data_.practices[id].kind;
        row.practices +=
            kind == PracticeKind::practice || kind == PracticeKind::support_given ? 1U : 0U;
        row.needs += kind == PracticeKind::need ? 1U : 0U;
        row.plans += kind == PracticeKind::plan ? 1U : 0U;
      }
  }

  void count_pledge(PledgeId id) {
    const auto actors = relations_.actor_pledge.lefts(id);
    const bool own = std::binary_search(actors.begin(), actors.end(), who_);
    const bool near = std::any_of(actors.begin(), actors.end(), [&](ActorId a) {
      return static_cast<bool>(in_region_[a.index()]);
    });
    ++out_.all_pledges;
    out_.region_pledges += near ? 1U : 0U;
    out_.pledges += own ? 1U : 0U;
    bool tagged = false;
    for (const TagId tag : relations_.pledge_tag.rights(id)) {
      if (row_of_[tag.index()] == none) continue;
      auto& row = out_.subjects[row_of_[tag.index()]];
      tagged = true;
      ++row.all;
      row.region += near ? 1U : 0U;
      row.own += own ? 1U : 0U;
    }
    out_.tagged += own && tagged ? 1U : 0U;
  }

  /// Own counts against all others together: two rows of a table of counts.
  void compare() {
    const std::size_t n = out_.subjects.size();
    algo::CountMatrix m{2, n, std::vector<std::uint32_t>(2 * n)};
    std::size_t own = 0, all = 0;
    for (std::size_t s = 0; s < n; ++s) {
      m.count[s] = static_cast<std::uint32_t>(out_.subjects[s].own);
      m.count[n + s] = static_cast<std::uint32_t>(out_.subjects[s].all - out_.subjects[s].own);
      own += out_.subjects[s].own;
      all += out_.subjects[s].all;
    }
    const auto quotients = algo::location_quotients(m);
    for (std::size_t s = 0; s < n; ++s) {
      auto& row = out_.subjects[s];
      row.quotient = quotients[s];
      if (own > 0)
        row.expected =
            static_cast<double>(own) * static_cast<double>(row.all) / static_cast<double>(all);
      row.reading = reading(row, own > 0);
    }
  }

  static ProfileReading reading(const ProfileSubject& row, bool has_pledges) {
    if (row.all == 0) return ProfileReading::none_anywhere;
    if (!has_pledges) return ProfileReading::unknown;
    if (row.own == 0) return ProfileReading::none_here;
    if (row.quotient && row.quotient->low > 1) return ProfileReading::strong;
    if (row.quotient && row.quotient->high < 1) return ProfileReading::fewer;
    return ProfileReading::as_elsewhere;
  }

  // --- next subjects ---

  void find_next() {
    const auto priorities = collect_priorities(data_, relations_, selection_);
    algo::CountMatrix own{1, priorities.columns, {}};
    own.count.assign(priorities.columns, 0);
    for (const auto& use : priorities.of[who_.index()])
      own.count[priorities.column[use.id.index()]] = 1;
    std::vector<TagId> tag_of(priorities.columns);
    for (std::size_t t = 0; t < data_.tags.size(); ++t)
      if (priorities.column[t] != ActorPriorities::none)
        tag_of[priorities.column[t]] = TagId::at(t);
    const auto densities = algo::density(own, priorities.proximity);
    for (const auto& gap : algo::related_gaps(own, densities))
      out_.next.push_back(next(priorities, tag_of, gap));
    out_.next_found = out_.next.size();
    if (options_.top > 0 && out_.next.size() > options_.top) out_.next.resize(options_.top);
  }

  NextSubject next(const ActorPriorities& priorities, const std::vector<TagId>& tag_of,
                   const algo::RelatedGap& gap) const {
    NextSubject out;
    out.tag = tag_of[gap.column];
    out.density = gap.density;
    std::vector<std::pair<double, TagId>> related;
    for (const auto& use : priorities.of[who_.index()]) {
      const auto phi =
          priorities.proximity[gap.column * priorities.columns + priorities.column[use.id.index()]];
      if (phi > 0) related.emplace_back(-phi, use.id);
    }
    std::sort(related.begin(), related.end());
    constexpr std::size_t most = 3;
    for (std::size_t i = 0; i < related.size() && i < most; ++i)
      out.related.push_back(related[i].second);
    std::vector<ActorId> others;
    for (std::size_t i = 0; i < priorities.of.size(); ++i) {
      const auto& uses = priorities.of[i];
      const bool has = std::any_of(uses.begin(), uses.end(),
                                   [&](const TagUse& use) { return use.id == out.tag; });
      if (!has) continue;
      if (graph_.find_edge(who_.value, static_cast<std::uint32_t>(i)))
        out.actors.push_back(ActorId::at(i));
      else
        others.push_back(ActorId::at(i));
    }
    out.with_tie = out.actors.size();
    out.actors.insert(out.actors.end(), others.begin(), others.end());
    return out;
  }

  // --- who connects it ---

  void find_connectors() {
    const auto own = graph_.neighbours(who_.value);
    out_.tied_actors = own.size();
    for (const auto other : own) {
      Connector row;
      row.actor = ActorId(other);
      row.shared = graph_[*graph_.find_edge(who_.value, other)];
      row.champion = !data_.actors[row.actor].champion_known_by.text.empty();
      for (const auto third : graph_.neighbours(other))
        row.leads_to +=
            third != who_.value && !std::binary_search(own.begin(), own.end(), third) ? 1U : 0U;
      out_.connectors.push_back(row);
    }
    std::sort(out_.connectors.begin(), out_.connectors.end(),
              [](const Connector& x, const Connector& y) {
                return std::tuple(y.leads_to, y.shared, x.actor) <
                       std::tuple(x.leads_to, x.shared, y.actor);
              });
    if (options_.top > 0 && out_.connectors.size() > options_.top)
      out_.connectors.resize(options_.top);
  }

  static constexpr std::uint32_t none = ~0U;

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  ActorId who_;
  const ProfileOptions& options_;
  MeetingPoints meetings_;
  ActorGraph graph_;
  std::vector<bool> in_region_;        // by actor
  std::vector<std::uint32_t> row_of_;  // tag -> row of subjects, or none
  Profile out_;
};

}  // namespace

Profile find_profile(const Dataset& data, const Relations& relations, const Selection& selection,
                     ActorId who, const ProfileOptions& options) {
  return Profiler(data, relations, selection, who, options).run();
}

}  // namespace coopnet
