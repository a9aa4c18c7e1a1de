#include "render/select_words.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace coopnet::render {

std::string SelectWords::regions() const {
  std::vector<std::string> names;
  for (const RegionId region : context_.filter.regions)
    names.push_back(region_name(*context_.data, region, context_.language));
  return in_words(names);
}

std::string SelectWords::objectives() const {
  std::vector<std::string> names;
  for (const TagId id : context_.filter.objectives) names.push_back(tag(id));
  return in_words(names);
}

std::string SelectWords::counted() const {
  return say("select.counted",
             {kinds(), regions(), objectives(), context_.filter.objectives.size()});
}

void SelectWords::list_by_region(Table& table, const std::vector<ActorId>& listed,
                                 const std::vector<ActorId>& all) const {
  using enum ColumnType;
  using enum Importance;
  table.columns = {column("region", text, essential), column("how_many", ratio, essential),
                   column("who", list, essential), column("region_id", text, extra),
                   column("who_ids", list, extra)};
  const auto& data = *context_.data;
  struct Row {
    List names, ids;
    std::int64_t all = 0;
  };
  // With --region only these, if they are of the scheme that is listed.
  const auto& asked = context_.filter.regions;
  const bool narrowed = std::any_of(asked.begin(), asked.end(), [&](RegionId r) {
    return data.regions[r].scheme == data.primary_scheme();
  });
  const auto is_listed = [&](RegionId region) {
    return !narrowed || std::find(asked.begin(), asked.end(), region) != asked.end();
  };
  // Ids of regions ascend; the actors whose region is not recorded come last.
  std::map<std::pair<bool, RegionId>, Row> rows;
  const auto each = [&](ActorId actor, auto visit) {
    const auto own = data.regions_of(actor, data.primary_scheme());
    for (const RegionId region : own)
      if (is_listed(region)) visit(rows[{false, region}]);
    if (own.empty()) visit(rows[{true, RegionId()}]);
  };
  for (const ActorId actor : all) each(actor, [](Row& row) { ++row.all; });
  for (const ActorId actor : listed)
    each(actor, [&](Row& row) {
      row.names.push_back({code(actor)});
      row.ids.push_back({data.actors[actor].id});
    });
  for (const auto& [key, row] : rows) {
    if (row.names.empty()) continue;
    const auto& [unknown, region] = key;
    table.add(
        {unknown ? say("select.region-unknown") : region_name(data, region, context_.language),
         Ratio{static_cast<std::int64_t>(row.names.size()), row.all}, row.names,
         unknown ? Cell() : Cell(data.regions[region].id), row.ids});
  }
}

}  // namespace coopnet::render
