#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coopnet::exchange {

/// Elements, two blanks of indentation a level. Text and values are escaped so that every reader
/// gets back the same characters: line ends and tabs too, which XML would turn into blanks. The
/// characters that XML 1.0 has no way to write must be gone already (writable.hpp).
class XmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}

  XmlWriter& open(std::string_view name, Attributes attributes = {});
  /// One more attribute of the element just opened.
  XmlWriter& attribute(std::string_view name, std::string_view value);
  void close();
  /// An element with nothing but a text in it.
  void text_element(std::string_view name, Attributes attributes, std::string_view text);

  [[nodiscard]] std::string finish() { return std::move(out_); }

 private:
  void escaped(std::string_view text);
  void end_tag();
  void indent();

  std::string out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;  ///< ">" is still to come
};

}  // namespace coopnet::exchange
