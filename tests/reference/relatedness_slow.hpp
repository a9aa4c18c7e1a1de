#pragma once

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "coopnet/algo/relatedness.hpp"

/// Each value of coopnet/algo/relatedness.hpp by its definition, one after the other.
namespace reference {

using coopnet::algo::CountMatrix;

inline std::optional<double> quotient_slow(const CountMatrix& m, std::size_t row,
                                           std::size_t column) {
  double in_row = 0, in_column = 0, all = 0;
  for (std::size_t j = 0; j < m.columns; ++j) in_row += m.at(row, j);
  for (std::size_t i = 0; i < m.rows; ++i) in_column += m.at(i, column);
  for (const auto x : m.count) all += x;
  if (in_row == 0 || in_column == 0) return std::nullopt;
  return (m.at(row, column) / in_row) / (in_column / all);
}

inline std::set<std::size_t> rows_with(const CountMatrix& m, std::size_t column) {
  std::set<std::size_t> out;
  for (std::size_t i = 0; i < m.rows; ++i)
    if (m.at(i, column) > 0) out.insert(i);
  return out;
}

inline double proximity_slow(const CountMatrix& m, std::size_t a, std::size_t b) {
  const auto with_a = rows_with(m, a), with_b = rows_with(m, b);
  std::vector<std::size_t> both;
  std::set_intersection(with_a.begin(), with_a.end(), with_b.begin(), with_b.end(),
                        std::back_inserter(both));
  if (a == b || both.empty()) return 0;
  return static_cast<double>(both.size()) /
         static_cast<double>(std::max(with_a.size(), with_b.size()));
}

inline std::optional<double> density_slow(const CountMatrix& m, std::size_t row,
                                          std::size_t column) {
  double owned = 0, all = 0;
  for (std::size_t k = 0; k < m.columns; ++k) {
    const double near = proximity_slow(m, column, k);
    all += near;
    if (m.at(row, k) > 0) owned += near;
  }
  if (all == 0) return std::nullopt;
  return owned / all;
}

/// P(X <= x) for X binomial, term by term with Pascal's triangle; for small n.
inline double at_most(std::size_t x, std::size_t n, double p) {
  std::vector<double> chance{1};  // of 0, 1, ... hits in the trials so far
  for (std::size_t trial = 0; trial < n; ++trial) {
    chance.push_back(0);
    for (std::size_t k = chance.size() - 1; k > 0; --k)
      chance[k] = chance[k] * (1 - p) + chance[k - 1] * p;
    chance[0] *= 1 - p;
  }
  double sum = 0;
  for (std::size_t k = 0; k <= x; ++k) sum += chance[k];
  return sum;
}

}  // namespace reference
