#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "coopnet/algo/detail/relatedness_interval.hpp"
#include "coopnet/core/errors.hpp"

/// What a table of counts (actors x objectives) says about specialisation and relatedness.
///
/// Location quotient: how much larger the share of a column is in a row than in the whole table,
///     LQ = (x_ij / x_i.) / (x_.j / x..), also called revealed comparative advantage.
/// Proximity of two columns: among the rows that have the more frequent one, the share that have
///     the other too: rows with both / max(rows with one, rows with the other).
/// Density of a column around a row: the part of all proximity of that column that leads to columns
///     the row has. Near 1: the row has nearly everything that goes with the column.
///
/// Counts:   x > 0 is presence for proximity and density; only the quotient looks at sizes.
///           Undefined values are nothing: the quotient in an empty row or column, the density of
///           a column that is related to no other. Proximity of a column with itself is 0, and of
///           columns without rows too.
/// Interval: Clopper-Pearson for the row's share, x_ij of x_i. taken as independent trials, divided
///           by the share in the whole table, which is taken as known. So a count of zero has
///           [0, high], and few counts give a wide interval, as they should. The row is part of the
///           whole, therefore no quotient exceeds x.. / x_i., and high is cut there. What it leaves
///           out: the uncertainty of the share in the whole, which matters where a column has few
///           counts in all; and no allowance is made for looking at many cells at once.
/// Cost:     quotients O(rows * columns) intervals; proximity O(sum over rows of present^2);
///           density O(present cells * columns). Memory: columns^2 for the proximities.
/// Needs:    count.size() == rows * columns (PreconditionError).
/// Source:   B. Balassa, The Manchester School 33(2), 1965, doi:10.1111/j.1467-9957.1965.tb00050.x;
///           C. Hidalgo, B. Klinger, A.-L. Barabasi, R. Hausmann, Science 317, 2007,
///           doi:10.1126/science.1144581.
/// Checked by: tests/reference/relatedness_slow.hpp (each value by its definition).
namespace coopnet::algo {

/// Counts of a table, one row after the other.
struct CountMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<std::uint32_t> count;

  [[nodiscard]] std::uint32_t at(std::size_t row, std::size_t column) const {
    return count[row * columns + column];
  }
  friend bool operator==(const CountMatrix&, const CountMatrix&) = default;
};

struct LocationQuotient {
  double value = 0;
  double low = 0;  ///< of the interval; low <= value <= high
  double high = 0;
  friend bool operator==(const LocationQuotient&, const LocationQuotient&) = default;
};

/// A column that a row does not have, and its density there.
struct RelatedGap {
  std::size_t row = 0;
  std::size_t column = 0;
  double density = 0;
  friend bool operator==(const RelatedGap&, const RelatedGap&) = default;
};

namespace detail {

inline void check_counts(const CountMatrix& m) {
  const bool fits = m.columns == 0 || m.count.size() / m.columns == m.rows;
  if (!fits || m.count.size() != m.rows * m.columns)
    throw PreconditionError("CountMatrix: not one count for each row and column");
}

struct CountTotals {
  std::vector<std::uint64_t> row, column;
  std::uint64_t all = 0;

  explicit CountTotals(const CountMatrix& m) : row(m.rows), column(m.columns) {
    for (std::size_t i = 0; i < m.rows; ++i)
      for (std::size_t j = 0; j < m.columns; ++j) {
        row[i] += m.at(i, j);
        column[j] += m.at(i, j);
        all += m.at(i, j);
      }
  }
};

/// The columns present in a row, ascending.
inline void present_columns(const CountMatrix& m, std::size_t row, std::vector<std::size_t>& out) {
  out.clear();
  for (std::size_t j = 0; j < m.columns; ++j)
    if (m.at(row, j) > 0) out.push_back(j);
}

}  // namespace detail

