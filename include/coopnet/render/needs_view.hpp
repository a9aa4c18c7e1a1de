#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coopnet/analysis/needs_match.hpp"
#include "coopnet/render/drawing.hpp"
#include "coopnet/render/envelope.hpp"

/// Needs and offers in words, tables and a diagram.
namespace coopnet::render {

struct NeedsContext {
  const NeedsProblem& problem;
  const NeedsMatchOptions& options;
  const Dataset* data = nullptr;  ///< null for a table of needs and offers
  SynergyOptions synergy = {};    ///< how fits were computed, with `data`
  std::string as_of = {};
  Language language = Language::en;
};

/// "served": which offer serves which need; "also_possible": pairs of other optima; "open": needs
/// that receive less than they could, and why; "unused": offers with something left; "floors":
/// what a floor costs. Tables without rows are left out, but for the first.
[[nodiscard]] std::vector<NamedTable> needs_tables(const NeedsMatch& result,
                                                   const NeedsContext& context);

/// "unsupported": policy pledges that no recorded support answers, and who is nearest.
[[nodiscard]] NamedTable unsupported_table(const NeedsProblem& problem,
                                           const NeedsContext& context);

/// Offers on one side, needs on the other.
[[nodiscard]] Drawing needs_drawing(const NeedsMatch& result, const NeedsContext& context);

}  // namespace coopnet::render
