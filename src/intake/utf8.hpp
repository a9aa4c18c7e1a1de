#pragma once

#include <utf8proc.h>

#include <cstdint>
#include <string_view>

namespace coopnet::intake {

/// Whether a sign stands between words rather than in them: blanks, punctuation, controls, and the
/// grave accent, which is typed for an apostrophe.
inline bool is_separator(std::int32_t cp) {
  if (cp < 0x80) {
    const bool letter_or_digit =
        (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9');
    return !letter_or_digit &&
           std::string_view("+=<>$|^~").find(static_cast<char>(cp)) == std::string_view::npos;
  }
  switch (utf8proc_category(cp)) {
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
      return true;
    default:
      return false;
  }
}

}  // namespace coopnet::intake
