#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/intake/fields.hpp"
#include "coopnet/intake/import.hpp"
#include "coopnet/intake/name_index.hpp"
#include "coopnet/io/limits.hpp"
#include "coopnet/io/xlsx.hpp"
#include "coopnet/model/raw_table.hpp"

/// Forms that people filled in (see render/form.hpp for the empty ones): a CSV file, a sheet or a
/// Markdown text with the words of a form in English, French, Spanish or Arabic, as a dataset.
namespace coopnet::intake {

enum class FormKind : std::uint8_t { pledge, practice };

[[nodiscard]] std::span<const Field> form_fields(FormKind kind);

/// Which form a table is, by its help row or its header; nothing for a table that can be read as it
/// is, because it has a column of actors in the words of the tables, and for one that is no form.
[[nodiscard]] std::optional<FormKind> form_kind(const RawTable& table);

/// The rows of a form as a dataset: headers become columns, words of closed lists their English
/// ones ("Terminé" is completed), "8 Saving lives" becomes 8, names become ids, dates ISO dates.
/// The help row is passed over. What is not understood stays as it is, so that the checks of the
/// dataset name it with its line. Rows without an id get one made of who and what.
///
/// Errors: form-empty, form-field-twice {first value}, form-name-ambiguous {choices}, bad-date (of
/// a deadline). Warnings: form-row-empty (who, and nothing else), form-contact (the column is not
/// read), form-name-near (a new name that is near a known one).
/// Cost: O(cells + names looked up).
[[nodiscard]] RawDataset read_form(const RawTable& form, FormKind kind, const Framework& framework,
                                   const NameIndex& names, Diagnostics& findings);

/// A Markdown form as a table. "# " begins a row, "## " a field, lines of ">" right below it are
/// its help; "- [x]" is a value that is ticked, "- [ ]" one that is not, any other line is text.
/// Errors as read_csv reports them: not-utf8, nul-byte, field-too-long, too-many-columns,
/// too-many-rows, too-many-cells; form-text-outside (text that belongs to no field),
/// form-heading-twice {line} (a field twice in a row).
[[nodiscard]] RawTable read_markdown_form(std::string text, const std::string& file,
                                          const io::TableLimits& limits, Diagnostics& findings);

/// The sheet of a workbook that holds pledges or practices: the first that has a column of actors,
/// else the first that holds anything. Sheets that are not read are told (form-sheet-not-read,
/// warning), but not the sheet of lists that comes with the form.
[[nodiscard]] RawTable workbook_form(std::span<const io::Sheet> sheets, const std::string& file,
                                     std::string table_name, Diagnostics& findings);

/// What the sheet of lists is called.
inline constexpr Labels lists_sheet{"Lists", "Listes", "Listas", "القوائم"};

}  // namespace coopnet::intake
