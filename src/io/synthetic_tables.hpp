#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "io/synthetic_world.hpp"

namespace coopnet::io::synthetic {

/// Some rows of a table, cell by cell.
class Rows {
 public:
  explicit Rows(std::size_t columns) : columns_(columns) {}

  Rows& cell(std::string_view text) {
    text_ += text;
    ends_.push_back(text_.size());
    return *this;
  }
  void clear() {
    text_.clear();
    ends_.clear();
  }
  [[nodiscard]] std::size_t size() const { return ends_.size() / columns_; }
  [[nodiscard]] std::string_view at(std::size_t row, std::size_t column) const {
    const auto k = row * columns_ + column;
    const std::size_t begin = k == 0 ? 0 : ends_[k - 1];
    return std::string_view(text_).substr(begin, ends_[k] - begin);
  }

 private:
  std::size_t columns_;
  std::string text_;
  std::vector<std::size_t> ends_;
};

/// A table as it will be written: `make(b, rows)` appends the rows of block b; block after block
/// they stand in canonical order. A block gives the same rows each time.
struct TablePlan {
  std::string name;
  std::vector<std::string_view> columns;
  std::uint64_t blocks = 0;
  std::function<void(Index, Rows&)> make;
};

/// All tables in order of name, without those that have no rows. `world` must outlive them.
[[nodiscard]] std::vector<TablePlan> plan_tables(World& world);

}  // namespace coopnet::io::synthetic
