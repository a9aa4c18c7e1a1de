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
    {"end-before-start",
     "the end lies before the start\n"
     "Correct the one of the two dates that is wrong."},
    {"field-too-long",
     "the cell is longer than {0} bytes\n"
     "Perhaps a quote before it was never closed; otherwise shorten the text."},
    {"id-in-two-tables",
     "the id \"{value}\" is used in two tables, {0} and {1}\n"
     "Give one of the two rows another id, also where it is referred to."},
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
     "its "
     "actors; if not, nothing needs to be done."},
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
    {"no-tables",
     "the folder holds neither dataset.json nor a table such as pledges.csv\n"
     "Check the path, or name the files after the tables."},
    {"not-a-number",
     "\"{value}\" is not a number\n"
     "Write digits, with a point before decimals, without blanks, units or marks for thousands."},
    {"not-utf8",
     "the text is not UTF-8: byte {0} cannot stand here; it is probably {1}\n"
     "Save the file as UTF-8 (iconv -f {1} -t UTF-8 FILE > NEW-FILE does it)."},
    {"nul-byte",
     "the file holds a zero byte, so it is not plain text\n"
     "Save the table as CSV in UTF-8; a spreadsheet file cannot be read as it is."},
    {"outside-may-join",
     "{0} is a member of {1} but not among those who may join it\n"
     "Correct the membership, or add the actor to the column may_join of the forum."},
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
});

}  // namespace

Messages en_check() { return messages; }

}  // namespace coopnet::render::catalogue
