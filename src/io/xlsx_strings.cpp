#include "io/xlsx_strings.hpp"

#include <charconv>
#include <optional>

#include "coopnet/core/text.hpp"
#include "io/utf8.hpp"

namespace coopnet::io::xlsx {
namespace {

constexpr std::size_t escape_length = 7;  // _xHHHH_

/// The character of the escape at the start of `text`.
std::optional<unsigned> escaped(std::string_view text) {
  if (text.size() < escape_length || !text.starts_with("_x") || text[6] != '_') return std::nullopt;
  unsigned value = 0;
  const char* const end = text.data() + 6;
  const auto [stop, error] = std::from_chars(text.data() + 2, end, value, 16);
  if (error != std::errc() || stop != end || value == 0) return std::nullopt;
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return surrogate ? std::nullopt : std::optional(value);
}

class SharedStrings : public Elements {
 public:
  explicit SharedStrings(Arena& arena) : arena_(arena) {}

  void start(std::string_view name, const Attributes&) override {
    if (name == "si")
      builder_.begin();
    else
      builder_.start(name);
  }
  void end(std::string_view name) override {
    if (name == "si")
      strings_.push_back(arena_.keep(text::trim(unescape(builder_.text()))));
    else
      builder_.end(name);
  }
  void text(std::string_view piece) override { builder_.text(piece); }

  [[nodiscard]] std::vector<std::string_view> take() { return std::move(strings_); }

 private:
  Arena& arena_;
  StringBuilder builder_;
  std::vector<std::string_view> strings_;
};

}  // namespace

std::string unescape(std::string_view text) {
  std::string out;
  while (true) {
    const auto at = text.find("_x");
    out += text.substr(0, at);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at);
    if (const auto cp = escaped(text)) {
      append_utf8(out, *cp);
      text.remove_prefix(escape_length);
    } else {
      out += '_';
      text.remove_prefix(1);
    }
  }
}

std::vector<std::string_view> read_shared_strings(Package& package, const std::string& part,
                                                  Arena& arena) {
  SharedStrings reader(arena);
  read_xml(package, part, reader);
  return reader.take();
}

}  // namespace coopnet::io::xlsx
