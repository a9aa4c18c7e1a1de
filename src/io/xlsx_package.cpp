#include "io/xlsx_package.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <optional>

#include "coopnet/core/text.hpp"

namespace coopnet::io::xlsx {
namespace {

constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::string_view zip_file_start = "PK\x03\x04";
constexpr std::string_view empty_zip_start = "PK\x05\x06";

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;

[[noreturn]] void broken(zip_error_t& error) {
  const std::string reason = text::inert(zip_error_strerror(&error));
  zip_error_fini(&error);
  throw Fault{"xlsx-broken", {reason}};
}

Archive open_archive(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) broken(error);
  Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive == nullptr) {
    zip_source_free(source);
    broken(error);
  }
  zip_error_fini(&error);
  return archive;
}

/// Names of parts compare without regard to case.
std::optional<zip_uint64_t> locate(zip_t* archive, const std::string& part) {
  auto index = zip_name_locate(archive, part.c_str(), 0);
  if (index < 0) index = zip_name_locate(archive, part.c_str(), ZIP_FL_NOCASE);
  if (index < 0) return std::nullopt;
  return static_cast<zip_uint64_t>(index);
}

}  // namespace

struct Package::Inside {
  Archive archive;
  XlsxLimits limits;
  std::uint64_t unpacked = 0;

  void refuse_strangers();
  void check_size(const std::string& part, std::uint64_t bytes, std::uint64_t packed) const;
};

/// Other programs' files are archives too; each is told with the way out.
void Package::Inside::refuse_strangers() {
  const auto has = [&](const char* part) { return locate(archive.get(), part).has_value(); };
  if (has("xl/workbook.bin")) throw Fault{"xlsx-binary"};
  if (has("Index/Document.iwa") || has("Index.zip")) throw Fault{"xlsx-numbers"};
  if (has("content.xml") && has("mimetype")) throw Fault{"xlsx-ods"};
}

void Package::Inside::check_size(const std::string& part, std::uint64_t bytes,
                                 std::uint64_t packed) const {
  constexpr std::uint64_t harmless = std::uint64_t{1} << 20U;
  const std::string shown = text::inert(part);
  if (bytes > limits.part_bytes)
    throw Fault{"xlsx-too-large", {shown, std::to_string(limits.part_bytes)}};
  if (unpacked + bytes > limits.total_bytes)
    throw Fault{"xlsx-too-large", {shown, std::to_string(limits.total_bytes)}};
  if (bytes > harmless && bytes / limits.expansion > packed)
    throw Fault{"xlsx-expands", {shown, std::to_string(limits.expansion)}};
}

Package::Package(std::string_view bytes, const XlsxLimits& limits) {
  if (bytes.starts_with(compound_file)) throw Fault{"xlsx-encrypted"};
  if (!bytes.starts_with(zip_file_start) && !bytes.starts_with(empty_zip_start))
    throw Fault{"xlsx-not-zip"};
  inside_ = std::make_unique<Inside>(Inside{open_archive(bytes), limits});
  inside_->refuse_strangers();
}

Package::~Package() = default;

bool Package::holds(const std::string& part) const {
  return locate(inside_->archive.get(), part).has_value();
}

void Package::read(const std::string& part, const Sink& sink) {
  zip_t* const archive = inside_->archive.get();
  const auto index = locate(archive, part);
  if (!index) throw Fault{"xlsx-part-missing", {text::inert(part)}};
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(archive, *index, 0, &about) != 0) broken(*zip_get_error(archive));
  inside_->check_size(part, about.size, about.comp_size);
  const File file(zip_fopen_index(archive, *index, 0));
  if (file == nullptr) {
    const int reason = zip_error_code_zip(zip_get_error(archive));
    if (reason == ZIP_ER_NOPASSWD) throw Fault{"xlsx-encrypted"};
    broken(*zip_get_error(archive));
  }
  std::array<char, std::size_t{1} << 16U> buffer;
  std::uint64_t got = 0;
  while (true) {
    const auto n = zip_fread(file.get(), buffer.data(), buffer.size());
    if (n < 0) broken(*zip_file_get_error(file.get()));
    if (n == 0) break;
    got += static_cast<std::uint64_t>(n);
    inside_->check_size(part, got, about.comp_size);
    sink({buffer.data(), static_cast<std::size_t>(n)});
  }
  inside_->unpacked += got;
}

std::string resolve_part(std::string_view from, std::string_view target) {
  const auto slash = from.rfind('/');
  std::string path(slash == std::string_view::npos ? "" : from.substr(0, slash));
  if (target.starts_with('/')) path.clear();
  for (const auto step : text::split_list(target, '/')) {
    if (step == ".") continue;
    if (step == "..") {
      const auto last = path.rfind('/');
      path.resize(last == std::string::npos ? 0 : last);
      continue;
    }
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

std::string relations_of(std::string_view part) {
  const auto name = part.rfind('/') + 1;  // 0 where there is no folder
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

}  // namespace coopnet::io::xlsx
