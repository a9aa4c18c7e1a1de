#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "io/large_memory.hpp"

namespace coopnet::io {

/// Keeps copies of short texts in few large blocks, which become the storage of a table.
class Arena {
 public:
  [[nodiscard]] std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) grow(text.size());
    char* const place = next_;
    std::memcpy(place, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {place, text.size()};
  }

  /// Hands the blocks over; the arena starts anew.
  [[nodiscard]] std::vector<std::shared_ptr<const void>> release() {
    left_ = 0;
    block_size_ = first_block;
    return std::exchange(blocks_, {});
  }

 private:
  static constexpr std::size_t first_block = std::size_t{4} << 10U;
  static constexpr std::size_t largest_block = std::size_t{16} << 20U;

  void grow(std::size_t needed) {
    const std::size_t size = std::max(needed, block_size_);
    block_size_ = std::min(2 * block_size_, largest_block);
    std::shared_ptr<char> block(new char[size], std::default_delete<char[]>());
    prefer_large_pages(block.get(), size);
    next_ = block.get();
    left_ = size;
    blocks_.push_back(std::move(block));
  }

  std::vector<std::shared_ptr<const void>> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t block_size_ = first_block;
};

}  // namespace coopnet::io
