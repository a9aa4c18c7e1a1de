#pragma once

#include <span>
#include <vector>

#include "coopnet/intake/import.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"
#include "coopnet/render/table.hpp"

/// What an import understood, for who must say whether it is right.
namespace coopnet::render {

/// Two tables: "sources" (what each file or sheet became) and "columns" (what each of its columns
/// is, how many of its cells were understood, with examples).
[[nodiscard]] std::vector<NamedTable> import_tables(const intake::ImportReport& report,
                                                    Language language);

/// A proposed map as a table that `--map` takes: the columns of intake/column_map.hpp and a note on
/// why.
[[nodiscard]] Table suggestion_table(std::span<const intake::Suggestion> suggestions,
                                     Language language);

/// Sentences on names, ids and texts: how many were recognised, and how.
[[nodiscard]] std::vector<std::string> import_notes(const intake::ImportReport& report,
                                                    Language language);

}  // namespace coopnet::render
