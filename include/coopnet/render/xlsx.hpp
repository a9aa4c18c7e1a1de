#pragma once

#include <span>
#include <string>

#include "coopnet/render/envelope.hpp"

namespace coopnet::render {

/// Results as a workbook (.xlsx): one sheet a table, in this order, and a last one, "About", that
/// says what a result says about itself (captions, notes, dataset, options, version).
///
/// Titles stand in the first row, bold, fixed, with a filter. Numbers are numbers, of 10
/// significant digits and shown with the decimals of their column; a ratio is two columns, part and
/// whole. Lists are joined by "; ", inferred texts begin with "~", unknown cells are empty. A text
/// is never a formula or a link, whatever it begins with; beyond the 32767 characters that a cell
/// can hold it is cut, which "About" tells. Behind a column with ids of rows stands one of their
/// names, where the envelope has the dataset and no other column says the same.
///
/// The same result gives the same bytes. Throws DataError where a table has more rows than a sheet,
/// IoError where the system refuses, PreconditionError unless the names are unique.
[[nodiscard]] std::string to_xlsx(std::span<const NamedTable> tables, const Envelope& envelope,
                                  Language language);

}  // namespace coopnet::render
