#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/algo/core_numbers.hpp"
#include "coopnet/algo/cut_points.hpp"
#include "coopnet/algo/eigenvector.hpp"
#include "coopnet/algo/pagerank.hpp"
#include "igraph_graph.hpp"
#include "random_graphs.hpp"
#include "sizes.hpp"

// What is found in a few passes over a graph, here and with igraph, in one run: read the times as
// ratios. Graphs are built before the clock starts; the argument is the number of edges, about.
// Random and scale-free graphs have twenty edge ends a vertex, thin ones two, so that they fall
// apart. igraph's cut points are its articulation points and its bridges: ours come together, with
// the sizes of the pieces. A peer whose answer is not ours is reported as an error.
namespace {

using namespace coopnet;
using bench::EdgeList;
using Values = std::vector<double>;
using Own = graph::CsrGraph<>;
using OwnDirected = graph::DirectedCsrGraph<>;

enum class Shape { random, scale_free, thin };

EdgeList edges_of(Shape shape, std::int64_t edges) {
  const auto m = static_cast<std::size_t>(edges);
  if (shape == Shape::scale_free) return bench::scale_free_graph(m / 10, 10);
  return bench::random_graph(shape == Shape::thin ? m : m / 10, m);
}

/// Arcs of a directed graph go up and down: among such that only go up one sweep would do.
template <class G>
EdgeList make(Shape shape, std::int64_t edges) {
  auto out = edges_of(shape, edges);
  Rng coin(2);
  for (auto& [a, b] : out.edges)
    if (G::is_directed && coin.below(2) == 1) std::swap(a, b);
  return out;
}

/// Answers are compared as real numbers.
Values numbers(const std::vector<std::uint32_t>& values) {
  return Values(values.begin(), values.end());
}

#ifdef COOPNET_WITH_IGRAPH
Values numbers(bench::IgraphIntVector& values) {
  Values out;
  for (igraph_integer_t i = 0; i < igraph_vector_int_size(values.get()); ++i)
    out.push_back(static_cast<double>(igraph_vector_int_get(values.get(), i)));
  return out;
}
#endif

struct PageRanks {
  template <class G>
  static Values ours(const G& g) {
    return algo::pagerank(g).rank;
  }
#ifdef COOPNET_WITH_IGRAPH
  static constexpr double precision = 1e-8;  // igraph stops at 1e-10
  static Values theirs(const igraph_t* g) {
    bench::IgraphVector out;
    igraph_pagerank(g, IGRAPH_PAGERANK_ALGO_PRPACK, out.get(), nullptr, igraph_vss_all(), true,
                    0.85, nullptr, nullptr);
    return out.values();
  }
#endif
};

struct CoreNumbers {
  static Values ours(const Own& g) { return numbers(algo::core_numbers(g)); }
#ifdef COOPNET_WITH_IGRAPH
  static constexpr double precision = 0;
  static Values theirs(const igraph_t* g) {
    bench::IgraphIntVector out;
    igraph_coreness(g, out.get(), IGRAPH_ALL);
    return numbers(out);
  }
#endif
};

struct Eigenvector {
  static Values ours(const Own& g) {
    Values out;
    for (const auto& value : algo::eigenvector_centrality(g).value)
      out.push_back(value.value_or(0));
    return out;
  }
#ifdef COOPNET_WITH_IGRAPH
  static constexpr double precision = 1e-8;
  static Values theirs(const igraph_t* g) {
    bench::IgraphVector out;
    igraph_arpack_options_t options;
    igraph_arpack_options_init(&options);
    igraph_eigenvector_centrality(g, out.get(), nullptr, false, true, nullptr, &options);
    auto values = out.values();
    double squares = 0;
    for (const auto x : values) squares += x * x;
    for (auto& x : values) x /= std::sqrt(squares);
    return values;
  }
#endif
};

/// Articulation points, then the number of bridges.
struct CutPoints {
  static Values ours(const Own& g) {
    const auto found = algo::cut_points(g);
    Values out;
    for (const auto& point : found.points) out.push_back(point.vertex);
    out.push_back(static_cast<double>(found.bridges.size()));
    return out;
  }
#ifdef COOPNET_WITH_IGRAPH
  static constexpr double precision = 0;
  static Values theirs(const igraph_t* g) {
    bench::IgraphIntVector points;
    bench::IgraphIntVector bridges;
    igraph_articulation_points(g, points.get());
    igraph_bridges(g, bridges.get());
    auto out = numbers(points);
    std::sort(out.begin(), out.end());
    out.push_back(static_cast<double>(igraph_vector_int_size(bridges.get())));
    return out;
  }
#endif
};

template <class Measure, class G>
void run_ours(benchmark::State& state, Shape shape) {
  const auto g = bench::csr_graph<G>(make<G>(shape, state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(Measure::ours(g));
}

#ifdef COOPNET_WITH_IGRAPH
template <class Measure, class G>
void run_igraph(benchmark::State& state, Shape shape) {
  const auto list = make<G>(shape, state.range(0));
  const bench::IgraphGraph g(list.vertices, list.edges, G::is_directed);
  Values theirs;
  for (auto _ : state) theirs = Measure::theirs(g.get());
  const auto wanted = Measure::ours(bench::csr_graph<G>(list));
  bool same = theirs.size() == wanted.size();
  for (std::size_t i = 0; same && i < wanted.size(); ++i)
    same = std::abs(theirs[i] - wanted[i]) <= Measure::precision;
  if (!same) state.SkipWithError("the answers differ");
}
#endif

template <class Measure, class G = Own>
void add(const std::string& name, Shape shape) {
  const auto sizes = bench::sizes({1'000}, {10'000, 100'000, 1'000'000});
  const auto enter = [&](const std::string& who, void (*run)(benchmark::State&, Shape)) {
    auto* bench = benchmark::RegisterBenchmark((who + "/" + name).c_str(),
                                               [=](benchmark::State& state) { run(state, shape); });
    bench->Unit(benchmark::kMillisecond);
    for (const auto size : sizes) bench->Arg(size);
  };
  enter("coopnet", run_ours<Measure, G>);
#ifdef COOPNET_WITH_IGRAPH
  enter("igraph", run_igraph<Measure, G>);
#endif
}

bool add_all() {
  add<PageRanks>("pagerank/random", Shape::random);
  add<PageRanks>("pagerank/scale_free", Shape::scale_free);
  add<PageRanks, OwnDirected>("pagerank/random_directed", Shape::random);
  add<PageRanks, OwnDirected>("pagerank/scale_free_directed", Shape::scale_free);
  add<CoreNumbers>("core_numbers/random", Shape::random);
  add<CoreNumbers>("core_numbers/scale_free", Shape::scale_free);
  add<Eigenvector>("eigenvector/random", Shape::random);
  add<Eigenvector>("eigenvector/scale_free", Shape::scale_free);
  add<CutPoints>("cut_points/random", Shape::random);
  add<CutPoints>("cut_points/thin", Shape::thin);
  return true;
}

[[maybe_unused]] const bool added = add_all();

}  // namespace
