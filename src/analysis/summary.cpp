#include "coopnet/analysis/summary.hpp"

#include <algorithm>
#include <array>

namespace coopnet {
namespace {

std::size_t count(const std::vector<bool>& kept) {
  return static_cast<std::size_t>(std::count(kept.begin(), kept.end(), true));
}

class Summariser {
 public:
  Summariser(const Dataset& data, const Relations& relations, const Selection& selection)
      : data_(data), relations_(relations), selection_(selection) {}

  Summary run(std::optional<Day> as_of) {
    totals();
    provenance();
    primary_tags();
    regions();
    kinds();
    pledges();
    gaps();
    if (as_of) ages(*as_of);
    return std::move(out_);
  }

 private:
  template <class Visit>
  void each_pledge(Visit visit) const {
    for (std::size_t i = 0; i < data_.pledges.size(); ++i)
      if (selection_.pledges[i]) visit(PledgeId::at(i), data_.pledges.rows[i]);
  }

  void totals() {
    out_.pledges = count(selection_.pledges);
    out_.practices = count(selection_.practices);
    out_.agreements = count(selection_.agreements);
    out_.events = count(selection_.events);
    out_.actors = count(selection_.actors);
    out_.forums = count(selection_.forums);
    for (const auto& claim : data_.claims) {
      const std::string_view subject = claim.subject;  // "event/E14"
      out_.claims += selection_.holds(data_, subject.substr(subject.find('/') + 1)) ? 1U : 0U;
    }
    out_.memberships = relations_.actor_forum.size();
    for (std::size_t i = 0; i < data_.agreements.size(); ++i)
      if (selection_.agreements[i])
        out_.exchanges_as_agreements +=
            data_.agreements.rows[i].kind == AgreementKind::peer_exchange ? 1U : 0U;
  }

  void provenance() {
    for (std::size_t f = 0; f < data_.info.facets.size(); ++f) {
      if (data_.info.facets[f].weight == 0) continue;
      ProvenanceCount& row = out_.provenance.emplace_back();
      row.facet = f;
      each_pledge([&](PledgeId, const Pledge& pledge) {
        std::size_t here = 0;  // tags that count for the selection
        for (const auto& use : pledge.tags) {
          if (data_.tags[use.id].facet != f) continue;
          ++row.total;
          row.stated += use.stated ? 1U : 0U;
          here += use.stated || !selection_.stated_only ? 1U : 0U;
        }
        row.pledges_without += here == 0 ? 1U : 0U;
      });
    }
  }

  void primary_tags() {
    for (std::size_t t = 0; t < data_.tags.size(); ++t) {
      if (data_.tags.rows[t].facet != data_.info.primary_facet) continue;
      TagCount& row = out_.primary_tags.emplace_back();
      row.tag = TagId::at(t);
      const auto pledges = relations_.pledge_tag.lefts(row.tag);
      row.pledges = pledges.size();
      std::vector<ActorId> actors;
      for (std::size_t p = 0; p < pledges.size(); ++p) {
        row.stated += relations_.pledge_tag.right_stated(row.tag, p) ? 1U : 0U;
        const auto behind = relations_.actor_pledge.lefts(pledges[p]);
        actors.insert(actors.end(), behind.begin(), behind.end());
      }
      std::sort(actors.begin(), actors.end());
      row.actors =
          static_cast<std::size_t>(std::unique(actors.begin(), actors.end()) - actors.begin());
    }
  }

  void regions() {
    const std::string scheme(data_.primary_scheme());
    std::vector<RegionCount> all(data_.regions.size());
    std::vector<std::vector<RegionId>> of(data_.actors.size());
    for (std::size_t i = 0; i < of.size(); ++i) {
      of[i] = data_.regions_of(ActorId::at(i), scheme);
      if (selection_.actors[i])
        for (const RegionId region : of[i]) ++all[region.index()].actors;
    }
    each_pledge([&](PledgeId id, const Pledge&) {
      std::vector<RegionId> touched;
      for (const ActorId actor : relations_.actor_pledge.lefts(id))
        touched.insert(touched.end(), of[actor.index()].begin(), of[actor.index()].end());
      std::sort(touched.begin(), touched.end());
      touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
      for (const RegionId region : touched) ++all[region.index()].pledges;
      out_.pledges_without_region += touched.empty() ? 1U : 0U;
    });
    for (std::size_t i = 0; i < data_.forums.size(); ++i)
      if (selection_.forums[i])
        for (const auto& use : data_.forums.rows[i].regions) ++all[use.id.index()].forums;
    for (std::size_t i = 0; i < all.size(); ++i) {
      all[i].region = RegionId::at(i);
      if (data_.regions.rows[i].scheme == scheme) out_.regions.push_back(all[i]);
    }
  }

