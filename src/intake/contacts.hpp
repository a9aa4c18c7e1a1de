#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// E-mail addresses, telephone numbers and web addresses in running text. Nothing is looked for in
/// them, and the first two never come out again.
namespace coopnet::intake {

struct ForeignSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool contact = false;  ///< false: a web address
  friend bool operator==(const ForeignSpan&, const ForeignSpan&) = default;
};

/// Ascending, apart from each other. An e-mail address is what stands between blanks around an "@"
/// (also "[at]" and "(at)" with its neighbours); a telephone number is what begins with "+" or "00"
/// and has at least seven digits, or begins with 0 and has at least nine, or has at least six and
/// stands behind a word for telephone.
/// Cost: one pass.
[[nodiscard]] std::vector<ForeignSpan> foreign_spans(std::string_view text);

/// The text with "[…]" for each contact.
[[nodiscard]] std::string without_contacts(std::string_view text);

}  // namespace coopnet::intake
