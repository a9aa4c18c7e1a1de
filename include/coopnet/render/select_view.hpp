#pragma once

#include <string>
#include <vector>

#include "coopnet/analysis/select.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// Choices of few that cover most, workshops and key players, in words and tables.
namespace coopnet::render {

struct SelectContext {
  const Dataset* data = nullptr;      ///< null for a table of sets
  const CoverTable* table = nullptr;  ///< null for a dataset
  const SelectFilter& filter;
  bool practices = false;
  std::string as_of = {};
  Language language = Language::en;
};

/// "chosen": what to take, in this order, and what each adds; "uncovered": what stays uncovered,
/// and what covers it; "other_choices": choices that are as good; "without": who is counted but has
/// nothing recorded that could be covered. Tables without rows are left out, but for the first.
[[nodiscard]] std::vector<NamedTable> select_tables(const SelectResult& result,
                                                    const SelectContext& context);

/// "group": who, asking and giving on what; "tags": who asks and gives on each, and what is
/// missing.
[[nodiscard]] std::vector<NamedTable> workshop_tables(const Workshop& workshop,
                                                      const SelectContext& context);

/// "chosen" and, for reach, "unreached", for split "groups"; "outside": who is in no forum.
[[nodiscard]] std::vector<NamedTable> key_player_tables(const KeyPlayersResult& result,
                                                        const SelectContext& context);

}  // namespace coopnet::render
