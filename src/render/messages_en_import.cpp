#include "render/messages_catalogue.hpp"

/// Other people's tables as a dataset.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"above-header",
     "{0}: {1} {1:line|lines} above the header {1:is|are} no part of the table; the first says "
     "\"{2}\"."},
    {"by-header", "its header"},
    {"by-map", "the map"},
    {"caption-columns", "What each column was taken for"},
    {"caption-sources", "What was read"},
    {"caption-suggestion", "A proposed map; look at it before you use it"},
    {"column-column", "column"},
    {"column-examples", "for example"},
    {"column-field", "field"},
    {"column-file", "file"},
    {"column-filled", "filled"},
    {"column-header_row", "header in row"},
    {"column-means", "means"},
    {"column-note", "note"},
    {"column-optional", "may be missing"},
    {"column-read_as", "read as"},
    {"column-reason", "why"},
    {"column-rows", "rows"},
    {"column-separator", "separator"},
    {"column-sheet", "sheet or table"},
    {"column-source", "source"},
    {"column-table", "table"},
    {"column-taken", "taken"},
    {"column-understood", "understood"},
    {"column-value", "value"},
    {"contact", "contact data, left out"},
    {"dry-run", "nothing was written"},
    {"empty", "empty, left out"},
    {"kept", "kept under its own name"},
    {"left-out", "left out by the map"},
    {"note-columns",
     "Cells that were not understood are kept in a column of the same name and _as_written."},
    {"note-contacts",
     "In {0} {0:cell|cells} of running text an e-mail address or telephone number was taken out."},
    {"note-entities", "In {0} {0:cell|cells} HTML entities were decoded (&eacute; is é)."},
    {"note-names",
     "Mentions of actors recognised: {0} ({1} by id, code or your own table, {2} by a name or "
     "alias of the "
     "framework, {3} by the table of names, {4} by iso-codes). New actors: {5}."},
    {"note-suggestion",
     "Save it with -o map.csv, mend it in a spreadsheet, then: coopnet import FILE --map map.csv "
     "-o DATASET"},
    {"opt-dates", "how dates such as 03/04/2024 are meant; refused if not given"},
    {"opt-decimal-comma", "numbers are written with a comma: 0,5"},
    {"opt-delimiter", "what divides the cells of a text: a character, or tab"},
    {"opt-dry-run", "show what would be understood, write nothing"},
    {"opt-encoding",
     "how a text that is not UTF-8 is encoded: latin1, windows-1252, mac-roman, utf-16"},
    {"opt-file", "tables to import: .csv, .tsv, .xlsx, .json, .jsonl; - is standard input"},
    {"opt-header-row", "line in which the names of the columns stand; found if not given"},
    {"opt-leave-out-incomplete", "leave out rows without an actor or title, instead of refusing"},
    {"opt-map", "what the columns are: FIELD=COLUMN,..., a map file, or the name of a ready map"},
    {"opt-merge",
     "a list of duplicates, as coopnet check --duplicates writes it, with merge = yes"},
    {"opt-names", "a table of names and ids of your own, with the columns name and id"},
    {"opt-output", "folder to write, or a file that ends in .json; with --suggest, the map"},
    {"opt-report", "write all findings to FILE as CSV"},
    {"opt-sheet", "only this sheet of a workbook"},
    {"opt-suggest", "propose a map from headers and contents"},
    {"opt-table", "what the rows are: pledges, practices, actors, forums, memberships, ..."},
    {"opt-title", "title of the dataset"},
    {"output-missing", "-o is missing: name a folder, or a file that ends in .json"},
    {"unknown-map",
     "--map takes FIELD=COLUMN,..., a file, or one of the ready maps ({1}), not \"{0}\""},
    {"why-contact", "contact data"},
    {"why-contents", "by its contents: {0} of {1} cells fit, such as \"{2}\""},
    {"why-empty", "empty"},
    {"why-header", "by its header; {1} {1:cell|cells} filled[[, such as \"{2}\"]]"},
    {"why-kept", "not recognised; {1} {1:cell|cells} filled[[, such as \"{2}\"]]"},
    {"written", "wrote {0}: {1} {1:row|rows} of {2} taken from {3}; content hash {4}"},
});

}  // namespace

Messages en_import() { return messages; }

}  // namespace coopnet::render::catalogue
