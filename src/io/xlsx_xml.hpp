#pragma once

#include <string>
#include <string_view>

#include "io/xlsx_package.hpp"

/// The XML inside a workbook, element by element.
namespace coopnet::io::xlsx {

/// The attributes of one element, looked up by name.
class Attributes {
 public:
  explicit Attributes(const char** pairs) : pairs_(pairs) {}

  /// The value, or empty. `name` is the name without a prefix.
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  /// The attribute `id` of the namespace of relations, usually written r:id.
  [[nodiscard]] std::string_view relation() const;
  /// "1" or "true".
  [[nodiscard]] bool flag(std::string_view name) const {
    const auto value = (*this)[name];
    return value == "1" || value == "true";
  }

 private:
  const char** pairs_;
};

/// What a reader of a part does. Names come without namespace; elements of namespaces that are none
/// of a workbook (extensions) have the name "".
class Elements {
 public:
  Elements() = default;
  Elements(const Elements&) = delete;
  Elements& operator=(const Elements&) = delete;
  virtual ~Elements() = default;

  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view) {}
  virtual void text(std::string_view) {}
};

/// Reads a part. Throws Fault where it is missing or no well-formed XML. A document type is refused
/// (xlsx-doctype): workbooks have none, and entities are what it would be for.
void read_xml(Package& package, const std::string& part, Elements& elements);

}  // namespace coopnet::io::xlsx
