#pragma once

#include <string>

namespace coopnet::algo {

/// What the check of a certificate found: true if the result is proved, otherwise the first fault.
struct Verdict {
  std::string fault;
  [[nodiscard]] explicit operator bool() const { return fault.empty(); }
};

}  // namespace coopnet::algo
