#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/io/xlsx.hpp"

/// The archive that a workbook is, and the parts in it.
namespace coopnet::io::xlsx {

/// Why a workbook cannot be read: the code of a finding about the file, with its arguments. Thrown
/// inside the reader only.
struct Fault {
  std::string code;
  std::vector<std::string> args = {};
};

/// Takes the bytes of a part, piece by piece.
using Sink = std::function<void(std::string_view)>;

class Package {
 public:
  /// `bytes` must live as long as the package. Throws Fault where this is no workbook.
  Package(std::string_view bytes, const XlsxLimits& limits);
  ~Package();
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  [[nodiscard]] bool holds(const std::string& part) const;
  /// Unpacks a part into `sink`. Throws Fault; what comes out is counted, not what was declared.
  void read(const std::string& part, const Sink& sink);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// The part that a relation names: relative to the folder of the part that names it, or from the
/// root where it begins with "/".
[[nodiscard]] std::string resolve_part(std::string_view from, std::string_view target);

/// "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels".
[[nodiscard]] std::string relations_of(std::string_view part);

}  // namespace coopnet::io::xlsx
