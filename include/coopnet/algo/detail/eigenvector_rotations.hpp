#pragma once

#include <array>
#include <cmath>
#include <cstddef>

/// The leading eigenvector of a symmetric 3 x 3 matrix.
namespace coopnet::algo::detail {

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// Turns rows and columns i and j of a symmetric matrix so that its element (i, j) becomes zero.
inline void rotate(Matrix3& t, Matrix3& basis, std::size_t i, std::size_t j) {
  if (t[i][j] == 0) return;
  const double half = (t[j][j] - t[i][i]) / (2 * t[i][j]);
  const double tangent = std::copysign(1 / (std::abs(half) + std::hypot(half, 1)), half);
  const double cosine = 1 / std::hypot(tangent, 1);
  const double sine = tangent * cosine;
  const auto turn = [=](double& x, double& y) {
    const double before = x;
    x = cosine * before - sine * y;
    y = sine * before + cosine * y;
  };
  for (std::size_t k = 0; k < 3; ++k) turn(t[i][k], t[j][k]);
  for (std::size_t k = 0; k < 3; ++k) turn(t[k][i], t[k][j]);
  for (std::size_t k = 0; k < 3; ++k) turn(basis[i][k], basis[j][k]);
}

/// The eigenvector of the largest eigenvalue, by Jacobi rotations; its first element not negative.
[[nodiscard]] inline std::array<double, 3> leading_vector(Matrix3 t) {
  Matrix3 basis{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  for (int round = 0; round < 8; ++round) {  // what is left is squared by each: plenty
    rotate(t, basis, 0, 1);
    rotate(t, basis, 0, 2);
    rotate(t, basis, 1, 2);
  }
  std::size_t best = 0;
  for (std::size_t i = 1; i < 3; ++i)
    if (t[i][i] > t[best][best]) best = i;
  if (basis[best][0] < 0)
    for (auto& x : basis[best]) x = -x;
  return basis[best];
}

}  // namespace coopnet::algo::detail
