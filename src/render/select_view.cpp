#include "coopnet/render/select_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "coopnet/core/text.hpp"
#include "render/select_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

class SelectTables {
 public:
  SelectTables(const SelectResult& result, const SelectContext& context)
      : result_(result), problem_(result.problem), context_(context), words_(context) {}

  std::vector<NamedTable> make() {
    chosen();
    if (!result_.uncovered.empty()) uncovered();
    if (!result_.ties.others.empty()) other_choices();
    if (!problem_.without.empty()) without();
    return tables_.take();
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return words_.say(key, args);
  }
  /// A message that differs by what is chosen.
  std::string say_of(const char* key, std::initializer_list<MessageArg> args = {}) const {
    return say(std::string("select.") + key + "-" + kind(), args);
  }
  const char* kind() const {
    constexpr std::array names{"pledges", "themes", "objectives", "forums", "conveners", "sets"};
    return names[static_cast<std::size_t>(result_.of)];
  }
  bool of_table() const { return context_.data == nullptr; }

  // --- names ------------------------------------------------------------------------------------

  std::string name(std::uint32_t set, bool full) const {
    const auto row = problem_.rows[set];
    switch (result_.of) {
      case SelectKind::pledges:
        return full ? pledge_line(*context_.data, PledgeId(row), context_.language) : id(set);
      case SelectKind::themes:
        return words_.tag(TagId(row));
      case SelectKind::objectives:
        return words_.tag(TagId(row), full);
      case SelectKind::forums:
        return forum_code(*context_.data, ForumId(row));
      case SelectKind::conveners:
        return full ? words_.name(ActorId(row)) : words_.code(ActorId(row));
      case SelectKind::sets:
        break;
    }
    return context_.table->sets[row];
  }

  const std::string& id(std::uint32_t set) const {
    const auto row = problem_.rows[set];
    switch (result_.of) {
      case SelectKind::pledges:
        return context_.data->pledges[PledgeId(row)].id;
      case SelectKind::themes:
      case SelectKind::objectives:
        return context_.data->tags[TagId(row)].id;
      case SelectKind::forums:
        return context_.data->forums[ForumId(row)].id;
      case SelectKind::conveners:
        return context_.data->actors[ActorId(row)].id;
      case SelectKind::sets:
        break;
    }
    return context_.table->sets[row];
  }

  std::string unit_id(std::uint32_t element) const {
    if (of_table()) return context_.table->elements[element];
    const auto& unit = problem_.units[element];
    const auto& actor = context_.data->actors[unit.actor].id;
    return unit.objective ? actor + "/" + context_.data->tags[*unit.objective].key : actor;
  }

  /// Units by actor: "IRQ: 4, 21", what is stated apart from what is inferred.
  List by_actor(const std::vector<std::pair<std::uint32_t, bool>>& units) const {
    List out;
    if (of_table() || result_.of == SelectKind::objectives) {
      for (const auto& [element, stated] : units)
        out.push_back(
            {of_table() ? unit_id(element) : words_.code(problem_.units[element].actor), stated});
      return out;
    }
    std::map<std::pair<ActorId, bool>, std::vector<std::string>> tags;
    for (const auto& [element, stated] : units) {
      const auto& unit = problem_.units[element];
      tags[{unit.actor, stated}].push_back(words_.tag(*unit.objective));
    }
    for (const auto& [key, own] : tags)
      out.push_back(
          {say("select.actor-tags", {words_.code(key.first), text::join(own, ", ")}), key.second});
    return out;
  }

  // --- what is chosen ---------------------------------------------------------------------------

  void chosen() {
    const auto k = result_.best.sets.size();
    Table& t = tables_.begin("chosen",
                             result_.covers_all ? say_of("caption-all") : say_of("caption", {k}));
    t.columns = {
        words_.column("order", integer, essential), words_.column("chosen", text, essential),
        words_.column("adds", integer, essential), words_.column("covered", ratio, essential)};
    t.columns.push_back({"new", say_of("column-new"), list, normal, true});
    t.columns.push_back(words_.column("firm", text, normal));
    if (!of_table()) t.columns.push_back(words_.column("id", text, extra));
    if (!of_table()) t.columns.push_back(words_.column("units", list, extra, true));
    std::vector<bool> covered(problem_.sets.weight.size());
    std::uint64_t so_far = 0;
    for (std::size_t i = 0; i < k; ++i) {
      const auto set = result_.best.sets[i];
      so_far += result_.best.gains[i];
      const auto added = newly_covered(set, covered);
      std::vector<Cell> cells{
          i + 1,
          name(set, true),
          result_.best.gains[i],
          Ratio{static_cast<std::int64_t>(so_far), static_cast<std::int64_t>(result_.coverable)},
          by_actor(added),
          firm(i)};
      if (!of_table()) {
        List units;
        for (const auto& [element, stated] : added) units.push_back({unit_id(element), stated});
        cells.emplace_back(id(set));
        cells.emplace_back(std::move(units));
      }
      t.rows.push_back(std::move(cells));
    }
    if (k == 0) t.empty_reason = empty_reason();
    notes(t);
  }

