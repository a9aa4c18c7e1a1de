#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coopnet/exchange/formats.hpp"
#include "io/findings.hpp"

/// XML as a stream of elements, by expat. Names of elements come without their prefix: files spell
/// namespaces in many ways, and no format here uses one name in two of them.
namespace coopnet::exchange {

class XmlAttributes {
 public:
  /// expat's list: name, value, name, value, ..., null.
  explicit XmlAttributes(const char** list) : list_(list) {}

  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
  /// The value, or an empty text.
  [[nodiscard]] std::string_view get(std::string_view name) const {
    return find(name).value_or(std::string_view());
  }

 private:
  const char** list_;
};

class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void begin(std::string_view name, const XmlAttributes& attributes, io::Spot spot) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text; one text may come in many.
  virtual void text(std::string_view piece) = 0;
};

/// Feeds the whole text to the handler, up to the first fault of the XML itself, which is reported:
/// network-xml {reason}, network-doctype, network-encoding, network-too-deep {limit}. No entity can
/// be defined, because a document type is refused where it begins.
void parse_xml(std::string_view text, std::size_t most_depth, XmlHandler& handler,
               io::Findings& findings);

}  // namespace coopnet::exchange
