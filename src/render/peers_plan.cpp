#include <algorithm>
#include <map>

#include "coopnet/render/names.hpp"
#include "render/peers_words.hpp"
#include "render/views_common.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class PlanTables {
 public:
  PlanTables(const PeerPlan& plan, const PeerPlanOptions& options, const PeersContext& context)
      : plan_(plan), options_(options), data_(context.data), context_(context), words_(context) {}

  std::vector<NamedTable> make() {
    pairs();
    if (!plan_.also_possible.empty()) also_possible();
    if (!plan_.unplanned.empty()) unmatched();
    return std::move(tables_);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  Column column(const char* key, ColumnType type, Importance importance,
                bool marked = false) const {
    return {key, say(std::string("peers.column-") + key), type, importance, marked};
  }
  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }

  void pairs() {
    Table& t = begin("plan", say("peers.caption-plan"));
    t.columns = {column("value", number, essential), column("mentor", text, essential),
                 column("learner", text, essential), column("agenda", list, essential, true),
                 column("firm", text, normal),       column("mentor_id", text, extra),
                 column("learner_id", text, extra),  column("across_regions", text, extra),
                 column("forums", list, extra),      column("agreements", list, extra)};
    for (const auto& row : plan_.pairs) {
      const auto& pair = row.pair;
      t.add({PeersWords::number(pair.value), words_.code(pair.mentor), words_.code(pair.learner),
             agenda(pair), say(row.firm ? "common.yes" : "common.no"), data_.actors[pair.mentor].id,
             data_.actors[pair.learner].id, words_.across(pair), words_.forums(pair),
             words_.agreements(pair.agreements)});
    }
    if (t.rows.empty()) t.empty_reason = why_empty();
    notes(t);
  }

  std::string why_empty() const {
    const bool nobody = plan_.mentors.empty() || plan_.learners.empty();
    if (!nobody && context_.options.minimum > 1)
      return say("peers.empty-plan-minimum", {PeersWords::text(context_.options.minimum)});
    return nobody ? say("peers.empty-group", {plan_.mentors.size(), plan_.learners.size()})
                  : say("peers.empty-plan", {plan_.mentors.size(), plan_.learners.size()});
  }

  /// "6: support given (p-phl-11) for need (p-ken-12)".
  List agenda(const PeerPair& pair) const {
    List out;
    for (const auto& row : pair.objectives) {
      auto demand = row.demand;
      demand.gap = false;  // the table has little room; the factors of each actor tell it
      out.push_back(
          {say("peers.agenda", {words_.tag(row.supply.tag, false), words_.record(row.supply).text,
                                words_.record(demand).text}),
           row.supply.stated && row.demand.stated});
    }
    return out;
  }

  void notes(Table& t) const {
    t.notes.push_back(
        say("peers.plan-counts", {plan_.pairs.size(), plan_.candidates, plan_.mentors.size(),
                                  plan_.learners.size(), context_.as_of}));
    t.notes.push_back(say("peers.plan-capacity", {options_.capacity}));
    if (!data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    if (plan_.pairs.empty()) return;
    t.notes.push_back(
        say("peers.certificate", {PeersWords::text(plan_.total), plan_.pairs.size()}));
    t.notes.push_back(plan_.more_optima   ? say("peers.optima-more", {plan_.optima})
                      : plan_.optima == 1 ? say("peers.optimum-only")
                                          : say("peers.optima", {plan_.optima}));
    t.notes.push_back(words_.formula());
    const bool inferred = std::any_of(plan_.pairs.begin(), plan_.pairs.end(),
                                      [](const auto& row) { return rests_on_inferred(row.pair); });
    if (inferred) t.notes.push_back(say("common.inferred-note"));
  }

  void also_possible() {
    Table& t = begin("also_possible", say("peers.caption-also"));
    t.columns = {column("value", number, essential), column("mentor", text, essential),
                 column("learner", text, essential), column("agenda", list, essential, true),
                 column("mentor_id", text, extra),   column("learner_id", text, extra)};
    for (const auto& pair : plan_.also_possible)
      t.add({PeersWords::number(pair.value), words_.code(pair.mentor), words_.code(pair.learner),
             agenda(pair), data_.actors[pair.mentor].id, data_.actors[pair.learner].id});
    t.notes.push_back(say("peers.note-also"));
  }

  void unmatched() {
    Table& t = begin("unmatched", say("peers.caption-unmatched"));
    t.columns = {column("who", text, essential), column("role", text, essential),
                 column("reason", text, essential), column("candidates", integer, normal),
                 column("id", text, extra)};
    std::size_t mentors = 0;
    for (const auto& row : plan_.unplanned) {
      mentors += row.as_mentor ? 1U : 0U;
      t.add({words_.name(row.actor), say(row.as_mentor ? "peers.as-mentor" : "peers.as-learner"),
             reason(row), row.candidates, data_.actors[row.actor].id});
    }
    t.notes.push_back(say(
        "peers.note-unmatched",
        {mentors, plan_.mentors.size(), plan_.unplanned.size() - mentors, plan_.learners.size()}));
  }

  std::string reason(const UnplannedPeer& row) const {
    switch (row.reason) {
      case NoPeer::nothing_recorded:
        return say(row.as_mentor ? "peers.reason-no-supply" : "peers.reason-no-demand",
                   {words_.scope()});
      case NoPeer::nothing_common:
        return say(row.as_mentor ? "peers.reason-no-learner" : "peers.reason-no-mentor");
      case NoPeer::below_minimum:
        return say("peers.reason-minimum", {PeersWords::text(context_.options.minimum)});
      case NoPeer::spent_elsewhere:
        return say("peers.reason-elsewhere", {row.candidates});
    }
    return {};
  }

  const PeerPlan& plan_;
  const PeerPlanOptions& options_;
  const Dataset& data_;
  const PeersContext& context_;
  PeersWords words_;
  std::vector<NamedTable> tables_;
};

