#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "coopnet/render/grid.hpp"

namespace coopnet::render {

[[nodiscard]] bool is_square(const Grid& grid);
[[nodiscard]] const std::vector<GridLabel>& columns_of(const Grid& grid);
[[nodiscard]] const std::vector<GridBlock>& column_blocks_of(const Grid& grid);

/// Values in steps of equal width, from 1 to the number of steps; zero and no value have step 0.
class Shades {
 public:
  /// At most `most` steps; fewer where the values are fewer.
  Shades(const Grid& grid, std::size_t most);

  [[nodiscard]] std::size_t steps() const { return steps_; }
  [[nodiscard]] std::size_t step(std::int64_t value) const;
  /// "3", "4–6": the values of a step.
  [[nodiscard]] std::string range(std::size_t step) const;

 private:
  std::int64_t maximum_;
  std::size_t steps_;
};

inline constexpr std::size_t most_shades = 6;
/// Fill of the darkest step is the same for any number of steps.
[[nodiscard]] std::string_view shade_fill(std::size_t step, std::size_t steps);
[[nodiscard]] bool white_on_shade(std::size_t step, std::size_t steps);

/// At most four characters: "7", "950", "12k", "3M".
[[nodiscard]] std::string compact(std::int64_t value);

}  // namespace coopnet::render
