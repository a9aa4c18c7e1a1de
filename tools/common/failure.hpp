#pragma once

#include <string>

#include "coopnet/core/errors.hpp"

namespace coopnet::tools {

/// What the program ends with.
enum class Exit : int {
  ok = 0,             ///< also with warnings, unless --strict
  internal = 1,       ///< a fault of ours, or the system refused (disk full, no memory)
  usage = 2,          ///< the command line cannot be followed
  data = 3,           ///< the input cannot be used
  external = 5,       ///< a program we call is missing or failed
  interrupted = 130,  ///< Ctrl-C
};

/// The command line cannot be followed; the text says why, in the words of the catalogue.
class UsageError : public Error {
 public:
  using Error::Error;
};

/// Everything was said already; only the exit code is left.
class Reported : public Error {
 public:
  explicit Reported(Exit code) : Error("reported"), code_(code) {}
  [[nodiscard]] Exit code() const { return code_; }

 private:
  Exit code_;
};

}  // namespace coopnet::tools
