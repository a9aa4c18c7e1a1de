#include "coopnet/render/peers_view.hpp"

#include <algorithm>
#include <span>

#include "coopnet/render/names.hpp"
#include "render/peers_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class PeersTables {
 public:
  PeersTables(const PeersResult& result, const PeersContext& context)
      : result_(result), context_(context), data_(context.data), words_(context) {}

  std::vector<NamedTable> make() {
    list(result_.learn_from, true);
    list(result_.help, false);
    records();
    factors();
    return std::move(tables_);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  const PeerProfile& own() const { return context_.records.profiles[result_.who.index()]; }
  std::string who() const { return words_.name(result_.who); }

  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }
  Column column(const char* key, ColumnType type, Importance importance,
                bool marked = false) const {
    return {key, say(std::string("peers.column-") + key), type, importance, marked};
  }

  // --- learn_from, help ---

  void list(const PeerList& peers, bool learning) {
    Table& t = begin(learning ? "learn_from" : "help",
                     say(learning ? "peers.caption-learn" : "peers.caption-help", {who()}));
    t.columns = {column("rank", integer, essential),
                 column("value", number, essential),
                 column("who", text, essential),
                 column("objectives", ColumnType::list, essential, true),
                 column("ties", ColumnType::list, normal),
                 column("across_regions", text, normal),
                 column("id", text, extra),
                 column("objective_ids", ColumnType::list, extra, true),
                 column("forums", ColumnType::list, extra),
                 column("agreements", ColumnType::list, extra)};
    for (const auto& row : peers.peers) {
      const auto& pair = row.pair;
      const ActorId peer = learning ? pair.mentor : pair.learner;
      t.add({row.rank, PeersWords::number(pair.value), words_.name(peer),
             words_.objectives(pair, false), words_.ties(pair), words_.across(pair),
             data_.actors[peer].id, words_.objectives(pair, true), words_.forums(pair),
             words_.agreements(pair.agreements)});
    }
    if (peers.peers.empty()) t.empty_reason = why_empty(peers, learning);
    notes(t, peers, learning);
  }

  std::string peers_considered() const {
    const auto& kinds = context_.options.filter.kinds;
    return words_.kinds(kinds.empty() ? std::vector{data_.actors[result_.who].kind} : kinds);
  }

  std::string why_empty(const PeerList& peers, bool learning) const {
    if (peers.highest > 0)
      return say("peers.empty-minimum",
                 {PeersWords::text(context_.options.minimum), PeersWords::text(peers.highest)});
    const auto scope = words_.scope();
    if (learning ? silent(own().demand) : silent(own().supply))
      return say(learning ? "peers.empty-no-demand" : "peers.empty-no-supply", {who(), scope});
    return say(learning ? "peers.empty-no-mentor" : "peers.empty-no-learner",
               {who(), result_.considered, peers_considered(), scope});
  }

  /// Nothing recorded on an objective that counts.
  template <class Record>
  bool silent(const std::vector<Record>& records) const {
    const auto& wanted = context_.options.filter.objectives;
    return std::none_of(records.begin(), records.end(), [&](const Record& r) {
      return wanted.empty() || std::find(wanted.begin(), wanted.end(), r.tag) != wanted.end();
    });
  }

  void notes(Table& t, const PeerList& peers, bool learning) const {
    const std::string key = peers.found == 0 ? "peers.counts-none-" : "peers.counts-";
    t.notes.push_back(
        say(key + (learning ? "learn" : "help"),
            {peers.peers.size(), peers.found, who(), result_.considered, peers_considered(),
             learning ? result_.with_supply : result_.with_demand, context_.as_of}));
    if (peers.tied_beyond > 0) t.notes.push_back(say("peers.tied", {peers.tied_beyond}));
    if (!context_.options.filter.objectives.empty()) {
      std::vector<std::string> names;
      for (const TagId tag : context_.options.filter.objectives)
        names.push_back(words_.tag(tag, true));
      t.notes.push_back(say("peers.objectives-only", {in_words(names, context_.language)}));
    }
    if (learning && !data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    const bool inferred = std::any_of(peers.peers.begin(), peers.peers.end(),
                                      [](const auto& row) { return rests_on_inferred(row.pair); });
    if (inferred) t.notes.push_back(say("common.inferred-note"));
  }

  // --- records ---

  void records() {
    Table& t = begin("records", say("peers.caption-records", {who()}));
    t.columns = {column("objective", text, essential),    column("shares", text, essential, true),
                 column("asks", text, essential, true),   column("peers_sharing", integer, normal),
                 column("peers_asking", integer, normal), column("objective_id", text, extra),
                 column("supply", integer, extra),        column("demand", integer, extra),
                 column("rarity", number, extra),         column("carriers", integer, extra)};
    mark_counts(t, {"peers_sharing", "peers_asking", "carriers"});
    for (const TagId tag : own().tags) add_record(t, tag);
    if (own().tags.empty())
      t.empty_reason = own().rows() == 0 ? say("peers.nothing-recorded", {who()})
                                         : say("peers.no-objective", {who(), own().rows()});
    if (own().rows() > 0) t.notes.push_back(row_counts());
    exchanges(t);
    what_to_record(t);
    const auto inferred = [](const auto& r) { return !r.stated; };
    if (std::any_of(own().supply.begin(), own().supply.end(), inferred) ||
        std::any_of(own().demand.begin(), own().demand.end(), inferred))
      t.notes.push_back(say("common.inferred-note"));
  }

  template <class Record>
  static const Record* on(const std::vector<Record>& records, TagId tag) {
    const auto it =
        std::find_if(records.begin(), records.end(), [&](const Record& r) { return r.tag == tag; });
    return it == records.end() ? nullptr : &*it;
  }

  void add_record(Table& t, TagId tag) const {
    const auto* shares = on(own().supply, tag);
    const auto* asks = on(own().demand, tag);
    const auto cell = [&](const auto* record) {
      return record == nullptr ? Cell() : Cell(words_.record(*record));
    };
    const auto score = [](const auto* record) { return record == nullptr ? 0 : points(*record); };
    const auto at = tag.index();
    t.add({words_.tag(tag, true), cell(shares), cell(asks), result_.sharing[at], result_.asking[at],
           data_.tags[tag].id, score(shares), score(asks),
           PeersWords::number(context_.records.rarity[at]), context_.records.carriers[at]});
  }

  std::string row_counts() const {
    const auto rows = [&](PracticeKind kind) {
      return own().practices[static_cast<std::size_t>(kind)];
    };
    return say("peers.row-counts", {who(), own().pledges, rows(PracticeKind::practice),
                                    rows(PracticeKind::support_given), rows(PracticeKind::plan),
                                    rows(PracticeKind::need), own().priorities});
  }

  /// From whom it learned before, and who learned from it.
  void exchanges(Table& t) const {
    const auto note = [&](const char* key, std::span<const ActorId> others) {
      std::vector<std::string> names;
      for (const ActorId other : others) names.push_back(words_.name(other));
      if (!names.empty()) t.notes.push_back(say(key, {who(), in_words(names, context_.language)}));
    };
    note("peers.exchanges-learned", context_.relations.exchange.lefts(result_.who));
    note("peers.exchanges-shared", context_.relations.exchange.rights(result_.who));
  }

  void what_to_record(Table& t) const {
    const bool rows_left_out = context_.stated_only && own().rows() > 0;
    if (own().demand.empty() && !rows_left_out)
      t.notes.push_back(say("peers.record-demand", {who()}));
    if (own().supply.empty() && !rows_left_out)
      t.notes.push_back(say("peers.record-supply", {who()}));
    if (context_.records.regions[result_.who.index()].empty() && !data_.regions.empty())
      t.notes.push_back(say("peers.record-region", {who()}));
    if (context_.stated_only) t.notes.push_back(say("peers.stated-only"));
  }

  // --- factors ---

  void factors() {
    Table& t = begin("factors", say("peers.caption-factors"));
    t.columns = {column("mentor", text, essential),  column("learner", text, essential),
                 column("factor", text, essential),  column("because", text, essential, true),
                 column("counted", text, normal),    column("points", number, essential),
                 column("row", text, extra),         column("objective_id", text, extra),
                 column("supply", integer, extra),   column("demand", integer, extra),
                 column("rarity", number, extra),    column("mentor_row", text, extra),
                 column("mentor_says", text, extra), column("learner_row", text, extra),
                 column("learner_says", text, extra)};
    for (const auto& row : result_.learn_from.peers) add_factors(t, row.pair);
    for (const auto& row : result_.help.peers) add_factors(t, row.pair);
    if (t.rows.empty()) t.empty_reason = say("peers.empty-factors");
    if (!t.rows.empty()) t.notes.push_back(words_.formula());
  }

  void add_factors(Table& t, const PeerPair& pair) const {
    std::int64_t base = 0;
    for (const auto& row : pair.objectives) {
      add_objective(t, pair, row);
      base += row.points;
    }
    const auto add = [&](const char* kind, std::string because, std::string counted,
                         std::int64_t score) {
      t.add({words_.code(pair.mentor), words_.code(pair.learner),
             say(std::string("peers.factor-") + kind), std::move(because), std::move(counted),
             PeersWords::number(score), kind, Cell(), Cell(), Cell(), Cell(), Cell(), Cell(),
             Cell(), Cell()});
    };
    const auto share = [&](std::uint32_t percent) {
      return say("peers.counted-percent", {percent, PeersWords::text(base)});
    };
    const auto& bonus = context_.options.bonus;
    if (!pair.forums.empty())
      add("forum", joined(words_.forums(pair)), share(bonus.forum), pair.forum_points);
    if (!pair.agreements.empty())
      add("tie", joined(words_.agreements(pair.agreements)), share(bonus.tie), pair.tie_points);
    if (pair.across_regions)
      add("across",
          say("peers.regions-of-two",
              {words_.region_names(pair.mentor), words_.region_names(pair.learner)}),
          share(bonus.across), pair.across_points);
    add("sum", say("peers.sum-of-rows"), "", pair.value);
  }

  void add_objective(Table& t, const PeerPair& pair, const PeerObjective& row) const {
    const auto known = [](std::string words) { return words.empty() ? Cell() : Cell(words); };
    const auto supply = words_.record(row.supply);
    const auto demand = words_.record(row.demand);
    const auto rarity = context_.records.rarity[row.supply.tag.index()];
    t.add({words_.code(pair.mentor), words_.code(pair.learner), words_.tag(row.supply.tag, false),
           Item{say("peers.because", {supply.text, demand.text}), supply.stated && demand.stated},
           say("peers.counted-product",
               {points(row.supply), points(row.demand), PeersWords::text(rarity)}),
           PeersWords::number(row.points), "objective", data_.tags[row.supply.tag].id,
           points(row.supply), points(row.demand), PeersWords::number(rarity),
           known(words_.row_id(row.supply)), known(words_.row_text(row.supply)),
           known(words_.row_id(row.demand)), known(words_.row_text(row.demand))});
  }

  std::string joined(const List& list) const {
    std::vector<std::string> texts;
    for (const auto& item : list) texts.push_back(item.text);
    return in_words(texts, context_.language);
  }

  const PeersResult& result_;
  const PeersContext& context_;
  const Dataset& data_;
  PeersWords words_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::vector<NamedTable> peers_tables(const PeersResult& result, const PeersContext& context) {
  return PeersTables(result, context).make();
}

}  // namespace coopnet::render