/// The quotient of each cell with its interval, row after row.
[[nodiscard]] inline std::vector<std::optional<LocationQuotient>> location_quotients(
    const CountMatrix& m, double confidence = 0.95) {
  detail::check_counts(m);
  if (!(confidence > 0 && confidence < 1))
    throw PreconditionError("location_quotients: the confidence must be between 0 and 1");
  const detail::CountTotals total(m);
  const auto real = [](std::uint64_t n) { return static_cast<double>(n); };
  std::vector<std::optional<LocationQuotient>> out(m.count.size());
  for (std::size_t i = 0; i < m.rows; ++i)
    for (std::size_t j = 0; j < m.columns; ++j) {
      if (total.row[i] == 0 || total.column[j] == 0) continue;
      const double share_in_all = real(total.column[j]) / real(total.all);
      const double most = real(total.all) / real(total.row[i]);
      const double value =
          real(m.at(i, j)) * real(total.all) / (real(total.row[i]) * real(total.column[j]));
      const auto share = detail::binomial_interval(m.at(i, j), total.row[i], confidence);
      // The ends are rounded, the value too: an end that coincides with the value stays there.
      out[i * m.columns + j] =
          LocationQuotient{value, std::min(value, share.low / share_in_all),
                           std::max(value, std::min(most, share.high / share_in_all))};
    }
  return out;
}

/// Proximity of each two columns: columns x columns, row after row, symmetric.
[[nodiscard]] inline std::vector<double> proximity(const CountMatrix& m) {
  detail::check_counts(m);
  const std::size_t n = m.columns;
  std::vector<std::uint32_t> both(n * n, 0);  // on the diagonal: rows that have the column
  std::vector<std::size_t> present;
  for (std::size_t i = 0; i < m.rows; ++i) {
    detail::present_columns(m, i, present);
    for (const auto j : present)
      for (const auto k : present) ++both[j * n + k];
  }
  std::vector<double> out(n * n, 0.0);
  for (std::size_t j = 0; j < n; ++j)
    for (std::size_t k = 0; k < n; ++k)
      if (j != k && both[j * n + k] > 0)
        out[j * n + k] = static_cast<double>(both[j * n + k]) /
                         static_cast<double>(std::max(both[j * n + j], both[k * n + k]));
  return out;
}

/// Density of each column around each row, row after row; `phi` is the proximity of the columns
/// (of this table or of a larger one). Throws PreconditionError if it is not columns x columns.
[[nodiscard]] inline std::vector<std::optional<double>> density(const CountMatrix& m,
                                                                std::span<const double> phi) {
  detail::check_counts(m);
  const std::size_t n = m.columns;
  if (phi.size() != n * n)
    throw PreconditionError("density: not one proximity for each two columns");
  std::vector<double> whole(n, 0.0);  // columns in ascending order, as below: a full row has 1
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t j = 0; j < n; ++j) whole[j] += phi[k * n + j];
  std::vector<std::optional<double>> out(m.count.size());
  std::vector<std::size_t> present;
  std::vector<double> owned(n);
  for (std::size_t i = 0; i < m.rows; ++i) {
    detail::present_columns(m, i, present);
    std::fill(owned.begin(), owned.end(), 0.0);
    for (const auto k : present)
      for (std::size_t j = 0; j < n; ++j) owned[j] += phi[k * n + j];
    for (std::size_t j = 0; j < n; ++j)
      if (whole[j] > 0) out[i * n + j] = owned[j] / whole[j];
  }
  return out;
}

/// The absent cells with a density above zero: what a row could take up next. Order: density
/// descending (equal if they agree to twelve decimals: sums are rounded), then row, then column.
[[nodiscard]] inline std::vector<RelatedGap> related_gaps(
    const CountMatrix& m, std::span<const std::optional<double>> densities) {
  detail::check_counts(m);
  if (densities.size() != m.count.size())
    throw PreconditionError("related_gaps: not one density for each cell");
  std::vector<RelatedGap> out;
  for (std::size_t i = 0; i < m.rows; ++i)
    for (std::size_t j = 0; j < m.columns; ++j) {
      const auto& here = densities[i * m.columns + j];
      if (m.at(i, j) == 0 && here && *here > 0) out.push_back({i, j, *here});
    }
  std::sort(out.begin(), out.end(), [](const RelatedGap& x, const RelatedGap& y) {
    const auto rounded = [](double value) { return std::round(value * 1e12); };
    return std::tuple(-rounded(x.density), x.row, x.column) <
           std::tuple(-rounded(y.density), y.row, y.column);
  });
  return out;
}

}  // namespace coopnet::algo
