#include "render/views_common.hpp"

#include "coopnet/core/text.hpp"
#include "coopnet/network/region_colours.hpp"

namespace coopnet::render {

// The classes of regions are those of drawings.
static_assert(other_regions_class == other_colour && several_regions_class == colour_classes - 1);


RegionClusters::RegionClusters(const Dataset& data, Drawing& drawing, Language language) {
  const RegionColours colours(data);
  for (std::size_t i = 0; i < data.regions.size(); ++i) {
    const auto id = RegionId::at(i);
    const auto colour = colours.of(id);
    if (!colour) continue;
    cluster_.emplace(id, drawing.clusters.size());
    drawing.clusters.push_back({region_name(data, id, language), *colour});
  }
  if (cluster_.empty()) return;
  several_ = drawing.clusters.size();
  drawing.clusters.push_back({message(language, "draw.several-regions"), several_regions_class});
}

std::size_t RegionClusters::of(const std::vector<RegionId>& regions) const {
  if (regions.empty()) return no_cluster;
  if (regions.size() > 1) return several_;
  const auto found = cluster_.find(regions.front());
  return found == cluster_.end() ? no_cluster : found->second;
}

KindShapes::KindShapes(Drawing& drawing, Language language) {
  const auto add = [&](const char* key, Shape shape) {
    drawing.kinds.push_back({message(language, std::string("draw.kind-") + key), shape});
  };
  add("state", Shape::circle);
  add("un-entity", Shape::square);
  add("igo-network", Shape::pentagon);
  add("civil-society", Shape::triangle);
  add("local-authority", Shape::diamond);
  add("agreement", Shape::inverted_triangle);
  add("forum", Shape::hexagon);
}

std::size_t KindShapes::of(ActorKind kind) const {
  switch (kind) {
    case ActorKind::state:
      return 0;
    case ActorKind::un_entity:
      return 1;

    case ActorKind::civil_society:
    case ActorKind::trade_union:
    case ActorKind::faith:
    case ActorKind::youth:
    case ActorKind::academia:
      return 3;
    case ActorKind::local_authority:
      return 4;
    default:
      return 2;
  }
}

std::string source_line(const Dataset& data, Language language) {
  const auto title = data.info.title.empty() ? message(language, "draw.untitled") : data.info.title;
  const auto line = message(language, "draw.source", {title});
  return data.info.version.empty() ? line : line + ", " + data.info.version;
}

void sign(Drawing& drawing, const Dataset& data, const std::string& as_of, Language language) {
  const auto say = [&](std::string_view key, std::initializer_list<MessageArg> args) {
    return message(language, key, args);
  };
  drawing.source = source_line(data, language);
  if (!as_of.empty()) drawing.date = say("draw.as-of", {as_of});
  drawing.language = language_code(language);
  drawing.direction =
      language == Language::ar ? Direction::right_to_left : Direction::left_to_right;
  const auto words = [&](const char* key) { return std::string(message_template(language, key)); };
  drawing.words.colour = words("draw.picture-colour");
  drawing.words.shape = words("draw.picture-shape");
  drawing.words.line = words("draw.picture-line");
  drawing.words.key = words("draw.picture-key");
  drawing.words.other = words("draw.picture-other");
  drawing.words.not_assigned = words("draw.picture-not-assigned");
  drawing.words.more = words("draw.picture-more");
  drawing.words.empty = words("draw.picture-empty");
  drawing.words.counts = words("draw.picture-counts");
  drawing.words.names_shown = words("draw.picture-names-shown");
}

}  // namespace coopnet::render
