#pragma once

#include <stdexcept>
#include <string>

namespace coopnet {

/// Base of everything the library throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The input cannot be used: not readable, not text, not the expected shape.
class DataError : public Error {
 public:
  using Error::Error;
};

/// A caller broke a documented precondition (id out of range, negative weight, ...).
class PreconditionError : public Error {
 public:
  using Error::Error;
};

/// The operating system refused: a file could not be opened, written or renamed.
class IoError : public Error {
 public:
  using Error::Error;
};

/// A program we call (Graphviz) is missing, failed, or ran into its limits.
class ExternalError : public Error {
 public:
  using Error::Error;
};

/// A result did not pass its own proof: a fault of this library. Nothing is returned.
class InternalError : public Error {
 public:
  using Error::Error;
};

/// The caller asked a long computation to stop.
class Interrupted : public Error {
 public:
  Interrupted() : Error("interrupted") {}
};

}  // namespace coopnet
