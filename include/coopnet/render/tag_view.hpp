#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "coopnet/intake/tag_text.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// What was found in texts, in tables.
namespace coopnet::render {

struct TagContext {
  const Dataset& data;
  std::span<const std::string> left_to_tags;  ///< names that were not looked for
  bool by_paragraph = false;
  Language language = Language::en;
};

/// One row a find: where, what, by which words. With `sentences` also the sentence of the first
/// mention.
[[nodiscard]] Table find_table(std::span<const intake::TaggedText> texts, const TagContext& context,
                               bool sentences);

enum class TextRows : std::uint8_t { pledges, practices };

/// One row a text (or a paragraph that has a tag of the primary facet) with the columns of a table
/// of a dataset, to be completed by somebody who has read the text. Tags found by words are marked
/// as inferred. Actors are those the text names, or `actor`.
[[nodiscard]] Table text_rows(std::span<const intake::TaggedText> texts, const TagContext& context,
                              TextRows rows, std::optional<ActorId> actor);

}  // namespace coopnet::render
