#include "coopnet/render/match_view.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "coopnet/render/views.hpp"
#include "render/pair_words.hpp"

namespace coopnet::render {
namespace {

class MatchTables {
 public:
  MatchTables(const MatchResult& result, const MatchOptions& options, const SynergyContext& context)
      : result_(result), options_(options), context_(context), data_(context.data) {}

  std::vector<NamedTable> make() {
    pairs();
    if (!result_.also_possible.empty()) also_possible();
    if (!result_.unmatched.empty()) unmatched();
    return std::move(tables_);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }
  bool of_pledges() const { return result_.items.kind == ItemKind::pledges; }
  std::string things() const {
    return say(of_pledges() ? "synergy.of-pledges" : "synergy.of-actors");
  }
  std::string name(std::uint32_t item) const {
    return item_name(result_.items, item, data_, context_.language);
  }
  const std::string& id(std::uint32_t item) const { return item_id(result_.items, item, data_); }

  Cell weight(std::int64_t w) const {
    if (result_.unit == 1) return Cell(w);
    return Cell(static_cast<double>(w) / static_cast<double>(result_.unit));
  }
  std::string weight_text(std::int64_t w) const {
    if (result_.unit == 1) return std::to_string(w);
    return text::fixed(static_cast<double>(w) / static_cast<double>(result_.unit), 2);
  }
  ColumnType weight_type() const {
    return result_.unit == 1 ? ColumnType::integer : ColumnType::number;
  }
  Cell yes_no(bool value) const { return say(value ? "common.yes" : "common.no"); }

  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }

  void pairs() {
    Table& t = begin("pairs", say("match.caption-pairs", {things()}));
    const auto column = [&](const char* key, ColumnType type, Importance importance,
                            bool marked = false) {
      t.columns.push_back({key, say(std::string("match.column-") + key), type, importance, marked});
    };
    using enum ColumnType;
    using enum Importance;
    column("score", weight_type(), essential);
    column("first", text, essential);
    column("second", text, essential);
    column("shared", list, essential, true);
    column("firm", text, normal);
    column("across_regions", text, extra);
    column("forums", list, extra);
    column("agreements", list, extra);
    column("joint_pledges", list, extra);
    column("complementary", list, extra, true);
    column("first_id", text, extra);
    column("first_regions", list, extra);
    column("second_id", text, extra);
    column("second_regions", list, extra);
    column("shared_ids", list, extra, true);
    for (const auto& row : result_.pairs) add(t, row);
    if (result_.pairs.empty()) t.empty_reason = say("match.empty", {result_.items.size()});
    notes(t);
  }

  void add(Table& t, const PartnerPair& row) const {
    const auto& pair = row.pair;
    const auto language = context_.language;
    t.add({weight(row.weight), name(pair.a), name(pair.b),
           shared_list(data_, pair, false, language), yes_no(row.firm),
           pair.regions_known ? yes_no(pair.across_regions) : Cell(), forum_list(data_, pair),
           agreement_list(data_, pair), joint_pledge_list(data_, pair),
           complement_list(data_, pair, language), id(pair.a),
           region_ids(data_, result_.items, pair.a), id(pair.b),
           region_ids(data_, result_.items, pair.b), shared_list(data_, pair, true, language)});
  }

