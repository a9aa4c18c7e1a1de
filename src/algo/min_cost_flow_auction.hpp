#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "algo/min_cost_flow_rows.hpp"
#include "coopnet/core/stop.hpp"

/// Assignment of n rows to n columns by auction with scaling.
///
/// Every row without a column bids for the one that is cheapest for it, cost and price together,
/// and raises its price until that column is within epsilon of the second best. Whoever held the
/// column bids again. Rounds with falling epsilon, each from the prices of the one before, keep
/// price wars short. Costs are multiplied by 2n + 1; so with epsilon 1 at last, n rows that are
/// each within 1 of their best are together within less than one unit of the optimum.
///
/// There is a limit on the work. Where the auction does not end within it (no perfect assignment,
/// or prices that creep), it gives up, and the caller takes the network simplex.
///
/// Source: D. Bertsekas, Ann. Oper. Res. 14, 1988, doi:10.1007/BF02186476; A. Goldberg, R. Kennedy,
///         Math. Program. 71, 1995, doi:10.1007/BF01585996 (scaling on sparse instances).
namespace coopnet::algo::detail {

struct Auction {
  bool complete = false;
  std::vector<std::size_t> chosen;         ///< of each row: the place, see Rows
  std::vector<std::int64_t> row_price;     ///< row_price[r] + column_price[c] <= cost, equal where
  std::vector<std::int64_t> column_price;  ///< assigned
};

/// Rows: size(); entries(r), a measure of the work of one bid; best(r, scale, prices), an Offer;
/// cost(r, place) and column(r, place), where Offer::column is the place.
template <class Rows>
class Auctioneer {
 public:
  Auctioneer(const Rows& rows, std::int64_t largest_cost)
      : rows_(rows),
        scale_(2 * static_cast<std::int64_t>(rows.size()) + 1),
        price_(rows.size(), 0.0),
        owner_(rows.size(), nobody),
        chosen_(rows.size(), 0),
        top_(static_cast<double>(largest_cost) * static_cast<double>(scale_)) {}

  [[nodiscard]] Auction run(double work_limit, Progress* progress) {
    constexpr double factor = 7;
    if (top_ > exact) return {};
    ProgressMeter meter(progress, 0);
    work_left_ = work_limit;
    for (double epsilon = std::max(1.0, std::floor(top_ / 8));;) {
      if (!round(epsilon, meter)) return {};
      if (epsilon == 1.0) return result();
      epsilon = std::max(1.0, std::floor(epsilon / factor));
    }
  }

 private:
  static constexpr std::uint32_t nobody = ~std::uint32_t{0};
  static constexpr double exact = 0x1p51;  // sums of a few such numbers are exact

  [[nodiscard]] bool round(double epsilon, const ProgressMeter& meter) {
    std::fill(owner_.begin(), owner_.end(), nobody);
    waiting_.resize(rows_.size());
    for (std::uint32_t r = 0; r < waiting_.size(); ++r)
      waiting_[r] = static_cast<std::uint32_t>(waiting_.size()) - 1 - r;
    constexpr std::uint32_t check_every = 4096;
    for (std::uint32_t bids = 0; !waiting_.empty(); ++bids) {
      if (bids % check_every == 0) meter.check();
      const auto r = waiting_.back();
      waiting_.pop_back();
      work_left_ -= static_cast<double>(rows_.entries(r));
      if (work_left_ < 0 || rows_.entries(r) == 0) return false;
      if (!bid(r, epsilon)) return false;
    }
    return true;
  }

  [[nodiscard]] bool bid(std::uint32_t r, double epsilon) {
    const auto offer = rows_.best(r, static_cast<double>(scale_), price_.data());
    const auto c = rows_.column(r, offer.column);
    const double margin = std::min(offer.other - offer.value, top_ + top_);
    price_[c] += margin + epsilon;
    if (owner_[c] != nobody) waiting_.push_back(owner_[c]);
    owner_[c] = r;
    chosen_[r] = offer.column;
    return price_[c] <= exact;
  }

  /// Prices come back in units of the costs. All are multiples of 1 / scale; a remainder that none
  /// of them has is made the largest one, and then rounding down breaks no inequality: one that
  /// failed by 1 / scale would need two remainders that differ by (scale - 1) / scale.
  [[nodiscard]] Auction result() const {
    const auto n = rows_.size();
    Auction out{true, chosen_, std::vector<std::int64_t>(n), std::vector<std::int64_t>(n)};
    for (std::uint32_t r = 0; r < n; ++r) {
      const auto price = static_cast<std::int64_t>(price_[rows_.column(r, chosen_[r])]);
      out.row_price[r] = -(rows_.cost(r, chosen_[r]) * scale_ + price);
    }
    for (std::size_t c = 0; c < n; ++c) out.column_price[c] = -static_cast<std::int64_t>(price_[c]);
    std::vector<std::uint8_t> seen(static_cast<std::size_t>(scale_), 0);
    for (const auto* prices : {&out.row_price, &out.column_price})
      for (const auto price : *prices) seen[static_cast<std::size_t>(modulo(price))] = 1;
    const auto free = std::find(seen.begin(), seen.end(), std::uint8_t{0}) - seen.begin();
    const auto shift = scale_ - 1 - static_cast<std::int64_t>(free);
    const auto rounded = [&](std::int64_t price) {
      return (price + shift - modulo(price + shift)) / scale_;
    };
    for (auto& price : out.row_price) price = -rounded(price);
    for (auto& price : out.column_price) price = rounded(price);
    return out;
  }
  [[nodiscard]] std::int64_t modulo(std::int64_t x) const {
    const auto rest = x % scale_;
    return rest < 0 ? rest + scale_ : rest;
  }

  const Rows& rows_;
  std::int64_t scale_;
  std::vector<double> price_;
  std::vector<std::uint32_t> owner_;  // of each column
  std::vector<std::size_t> chosen_;   // of each row: the place its last bid was for
  std::vector<std::uint32_t> waiting_;
  double top_;
  double work_left_ = 0;
};

}  // namespace coopnet::algo::detail
