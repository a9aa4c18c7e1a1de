#include "algo/min_cost_flow_assignment.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <vector>

#include "algo/min_cost_flow_auction.hpp"

namespace coopnet::algo::detail {
namespace {

/// The arcs of each row side by side. A place is where an arc stands there.
class SparseRows {
 public:
  SparseRows(const MinCostFlowProblem& problem, const std::vector<std::uint32_t>& number)
      : begin_(problem.supply.size() / 2 + 2, 0) {
    const auto each = [&](auto visit) {
      for (std::uint32_t a = 0; a < problem.arcs.size(); ++a)
        if (problem.arcs[a].upper > 0) visit(problem.arcs[a], a);
    };
    each([&](const FlowArc& arc, std::uint32_t) { ++begin_[number[arc.from] + 2]; });
    std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
    entries_.resize(begin_.back());
    arc_.resize(begin_.back());
    each([&](const FlowArc& arc, std::uint32_t a) {
      const auto place = begin_[number[arc.from] + 1]++;
      entries_[place] = {static_cast<double>(arc.cost), number[arc.to]};
      arc_[place] = a;
    });
    begin_.pop_back();
  }

  [[nodiscard]] std::size_t size() const { return begin_.size() - 1; }
  [[nodiscard]] std::size_t entries(std::uint32_t r) const { return begin_[r + 1] - begin_[r]; }
  [[nodiscard]] Offer best(std::uint32_t r, double scale, const double* price) const {
    constexpr double infinite = std::numeric_limits<double>::infinity();
    Offer out{0, infinite, infinite};
    for (auto i = begin_[r]; i < begin_[r + 1]; ++i) {
      const double value = entries_[i].cost * scale + price[entries_[i].column];
      const bool better = value < out.value;
      out.other = better ? out.value : std::min(out.other, value);
      out.column = better ? i : out.column;
      out.value = better ? value : out.value;
    }
    return out;
  }
  [[nodiscard]] std::uint32_t column(std::uint32_t, std::size_t place) const {
    return entries_[place].column;
  }
  [[nodiscard]] std::int64_t cost(std::uint32_t, std::size_t place) const {
    return static_cast<std::int64_t>(entries_[place].cost);
  }
  [[nodiscard]] std::uint32_t arc(std::size_t place) const { return arc_[place]; }

 private:
  struct Entry {
    double cost;
    std::uint32_t column;
  };
  std::vector<std::uint32_t> begin_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> arc_;
};

/// Numbers rows and columns from zero each; false if the problem is no assignment.
bool number_sides(const MinCostFlowProblem& problem, std::vector<std::uint32_t>& number) {
  std::uint32_t rows = 0, columns = 0;
  for (const auto supply : problem.supply) {
    if (supply != 1 && supply != -1) return false;
    number.push_back(supply == 1 ? rows++ : columns++);
  }
  return rows == columns &&
         std::all_of(problem.arcs.begin(), problem.arcs.end(), [&](const FlowArc& arc) {
           return arc.lower == 0 && problem.supply[arc.from] == 1 && problem.supply[arc.to] == -1;
         });
}

}  // namespace

std::optional<MinCostFlow> flow_by_auction(const MinCostFlowProblem& problem, Progress* progress) {
  std::vector<std::uint32_t> number;
  if (problem.supply.empty() || !number_sides(problem, number)) return std::nullopt;
  std::int64_t largest = 0;
  for (const auto& arc : problem.arcs) largest = std::max({largest, arc.cost, -arc.cost});
  const SparseRows rows(problem, number);
  constexpr double scans = 100;
  const auto auction =
      Auctioneer(rows, largest).run(scans * static_cast<double>(problem.arcs.size()), progress);
  if (!auction.complete) return std::nullopt;
  MinCostFlow out;
  out.flow.assign(problem.arcs.size(), 0);
  for (const auto place : auction.chosen) {
    const auto a = rows.arc(place);
    out.flow[a] = 1;
    out.total += problem.arcs[a].cost;
  }
  for (std::size_t v = 0; v < number.size(); ++v)
    out.potential.push_back(problem.supply[v] == 1 ? -auction.row_price[number[v]]
                                                   : auction.column_price[number[v]]);
  return out;
}

}  // namespace coopnet::algo::detail
