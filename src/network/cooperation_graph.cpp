#include "coopnet/network/cooperation_graph.hpp"

namespace coopnet {
namespace {

using Base = graph::CsrGraph<Node, Tie>;
using Counts = std::array<std::size_t, 7>;

Counts count_rows(const Dataset& d) {
  return {d.actors.size(),     d.forums.size(), d.pledges.size(), d.practices.size(),
          d.agreements.size(), d.events.size(), d.tags.size()};
}

std::array<std::uint32_t, 7> first_vertices(const Counts& counts) {
  std::array<std::uint32_t, 7> first{};
  for (std::size_t k = 1; k < first.size(); ++k)
    first[k] = first[k - 1] + static_cast<std::uint32_t>(counts[k - 1]);
  return first;
}

Base build(const Dataset& data, const Relations& r) {
  const auto counts = count_rows(data);
  const auto first = first_vertices(counts);
  std::vector<Node> nodes;
  for (std::size_t k = 0; k < counts.size(); ++k)
    for (std::uint32_t row = 0; row < counts[k]; ++row)
      nodes.push_back({static_cast<NodeKind>(k), row});
  std::vector<Base::Edge> edges;
  const auto add = [&](const auto& relation, NodeKind left, NodeKind right, TieKind kind) {
    using Left = typename std::remove_cvref_t<decltype(relation)>::left_id;
    for (std::size_t l = 0; l < relation.left_count(); ++l) {
      const auto id = Left::at(l);
      const auto rights = relation.rights(id);
      for (std::size_t p = 0; p < rights.size(); ++p)
        edges.push_back({first[static_cast<std::size_t>(left)] + id.value,
                         first[static_cast<std::size_t>(right)] + rights[p].value,
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
  const std::size_t vertex_count = nodes.size();
  return Base(vertex_count, edges, std::move(nodes));
}

}  // namespace

CooperationGraph::CooperationGraph(const Dataset& data, const Relations& relations)
    : Base(build(data, relations)), first_(first_vertices(count_rows(data))) {}

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
