#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "coopnet/core/errors.hpp"

namespace coopnet::algo::detail {

__extension__ typedef __int128 wide_int;  // NOLINT(modernize-use-using)

/// The exact sum as a 64-bit number. Throws PreconditionError if it does not fit.
[[nodiscard]] inline std::int64_t narrow_total(wide_int sum, const char* who) {
  if (sum > std::numeric_limits<std::int64_t>::max() ||
      sum < std::numeric_limits<std::int64_t>::min()) {
    throw PreconditionError(std::string(who) + ": the total does not fit in 64 bits");
  }
  return static_cast<std::int64_t>(sum);
}

}  // namespace coopnet::algo::detail
