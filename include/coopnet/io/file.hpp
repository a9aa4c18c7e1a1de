#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "coopnet/io/limits.hpp"

/// Files as bytes. Reading takes any size up to a limit; writing leaves either the whole new file
/// or what was there before.
namespace coopnet::io {

/// All bytes of a file, a pipe, or standard input ("-"). Throws DataError when there are more than
/// `limit` bytes (which is noticed while reading: never much more than `limit` bytes of memory are
/// used), IoError when it cannot be read; a folder or a device is refused.
[[nodiscard]] std::string read_file(std::string_view path,
                                    std::uint64_t limit = default_file_bytes);

/// Writes a file in one step: into a new file beside it, flushed to disk, then renamed. A symbolic
/// link is followed. Throws IoError; then no part of the new file is left behind. An existing file
/// is replaced only with `overwrite`, and keeps its permissions; what is no regular file is never
/// replaced.
void write_file_atomically(std::string_view path, std::string_view bytes, bool overwrite);

/// Writes a folder file by file, each in as many parts as the caller likes, and shows it in one
/// step: a new folder is filled beside its place and then renamed. Of an existing folder the files
/// of these names are replaced and all others left alone; every file is complete on disk before the
/// first is replaced. Until then nothing can be seen, and if the writer goes without commit(), by
/// an exception or otherwise, nothing is left behind.
class FolderWriter {
 public:
  /// Throws IoError: an existing folder is accepted only with `overwrite`.
  FolderWriter(std::string_view folder, bool overwrite);
  ~FolderWriter();
  FolderWriter(const FolderWriter&) = delete;
  FolderWriter& operator=(const FolderWriter&) = delete;

  /// Completes the file before, and begins another. Throws IoError, or PreconditionError for a name
  /// that is no plain file name or comes twice.
  void begin_file(std::string_view name);
  /// Throws IoError, or PreconditionError when no file was begun.
  void append(std::string_view bytes);
  /// Shows everything; nothing can be written any more. Throws IoError.
  void commit();

 private:
  class Impl;
  [[nodiscard]] Impl& writing() const;

  std::unique_ptr<Impl> impl_;  ///< nothing after commit()
};

/// One file of a folder to be written.
struct NamedBytes {
  std::string name;  ///< without folder
  std::string bytes;
};

/// Writes these files as a FolderWriter does. Throws IoError, or PreconditionError for a name that
/// is no plain file name or comes twice.
void write_folder_atomically(std::string_view folder, std::span<const NamedBytes> files,
                             bool overwrite);

}  // namespace coopnet::io
