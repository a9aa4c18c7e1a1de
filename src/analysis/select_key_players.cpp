#include <algorithm>
#include <numeric>

#include "analysis/select_filter.hpp"
#include "coopnet/algo/key_players.hpp"
#include "coopnet/analysis/select.hpp"
#include "coopnet/core/errors.hpp"
#include "coopnet/graph/bgl.hpp"
#include "coopnet/graph/csr_graph.hpp"
#include "coopnet/network/projection.hpp"

namespace coopnet {
namespace {

using ForumNetwork = graph::CsrGraph<>;

/// Memberships of admitted actors in forums that work on an admitted objective.
graph::Incidence<ActorId, ForumId> memberships(const Dataset& data, const Relations& relations,
                                               const ActorScope& admitted,
                                               const SelectFilter& filter) {
  std::vector<bool> counts(data.forums.size(), filter.objectives.empty());
  for (std::size_t f = 0; f < counts.size(); ++f)
    for (const TagId tag : relations.forum_tag.rights(ForumId::at(f)))
      if (!filter.objectives.empty() && any_or_listed(filter.objectives, tag)) counts[f] = true;
  std::vector<graph::Link<ActorId, ForumId>> links;
  for (std::size_t i = 0; i < data.actors.size(); ++i)
    for (const ForumId forum : relations.actor_forum.rights(ActorId::at(i)))
      if (admitted.inside(ActorId::at(i)) && counts[forum.index()])
        links.push_back({ActorId::at(i), forum, forum.value, true});
  return {data.actors.size(), data.forums.size(), links};
}

/// Groups of vertices joined by paths, without the removed ones; larger first, then by number.
std::vector<std::vector<std::uint32_t>> groups_of(const ForumNetwork& g,
                                                  const std::vector<std::uint32_t>& removed) {
  std::vector<bool> seen(g.vertex_count());
  for (const auto v : removed) seen[v] = true;
  std::vector<std::vector<std::uint32_t>> out;
  for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
    if (seen[v]) continue;
    seen[v] = true;
    auto& group = out.emplace_back(1, v);
    for (std::size_t i = 0; i < group.size(); ++i)
      for (const auto w : g.neighbours(group[i])) {
        if (seen[w]) continue;
        seen[w] = true;
        group.push_back(w);
      }
    std::sort(group.begin(), group.end());
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& x, const auto& y) { return x.size() > y.size(); });
  return out;
}

/// Pairs within a group, without those of whom one is removed.
std::uint64_t linked_pairs(const std::vector<std::vector<std::uint32_t>>& groups,
                           const std::vector<std::uint32_t>& removed) {
  std::uint64_t pairs = 0;
  for (const auto& group : groups) {
    const auto left =
        static_cast<std::uint64_t>(std::count_if(group.begin(), group.end(), [&](std::uint32_t v) {
          return std::find(removed.begin(), removed.end(), v) == removed.end();
        }));
    if (left > 1) pairs += left * (left - 1) / 2;
  }
  return pairs;
}

std::uint64_t reached_by(const ForumNetwork& g, const std::vector<std::uint32_t>& vertices,
                         std::vector<std::uint32_t>* unreached = nullptr) {
  std::vector<bool> reached(g.vertex_count());
  for (const auto v : vertices) {
    reached[v] = true;
    for (const auto w : g.neighbours(v)) reached[w] = true;
  }
  for (std::uint32_t v = 0; unreached != nullptr && v < reached.size(); ++v)
    if (!reached[v]) unreached->push_back(v);
  return static_cast<std::uint64_t>(std::count(reached.begin(), reached.end(), true));
}

void find_reach(const ForumNetwork& g, const KeyPlayerOptions& options, KeyPlayersResult& out,
                Progress* progress) {
  algo::KeyReachOptions how;
  how.coverage.most_steps = options.most_steps;
  auto found = algo::key_players_reach(g, options.k, how, progress);
  out.coverage = std::move(found.coverage);
  out.optimal = out.coverage.optimal;
  const auto& chosen = out.coverage.best.sets;
  if (reached_by(g, chosen, &out.unreached) != out.coverage.best.covered)
    throw InternalError("the actors chosen do not reach what was counted");
  // An edge of the network stands for any number of forums, so neighbours are counted once.
  out.singles.resize(g.vertex_count());
  std::iota(out.singles.begin(), out.singles.end(), 0U);
  std::stable_sort(out.singles.begin(), out.singles.end(), [&](std::uint32_t x, std::uint32_t y) {
    return g.out_degree(x) > g.out_degree(y);
  });
  out.singles.resize(std::min(chosen.size(), out.singles.size()));
  out.singles_reach = reached_by(g, out.singles);
}

/// Pairs of others that are linked only through the removed.
std::uint64_t cut_pairs(const ForumNetwork& g,
                        const std::vector<std::vector<std::uint32_t>>& before,
                        const std::vector<std::uint32_t>& removed) {
  return linked_pairs(before, removed) - linked_pairs(groups_of(g, removed), {});
}

/// Leaves out whoever cuts nothing: any other would do as well in their place.
std::vector<std::uint32_t> who_cut(const ForumNetwork& g,
                                   const std::vector<std::vector<std::uint32_t>>& before,
                                   std::vector<std::uint32_t> chosen) {
  for (std::size_t i = chosen.size(); i-- > 0;) {
    auto fewer = chosen;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (cut_pairs(g, before, fewer) >= cut_pairs(g, before, chosen)) chosen = std::move(fewer);
  }
  return chosen;
}

void find_split(const ForumNetwork& g, const KeyPlayerOptions& options, KeyPlayersResult& out,
                Progress* progress) {
  algo::KeySplitOptions how;
  how.most_steps = options.most_steps;
  auto found = algo::key_players_split(g, options.k, how, progress);
  out.optimal = found.optimal;
  out.fragmentation_before = found.before;
  out.bound = found.bound;
  out.before = groups_of(g, {});
  out.chosen = who_cut(g, out.before, std::move(found.chosen));
  out.after = groups_of(g, out.chosen);
  out.cut_pairs = cut_pairs(g, out.before, out.chosen);
  out.fragmentation_after = algo::fragmentation_without(g, out.chosen, how);
}

}  // namespace

KeyPlayersResult find_key_players(const Dataset& data, const Relations& relations,
                                  const Selection& selection, const KeyPlayerOptions& options,
                                  Progress* progress) {
  KeyPlayersResult out;
  out.kind = options.kind;
  out.k = options.k;
  const auto admitted = admitted_actors(data, selection, options.filter);
  const auto forums = memberships(data, relations, admitted, options.filter);
  std::vector<std::uint32_t> vertex(data.actors.size());
  for (std::size_t i = 0; i < data.actors.size(); ++i) {
    if (!admitted.inside(ActorId::at(i))) continue;
    const auto id = ActorId::at(i);
    vertex[i] = static_cast<std::uint32_t>(out.actors.size());
    (forums.left_degree(id) > 0 ? out.actors : out.outside).push_back(id);
  }
  std::vector<graph::CsrEdge<>> edges;
  for (const auto& pair : project(forums).pairs)
    edges.push_back({vertex[pair.a.index()], vertex[pair.b.index()], {}});
  out.ties = edges.size();
  const ForumNetwork network(out.actors.size(), edges);
  if (options.kind == KeyPlayerKind::reach)
    find_reach(network, options, out, progress);
  else
    find_split(network, options, out, progress);
  return out;
}

}  // namespace coopnet
