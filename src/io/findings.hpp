#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {

/// Optional parts of a finding.
struct Detail {
  std::string_view field = {};
  std::string_view value = {};
  std::vector<std::string> args = {};
  std::string nearest = {};
};

/// Findings about one file. A file of a million bad lines must not cost a million findings: from
/// each code on, only the first `per_code` are kept, the rest are counted and told in one.
class Findings {
 public:
  Findings(Diagnostics& out, std::string file, std::size_t per_code)
      : out_(&out), file_(std::move(file)), per_code_(per_code) {}

  void error(std::string_view code, Spot spot, Detail detail = {}) {
    add(Severity::error, code, spot, std::move(detail));
  }
  void warning(std::string_view code, Spot spot, Detail detail = {}) {
    add(Severity::warning, code, spot, std::move(detail));
  }
  /// An error about the file as a whole.
  void file_error(std::string_view code, std::vector<std::string> args = {}) {
    add(Severity::error, code, {0, 0}, {.args = std::move(args)});
  }
  /// Reports what was only counted, once, as "more-of-the-same" {code, number}.
  void finish();

  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  struct Count {
    std::string code;
    Severity severity;
    std::size_t seen;
  };

  void add(Severity severity, std::string_view code, Spot spot, Detail detail);

  Diagnostics* out_;
  std::string file_;
  std::size_t per_code_;
  std::vector<Count> counts_;
};

/// "0xE9".
[[nodiscard]] std::string hex_byte(char c);

/// Whether `text`, with or without byte order mark, is short enough and UTF-8; reports
/// "text-too-long" or "not-utf8" if not.
[[nodiscard]] bool check_text(std::string_view text, Findings& findings);

}  // namespace coopnet::io
