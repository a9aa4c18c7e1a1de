#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "coopnet/render/synergy_view.hpp"
#include "render/pair_words.hpp"

namespace coopnet::render {
namespace {

class TableMaker {
 public:
  TableMaker(const SynergyResult& result, const SynergyContext& context)
      : result_(result), context_(context), data_(context.data) {}

  Table make() {
    table_.caption =
        say("synergy.caption", {say(of_pledges() ? "synergy.of-pledges" : "synergy.of-actors")});
    columns();
    for (const auto& pair : result_.pairs) add(pair);
    notes();
    if (result_.pairs.empty()) table_.empty_reason = empty_reason();
    return std::move(table_);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }
  bool of_pledges() const { return result_.items.kind == ItemKind::pledges; }
  bool counts_tags() const { return context_.options.measure == SynergyMeasure::shared; }

  void columns() {
    const auto column = [&](const char* key, ColumnType type, Importance importance,
                            bool marked = false) {
      table_.columns.push_back(
          {key, say(std::string("synergy.column-") + key), type, importance, marked});
    };
    using enum ColumnType;
    using enum Importance;
    column("score", counts_tags() ? integer : number, essential);
    column("first", text, essential);
    column("second", text, essential);
    column("shared", list, essential, true);
    column("joint_pledges", list, of_pledges() ? extra : normal);
    column("shared_count", integer, extra);
    column("across_regions", text, extra);
    column("forums", list, extra);
    column("agreements", list, extra);
    column("declared_match", text, extra);
    column("complementary", list, extra, true);
    column("first_id", text, extra);
    column("first_actors", list, extra);
    column("first_regions", list, extra);
    column("second_id", text, extra);
    column("second_actors", list, extra);
    column("second_regions", list, extra);
    column("shared_ids", list, extra, true);
    column("no_tags_first", list, extra);
    column("no_tags_second", list, extra);
  }

  Cell score(const SynergyPair& pair) const {
    if (counts_tags()) return Cell(pair.parts.shared / weight_unit);
    return Cell(pair.score);
  }

  Cell yes_no(bool value) const { return say(value ? "common.yes" : "common.no"); }

  void add(const SynergyPair& pair) {
    const auto& items = result_.items;
    const auto language = context_.language;
    table_.add({score(pair),
                item_name(items, pair.a, data_, language),
                item_name(items, pair.b, data_, language),
                shared_list(data_, pair, false, language),
                joint_pledge_list(data_, pair),
                pair.shared.size(),
                pair.regions_known ? yes_no(pair.across_regions) : Cell(),
                forum_list(data_, pair),
                agreement_list(data_, pair),
                yes_no(pair.declared_match),
                complement_list(data_, pair, language),
                item_id(items, pair.a, data_),
                actor_ids(data_, items, pair.a),
                region_ids(data_, items, pair.a),
                item_id(items, pair.b, data_),
                actor_ids(data_, items, pair.b),
                region_ids(data_, items, pair.b),
                shared_list(data_, pair, true, language),
                facet_labels(data_, pair.facets_missing_a),
                facet_labels(data_, pair.facets_missing_b)});
  }

  void notes() {
    const auto& items = result_.items;
    const std::string what =
        say(of_pledges() ? "synergy.recorded-pledges" : "synergy.recorded-actors", {items.size()});
    const std::string which =
        say(context_.options.filter.across_regions ? "synergy.pairs-across" : "synergy.pairs-all");
    if (result_.sharing_pairs)
      table_.notes.push_back(say("synergy.counts", {result_.pairs.size(), *result_.sharing_pairs,
                                                    which, what, context_.as_of}));
    else
      table_.notes.push_back(
          say("synergy.counts-unknown", {result_.pairs.size(), which, what, context_.as_of}));
    if (!data_.info.sample_of.empty()) table_.notes.push_back(data_.info.sample_of);
    if (result_.items_without_tags > 0)
      table_.notes.push_back(say("synergy.without-tags", {result_.items_without_tags, what}));
    table_.notes.push_back(measure_note(data_, context_.options.measure, result_.facet_weights,
                                        items.size(), context_.language));
    const bool inferred = std::any_of(result_.pairs.begin(), result_.pairs.end(), shares_inferred);
    if (inferred) table_.notes.push_back(say("common.inferred-note"));
  }

