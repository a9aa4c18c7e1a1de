#include "analysis/coverage_gaps.hpp"

#include <algorithm>
#include <tuple>

#include "analysis/coverage_remedy.hpp"

namespace coopnet {
namespace {

class GapFinder {
 public:
  GapFinder(const Dataset& data, const Relations& relations, const Selection& selection,
            const CoverageOptions& options, const CoverageScope& scope, Coverage& out)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        scope_(scope),
        out_(out) {}

  void run() {
    for (const auto& counts : out_.all) incidences_ += counts.pledges;
    out_.silent = incidences_ == 0;
    if (out_.silent && !any_need()) return;
    for (std::uint32_t u = 0; u < out_.units.size(); ++u) {
      const auto& unit = out_.units[u];
      if (unit.pledges > 0 || unit.needs > 0)
        find_gaps_of(u);
      else if (options_.by != UnitKind::actor)
        out_.gaps.push_back(CoverageRow{.unit = u, .gap = CoverageGap::nothing_recorded});
    }
    for (std::uint32_t s = 0; s < out_.subjects.size(); ++s)
      if (scope_.wanted[s]) find_gap_of_all(s);
    order_gaps();
  }

 private:
  bool any_need() const {
    return std::any_of(out_.all.begin(), out_.all.end(),
                       [](const SubjectCounts& counts) { return counts.needs > 0; });
  }

  /// The location quotients of a unit against everybody, the unit included.
  std::vector<std::optional<algo::LocationQuotient>> quotients(std::uint32_t unit) const {
    const std::size_t n = out_.subjects.size();
    algo::CountMatrix m{2, n, std::vector<std::uint32_t>(2 * n)};
    for (std::size_t s = 0; s < n; ++s) {
      m.count[s] = out_.at(unit, s).pledges;
      m.count[n + s] = out_.all[s].pledges - m.count[s];
    }
    auto out = algo::location_quotients(m);
    out.resize(n);
    return out;
  }

  void find_gaps_of(std::uint32_t u) {
    const auto& unit = out_.units[u];
    const auto quotient = quotients(u);
    for (std::uint32_t s = 0; s < out_.subjects.size(); ++s) {
      if (!scope_.wanted[s]) continue;
      const auto& cell = out_.at(u, s);
      CoverageRow row{.unit = u, .subject = s};
      row.observed = cell.pledges;
      row.needs = cell.needs;
      row.offers_anywhere = out_.all[s].offers;
      row.quotient = quotient[s];
      if (incidences_ > 0 && unit.incidences > 0)
        row.expected = static_cast<double>(unit.incidences) *
                       static_cast<double>(out_.all[s].pledges) / static_cast<double>(incidences_);
      const auto gap = gap_of(row, out_.all[s].pledges, unit.pledges > 0);
      if (!gap) continue;
      row.gap = *gap;
      out_.gaps.push_back(row);
    }
  }

  /// A subject without a pledge anywhere, or with an unmet need of somebody who is in no unit.
  void find_gap_of_all(std::uint32_t s) {
    CoverageRow row{.unit = std::nullopt, .subject = s, .gap = CoverageGap::none_anywhere};
    row.observed = out_.scope[s].pledges;
    row.needs = out_.scope[s].needs;
    row.offers_anywhere = out_.all[s].offers;
    bool listed = false;
    for (std::size_t u = 0; u < out_.units.size(); ++u) listed = listed || out_.at(u, s).needs > 0;
    if (row.needs > 0 && row.offers_anywhere == 0 && !listed)
      row.gap = CoverageGap::unmet_need;
    else if (row.needs > 0 || out_.all[s].pledges > 0 || out_.silent)
      return;
    out_.gaps.push_back(row);
  }

  /// What no unit has a pledge on is listed once, for all.
  static std::optional<CoverageGap> gap_of(const CoverageRow& row, std::size_t pledges_anywhere,
                                           bool unit_has_pledges) {
    if (row.needs > 0 && row.offers_anywhere == 0) return CoverageGap::unmet_need;
    if (!unit_has_pledges || pledges_anywhere == 0) return std::nullopt;
    if (row.observed == 0) return CoverageGap::none_here;
    if (row.quotient && row.quotient->high < 1) return CoverageGap::below_expected;
    return std::nullopt;
  }

  static int order_of(CoverageGap gap) {
    switch (gap) {
      case CoverageGap::unmet_need:
        return 0;
      case CoverageGap::none_anywhere:
        return 1;
      case CoverageGap::none_here:
        return 2;
      case CoverageGap::below_expected:
        return 3;
      case CoverageGap::nothing_recorded:
        break;
    }
    return 4;
  }

  void order_gaps() {
    const auto rank = [](const CoverageRow& row) {
      const double missing = row.gap == CoverageGap::unmet_need
                                 ? static_cast<double>(row.needs)
                                 : row.expected.value_or(0) - static_cast<double>(row.observed);
      return std::tuple(order_of(row.gap), -missing, row.unit, row.subject);
    };
    std::sort(out_.gaps.begin(), out_.gaps.end(),
              [&](const CoverageRow& a, const CoverageRow& b) { return rank(a) < rank(b); });
    out_.gaps_found = out_.gaps.size();
    if (options_.top > 0 && out_.gaps.size() > options_.top) out_.gaps.resize(options_.top);
    add_remedies();
  }

  /// Whose records are near: the actors of the unit, or everybody in the scope.
  void add_remedies() {
    std::vector<std::vector<ActorId>> members(out_.units.size() + 1);
    for (std::size_t i = 0; i < scope_.units_of.size(); ++i) {
      for (const auto unit : scope_.units_of[i]) members[unit].push_back(ActorId::at(i));
      if (scope_.actors.inside(ActorId::at(i))) members.back().push_back(ActorId::at(i));
    }
    RemedyFinder remedies(data_, relations_, selection_, scope_.actors);
    for (auto& row : out_.gaps)
      if (row.gap != CoverageGap::nothing_recorded)
        row.remedy = remedies.find(row.unit ? members[*row.unit] : members.back(),
                                   out_.subjects[row.subject].tags);
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const CoverageOptions& options_;
  const CoverageScope& scope_;
  Coverage& out_;
  std::size_t incidences_ = 0;  // pledge and subject, everywhere
};

}  // namespace

void find_coverage_gaps(const Dataset& data, const Relations& relations, const Selection& selection,
                        const CoverageOptions& options, const CoverageScope& scope, Coverage& out) {
  GapFinder(data, relations, selection, options, scope, out).run();
}

}  // namespace coopnet
