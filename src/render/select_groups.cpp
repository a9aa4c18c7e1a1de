#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/select_view.hpp"
#include "render/select_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

// --- workshops
// ------------------------------------------------------------------------------------

class WorkshopTables {
 public:
  WorkshopTables(const Workshop& workshop, const SelectContext& context)
      : workshop_(workshop), context_(context), words_(context) {}

  std::vector<NamedTable> make() {
    group();
    tags();
    return tables_.take();
  }

 private:
  using Records = std::vector<WorkshopTag::Record>;

  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }

  void group() {
    Table& t = tables_.begin("group", say("select.caption-workshop"));
    t.columns = {words_.column("who", text, essential),
                 words_.column("asks", list, essential, true),
                 words_.column("gives", list, essential, true), words_.column("id", text, extra),
                 words_.column("region_ids", list, extra)};
    for (const ActorId actor : workshop_.group) {
      List asks, gives, regions;
      for (const auto& tag : workshop_.tags) {
        add(asks, tag.askers, actor, tag.tag);
        add(gives, tag.givers, actor, tag.tag);
      }
      const auto& data = *context_.data;
      for (const RegionId r : data.regions_of(actor, data.primary_scheme()))
        regions.push_back({data.regions[r].id});
      t.add({words_.name(actor), asks, gives, data.actors[actor].id,
             regions.empty() ? Cell() : Cell(regions)});
    }
    if (workshop_.group.empty()) t.empty_reason = say("select.workshop-empty");
    group_notes(t);
  }

  void add(List& out, const Records& records, ActorId actor, TagId tag) const {
    for (const auto& record : records)
      if (record.actor == actor) out.push_back({words_.tag(tag), record.stated});
  }

  void group_notes(Table& t) const {
    const auto met = std::count_if(workshop_.tags.begin(), workshop_.tags.end(),
                                   [](const auto& tag) { return tag.gap == WorkshopGap::none; });
    t.notes.push_back(
        say("select.workshop-counts", {met, workshop_.tags.size(), workshop_.group.size(),
                                       workshop_.candidates, words_.counted(), context_.as_of}));
    t.notes.push_back(say("select.workshop-definition"));
    if (!workshop_.group.empty()) {
      t.notes.push_back(say(workshop_.proved ? "select.workshop-proved" : "select.workshop-found"));
      if (workshop_.proved)
        t.notes.push_back(
            workshop_.groups == 1 && !workshop_.more_groups
                ? say("select.workshop-only")
                : say(workshop_.more_groups ? "select.workshop-more" : "select.workshop-groups",
                      {workshop_.groups}));
    }
    for (const auto& tag : workshop_.tags)
      if (tag.gap != WorkshopGap::none)
        t.notes.push_back(say("select.workshop-gap", {words_.tag(tag.tag, true), gap(tag)}));
    if (!context_.data->info.sample_of.empty()) t.notes.push_back(context_.data->info.sample_of);
    inferred_note(t);
  }

  void inferred_note(Table& t) const {
    const auto any = [](const Records& records) {
      return std::any_of(records.begin(), records.end(), [](const auto& r) { return !r.stated; });
    };
    if (std::any_of(workshop_.tags.begin(), workshop_.tags.end(),
                    [&](const auto& tag) { return any(tag.askers) || any(tag.givers); }))
      t.notes.push_back(say("select.workshop-inferred"));
  }

  std::string gap(const WorkshopTag& tag) const {
    switch (tag.gap) {
      case WorkshopGap::no_asker:
        return say("select.gap-no-asker", {tag.givers.size()});
      case WorkshopGap::no_giver:
        return say("select.gap-no-giver", {tag.askers.size()});
      case WorkshopGap::neither:
        return say("select.gap-neither");
      case WorkshopGap::only_one:
        return say("select.gap-only-one", {words_.name(tag.askers.front().actor)});
      case WorkshopGap::none:
        break;
    }
    return say("common.none");
  }

  void tags() {
    Table& t = tables_.begin("tags", say("select.caption-workshop-tags"));
    t.columns = {words_.column("tag", text, essential),
                 words_.column("askers", list, essential, true),
                 words_.column("givers", list, essential, true),
                 words_.column("asking", integer, normal),
                 words_.column("giving", integer, normal),
                 words_.column("tag_id", text, extra)};
    for (const auto& tag : workshop_.tags)
      t.add({words_.tag(tag.tag, true), everybody(tag.askers), everybody(tag.givers),
             tag.askers.size(), tag.givers.size(), context_.data->tags[tag.tag].id});
    t.notes.push_back(say("select.note-workshop-tags", {words_.counted()}));
  }

  List everybody(const Records& records) const {
    List out;
    for (const auto& record : records) out.push_back({words_.code(record.actor), record.stated});
    return out;
  }

  const Workshop& workshop_;
  const SelectContext& context_;
  SelectWords words_;
  TableList tables_;
};

