#include "render/messages_catalogue.hpp"

/// Rows that may be one. In reasons: {0} and {1} are the ids, {2} how alike, then the arguments.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption", "Rows that may be one"},
    {"caption-pair", "{0}. {1}"},
    {"column-column", "column"},
    {"letters", "{0} of {1} letters"},
    {"note-common",
     "{0} {0:word or name is|words or names are} shared by so many rows that those with nothing "
     "rarer in common were not compared."},
    {"note-hidden", "{0} more {0:suggestion|suggestions} of these kinds; CSV has all."},
    {"note-suggestions",
     "Suggestions only: nothing was changed. Write yes or no into the column merge of the CSV "
     "file; coopnet convert --merge carries out what says yes."},
    {"nothing-differs", "The rows do not differ."},
    {"nothing-found", "No two rows look like one."},
    {"reason-acronym", "{0} and {1}: \"{3}\" are the initials of \"{4}\""},
    {"reason-joint-entry",
     "{0} and {1} may be one joint pledge entered twice, by {3?no actor} and by {4?no actor}: "
     "{2} are the same"},
    {"reason-near-name",
     "{0} and {1}: \"{3}\" and \"{4}\" are nearly the same name, {2} are the same"},
    {"reason-near-title", "{0} and {1} have nearly the same title, {2} are the same; in both: {3}"},
    {"reason-same-letters",
     "{0} and {1}: \"{3}\" and \"{4}\" have the same initials in another order"},
    {"reason-same-name", "{0} and {1} are both called \"{3}\""},
    {"reason-same-page", "{0} and {1} were both read at {3}; of the titles {2} are the same"},
    {"reason-same-text", "{0} and {1} have one text: {2} of the summaries are the same"},
    {"reason-same-title", "{0} and {1} have the same title; in both: {3}"},
    {"reason-same-words",
     "{0} and {1}: \"{3}\" and \"{4}\" are the same words, spelt or ordered differently"},
    {"reason-title-over-text",
     "the title of {3} may stand over the text of {4}: {2} of it stand in that summary, none in "
     "its own"},
    {"words", "{0} of {1} words"},
});

}  // namespace

Messages en_duplicates() { return messages; }

}  // namespace coopnet::render::catalogue
