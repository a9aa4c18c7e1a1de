#pragma once

#include <vector>

#include "coopnet/analysis/summary.hpp"
#include "coopnet/render/envelope.hpp"

namespace coopnet::render {

/// A summary as tables: overview, pledges by objective, region, kind of actor, status, age, and
/// what is missing. Each caption says of what, each table out of how many.
[[nodiscard]] std::vector<NamedTable> summary_tables(const Dataset& data, const Summary& summary,
                                                     const std::string& as_of, Language language);

/// The few sentences a first look needs: how many, of how many, what is stated, what is not known.
[[nodiscard]] std::vector<std::string> summary_sentences(const Dataset& data,
                                                         const Summary& summary,
                                                         const std::string& as_of,
                                                         Language language);

}  // namespace coopnet::render
