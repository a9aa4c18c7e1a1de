#include "render/messages_catalogue.hpp"

/// Findings about the input, by their codes: what was found and why, then how to mend it.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"agreement-one-party",
     "{0} {0:party is|parties are} recorded for this agreement, which links at least two\n"
     "Add the others to the table parties."},
    {"answers-not-recorded",
     "the pledge answers \"{value}\", which is not recorded here\n"
     "Correct the id if it is misspelt; a pledge that is not in this dataset may stay."},
    {"bad-capacity",
     "\"{value}\" is not a capacity\n"
     "Write a whole number from 0 to 1000000; an empty cell means 1."},
    {"bad-date",
     "\"{value}\" is not a date\n"
     "Write 2024, 2024-05, 2024-05-31, 2024-Q2 or 2024-H2; for a start and an end, two of them "
     "with \"/\" between, the earlier first. Leave it empty if it is not known."},
    {"bad-fit",
     "\"{value}\" is not a number\n"
     "Write a number such as 3 or 0.75, with at most twelve digits and six decimals."},
    {"bad-id",
     "\"{value}\" cannot be an id\n"
     "An id does not begin with \"~\" and holds neither \";\" nor line ends."},
    {"capacities-disagree",
     "{0} has the capacity {value} here and {1} in a row before\n"
     "Write one capacity for it, the same in every row or in one of them only."},
    {"claim-differs-from-row",
     "of {0}, the row says \"{1}\" ({2?no source named}) and a claim says \"{3}\" "
     "({4?no source named})\n"
     "Both are kept. Correct the row if the claim is the better source."},
    {"claim-subject-unknown",
     "the claim is about \"{value}\", which is not recorded here\n"
     "Write the subject as the kind of row and its id, for instance event/E14."},
    {"claims-disagree",
     "of {0}, one claim says \"{1}\" ({2?no source named}) and another says \"{3}\" "
     "({4?no source named})\n"
     "Both are kept, none is chosen. Remove a claim only if its source has withdrawn it."},
    {"csv-after-quote",
     "\"{value}\" stands between the closing quote of a cell and the next delimiter\n"
     "Put the whole cell in quotes, and write each quote inside it twice."},
    {"csv-empty",
     "the file holds no line of column names\n"
     "Write the names of the columns into the first line."},
    {"csv-header-empty",
     "a column has no name ({0}, {1})\n"
     "Write a name above the column, or delete the column."},
    {"csv-header-twice",
     "the column name \"{value}\" stands twice; the first is column {0}\n"
     "Rename or delete one of the two columns."},
    {"csv-lone-cr",
     "{0} {0:line ends|lines end} in a carriage return alone\n"
     "They were read as line ends. Save the file with the line ends of Unix or Windows."},
    {"csv-open-quote",
     "the quote that opens this cell is never closed\n"
     "Close it; a quote that belongs to the text is written twice, inside quotes."},
    {"csv-too-few-cells",
     "the row has {0} {0:cell|cells}, the header has {1}; the missing ones count as empty\n"
     "If a cell was lost, put it back; otherwise end the row with the missing delimiters."},
    {"csv-too-many-cells",
     "the row has {0} {0:cell|cells}, the header has {1}\n"
     "Put a cell that holds the delimiter in quotes, or name the further columns."},
    {"cycle-in-events",
     "these events feed into each other in a circle: {0}\n"
     "Remove one of the links: an event can feed only into a later one."},
    {"cycle-in-parents",
     "going from parent to parent, \"{value}\" comes back to itself\n"
     "Correct the parent of one actor on the way."},
    {"description-missing",
     "the description of the dataset does not give \"{0}\"\n"
     "Add \"{0}\" to dataset.json."},
    {"description-shape",
     "\"{0}\" should be {1}\n"
     "Correct it in dataset.json."},
    {"encoding-byte",
     "the byte {0} stands for no character in {1}\n"
     "Say the encoding that the file was saved in (--encoding), or save it as UTF-8."},
    {"encoding-controls",
     "{0} {0:byte|bytes} would be control characters in {1}; it is probably windows-1252\n"
     "Say --encoding windows-1252 if quotation marks or dashes are missing."},
    {"encoding-differs",
     "the file is said to be {0}, but begins with the byte order mark of {1}\n"
     "Say --encoding {1}, or leave the option out if that is utf-8."},
    {"encoding-is-utf8",
     "the text is well-formed UTF-8, but read as {0}, which garbles every accent\n"
     "Leave the option --encoding out."},
    {"encoding-missing",
     "this system cannot read the encoding {0}\n"
     "Save the file as UTF-8."},
    {"encoding-no-mark",
     "the text has no byte order mark, so the order of its bytes is not known\n"
     "Say --encoding utf-16le (usual) or utf-16be, or save it as UTF-8."},
    {"end-before-start",
     "the end lies before the start\n"
     "Correct the one of the two dates that is wrong."},
    {"field-too-long",
     "the cell is longer than {0} bytes\n"
     "Perhaps a quote before it was never closed; otherwise shorten the text."},
    {"form-contact",
     "the column tells how to reach somebody; it is not read and not kept\n"
     "Nothing needs to be done. Take such columns out before the file goes further."},
    {"form-empty",
     "nothing is filled in\n"
     "Write into the rows below the names of the columns (in a Markdown form: below the headings), "
     "then check again."},
    {"form-field-twice",
     "two columns of this row are this field: \"{0}\" and \"{value}\"\n"
     "Keep one of the two values, or give one of the columns another name."},
    {"form-heading-twice",
     "the field \"{value}\" stands in line {0} already\n"
     "Keep one of the two; a second pledge begins with a line such as \"# Pledge\"."},
    {"form-name-ambiguous",
     "\"{value}\" can mean {0}\n"
     "Write the id of the one that is meant."},
    {"form-name-near",
     "\"{value}\" is no name known here; it is taken for a new one\n"
     "Correct it if it is misspelt; otherwise nothing needs to be done."},
    {"form-row-empty",
     "the row says who, and nothing else; it is not read\n"
     "Fill it in, or delete it."},
    {"form-sheet-not-read",
     "the sheet \"{value}\" is not read: one sheet is one table\n"
     "Save it as a file of its own if it matters."},
    {"form-text-outside",
     "this text belongs to no field\n"
     "Move it below the heading of a field (\"## ...\")."},
    {"html-unclosed",
     "the {0} that begins here does not end; what follows it is not read\n"
     "Close it, or check that the page was saved whole."},
    {"id-in-two-tables",
     "the id \"{value}\" is used in two tables, {0} and {1}\n"
     "Give one of the two rows another id, also where it is referred to."},
    {"import-comment-line",
     "a line that begins with # and fills one cell only is taken for a comment, as are others like "
     "it in this table: \"{value}\"\n"
     "If it is a row of data, fill in another of its cells."},
    {"import-date-order",
     "\"{value}\" can be two dates; it is kept beside\n"
     "Say --dates day-first or --dates month-first."},
    {"import-id-again",
     "another row has the id \"{value}\" and says something else; this one gets the id \"{0}\"\n"
     "If both are one pledge, mend one of the rows; otherwise nothing needs to be done."},
    {"import-mark-without-tag",
     "the header \"{value}\" names no tag that its ticks could stand for\n"
     "Use a header such as \"Objective 8\", or read the column as text."},
    {"import-name-ambiguous",
     "\"{value}\" can mean {0}\n"
     "Write the id or the full name in the cell; or name a table with --names, in which the column "
     "name holds this name and the column id the one that is meant."},
    {"import-name-doubtful",
     "some parts of \"{value}\" are known names, not all; it is taken for one name\n"
     "If it lists several, divide them with \";\"."},
    {"import-name-new",
     "nobody is known as \"{value}\"; it becomes a new actor\n"
     "If it is another spelling of somebody known, write the id, or list it in a table for "
     "--names; "
     "otherwise nothing needs to be done."},
    {"import-name-note",
     "the words \"{0}\" in brackets behind \"{value}\" are not kept\n"
     "If they matter, move them to a column of their own."},
    {"import-name-split",
     "\"{value}\" was divided, since each of its parts is a known name\n"
     "Divide names with \";\" to leave no doubt."},
    {"import-no-column-for",
     "no column of {value} was taken for {0}, which each row of {1} needs[[ (columns: {2})]]\n"
     "Name the column, as in --map {0}=COLUMN; --suggest proposes a map; --table says what the "
     "rows "
     "are."},
    {"import-no-such-column",
     "the map names a column \"{value}\", which no table has[[ (there are: {0})]]\n"
     "Correct the name in the map, or remove the row."},
    {"import-no-such-field",
     "the table {0} has no field \"{value}\"[[ (it has: {1})]]\n"
     "Correct the field in the map; x_NAME keeps a column under a name of your own."},
    {"import-no-such-table",
     "there is no table \"{value}\" to import into[[ (there are: {0})]]\n"
     "Correct the table in the map."},
    {"import-not-understood",
     "\"{value}\" is not understood as {0}; it is kept beside\n"
     "Correct the cell, or say what it means in a map: a row with field, value and means."},
    {"import-nothing",
     "there are no rows to import\n"
     "Look at what is understood with --dry-run; name the line of the header with --header-row."},
    {"import-range",
     "\"{value}\" can be a range or two tags; it is kept beside\n"
     "List the tags one by one."},
    {"import-row-left-out",
     "a row without {0} is left out[[: \"{value}\"]]\n"
     "Fill in the cell to have it taken."},
    {"import-row-without",
     "a row has no {0}[[: \"{value}\"]]\n"
     "Fill in the cell, or leave such rows out with --leave-out-incomplete."},
    {"import-sheet-hidden",
     "the sheet \"{value}\" is hidden and was not read\n"
     "If it belongs to the data, name it with --sheet."},
    {"import-text-encoding",
     "the text seems to have been read in a wrong encoding\n"
     "Write the file again from where it comes, as UTF-8; or correct the cell."},
    {"json-dataset-not-object",
     "the description (\"dataset\") should be an object\n"
     "Write it as {{\"title\": ..., \"version\": ...}}."},
    {"json-depth",
     "objects and lists are nested more than {0} deep\n"
     "Flatten the data: a dataset needs three levels."},
    {"json-duplicate-key",
     "the key \"{value}\" stands twice in one object\n"
     "Remove or rename one of the two."},
    {"json-empty-key",
     "a member has no name\n"
     "Give it the name of a column, or remove it."},
    {"json-format",
     "the format should be \"coopnet-dataset\"[[, not \"{value}\"]]\n"
     "If this is a dataset, correct the member format; otherwise it cannot be read."},
    {"json-list-separator",
     "an item of a list holds \";\", which separates items\n"
     "Write the parts as items of their own, or use another character."},
    {"json-no-rows",
     "there is no list of objects that could be the rows of a table\n"
     "Write rows as [{{\"title\": ..., \"actors\": ...}}, ...]."},
    {"json-not-object",
     "the text should be one object with the tables in it\n"
     "Write {{\"dataset\": ..., \"pledges\": [...]}}."},
    {"json-row-not-object",
     "a row of a table should be an object[[, not \"{value}\"]]\n"
     "Write each row as {{\"id\": ..., ...}}."},
    {"json-schema-version",
     "the schema version should be 1[[, not \"{value}\"]]\n"
     "A newer version of coopnet may be able to read it."},
    {"json-syntax",
     "not well-formed JSON: {0}\n"
     "Correct the text at this place; if a program wrote it, write it again."},
    {"json-too-deep-value",
     "a cell cannot hold an object or a list of lists\n"
     "Write a text, a number, or a list of texts."},
    {"json-too-many-values",
     "the description holds more than {0} values\n"
     "Move rows into tables; the description only describes."},
    {"json-trailing",
     "more text follows the end of the JSON value\n"
     "Keep one object in the file and remove what follows it."},
    {"json-unknown-member",
     "\"{value}\" is neither a table nor part of the description; it is not read\n"
     "Correct the name if it is misspelt; otherwise nothing needs to be done."},
    {"kind-differs",
     "\"{value}\" is given as {0} and as {1}\n"
     "Write the same kind in every row of this actor."},
    {"looks-like-one-pledge",
     "\"{value}\" and \"{0}\" may be one pledge: they have the same {1}\n"
     "coopnet check --duplicates sets them side by side. If they are one, keep one row with all "
     "its actors; if not, nothing needs to be done."},
    {"map-column-missing",
     "a map has no column \"{value}\"\n"
     "The columns of a map are file, table, field, column, read_as, separator, value, means, "
     "optional."},
    {"map-row-unclear",
     "a row of a map has neither a column nor a value\n"
     "Say which column the row is about, or which word of a field; or remove the row."},
    {"member-twice",
     "{1} is listed more than once in {0} ({2})\n"
     "Keep one row, or tell the rows apart by role or dates."},
    {"merge-cycle",
     "these rows are to go into each other in a circle: {0}\n"
     "Write no in one of the rows, so that one of them is kept."},
    {"merge-kind",
     "\"{value}\" is not a kind of row that can be merged\n"
     "Write one of: {*}."},
    {"merge-self",
     "\"{value}\" is to go into itself\n"
     "Name two different rows, or write no."},
    {"merge-two-targets",
     "\"{value}\" is to go into {0} and into {1}\n"
     "Write no in one of the two rows; if all three are one, merge {0} and {1} as well."},
    {"merge-unknown-id",
     "no {0} has the id \"{value}\"\n"
     "Correct the id; the file belongs to the dataset it was made from."},
    {"merge-word",
     "\"{value}\" does not say whether the rows are to be merged\n"
     "Write yes or no, or leave the cell empty."},
    {"missing-column",
     "the table {0} needs this column\n"
     "Add the column, with its name in the first line."},
    {"missing-value",
     "the cell is empty, but every row of {0} needs a value here\n"
     "Fill in the cell."},
    {"more-of-the-same",
     "{1} more of the findings \"{0}\" in this file are not listed\n"
     "Mend those that are listed, then check again."},
    {"name-row-incomplete",
     "the row of a name lacks its {field}[[; beside it stands \"{value}\"]]\n"
     "Fill in the cell, or remove the row."},
    {"name-twice",
     "\"{value}\" is given to {0} and here to {1}; it is taken for neither\n"
     "Keep one of the rows, or write all ids in one cell, divided by \";\", if the name has "
     "several "
     "owners."},
    {"no-source",
     "the row does not name its source\n"
     "Write into the column source where this can be read."},
    {"no-such-sheet",
     "the workbook has no sheet \"{value}\"[[ (it has: {0})]]\n"
     "Correct the name after --sheet."},
    {"no-tables",
     "the folder holds neither dataset.json nor a table such as pledges.csv\n"
     "Check the path, or name the files after the tables."},
    {"not-a-number",
     "\"{value}\" is not a number\n"
     "Write digits, with a point before decimals, without blanks, units or marks for thousands."},
    {"not-utf8",
     "the text is not UTF-8: byte {0} cannot stand here; it is probably {1}\n"
     "Save the file as UTF-8 (iconv -f {1} -t UTF-8 FILE > NEW-FILE does it); an import reads it "
     "as it "
     "is with --encoding {1}."},
    {"nul-byte",
     "the file holds a zero byte, so it is not plain text\n"
     "Save the table as CSV in UTF-8; a spreadsheet file cannot be read as it is."},
    {"outside-may-join",
     "{0} is a member of {1} but not among those who may join it\n"
     "Correct the membership, or add the actor to the column may_join of the forum."},
    {"pdf-without-text",
     "the PDF file holds no text, perhaps only pictures of pages\n"
     "Make its text readable by machines (OCR), or copy the text into a file."},
    {"region-differs",
     "two different regions are given, {0} and {1}\n"
     "Keep the one that the source supports; the other can be recorded as a claim."},
    {"repeated-fit",
     "{0} and {1} are a pair in line {2} already\n"
     "Keep one row for each pair; say with --per-pair that an offer may serve a need several "
     "times."},
    {"repeated-id",
     "the id \"{value}\" already stands in line {0}\n"
     "Give each row its own id, or make the two rows one."},
    {"repeated-item",
     "an item stands more than once in the list \"{value}\"; it counts once\n"
     "Remove the repetition."},
    {"self-parent",
     "\"{value}\" is given as its own parent\n"
     "Name another actor, or leave the cell empty."},
    {"text-empty",
     "the text is empty\n"
     "Check that it is the right file."},
    {"text-nul-byte",
     "the file holds a zero byte, so it is not plain text\n"
     "Save it as text in UTF-8, HTML or PDF; if it is UTF-16, say --encoding utf-16."},
    {"text-too-long",
     "the file is longer than {0} bytes\n"
     "Divide it, or remove rows that are not needed."},
    {"too-many-cells",
     "the table has more than {0} cells\n"
     "Divide it, or remove columns that are not needed."},
    {"too-many-columns",
     "the table has more than {0} columns\n"
     "Check the delimiter; otherwise remove columns that are not needed."},
    {"too-many-rows",
     "the table has more than {0} rows\n"
     "Divide it into several datasets."},
    {"too-many-tables",
     "there are more than {0} members\n"
     "Keep the tables of one dataset in the file."},
    {"unknown-actor",
     "no actor has the id \"{value}\"\n"
     "Correct the id, or add the actor to the table actors."},
    {"unknown-agreement",
     "no agreement has the id \"{value}\"\n"
     "Correct the id, or add the agreement to the table agreements."},
    {"unknown-column",
     "{0} has no column of this name; its content is kept but not used\n"
     "Correct the name if it is misspelt; otherwise nothing needs to be done."},
    {"unknown-encoding",
     "\"{value}\" is not the name of an encoding that can be read[[ (known: {0})]]\n"
     "Correct the name after --encoding."},
    {"unknown-event",
     "no event has the id \"{value}\"\n"
     "Correct the id, or add the event to the table events."},
    {"unknown-facet",
     "the dataset has no facet \"{value}\"[[ (it has: {0})]]\n"
     "Correct the word, or add the facet to dataset.json."},
    {"unknown-forum",
     "no forum has the id \"{value}\"\n"
     "Correct the id, or add the forum to the table forums."},
    {"unknown-pledge",
     "no pledge has the id \"{value}\"\n"
     "Correct the id, or add the pledge to the table pledges."},
    {"unknown-region",
     "no region has the id \"{value}\"\n"
     "Correct the id, or add the region to the table regions."},
    {"unknown-scheme",
     "the dataset has no region scheme \"{value}\"[[ (it has: {0})]]\n"
     "Correct the word, or add the scheme to dataset.json."},
    {"unknown-table",
     "\"{value}\" is not the name of a table; its content is kept but not used\n"
     "Correct the name if it is misspelt; otherwise nothing needs to be done."},
    {"unknown-table-file",
     "\"{value}\" is not the name of a table; the file is not read\n"
     "Rename the file if it is misspelt; otherwise nothing needs to be done."},
    {"unknown-tag",
     "\"{value}\" is not listed under {0}[[ (listed: {1} to {2})]]\n"
     "Use a listed key, or add this one to the table tags."},
    {"unknown-word",
     "\"{value}\" is not one of the words allowed here\n"
     "Write one of: {*}. Leave the cell empty if it is not known."},
    {"xlsx-binary",
     "this is a binary workbook (.xlsb), which is not read\n"
     "Open it in a spreadsheet program and save it as .xlsx."},
    {"xlsx-broken",
     "the workbook cannot be unpacked: {0}\n"
     "It is probably cut off or damaged: fetch it again, or open it in a spreadsheet program and "
     "save "
     "it anew."},
    {"xlsx-cell",
     "the cell {0} is not well-formed ({1})[[: \"{value}\"]]\n"
     "Open the workbook in a spreadsheet program and save it anew."},
    {"xlsx-cell-twice",
     "the cell {0} is written twice\n"
     "Open the workbook in a spreadsheet program and save it anew."},
    {"xlsx-doctype",
     "the part {0} of the workbook declares a document type, which workbooks do not have\n"
     "It was not written by a spreadsheet program; open it in one and save it anew."},
    {"xlsx-encrypted",
     "this is an encrypted workbook, or one of the old form (.xls)\n"
     "Open it in a spreadsheet program and save it as .xlsx, without a password."},
    {"xlsx-error-cell",
     "the cell {0} shows the error {value}; it is read as empty\n"
     "Mend the formula, or delete it if the value is not known."},
    {"xlsx-expands",
     "the part {0} is more than {1} times as large as its packed form, so this is no ordinary "
     "workbook\n"
     "Save the sheet that is needed as CSV, or delete rows that hold nothing."},
    {"xlsx-formula-without-value",
     "the formula in the cell {0} has no value stored with it; it is read as empty\n"
     "Open the workbook in a spreadsheet program, let it calculate, and save it."},
    {"xlsx-hidden-columns",
     "{0} {0:column|columns} of the sheet {0:is|are} hidden ({1} first); {0:it is|they are} read "
     "like the others\n"
     "Delete what should not be read."},
    {"xlsx-hidden-rows",
     "{0} {0:row|rows} of the sheet {0:is|are} hidden (row {1} first); {0:it is|they are} read "
     "like "
     "the others\n"
     "Delete what should not be read; a filter only hides."},
    {"xlsx-hidden-sheet",
     "the sheet \"{value}\" is hidden\n"
     "Nothing needs to be done if it is meant."},
    {"xlsx-merged",
     "the cells {0} are merged; their value stands in each of their rows, in the first column\n"
     "Nothing needs to be done if it holds for each row; otherwise undo the merge."},
    {"xlsx-merges-overlap",
     "the merged cells {0} overlap others\n"
     "Undo the merges, and write the value into each cell."},
    {"xlsx-no-cells",
     "\"{value}\" is no sheet of cells (perhaps a chart); it is not read\n"
     "Nothing needs to be done."},
    {"xlsx-no-such-date",
     "the cell {0} is shown as a date, but its number is none; it is read as {value}\n"
     "Write the date into the cell, or give it the format of a number."},
    {"xlsx-no-workbook",
     "there is no workbook in this file\n"
     "Check that it is the file that was meant; a workbook ends in .xlsx."},
    {"xlsx-not-zip",
     "this is not an .xlsx file, whatever its name ends in\n"
     "If it is a table in text form, name it .csv; otherwise open it in a spreadsheet program and "
     "save it as .xlsx."},
    {"xlsx-numbers",
     "this is a file of Numbers, which is not read\n"
     "Export it as Excel (.xlsx) or CSV."},
    {"xlsx-ods",
     "this is an OpenDocument spreadsheet (.ods), which is not read\n"
     "Open it in a spreadsheet program and save it as .xlsx or CSV."},
    {"xlsx-out-of-sheet",
     "a cell lies outside the 1048576 rows and 16384 columns of a sheet[[ ({0})]]\n"
     "Open the workbook in a spreadsheet program and save it anew."},
    {"xlsx-part-missing",
     "the workbook names a part that it does not hold: {0}\n"
     "It is damaged: fetch it again, or open it in a spreadsheet program and save it anew."},
    {"xlsx-too-large",
     "unpacked, the workbook holds more than {1} bytes ({0})\n"
     "Divide it, or save the sheet that is needed as CSV."},
    {"xlsx-too-many-cells",
     "the sheet \"{0}\" reaches too far[[ ({1})]]: more than {2} cells\n"
     "Perhaps a stray cell stands far away from the table: delete the rows and columns behind it."},
    {"xlsx-too-many-sheets",
     "the workbook has more than {0} sheets\n"
     "Divide it."},
    {"xlsx-xml",
     "the part {0} of the workbook is not well-formed in line {1}: {2}\n"
     "It is damaged: fetch it again, or open it in a spreadsheet program and save it anew."},
});

}  // namespace

Messages en_check() { return messages; }

}  // namespace coopnet::render::catalogue
