#include <algorithm>
#include <string>

#include "algo/min_cost_flow_auction.hpp"
#include "algo/min_cost_flow_rows.hpp"
#include "algo/min_cost_flow_tree.hpp"
#include "algo/min_cost_flow_wide.hpp"
#include "coopnet/algo/min_cost_flow.hpp"

namespace coopnet::algo {
namespace {

using detail::wide_int;
using Matrix = std::span<const std::int32_t>;

std::int64_t largest_cost(Matrix cost) {
  std::int64_t largest = 0;
  for (const std::int64_t c : cost) largest = std::max(largest, c < 0 ? -c : c);
  return largest;
}

/// Network simplex without arcs: a pair outside of the tree ships nothing, and a pair inside has
/// reduced cost zero, so that pricing looks at the matrix and the potentials alone. If demands
/// exceed supplies, one more row of cost zero takes what is over.
class DenseSimplex {
 public:
  DenseSimplex(const TransportProblem& problem, std::int64_t surplus, std::uint32_t block_rows)
      : problem_(problem),
        rows_(static_cast<std::uint32_t>(problem.supply.size()) + (surplus > 0 ? 1 : 0)),
        columns_(static_cast<std::uint32_t>(problem.demand.size())),
        zero_(surplus > 0 ? columns_ : 0, 0),
        tree_(std::size_t{rows_} + columns_),
        block_rows_(block_rows) {
    for (std::uint32_t r = 0; r < rows_; ++r) {
      const auto supply = r < problem.supply.size() ? problem.supply[r] : surplus;
      tree_.hang(r, tree_.root(), {supply, unlimited, detail::artificial, true});
    }
    for (std::uint32_t c = 0; c < columns_; ++c) {
      const auto demand = problem.demand[c];
      tree_.hang(rows_ + c, tree_.root(), {demand, unlimited, detail::artificial, demand == 0});
    }
    const auto cost = largest_cost(problem.cost) * (std::int64_t{rows_} + columns_) + 1;
    tree_.settle([cost](std::uint32_t) { return cost; });
  }

  void run(Progress* progress) {
    ProgressMeter meter(progress, 0);
    constexpr std::uint32_t check_every = 1024;
    detail::Entering in;
    for (std::uint32_t pivots = 0; find_entering(in); ++pivots) {
      if (pivots % check_every == 0) meter.check();
      tree_.pivot(in);
    }
  }

  [[nodiscard]] Transport result() const {
    Transport out;
    const auto rows = static_cast<std::uint32_t>(problem_.supply.size());
    wide_int total = 0;
    for (std::uint32_t v = 0; v < rows_ + columns_; ++v) {
      const auto& node = tree_.node(v);
      if (node.arc.flow == 0 || node.arc.id == detail::artificial) continue;
      const auto r = std::min(v, node.parent), c = std::max(v, node.parent) - rows_;
      if (r >= rows) continue;
      out.shipments.push_back({r, c, node.arc.flow});
      total += wide_int{node.arc.flow} * row(r)[c];
    }
    std::sort(out.shipments.begin(), out.shipments.end(), [](const Shipment& x, const Shipment& y) {
      return x.row != y.row ? x.row < y.row : x.column < y.column;
    });
    // The price of the row of zeros is the level that column prices are measured from.
    const auto level = rows < rows_ ? tree_.potential(rows) : 0;
    for (std::uint32_t r = 0; r < rows; ++r) out.row_price.push_back(level - tree_.potential(r));
    for (std::uint32_t c = 0; c < columns_; ++c)
      out.column_price.push_back(tree_.potential(rows_ + c) - level);
    out.total = detail::narrow_total(total, "dense_transport");
    return out;
  }

 private:
  [[nodiscard]] Matrix row(std::uint32_t r) const {
    return r < problem_.supply.size() ? problem_.cost.subspan(std::size_t{r} * columns_, columns_)
                                      : Matrix(zero_);
  }

  /// The best pair of the first block of rows that has one, going round.
  [[nodiscard]] bool find_entering(detail::Entering& in) {
    const auto* price = tree_.potentials() + rows_;
    std::int64_t best = 0;
    std::uint32_t best_row = 0;
    for (std::uint32_t scanned = 0; scanned < rows_ && best == 0;) {
      for (std::uint32_t i = 0; i < block_rows_ && scanned < rows_; ++i, ++scanned) {
        const auto least = detail::least_reduced(row(next_), price) + tree_.potential(next_);
        if (least < best) {
          best = least;
          best_row = next_;
        }
        next_ = next_ + 1 == rows_ ? 0 : next_ + 1;
      }
    }
    if (best == 0) return false;
    const auto cost = row(best_row);
    std::uint32_t c = 0;
    while (cost[c] - price[c] != best - tree_.potential(best_row)) ++c;
    in = {best_row, rows_ + c, best, unlimited, 0, true};
    return true;
  }

