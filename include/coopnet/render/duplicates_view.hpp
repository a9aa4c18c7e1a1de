#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "coopnet/intake/duplicates.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Rows that may be one, for people to look at and to confirm.
namespace coopnet::render {

/// Why two rows are shown together, in one sentence without a full stop.
[[nodiscard]] std::string duplicate_reason(const intake::Duplicate& pair, Language language);

/// One table a suggestion: the columns in which the rows differ, side by side. Of each reason at
/// most `max_per_reason`; how many more there are is told below the last table.
[[nodiscard]] std::vector<NamedTable> duplicate_tables(const intake::Duplicates& duplicates,
                                                       std::size_t max_per_reason,
                                                       Language language);

/// One row a suggestion, with an empty column "merge" to be filled in with yes or no: the file that
/// intake::merge reads.
[[nodiscard]] Table duplicate_file(const intake::Duplicates& duplicates, Language language);

}  // namespace coopnet::render
