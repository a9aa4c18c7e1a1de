#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Eigenvectors of a symmetric matrix in full: Jacobi's method, which turns pairs of rows and
/// columns until the matrix is diagonal.
namespace reference {

using Dense = std::vector<std::vector<double>>;

struct WeightedTie {
  std::uint32_t a, b;
  double weight;
};

/// A loop stands twice, as it does in the rows of a graph.
inline Dense adjacency(std::size_t n, const std::vector<WeightedTie>& ties) {
  Dense out(n, std::vector<double>(n, 0));
  for (const auto& tie : ties) {
    out[tie.a][tie.b] += tie.weight;
    out[tie.b][tie.a] += tie.weight;
  }
  return out;
}

/// The smallest vertex that can be reached from each over elements that are not zero.
inline std::vector<std::size_t> component_labels(const Dense& m) {
  std::vector<std::size_t> label(m.size());
  for (std::size_t v = 0; v < m.size(); ++v) label[v] = v;
  for (std::size_t round = 0; round < m.size(); ++round)
    for (std::size_t a = 0; a < m.size(); ++a)
      for (std::size_t b = 0; b < m.size(); ++b)
        if (m[a][b] != 0 && label[b] < label[a]) label[a] = label[b];
  return label;
}

struct Eigen {
  double value = 0;   ///< the largest
  double second = 0;  ///< the largest of the others
  std::vector<double> vector;
};

inline Eigen leading_eigen_slow(Dense m) {
  const auto n = m.size();
  Dense basis(n, std::vector<double>(n, 0));
  for (std::size_t i = 0; i < n; ++i) basis[i][i] = 1;
  for (int sweep = 0; sweep < 30; ++sweep)
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = i + 1; j < n; ++j) {
        if (m[i][j] == 0) continue;
        const double angle = 0.5 * std::atan2(2 * m[i][j], m[i][i] - m[j][j]);
        const double c = std::cos(angle);
        const double s = std::sin(angle);
        for (std::size_t k = 0; k < n; ++k) {
          const double x = m[i][k];
          const double y = m[j][k];
          m[i][k] = c * x + s * y;
          m[j][k] = c * y - s * x;
        }
        for (std::size_t k = 0; k < n; ++k) {
          const double x = m[k][i];
          const double y = m[k][j];
          m[k][i] = c * x + s * y;
          m[k][j] = c * y - s * x;
          const double u = basis[i][k];
          const double w = basis[j][k];
          basis[i][k] = c * u + s * w;
          basis[j][k] = c * w - s * u;
        }
      }
  std::size_t best = 0;
  for (std::size_t i = 1; i < n; ++i)
    if (m[i][i] > m[best][best]) best = i;
  Eigen out{m[best][best], -m[best][best], basis[best]};
  for (std::size_t i = 0; i < n; ++i)
    if (i != best && m[i][i] > out.second) out.second = m[i][i];
  for (auto& x : out.vector) x = std::abs(x);
  return out;
}

}  // namespace reference
