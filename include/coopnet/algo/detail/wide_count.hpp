#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

/// Numbers of paths that do not fit in a double.
namespace coopnet::algo::detail {

/// A number >= 0 with the 53 bits of a double and a 64-bit exponent: mantissa * 2^exponent, the
/// mantissa in [1/2, 1) or zero. Grids and chains have 2^1000 shortest paths and more.
class WideCount {
 public:
  WideCount() = default;
  explicit WideCount(double x, std::int64_t exponent = 0) : exponent_(exponent) {
    int shift = 0;
    mantissa_ = std::frexp(x, &shift);
    exponent_ += shift;
  }

  WideCount& operator+=(const WideCount& other) {
    if (other.mantissa_ == 0) return *this;
    if (mantissa_ == 0) return *this = other;
    const auto common = std::max(exponent_, other.exponent_);
    return *this = WideCount(in_units(common) + other.in_units(common), common);
  }
  [[nodiscard]] friend WideCount operator+(WideCount a, const WideCount& b) { return a += b; }

  /// The product, which must be in the range of a double.
  [[nodiscard]] friend double product(const WideCount& a, const WideCount& b) {
    return std::ldexp(a.mantissa_ * b.mantissa_, clamped(a.exponent_ + b.exponent_));
  }
  /// 1 / a for a > 0.
  [[nodiscard]] friend WideCount inverse(const WideCount& a) {
    return WideCount(1 / a.mantissa_, -a.exponent_);
  }
  [[nodiscard]] friend bool fits(const WideCount&) { return true; }

 private:
  /// The number divided by 2^unit, unit >= exponent_.
  [[nodiscard]] double in_units(std::int64_t unit) const {
    return std::ldexp(mantissa_, clamped(exponent_ - unit));
  }
  /// Exponents beyond +-10000 are as good as infinite for a double.
  [[nodiscard]] static int clamped(std::int64_t exponent) {
    return static_cast<int>(std::clamp<std::int64_t>(exponent, -10000, 10000));
  }

  double mantissa_ = 0;
  std::int64_t exponent_ = 0;
};

// The same words for double.
[[nodiscard]] inline double product(double a, double b) { return a * b; }
[[nodiscard]] inline double inverse(double a) { return 1 / a; }
[[nodiscard]] inline bool fits(double a) { return a <= std::numeric_limits<double>::max(); }

}  // namespace coopnet::algo::detail