  /// Why there is no row: the filters leave nothing, nothing is shared, or the minimum is too high.
  std::string empty_reason() const {
    const auto& filter = context_.options.filter;
    std::string about;
    if (filter.actor) about = about_actor(*filter.actor);
    if (filter.pledge) about = about_pledge(*filter.pledge);
    if (!about.empty()) about += " ";
    if (result_.best_below_minimum)
      return about + say("synergy.empty-minimum",
                         {text::fixed(minimum(), 2), text::fixed(*result_.best_below_minimum, 2)});
    if (filter.tag) {
      const auto carriers = std::count_if(
          result_.items.tags.begin(), result_.items.tags.end(), [&](const auto& tags) {
            return std::any_of(tags.begin(), tags.end(),
                               [&](const TagUse& use) { return use.id == *filter.tag; });
          });
      about += say("synergy.about-tag", {carriers, result_.items.size(),
                                         tag_name(data_, *filter.tag, context_.language, true)}) +
               " ";
    }
    return about + say("synergy.empty-nothing-shared", {result_.items.size()});
  }

  double minimum() const {
    return static_cast<double>(context_.options.minimum_numerator) /
           static_cast<double>(context_.options.minimum_denominator);
  }

  std::string about_actor(ActorId actor) const {
    const auto pledges = context_.relations.actor_pledge.rights(actor);
    std::vector<std::string> tags;
    for (std::size_t t = 0; t < data_.tags.size(); ++t) {
      const auto tag = TagId::at(t);
      if (data_.tags[tag].facet != data_.info.primary_facet) continue;
      bool stated = false;
      bool carried = false;
      for (const PledgeId p : pledges)
        if (const auto link = context_.relations.pledge_tag.find(p, tag)) {
          carried = true;
          stated = stated || context_.relations.pledge_tag.stated(*link);
        }
      if (carried)
        tags.push_back((stated ? "" : "~") + tag_name(data_, tag, context_.language, false));
    }
    return say("synergy.about-actor", {data_.actors[actor].id, pledges.size(),
                                       data_.info.facets[data_.info.primary_facet].label,
                                       tags.empty() ? say("common.none") : text::join(tags, ", ")});
  }

  std::string about_pledge(PledgeId pledge) const {
    const auto tags = context_.relations.pledge_tag.rights(pledge);
    std::vector<std::string> names;
    for (std::size_t p = 0; p < tags.size(); ++p)
      names.push_back((context_.relations.pledge_tag.left_stated(pledge, p) ? "" : "~") +
                      tag_name(data_, tags[p], context_.language, false));
    return say(
        "synergy.about-pledge",
        {data_.pledges[pledge].id, names.empty() ? say("common.none") : text::join(names, ", ")});
  }

  const SynergyResult& result_;
  const SynergyContext& context_;
  const Dataset& data_;
  Table table_;
};

}  // namespace

std::string_view measure_word(SynergyMeasure measure) {
  switch (measure) {
    case SynergyMeasure::score:
      return "score";
    case SynergyMeasure::shared:
      return "shared";
    case SynergyMeasure::jaccard:
      return "jaccard";
    case SynergyMeasure::overlap:
      return "overlap";
    case SynergyMeasure::cosine:
      return "cosine";
  }
  return "score";
}

std::string item_name(const ItemSet& items, std::uint32_t item, const Dataset& data,
                      Language language) {
  if (items.kind == ItemKind::pledges)
    return pledge_line(data, PledgeId(items.row[item]), language);
  return actor_code(data, ActorId(items.row[item]), language);
}

const std::string& item_id(const ItemSet& items, std::uint32_t item, const Dataset& data) {
  if (items.kind == ItemKind::pledges) return data.pledges[PledgeId(items.row[item])].id;
  return data.actors[ActorId(items.row[item])].id;
}

Table synergy_table(const SynergyResult& result, const SynergyContext& context) {
  return TableMaker(result, context).make();
}

}  // namespace coopnet::render
