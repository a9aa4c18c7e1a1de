#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "coopnet/algo/matching_certificate.hpp"
#include "coopnet/algo/maximum_weight_matching.hpp"
#include "coopnet/core/rng.hpp"
#include "sizes.hpp"
#include "support/lemon_matching.hpp"

/// Ours and LEMON on the same graphs in one run; LEMON's graph is built outside of the loop, our
/// rows inside of it.
namespace {

using coopnet::Rng;
using coopnet::algo::WeightedEdge;
using Edges = std::vector<WeightedEdge>;

std::uint32_t draw(Rng& rng, std::uint64_t below) {
  return static_cast<std::uint32_t>(rng.below(below));
}

std::int64_t weight(Rng& rng, std::uint64_t most) {
  return 1 + static_cast<std::int64_t>(rng.below(most));
}

/// n * degree / 2 edges between random vertices.
Edges sparse(std::uint32_t n, std::uint64_t most, std::uint32_t degree = 10) {
  Rng rng(n);
  Edges out;
  for (std::uint32_t i = 0; i < n * degree / 2; ++i)
    out.push_back({draw(rng, n), draw(rng, n), weight(rng, most)});
  return out;
}

/// Each vertex is joined to five earlier ones, the more popular the likelier.
Edges scale_free(std::uint32_t n, std::uint64_t most) {
  Rng rng(n);
  Edges out;
  std::vector<std::uint32_t> ends{0};
  for (std::uint32_t v = 1; v < n; ++v)
    for (int i = 0; i < 5; ++i) {
      const auto other = ends[draw(rng, ends.size())];
      out.push_back({v, other, weight(rng, most)});
      ends.push_back(v);
      ends.push_back(other);
    }
  return out;
}

Edges complete(std::uint32_t n, std::uint64_t most) {
  Rng rng(n);
  Edges out;
  for (std::uint32_t a = 0; a < n; ++a)
    for (std::uint32_t b = a + 1; b < n; ++b) out.push_back({a, b, weight(rng, most)});
  return out;
}

/// The weight of a pair is the product of the sizes of its ends.
Edges products(std::uint32_t n) {
  Rng rng(n);
  std::vector<std::int64_t> size(n);
  for (auto& s : size) s = weight(rng, 1000);
  auto out = complete(n, 1);
  for (auto& e : out) e.weight = size[e.a] * size[e.b];
  return out;
}

/// A path, numbered in order or at random.
Edges chain(std::uint32_t n, std::uint64_t most, bool shuffled) {
  Rng rng(n);
  std::vector<std::uint32_t> name(n);
  for (std::uint32_t v = 0; v < n; ++v) name[v] = v;
  if (shuffled) rng.shuffle(name);
  Edges out;
  for (std::uint32_t v = 1; v < n; ++v)
    out.push_back({name[v - 1], name[v], most == 0 ? v : weight(rng, most)});
  return out;
}

/// Triangles in a row, joined by single edges.
Edges triangles(std::uint32_t n, std::uint64_t most) {
  Rng rng(n);
  Edges out;
  for (std::uint32_t v = 0; v + 2 < n; v += 3) {
    out.push_back({v, v + 1, weight(rng, most)});
    out.push_back({v + 1, v + 2, weight(rng, most)});
    out.push_back({v, v + 2, weight(rng, most)});
    if (v > 0) out.push_back({v - 1, v, weight(rng, most)});
  }
  return out;
}

/// Each vertex v > 1 is joined to the two before it, by ever lighter edges: an odd circuit closes
/// around all that went before, again and again.
Edges nested(std::uint32_t n) {
  Edges out;
  for (std::uint32_t v = 1; v < n; ++v) {
    out.push_back({v - 1, v, 4 * std::int64_t{n} - v});
    if (v > 1) out.push_back({v - 2, v, 4 * std::int64_t{n} - v});
  }
  return out;
}

/// Points in a square; near ones are worth most.
Edges planar(std::uint32_t n) {
  Rng rng(n);
  std::vector<std::int64_t> x(n), y(n);
  for (std::uint32_t v = 0; v < n; ++v) {
    x[v] = weight(rng, 1000);
    y[v] = weight(rng, 1000);
  }
  auto out = complete(n, 1);
  for (auto& e : out) {
    const auto dx = x[e.a] - x[e.b], dy = y[e.a] - y[e.b];
    e.weight = 4'000'000 - dx * dx - dy * dy;
  }
  return out;
}

Edges graph_of(const std::string& shape, std::uint32_t n) {
  if (shape == "sparse") return sparse(n, 1'000'000);
  if (shape == "sparse_small") return sparse(n, 10);
  if (shape == "sparse_equal") return sparse(n, 1);
  if (shape == "sparse3") return sparse(n, 1'000'000, 3);
  if (shape == "scale_free") return scale_free(n, 10);
  if (shape == "complete") return complete(n, 1'000'000);
  if (shape == "complete_small") return complete(n, 10);
  if (shape == "complete_equal") return complete(n, 1);
  if (shape == "products") return products(n);
  if (shape == "planar") return planar(n);
  if (shape == "chain") return chain(n, 1000, true);
  if (shape == "chain_equal") return chain(n, 1, true);
  if (shape == "chain_rising") return chain(n, 0, false);
  if (shape == "triangles") return triangles(n, 1000);
  if (shape == "triangles_equal") return triangles(n, 1);
  return nested(n);
}

void ours(benchmark::State& state, const std::string& shape) {
  const auto n = static_cast<std::uint32_t>(state.range(0));
  const auto edges = graph_of(shape, n);
  for (auto _ : state) {
    const auto matching = coopnet::algo::maximum_weight_matching(n, edges);
    benchmark::DoNotOptimize(matching.total);
  }
  const auto matching = coopnet::algo::maximum_weight_matching(n, edges);
  if (!coopnet::algo::verify(n, edges, matching).valid()) state.SkipWithError("not certified");
  state.counters["total"] = static_cast<double>(matching.total);
}

void lemon(benchmark::State& state, const std::string& shape) {
  const auto n = static_cast<std::uint32_t>(state.range(0));
  std::vector<std::uint32_t> a, b;
  std::vector<std::int64_t> w;
  for (const auto& e : graph_of(shape, n)) {
    a.push_back(e.a);
    b.push_back(e.b);
    w.push_back(e.weight);
  }
  const support::LemonMatching matching(n, a, b, w);
  for (auto _ : state) benchmark::DoNotOptimize(matching.solve());
  state.counters["total"] = static_cast<double>(matching.solve());
}

void both(const std::string& shape, const std::vector<std::int64_t>& sizes) {
  for (const auto n : sizes) {
    for (const bool is_ours : {true, false}) {
      const auto name = shape + (is_ours ? "/coopnet" : "/lemon");
      const auto run = is_ours ? ours : lemon;
      benchmark::RegisterBenchmark(name.c_str(), run, shape)->Arg(n)->Unit(benchmark::kMillisecond);
    }
  }
}

const bool registered = [] {
  for (const auto* shape : {"sparse", "sparse_small", "sparse_equal", "sparse3", "scale_free"})
    both(shape, coopnet::bench::sizes({200}, {2000, 20000}));
  for (const auto* shape : {"complete", "complete_small", "complete_equal", "products", "planar"})
    both(shape, coopnet::bench::sizes({193}, {500, 1000}));
  for (const auto* shape : {"chain", "chain_equal", "chain_rising", "triangles", "triangles_equal"})
    both(shape, coopnet::bench::sizes({2000}, {20000}));
  both("nested", coopnet::bench::sizes({200}, {2000}));
  return true;
}();

}  // namespace
