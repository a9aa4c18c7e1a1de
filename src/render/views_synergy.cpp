#include <algorithm>
#include <map>

#include "coopnet/core/text.hpp"
#include "coopnet/render/views.hpp"
#include "render/views_common.hpp"

namespace coopnet::render {
namespace {

/// Kind of an item: that of its first actor.
ActorKind kind_of(const ItemSet& items, std::uint32_t item, const Dataset& data) {
  return data.actors[items.actors[item].front()].kind;
}

/// A short label: actors on the first line, then the id of the pledge.
std::string short_label(const ItemSet& items, std::uint32_t item, const SynergyContext& context) {
  const auto& data = context.data;
  if (items.kind == ItemKind::actors)
    return actor_code(data, ActorId(items.row[item]), context.language);
  const auto& actors = items.actors[item];
  std::string who = actor_code(data, actors.front(), context.language);
  if (actors.size() > 1) who += " +" + std::to_string(actors.size() - 1);
  return who + "\n" + data.pledges[PledgeId(items.row[item])].id;
}

}  // namespace

Drawing synergy_drawing(const SynergyResult& result, const SynergyContext& context) {
  const auto& data = context.data;
  const auto& items = result.items;
  const auto say = [&](std::string_view key, std::initializer_list<MessageArg> args = {}) {
    return message(context.language, key, args);
  };
  Drawing drawing;
  const RegionClusters clusters(data, drawing, context.language);
  const KindShapes kinds(drawing, context.language);
  drawing.styles = {{say("synergy.drawing-across"), LinePattern::solid},
                    {say("synergy.drawing-within"), LinePattern::dashed},
                    {say("synergy.drawing-unknown"), LinePattern::dotted}};
  std::map<std::uint32_t, std::size_t> place;
  const auto node = [&](std::uint32_t item) {
    const auto [it, is_new] = place.try_emplace(item, drawing.nodes.size());
    if (is_new)
      drawing.nodes.push_back({item_id(items, item, data), short_label(items, item, context), "",
                               kinds.of(kind_of(items, item, data)), 0,
                               clusters.of(items.regions[item]),
                               item_name(items, item, data, context.language)});
    ++drawing.nodes[it->second].size;
    return it->second;
  };
  constexpr double hundredths = 100;
  for (const auto& pair : result.pairs) {
    DrawingEdge edge;
    edge.from = node(pair.a);
    edge.to = node(pair.b);
    edge.style = !pair.regions_known ? 2 : pair.across_regions ? 0 : 1;
    edge.width = context.options.measure == SynergyMeasure::shared
                     ? static_cast<double>(pair.parts.shared / weight_unit)
                     : static_cast<double>(static_cast<int>(pair.score * hundredths + 0.5));
    std::vector<std::string> shared;
    for (const auto& tag : pair.shared)
      shared.push_back(tag_name(data, tag.tag, context.language, true));
    edge.description = item_name(items, pair.a, data, context.language) + " | " +
                       item_name(items, pair.b, data, context.language) + " | " +
                       text::join(shared, "; ");
    drawing.edges.push_back(std::move(edge));
  }
  drawing.title =
      say("synergy.drawing-title",
          {say(items.kind == ItemKind::pledges ? "synergy.of-pledges" : "synergy.of-actors")});
  drawing.size_measure = say("synergy.drawing-size");
  drawing.width_measure = context.options.measure == SynergyMeasure::shared
                              ? say("synergy.grid-measure")
                              : say("synergy.drawing-width");
  drawing.subtitle = synergy_table(result, context).notes.front();
  if (drawing.subtitle.ends_with('.')) drawing.subtitle.pop_back();
  sign(drawing, data, context.as_of, context.language);
  return drawing;
}

}  // namespace coopnet::render
