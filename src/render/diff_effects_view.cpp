#include "coopnet/render/names.hpp"
#include "render/diff_words.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;

std::string_view change_key(const SynergyDifference& pair) {
  if (pair.shared_before == 0) return "change-new";
  if (pair.shared_after == 0) return "change-gone";
  if (pair.shared_before == pair.shared_after) return "change-weight";
  return pair.score_after > pair.score_before ? "change-more" : "change-less";
}

}  // namespace

std::string DiffWords::region(const std::string& id) const {
  for (const auto* side : {&context_.after, &context_.before})
    if (const auto found = side->data.regions.find(id))
      return region_name(side->data, *found, context_.language);
  return id;
}

std::string DiffWords::objective(const std::string& key) const {
  for (const auto* side : {&context_.after, &context_.before})
    if (const auto found = side->data.find_tag(side->data.info.primary_facet, key))
      return tag_name(side->data, *found, context_.language, true);
  return key;
}

std::string DiffWords::status(std::size_t status) const {
  const auto which = static_cast<Status>(status);
  if (which == Status::unknown) return message(context_.language, "common.unknown");
  return message(context_.language, "profile.status-" + std::string(word(which)));
}

void DiffWords::close(Table& table) const {
  const auto& [before, after, options, language] = context_;
  if (!options.region.empty()) table.notes.push_back(say("only-region", {region(options.region)}));
  if (!options.objective.empty())
    table.notes.push_back(say("only-objective", {objective(options.objective)}));
  if (after.selection.stated_only) table.notes.push_back(message(language, "gaps.stated-only"));
}

Table diff_synergies(const DatasetDiff& diff, const DiffContext& context) {
  const DiffWords words(context);
  Table t;
  t.caption = words.say("caption-synergies");
  t.columns = {words.column("change", text, essential),
               words.column("first", text, essential),
               words.column("second", text, essential),
               words.column("score_before", number, essential),
               words.column("score_after", number, essential),
               words.column("shared_before", integer, normal),
               words.column("shared_after", integer, normal),
               words.column("first_id", text, extra),
               words.column("second_id", text, extra)};
  for (const auto& pair : diff.synergies) {
    const auto& data = pair.after ? context.after.data : context.before.data;
    const auto& [a, b] = pair.after ? *pair.after : *pair.before;
    const auto side = [](bool there, auto value) { return there ? Cell(value) : Cell(); };
    t.add({words.say(change_key(pair)), pledge_line(data, a, context.language),
           pledge_line(data, b, context.language), side(pair.before.has_value(), pair.score_before),
           side(pair.after.has_value(), pair.score_after),
           side(pair.before.has_value(), pair.shared_before),
           side(pair.after.has_value(), pair.shared_after), data.pledges[a].id,
           data.pledges[b].id});
  }
  if (t.rows.empty()) t.empty_reason = words.say("no-synergies");
  t.notes.push_back(
      words.say("synergies-note", {t.rows.size(), diff.synergies_changed, diff.pairs_compared}));
  words.close(t);
  return t;
}

Table diff_coverage(const DatasetDiff& diff, const DiffContext& context) {
  const DiffWords words(context);
  Table t;
  t.caption = words.say("caption-coverage");
  t.columns = {
      words.column("change", text, essential),    words.column("where", text, essential),
      words.column("objective", text, essential), words.column("before", integer, essential),
      words.column("after", integer, essential),  words.column("region_id", text, extra),
      words.column("objective_key", text, extra)};
  for (const auto& row : diff.coverage) {
    const bool covered = row.after.value_or(0) > 0;
    const bool everywhere = row.region.empty();
    t.add({words.say(covered ? "change-covered" : "change-uncovered"),
           everywhere ? words.say("everywhere") : words.region(row.region),
           words.objective(row.tag), row.before, row.after, everywhere ? Cell() : Cell(row.region),
           row.tag});
  }
  if (t.rows.empty()) t.empty_reason = words.say("no-coverage");
  t.notes.push_back(words.say("coverage-note"));
  words.close(t);
  return t;
}

}  // namespace coopnet::render
