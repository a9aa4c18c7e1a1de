#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "coopnet/algo/detail/eigenvector_components.hpp"
#include "coopnet/algo/detail/eigenvector_rotations.hpp"
#include "coopnet/core/stop.hpp"
#include "coopnet/graph/rows.hpp"

/// Eigenvector centrality of an undirected graph: a vertex is as central as its neighbours together
/// are, in proportion: A x = lambda x with the largest lambda, A the matrix of edge weights.
///
/// Counts:   parallel edges each; a loop twice, as in the degree. Each component by itself, where
///           the positive x is unique up to its length: the sum of its squares is 1. Values of
///           different components cannot be compared. A vertex without a neighbour has no value.
/// Method:   the search for the largest Rayleigh quotient x'Ax in three dimensions at a time: x,
/// its
///           residual r = A x - lambda x, and the direction p of the last step. The best vector in
///           their span is the leading eigenvector of a 3 x 3 matrix. That costs one product with A
///           a step, as the power iteration does, but with a ratio q between the second and the
///           first eigenvalue near 1 it needs about 1 / sqrt(1 - q) steps where that needs
///           1 / (1 - q); and an eigenvalue -lambda, which bipartite graphs have, is no trouble.
/// Stops:    when |A x - lambda x| <= tolerance * lambda, computed anew with a product of its own.
///           The angle to the answer is then at most tolerance / (1 - q); values as small as that
///           say only that they are small.
/// Cost:     O(vertices + edges) a step; 10 to 30 steps on random graphs, in the order of the
///           length on a path; 52 bytes a vertex and the arcs once more.
/// Needs:    an undirected graph; weights finite, not negative; zero is no edge.
/// Source:   P. Bonacich, Factoring and weighting approaches to status scores and clique
///           identification, J. Mathematical Sociology 2, 1972, doi:10.1080/0022250X.1972.9989806;
///           method: A. Knyazev, Toward the optimal preconditioned eigensolver: locally optimal
///           block preconditioned conjugate gradient method, SIAM J. Sci. Comput. 23(2), 2001,
///           doi:10.1137/S1064827500366124 (one vector, no preconditioner).
/// Checked by: tests/reference/eigenvector_slow.hpp (Jacobi rotations of the full matrix).
namespace coopnet::algo {

struct EigenvectorOptions {
  double tolerance = 1e-12;
  std::uint32_t max_iterations = 10'000;  ///< steps a component
};

struct EigenvectorCentrality {
  std::vector<std::optional<double>> value;
  std::vector<std::uint32_t> component;  ///< of each vertex; numbered by smallest vertex
  std::vector<double> eigenvalue;        ///< of each component
  std::uint32_t iterations = 0;          ///< most steps that a component took
  bool converged = true;                 ///< every component did
};

namespace detail {

/// A vector with its image under A. All operations are linear, so both undergo the same.
struct Imaged {
  std::vector<double> v, image;

  void clear(std::size_t n) {
    v.assign(n, 0);
    image.assign(n, 0);
  }
  /// this = a * this + b * other.
  void combine(double a, double b, const Imaged& other) {
    for (std::size_t i = 0; i < v.size(); ++i) {
      v[i] = a * v[i] + b * other.v[i];
      image[i] = a * image[i] + b * other.image[i];
    }
  }
};

[[nodiscard]] inline double dot(const std::vector<double>& x, const std::vector<double>& y) {
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
  return sum;
}

/// The leading eigenvector of one component after the other.
class EigenvectorSearch {
 public:
  EigenvectorSearch(const ComponentRows& matrix, const EigenvectorOptions& options)
      : matrix_(matrix), options_(options) {}

  /// True if it converged; vector(), value() and iterations() then speak of this component.
  bool run(std::uint32_t component, const ProgressMeter& meter) {
    first_ = matrix_.begin[component];
    const std::size_t n = matrix_.begin[component + 1] - first_;
    x_.clear(n);
    x_.v.assign(n, 1 / std::sqrt(static_cast<double>(n)));
    r_.clear(n);
    iterations_ = 0;
    for (bool afresh = true;; afresh = false) {
      if (afresh) start();
      if (find_residual() <= options_.tolerance * value_) {
        if (afresh) return true;
        start();  // images were carried along for many steps: prove it with a new one
        if (find_residual() <= options_.tolerance * value_) return true;
      }
      if (iterations_ == options_.max_iterations) return false;
      meter.check();
      step();
      ++iterations_;
    }
  }

  [[nodiscard]] const std::vector<double>& vector() const { return x_.v; }
  [[nodiscard]] double value() const { return value_; }
  [[nodiscard]] std::uint32_t iterations() const { return iterations_; }

 private:
  void start() {
    multiply(x_);
    value_ = dot(x_.v, x_.image);
    p_.clear(x_.v.size());
  }