  void kinds() {
    constexpr auto kind_count = static_cast<std::size_t>(ActorKind::other) + 1;
    std::array<KindCount, kind_count> all{};
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      if (!selection_.actors[i]) continue;
      const auto& actor = data_.actors.rows[i];
      const bool has_pledge = relations_.actor_pledge.left_degree(ActorId::at(i)) > 0;
      auto& row = all[static_cast<std::size_t>(actor.kind)];
      ++row.actors;
      row.with_pledge += has_pledge ? 1U : 0U;
      if (actor.champion_known_by.text.empty()) continue;
      ++out_.champions;
      out_.champions_with_pledge += has_pledge ? 1U : 0U;
    }
    each_pledge([&](PledgeId id, const Pledge&) {
      std::array<bool, kind_count> seen{};
      for (const ActorId actor : relations_.actor_pledge.lefts(id)) {
        const auto kind = static_cast<std::size_t>(data_.actors[actor].kind);
        if (!seen[kind]) ++all[kind].pledges;
        seen[kind] = true;
      }
    });
    for (std::size_t k = 0; k < kind_count; ++k) {
      all[k].kind = static_cast<ActorKind>(k);
      if (all[k].actors > 0) out_.kinds.push_back(all[k]);
    }
    const auto& states = all[static_cast<std::size_t>(ActorKind::state)];
    out_.states = states.actors;
    out_.states_with_pledge = states.with_pledge;
  }

  void pledges() {
    constexpr auto status_count = static_cast<std::size_t>(Status::discontinued) + 1;
    out_.statuses.resize(status_count);
    for (std::size_t s = 0; s < status_count; ++s) out_.statuses[s].status = static_cast<Status>(s);
    each_pledge([&](PledgeId id, const Pledge& pledge) {
      auto& status = out_.statuses[static_cast<std::size_t>(selection_.seen(pledge.status))];
      ++status.pledges;
      status.stated += pledge.status.stated ? 1U : 0U;
      out_.joint_pledges += relations_.actor_pledge.right_degree(id) > 1 ? 1U : 0U;
      const auto direction = selection_.seen(pledge.direction);
      out_.offers += direction == Direction::offer ? 1U : 0U;
      out_.needs += direction == Direction::need ? 1U : 0U;
      out_.neither += direction == Direction::unknown ? 1U : 0U;
      out_.pledges_without_year += pledge.year.text.empty() ? 1U : 0U;
      out_.pledges_without_source += pledge.source.empty() ? 1U : 0U;
    });
  }

  void gaps() {
    for (std::size_t i = 0; i < data_.practices.size(); ++i)
      if (selection_.practices[i])
        out_.practices_without_year += data_.practices.rows[i].year.text.empty() ? 1U : 0U;
    for (const auto& m : data_.memberships) {
      if (!selection_.actors[m.actor.index()] || !selection_.forums[m.forum.index()]) continue;
      ++out_.membership_rows;
      out_.memberships_undated += m.as_of.text.empty() && m.from.text.empty() ? 1U : 0U;
    }
    for (std::size_t i = 0; i < data_.agreements.size(); ++i)
      if (selection_.agreements[i])
        out_.agreements_undated += data_.agreements.rows[i].year.text.empty() ? 1U : 0U;
  }

  void ages(Day as_of) {
    constexpr int year = 365;
    AgeCount& age = out_.age.emplace();
    each_pledge([&](PledgeId, const Pledge& pledge) {
      const auto& date = pledge.updated.interval ? pledge.updated : pledge.year;
      if (!date.interval) {
        ++age.undated;
        return;
      }
      const int days = as_of.number - date.interval->end.latest.number;
      ++(days <= year ? age.up_to_one_year : days <= 2 * year ? age.up_to_two_years : age.older);
    });
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  Summary out_;
};

}  // namespace

Summary summarise(const Dataset& data, const Relations& relations, const Selection& selection,
                  std::optional<Day> as_of) {
  return Summariser(data, relations, selection).run(as_of);
}

}  // namespace coopnet
