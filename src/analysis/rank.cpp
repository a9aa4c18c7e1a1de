#include "coopnet/analysis/rank.hpp"

#include <algorithm>
#include <map>

#include "coopnet/algo/betweenness.hpp"
#include "coopnet/algo/brokerage.hpp"
#include "coopnet/algo/closeness.hpp"
#include "coopnet/algo/core_numbers.hpp"
#include "coopnet/algo/cut_points.hpp"
#include "coopnet/algo/eigenvector.hpp"
#include "coopnet/algo/exact_lengths.hpp"
#include "coopnet/algo/pagerank.hpp"
#include "coopnet/algo/structural_holes.hpp"
#include "coopnet/algo/two_mode.hpp"
#include "coopnet/graph/bgl.hpp"

namespace coopnet {
namespace {

/// The graph with every edge turned round.
DirectedStrengthGraph turned(const DirectedStrengthGraph& g) {
  std::vector<DirectedStrengthGraph::Edge> edges;
  for (auto e = g.edges_begin(); e != g.edges_end(); ++e)
    edges.push_back({(*e).target, (*e).source, g[*e]});
  return DirectedStrengthGraph(g.vertex_count(), edges);
}

class PositionFinder {
 public:
  PositionFinder(const Dataset& data, const Network& network, std::string_view scheme,
                 const RankOptions& options, Progress* progress)
      : data_(data),
        network_(network),
        scheme_(scheme),
        options_(options),
        progress_(progress),
        n_(network.nodes.size()) {
    out_.rows.resize(n_);
  }

  Position run() {
    degrees();
    pieces();
    if (network_.is_directed()) {
      paths(network_.directed);
      flow(network_.directed);
      brokers(network_.directed);
    } else {
      paths(network_.graph);
      flow(network_.graph);
      brokers(network_.graph);
    }
    layers();
    if (network_.kind == NetworkKind::two_mode) two_mode();
    return std::move(out_);
  }

 private:
  void degrees() {
    const auto& g = network_.graph;
    out_.ties = network_.is_directed() ? network_.directed.edge_count() : g.edge_count();
    for (std::uint32_t v = 0; v < n_; ++v) {
      auto& row = out_.rows[v];
      row.degree = static_cast<std::uint32_t>(g.out_degree(v));
      for (auto e = g.out_begin(v); e != g.out_end(v); ++e) row.strength += g[*e];
      if (!network_.is_directed()) continue;
      row.out_degree = static_cast<std::uint32_t>(network_.directed.out_degree(v));
      row.in_degree = static_cast<std::uint32_t>(network_.directed.in_degree(v));
    }
  }

  void pieces() {
    const auto cuts = algo::cut_points(network_.graph);
    out_.components = cuts.component_size.size();
    for (std::uint32_t v = 0; v < n_; ++v) {
      out_.rows[v].component = cuts.component[v];
      out_.rows[v].component_size = cuts.component_size[cuts.component[v]];
      out_.largest = std::max<std::size_t>(out_.largest, out_.rows[v].component_size);
    }
    for (const auto& point : cuts.points)
      out_.falls_apart.push_back(
          {point.vertex, algo::members_without(network_.graph, point.vertex)});
    for (const auto& bridge : cuts.bridges)
      out_.only_ties.push_back({bridge.a, bridge.b, bridge.a_side, bridge.b_side});
  }

  // --- paths ---

  template <class G>
  void paths(const G& g) {
    if (options_.lengths == TieLength::equal) {
      const auto sums = algo::distance_sums(g, {options_.threads}, progress_);
      take_paths(g, sums, algo::betweenness(g, {options_.threads}, progress_));
    } else {
      std::vector<std::uint64_t> strengths;
      for (auto e = g.edges_begin(); e != g.edges_end(); ++e) strengths.push_back(g[*e]);
      algo::ExactLengths lengths;
      if (options_.lengths == TieLength::strength) {
        lengths = algo::exact_lengths(strengths);
      } else {
        lengths.length = strengths;
      }
      out_.lengths_rounded = lengths.rounded;
      unit_ = static_cast<double>(lengths.unit);
      const auto length = [&](const auto& e) { return lengths.length[e.id]; };
      const auto sums = algo::weighted_distance_sums(g, length, {options_.threads}, progress_);
      take_paths(g, sums, algo::weighted_betweenness(g, length, {options_.threads}, progress_));
    }
  }

