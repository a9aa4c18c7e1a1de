#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

enum class Severity : std::uint8_t { error, warning };

/// Where in the input something stands. Lines and columns count from 1; 0 means "the whole file".
/// Columns count characters (code points), not bytes.
struct Place {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend bool operator==(const Place&, const Place&) = default;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// One finding about the input. Words are made from `code` and `args` by the message catalogue
/// (render/messages.hpp), so that a finding is data until it is shown.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;  ///< stable name, for instance "unknown-tag"
  Place where;
  std::string field;              ///< column of the table, or empty
  std::string value;              ///< what stands there, shortened to 80 characters
  std::vector<std::string> args;  ///< further words the message needs
  std::string nearest;            ///< nearest valid value, or empty

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects findings; a reader goes on after each so that one run reports them all.
class Diagnostics {
 public:
  void add(Diagnostic d);
  void report(Severity severity, std::string code, Place where, std::string field,
              std::string value, std::vector<std::string> args = {}, std::string nearest = {});
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
  [[nodiscard]] std::size_t errors() const { return errors_; }
  [[nodiscard]] std::size_t warnings() const { return all_.size() - errors_; }
  /// Errors first, then by file, line, column, code: the order does not depend on how it was read.
  void sort();

 private:
  std::vector<Diagnostic> all_;
  std::size_t errors_ = 0;
};

}  // namespace coopnet
