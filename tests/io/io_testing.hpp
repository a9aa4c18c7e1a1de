#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/core/rng.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet {

// Readable failures.
inline void PrintTo(const Diagnostic& d, std::ostream* out) {
  *out << (d.severity == Severity::error ? "error " : "warning ") << d.code << " at "
       << d.where.file << ':' << d.where.line << ':' << d.where.column << " value '" << d.value
       << '\'';
  for (const auto& a : d.args) *out << " {" << a << '}';
}

}  // namespace coopnet

namespace coopnet::io {

/// A finding of one code at one place, by which tests compare.
struct Expected {
  Severity severity = Severity::error;
  std::string code;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string value = {};
  std::vector<std::string> args = {};
};

inline Diagnostic finding(const std::string& file, const Expected& e) {
  return {e.severity, e.code, {file, e.line, e.column}, "", e.value, e.args, ""};
}

inline Expected error(std::string code, std::uint32_t line, std::uint32_t column,
                      std::string value = {}, std::vector<std::string> args = {}) {
  return {Severity::error, std::move(code), line, column, std::move(value), std::move(args)};
}

inline Expected warning(std::string code, std::uint32_t line, std::uint32_t column,
                        std::string value = {}, std::vector<std::string> args = {}) {
  return {Severity::warning, std::move(code), line, column, std::move(value), std::move(args)};
}

inline void expect_findings(const Diagnostics& diagnostics, const std::vector<Expected>& expected,
                            const std::string& file) {
  std::vector<Diagnostic> wanted;
  for (const auto& e : expected) wanted.push_back(finding(file, e));
  EXPECT_EQ(diagnostics.all(), wanted);
}

/// The member of an object; one of kind null, and a failure, if there is none.
inline const RawValue& member(const RawValue& object, std::string_view key) {
  static const RawValue none;
  const RawValue* const found = object.find(key);
  if (found != nullptr) return *found;
  ADD_FAILURE() << "no member " << key;
  return none;
}

using Grid = std::vector<std::vector<std::string>>;

/// Header and rows as plain texts.
inline Grid grid(const RawTable& table) {
  Grid out(1);
  for (const auto& name : table.header) out[0].emplace_back(name.text);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    out.emplace_back();
    for (std::size_t c = 0; c < table.columns(); ++c)
      out.back().emplace_back(table.cell(row, c).text);
  }
  return out;
}

/// A table of given texts, first the header.
inline RawTable table_of(std::string name, const Grid& rows) {
  auto owned = std::make_shared<Grid>(rows);
  RawTable table;
  table.name = std::move(name);
  for (std::size_t i = 0; i < owned->size(); ++i)
    for (const auto& text : (*owned)[i])
      (i == 0 ? table.header : table.cells).push_back({text, 0, 0});
  table.storage.push_back(std::move(owned));
  return table;
}

/// A text of up to `longest` pieces, most of them trouble for a reader.
inline std::string nasty_text(Rng& rng, std::uint64_t longest) {
  static const std::vector<std::string> pieces{
      "a",      "Z",      "7",      ",",      ";",      "\t",         "\n",   "\r",
      "\r\n",   "\"",     "\"\"",   " ",      "\\",     "'",          "/",    "<",
      "{",      "]",      ":",      "=1+1",   "~",      "#",          "null", "\xC3\xA9",
      "\u0627", "\u6F22", "\u2028", "\u2029", "\u00A0", "\U0001F30D", "\x01", "\x1F",
      "\x7F",   "\uFEFF", "\uFFFD", "\u202E", "-0"};
  std::string out;
  for (std::uint64_t n = rng.below(longest + 1); n > 0; --n)
    out += pieces[static_cast<std::size_t>(rng.below(pieces.size()))];
  return out;
}

/// A grid of nasty cells under harmless names; no row without text.
inline Grid nasty_grid(Rng& rng) {
  const auto columns = static_cast<std::size_t>(1 + rng.below(5));
  Grid out(1);
  for (std::size_t c = 0; c < columns; ++c) out[0].push_back("c" + std::to_string(c));
  for (std::uint64_t rows = rng.below(6); rows > 0; --rows) {
    out.emplace_back();
    for (std::size_t c = 0; c < columns; ++c) out.back().push_back(nasty_text(rng, 6));
    if (std::all_of(out.back().begin(), out.back().end(),
                    [](const std::string& s) { return s.empty(); }))
      out.back()[0] = "x";
  }
  return out;
}

/// A folder of its own for a test, removed afterwards.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = testing::TempDir() + "coopnet-io-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no scratch folder";
    path_ = name;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(std::string_view name) const {
    return path_ + "/" + std::string(name);
  }
  /// Names of everything inside, sorted.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& e : std::filesystem::directory_iterator(path_))
      out.push_back(e.path().filename().string());
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  std::string path_;
};

inline void put(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string bytes_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

}  // namespace coopnet::io
