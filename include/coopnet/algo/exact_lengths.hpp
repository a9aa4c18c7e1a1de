#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "coopnet/core/errors.hpp"

/// Lengths of edges from their strengths: twice as strong, half as long. Betweenness and closeness
/// need them exact: 1 / strength in floating point makes 1/2 + 1/12 differ from 1/3 + 1/4 and so
/// loses shortest paths.
///
/// Method:   length = L / strength with L the least common multiple of the strengths that occur. If
/// L
///           reaches 2^40, lengths are rounded instead, in units of 2^-20 of the smallest one, and
///           the result says so: the relative error of a length is then at most 2^-21.
/// Needs:    strengths are integers from 1 to 2^40 - 1 (PreconditionError).
/// Order:    lengths stand in the order of the strengths.
namespace coopnet::algo {

struct ExactLengths {
  std::vector<std::uint64_t> length;  ///< of each strength, >= 1
  std::uint64_t unit = 1;             ///< the length of strength 1; length / unit is 1 / strength
  bool rounded = false;
};

namespace detail {

inline constexpr std::uint64_t lengths_limit = std::uint64_t{1} << 40;

/// The least common multiple, or lengths_limit if it is not below that.
[[nodiscard]] inline std::uint64_t common_multiple(std::span<const std::uint64_t> strengths) {
  std::uint64_t multiple = 1;
  for (const auto s : strengths) {
    const auto factor = s / std::gcd(multiple, s);
    if (factor > (lengths_limit - 1) / multiple) return lengths_limit;
    multiple *= factor;
  }
  return multiple;
}

}  // namespace detail

/// See the top of the file. Cost: O(strengths), times the steps of a greatest common divisor.
[[nodiscard]] inline ExactLengths exact_lengths(std::span<const std::uint64_t> strengths) {
  constexpr std::uint64_t smallest_length = std::uint64_t{1} << 20;
  std::uint64_t strongest = 1;
  for (const auto s : strengths) {
    if (s < 1 || s >= detail::lengths_limit)
      throw PreconditionError("exact_lengths: a strength is not between 1 and 2^40 - 1");
    strongest = std::max(strongest, s);
  }
  const auto multiple = detail::common_multiple(strengths);
  ExactLengths out;
  out.rounded = multiple == detail::lengths_limit;
  out.unit = out.rounded ? strongest * smallest_length : multiple;
  out.length.reserve(strengths.size());
  for (const auto s : strengths) out.length.push_back((out.unit + s / 2) / s);
  return out;
}

}  // namespace coopnet::algo
