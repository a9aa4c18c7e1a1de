#include "exchange/node_facts.hpp"

#include <algorithm>

#include "exchange/kinds.hpp"

namespace coopnet::exchange {

std::uint32_t AttributeNames::of(std::string_view name, ValueType type) {
  const auto [place, fresh] =
      index_.try_emplace(std::string(name), static_cast<std::uint32_t>(attributes_.size()));
  if (fresh) attributes_.push_back({std::string(name), type});
  return place->second;
}

void AttributeNames::put(AttributeValues& values, std::string_view name, Value value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && text->empty()) return;
  const auto attribute = of(name, type_of(value));
  const auto place = std::lower_bound(
      values.begin(), values.end(), attribute,
      [](const AttributeValue& v, std::uint32_t wanted) { return v.attribute < wanted; });
  values.insert(place, {attribute, std::move(value)});
}

const std::string& NodeFacts::id(Node node) const {
  switch (node.kind) {
    case NodeKind::actor:
      return data_.actors.rows[node.row].id;
    case NodeKind::forum:
      return data_.forums.rows[node.row].id;
    case NodeKind::pledge:
      return data_.pledges.rows[node.row].id;
    case NodeKind::practice:
      return data_.practices.rows[node.row].id;
    case NodeKind::agreement:
      return data_.agreements.rows[node.row].id;
    case NodeKind::event:
      return data_.events.rows[node.row].id;
    case NodeKind::tag:
      break;
  }
  return data_.tags.rows[node.row].id;
}

std::string NodeFacts::label(Node node) const {
  switch (node.kind) {
    case NodeKind::actor:
      return data_.actors.rows[node.row].name.en;
    case NodeKind::forum:
      return data_.forums.rows[node.row].name.en;
    case NodeKind::pledge:
      return data_.pledges.rows[node.row].title;
    case NodeKind::agreement:
      return data_.agreements.rows[node.row].title;
    case NodeKind::event:
      return data_.events.rows[node.row].title;
    case NodeKind::tag:
      return data_.tags.rows[node.row].label.en;
    case NodeKind::practice:
      break;
  }
  return {};
}

std::string_view NodeFacts::subkind(Node node) const {
  const auto known = [](auto kind) {
    return kind == decltype(kind){} ? std::string_view() : word(kind);
  };
  switch (node.kind) {
    case NodeKind::actor:
      return known(data_.actors.rows[node.row].kind);
    case NodeKind::forum:
      return known(data_.forums.rows[node.row].kind);
    case NodeKind::pledge:
      return known(data_.pledges.rows[node.row].kind);
    case NodeKind::practice:
      return known(data_.practices.rows[node.row].kind);
    case NodeKind::agreement:
      return known(data_.agreements.rows[node.row].kind);
    case NodeKind::event:
      return data_.events.rows[node.row].kind;
    case NodeKind::tag:
      break;
  }
  return {};
}

/// Where an actor or a forum lies; a pledge lies where its actors lie. Ascending, in the first
/// scheme.
std::vector<RegionId> NodeFacts::regions(Node node) const {
  const auto scheme = data_.primary_scheme();
  std::vector<RegionId> out;
  const auto add_actor = [&](ActorId actor) {
    const auto own = data_.regions_of(actor, scheme);
    out.insert(out.end(), own.begin(), own.end());
  };
  const auto add_own = [&](const std::vector<RegionUse>& uses) {
    for (const auto& use : uses)
      if (data_.regions[use.id].scheme == scheme) out.push_back(use.id);
  };
  if (node.kind == NodeKind::actor) add_actor(ActorId(node.row));
  if (node.kind == NodeKind::forum) add_own(data_.forums.rows[node.row].regions);
  if (node.kind == NodeKind::event) add_own(data_.events.rows[node.row].regions);
  if (node.kind == NodeKind::pledge)
    for (const ActorId actor : data_.pledges.rows[node.row].actors) add_actor(actor);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

NetworkNode NodeFacts::describe(Node node, AttributeNames& names) const {
  NetworkNode out;
  out.label = label(node);
  names.put(out.values, kind_attribute,
            std::string(node_kind_words[static_cast<std::size_t>(node.kind)]));
  names.put(out.values, subkind_attribute, std::string(subkind(node)));
  const auto where = regions(node);
  std::string region;
  for (const RegionId id : where) {
    const auto& row = data_.regions[id];
    std::string name = row.label.en.empty() ? row.id : row.label.en;
    std::replace(name.begin(), name.end(), ';', ',');
    (region += region.empty() ? "" : ";") += name;
  }
  names.put(out.values, region_attribute, region);
  if (const auto colour = colours_.of(where)) out.colour = parse_colour(region_fills[*colour]);
  return out;
}

}  // namespace coopnet::exchange
