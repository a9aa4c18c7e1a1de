#include "coopnet/render/diff_view.hpp"

#include <array>

#include "coopnet/model/builder.hpp"
#include "coopnet/render/names.hpp"
#include "render/diff_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class DiffTables {
 public:
  DiffTables(const DatasetDiff& diff, const DiffContext& context)
      : diff_(diff), context_(context), words_(context) {}

  std::vector<NamedTable> make() const {
    return {{"datasets", datasets()},
            {"pledges", pledges()},
            {"actors", actors()},
            {"actor_groups", groups()},
            {"status", statuses()},
            {"synergies", diff_synergies(diff_, context_)},
            {"coverage", diff_coverage(diff_, context_)}};
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }

  /// The side on which something is recorded, the later one first.
  const DiffSide& side_of(bool after) const { return after ? context_.after : context_.before; }

  // --- what is compared ---

  Table datasets() const {
    Table t;
    t.caption = say("caption-datasets");
    t.columns = {
        words_.column("side", text, essential),      words_.column("title", text, essential),
        words_.column("as_of", text, essential),     words_.column("pledges", integer, essential),
        words_.column("actors", integer, essential), words_.column("framework", text, extra),
        words_.column("content_hash", text, extra)};
    for (const bool after : {false, true}) {
      const auto& info = side_of(after).data.info;
      const auto hash = content_hash(side_of(after).data);
      t.add({say(after ? "side-after" : "side-before"), title_of(info), known(info.as_of),
             after ? diff_.pledges_after : diff_.pledges_before, after ? all().after : all().before,
             known(info.framework), hash});
      t.notes.push_back(say(after ? "hash-after" : "hash-before", {hash}));
    }
    std::array<std::size_t, 4> changes{};
    for (const auto& pledge : diff_.pledges) ++changes[static_cast<std::size_t>(pledge.change)];
    t.notes.push_back(
        say("pledge-counts", {changes[0], changes[1], changes[2], changes[3], diff_.unchanged}));
    add_frame_notes(t);
    words_.close(t);
    return t;
  }

  void add_frame_notes(Table& t) const {
    const auto& before = context_.before.data;
    const auto& after = context_.after.data;
    const auto frame = compare_frames(before, after);
    if (!frame.same_framework)
      t.notes.push_back(say("other-framework", {before.info.framework, after.info.framework}));
    if (!frame.objectives_only_before.empty())
      t.notes.push_back(say("objectives-only-before",
                            {in_words(frame.objectives_only_before, context_.language)}));
    if (!frame.objectives_only_after.empty())
      t.notes.push_back(
          say("objectives-only-after", {in_words(frame.objectives_only_after, context_.language)}));
    if (context_.options.scheme.empty()) t.notes.push_back(say("no-scheme"));
  }

  std::string title_of(const DatasetInfo& info) const {
    return info.title.empty() ? say("no-title") : info.title;
  }
  static Cell known(const std::string& text) { return text.empty() ? Cell() : Cell(text); }
  const GroupDifference& all() const {
    static const GroupDifference none;
    return diff_.groups.empty() ? none : diff_.groups.front();
  }

  // --- pledges ---

  Table pledges() const {
    Table t;
    t.caption = say("caption-pledges");
    t.columns = {words_.column("change", text, essential), words_.column("pledge", text, essential),
                 words_.column("field", text, essential),  words_.column("before", text, essential),
                 words_.column("after", text, essential),  words_.column("what", text, normal),
                 words_.column("id_before", text, extra),  words_.column("id_after", text, extra)};
    for (auto& column : t.columns)
      column.undefined = column.key == "field" || column.key == "what" ||
                         column.key == "id_before" || column.key == "id_after";
    for (const auto& pledge : diff_.pledges) add_pledge(t, pledge);
    if (t.rows.empty()) t.empty_reason = say("no-pledges");
    words_.close(t);
    return t;
  }

  void add_pledge(Table& t, const PledgeDifference& pledge) const {
    static constexpr std::array keys{"change-added", "change-removed", "change-renamed",
                                     "change-changed"};
    const auto change = say(keys[static_cast<std::size_t>(pledge.change)]);
    const auto line = pledge.after
                          ? pledge_line(context_.after.data, *pledge.after, context_.language)
                          : pledge_line(context_.before.data, *pledge.before, context_.language);
    const Cell before =
        pledge.before ? Cell(context_.before.data.pledges[*pledge.before].id) : Cell();
    const Cell after = pledge.after ? Cell(context_.after.data.pledges[*pledge.after].id) : Cell();
    const auto whether = [&](const Cell& id) {
      return say(id.unknown() ? "not-recorded-before" : "recorded");
    };
    if (pledge.change == PledgeChange::added || pledge.change == PledgeChange::removed)
      t.add({change, line, Cell(), whether(before), whether(after), Cell(), before, after});
    if (pledge.change == PledgeChange::renamed)
      t.add({change, line, "id", before, after, say("what-value"), before, after});
    for (const auto& field : pledge.fields)
      t.add({say("change-changed"), line, field.field, known(field.before), known(field.after),
             say(field.evidence_only ? "what-evidence" : "what-value"), before, after});
  }

  // --- actors ---

  Table actors() const {
    Table t;
    t.caption = say("caption-actors");
    t.columns = {words_.column("change", text, essential),
                 words_.column("actor", text, essential),
                 words_.column("kind", text, normal),
                 words_.column("regions", list, normal),
                 words_.column("pledges_before", integer, essential),
                 words_.column("pledges_after", integer, essential),
                 words_.column("id", text, extra)};
    static constexpr std::array keys{"change-joined", "change-left", "change-returning"};
    for (const auto& actor : diff_.actors) {
      const auto& data = side_of(actor.after.has_value()).data;
      const ActorId id = actor.after ? *actor.after : *actor.before;
      List regions;
      if (!context_.options.scheme.empty())
        for (const RegionId region : data.regions_of(id, context_.options.scheme))
          regions.push_back({region_name(data, region, context_.language)});
      t.add({say(keys[static_cast<std::size_t>(actor.change)]),
             actor_name(data, id, context_.language), std::string(word(data.actors[id].kind)),
             regions.empty() ? Cell() : Cell(regions), actor.pledges_before, actor.pledges_after,
             data.actors[id].id});
    }
    if (t.rows.empty()) t.empty_reason = say("no-actors");
    t.notes.push_back(say(diff_.rounds_known ? "returning-note" : "no-rounds"));
    words_.close(t);
    return t;
  }

  Table groups() const {
    Table t;
    t.caption = say("caption-groups");
    t.columns = {words_.column("group", text, essential),
                 words_.column("with_before", integer, essential),
                 words_.column("with_after", integer, essential),
                 words_.column("joined", integer, essential),
                 words_.column("left", integer, essential),
                 words_.column("returning", integer, essential),
                 words_.column("recorded_before", integer, normal),
                 words_.column("recorded_after", integer, normal),
                 words_.column("id", text, extra)};
    for (const auto& g : diff_.groups) {
      const bool of_kind = g.by == GroupDifference::By::kind;
      const auto name = g.by == GroupDifference::By::all ? say("group-all")
                        : of_kind          ? actor_kinds_in_words({g.kind}, context_.language)
                        : g.region.empty() ? say("group-no-region")
                                           : words_.region(g.region);
      const Cell returning = diff_.rounds_known ? Cell(g.returning) : Cell();
      t.add({name, g.before, g.after, g.joined, g.left, returning, g.recorded_before,
             g.recorded_after, of_kind ? Cell(word(g.kind)) : known(g.region)});
    }
    t.notes.push_back(say("groups-note"));
    words_.close(t);
    return t;
  }

  // --- status ---

  Table statuses() const {
    Table t;
    t.caption = say("caption-status");
    t.columns = {words_.column("status_before", text, essential)};
    for (std::size_t s = 0; s < diff_.added.size(); ++s)
      t.columns.push_back({"after_" + std::string(word(static_cast<Status>(s))), words_.status(s),
                           integer, essential});
    t.columns.push_back(words_.column("not_recorded", integer, essential));
    for (std::size_t b = 0; b < diff_.removed.size(); ++b) {
      std::vector<Cell> row{words_.status(b)};
      for (const auto n : diff_.transitions[b]) row.emplace_back(n);
      row.emplace_back(diff_.removed[b]);
      t.rows.push_back(std::move(row));
    }
    std::vector<Cell> row{say("not-recorded-before")};
    for (const auto n : diff_.added) row.emplace_back(n);
    row.emplace_back();
    t.rows.push_back(std::move(row));
    t.columns.back().undefined = true;
    t.notes.push_back(say("status-note"));
    words_.close(t);
    return t;
  }

  const DatasetDiff& diff_;
  const DiffContext& context_;
  DiffWords words_;
};

}  // namespace

std::vector<NamedTable> diff_tables(const DatasetDiff& diff, const DiffContext& context) {
  return DiffTables(diff, context).make();
}

}  // namespace coopnet::render