  /// Elements that a set adds, with whether a source states them, in the order of the units.
  std::vector<std::pair<std::uint32_t, bool>> newly_covered(std::uint32_t set,
                                                            std::vector<bool>& covered) const {
    std::vector<std::pair<std::uint32_t, bool>> out;
    for (auto p = problem_.sets.begin[set]; p < problem_.sets.begin[set + 1]; ++p) {
      const auto element = problem_.sets.element[p];
      if (covered[element]) continue;
      covered[element] = true;
      out.emplace_back(element, problem_.stated[p]);
    }
    return out;
  }

  Cell firm(std::size_t i) const {
    if (!result_.optimal || i >= result_.ties.firm.size()) return {};
    switch (result_.ties.firm[i]) {
      case algo::Firmness::yes:
        return say("common.yes");
      case algo::Firmness::no:
        return say("common.no");
      case algo::Firmness::unknown:
        break;
    }
    return {};
  }

  std::string empty_reason() const {
    if (of_table()) return say("select.empty-table");
    return say_of("empty", {problem_.candidates, words_.counted()});
  }

  // --- notes ------------------------------------------------------------------------------------

  void notes(Table& t) const {
    if (!of_table()) t.notes.push_back(unit_note());
    if (!result_.best.sets.empty()) {
      counts(t);
      t.notes.push_back(result_.covers_all ? proof_of_cover() : proof_of_choice());
      greedy_note(t);
      if (result_.optimal) t.notes.push_back(ties_note());
      if (result_.inferred > 0)
        t.notes.push_back(say("select.inferred", {result_.inferred, result_.best.covered}));
    }
    if (of_table()) {
      if (context_.table->repeated > 0)
        t.notes.push_back(say("select.repeated", {context_.table->repeated}));
      return;
    }
    const auto silent = problem_.candidates - problem_.rows.size();
    if (silent > 0 && !problem_.rows.empty() && result_.of != SelectKind::conveners)
      t.notes.push_back(say_of("silent", {silent, problem_.candidates, words_.counted()}));
    population_note(t);
    if (!context_.data->info.sample_of.empty()) t.notes.push_back(context_.data->info.sample_of);
  }

  std::string unit_note() const {
    const bool practices = context_.practices;
    const auto key = std::string("unit-") + kind() + (practices ? "-practices" : "");
    return say("select." + key, {words_.counted()});
  }

  void counts(Table& t) const {
    const auto n = result_.best.sets.size();
    if (of_table())
      t.notes.push_back(say("select.counts-table",
                            {result_.best.covered, result_.coverable, n, problem_.candidates}));
    else
      t.notes.push_back(
          say_of("counts", {result_.best.covered, result_.coverable, n, problem_.rows.size(),
                            problem_.candidates, context_.as_of}));
    if (result_.k && result_.covers_all && n < *result_.k)
      t.notes.push_back(say("select.enough", {n, *result_.k}));
  }

  std::string proof_of_choice() const {
    const auto n = result_.k.value_or(0);
    if (result_.optimal) return say("select.proved", {n, result_.best.covered});
    const auto percent =
        100 * result_.best.covered / std::max<std::uint64_t>(1, result_.upper_bound);
    return say("select.bound", {n, result_.upper_bound, percent});
  }
  std::string proof_of_cover() const {
    const auto n = result_.best.sets.size();
    return result_.optimal ? say("select.proved-all", {n})
                           : say("select.bound-all", {n, result_.lower_bound});
  }

  /// What taking the largest gain each time would have chosen, where that is less good.
  void greedy_note(Table& t) const {
    const auto& greedy = result_.greedy;
    std::vector<std::string> names;
    for (const auto set : greedy.sets) names.push_back(name(set, false));
    if (result_.covers_all && greedy.sets.size() > result_.best.sets.size())
      t.notes.push_back(say("select.greedy-all", {names.size(), words_.in_words(names)}));
    if (!result_.covers_all && greedy.covered < result_.best.covered)
      t.notes.push_back(say("select.greedy", {greedy.covered, words_.in_words(names)}));
  }

  std::string ties_note() const {
    const auto& ties = result_.ties;
    if (!ties.exact) return say("select.optima-more", {ties.count});
    return ties.count == 1 ? say("select.optimum-only") : say("select.optima", {ties.count - 1});
  }

  void population_note(Table& t) const {
    const auto with = problem_.actors.size() - problem_.without.size();
    t.notes.push_back(say_of("population", {with, problem_.actors.size(), words_.counted()}));
    if (!problem_.units.empty() && problem_.units.front().objective)
      t.notes.push_back(say("select.full", {problem_.objectives.size(),
                                            problem_.actors.size() * problem_.objectives.size(),
                                            problem_.units.size()}));
  }

