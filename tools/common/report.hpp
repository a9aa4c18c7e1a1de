#pragma once

#include <cstddef>
#include <cstdint>

#include "common/options.hpp"
#include "coopnet/core/diagnostics.hpp"
#include "coopnet/render/table.hpp"

namespace coopnet::tools {

/// How much is said about warnings.
enum class Telling : std::uint8_t {
  counts,  ///< how many there are, and how to see them
  all,     ///< each of them, grouped
};

/// Findings as a table, for programs and spreadsheets.
[[nodiscard]] render::Table findings_table(const Diagnostics& findings);

/// Says on standard error what was found in the data: errors always, warnings unless --quiet.
/// Throws Reported with Exit::data if there are errors, or warnings under --strict.
void report_findings(const Diagnostics&, const DataOptions&, Telling = Telling::counts);

}  // namespace coopnet::tools
