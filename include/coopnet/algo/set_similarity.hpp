#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>

/// How alike two sets with weighted elements are. Weights are whole numbers (fixed-point), so that
/// sums do not depend on their order and equal scores compare equal; two scores are compared as
/// exact ratios, never as rounded doubles.
namespace coopnet::algo {

enum class Similarity : std::uint8_t {
  shared,   ///< weight in both
  jaccard,  ///< weight in both / weight in either
  overlap,  ///< weight in both / weight of the lighter set
  cosine,   ///< weight in both / sqrt(product of the weights)
};

/// What the score of a pair is made of: the weight in both sets and the weight of each.
struct SimilarityParts {
  std::uint64_t shared = 0;
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  friend bool operator==(const SimilarityParts&, const SimilarityParts&) = default;
};

namespace detail {

__extension__ using Wide = unsigned __int128;

struct Product {  // 256 bits
  Wide high;
  Wide low;
  friend auto operator<=>(const Product&, const Product&) = default;
};

inline Product multiply(Wide x, Wide y) {
  constexpr Wide mask = ~std::uint64_t{0};
  const Wide x0 = x & mask, x1 = x >> 64U, y0 = y & mask, y1 = y >> 64U;
  const Wide middle1 = x1 * y0 + ((x0 * y0) >> 64U);
  const Wide middle2 = x0 * y1 + (middle1 & mask);
  return {x1 * y1 + (middle1 >> 64U) + (middle2 >> 64U), x * y};
}

struct Ratio {
  Wide numerator;
  Wide denominator;  // 0 only together with numerator 0: such a score is 0
};

inline Ratio ratio(Similarity measure, const SimilarityParts& p) {
  switch (measure) {
    case Similarity::shared:
      return {p.shared, 1};
    case Similarity::jaccard:
      return {p.shared, Wide{p.a} + p.b - p.shared};
    case Similarity::overlap:
      return {p.shared, std::min(p.a, p.b)};
    case Similarity::cosine:
      return {Wide{p.shared} * p.shared, Wide{p.a} * p.b};
  }
  return {0, 1};
}

}  // namespace detail

/// Order of two scores of one measure, exact.
inline std::strong_ordering compare(Similarity measure, const SimilarityParts& x,
                                    const SimilarityParts& y) {
  const auto p = detail::ratio(measure, x);
  const auto q = detail::ratio(measure, y);
  const detail::Wide p_below = p.denominator == 0 ? 1 : p.denominator;
  const detail::Wide q_below = q.denominator == 0 ? 1 : q.denominator;
  return detail::multiply(p.numerator, q_below) <=> detail::multiply(q.numerator, p_below);
}

/// The score as a number for people. `unit` is the weight that counts as one (1 << 20 for
/// fixed-point weights); only `shared` depends on it.
inline double value(Similarity measure, const SimilarityParts& p, double unit = 1.0) {
  const auto as_double = [](std::uint64_t v) { return static_cast<double>(v); };
  if (p.shared == 0) return 0;
  switch (measure) {
    case Similarity::shared:
      return as_double(p.shared) / unit;
    case Similarity::jaccard:
      return as_double(p.shared) / (as_double(p.a) + as_double(p.b - p.shared));
    case Similarity::overlap:
      return as_double(p.shared) / as_double(std::min(p.a, p.b));
    case Similarity::cosine:
      return as_double(p.shared) / std::sqrt(as_double(p.a) * as_double(p.b));
  }
  return 0;
}

/// The best score a set of weight `own` can reach with any partner when at most `common` of its
/// weight is shared: the partner is then just the common part (overlap: 1, no bound).
inline SimilarityParts best_possible(std::uint64_t own, std::uint64_t common) {
  return {common, own, common};
}

}  // namespace coopnet::algo
