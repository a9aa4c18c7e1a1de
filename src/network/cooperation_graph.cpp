#include "coopnet/network/cooperation_graph.hpp"

namespace coopnet {
NodeNumbers::NodeNumbers(const Dataset& d) {
  const std::array<std::size_t, node_kinds> counts{
      d.actors.size(),     d.forums.size(), d.pledges.size(), d.practices.size(),
      d.agreements.size(), d.events.size(), d.tags.size()};
  for (std::size_t k = 0; k < counts.size(); ++k)
    first_[k + 1] = first_[k] + static_cast<std::uint32_t>(counts[k]);
}

CooperationGraph build_cooperation_graph(const Dataset& data, const Relations& r) {
  const NodeNumbers numbers(data);
  std::vector<Node> nodes;
  nodes.reserve(numbers.size());
  for (std::size_t k = 0; k < node_kinds; ++k)
    for (std::uint32_t row = 0; row < numbers.count(static_cast<NodeKind>(k)); ++row)
      nodes.push_back({static_cast<NodeKind>(k), row});
  std::vector<CooperationGraph::Edge> edges;
  const auto add = [&](const auto& relation, NodeKind left, NodeKind right, TieKind kind) {
    using Left = typename std::remove_cvref_t<decltype(relation)>::left_id;
    for (std::size_t l = 0; l < relation.left_count(); ++l) {
      const auto id = Left::at(l);
      const auto rights = relation.rights(id);
      for (std::size_t p = 0; p < rights.size(); ++p)
        edges.push_back({numbers.vertex({left, id.value}),
                         numbers.vertex({right, rights[p].value}),
                         {kind, relation.left_stated(id, p), relation.left_rows(id)[p]}});
    }
  };
  add(r.actor_pledge, NodeKind::actor, NodeKind::pledge, TieKind::commits_to);
  add(r.actor_practice, NodeKind::actor, NodeKind::practice, TieKind::reports);
  add(r.actor_forum, NodeKind::actor, NodeKind::forum, TieKind::belongs_to);
  add(r.actor_agreement, NodeKind::actor, NodeKind::agreement, TieKind::is_party_to);
  add(r.organiser_event, NodeKind::actor, NodeKind::event, TieKind::organises);
  add(r.forum_event, NodeKind::forum, NodeKind::event, TieKind::organises);
  add(r.pledge_tag, NodeKind::pledge, NodeKind::tag, TieKind::is_about);
  add(r.practice_tag, NodeKind::practice, NodeKind::tag, TieKind::is_about);
  add(r.forum_tag, NodeKind::forum, NodeKind::tag, TieKind::is_about);
  add(r.agreement_tag, NodeKind::agreement, NodeKind::tag, TieKind::is_about);
  add(r.event_tag, NodeKind::event, NodeKind::tag, TieKind::is_about);
  return CooperationGraph(numbers.size(), edges, std::move(nodes));
}

ExchangeGraph build_exchange_graph(const Relations& relations) {
  const auto& exchange = relations.exchange;
  std::vector<ExchangeGraph::Edge> edges;
  for (std::uint32_t link = 0; link < exchange.size(); ++link)
    edges.push_back({exchange.left(link).value, exchange.right(link).value, exchange.row(link)});
  return ExchangeGraph(exchange.left_count(), edges);
}

EventGraph build_event_graph(const Dataset& data) {
  std::vector<EventGraph::Edge> edges;
  for (std::uint32_t i = 0; i < data.events.size(); ++i)
    for (const EventId target : data.events.rows[i].feeds_into)
      edges.push_back({i, target.value, {}});
  return EventGraph(data.events.size(), edges);
}

}  // namespace coopnet
