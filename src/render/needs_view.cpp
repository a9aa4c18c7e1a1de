#include "coopnet/render/needs_view.hpp"

#include <algorithm>
#include <cmath>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "render/pair_words.hpp"
#include "render/views_common.hpp"

namespace coopnet::render {
namespace {

class NeedsTables {
 public:
  explicit NeedsTables(const NeedsContext& context)
      : context_(context), problem_(context.problem), table_(context.problem.table) {}

  std::vector<NamedTable> make(const NeedsMatch& result) {
    served(result);
    if (!result.also_possible.empty()) also_possible(result);
    if (!result.open.empty()) open(result);
    if (!result.unused.empty()) unused(result);
    if (!result.floor_curve.empty()) floors(result);
    return std::move(tables_);
  }

  NamedTable unsupported() {
    Table& t = begin("unsupported", say("needs.caption-unsupported"));
    t.columns = {column("pledge", ColumnType::text, Importance::essential),
                 column("nearest", ColumnType::list, Importance::essential),
                 column("pledge_id", ColumnType::text, Importance::extra)};
    std::vector<std::vector<std::uint32_t>> fits(table_.needs.size());
    for (std::uint32_t f = 0; f < table_.fits.size(); ++f) fits[table_.fits[f].need].push_back(f);
    for (std::uint32_t need = 0; need < table_.needs.size(); ++need) {
      auto& own = fits[need];
      std::stable_sort(own.begin(), own.end(), [&](std::uint32_t x, std::uint32_t y) {
        return table_.fits[x].fit > table_.fits[y].fit;
      });
      own.resize(std::min(own.size(), context_.options.nearest));
      t.add({need_name(need), offers_of(own), table_.needs[need].id});
    }
    t.empty_reason = say("needs.unsupported-none");
    t.notes.push_back(say("needs.note-unsupported", {table_.needs.size(), table_.offers.size()}));
    return std::move(tables_.back());
  }

  [[nodiscard]] std::string offer_name(std::uint32_t offer) const {
    return name(table_.offers[offer].id);
  }
  [[nodiscard]] std::string need_name(std::uint32_t need) const {
    return name(table_.needs[need].id);
  }
  [[nodiscard]] std::string fit_text(std::int64_t fit) const {
    if (table_.fit_unit == 1) return std::to_string(fit);
    return text::fixed(static_cast<double>(fit) / static_cast<double>(table_.fit_unit), 2);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }

  /// A row of a dataset in short; in a table of needs and offers the id is all there is.
  [[nodiscard]] std::string name(const std::string& id) const {
    if (context_.data == nullptr) return id;
    const auto& data = *context_.data;
    if (const auto pledge = data.pledges.find(id))
      return pledge_line(data, *pledge, context_.language);
    const auto practice = data.practices.find(id);
    if (!practice) return id;
    const auto& row = data.practices[*practice];
    return actor_code(data, row.actor, context_.language) + ": " +
           (row.summary.empty() ? id : row.summary);
  }

  Column column(const char* key, ColumnType type, Importance importance,
                bool marked = false) const {
    return {key, say(std::string("needs.column-") + key), type, importance, marked};
  }
  Column fit_column() const {
    return column("fit", table_.fit_unit == 1 ? ColumnType::integer : ColumnType::number,
                  Importance::essential);
  }
  Cell fit_cell(std::int64_t fit) const {
    if (table_.fit_unit == 1) return Cell(fit);
    return Cell(static_cast<double>(fit) / static_cast<double>(table_.fit_unit));
  }

  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }

  /// What an offer and a need share; nothing is known of it in a table of needs and offers.
  List shared(std::uint32_t offer, std::uint32_t need) const {
    List out;
    if (problem_.shared.empty()) return out;
    const auto fit = std::lower_bound(
        table_.fits.begin(), table_.fits.end(), std::pair(offer, need),
        [](const auto& x, const auto& key) { return std::pair(x.offer, x.need) < key; });
    for (const auto& tag : problem_.shared[static_cast<std::size_t>(fit - table_.fits.begin())])
      out.push_back({tag_name(*context_.data, tag.tag, context_.language, false),
                     tag.stated_a && tag.stated_b});
    return out;
  }

