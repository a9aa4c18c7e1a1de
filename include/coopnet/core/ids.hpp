#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace coopnet {

/// A dense row number with a kind: a forum's id is not an actor's id, and the compiler knows it.
/// Rows are numbered 0..n-1 in canonical order (ascending by their textual id).
template <class Tag>
struct Id {
  std::uint32_t value{};

  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t v) : value(v) {}
  static constexpr Id at(std::size_t index) { return Id(static_cast<std::uint32_t>(index)); }
  [[nodiscard]] constexpr std::size_t index() const { return value; }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// More rows than this in one table are refused: ids are 32 bits, the last value means "none".
inline constexpr std::size_t max_rows = std::numeric_limits<std::uint32_t>::max() - 1;

}  // namespace coopnet

template <class Tag>
struct std::hash<coopnet::Id<Tag>> {
  std::size_t operator()(coopnet::Id<Tag> id) const noexcept {
    return std::hash<std::uint32_t>{}(id.value);
  }
};