  template <class G>
  void take_paths(const G& g, const std::vector<algo::DistanceSums>& sums,
                  const std::vector<double>& betweenness) {
    const double most = n_ > 2 ? algo::max_betweenness(n_, G::is_directed) : 0;
    const auto connected = connected_pairs(g, sums);
    for (std::size_t v = 0; v < n_; ++v) {
      auto& row = out_.rows[v];
      if (const auto near = algo::closeness(sums[v], n_)) row.closeness = *near * unit_;
      if (const auto near = algo::normalised_harmonic(sums[v], n_)) row.harmonic = *near * unit_;
      row.betweenness = betweenness[v];
      if (most > 0) row.betweenness_normalised = betweenness[v] / most;
      if (connected[v] > 0) row.path_share = betweenness[v] / connected[v];
    }
  }

  /// For each vertex, how many pairs of others a path joins: unordered ones of an undirected graph.
  template <class G>
  std::vector<double> connected_pairs(const G& g,
                                      const std::vector<algo::DistanceSums>& sums) const {
    double all = 0;  // ordered
    for (const auto& s : sums) all += s.reached;
    std::vector<double> out;
    if constexpr (G::is_directed) {
      const auto back = algo::distance_sums(turned(g), {options_.threads});
      for (std::size_t v = 0; v < n_; ++v) out.push_back(all - sums[v].reached - back[v].reached);
    } else {
      for (const auto& s : sums) out.push_back(all / 2 - s.reached);
    }
    return out;
  }

  // --- flow and holes ---

  template <class G>
  void flow(const G& g) {
    const auto strength = [&](const auto& e) { return static_cast<double>(g[e]); };
    const auto rank = algo::pagerank(g, strength, {}, progress_);
    out_.converged = out_.converged && rank.converged;
    const auto holes = algo::structural_holes(g, strength, progress_);
    for (std::size_t v = 0; v < n_; ++v) {
      out_.rows[v].pagerank = rank.rank[v];
      out_.rows[v].constraint = holes[v].constraint;
      out_.rows[v].effective_size = holes[v].effective_size;
    }
  }

  void layers() {
    const auto& g = network_.graph;
    const auto cores = algo::core_numbers(g);
    const auto strength = [&](const auto& e) { return static_cast<double>(g[e]); };
    const auto central = algo::eigenvector_centrality(g, strength);
    out_.converged = out_.converged && central.converged;
    std::optional<std::uint32_t> main;
    for (const auto& row : out_.rows)
      if (!main && row.component_size == out_.largest) main = row.component;
    for (std::size_t v = 0; v < n_; ++v) {
      out_.rows[v].core = cores[v];
      if (out_.rows[v].component == main) out_.rows[v].eigenvector = central.value[v];
    }
  }

  // --- brokers ---

  /// A group is a set of regions: a state in two of them is in a group with those in the same two.
  void find_groups() {
    std::map<std::vector<RegionId>, std::uint32_t> numbers;
    for (const auto& node : network_.nodes) {
      auto regions = data_.regions_of(ActorId(node.row), scheme_);
      const auto [place, fresh] =
          numbers.emplace(std::move(regions), static_cast<std::uint32_t>(numbers.size()));
      if (fresh) out_.groups.push_back(place->first);
      out_.group.push_back(place->second);
    }
  }

  template <class G>
  void brokers(const G& g) {
    const bool actors = network_.kind != NetworkKind::two_mode && n_ > 0 &&
                        network_.nodes.front().kind == NodeKind::actor;
    if (!actors || scheme_.empty()) return;
    find_groups();
    const auto found = algo::brokerage(g, out_.group);
    for (std::size_t v = 0; v < n_; ++v) out_.brokerage.push_back({found.counts[v], found.z[v]});
  }

  // --- two modes ---

  void two_mode() {
    std::vector<std::uint8_t> mode;
    for (const auto& node : network_.nodes) mode.push_back(node.kind == NodeKind::actor ? 0 : 1);
    const algo::TwoModeGraph g(network_.graph, mode);
    const auto degree = algo::two_mode_degree(g);
    const auto closeness = algo::two_mode_closeness(g, {options_.threads});
    const auto betweenness = algo::two_mode_betweenness(g, {options_.threads});
    out_.clustering = algo::two_mode_clustering(g).coefficient();
    for (std::size_t v = 0; v < n_; ++v) {
      out_.rows[v].two_mode_degree = degree[v];
      out_.rows[v].two_mode_closeness = closeness[v];
      out_.rows[v].two_mode_betweenness = betweenness[v];
    }
  }

  const Dataset& data_;
  const Network& network_;
  std::string_view scheme_;
  const RankOptions& options_;
  Progress* progress_;
  std::size_t n_;
  double unit_ = 1;  // length of strength one
  Position out_;
};

}  // namespace

Position find_positions(const Dataset& data, const Network& network, std::string_view scheme,
                        const RankOptions& options, Progress* progress) {
  return PositionFinder(data, network, scheme, options, progress).run();
}

}  // namespace coopnet
