#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/intake/import.hpp"
#include "coopnet/model/dataset.hpp"

/// What the tables of a dataset can take from a column of somebody's table.
namespace coopnet::intake {

struct Target {
  std::string field;
  ReadAs read_as = ReadAs::text;
  bool many = false;      ///< a list
  std::size_t facet = 0;  ///< of tags
};

/// Fields of a table, in the order of its columns; empty for a table that cannot be imported.
/// Beside the columns of the table: pledges and practices take `region` and `actor_kind` of their
/// actors, pledges `partners` (more actors); forums take lists of actors by role (`member`,
/// `observer`, `chair`, ...); agreements take `parties`, or `from` and `to` (who shared, who
/// learned); actors and forums take an `acronym`.
[[nodiscard]] std::vector<Target> targets_of(std::string_view table, const DatasetInfo& info);

/// The written form of a word of the closed list of a field, aliases of the vocabulary understood;
/// nothing where it is none, or the field has no closed list.
[[nodiscard]] std::optional<std::string> vocabulary_word(std::string_view table,
                                                         std::string_view field,
                                                         std::string_view written);
/// The words that may stand there.
[[nodiscard]] std::vector<std::string> vocabulary_of(std::string_view table,
                                                     std::string_view field);

}  // namespace coopnet::intake
