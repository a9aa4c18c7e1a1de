#pragma once

#include "coopnet/model/vocabulary.hpp"

namespace coopnet {

/// Whether a commitment can carry out another one: money, people, technical help or capacity.
[[nodiscard]] constexpr bool is_support(CommitmentType type) {
  return type == CommitmentType::financial || type == CommitmentType::human_resource ||
         type == CommitmentType::technical || type == CommitmentType::capacity;
}

}  // namespace coopnet
