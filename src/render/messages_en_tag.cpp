#include "render/messages_catalogue.hpp"

/// What texts speak of.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"ambiguous-note",
     "{0} {0:name|names} that several have: the ids to choose from stand together, none is "
     "chosen."},
    {"by-ambiguous", "ambiguous name"},
    {"by-keywords", "by keywords"},
    {"by-label", "by label"},
    {"by-name", "by name"},
    {"by-number", "named by number"},
    {"caption-finds", "What the texts speak of, in the words of: {0}"},
    {"caption-pledges", "The texts as rows of pledges, to be completed"},
    {"caption-practices", "The texts as rows of practices, to be completed"},
    {"column-actor", "actor"},
    {"column-actors", "actors"},
    {"column-column", "column"},
    {"column-file", "text"},
    {"column-flags", "flags"},
    {"column-how", "how"},
    {"column-id", "id"},
    {"column-kind", "kind"},
    {"column-label", "name"},
    {"column-line", "line"},
    {"column-mentions", "mentions"},
    {"column-note", "note"},
    {"column-page", "page"},
    {"column-paragraph", "paragraph"},
    {"column-sentence", "sentence"},
    {"column-source", "source"},
    {"column-summary", "summary"},
    {"column-title", "title"},
    {"column-words", "words"},
    {"contacts-note",
     "{0} e-mail {0:address or telephone number is|addresses or telephone numbers are} left out of "
     "everything shown."},
    {"in-en", "{0} in English"},
    {"in-es", "{0} in Spanish"},
    {"in-fr", "{0} in French"},
    {"in-unknown", "{0} in none of these languages"},
    {"inferred-note",
     "~: inferred from words, check before use. What a text names by number it states."},
    {"kind-forum", "forum"},
    {"kind-organisation", "organisation"},
    {"kind-state", "state"},
    {"kind-territory", "territory"},
    {"languages", "By their commonest words: {0}."},
    {"left-out-note", "{0} {0:paragraph|paragraphs} without such a tag {0:is|are} left out."},
    {"left-to-tags-note", "Taken for keywords and not for names, because they are both: {0}."},
    {"limits-note",
     "Words are found, not understood: \"does not deal with\" counts like \"deals with\"."},
    {"more", "and {0} more"},
    {"no-rows", "No text has a row."},
    {"no-such-text", "there is no text \"{0}\""},
    {"nothing-found", "None of the words that the dataset knows was found."},
    {"numbers-note", "Numbers that are no {0} of this dataset: {1}."},
    {"opt-actor",
     "whose pledges or practices the rows are: an id or a name (default: whom the text "
     "names)"},
    {"opt-by", "what is taken together: the whole text, or each paragraph"},
    {"opt-context", "also the sentence of the first mention"},
    {"opt-encoding", "encoding of texts that are not UTF-8, such as windows-1252"},
    {"opt-rows", "one row a text instead, as a table to complete and import"},
    {"opt-text", "a text: .txt, .md, .html, .pdf, or - for standard input"},
    {"opt-text-lang", "whose labels and keywords are looked for (default: of all three)"},
    {"or", " or "},
    {"read", "{0} {0:text|texts}, {1} {1:word|words} in {2} {2:paragraph|paragraphs}."},
    {"row-ambiguous", "Several may be meant by {0}."},
    {"row-named", "Named in the text: {0}."},
    {"row-reason", "{0} {1} {2}: {3}."},
    {"several-note",
     "{0} {0:row names|rows name} several actors, and a practice has one: the cell is empty. Fill "
     "it in, or say --actor."},
    {"stdin-twice", "standard input (-) can be read once: for the dataset, or for one text"},
    {"thin-note", "{0} {0:tag is|tags are} left out, as only a single word spoke for {0:it|them}."},
    {"undecided-note",
     "{0} {0:row names|rows name} several actors: all of them are put down, who pledges is not "
     "decided. Correct the column, or say --actor."},
    {"unnamed-note",
     "{0} {0:row names|rows name} no actor, and none is accepted without: fill the cell in, or say "
     "--actor."},
});

}  // namespace

Messages en_tag() { return messages; }

}  // namespace coopnet::render::catalogue
