#include "coopnet/model/selection.hpp"

namespace coopnet {

Selection::Selection(const Dataset& data)
    : actors(data.actors.size(), true),
      forums(data.forums.size(), true),
      pledges(data.pledges.size(), true),
      practices(data.practices.size(), true),
      agreements(data.agreements.size(), true),
      events(data.events.size(), true) {}

bool Selection::leave_out(const Dataset& data, std::string_view id) {
  const auto drop = [&](const auto& table, std::vector<bool>& kept) {
    const auto row = table.find(id);
    if (row) kept[row->index()] = false;
    return row.has_value();
  };
  bool found = drop(data.actors, actors);
  found = drop(data.forums, forums) || found;
  found = drop(data.pledges, pledges) || found;
  found = drop(data.practices, practices) || found;
  found = drop(data.agreements, agreements) || found;
  return drop(data.events, events) || found;
}

bool Selection::holds(const Dataset& data, std::string_view id) const {
  const auto left_out = [&](const auto& table, const std::vector<bool>& kept) {
    const auto row = table.find(id);
    return row && !kept[row->index()];
  };
  return !left_out(data.actors, actors) && !left_out(data.forums, forums) &&
         !left_out(data.pledges, pledges) && !left_out(data.practices, practices) &&
         !left_out(data.agreements, agreements) && !left_out(data.events, events);
}

}  // namespace coopnet
