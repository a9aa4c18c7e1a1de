#include "coopnet/render/names.hpp"
#include "render/gaps_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class ForumTables {
 public:
  ForumTables(const ForumOverlap& overlap, const ForumOverlapOptions& options,
              const GapsContext& context)
      : overlap_(overlap),
        options_(options),
        context_(context),
        data_(context.data),
        words_(context, "forums") {}

  std::vector<NamedTable> make() const { return {pairs(), subjects()}; }

 private:
  static Ratio ratio(std::size_t part, std::size_t whole) {
    return {static_cast<std::int64_t>(part), static_cast<std::int64_t>(whole)};
  }

  NamedTable pairs() const {
    Table t;
    t.caption = words_.say("caption-pairs", {words_.where()});
    t.columns = {words_.column("a", text, essential),
                 words_.column("b", text, essential),
                 words_.column("observed", ratio_type, essential),
                 words_.decimals("expected", 1, essential),
                 words_.column("shared", ColumnType::list, essential, true),
                 words_.column("reason", text, essential),
                 words_.column("remedy", text, normal),
                 words_.column("members_a", integer, extra),
                 words_.column("members_b", integer, extra),
                 words_.column("shared_members", integer, extra),
                 words_.column("agenda", ratio_type, extra),
                 words_.column("a_id", text, extra),
                 words_.column("b_id", text, extra),
                 words_.column("meeting_a", text, extra),
                 words_.column("meeting_b", text, extra),
                 words_.column("days_apart", integer, extra)};
    mark_counts(t, {"members_a", "members_b", "shared_members"});
    for (const auto& pair : overlap_.pairs) add(t, pair);
    if (t.rows.empty())
      t.empty_reason = words_.say("no-pairs", {overlap_.forums.size(), words_.where()});
    t.notes.push_back(
        words_.say("counts", {overlap_.pairs.size(), overlap_.found, overlap_.forums.size(),
                              overlap_.without_members, overlap_.without_tags, context_.as_of}));
    if (!t.rows.empty())
      t.notes.push_back(words_.say("definition", {overlap_.members, options_.near_days}));
    words_.close(t);
    return {"forum_pairs", std::move(t)};
  }

  void add(Table& t, const ForumPair& pair) const {
    const auto meeting = [&](EventId NearMeetings::*which) {
      return pair.nearest ? Cell(data_.events[(*pair.nearest).*which].id) : Cell();
    };
    t.add({words_.forum(pair.a), words_.forum(pair.b),
           ratio(pair.shared_members, pair.smaller_membership()), pair.expected_members,
           words_.tags(pair.shared_tags),
           words_.say(pair.one_agenda ? "reason-one-agenda" : "reason-overlap",
                      {pair.shared_tags.size(), pair.shorter_agenda()}),
           remedy(pair), pair.members_a, pair.members_b, pair.shared_members,
           ratio(pair.shared_tags.size(), pair.shorter_agenda()), data_.forums[pair.a].id,
           data_.forums[pair.b].id, meeting(&NearMeetings::a), meeting(&NearMeetings::b),
           pair.nearest ? Cell(pair.nearest->days) : Cell()});
  }

  std::string remedy(const ForumPair& pair) const {
    if (!pair.nearest) return words_.say("remedy-agendas");
    const auto& near = *pair.nearest;
    return words_.say("remedy-dates",
                      {data_.events[near.a].date.text, data_.events[near.b].date.text, near.days});
  }

  NamedTable subjects() const {
    Table t;
    t.caption = words_.say("caption-subjects", {words_.where()});
    t.columns = {words_.column("subject", text, essential),
                 words_.column("forums", integer, essential),
                 words_.column("members", integer, essential),
                 words_.column("with_record", integer, essential),
                 words_.column("best", text, essential),
                 words_.column("best_members", integer, essential),
                 words_.column("best_works", text, normal),
                 words_.column("names", ColumnType::list, extra),
                 words_.column("subject_id", text, extra)};
    mark_counts(t, {"members", "with_record", "best_members"});
    std::size_t none = 0;
    for (const auto& row : overlap_.subjects) {
      List names;
      for (const ForumId forum : row.forums) names.push_back({words_.forum(forum)});
      none += row.forums.empty() ? 1U : 0U;
      t.add({words_.tag(row.tag, true), row.forums.size(), row.members, row.with_record,
             row.best ? Cell(words_.forum(*row.best)) : Cell(),
             row.best ? Cell(row.best_members) : Cell(),
             row.best ? words_.yes_no(row.best_works_on_it) : Cell(), names,
             data_.tags[row.tag].id});
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-subjects");
    if (!t.rows.empty())
      t.notes.push_back(words_.say(
          "subjects-note", {none, overlap_.subjects.size(), overlap_.actors, words_.where()}));
    words_.close(t);
    return {"forum_subjects", std::move(t)};
  }

  static constexpr ColumnType ratio_type = ColumnType::ratio;

  const ForumOverlap& overlap_;
  const ForumOverlapOptions& options_;
  const GapsContext& context_;
  const Dataset& data_;
  GapsWords words_;
};

}  // namespace

std::vector<NamedTable> forum_overlap_tables(const ForumOverlap& overlap,
                                             const ForumOverlapOptions& options,
                                             const GapsContext& context) {
  return ForumTables(overlap, options, context).make();
}

}  // namespace coopnet::render