  // --- what is not chosen -----------------------------------------------------------------------

  void uncovered() {
    Table& t = tables_.begin("uncovered", say_of("caption-uncovered"));
    const auto by = sets_by_element();
    if (of_table()) {
      t.columns = {words_.column("element", text, essential),
                   words_.column("covered_by", list, normal)};
      for (const auto e : result_.uncovered) t.add({unit_id(e), list_of(by[e])});
      return;
    }
    const bool with_objective = result_.of != SelectKind::objectives;
    t.columns = {words_.column("who", text, essential)};
    if (with_objective) {
      t.columns.push_back(words_.column("objectives", list, essential));
      t.columns.push_back(words_.column("open", ratio, normal));
    }
    t.columns.push_back({"covered_by", say_of("column-by"), list, normal});
    t.columns.push_back(words_.column("id", text, extra));
    for (std::size_t i = 0; i < result_.uncovered.size();) i = add_uncovered(t, i, by);
    t.notes.push_back(say("select.note-uncovered", {result_.uncovered.size(), result_.coverable}));
  }

  /// The row of the actor of the uncovered unit at `i`; returns where the next actor begins.
  std::size_t add_uncovered(Table& t, std::size_t i,
                            const std::vector<std::set<std::uint32_t>>& by) const {
    const ActorId actor = problem_.units[result_.uncovered[i]].actor;
    List objectives;
    std::set<std::uint32_t> sets;
    for (; i < result_.uncovered.size() && problem_.units[result_.uncovered[i]].actor == actor;
         ++i) {
      const auto e = result_.uncovered[i];
      if (problem_.units[e].objective)
        objectives.push_back({words_.tag(*problem_.units[e].objective)});
      sets.insert(by[e].begin(), by[e].end());
    }
    const auto all = std::count_if(problem_.units.begin(), problem_.units.end(),
                                   [&](const CoverUnit& unit) { return unit.actor == actor; });
    std::vector<Cell> cells{words_.name(actor)};
    if (result_.of != SelectKind::objectives) {
      const auto open = static_cast<std::int64_t>(objectives.size());
      cells.emplace_back(std::move(objectives));
      cells.emplace_back(Ratio{open, all});
    }
    cells.emplace_back(list_of(sets));
    cells.emplace_back(context_.data->actors[actor].id);
    t.rows.push_back(std::move(cells));
    return i;
  }

  /// The sets with each uncovered element; nothing for the others.
  std::vector<std::set<std::uint32_t>> sets_by_element() const {
    std::vector<std::set<std::uint32_t>> out(problem_.sets.weight.size());
    std::vector<bool> is_open(out.size());
    for (const auto e : result_.uncovered) is_open[e] = true;
    for (std::uint32_t s = 0; s < problem_.sets.size(); ++s)
      for (const auto e : problem_.sets.elements(s))
        if (is_open[e]) out[e].insert(out[e].end(), s);
    return out;
  }

  List list_of(const std::set<std::uint32_t>& sets) const {
    List out;
    for (const auto s : sets) out.push_back({name(s, false)});
    return out;
  }

  void other_choices() {
    Table& t = tables_.begin("other_choices", say("select.caption-others"));
    t.columns = {words_.column("take", list, essential), words_.column("leave", list, essential),
                 words_.column("choice_ids", list, extra)};
    const std::set<std::uint32_t> shown(result_.best.sets.begin(), result_.best.sets.end());
    for (const auto& choice : result_.ties.others) {
      const std::set<std::uint32_t> other(choice.begin(), choice.end());
      std::set<std::uint32_t> take, leave;
      List ids;
      for (const auto s : other) {
        if (!shown.contains(s)) take.insert(s);
        ids.push_back({id(s)});
      }
      for (const auto s : shown)
        if (!other.contains(s)) leave.insert(s);
      t.add({list_of(take), list_of(leave), ids});
    }
    const auto& ties = result_.ties;
    t.notes.push_back(say(ties.exact ? "select.note-others" : "select.note-others-more",
                          {ties.others.size(), ties.count - 1}));
  }

  void without() {
    Table& t = tables_.begin("without", say_of("caption-without", {words_.counted()}));
    words_.list_by_region(t, problem_.without, problem_.actors);
    t.notes.push_back(say("select.note-without"));
  }

  const SelectResult& result_;
  const SelectProblem& problem_;
  const SelectContext& context_;
  SelectWords words_;
  TableList tables_;
};

}  // namespace

std::vector<NamedTable> select_tables(const SelectResult& result, const SelectContext& context) {
  return SelectTables(result, context).make();
}

}  // namespace coopnet::render
