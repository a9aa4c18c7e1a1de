#pragma once

#include <cstdint>
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

/// One file of a folder to be written.
struct NamedBytes {
  std::string name;  ///< without folder
  std::string bytes;
};

/// Writes a new folder in one step: all files into a folder beside it, which is then renamed. An
/// existing folder is accepted only with `overwrite`; its files of these names are then replaced,
/// each in one step, and all others left alone. Throws IoError, or PreconditionError for a name
/// that is no plain file name or comes twice.
void write_folder_atomically(std::string_view folder, std::span<const NamedBytes> files,
                             bool overwrite);

}  // namespace coopnet::io
