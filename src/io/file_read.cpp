#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/io/file.hpp"
#include "io/large_memory.hpp"
#include "io/posix.hpp"

namespace coopnet::io {
namespace posix {

void fail(std::string_view path, int error_number) {
  throw IoError(std::string(path) + ": " + std::generic_category().message(error_number));
}

std::string checked_path(std::string_view path) {
  if (path.empty()) fail("\"\"", ENOENT);
  if (path.find('\0') != std::string_view::npos)
    throw IoError("a path with a byte 0 names no file");
  return std::string(path);
}

}  // namespace posix

namespace {

constexpr std::size_t step_bytes = std::size_t{1} << 18U;
constexpr std::size_t part_bytes = std::size_t{16} << 20U;

[[noreturn]] void fail_too_long(std::string_view shown, std::uint64_t limit) {
  throw DataError(std::string(shown) + ": longer than the limit of " + std::to_string(limit) +
                  " bytes");
}

/// Parts put together; each is freed once it is copied, so that the whole is hardly held twice.
std::string join(std::vector<std::string>& parts, std::size_t total) {
  if (parts.size() == 1) return std::move(parts.front());
  std::string whole;
  whole.reserve(total);
  prefer_large_pages(whole.data(), whole.capacity());
  for (auto& part : parts) {
    whole += part;
    std::string().swap(part);
  }
  return whole;
}

/// Reads to the end. `expected` is the size of a regular file; a pipe has none (0) and is collected
/// in parts, so that a pipe without end never costs more than the limit.
std::string read_all(int fd, std::string_view shown, std::size_t expected, std::uint64_t limit) {
  std::vector<char> step(step_bytes);
  std::vector<std::string> parts(1);
  parts.back().reserve(expected > 0 ? expected : std::size_t{0});
  prefer_large_pages(parts.back().data(), expected);
  std::uint64_t total = 0;
  while (true) {
    const ssize_t n = ::read(fd, step.data(), step.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) posix::fail(shown, errno);
    if (n == 0) return join(parts, static_cast<std::size_t>(total));
    const auto got = static_cast<std::size_t>(n);
    if (got > limit - total) fail_too_long(shown, limit);
    total += got;
    if (parts.back().size() + got > std::max(expected, part_bytes)) {
      parts.emplace_back();
      parts.back().reserve(part_bytes);
    }
    parts.back().append(step.data(), got);
  }
}

}  // namespace

std::string read_file(std::string_view path, std::uint64_t limit) {
  if (path == "-") return read_all(STDIN_FILENO, "standard input", 0, limit);
  const std::string name = posix::checked_path(path);
  struct stat info {};
  if (::stat(name.c_str(), &info) != 0) posix::fail(path, errno);
  if (S_ISDIR(info.st_mode)) posix::fail(path, EISDIR);
  if (!S_ISREG(info.st_mode) && !S_ISFIFO(info.st_mode))
    throw IoError(name + ": neither a file nor a pipe");
  const bool regular = S_ISREG(info.st_mode);
  const auto size = regular ? static_cast<std::uint64_t>(info.st_size) : 0;
  if (size > limit) fail_too_long(path, limit);
  const posix::Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) posix::fail(path, errno);
  return read_all(file.get(), path, static_cast<std::size_t>(size), limit);
}

}  // namespace coopnet::io
