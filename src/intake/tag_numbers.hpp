#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "intake/text_vocabulary.hpp"
#include "intake/text_words.hpp"

namespace coopnet::intake {

struct NumberRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  friend bool operator==(const NumberRange&, const NumberRange&) = default;
};

/// "objectives 2, 5 and 7": words [begin, end), and the numbers.
struct NumberMention {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<NumberRange> numbers;
};

/// Where the paragraph names tags by number: behind a word for the facet, "No." and the like
/// between them or not; then a list with commas, slashes and "and", and ranges ("8 to 10", "8-10")
/// behind a plural. Behind a singular a further number counts only if no noun of its own follows
/// ("objective 8 and 3 other ones" is one number).
[[nodiscard]] std::vector<NumberMention> number_mentions(std::string_view paragraph,
                                                         std::span<const TextWord> words,
                                                         std::span<const WordMeaning> meanings);

}  // namespace coopnet::intake
