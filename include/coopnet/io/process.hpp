#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Programs of the system as child processes: one that hangs, crashes or eats the memory cannot
/// take the caller with it.
namespace coopnet::io {

struct ProcessLimits {
  unsigned cpu_seconds = 20;
  std::size_t address_space_bytes = std::size_t{2} << 30;
  unsigned wall_milliseconds = 30'000;
  std::size_t output_bytes = std::size_t{256} << 20;
  /// Folders in which to look for the program, separated by ":"; nothing: those of the caller's
  /// PATH.
  std::optional<std::string> search_path;
};

/// A program and what to install where it is missing.
struct Program {
  std::string name;                        ///< as messages call it: "Graphviz"
  std::string executable;                  ///< "dot"
  std::string package;                     ///< of Debian: "graphviz"
  std::vector<std::string> environment{};  ///< "NAME=value", besides PATH and LC_ALL=C.UTF-8
};

/// What the program writes on standard output when it is fed `input`. Any number of threads may
/// call this. Throws ExternalError if the program is not found, fails, or reaches one of the
/// limits; the message says which.
[[nodiscard]] std::string run_program(const Program& program,
                                      const std::vector<std::string>& arguments,
                                      std::string_view input, const ProcessLimits& limits = {});

}  // namespace coopnet::io
