#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/io/process.hpp"

namespace coopnet::io {

/// How a child process ended, and what it wrote until then.
struct ProcessResult {
  enum class End : std::uint8_t { exited, killed, not_started, wall_time, too_much_output };
  End end = End::exited;
  int code = 0;  ///< exit status, signal number, or errno of the failed start
  std::string output;
  std::string messages;  ///< first 64 KiB of standard error
};

/// Runs a program found in the search path, with the limits applied to it, feeds it `input` and
/// reads both of its outputs at once, so that neither side waits for the other.
/// Throws ExternalError if the system gives no process or pipe.
[[nodiscard]] ProcessResult run_process(const Program& program,
                                        const std::vector<std::string>& arguments,
                                        std::string_view input, const ProcessLimits& limits);

}  // namespace coopnet::io
