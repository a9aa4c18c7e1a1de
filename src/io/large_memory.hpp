#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace coopnet::io {

/// Asks the system to back a large block, just allocated and not yet touched, with large pages.
/// Filling a block for the first time then costs a fraction of the page faults, which are most of
/// the time it takes to read a large table. Only a hint: ignored where it is not understood.
inline void prefer_large_pages(const void* block, std::size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  constexpr std::size_t worth_it = std::size_t{8} << 20U;
  constexpr std::uintptr_t page = 4096;
  if (bytes < worth_it) return;
  const auto begin = (reinterpret_cast<std::uintptr_t>(block) + page - 1) / page * page;
  const auto end = (reinterpret_cast<std::uintptr_t>(block) + bytes) / page * page;
  static_cast<void>(madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE));
#else
  static_cast<void>(block);
  static_cast<void>(bytes);
#endif
}

}  // namespace coopnet::io
