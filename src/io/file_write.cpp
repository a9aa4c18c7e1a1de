// Writing in one step.
//
// A reader of the target sees the old file or the new one, never a part, because the new bytes go
// into another file of the same folder, and rename() swaps names at once. The other file has a name
// nobody can guess and must not exist (O_EXCL), so nobody can put a link in its place. It is
// removed on every way out but success, exceptions included.

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/io/file.hpp"
#include "io/posix.hpp"

namespace coopnet::io {
namespace {

using posix::Descriptor;
using posix::fail;

constexpr mode_t permission_bits = 0777;

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// A name beside `path` that nobody can guess.
std::string hidden_name_beside(const std::string& path) {
  std::array<std::uint8_t, 12> bytes{};
  if (::getentropy(bytes.data(), bytes.size()) != 0) fail(path, errno);
  std::string name = folder_of(path) + "/.coopnet-";
  for (const auto byte : bytes) {
    name += "0123456789abcdef"[byte >> 4U];
    name += "0123456789abcdef"[byte & 15U];
  }
  return name;
}

void write_all(int fd, std::string_view bytes, const std::string& shown) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(shown, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

/// Makes the names in a folder durable. Some file systems cannot; the files are complete anyway.
void flush_folder(const std::string& folder) {
  const Descriptor d(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (d.get() >= 0) static_cast<void>(::fsync(d.get()));
}

/// Creates the file and writes and flushes all of it. Errors name `shown`.
void write_new_file(const std::string& path, std::string_view bytes, mode_t keep_mode,
                    const std::string& shown) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (file.get() < 0) fail(shown, errno);
  write_all(file.get(), bytes, shown);
  if (keep_mode != 0 && ::fchmod(file.get(), keep_mode) != 0) fail(shown, errno);
  if (::fsync(file.get()) != 0 && errno != EINVAL) fail(shown, errno);
  if (!file.close()) fail(shown, errno);
}

/// rename() that refuses to replace anything; false and errno.
bool rename_to_new(const std::string& from, const std::string& to) {
#if defined(RENAME_NOREPLACE)
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
#endif
  // A file system without that promise: look first, which leaves a gap of an instant.
  struct stat info {};
  if (::lstat(to.c_str(), &info) == 0) {
    errno = EEXIST;
    return false;
  }
  return std::rename(from.c_str(), to.c_str()) == 0;
}

/// Removes a file at the end of its life, unless it was kept.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!kept_) ::unlink(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  bool kept_ = false;
};

/// A folder being filled, removed with its files unless it was kept.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string path) : path_(std::move(path)) {}
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    if (kept_) return;
    for (const auto& file : files_) ::unlink(file.c_str());
    ::rmdir(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  void add(const NamedBytes& file, const std::string& shown) {
    files_.push_back(path_ + "/" + file.name);
    write_new_file(files_.back(), file.bytes, 0, shown);
  }
  void keep() { kept_ = true; }

 private:
  std::string path_;
  std::vector<std::string> files_;
  bool kept_ = false;
};

/// The file a symbolic link leads to; other paths, and links that lead nowhere, as they are.
std::string without_links(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real ? real.get() : path;
}

[[noreturn]] void fail_exists(const std::string& path) {
  throw IoError(path + ": exists already, and overwriting was not asked for");
}

void check_names(std::span<const NamedBytes> files) {
  std::vector<std::string_view> names;
  for (const auto& file : files) {
    const std::string_view name = file.name;
    const bool plain = !name.empty() && name != "." && name != ".." &&
                       name.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
    if (!plain) throw PreconditionError("\"" + file.name + "\" is no plain file name");
    names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  const auto twin = std::adjacent_find(names.begin(), names.end());
  if (twin != names.end()) throw PreconditionError("\"" + std::string(*twin) + "\" comes twice");
}

void write_new_folder(const std::string& folder, std::span<const NamedBytes> files) {
  const std::string hidden = hidden_name_beside(folder);
  if (::mkdir(hidden.c_str(), permission_bits) != 0) fail(folder, errno);
  TemporaryFolder temporary(hidden);
  for (const auto& file : files) temporary.add(file, folder + "/" + file.name);
  flush_folder(temporary.path());
  if (!rename_to_new(temporary.path(), folder)) fail(folder, errno);
  temporary.keep();
  flush_folder(folder_of(folder));
}

}  // namespace

void write_file_atomically(std::string_view path, std::string_view bytes, bool overwrite) {
  const std::string shown = posix::checked_path(path);
  struct stat info {};
  const bool exists = ::stat(shown.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) fail(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode))
    throw IoError(shown + ": no regular file, cannot be replaced");
  if (exists && !overwrite) fail_exists(shown);
  const std::string target = exists ? without_links(shown) : shown;
  TemporaryFile temporary(hidden_name_beside(target));
  write_new_file(temporary.path(), bytes, exists ? info.st_mode & permission_bits : 0, shown);
  const bool moved = overwrite ? std::rename(temporary.path().c_str(), target.c_str()) == 0
                               : rename_to_new(temporary.path(), target);
  if (!moved) fail(path, errno);
  temporary.keep();
  flush_folder(folder_of(target));
}

void write_folder_atomically(std::string_view folder, std::span<const NamedBytes> files,
                             bool overwrite) {
  std::string name = posix::checked_path(folder);
  while (name.size() > 1 && name.back() == '/') name.pop_back();
  check_names(files);
  struct stat info {};
  if (::stat(name.c_str(), &info) != 0) {
    write_new_folder(name, files);
    return;
  }
  if (!S_ISDIR(info.st_mode)) fail(name, ENOTDIR);
  if (!overwrite) fail_exists(name);
  for (const auto& file : files) write_file_atomically(name + "/" + file.name, file.bytes, true);
}

}  // namespace coopnet::io
