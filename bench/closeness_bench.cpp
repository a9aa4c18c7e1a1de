#include "coopnet/algo/closeness.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "igraph_graph.hpp"
#include "random_graphs.hpp"
#include "sizes.hpp"

// Harmonic closeness of all vertices, here, with a search of Boost.Graph from each vertex and with
// igraph, in one run: read the times as ratios. Ours finds the sums of distances too. The graphs
// are built before the clock starts. coopnet_2 works with two threads; the argument is the number
// of vertices. A peer whose answer is not ours is reported as an error.
namespace {

using namespace coopnet;
using bench::EdgeList;
using Scores = std::vector<double>;

using bench::Length;
using bench::length_of;
using OwnGraph = bench::LengthGraph;
using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Length>;

enum Lengths { unweighted, weighted };

std::vector<algo::DistanceSums> ours(const OwnGraph& g, Lengths lengths, unsigned threads = 1) {
  if (lengths == unweighted) return algo::distance_sums(g, {.threads = threads});
  return algo::weighted_distance_sums(g, [&](const auto& e) { return g[e].length; },
                                      {.threads = threads});
}

void check(benchmark::State& state, const EdgeList& list, Lengths lengths, const Scores& theirs) {
  const auto wanted = ours(bench::length_graph(list), lengths);
  bool same = theirs.size() == wanted.size();
  for (std::size_t v = 0; same && v < wanted.size(); ++v)
    same = std::abs(theirs[v] - wanted[v].harmonic) <= 1e-8 * (1 + wanted[v].harmonic);
  if (!same) state.SkipWithError("the answers differ");
}

void run_ours(benchmark::State& state, const EdgeList& list, Lengths lengths, unsigned threads) {
  const auto g = bench::length_graph(list);
  for (auto _ : state) benchmark::DoNotOptimize(ours(g, lengths, threads));
  state.counters["edges"] = static_cast<double>(list.edges.size());
}

void run_boost(benchmark::State& state, const EdgeList& list, Lengths lengths) {
  constexpr int unreached = std::numeric_limits<int>::max();
  BoostGraph g(list.vertices);
  for (const auto& e : list.edges) add_edge(e[0], e[1], Length{length_of(e)}, g);
  Scores scores(list.vertices);
  std::vector<int> distance(list.vertices);
  const auto map = boost::make_iterator_property_map(distance.begin(), get(boost::vertex_index, g));
  const auto measure = boost::make_bfs_visitor(boost::record_distances(map, boost::on_tree_edge()));
  for (auto _ : state)
    for (std::size_t v = 0; v < list.vertices; ++v) {
      std::fill(distance.begin(), distance.end(), unreached);
      distance[v] = 0;
      if (lengths == unweighted)
        boost::breadth_first_search(g, v, boost::visitor(measure));
      else
        boost::dijkstra_shortest_paths(
            g, v, boost::distance_map(map).weight_map(get(&Length::length, g)));
      scores[v] = 0;
      for (const auto d : distance)
        if (d != 0 && d != unreached) scores[v] += 1.0 / d;
    }
  check(state, list, lengths, scores);
}

#ifdef COOPNET_WITH_IGRAPH
void run_igraph(benchmark::State& state, const EdgeList& list, Lengths lengths) {
  const bench::IgraphGraph g(list.vertices, list.edges);
  Scores values;
  for (const auto& e : list.edges) values.push_back(length_of(e));
  const bench::IgraphVector weights(values);
  bench::IgraphVector scores;
  for (auto _ : state)
    igraph_harmonic_centrality(g.get(), scores.get(), igraph_vss_all(), IGRAPH_ALL,
                               lengths == weighted ? weights.get() : nullptr, false);
  check(state, list, lengths, scores.values());
}
#endif

using Make = EdgeList (*)(std::size_t);

EdgeList dense(std::size_t n) { return bench::random_graph(n, n * n * 11 / 200); }
EdgeList scale_free(std::size_t n) { return bench::scale_free_graph(n, 5); }
EdgeList sparse(std::size_t n) { return bench::random_graph(n, 10 * n); }

template <class Run>
void add(const std::string& name, const std::vector<std::int64_t>& sizes, Make make, Run run) {
  auto* bench = benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    run(state, make(static_cast<std::size_t>(state.range(0))));
  });
  for (const auto size : sizes) bench->Unit(benchmark::kMillisecond)->Arg(size);
}

/// About 220000, 50000, 10000 and 100000 edges at the largest.
void add_shape(const std::string& shape, Make make, const std::vector<std::int64_t>& lengthy) {
  const auto sizes = bench::sizes({60}, lengthy);
  for (const auto lengths : {unweighted, weighted}) {
    const auto name = "/" + shape + (lengths == weighted ? "/weighted" : "/unweighted");
    for (const unsigned threads : {1U, 2U})
      add("coopnet_" + std::to_string(threads) + name, sizes, make,
          [=](auto& state, const auto& list) { run_ours(state, list, lengths, threads); });
    add("boost" + name, sizes, make,
        [=](auto& state, const auto& list) { run_boost(state, list, lengths); });
#ifdef COOPNET_WITH_IGRAPH
    add("igraph" + name, sizes, make,
        [=](auto& state, const auto& list) { run_igraph(state, list, lengths); });
#endif
  }
}

/// A million edges: hours for the peers.
void add_large() {
  for (const unsigned threads : {1U, 2U})
    add("coopnet_" + std::to_string(threads) + "/sparse_large/unweighted",
        bench::sizes({60}, {100000}), sparse,
        [=](auto& state, const auto& list) { run_ours(state, list, unweighted, threads); });
}

[[maybe_unused]] const bool added = [] {
  add_shape("dense", dense, {2000});
  add_shape("scale_free", scale_free, {10000});
  add_shape("sparse", sparse, {1000, 10000});
  add_large();
  return true;
}();

}  // namespace
