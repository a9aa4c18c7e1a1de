#include "io/findings.hpp"

#include <algorithm>
#include <array>

namespace coopnet::io {
namespace {

/// Enough of a value for the 80 characters that are shown of it, cut between characters.
std::string excerpt(std::string_view value) {
  constexpr std::size_t enough_bytes = 400;
  if (value.size() > enough_bytes) {
    std::size_t n = enough_bytes;
    while (n > 0 && (static_cast<unsigned char>(value[n]) & 0xC0U) == 0x80U) --n;
    value = value.substr(0, n);
  }
  return std::string(value);
}

}  // namespace

void Findings::add(Severity severity, std::string_view code, Spot spot, Detail detail) {
  auto count =
      std::find_if(counts_.begin(), counts_.end(), [&](const Count& c) { return c.code == code; });
  if (count == counts_.end())
    count = counts_.insert(counts_.end(), Count{std::string(code), severity, 0});
  if (++count->seen > per_code_) return;
  Diagnostic d;
  d.severity = severity;
  d.code = code;
  d.where = {file_, spot.line, spot.column};
  d.field = excerpt(detail.field);
  d.value = excerpt(detail.value);
  d.args = std::move(detail.args);
  d.nearest = std::move(detail.nearest);
  out_->add(std::move(d));
}

void Findings::finish() {
  for (const auto& count : std::exchange(counts_, {})) {
    if (count.seen <= per_code_) continue;
    Diagnostic d;
    d.severity = count.severity;
    d.code = "more-of-the-same";
    d.where.file = file_;
    d.args = {count.code, std::to_string(count.seen - per_code_)};
    out_->add(std::move(d));
  }
}

std::string hex_byte(char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return {'0', 'x', digits[byte >> 4U], digits[byte & 15U]};
}

bool check_text(std::string_view text, Findings& findings) {
  text = without_mark(text);
  if (text.size() > longest_text) {
    findings.file_error("text-too-long", {std::to_string(longest_text)});
    return false;
  }
  const auto bad = find_malformed_utf8(text);
  if (!bad) return true;
  findings.error("not-utf8", spot_of(text, *bad),
                 {.args = {hex_byte(text[*bad]), guess_encoding(text, *bad)}});
  return false;
}

}  // namespace coopnet::io