  void served(const NeedsMatch& result) {
    Table& t = begin("served", say("needs.caption-served"));
    const bool amounts = std::any_of(result.pairs.begin(), result.pairs.end(),
                                     [](const auto& row) { return row.amount != 1; });
    t.columns = {column("offer", ColumnType::text, Importance::essential),
                 column("need", ColumnType::text, Importance::essential), fit_column()};
    if (context_.data != nullptr)
      t.columns.push_back(column("shared", ColumnType::list, Importance::essential, true));
    t.columns.push_back(
        column("amount", ColumnType::integer, amounts ? Importance::essential : Importance::extra));
    if (!result.stable) t.columns.push_back(column("firm", ColumnType::text, Importance::normal));
    t.columns.push_back(column("offer_id", ColumnType::text, Importance::extra));
    t.columns.push_back(column("need_id", ColumnType::text, Importance::extra));
    for (const auto& row : result.pairs) {
      std::vector<Cell> cells{offer_name(row.offer), need_name(row.need), fit_cell(row.fit)};
      if (context_.data != nullptr) cells.emplace_back(shared(row.offer, row.need));
      cells.emplace_back(row.amount);
      if (!result.stable) cells.emplace_back(say(row.firm ? "common.yes" : "common.no"));
      cells.emplace_back(table_.offers[row.offer].id);
      cells.emplace_back(table_.needs[row.need].id);
      t.rows.push_back(std::move(cells));
    }
    if (result.pairs.empty())
      t.empty_reason = result.feasible ? say("needs.empty") : shortage(result);
    notes(t, result);
  }

  std::string shortage(const NeedsMatch& result) const {
    std::vector<std::string> names;
    for (const auto party : result.shortage_parties)
      names.push_back(result.shortage_of_needs ? need_name(party) : offer_name(party));
    return say("needs.infeasible", {context_.options.floor, in_words(names, context_.language),
                                    result.shortage_required, result.shortage_available});
  }

  void notes(Table& t, const NeedsMatch& result) const {
    std::vector<bool> is_served(table_.needs.size());
    for (const auto& row : result.pairs) is_served[row.need] = true;
    const auto served = std::count(is_served.begin(), is_served.end(), true);
    t.notes.push_back(say(
        context_.data == nullptr ? "needs.counts-table" : "needs.counts",
        {served, table_.needs.size(), table_.offers.size(), table_.fits.size(), context_.as_of}));
    const auto unfit = std::count_if(table_.fits.begin(), table_.fits.end(),
                                     [](const auto& fit) { return fit.fit <= 0; });
    if (unfit > 0) t.notes.push_back(say("needs.note-unfit", {unfit, table_.fits.size()}));
    if (result.feasible && !result.pairs.empty()) solution_notes(t, result);
    if (context_.data != nullptr) dataset_notes(t, result);
  }

  void solution_notes(Table& t, const NeedsMatch& result) const {
    if (result.stable) {
      t.notes.push_back(
          say("needs.stable", {fit_text(result.total), fit_text(result.unconstrained_total)}));
      if (result.ties_broken) t.notes.push_back(say("needs.stable-ties"));
      return;
    }
    t.notes.push_back(certificate(result));
    t.notes.push_back(optima(result));
  }