DrawingEdge edge_of(const PeerPair& pair, const PeersWords& words) {
  constexpr std::int64_t hundred = 100;
  DrawingEdge edge;
  edge.style = !pair.regions_known ? 2 : pair.across_regions ? 0 : 1;
  edge.width = static_cast<double>(std::max<std::int64_t>(1, pair.value / hundred));
  edge.directed = true;
  edge.description = words.name(pair.mentor) + " > " + words.name(pair.learner) + ": " +
                     PeersWords::text(pair.value);
  return edge;
}

}  // namespace

std::vector<NamedTable> peer_plan_tables(const PeerPlan& plan, const PeerPlanOptions& options,
                                         const PeersContext& context) {
  return PlanTables(plan, options, context).make();
}

Drawing peer_plan_drawing(const PeerPlan& plan, const PeerPlanOptions& options,
                          const PeersContext& context) {
  const PeersWords words(context);
  const auto& data = context.data;
  Drawing drawing;
  const RegionClusters clusters(data, drawing, context.language);
  const KindShapes kinds(drawing, context.language);
  drawing.styles = {{words.say("synergy.drawing-across"), LinePattern::solid},
                    {words.say("synergy.drawing-within"), LinePattern::dashed},
                    {words.say("synergy.drawing-unknown"), LinePattern::dotted}};
  std::map<ActorId, std::size_t> place;
  const auto node = [&](ActorId actor) {
    const auto [it, is_new] = place.try_emplace(actor, drawing.nodes.size());
    if (is_new)
      drawing.nodes.push_back(
          {data.actors[actor].id, words.code(actor), "", kinds.of(data.actors[actor].kind), 0,
           clusters.of(context.records.regions[actor.index()]), words.name(actor)});
    return it->second;
  };
  for (const auto& row : plan.pairs) {
    auto edge = edge_of(row.pair, words);
    edge.from = node(row.pair.mentor);
    edge.to = node(row.pair.learner);
    drawing.edges.push_back(std::move(edge));
  }
  drawing.title = words.say("peers.drawing-title");
  drawing.subtitle =
      words.say("peers.drawing-subtitle",
                {plan.pairs.size(), options.capacity, plan.mentors.size(), plan.learners.size()});
  drawing.width_measure = words.say("peers.drawing-width");
  sign(drawing, data, context.as_of, context.language);
  return drawing;
}

}  // namespace coopnet::render
