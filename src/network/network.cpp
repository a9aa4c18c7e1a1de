#include "coopnet/network/network.hpp"

#include <algorithm>

#include "coopnet/network/projection.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

constexpr std::uint32_t none = ~0U;

template <class T>
bool holds(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Which rows lie where an analyst looks: actors by themselves, a forum or a pledge also by those
/// in it.
class PlacedRows {
 public:
  PlacedRows(const Dataset& data, const Relations& relations, ActorScope scope)
      : data_(data), relations_(relations), scope_(std::move(scope)) {}

  bool holds(ActorId actor) const { return scope_.inside(actor); }
  bool holds(ForumId forum) const {
    return scope_.wants_any(data_.forums[forum].regions) ||
           any(relations_.actor_forum.lefts(forum));
  }
  bool holds(PledgeId pledge) const { return any(relations_.actor_pledge.lefts(pledge)); }

 private:
  bool any(std::span<const ActorId> actors) const {
    return std::any_of(actors.begin(), actors.end(), [&](ActorId a) { return holds(a); });
  }

  const Dataset& data_;
  const Relations& relations_;
  ActorScope scope_;
};

class NetworkBuilder {
 public:
  NetworkBuilder(const Dataset& data, const Relations& relations, const Selection& selection,
                 const NetworkOptions& options)
      : data_(data),
        relations_(relations),
        selection_(selection),
        options_(options),
        placed_(data, relations,
                ActorScope(data, selection, options.scheme, options.regions, options.kinds)) {
    out_.kind = options.kind;
    admit_actors();
  }

  Network build() {
    switch (options_.kind) {
      case NetworkKind::actors_by_forum:
        project_actors(relations_.actor_forum);
        break;
      case NetworkKind::actors_by_agreement:
        project_actors(relations_.actor_agreement);
        break;
      case NetworkKind::actors_by_pledge:
        project_actors(relations_.actor_pledge);
        break;
      case NetworkKind::actors_by_exchange:
        exchanges();
        break;
      case NetworkKind::forums_by_member:
        project_forums();
        break;
      case NetworkKind::pledges_by_tag:
        project_pledges();
        break;
      case NetworkKind::two_mode:
        two_mode();
        break;
    }
    return std::move(out_);
  }

 private:
  // --- which rows are admitted ---

  void admit_actors() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i)
      actor_.push_back(placed_.holds(ActorId::at(i)));
  }

  template <class RowId>
  bool carries_wanted(const graph::Incidence<RowId, TagId>& relation, RowId row) const {
    return options_.tags.empty() ||
           std::any_of(options_.tags.begin(), options_.tags.end(),
                       [&](TagId tag) { return relation.contains(row, tag); });
  }

  // --- vertices ---

  /// Numbers the admitted rows of one kind that have something to share.
  template <class Has>
  std::vector<std::uint32_t> number(NodeKind kind, const std::vector<bool>& admitted, Has has) {
    std::vector<std::uint32_t> vertex(admitted.size(), none);
    for (std::uint32_t row = 0; row < admitted.size(); ++row) {
      if (!admitted[row]) continue;
      if (!has(row)) {
        ++out_.without_tie;
        continue;
      }
      vertex[row] = static_cast<std::uint32_t>(out_.nodes.size());
      out_.nodes.push_back({kind, row});
    }
    return vertex;
  }

  // --- networks ---

  template <class Left, class Right>
  void project_side(NodeKind kind, const std::vector<bool>& admitted,
                    const graph::Incidence<Left, Right>& relation) {
    const auto vertex = number(
        kind, admitted, [&](std::uint32_t row) { return relation.left_degree(Left(row)) > 0; });
    const std::vector<bool> all(relation.right_count(), true);
    const auto links = relation.filtered(admitted, all);
    std::uint64_t pairs = 0;
    for (std::size_t i = 0; i < links.right_count(); ++i) {
      const std::uint64_t rows = links.right_degree(Right::at(i));
      pairs += rows * (rows - (rows > 0 ? 1 : 0)) / 2;
    }
    if (pairs > most_network_pairs) {
      out_.nodes.clear();
      out_.oversize = pairs;
      return;
    }
    const auto projection = project(links);
    std::vector<StrengthGraph::Edge> edges;
    edges.reserve(projection.pairs.size());
    for (const auto& pair : projection.pairs)
      edges.push_back({vertex[pair.a.index()], vertex[pair.b.index()], pair.count});
    out_.graph = StrengthGraph(out_.nodes.size(), edges);
  }

  template <class RowId>
  void project_actors(const graph::Incidence<ActorId, RowId>& relation) {
    project_side(NodeKind::actor, actor_, relation);
  }

  void exchanges() {
    const auto& relation = relations_.exchange;
    const auto vertex = number(NodeKind::actor, actor_, [&](std::uint32_t row) {
      return relation.left_degree(ActorId(row)) > 0 || relation.right_degree(ActorId(row)) > 0;
    });
    std::vector<StrengthGraph::Edge> either;
    std::vector<DirectedStrengthGraph::Edge> edges;
    for (std::uint32_t link = 0; link < relation.size(); ++link) {
      const auto from = vertex[relation.left(link).index()];
      const auto to = vertex[relation.right(link).index()];
      if (from == none || to == none || from == to) continue;
      edges.push_back({from, to, 1});
      const bool both = relation.contains(relation.right(link), relation.left(link));
      if (from < to || !both) either.push_back({from, to, both ? 2U : 1U});
    }
    out_.graph = StrengthGraph(out_.nodes.size(), either);
    out_.directed = DirectedStrengthGraph(out_.nodes.size(), edges);
  }

  std::vector<bool> admitted_forums() const {
    std::vector<bool> out(data_.forums.size());
    for (std::size_t f = 0; f < out.size(); ++f) {
      const auto id = ForumId::at(f);
      out[f] =
          selection_.forums[f] && placed_.holds(id) && carries_wanted(relations_.forum_tag, id);
    }
    return out;
  }

  void project_forums() {
    const std::vector<bool> all(data_.forums.size(), true);
    project_side(NodeKind::forum, admitted_forums(),
                 relations_.actor_forum.filtered(actor_, all).transposed());
  }

  void project_pledges() {
    std::vector<bool> admitted(data_.pledges.size());
    for (std::size_t p = 0; p < admitted.size(); ++p) {
      const auto id = PledgeId::at(p);
      const auto actors = relations_.actor_pledge.lefts(id);
      const bool anybody = options_.regions.empty() && options_.kinds.empty() && actors.empty();
      admitted[p] = selection_.pledges[p] && (anybody || placed_.holds(id)) &&
                    carries_wanted(relations_.pledge_tag, id);
    }
    std::vector<bool> primary;
    for (const auto& tag : data_.tags) primary.push_back(tag.facet == data_.info.primary_facet);
    project_side(NodeKind::pledge, admitted, relations_.pledge_tag.filtered(admitted, primary));
  }

  void two_mode() {
    const auto& relation = relations_.actor_forum;
    const auto forums = admitted_forums();
    const auto links = relation.filtered(actor_, forums);
    const auto actor = number(NodeKind::actor, actor_, [&](std::uint32_t row) {
      return links.left_degree(ActorId(row)) > 0;
    });
    const auto forum = number(NodeKind::forum, forums, [&](std::uint32_t row) {
      return links.right_degree(ForumId(row)) > 0;
    });
    std::vector<StrengthGraph::Edge> edges;
    for (std::uint32_t link = 0; link < links.size(); ++link)
      edges.push_back({actor[links.left(link).index()], forum[links.right(link).index()], 1});
    out_.graph = StrengthGraph(out_.nodes.size(), edges);
  }

  const Dataset& data_;
  const Relations& relations_;
  const Selection& selection_;
  const NetworkOptions& options_;
  PlacedRows placed_;
  std::vector<bool> actor_;  // admitted
  Network out_;
};

}  // namespace

Network build_network(const Dataset& data, const Relations& relations, const Selection& selection,
                      const NetworkOptions& options) {
  return NetworkBuilder(data, relations, selection, options).build();
}

std::vector<bool> vertices_in(const Dataset& data, const Relations& relations,
                              const Selection& selection, const Network& network,
                              std::string_view scheme, const std::vector<RegionId>& regions) {
  std::vector<bool> out(network.nodes.size(), true);
  if (regions.empty()) return out;
  const PlacedRows placed(data, relations, ActorScope(data, selection, scheme, regions, {}));
  for (std::size_t v = 0; v < out.size(); ++v) {
    const Node& node = network.nodes[v];
    out[v] = node.kind == NodeKind::actor   ? placed.holds(ActorId(node.row))
             : node.kind == NodeKind::forum ? placed.holds(ForumId(node.row))
                                            : placed.holds(PledgeId(node.row));
  }
  return out;
}

}  // namespace coopnet