  void multiply(Imaged& y) const {
    for (std::size_t i = 0; i < y.v.size(); ++i) {
      double sum = 0;
      const auto end = matrix_.offsets[first_ + i + 1];
      if (matrix_.values.empty())
        for (auto k = matrix_.offsets[first_ + i]; k < end; ++k)
          sum += y.v[matrix_.targets[k] - first_];
      else
        for (auto k = matrix_.offsets[first_ + i]; k < end; ++k)
          sum += y.v[matrix_.targets[k] - first_] * matrix_.values[k];
      y.image[i] = sum;
    }
  }

  /// Its length; r_ is left with length 1 unless it is zero.
  double find_residual() {
    for (std::size_t i = 0; i < r_.v.size(); ++i) r_.v[i] = x_.image[i] - value_ * x_.v[i];
    const double along = dot(r_.v, x_.v);  // zero but for rounding
    for (std::size_t i = 0; i < r_.v.size(); ++i) r_.v[i] -= along * x_.v[i];
    const double length = std::sqrt(dot(r_.v, r_.v));
    if (length > 0)
      for (auto& y : r_.v) y /= length;
    return length;
  }

  /// Makes p_ a vector of length 1 at right angles to x_ and r_, or zero if there is nothing left.
  void straighten_direction() {
    const double before = dot(p_.v, p_.v);
    p_.combine(1, -dot(p_.v, x_.v), x_);
    p_.combine(1, -dot(p_.v, r_.v), r_);
    const double after = dot(p_.v, p_.v);
    if (after > 1e-12 * before)
      p_.combine(1 / std::sqrt(after), 0, p_);
    else
      p_.clear(p_.v.size());
  }

  /// To the best vector in the span of x, r and p. Without p the last row of the matrix is zero,
  /// which never leads: the quotient of x is positive.
  void step() {
    multiply(r_);
    straighten_direction();
    Matrix3 t{};
    const std::array<const Imaged*, 3> basis{&x_, &r_, &p_};
    for (std::size_t i = 0; i < 3; ++i)
      for (std::size_t j = i; j < 3; ++j) t[i][j] = t[j][i] = dot(basis[i]->v, basis[j]->image);
    const auto best = leading_vector(t);
    p_.combine(best[2], best[1], r_);
    x_.combine(best[0], 1, p_);
    x_.combine(1 / std::sqrt(dot(x_.v, x_.v)), 0, x_);
    value_ = dot(x_.v, x_.image);
  }

  const ComponentRows& matrix_;
  const EigenvectorOptions& options_;
  Imaged x_, r_, p_;
  double value_ = 0;
  std::uint32_t first_ = 0;
  std::uint32_t iterations_ = 0;
};

[[nodiscard]] inline EigenvectorCentrality eigenvectors_of_components(
    const ComponentRows& matrix, const EigenvectorOptions& options, Progress* progress) {
  EigenvectorCentrality out;
  out.component = matrix.component;
  out.value.resize(matrix.order.size());
  ProgressMeter meter(progress, matrix.order.size());
  EigenvectorSearch search(matrix, options);
  for (std::uint32_t c = 0; c < matrix.size(); ++c) {
    out.converged = search.run(c, meter) && out.converged;
    out.eigenvalue.push_back(search.value() * matrix.scale[c]);
    out.iterations = std::max(out.iterations, search.iterations());
    const auto n = matrix.begin[c + 1] - matrix.begin[c];
    for (std::uint32_t i = 0; n > 1 && i < n; ++i)  // below zero only by rounding
      out.value[matrix.order[matrix.begin[c] + i]] = std::abs(search.vector()[i]);
    meter.advance(n);
  }
  return out;
}

}  // namespace detail

/// Throws PreconditionError if a weight is negative or not finite; Interrupted.
template <graph::IndexedGraph G>
  requires graph::UndirectedGraph<G>
[[nodiscard]] EigenvectorCentrality eigenvector_centrality(const G& g,
                                                           const EigenvectorOptions& options = {},
                                                           Progress* progress = nullptr) {
  const graph::Rows rows(g);
  return detail::eigenvectors_of_components(detail::component_rows(rows.view(), {}), options,
                                            progress);
}

template <graph::IndexedGraph G, graph::EdgeWeight<G> W>
  requires graph::UndirectedGraph<G>
[[nodiscard]] EigenvectorCentrality eigenvector_centrality(const G& g, const W& weight,
                                                           const EigenvectorOptions& options = {},
                                                           Progress* progress = nullptr) {
  const auto arcs = graph::weighted_rows<double>(g, weight);
  return detail::eigenvectors_of_components(detail::component_rows(arcs.rows.view(), arcs.values),
                                            options, progress);
}

}  // namespace coopnet::algo
