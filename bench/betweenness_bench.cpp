#include "coopnet/algo/betweenness.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "igraph_graph.hpp"
#include "random_graphs.hpp"
#include "sizes.hpp"

// Betweenness of all vertices, here, with Boost.Graph and with igraph, in one run: read the times
// as ratios. The graphs are built before the clock starts; ours include the time to copy what they
// need. coopnet_2 works with two threads; the argument is the number of vertices. A peer whose
// answer is not ours is reported as an error. Where all sources would take hours, the dependencies
// of the first 100 are added instead (sampled).
namespace {

using namespace coopnet;
using bench::EdgeList;
using Scores = std::vector<double>;

using bench::Length;
using bench::length_of;
using OwnGraph = bench::LengthGraph;
using BoostGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Length>;

enum Shape { dense, scale_free, sparse };
enum Lengths { unweighted, weighted };

EdgeList make(Shape shape, std::int64_t size) {
  const auto n = static_cast<std::size_t>(size);
  if (shape == scale_free) return bench::scale_free_graph(n, 5);
  return bench::random_graph(n, shape == dense ? n * n * 11 / 200 : 10 * n);
}

Scores ours(const OwnGraph& g, Lengths lengths, unsigned threads = 1) {
  if (lengths == unweighted) return algo::betweenness(g, {.threads = threads});
  return algo::weighted_betweenness(g, [&](const auto& e) { return g[e].length; },
                                    {.threads = threads});
}

void check(benchmark::State& state, const EdgeList& list, Lengths lengths, const Scores& theirs) {
  const auto wanted = ours(bench::length_graph(list), lengths);
  bool same = theirs.size() == wanted.size();
  for (std::size_t v = 0; same && v < wanted.size(); ++v)
    same = std::abs(theirs[v] - wanted[v]) <= 1e-8 * (1 + wanted[v]);
  if (!same) state.SkipWithError("the answers differ");
}

void run_ours(benchmark::State& state, Shape shape, Lengths lengths, unsigned threads) {
  const auto list = make(shape, state.range(0));
  const auto g = bench::length_graph(list);
  for (auto _ : state) benchmark::DoNotOptimize(ours(g, lengths, threads));
  state.counters["edges"] = static_cast<double>(list.edges.size());
}

void run_boost(benchmark::State& state, Shape shape, Lengths lengths) {
  const auto list = make(shape, state.range(0));
  BoostGraph g(list.vertices);
  for (const auto& e : list.edges) add_edge(e[0], e[1], Length{length_of(e)}, g);
  Scores scores(list.vertices);
  const auto map = boost::make_iterator_property_map(scores.begin(), get(boost::vertex_index, g));
  for (auto _ : state) {
    if (lengths == unweighted)
      boost::brandes_betweenness_centrality(g, map);
    else
      boost::brandes_betweenness_centrality(
          g, boost::centrality_map(map).weight_map(get(&Length::length, g)));
  }
  check(state, list, lengths, scores);
}

#ifdef COOPNET_WITH_IGRAPH
void run_igraph(benchmark::State& state, Shape shape, Lengths lengths) {
  const auto list = make(shape, state.range(0));
  const bench::IgraphGraph g(list.vertices, list.edges);
  Scores values;
  for (const auto& e : list.edges) values.push_back(length_of(e));
  const bench::IgraphVector weights(values);
  bench::IgraphVector scores;
  for (auto _ : state)
    igraph_betweenness(g.get(), scores.get(), igraph_vss_all(), false,
                       lengths == weighted ? weights.get() : nullptr);
  check(state, list, lengths, scores.values());
}
#endif

std::vector<std::uint32_t> sampled_sources(std::size_t vertices) {
  std::vector<std::uint32_t> out(std::min<std::size_t>(vertices, 100));
  std::iota(out.begin(), out.end(), 0U);
  return out;
}

Scores ours_sampled(const OwnGraph& g) {
  const graph::Rows rows(g);
  return algo::detail::dependencies<algo::detail::HopPaths>(
      rows.view(), num_vertices(g), sampled_sources(num_vertices(g)), 1, nullptr);
}

void run_ours_sampled(benchmark::State& state) {
  const auto g = bench::length_graph(make(sparse, state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(ours_sampled(g));
  state.counters["edges"] = static_cast<double>(num_edges(g));
}

#ifdef COOPNET_WITH_IGRAPH
void run_igraph_sampled(benchmark::State& state) {
  const auto list = make(sparse, state.range(0));
  const bench::IgraphGraph g(list.vertices, list.edges);
  const auto last = static_cast<igraph_integer_t>(sampled_sources(list.vertices).size());
  bench::IgraphVector scores;
  for (auto _ : state)
    igraph_betweenness_subset(g.get(), scores.get(), igraph_vss_all(), false,
                              igraph_vss_range(0, last), igraph_vss_all(), nullptr);
  auto wanted = ours_sampled(bench::length_graph(list));
  const auto theirs = scores.values();
  for (std::size_t v = 0; v < wanted.size(); ++v)
    if (std::abs(2 * theirs[v] - wanted[v]) > 1e-8 * (1 + wanted[v])) {
      state.SkipWithError("the answers differ");
      return;
    }
}
#endif

/// Vertices of the graphs of a shape; about 220000, 50000, 10000 and 100000 edges at the largest.
std::vector<std::int64_t> sizes_of(Shape shape) {
  if (shape == dense) return bench::sizes({60}, {2000});
  if (shape == scale_free) return bench::sizes({60}, {10000});
  return bench::sizes({60}, {1000, 10000});
}

template <class Run>
void add(const std::string& name, const std::vector<std::int64_t>& sizes, Run run) {
  auto* bench = benchmark::RegisterBenchmark(name.c_str(), run)->Unit(benchmark::kMillisecond);
  for (const auto size : sizes) bench->Arg(size);
}

bool add_all() {
  const std::array shapes{"dense", "scale_free", "sparse"};
  const std::array lengths{"unweighted", "weighted"};
  for (const auto shape : {dense, scale_free, sparse})
    for (const auto length : {unweighted, weighted}) {
      const auto name = "/" + std::string(shapes[shape]) + "/" + lengths[length];
      for (const unsigned threads : {1U, 2U})
        add("coopnet_" + std::to_string(threads) + name, sizes_of(shape),
            [=](benchmark::State& state) { run_ours(state, shape, length, threads); });
      add("boost" + name, sizes_of(shape),
          [=](benchmark::State& state) { run_boost(state, shape, length); });
#ifdef COOPNET_WITH_IGRAPH
      add("igraph" + name, sizes_of(shape),
          [=](benchmark::State& state) { run_igraph(state, shape, length); });
#endif
    }
  const auto large = bench::sizes({120}, {100000});
  add("coopnet_1/sparse/sampled", large, run_ours_sampled);
#ifdef COOPNET_WITH_IGRAPH
  add("igraph/sparse/sampled", large, run_igraph_sampled);
#endif
  return true;
}

[[maybe_unused]] const bool added = add_all();

}  // namespace