  const TransportProblem& problem_;
  std::uint32_t rows_;
  std::uint32_t columns_;
  std::vector<std::int32_t> zero_;
  detail::FlowTree tree_;
  std::uint32_t block_rows_;  // wide blocks pay where few steps are degenerate
  std::uint32_t next_ = 0;    // row at which the search goes on
};

struct MatrixRows {
  Matrix cost_of_all;
  std::size_t columns;

  [[nodiscard]] std::size_t size() const { return columns; }
  [[nodiscard]] std::size_t entries(std::uint32_t) const { return columns; }
  [[nodiscard]] Matrix row(std::uint32_t r) const {
    return cost_of_all.subspan(r * columns, columns);
  }
  [[nodiscard]] detail::Offer best(std::uint32_t r, double scale, const double* price) const {
    return detail::best_offer(row(r), scale, price);
  }
  [[nodiscard]] std::uint32_t column(std::uint32_t, std::size_t place) const {
    return static_cast<std::uint32_t>(place);
  }
  [[nodiscard]] std::int64_t cost(std::uint32_t r, std::size_t place) const {
    return row(r)[place];
  }
};

/// Throws PreconditionError; returns demands minus supplies.
std::int64_t check(const TransportProblem& problem) {
  const auto refuse = [](const char* what) {
    throw PreconditionError(std::string("dense_transport: ") + what);
  };
  const auto rows = problem.supply.size(), columns = problem.demand.size();
  if (rows + columns >= detail::no_node - 1)
    refuse("more rows and columns than 32 bits can number");
  if (problem.cost.size() != rows * columns) refuse("the matrix is not rows * columns large");
  wide_int supplies = 0, demands = 0;
  for (const auto s : problem.supply) s < 0 ? refuse("a supply is negative") : void(supplies += s);
  for (const auto d : problem.demand) d < 0 ? refuse("a demand is negative") : void(demands += d);
  if (supplies + demands > (wide_int{1} << 62)) refuse("supplies and demands exceed 2^62");
  return static_cast<std::int64_t>(demands - supplies);
}

/// An empty result if the auction gave up.
Transport by_auction(const TransportProblem& problem, Progress* progress) {
  const MatrixRows rows{problem.cost, problem.demand.size()};
  constexpr double scans = 200;
  const double limit = scans * static_cast<double>(problem.cost.size());
  detail::Auctioneer auctioneer(rows, largest_cost(problem.cost));
  auto auction = auctioneer.run(limit, progress);
  Transport out;
  if (!auction.complete) return out;
  for (std::uint32_t r = 0; r < rows.size(); ++r) {
    const auto c = rows.column(r, auction.chosen[r]);
    out.shipments.push_back({r, c, 1});
    out.total += rows.cost(r, c);
  }
  out.row_price = std::move(auction.row_price);
  out.column_price = std::move(auction.column_price);
  return out;
}

}  // namespace

Transport dense_transport(const TransportProblem& problem, Progress* progress) {
  const auto surplus = check(problem);
  if (surplus < 0) {
    Transport out;
    out.status = FlowStatus::infeasible;
    return out;
  }
  const auto is_one = [](std::int64_t x) { return x == 1; };
  const bool ones = std::all_of(problem.supply.begin(), problem.supply.end(), is_one) &&
                    std::all_of(problem.demand.begin(), problem.demand.end(), is_one);
  if (ones && surplus == 0) {
    auto out = by_auction(problem, progress);
    if (!out.shipments.empty()) return out;
  }
  DenseSimplex simplex(problem, surplus, ones ? 4 : 8);
  simplex.run(progress);
  return simplex.result();
}

Transport dense_assignment(std::span<const std::int32_t> cost, std::size_t rows,
                           std::size_t columns, Progress* progress) {
  const std::vector<std::int64_t> supply(rows, 1), demand(columns, 1);
  return dense_transport(TransportProblem{cost, supply, demand}, progress);
}

}  // namespace coopnet::algo