// --- key players
// ----------------------------------------------------------------------------------

class KeyPlayerTables {
 public:
  KeyPlayerTables(const KeyPlayersResult& result, const SelectContext& context)
      : result_(result), context_(context), words_(context) {}

  std::vector<NamedTable> make() {
    if (result_.kind == KeyPlayerKind::reach)
      reach();
    else
      split();
    if (!result_.outside.empty()) outside();
    return tables_.take();
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  ActorId actor(std::uint32_t vertex) const { return result_.actors[vertex]; }
  std::string name(std::uint32_t vertex) const { return words_.name(actor(vertex)); }
  const std::string& id(std::uint32_t vertex) const {
    return context_.data->actors[actor(vertex)].id;
  }
  List codes(const std::vector<std::uint32_t>& vertices) const {
    List out;
    for (const auto v : vertices) out.push_back({words_.code(actor(v))});
    return out;
  }
  std::string in_words(const std::vector<std::uint32_t>& vertices) const {
    std::vector<std::string> names;
    for (const auto v : vertices) names.push_back(words_.code(actor(v)));
    return words_.in_words(names);
  }

  void network_notes(Table& t) const {
    t.notes.push_back(
        say("select.network", {result_.actors.size(), words_.people(), words_.objectives(),
                               context_.filter.objectives.size(), result_.ties, context_.as_of}));
    if (result_.actors.empty()) t.empty_reason = say("select.network-empty", {words_.people()});
  }

  void reach() {
    const auto& best = result_.coverage.best;
    Table& t = tables_.begin("chosen", say("select.caption-reach", {best.sets.size()}));
    t.columns = {
        words_.column("order", integer, essential), words_.column("who", text, essential),
        words_.column("adds", integer, essential),  words_.column("reached", ratio, essential),
        words_.column("firm", text, normal),        words_.column("id", text, extra)};
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < best.sets.size(); ++i) {
      so_far += best.gains[i];
      t.add({i + 1, name(best.sets[i]), best.gains[i],
             Ratio{static_cast<std::int64_t>(so_far),
                   static_cast<std::int64_t>(result_.actors.size())},
             firm(i), id(best.sets[i])});
    }
    network_notes(t);
    if (!best.sets.empty()) reach_notes(t);
    if (!result_.unreached.empty()) unreached();
  }

  Cell firm(std::size_t i) const {
    const auto& firm = result_.coverage.ties.firm;
    if (!result_.optimal || i >= firm.size() || firm[i] == algo::Firmness::unknown) return {};
    return say(firm[i] == algo::Firmness::yes ? "common.yes" : "common.no");
  }

