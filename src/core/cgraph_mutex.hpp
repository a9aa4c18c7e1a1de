#pragma once

#include <mutex>

namespace coopnet {

/// libcgraph keeps global state: whoever calls it holds this.
inline std::mutex& cgraph_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace coopnet
