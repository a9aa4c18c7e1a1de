#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "render/gaps_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class CoverageTables {
 public:
  CoverageTables(const Coverage& coverage, const CoverageOptions& options,
                 const GapsContext& context)
      : coverage_(coverage),
        options_(options),
        context_(context),
        data_(context.data),
        words_(context, "coverage") {}

  std::vector<NamedTable> make() const { return {subjects(), units(), gaps()}; }

 private:
  std::string facet() const {
    const auto& row = data_.info.facets[options_.facet];
    return options_.by_group ? words_.say("group-of", {row.label}) : row.label;
  }

  std::string subject(std::size_t s) const {
    const auto& subject = coverage_.subjects[s];
    if (subject.group.empty()) return words_.tag(subject.tags.front(), true);
    std::vector<std::string> keys;
    for (const TagId tag : subject.tags) keys.push_back(words_.tag(tag, false));
    return words_.say("group-name", {subject.group, text_list(keys)});
  }

  static std::string text_list(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items) out += (out.empty() ? "" : ", ") + item;
    return out;
  }

  std::string subject_id(std::size_t s) const {
    const auto& subject = coverage_.subjects[s];
    return subject.group.empty() ? data_.tags[subject.tags.front()].id : subject.group;
  }

  std::string unit_name(const CoverageUnit& unit) const {
    switch (unit.kind) {
      case UnitKind::region:
        return words_.region(RegionId(unit.row));
      case UnitKind::actor:
        return words_.code(ActorId(unit.row));
      case UnitKind::forum:
        return words_.forum(ForumId(unit.row));
    }
    return {};
  }

  std::string unit_id(const CoverageUnit& unit) const {
    switch (unit.kind) {
      case UnitKind::region:
        return data_.regions.rows[unit.row].id;
      case UnitKind::actor:
        return data_.actors.rows[unit.row].id;
      case UnitKind::forum:
        return data_.forums.rows[unit.row].id;
    }
    return {};
  }

  std::string units_word() const {
    return words_.say(options_.by == UnitKind::region  ? "units-regions"
                      : options_.by == UnitKind::actor ? "units-actors"
                                                       : "units-forums");
  }

  bool wanted(std::size_t s) const {
    const auto& own = coverage_.subjects[s].tags;
    return options_.tags.empty() || std::any_of(own.begin(), own.end(), [&](TagId tag) {
             return std::find(options_.tags.begin(), options_.tags.end(), tag) !=
                    options_.tags.end();
           });
  }

  // --- coverage ---

  NamedTable subjects() const {
    Table t;
    t.caption = words_.say("caption-subjects", {facet(), words_.where()});
    t.columns = {words_.column("subject", text, essential),
                 words_.column("actors", integer, essential),
                 words_.column("pledges", integer, essential),
                 words_.column("statuses", text, has_related() ? extra : normal),
                 words_.column("practices", integer, has_related() ? extra : normal),
                 words_.column("needs", integer, essential),
                 words_.column("offers", integer, essential),
                 words_.column("units", ratio, coverage_.units.size() > 1 ? normal : extra),
                 words_.column("by_related", integer, has_related() ? normal : extra),
                 words_.column("completed", integer, extra),
                 words_.column("in_progress", integer, extra),
                 words_.column("announced", integer, extra),
                 words_.column("discontinued", integer, extra),
                 words_.column("status_unknown", integer, extra),
                 words_.column("pledges_stated", integer, extra),
                 words_.column("subject_id", text, extra)};
    mark_counts(t,
                {"actors", "pledges", "practices", "needs", "offers", "by_related", "completed",
                 "in_progress", "announced", "discontinued", "status_unknown", "pledges_stated"});
    const bool several = coverage_.units.size() > 1;
    for (std::size_t s = 0; s < coverage_.subjects.size(); ++s) {
      if (!wanted(s)) continue;
      const auto& c = coverage_.scope[s];
      const auto status = [&](Status of) { return c.by_status[static_cast<std::size_t>(of)]; };
      t.add({subject(s), c.actors, c.pledges, statuses(c), c.practices, c.needs, c.offers,
             several ? Cell(Ratio{static_cast<std::int64_t>(coverage_.units_with[s]),
                                  static_cast<std::int64_t>(coverage_.units.size())})
                     : Cell(),
             coverage_.subjects[s].related.empty() ? Cell() : Cell(coverage_.by_related[s]),
             status(Status::completed), status(Status::in_progress), status(Status::announced),
             status(Status::discontinued), status(Status::unknown), c.pledges_stated,
             subject_id(s)});
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-subjects", {facet()});
    subject_notes(t);
    return {"coverage", std::move(t)};
  }

  bool has_related() const {
    return std::any_of(coverage_.subjects.begin(), coverage_.subjects.end(),
                       [](const Subject& subject) { return !subject.related.empty(); });
  }

  /// "2 completed, 1 unknown": the statuses that occur.
  std::string statuses(const SubjectCounts& counts) const {
    std::vector<std::string> parts;
    for (const Status status : {Status::completed, Status::in_progress, Status::announced,
                                Status::discontinued, Status::unknown}) {
      const auto n = counts.by_status[static_cast<std::size_t>(status)];
      std::string key = "status-" + std::string(word(status));
      std::replace(key.begin(), key.end(), '_', '-');
      if (n > 0) parts.push_back(words_.say(key, {n}));
    }
    return text_list(parts);
  }

  void subject_notes(Table& t) const {
    std::size_t zero = 0, all = 0;
    for (std::size_t s = 0; s < coverage_.subjects.size(); ++s) {
      if (!wanted(s)) continue;
      ++all;
      zero += coverage_.scope[s].pledges == 0 ? 1U : 0U;
    }
    t.notes.push_back(
        words_.say("counts", {coverage_.pledges, coverage_.with_pledge, coverage_.actors,
                              words_.where(), zero, all, context_.as_of}));
    if (coverage_.no_subject.pledges > 0)
      t.notes.push_back(words_.say("without-subject", {coverage_.no_subject.pledges}));
    t.notes.push_back(words_.say("definitions"));
    if (coverage_.silent && coverage_.pledges > 0) t.notes.push_back(words_.say("silent"));
    if (has_related()) t.notes.push_back(words_.say("related-note"));
    if (!data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    words_.close(t);
  }

  // --- units ---

  NamedTable units() const {
    Table t;
    t.caption = words_.say("caption-units", {units_word(), facet()});
    t.columns = {words_.column("unit", text, essential),
                 words_.column("unit_actors", integer, essential),
                 words_.column("with_pledge", integer, essential),
                 words_.column("pledges", integer, essential),
                 words_.column("covered", ratio, essential),
                 words_.column("needs", integer, normal),
                 words_.column("shared_actors", integer, normal),
                 words_.column("without_subject", integer, extra),
                 words_.column("unit_id", text, extra)};
    mark_counts(
        t, {"unit_actors", "with_pledge", "pledges", "needs", "shared_actors", "without_subject"});
    for (const auto& unit : coverage_.units)
      t.add({unit_name(unit), unit.actors, unit.with_pledge, unit.pledges,
             Ratio{static_cast<std::int64_t>(unit.covered),
                   static_cast<std::int64_t>(coverage_.subjects.size())},
             unit.needs, unit.shared_actors, unit.pledges - unit.tagged, unit_id(unit)});
    if (t.rows.empty()) t.empty_reason = words_.say("no-units", {units_word()});
    if (!t.rows.empty())
      t.notes.push_back(words_.say(
          "units-note", {coverage_.in_several_units, coverage_.with_pledge, coverage_.pledges}));
    if (coverage_.in_no_unit > 0)
      t.notes.push_back(words_.say("in-no-unit", {coverage_.in_no_unit}));
    words_.close(t);
    return {"units", std::move(t)};
  }

  // --- gaps ---

  NamedTable gaps() const {
    Table t;
    t.caption = words_.say("caption-gaps", {words_.where(), facet()});
    t.columns = {words_.column("unit", text, essential),
                 words_.column("subject", text, essential),
                 words_.column("observed", integer, essential),
                 words_.decimals("expected", 1, essential),
                 words_.column("reason", text, essential),
                 words_.column("remedy", text, essential),
                 words_.column("quotient", number, extra),
                 words_.column("quotient_low", number, extra),
                 words_.column("quotient_high", number, extra),
                 words_.column("needs", integer, extra),
                 words_.column("offers_anywhere", integer, extra),
                 words_.column("unit_id", text, extra),
                 words_.column("subject_id", text, extra),
                 words_.column("reason_code", text, extra),
                 words_.column("remedy_row", text, extra)};
    mark_counts(t, {"observed", "needs", "offers_anywhere"});
    for (auto& c : t.columns) c.undefined = c.type == number;
    for (const auto& row : coverage_.gaps) add_gap(t, row);
    if (t.rows.empty())
      t.empty_reason = words_.say(coverage_.pledges == 0 ? "nothing-at-all"
                                  : coverage_.silent     ? "silent"
                                                         : "no-gaps",
                                  {words_.where()});
    if (coverage_.gaps.size() < coverage_.gaps_found)
      t.notes.push_back(words_.say("gaps-shown", {coverage_.gaps.size(), coverage_.gaps_found}));
    if (!t.rows.empty()) t.notes.push_back(words_.say("expected-note"));
    words_.close(t);
    return {"gaps", std::move(t)};
  }

  void add_gap(Table& t, const CoverageRow& row) const {
    const auto* unit = row.unit ? &coverage_.units[*row.unit] : nullptr;
    const bool silent = row.gap == CoverageGap::nothing_recorded;
    const auto quotient = [&](double algo::LocationQuotient::*part) {
      return row.quotient ? Cell((*row.quotient).*part) : Cell();
    };
    t.add({unit == nullptr ? words_.say("everywhere") : unit_name(*unit),
           silent ? Cell() : Cell(subject(row.subject)), silent ? Cell() : Cell(row.observed),
           row.expected, reason(row), remedy(row), quotient(&algo::LocationQuotient::value),
           quotient(&algo::LocationQuotient::low), quotient(&algo::LocationQuotient::high),
           silent ? Cell() : Cell(row.needs), silent ? Cell() : Cell(row.offers_anywhere),
           unit == nullptr ? Cell() : Cell(unit_id(*unit)),
           silent ? Cell() : Cell(subject_id(row.subject)), reason_code(row.gap),
           remedy_row(row.remedy)});
  }

  static const char* reason_code(CoverageGap gap) {
    switch (gap) {
      case CoverageGap::unmet_need:
        return "unmet_need";
      case CoverageGap::none_here:
        return "none_here";
      case CoverageGap::none_anywhere:
        return "none_anywhere";
      case CoverageGap::below_expected:
        return "below_expected";
      case CoverageGap::nothing_recorded:
        break;
    }
    return "nothing_recorded";
  }

  std::string reason(const CoverageRow& row) const {
    std::string key = std::string("reason-") + reason_code(row.gap);
    std::replace(key.begin(), key.end(), '_', '-');
    const auto elsewhere = row.gap == CoverageGap::nothing_recorded
                               ? 0
                               : coverage_.all[row.subject].pledges - row.observed;
    return words_.say(
        key, {elsewhere, row.needs, row.quotient ? text::fixed(row.quotient->high, 2) : ""});
  }

  std::string remedy(const CoverageRow& row) const {
    const auto& r = row.remedy;
    if (row.gap == CoverageGap::nothing_recorded) return words_.say("remedy-record");
    if (r.practice) {
      const auto& practice = data_.practices[*r.practice];
      return words_.say(practice.kind == PracticeKind::plan ? "remedy-plan" : "remedy-practice",
                        {words_.code(practice.actor), practice.id});
    }
    if (r.pledge && r.forum)
      return words_.say("remedy-peer-forum", {words_.code(*r.actor), data_.pledges[*r.pledge].id,
                                              words_.forum(*r.forum)});
    if (r.pledge)
      return words_.say("remedy-peer", {words_.code(*r.actor), data_.pledges[*r.pledge].id});
    if (r.forum) return words_.say("remedy-forum", {words_.forum(*r.forum)});
    return words_.say("remedy-nobody");
  }

  Cell remedy_row(const CoverageRemedy& r) const {
    if (r.practice) return data_.practices[*r.practice].id;
    if (r.pledge) return data_.pledges[*r.pledge].id;
    if (r.forum) return data_.forums[*r.forum].id;
    return {};
  }

  const Coverage& coverage_;
  const CoverageOptions& options_;
  const GapsContext& context_;
  const Dataset& data_;
  GapsWords words_;
};

}  // namespace

std::vector<NamedTable> coverage_tables(const Coverage& coverage, const CoverageOptions& options,
                                        const GapsContext& context) {
  return CoverageTables(coverage, options, context).make();
}

}  // namespace coopnet::render
