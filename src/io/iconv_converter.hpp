#pragma once

#include <iconv.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace coopnet::io {

/// One conversion of the system's iconv into UTF-8.
class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (available()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Whether the system knows the encoding.
  [[nodiscard]] bool available() const { return handle_ != no_handle(); }

  /// Appends what can be converted to `out`; how many bytes of the text that is.
  std::size_t convert(std::string_view text, std::string& out);

 private:
  static iconv_t no_handle() { return reinterpret_cast<iconv_t>(-1); }

  iconv_t handle_;
};

}  // namespace coopnet::io