  void dataset_notes(Table& t, const NeedsMatch& result) const {
    const auto& data = *context_.data;
    if (!data.info.sample_of.empty()) t.notes.push_back(data.info.sample_of);
    if (problem_.offers_without_tags + problem_.needs_without_tags > 0)
      t.notes.push_back(say("needs.note-without-tags",
                            {problem_.offers_without_tags, problem_.needs_without_tags}));
    t.notes.push_back(measure_note(data, context_.synergy.measure,
                                   facet_weights_of(data, context_.synergy),
                                   table_.offers.size() + table_.needs.size(), context_.language));
    const bool inferred =
        std::any_of(result.pairs.begin(), result.pairs.end(), [&](const auto& row) {
          const auto list = shared(row.offer, row.need);
          return std::any_of(list.begin(), list.end(), [](const auto& i) { return !i.stated; });
        });
    if (inferred) t.notes.push_back(say("common.inferred-note"));
  }

  std::string certificate(const NeedsMatch& result) const {
    const auto total = fit_text(result.total);
    const auto cost = fit_text(result.unconstrained_total - result.total);
    if (context_.options.leximin) return say("needs.certificate-leximin", {total, cost});
    if (context_.options.floor > 0)
      return say("needs.certificate-floor", {total, context_.options.floor, cost});
    return say("needs.certificate", {total});
  }

  std::string optima(const NeedsMatch& result) const {
    if (result.more_optima) return say("needs.optima-more", {result.optima});
    return result.optima == 1 ? say("needs.optimum-only") : say("needs.optima", {result.optima});
  }

  void also_possible(const NeedsMatch& result) {
    Table& t = begin("also_possible", say("needs.caption-also"));
    t.columns = {column("offer", ColumnType::text, Importance::essential),
                 column("need", ColumnType::text, Importance::essential), fit_column(),
                 column("offer_id", ColumnType::text, Importance::extra),
                 column("need_id", ColumnType::text, Importance::extra)};
    for (const auto& row : result.also_possible)
      t.add({offer_name(row.offer), need_name(row.need), fit_cell(row.fit),
             table_.offers[row.offer].id, table_.needs[row.need].id});
    t.notes.push_back(say("needs.note-also"));
  }

  void open(const NeedsMatch& result) {
    Table& t = begin("open", say("needs.caption-open"));
    t.columns = {column("need", ColumnType::text, Importance::essential),
                 column("received", ColumnType::ratio, Importance::normal),
                 column("reason", ColumnType::text, Importance::essential),
                 column("nearest", ColumnType::list, Importance::normal),
                 column("need_id", ColumnType::text, Importance::extra)};
    for (const auto& row : result.open)
      t.add({need_name(row.need), Ratio{row.received, table_.needs[row.need].capacity}, reason(row),
             offers_of(row.nearest), table_.needs[row.need].id});
    t.notes.push_back(say("needs.note-open", {result.open.size(), table_.needs.size()}));
  }

  std::string reason(const OpenNeed& row) const {
    switch (row.reason) {
      case OpenReason::preferred_elsewhere:
        return say("needs.reason-preferred");
      case OpenReason::no_capacity:
        return say("needs.reason-no-capacity");
      case OpenReason::no_offer:
        return say("needs.reason-no-offer");
      case OpenReason::offers_have_none:
        return say("needs.reason-offers-have-none");
      case OpenReason::all_that_fits:
        return say("needs.reason-all-that-fits");
      case OpenReason::elsewhere: {
        const bool fair = context_.options.leximin || context_.options.floor > 0;
        return say(fair ? "needs.reason-shared-out" : "needs.reason-elsewhere");
      }
    }
    return {};
  }

  /// Offers of these fits with how well they fit.
  List offers_of(const std::vector<std::uint32_t>& fits) const {
    List out;
    for (const auto f : fits)
      out.push_back(
          {say("needs.nearest", {offer_name(table_.fits[f].offer), fit_text(table_.fits[f].fit)})});
    return out;
  }

  void unused(const NeedsMatch& result) {
    Table& t = begin("unused", say("needs.caption-unused"));
    t.columns = {column("offer", ColumnType::text, Importance::essential),
                 column("given", ColumnType::ratio, Importance::essential),
                 column("offer_id", ColumnType::text, Importance::extra)};
    for (const auto& row : result.unused)
      t.add({offer_name(row.offer), Ratio{row.given, table_.offers[row.offer].capacity},
             table_.offers[row.offer].id});
    t.notes.push_back(say("needs.note-unused", {result.unused.size(), table_.offers.size()}));
  }

