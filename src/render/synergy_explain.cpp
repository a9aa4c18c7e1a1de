#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "coopnet/render/synergy_view.hpp"
#include "render/pair_words.hpp"

namespace coopnet::render {
namespace {

class Explainer {
 public:
  Explainer(const ItemSet& items, const SynergyPair& pair, const SynergyContext& context)
      : items_(items), pair_(pair), context_(context), data_(context.data) {}

  std::string explain() {
    what_both_work_on();
    how_common();
    provenance();
    regions();
    ties();
    complements();
    missing();
    score();
    sources();
    return text::join(lines_, "\n") + "\n";
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }
  void line(const std::string& words) { lines_.push_back(text::inert(words)); }

  /// "Thailand (Universal health coverage)": full names, since this is read aloud.
  std::string name(std::uint32_t item) const {
    const auto who = actors(item);
    if (items_.kind == ItemKind::actors) return who;
    return say("synergy.explain-pledge-of",
               {who, pledge_title(data_.pledges[PledgeId(items_.row[item])])});
  }

  std::string actors(std::uint32_t item) const {
    std::vector<std::string> names;
    for (const ActorId actor : items_.actors[item])
      names.push_back(actor_name(data_, actor, context_.language));
    return in_words(names, context_.language);
  }

  std::string tag_in_words(TagId tag) const {
    const auto& row = data_.tags[tag];
    return say("synergy.explain-tag", {text::lower_ascii(data_.info.facets[row.facet].label),
                                       tag_name(data_, tag, context_.language, true)});
  }

  void what_both_work_on() {
    std::vector<std::string> tags;
    for (const auto& shared : pair_.shared) tags.push_back(tag_in_words(shared.tag));
    if (tags.empty())
      line(say("synergy.explain-nothing", {name(pair_.a), name(pair_.b)}));
    else
      line(say("synergy.explain-both",
               {name(pair_.a), name(pair_.b), in_words(tags, context_.language)}));
  }

  std::size_t carriers(TagId tag) const {
    return static_cast<std::size_t>(
        std::count_if(items_.tags.begin(), items_.tags.end(), [&](const auto& tags) {
          return std::any_of(tags.begin(), tags.end(),
                             [&](const TagUse& use) { return use.id == tag; });
        }));
  }

  void how_common() {
    std::vector<std::string> counts;
    for (const auto& shared : pair_.shared)
      counts.push_back(say("synergy.explain-carriers",
                           {carriers(shared.tag), items_.size(), tag_in_words(shared.tag)}));
    if (!counts.empty())
      line(say(items_.kind == ItemKind::pledges ? "synergy.explain-common-pledges"
                                                : "synergy.explain-common-actors",
               {in_words(counts, context_.language)}));
  }

  void provenance() {
    std::vector<std::string> inferred;
    for (const auto& shared : pair_.shared) {
      if (shared.stated_a && shared.stated_b) continue;
      const auto* key = !shared.stated_a && !shared.stated_b ? "synergy.explain-inferred-both"
                                                             : "synergy.explain-inferred-one";
      inferred.push_back(say(key, {tag_in_words(shared.tag)}));
    }
    if (!inferred.empty())
      line(say("synergy.explain-inferred", {in_words(inferred, context_.language)}));
    else if (!pair_.shared.empty())
      line(say("synergy.explain-stated"));
  }

  std::string region_list(std::uint32_t item) const {
    std::vector<std::string> names;
    for (const RegionId region : items_.regions[item])
      names.push_back(region_name(data_, region, context_.language));
    return in_words(names, context_.language);
  }

  void regions() {
    if (data_.regions.empty()) return;
    if (!pair_.regions_known)
      line(say("synergy.explain-regions-unknown"));
    else
      line(say(pair_.across_regions                                 ? "synergy.explain-across"
               : items_.regions[pair_.a] == items_.regions[pair_.b] ? "synergy.explain-same-region"
                                                                    : "synergy.explain-within",
               {region_list(pair_.a), region_list(pair_.b)}));
  }

  std::string words(const List& list) const {
    std::vector<std::string> texts;
    for (const auto& item : list) texts.push_back(item.text);
    return in_words(texts, context_.language);
  }

  void ties() {
    const auto forums = forum_list(data_, pair_);
    const auto agreements = agreement_list(data_, pair_);
    const auto joint = joint_pledge_list(data_, pair_);
    if (!forums.empty()) line(say("synergy.explain-forums", {words(forums)}));
    if (!agreements.empty()) line(say("synergy.explain-agreements", {words(agreements)}));
    if (forums.empty() && agreements.empty()) line(say("synergy.explain-no-tie"));
    if (!joint.empty()) line(say("synergy.explain-joint", {words(joint)}));
    if (pair_.declared_match) line(say("synergy.explain-declared"));
  }

  void complements() {
    for (const auto& c : pair_.complements)
      line(say("synergy.explain-complement",
               {actors(c.a_gives ? pair_.a : pair_.b), gives_words(c.gives, context_.language),
                c.giving_row, actors(c.a_gives ? pair_.b : pair_.a),
                asks_words(c.asks, context_.language), c.asking_row, tag_in_words(c.tag)}) +
           (c.stated ? "" : " " + say("synergy.explain-complement-inferred")));
  }

  void missing() {
    const auto side = [&](std::uint32_t item, const std::vector<std::size_t>& facets) {
      std::vector<std::string> names;
      for (const auto facet : facets)
        names.push_back(text::lower_ascii(data_.info.facets[facet].label));
      if (!names.empty())
        line(say("synergy.explain-missing",
                 {item_id(items_, item, data_), text::join(names, ", ")}));
    };
    side(pair_.a, pair_.facets_missing_a);
    side(pair_.b, pair_.facets_missing_b);
  }

  void score() {
    const auto measure = context_.options.measure;
    const auto value = measure == SynergyMeasure::shared
                           ? std::to_string(pair_.parts.shared / weight_unit)
                           : text::fixed(pair_.score, 2);
    line(say("synergy.explain-score",
             {value, items_.size(),
              say(items_.kind == ItemKind::pledges ? "synergy.of-pledges" : "synergy.of-actors"),
              context_.as_of}));
  }

  void sources() {
    std::vector<std::string> found;
    const auto add = [&](const std::string& source) {
      if (!source.empty() && std::find(found.begin(), found.end(), source) == found.end())
        found.push_back(source);
    };
    for (const auto item : {pair_.a, pair_.b}) {
      if (items_.kind == ItemKind::pledges) {
        add(data_.pledges[PledgeId(items_.row[item])].source);
      } else {
        for (const PledgeId p : context_.relations.actor_pledge.rights(ActorId(items_.row[item])))
          add(data_.pledges[p].source);
      }
    }
    line(found.empty() ? say("synergy.explain-no-source")
                       : say("synergy.explain-sources", {text::join(found, " ; ")}));
  }

  const ItemSet& items_;
  const SynergyPair& pair_;
  const SynergyContext& context_;
  const Dataset& data_;
  std::vector<std::string> lines_;
};

}  // namespace

std::string explain_pair(const ItemSet& items, const SynergyPair& pair,
                         const SynergyContext& context) {
  return Explainer(items, pair, context).explain();
}

}  // namespace coopnet::render
