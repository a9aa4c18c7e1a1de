#include <optional>
#include <set>

#include "algo/cover_search.hpp"
#include "algo/coverage_search.hpp"
#include "algo/coverage_table.hpp"

namespace coopnet::algo::detail {
namespace {

class TieFinder {
 public:
  TieFinder(const CoverageTable& table, std::size_t k, const SetChoice& best,
            const CoverageOptions& options, Progress* progress)
      : table_(table), k_(k), best_(best), options_(options), progress_(progress) {}

  CoverageTies run() {
    list();
    for (const auto set : best_.sets) out_.firm.push_back(firmness(set));
    auto shown = best_.sets;
    std::sort(shown.begin(), shown.end());
    optima_.erase(shown);
    for (const auto& optimum : optima_) {
      if (out_.others.size() == options_.listed_optima) break;
      out_.others.push_back(optimum);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool covers_all() const { return best_.covered == table_.total(); }

  void list() {
    auto shown = best_.sets;
    std::sort(shown.begin(), shown.end());
    optima_.insert(std::move(shown));
    if (covers_all()) {
      CoverSearch search(table_, options_.most_steps, progress_);
      search.list(k_, [&](const auto& chosen) { return add(chosen); });
      out_.exact = search.complete();
    } else {
      ChoiceSearch search(table_, options_.most_steps, progress_);
      (void)search.run(
          search.all_sets(), k_, best_.covered,
          [&](const auto& chosen, std::uint64_t, std::uint64_t&) { return add(chosen); });
      out_.exact = search.complete();
    }
    out_.count = optima_.size();
  }

  /// False when there are more than are to be counted.
  bool add(std::vector<std::uint32_t> optimum) {
    if (without_superfluous(table_, optimum).size() < optimum.size()) return true;
    std::sort(optimum.begin(), optimum.end());
    if (optima_.size() == options_.most_optima && !optima_.contains(optimum)) return false;
    optima_.insert(std::move(optimum));
    return true;
  }

  /// Where not all optima are known, looks for one without the set.
  [[nodiscard]] Firmness firmness(std::uint32_t set) const {
    for (const auto& optimum : optima_)
      if (!std::binary_search(optimum.begin(), optimum.end(), set)) return Firmness::no;
    if (out_.exact) return Firmness::yes;
    // Each search first looks at all the sets, which many of them cannot afford.
    const auto steps = options_.most_steps / best_.sets.size();
    if (steps < table_.size()) return Firmness::unknown;
    const auto other = covers_all() ? CoverSearch(table_, steps, progress_).exists_without(set, k_)
                                    : choice_without(set, steps);
    if (!other) return Firmness::unknown;
    return *other ? Firmness::no : Firmness::yes;
  }

  [[nodiscard]] std::optional<bool> choice_without(std::uint32_t set, std::uint64_t steps) const {
    ChoiceSearch search(table_, steps, progress_);
    bool found = false;
    (void)search.run(search.candidates(set), k_, best_.covered,
                     [&](const auto&, std::uint64_t, std::uint64_t&) {
                       found = true;
                       return false;
                     });
    if (found) return true;
    return search.complete() ? std::optional(false) : std::nullopt;
  }

  const CoverageTable& table_;
  std::size_t k_;
  const SetChoice& best_;
  const CoverageOptions& options_;
  Progress* progress_;
  std::set<std::vector<std::uint32_t>> optima_;  // each ascending
  CoverageTies out_;
};

}  // namespace

CoverageTies find_ties(const CoverageTable& table, std::size_t k, const SetChoice& best,
                       const CoverageOptions& options, Progress* progress) {
  if (best.sets.empty()) {
    CoverageTies none;
    none.exact = true;
    return none;
  }
  return TieFinder(table, k, best, options, progress).run();
}

}  // namespace coopnet::algo::detail
