#include "render/pair_words.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"
#include "coopnet/render/synergy_view.hpp"

namespace coopnet::render {

List shared_list(const Dataset& data, const SynergyPair& pair, bool ids, Language language) {
  List out;
  for (const auto& tag : pair.shared)
    out.push_back({ids ? data.tags[tag.tag].id : tag_name(data, tag.tag, language, false),
                   tag.stated_a && tag.stated_b});
  return out;
}

List forum_list(const Dataset& data, const SynergyPair& pair) {
  List out;
  for (const ForumId forum : pair.forums) out.push_back({forum_code(data, forum)});
  return out;
}

List agreement_list(const Dataset& data, const SynergyPair& pair) {
  List out;
  for (const AgreementId a : pair.agreements) out.push_back({agreement_name(data, a)});
  return out;
}

List joint_pledge_list(const Dataset& data, const SynergyPair& pair) {
  List out;
  for (const PledgeId pledge : pair.joint_pledges) out.push_back({data.pledges[pledge].id});
  return out;
}

List complement_list(const Dataset& data, const SynergyPair& pair, Language language) {
  List out;
  for (const auto& c : pair.complements)
    out.push_back({message(language, "synergy.complement-short",
                           {c.giving_row, gives_words(c.gives, language), c.asking_row,
                            asks_words(c.asks, language), tag_name(data, c.tag, language, false)}),
                   c.stated});
  return out;
}

List actor_ids(const Dataset& data, const ItemSet& items, std::uint32_t item) {
  List out;
  for (const ActorId actor : items.actors[item]) out.push_back({data.actors[actor].id});
  return out;
}

Cell region_ids(const Dataset& data, const ItemSet& items, std::uint32_t item) {
  List out;
  for (const RegionId region : items.regions[item]) out.push_back({data.regions[region].id});
  return out.empty() ? Cell() : Cell(out);
}

List facet_labels(const Dataset& data, const std::vector<std::size_t>& facets) {
  List out;
  for (const auto facet : facets) out.push_back({data.info.facets[facet].label});
  return out;
}

std::string measure_note(const Dataset& data, SynergyMeasure measure,
                         const std::vector<std::uint32_t>& facet_weights, std::size_t items,
                         Language language) {
  std::vector<std::string> weights;
  for (std::size_t f = 0; f < facet_weights.size(); ++f) {
    if (facet_weights[f] == 0) continue;
    const auto& facet = data.info.facets[f];
    weights.push_back(measure == SynergyMeasure::score ? message(language, "synergy.facet-weight",
                                                                 {facet.label, facet_weights[f]})
                                                       : facet.label);
  }
  return message(language, "synergy.measure-" + std::string(measure_word(measure)),
                 {text::join(weights, ", "), items});
}

bool shares_inferred(const SynergyPair& pair) {
  return std::any_of(pair.shared.begin(), pair.shared.end(),
                     [](const auto& tag) { return !tag.stated_a || !tag.stated_b; });
}

std::string gives_words(Complement::Gives gives, Language language) {
  constexpr std::array keys{"synergy.gives-offer", "synergy.gives-completed-pledge",
                            "synergy.gives-practice", "synergy.gives-support-given"};
  return message(language, keys[static_cast<std::size_t>(gives)]);
}

std::string asks_words(Complement::Asks asks, Language language) {
  constexpr std::array keys{"synergy.asks-need", "synergy.asks-announced-pledge",
                            "synergy.asks-plan", "synergy.asks-reported-need"};
  return message(language, keys[static_cast<std::size_t>(asks)]);
}

}  // namespace coopnet::render
