// The ten most similar pairs among generated pledges, weighted as the default score weighs them.
// With COOPNET_LONG_BENCH set, also among 100 000.
#include "coopnet/algo/similar_pairs.hpp"

#include <benchmark/benchmark.h>

#include <map>

#include "coopnet/analysis/items.hpp"
#include "generated.hpp"

namespace coopnet {
namespace {

algo::WeightedSets weigh_pledges(std::int64_t pledges) {
  const Dataset data = bench::generated(pledges);
  const Selection everything(data);
  const auto relations = build_relations(data, everything);
  const auto items = collect_items(data, relations, everything, ItemKind::pledges);
  std::vector<std::uint32_t> facet_weights;
  for (const auto& facet : data.info.facets) facet_weights.push_back(facet.weight);
  std::vector<TagId> tag_of_element;
  return weigh_items(data, items, facet_weights, true, tag_of_element);
}

/// Made once a size: a benchmark is entered several times.
const algo::WeightedSets& pledge_tags(std::int64_t pledges) {
  static std::map<std::int64_t, algo::WeightedSets> made;
  const auto found = made.find(pledges);
  return found != made.end() ? found->second
                             : made.emplace(pledges, weigh_pledges(pledges)).first->second;
}

void find_top_pairs(benchmark::State& state, algo::Similarity measure) {
  const auto& sets = pledge_tags(state.range(0));
  const algo::SimilarPairsOptions options{.measure = measure, .top = 10};
  const auto any = [](std::uint32_t, std::uint32_t) { return true; };
  for (auto _ : state) benchmark::DoNotOptimize(algo::similar_pairs(sets, options, any));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void pledges(benchmark::internal::Benchmark* bench) {
  bench->ArgName("pledges")->Unit(benchmark::kMillisecond);
  for (const auto size : bench::sizes({1'000, 10'000}, {100'000})) bench->Arg(size);
}

BENCHMARK_CAPTURE(find_top_pairs, jaccard, algo::Similarity::jaccard)->Apply(pledges);
BENCHMARK_CAPTURE(find_top_pairs, cosine, algo::Similarity::cosine)->Apply(pledges);

}  // namespace
}  // namespace coopnet