  void notes(Table& t) const {
    const auto& items = result_.items;
    const bool across = context_.options.filter.across_regions;
    t.notes.push_back(say(
        across ? "match.counts-across" : "match.counts",
        {2 * result_.pairs.size(), items.size(), things(), result_.candidates, context_.as_of}));
    if (result_.left_out > 0) t.notes.push_back(say("match.left-out", {result_.left_out}));
    if (!result_.pairs.empty()) {
      t.notes.push_back(say(options_.most_pairs ? "match.certificate-most" : "match.certificate",
                            {weight_text(result_.total), result_.pairs.size()}));
      t.notes.push_back(optima_note());
    }
    if (!data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    if (result_.pairs.empty()) return;
    t.notes.push_back(measure_note(data_, context_.options.measure, result_.facet_weights,
                                   items.size(), context_.language));
    const bool inferred = std::any_of(result_.pairs.begin(), result_.pairs.end(),
                                      [](const auto& row) { return shares_inferred(row.pair); });
    if (inferred) t.notes.push_back(say("common.inferred-note"));
  }

  std::string optima_note() const {
    if (result_.more_optima) return say("match.optima-more", {result_.optima});
    return result_.optima == 1 ? say("match.optimum-only") : say("match.optima", {result_.optima});
  }

  void also_possible() {
    Table& t = begin("also_possible", say("match.caption-also"));
    t.columns = {{"score", say("match.column-score"), weight_type(), Importance::essential},
                 {"first", say("match.column-first"), ColumnType::text, Importance::essential},
                 {"second", say("match.column-second"), ColumnType::text, Importance::essential},
                 {"first_id", say("match.column-first_id"), ColumnType::text, Importance::extra},
                 {"second_id", say("match.column-second_id"), ColumnType::text, Importance::extra}};
    for (const auto& pair : result_.also_possible)
      t.add({weight(pair.weight), name(pair.a), name(pair.b), id(pair.a), id(pair.b)});
    t.notes.push_back(say("match.note-also"));
  }

  void unmatched() {
    Table& t = begin("unmatched", say("match.caption-unmatched"));
    t.columns = {
        {"who", say("match.column-who"), ColumnType::text, Importance::essential},
        {"reason", say("match.column-reason"), ColumnType::text, Importance::essential},
        {"nearest", say("match.column-nearest"), ColumnType::list, Importance::normal},
        {"candidates", say("match.column-candidates"), ColumnType::integer, Importance::extra},
        {"id", say("match.column-id"), ColumnType::text, Importance::extra}};
    for (const auto& row : result_.unmatched)
      t.add({name(row.item), reason(row), nearest(row), row.candidates, id(row.item)});
    t.notes.push_back(
        say("match.note-unmatched", {result_.unmatched.size(), result_.items.size()}));
  }

  std::string reason(const UnmatchedItem& row) const {
    switch (row.reason) {
      case NoPartner::no_tags:
        return say("match.reason-no-tags");
      case NoPartner::no_candidate:
        return say(context_.options.filter.across_regions && result_.items.regions[row.item].empty()
                       ? "match.reason-no-region"
                       : "match.reason-no-candidate");
      case NoPartner::worth_elsewhere:
        return say("match.reason-elsewhere", {row.candidates});
    }
    return {};
  }

  List nearest(const UnmatchedItem& row) const {
    List out;
    for (const auto& candidate : row.nearest)
      out.push_back(
          {candidate.partner
               ? say("match.nearest-with", {name(candidate.item), name(*candidate.partner),
                                            weight_text(candidate.weight)})
               : say("match.nearest", {name(candidate.item), weight_text(candidate.weight)})});
    return out;
  }

  const MatchResult& result_;
  const MatchOptions& options_;
  const SynergyContext& context_;
  const Dataset& data_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::vector<NamedTable> match_tables(const MatchResult& result, const MatchOptions& options,
                                     const SynergyContext& context) {
  return MatchTables(result, options, context).make();
}

Drawing match_drawing(const MatchResult& result, const SynergyContext& context) {
  SynergyResult shown;
  shown.items = result.items;
  shown.facet_weights = result.facet_weights;
  for (const auto& row : result.pairs) shown.pairs.push_back(row.pair);
  Drawing drawing = synergy_drawing(shown, context);
  const auto things =
      message(context.language,
              result.items.kind == ItemKind::pledges ? "synergy.of-pledges" : "synergy.of-actors");
  drawing.layered = true;
  drawing.size_measure.clear();
  drawing.title = message(context.language, "match.drawing-title", {things});
  drawing.subtitle = message(context.language, "match.drawing-subtitle",
                             {2 * result.pairs.size(), result.items.size(), things});
  return drawing;
}

}  // namespace coopnet::render
