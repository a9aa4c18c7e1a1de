#include <algorithm>
#include <tuple>

#include "coopnet/render/names.hpp"
#include "render/gaps_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class ChampionTables {
 public:
  ChampionTables(const ChampionReach& reach, const ChampionReachOptions& options,
                 const GapsContext& context, std::size_t top)
      : reach_(reach),
        options_(options),
        context_(context),
        data_(context.data),
        words_(context, "champions"),
        top_(top) {}

  std::vector<NamedTable> make() const { return {regions(), distances(), forums(), further()}; }

 private:
  std::string kinds() const { return actor_kinds_in_words(options_.kinds, context_.language); }
  bool no_champion() const { return reach_.champions.empty(); }

  NamedTable regions() const {
    Table t;
    t.caption = words_.say("caption-regions", {kinds()});
    t.columns = {words_.column("region", text, essential),
                 words_.column("actors", integer, essential),
                 words_.column("champions", integer, essential),
                 words_.column("one_step", integer, essential),
                 words_.column("two_steps", integer, essential),
                 words_.column("farther", integer, essential),
                 words_.column("no_way", integer, essential),
                 words_.column("region_id", text, extra)};
    mark_counts(t, {"actors", "champions", "one_step", "two_steps", "farther", "no_way"});
    std::size_t without = 0;
    for (const auto& row : reach_.regions) {
      t.add({row.region ? words_.region(*row.region) : words_.say("region-unknown"), row.actors,
             row.champions, row.one_step, row.two_steps, row.farther, row.no_way,
             row.region ? Cell(data_.regions[*row.region].id) : Cell()});
      without += row.region && row.champions == 0 ? 1U : 0U;
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-regions");
    t.notes.push_back(words_.say(no_champion() ? "no-champion" : "counts",
                                 {reach_.champions.size(), reach_.rows.size(), kinds(),
                                  words_.where(), without, context_.as_of}));
    t.notes.push_back(words_.say("definition"));
    words_.close(t);
    return {"champion_regions", std::move(t)};
  }

  // --- distances ---

  std::vector<const ReachRow*> farthest_first() const {
    std::vector<const ReachRow*> out;
    for (const auto& row : reach_.rows)
      if (row.steps != 0U) out.push_back(&row);
    std::stable_sort(out.begin(), out.end(), [](const ReachRow* x, const ReachRow* y) {
      constexpr std::uint32_t no_way = ~0U;
      return std::tuple(y->steps.value_or(no_way), x->nearest) <
             std::tuple(x->steps.value_or(no_way), y->nearest);
    });
    if (top_ > 0 && out.size() > top_) out.resize(top_);
    return out;
  }

  NamedTable distances() const {
    Table t;
    t.caption = words_.say("caption-distances", {kinds(), words_.where()});
    t.columns = {words_.column("actor", text, essential),
                 words_.column("observed", integer, essential),
                 words_.column("expected", integer, extra),
                 words_.column("champions_met", integer, essential),
                 words_.column("reason", text, normal),
                 words_.column("remedy", text, essential),
                 words_.column("actor_id", text, extra),
                 words_.column("nearest_id", text, extra)};
    const auto rows = farthest_first();
    std::size_t others = 0;
    for (const auto& row : reach_.rows) others += row.steps != 0U ? 1U : 0U;
    for (const auto* row : rows)
      t.add({words_.code(row->actor), row->steps, 1, row->steps == 1U ? Cell(row->nearest) : Cell(),
             reason(*row), way(*row), data_.actors[row->actor].id,
             row->way.empty() ? Cell() : Cell(data_.actors[row->way.back().whom].id)});
    if (t.rows.empty()) t.empty_reason = words_.say("all-champions", {kinds(), words_.where()});
    if (!t.rows.empty())
      t.notes.push_back(words_.say("distances-note", {rows.size(), others, reach_.beyond_one}));
    words_.close(t);
    return {"champion_distances", std::move(t)};
  }

  std::string reason(const ReachRow& row) const {
    if (!row.steps) return words_.say("reason-no-way");
    if (*row.steps == 1) return words_.say("reason-one", {row.nearest});
    return words_.say("reason-far");
  }

  std::string place(Node node) const {
    if (node.kind == NodeKind::forum) return words_.forum(ForumId(node.row));
    return agreement_name(data_, AgreementId(node.row));
  }

  /// "CMR in the Rabat Process, then MAR in ...": one shortest way.
  std::string way(const ReachRow& row) const {
    if (row.way.empty()) return words_.say("way-none");
    std::vector<std::string> steps;
    for (const auto& step : row.way)
      steps.push_back(words_.say("way-step", {words_.code(step.whom), place(step.where)}));
    std::string out;
    for (const auto& step : steps) out += (out.empty() ? "" : words_.say("way-then")) + step;
    return out;
  }

  // --- forums, further Champions ---

  NamedTable forums() const {
    Table t;
    t.caption = words_.say("caption-forums", {words_.where()});
    t.columns = {words_.column("forum", text, essential),
                 words_.column("members", integer, essential),
                 words_.column("forum_id", text, extra)};
    mark_counts(t, {"members"});
    for (const auto& [forum, members] : reach_.forums_without)
      t.add({data_.forums[forum].name.en, members, data_.forums[forum].id});
    if (t.rows.empty())
      t.empty_reason = words_.say(reach_.forums == 0 ? "no-forums" : "every-forum",
                                  {reach_.forums, words_.where()});
    if (!t.rows.empty())
      t.notes.push_back(
          words_.say("forums-note", {reach_.forums_without.size(), reach_.forums, words_.where()}));
    words_.close(t);
    return {"forums_without_champion", std::move(t)};
  }

  NamedTable further() const {
    Table t;
    t.caption = words_.say("caption-further", {kinds()});
    t.columns = {
        words_.column("order", integer, essential), words_.column("actor", text, essential),
        words_.column("gained", integer, essential), words_.column("actor_id", text, extra)};
    mark_counts(t, {"gained"});
    for (std::size_t i = 0; i < reach_.further.size(); ++i)
      t.add({i + 1, words_.name(reach_.further[i].actor), reach_.further[i].gained,
             data_.actors[reach_.further[i].actor].id});
    if (t.rows.empty())
      t.empty_reason = words_.say(options_.further == 0 ? "further-not-asked" : "further-none",
                                  {reach_.rows.size(), kinds(), words_.where()});
    if (!t.rows.empty()) {
      const bool exact = reach_.further_bound == reach_.further_covered;
      t.notes.push_back(words_.say(exact ? "further-exact" : "further-bound",
                                   {reach_.further_covered, reach_.beyond_one,
                                    reach_.further.size(), reach_.further_bound}));
      if (reach_.further_choices > 1)
        t.notes.push_back(words_.say("further-ties", {reach_.further_choices - 1}));
      t.notes.push_back(words_.say("further-note"));
    }
    words_.close(t);
    return {"further_champions", std::move(t)};
  }

  const ChampionReach& reach_;
  const ChampionReachOptions& options_;
  const GapsContext& context_;
  const Dataset& data_;
  GapsWords words_;
  std::size_t top_;
};

}  // namespace

std::vector<NamedTable> champion_reach_tables(const ChampionReach& reach,
                                              const ChampionReachOptions& options,
                                              const GapsContext& context, std::size_t top) {
  return ChampionTables(reach, options, context, top).make();
}

}  // namespace coopnet::render
