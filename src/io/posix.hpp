#pragma once

#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>

/// The few system calls that reading and writing files share.
namespace coopnet::io::posix {

/// Throws IoError: `path`, then the system's reason for `error_number`.
[[noreturn]] void fail(std::string_view path, int error_number);

/// The path for the system. Throws IoError if it is empty or has a byte 0 in it.
[[nodiscard]] std::string checked_path(std::string_view path);

/// An open file, closed at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }
  /// Closes now; false and errno if the system could not store everything.
  [[nodiscard]] bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

 private:
  int fd_;
};

}  // namespace coopnet::io::posix
