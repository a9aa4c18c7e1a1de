#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/arena.hpp"
#include "io/xlsx_xml.hpp"

/// The texts of a workbook.
namespace coopnet::io::xlsx {

/// Gathers the text of one string: <t> as it is, or the <t> of all runs <r>; phonetic hints <rPh>
/// left out. Fed with the elements inside <si> or <is>.
class StringBuilder {
 public:
  void begin() {
    text_.clear();
    phonetic_ = 0;
    in_text_ = false;
  }
  void start(std::string_view name) {
    if (name == "rPh") ++phonetic_;
    if (name == "t") in_text_ = phonetic_ == 0;
  }
  void end(std::string_view name) {
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view piece) {
    if (in_text_) text_ += piece;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
  unsigned phonetic_ = 0;
  bool in_text_ = false;
};

/// A text without the escapes of a workbook: "_x000D_" is a carriage return, "_x005F_" a "_".
/// Escapes that make no character of XML text stay as they are, so does the zero byte.
[[nodiscard]] std::string unescape(std::string_view text);

/// Texts that cells name by number. The arena owns them; it must outlive their use.
[[nodiscard]] std::vector<std::string_view> read_shared_strings(Package& package,
                                                                const std::string& part,
                                                                Arena& arena);

}  // namespace coopnet::io::xlsx
