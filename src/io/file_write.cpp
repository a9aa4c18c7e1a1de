// Writing in one step.
//
// A reader of the target sees the old file or the new one, never a part, because the new bytes go
// into another file of the same folder, and rename() swaps names at once. The other file has a name
// nobody can guess and must not exist (O_EXCL), so nobody can put a link in its place. It is
// removed on every way out but success, exceptions included. A folder is written the same way: a
// new one as a whole, one that exists file by file, all of them complete before the first is moved.

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <set>
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

/// A file being written under a name of its own, removed at the end of its life unless it was
/// moved to its place. Errors name `shown`, the place.
class PendingFile {
 public:
  PendingFile(std::string path, std::string shown)
      : path_(std::move(path)),
        shown_(std::move(shown)),
        file_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
    if (file_.get() < 0) fail(shown_, errno);
  }
  PendingFile(const PendingFile&) = delete;
  PendingFile& operator=(const PendingFile&) = delete;
  ~PendingFile() {
    if (!kept_) ::unlink(path_.c_str());
  }

  void append(std::string_view bytes) { write_all(file_.get(), bytes, shown_); }

  /// Flushes to disk and closes. `keep_mode`: permissions of the file to be replaced, 0 for none.
  void finish(mode_t keep_mode) {
    if (keep_mode != 0 && ::fchmod(file_.get(), keep_mode) != 0) fail(shown_, errno);
    if (::fsync(file_.get()) != 0 && errno != EINVAL) fail(shown_, errno);
    if (!file_.close()) fail(shown_, errno);
  }

  void move_to(const std::string& target, bool overwrite) {
    const bool moved =
        overwrite ? std::rename(path_.c_str(), target.c_str()) == 0 : rename_to_new(path_, target);
    if (!moved) fail(shown_, errno);
    kept_ = true;
  }
  /// Its folder was moved, and the file with it.
  void keep() { kept_ = true; }

 private:
  std::string path_;
  std::string shown_;
  Descriptor file_;
  bool kept_ = false;
};

/// A folder beside its place, removed at the end of its life, when it must be empty, unless kept.
class PendingFolder {
 public:
  explicit PendingFolder(const std::string& folder) : path_(hidden_name_beside(folder)) {
    if (::mkdir(path_.c_str(), permission_bits) != 0) fail(folder, errno);
  }
  PendingFolder(const PendingFolder&) = delete;
  PendingFolder& operator=(const PendingFolder&) = delete;
  ~PendingFolder() {
    if (!kept_) ::rmdir(path_.c_str());
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  void move_to(const std::string& folder) {
    flush_folder(path_);
    if (!rename_to_new(path_, folder)) fail(folder, errno);
    kept_ = true;
    flush_folder(folder_of(folder));
  }

 private:
  std::string path_;
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

/// The file that a path names, and the permissions it has; 0 where there is none.
struct Target {
  std::string path;
  mode_t mode = 0;
};

Target target_at(const std::string& shown, bool overwrite) {
  struct stat info {};
  if (::stat(shown.c_str(), &info) != 0) return {shown, 0};
  if (S_ISDIR(info.st_mode)) fail(shown, EISDIR);
  if (!S_ISREG(info.st_mode)) throw IoError(shown + ": no regular file, cannot be replaced");
  if (!overwrite) fail_exists(shown);
  return {without_links(shown), info.st_mode & permission_bits};
}

void check_name(std::string_view name) {
  const bool plain = !name.empty() && name != "." && name != ".." &&
                     name.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
  if (!plain) throw PreconditionError("\"" + std::string(name) + "\" is no plain file name");
}

}  // namespace

class FolderWriter::Impl {
 public:
  Impl(std::string_view folder, bool overwrite) : folder_(posix::checked_path(folder)) {
    while (folder_.size() > 1 && folder_.back() == '/') folder_.pop_back();
    struct stat info {};
    if (::stat(folder_.c_str(), &info) != 0) {
      if (::lstat(folder_.c_str(), &info) == 0) fail(folder_, EEXIST);  // a link to nowhere
      hidden_ = std::make_unique<PendingFolder>(folder_);
      return;
    }
    if (!S_ISDIR(info.st_mode)) fail(folder_, ENOTDIR);
    if (!overwrite) fail_exists(folder_);
  }

  void begin_file(std::string_view name) {
    finish_file();
    check_name(name);
    if (!names_.emplace(name).second)
      throw PreconditionError("\"" + std::string(name) + "\" comes twice");
    const std::string shown = folder_ + "/" + std::string(name);
    Entry entry{target_at(shown, true), nullptr};
    const std::string path =
        hidden_ ? hidden_->path() + "/" + std::string(name) : hidden_name_beside(entry.target.path);
    entry.file = std::make_unique<PendingFile>(path, shown);
    entries_.push_back(std::move(entry));
    open_ = true;
  }

  void append(std::string_view bytes) {
    if (!open_) throw PreconditionError("FolderWriter: no file was begun");
    entries_.back().file->append(bytes);
  }

  void commit() {
    finish_file();
    if (hidden_) {
      hidden_->move_to(folder_);
      for (auto& entry : entries_) entry.file->keep();
    } else {
      for (auto& entry : entries_) entry.file->move_to(entry.target.path, true);
      for (auto& entry : entries_) flush_folder(folder_of(entry.target.path));
    }
  }

 private:
  struct Entry {
    Target target;
    std::unique_ptr<PendingFile> file;
  };

  void finish_file() {
    if (!open_) return;
    entries_.back().file->finish(entries_.back().target.mode);
    open_ = false;
  }

  std::string folder_;
  std::unique_ptr<PendingFolder> hidden_;  ///< nothing where the folder exists
  std::set<std::string, std::less<>> names_;
  std::vector<Entry> entries_;  ///< goes before the folder they are in
  bool open_ = false;           ///< the last entry is being written
};

FolderWriter::FolderWriter(std::string_view folder, bool overwrite)
    : impl_(std::make_unique<Impl>(folder, overwrite)) {}
FolderWriter::~FolderWriter() = default;

FolderWriter::Impl& FolderWriter::writing() const {
  if (!impl_) throw PreconditionError("FolderWriter: everything was committed already");
  return *impl_;
}

void FolderWriter::begin_file(std::string_view name) { writing().begin_file(name); }
void FolderWriter::append(std::string_view bytes) { writing().append(bytes); }

void FolderWriter::commit() {
  writing().commit();
  impl_.reset();
}

void write_file_atomically(std::string_view path, std::string_view bytes, bool overwrite) {
  const std::string shown = posix::checked_path(path);
  const Target target = target_at(shown, overwrite);
  PendingFile file(hidden_name_beside(target.path), shown);
  file.append(bytes);
  file.finish(target.mode);
  file.move_to(target.path, overwrite);
  flush_folder(folder_of(target.path));
}

void write_folder_atomically(std::string_view folder, std::span<const NamedBytes> files,
                             bool overwrite) {
  FolderWriter writer(folder, overwrite);
  for (const auto& file : files) {
    writer.begin_file(file.name);
    writer.append(file.bytes);
  }
  writer.commit();
}

}  // namespace coopnet::io
