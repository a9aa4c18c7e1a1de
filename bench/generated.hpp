#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "coopnet/io/csv.hpp"
#include "coopnet/io/json_reader.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/io/synthetic.hpp"
#include "coopnet/model/builder.hpp"
#include "sizes.hpp"

/// Generated datasets for benches.
namespace coopnet::bench {

inline io::SyntheticShape shape(std::int64_t pledges) {
  io::SyntheticShape out;
  out.pledges = static_cast<std::uint64_t>(pledges);
  return out;
}

/// A generated dataset, made and read in memory.
inline Dataset generated(std::int64_t pledges) {
  RawDataset raw;
  Diagnostics findings;
  for (const auto& file : io::make_synthetic_dataset(shape(pledges))) {
    const std::filesystem::path name = file.name;
    if (name.extension() == ".json")
      raw.description = io::parse_json(file.bytes, file.name, findings);
    else
      raw.tables.push_back(io::read_csv(file.bytes, file.name, name.stem().string(), {}, findings));
  }
  Dataset data = build_dataset(raw, findings);
  if (findings.errors() > 0) throw std::runtime_error("the generated dataset has errors");
  return data;
}

/// A folder for generated files, gone with its owner.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = std::filesystem::temp_directory_path() / "coopnet-bench-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// Bytes of a file, or of all files of a folder.
inline std::int64_t bytes_of(const std::string& path) {
  namespace fs = std::filesystem;
  if (fs::is_regular_file(path)) return static_cast<std::int64_t>(fs::file_size(path));
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::directory_iterator(path)) bytes += entry.file_size();
  return static_cast<std::int64_t>(bytes);
}

}  // namespace coopnet::bench
