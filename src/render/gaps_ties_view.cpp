#include "coopnet/render/names.hpp"
#include "render/gaps_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class TiesTables {
 public:
  TiesTables(const MissingTies& ties, const MissingTiesOptions& options, const GapsContext& context)
      : ties_(ties),
        options_(options),
        context_(context),
        data_(context.data),
        words_(context, "ties") {}

  std::vector<NamedTable> make() const { return {pairs(), check()}; }

 private:
  std::string kinds() const { return actor_kinds_in_words(options_.kinds, context_.language); }

  NamedTable pairs() const {
    Table t;
    t.caption = words_.say("caption", {words_.where(), kinds()});
    t.columns = {words_.column("a", text, essential),
                 words_.column("b", text, essential),
                 words_.column("shared", ColumnType::list, essential, true),
                 words_.column("similarity", number, essential),
                 words_.column("observed", integer, extra),
                 words_.column("expected", number, normal),
                 words_.column("remedy", text, essential),
                 words_.column("reason", text, extra),
                 words_.column("relatedness", number, extra),
                 words_.column("common_neighbours", integer, extra),
                 words_.column("adamic_adar", number, extra),
                 words_.column("resource_allocation", number, extra),
                 words_.column("shared_ids", ColumnType::list, extra, true),
                 words_.column("priorities_a", integer, extra),
                 words_.column("priorities_b", integer, extra),
                 words_.column("between", text, extra),
                 words_.column("forum", text, extra),
                 words_.column("forum_joins", text, extra),
                 words_.column("forum_ways", number, extra)};
    for (const auto& tie : ties_.ties) add(t, tie);
    if (t.rows.empty())
      t.empty_reason = ties_.with_priorities < 2
                           ? words_.say("too-few", {ties_.with_priorities, kinds()})
                           : words_.say("none", {words_.where(), kinds()});
    notes(t);
    return {"ties", std::move(t)};
  }

  void add(Table& t, const MissingTie& tie) const {
    const auto& forum = tie.forum;
    t.add({words_.code(tie.a), words_.code(tie.b), words_.tags(tie.shared), tie.similarity, 0,
           tie.expected, remedy(tie), words_.say("reason", {tie.shared.size()}), tie.relatedness,
           tie.common_neighbours, tie.adamic_adar, tie.resource_allocation,
           words_.tag_ids(tie.shared), tie.priorities_a, tie.priorities_b,
           tie.between ? Cell(data_.actors[*tie.between].id) : Cell(),
           forum ? Cell(data_.forums[forum->forum].id) : Cell(),
           forum ? Cell(data_.actors[forum->joins].id) : Cell(),
           forum ? Cell(forum->ways) : Cell()});
  }

  std::string remedy(const MissingTie& tie) const {
    const auto host = [&] { return words_.code(tie.forum->joins == tie.a ? tie.b : tie.a); };
    std::string out;
    if (tie.forum)
      out = words_.say(
          tie.forum->shared_tags > 0 ? "remedy-forum" : "remedy-forum-other",
          {words_.forum(tie.forum->forum), host(), tie.forum->shared_tags, tie.shared.size()});
    if (tie.between) {
      if (!out.empty()) out += "; ";
      out += words_.say("remedy-between", {words_.code(*tie.between)});
    }
    return out.empty() ? words_.say("remedy-none") : out;
  }

  void notes(Table& t) const {
    t.notes.push_back(words_.say(
        "counts", {ties_.ties.size(),
                   ties_.counted ? MessageArg(ties_.found) : MessageArg(words_.say("many")),
                   ties_.with_priorities, ties_.actors, kinds(), context_.as_of}));
    t.notes.push_back(words_.say("definition", {ties_.forums, ties_.agreements, ties_.pledges}));
    t.notes.push_back(words_.say("silent", {ties_.actors - ties_.with_priorities}));
    if (!data_.info.sample_of.empty()) t.notes.push_back(data_.info.sample_of);
    words_.close(t);
  }

  // --- check ---

  static const char* measure(TieMeasure measure) {
    switch (measure) {
      case TieMeasure::degree:
        return "degree";
      case TieMeasure::similarity:
        return "similarity";
      case TieMeasure::relatedness:
        return "relatedness";
      case TieMeasure::common_neighbours:
        return "common-neighbours";
      case TieMeasure::adamic_adar:
        return "adamic-adar";
      case TieMeasure::resource_allocation:
        break;
    }
    return "resource-allocation";
  }

  NamedTable check() const {
    Table t;
    t.caption = words_.say("caption-check");
    t.columns = {words_.column("measure", text, essential), words_.column("auc", number, essential),
                 words_.column("with_tie", integer, normal),
                 words_.column("without_tie", integer, normal),
                 words_.column("what", text, normal)};
    for (auto& c : t.columns) c.undefined = true;
    const bool possible = ties_.tested_with > 0 && ties_.tested_without > 0;
    for (const auto& row : ties_.checks)
      if (possible)
        t.add({words_.say(std::string("measure-") + measure(row.measure)), row.auc,
               ties_.tested_with, ties_.tested_without, words_.say("what-ties")});
    if (ties_.forum_auc) {
      const auto links = ties_.memberships_tested;
      t.add({words_.say("measure-three-paths"), ties_.forum_auc, links, Cell(),
             words_.say("what-forums")});
      t.add({words_.say("measure-forum-size"), ties_.forum_size_auc, links, Cell(),
             words_.say("what-forums")});
    }
    if (t.rows.empty()) t.empty_reason = words_.say("no-check");
    if (!t.rows.empty()) t.notes.push_back(words_.say("check-note"));
    if (ties_.sampled)
      t.notes.push_back(words_.say("check-sampled", {ties_.tested_with + ties_.tested_without}));
    words_.close(t);
    return {"tie_check", std::move(t)};
  }

  const MissingTies& ties_;
  const MissingTiesOptions& options_;
  const GapsContext& context_;
  const Dataset& data_;
  GapsWords words_;
};

}  // namespace

std::vector<NamedTable> missing_ties_tables(const MissingTies& ties,
                                            const MissingTiesOptions& options,
                                            const GapsContext& context) {
  return TiesTables(ties, options, context).make();
}

}  // namespace coopnet::render
