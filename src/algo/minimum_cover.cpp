#include "algo/cover_search.hpp"
#include "algo/coverage_table.hpp"
#include "coopnet/algo/maximum_coverage.hpp"

namespace coopnet::algo {

MinimumCover minimum_cover(const WeightedSets& sets, const CoverageOptions& options,
                           Progress* progress) {
  const detail::CoverageTable table(sets);
  MinimumCover out;
  out.coverable = table.total();
  out.greedy = detail::greedy_choice(table, sets.size());
  auto best = detail::without_superfluous(table, out.greedy.sets);
  detail::CoverSearch search(table, options.most_steps, progress);
  search.improve(best);
  out.best = detail::in_order_of_gain(table, best);
  out.lower_bound = search.lower_bound();
  out.optimal = out.lower_bound == out.best.sets.size();
  if (out.optimal)
    out.ties = detail::find_ties(table, out.best.sets.size(), out.best, options, progress);
  return out;
}

}  // namespace coopnet::algo
