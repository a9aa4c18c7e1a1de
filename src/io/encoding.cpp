#include "coopnet/io/encoding.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include "coopnet/core/text.hpp"
#include "io/findings.hpp"
#include "io/iconv_converter.hpp"
#include "io/text_scan.hpp"

namespace coopnet::io {
namespace {

struct EncodingEntry {
  Encoding encoding;
  const char* name;          ///< as people know it, and iconv
  std::string_view aliases;  ///< plain (see plain_name), separated by blanks
};

constexpr std::array encodings{
    EncodingEntry{Encoding::utf8, "utf-8", "utf8 u8"},
    EncodingEntry{Encoding::utf16, "utf-16", "utf16 unicode"},
    EncodingEntry{Encoding::utf16le, "utf-16le", "utf16le"},
    EncodingEntry{Encoding::utf16be, "utf-16be", "utf16be"},
    EncodingEntry{Encoding::latin1, "iso-8859-1", "iso88591 latin1 l1 cp819 88591"},
    EncodingEntry{Encoding::windows1252, "windows-1252", "windows1252 cp1252 1252 win1252 ansi"},
    EncodingEntry{Encoding::mac_roman, "macintosh", "macintosh macroman mac cp10000"},
};

const EncodingEntry& entry_of(Encoding encoding) {
  return *std::find_if(encodings.begin(), encodings.end(),
                       [&](const EncodingEntry& e) { return e.encoding == encoding; });
}

std::string plain_name(std::string_view name) {
  std::string out = text::lower_ascii(name);
  std::erase_if(out, [](char c) { return c == '-' || c == '_' || c == ' '; });
  return out;
}

/// What a byte order mark at the start says.
struct Mark {
  std::optional<Encoding> encoding;
  std::size_t size = 0;
};

Mark mark_of(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) return {Encoding::utf8, byte_order_mark.size()};
  if (bytes.starts_with("\xFF\xFE")) return {Encoding::utf16le, 2};
  if (bytes.starts_with("\xFE\xFF")) return {Encoding::utf16be, 2};
  return {};
}

/// The encoding to read with: the one given, made exact by the mark. Nothing, and a finding, where
/// the two contradict each other.
std::optional<Encoding> settle(Encoding given, const Mark& mark, Findings& findings) {
  if (given == Encoding::utf16 && !mark.encoding) {
    findings.file_error("encoding-no-mark");
    return std::nullopt;
  }
  if (!mark.encoding || *mark.encoding == given) return given;
  if (given == Encoding::utf16 && *mark.encoding != Encoding::utf8) return mark.encoding;
  findings.file_error("encoding-differs", {std::string(encoding_name(given)),
                                           std::string(encoding_name(*mark.encoding))});
  return std::nullopt;
}

bool is_single_byte(Encoding encoding) {
  return encoding == Encoding::latin1 || encoding == Encoding::windows1252 ||
         encoding == Encoding::mac_roman;
}

/// Signs that another encoding was meant.
void doubt(std::string_view bytes, Encoding encoding, Findings& findings) {
  if (!is_single_byte(encoding)) return;
  const std::string name(encoding_name(encoding));
  const char* const end = bytes.data() + bytes.size();
  if (next_non_ascii(bytes.data(), end) != end && !find_malformed_utf8(bytes)) {
    findings.warning("encoding-is-utf8", {0, 0}, {.args = {name}});
    return;
  }
  if (encoding != Encoding::latin1) return;
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xA0;
  });
  if (controls > 0)
    findings.warning("encoding-controls", {0, 0}, {.args = {std::to_string(controls), name}});
}

std::optional<std::string> convert(std::string_view bytes, Encoding encoding, Findings& findings) {
  const std::string name(encoding_name(encoding));
  Converter converter(name.c_str());
  if (!converter.available()) {
    findings.file_error("encoding-missing", {name});
    return std::nullopt;
  }
  std::string out;
  const auto done = converter.convert(bytes, out);
  if (done == bytes.size()) return out;
  findings.error("encoding-byte", spot_of(out, out.size()),
                 {.args = {hex_byte(bytes[done]), name}});
  return std::nullopt;
}

}  // namespace

std::size_t Converter::convert(std::string_view text, std::string& out) {
  constexpr std::size_t room = std::size_t{1} << 16U;
  // iconv takes what it only reads as char**.
  char* from = const_cast<char*>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    const std::size_t before = out.size();
    out.resize(before + room);
    char* to = out.data() + before;
    std::size_t free = room;
    const auto result = iconv(handle_, &from, &left, &to, &free);
    const int reason = errno;
    out.resize(out.size() - free);
    if (result == static_cast<std::size_t>(-1) && reason != E2BIG) break;
  }
  return text.size() - left;
}

std::string_view encoding_name(Encoding encoding) { return entry_of(encoding).name; }

std::vector<std::string> encoding_names() {
  std::vector<std::string> out;
  for (const auto& entry : encodings) out.emplace_back(entry.name);
  return out;
}

std::optional<Encoding> parse_encoding(std::string_view name) {
  const std::string wanted = plain_name(name);
  for (const auto& entry : encodings)
    for (const auto alias : text::split_list(entry.aliases, ' '))
      if (alias == wanted) return entry.encoding;
  return std::nullopt;
}

std::optional<std::string> to_utf8(std::string_view bytes, Encoding encoding,
                                   const std::string& file, Diagnostics& diagnostics) {
  Findings findings(diagnostics, file, 1'000);
  const Mark mark = mark_of(bytes);
  const auto settled = settle(encoding, mark, findings);
  if (!settled) return std::nullopt;
  bytes.remove_prefix(mark.size);
  if (*settled == Encoding::utf8)
    return check_text(bytes, findings) ? std::optional(std::string(bytes)) : std::nullopt;
  if (bytes.size() > longest_text / 3) {  // a byte becomes three at most
    findings.file_error("text-too-long", {std::to_string(longest_text / 3)});
    return std::nullopt;
  }
  doubt(bytes, *settled, findings);
  return convert(bytes, *settled, findings);
}

}  // namespace coopnet::io