  void floors(const NeedsMatch& result) {
    Table& t = begin("floors", say("needs.caption-floors"));
    const auto type = table_.fit_unit == 1 ? ColumnType::integer : ColumnType::number;
    t.columns = {column("floor", ColumnType::integer, Importance::essential),
                 column("total", type, Importance::essential),
                 column("cost", type, Importance::essential)};
    const auto best = result.floor_curve.front().total.value_or(0);
    for (const auto& row : result.floor_curve)
      if (row.total) t.add({row.floor, fit_cell(*row.total), fit_cell(best - *row.total)});
    if (!result.floor_curve.back().total)
      t.notes.push_back(say("needs.note-floor-end", {result.floor_curve.back().floor}));
  }

  const NeedsContext& context_;
  const NeedsProblem& problem_;
  const NeedsOffers& table_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::vector<NamedTable> needs_tables(const NeedsMatch& result, const NeedsContext& context) {
  return NeedsTables(context).make(result);
}

NamedTable unsupported_table(const NeedsProblem& problem, const NeedsContext& context) {
  NeedsContext own = context;
  return NeedsTables(
             NeedsContext{problem, own.options, own.data, own.synergy, own.as_of, own.language})
      .unsupported();
}

Drawing needs_drawing(const NeedsMatch& result, const NeedsContext& context) {
  const NeedsTables words(context);
  const auto& table = context.problem.table;
  const auto say = [&](std::string_view key, std::initializer_list<MessageArg> args = {}) {
    return message(context.language, key, args);
  };
  Drawing drawing;
  drawing.layered = true;
  drawing.language = language_code(context.language);
  drawing.kinds = {{say("needs.drawing-offer"), Shape::square},
                   {say("needs.drawing-need"), Shape::circle}};
  drawing.styles = {{say("needs.drawing-firm"), LinePattern::solid},
                    {say("needs.drawing-optional"), LinePattern::dashed}};
  const bool whole = table.fit_unit == 1;
  const double unit = whole ? 1 : 100;  // fits below one are read better in hundredths
  std::vector<std::size_t> offer_node(table.offers.size(), no_cluster);
  std::vector<std::size_t> need_node(table.needs.size(), no_cluster);
  const auto node = [&](std::size_t& at, const std::string& side, const std::string& id,
                        std::size_t kind, std::string name) {
    if (at != no_cluster) return at;
    at = drawing.nodes.size();
    DrawingNode& added = drawing.nodes.emplace_back();
    added.key = side + id;
    added.label = text::shorten_to_width(name, 40);
    added.code = id;
    added.kind = kind;
    added.description = std::move(name);
    return at;
  };
  for (const auto& row : result.pairs) {
    DrawingEdge edge;
    edge.from = node(offer_node[row.offer], "1 ", table.offers[row.offer].id, 0,
                     words.offer_name(row.offer));
    edge.to =
        node(need_node[row.need], "2 ", table.needs[row.need].id, 1, words.need_name(row.need));
    edge.style = row.firm ? 0 : 1;
    edge.width =
        std::round(static_cast<double>(row.fit) * unit / static_cast<double>(table.fit_unit));
    edge.directed = true;
    drawing.edges.push_back(std::move(edge));
  }
  drawing.title = say("needs.drawing-title");
  drawing.subtitle = say("needs.drawing-subtitle",
                         {need_node.size() - static_cast<std::size_t>(std::count(
                                                 need_node.begin(), need_node.end(), no_cluster)),
                          table.needs.size(), table.offers.size()});
  drawing.width_measure = say(whole ? "needs.column-fit" : "needs.drawing-width");
  if (context.data != nullptr) sign(drawing, *context.data, context.as_of, context.language);
  return drawing;
}

}  // namespace coopnet::render