  void reach_notes(Table& t) const {
    const auto& best = result_.coverage.best;
    t.notes.push_back(say("select.reach-definition"));
    t.notes.push_back(result_.optimal ? say("select.reach-proved", {best.sets.size()})
                                      : say("select.reach-bound", {result_.coverage.upper_bound}));
    if (best.sets.size() < result_.k) t.notes.push_back(say("select.reach-enough", {result_.k}));
    if (result_.singles_reach < best.covered)
      t.notes.push_back(
          say("select.reach-singles",
              {result_.singles.size(), in_words(result_.singles), result_.singles_reach}));
    if (!result_.optimal) return;
    const auto& ties = result_.coverage.ties;
    t.notes.push_back(!ties.exact       ? say("select.optima-more", {ties.count})
                      : ties.count == 1 ? say("select.optimum-only")
                                        : say("select.optima", {ties.count - 1}));
  }

  void unreached() {
    Table& t = tables_.begin("unreached", say("select.caption-unreached"));
    t.columns = {words_.column("who", text, essential), words_.column("id", text, extra)};
    for (const auto v : result_.unreached) t.add({name(v), id(v)});
  }

  void split() {
    Table& t = tables_.begin("chosen", result_.cut_pairs == 0
                                           ? say("select.caption-split-none")
                                           : say("select.caption-split", {result_.chosen.size()}));
    t.columns = {words_.column("who", text, essential), words_.column("id", text, extra)};
    // Who links nobody but themselves is not named: any others would do as well.
    if (result_.cut_pairs == 0)
      t.empty_reason =
          say(result_.optimal ? "select.split-none" : "select.split-none-found", {result_.k});
    else
      for (const auto v : result_.chosen) t.add({name(v), id(v)});
    network_notes(t);
    if (!result_.actors.empty()) split_notes(t);
    if (result_.cut_pairs > 0 || result_.before.size() > 1) groups();
  }

  static std::string percent(const std::optional<double>& share) {
    constexpr double hundred = 100;
    return share ? text::fixed(hundred * *share, 1) : "";
  }

  void split_notes(Table& t) const {
    if (result_.fragmentation_before)
      t.notes.push_back(say("select.split-before",
                            {percent(result_.fragmentation_before), result_.before.size()}));
    if (result_.cut_pairs > 0)
      t.notes.push_back(
          say("select.split-after",
              {result_.cut_pairs, percent(result_.fragmentation_after), result_.after.size()}));
    t.notes.push_back(say("select.split-definition"));
    if (result_.cut_pairs == 0) return;
    t.notes.push_back(result_.optimal
                          ? say("select.split-proved", {result_.k})
                          : say("select.split-bound", {result_.k, percent(result_.bound)}));
    if (result_.chosen.size() < result_.k) t.notes.push_back(say("select.split-fewer"));
  }

  void groups() {
    const bool cut = result_.cut_pairs > 0;
    Table& t =
        tables_.begin("groups", say(cut ? "select.caption-groups" : "select.caption-groups-now"));
    t.columns = {words_.column("group", integer, essential),
                 words_.column("actors", integer, essential), words_.column("who", list, essential),
                 words_.column("who_ids", list, extra)};
    std::int64_t number = 0;
    for (const auto& group : cut ? result_.after : result_.before) {
      List ids;
      for (const auto v : group) ids.push_back({id(v)});
      t.add({++number, group.size(), codes(group), ids});
    }
    t.notes.push_back(say("select.note-groups"));
  }

  void outside() {
    Table& t = tables_.begin("outside", say("select.caption-outside", {words_.people()}));
    auto all = result_.actors;
    all.insert(all.end(), result_.outside.begin(), result_.outside.end());
    words_.list_by_region(t, result_.outside, all);
    t.notes.push_back(say("select.note-outside"));
  }

  const KeyPlayersResult& result_;
  const SelectContext& context_;
  SelectWords words_;
  TableList tables_;
};

}  // namespace

std::vector<NamedTable> workshop_tables(const Workshop& workshop, const SelectContext& context) {
  return WorkshopTables(workshop, context).make();
}

std::vector<NamedTable> key_player_tables(const KeyPlayersResult& result,
                                          const SelectContext& context) {
  return KeyPlayerTables(result, context).make();
}

}  // namespace coopnet::render
