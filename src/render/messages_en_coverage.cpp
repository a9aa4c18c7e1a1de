#include "render/messages_catalogue.hpp"

/// Subjects with and without a recorded pledge.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption-gaps", "{1}: where nothing, or less than elsewhere, is recorded ({0})"},
    {"caption-subjects", "{0}: what is recorded ({1})"},
    {"caption-units", "{1}: {0} side by side"},
    {"column-actors", "actors"},
    {"column-announced", "announced"},
    {"column-by_related", "related pledges"},
    {"column-completed", "completed"},
    {"column-covered", "covered"},
    {"column-discontinued", "discontinued"},
    {"column-expected", "expected"},
    {"column-in_progress", "in progress"},
    {"column-needs", "needs"},
    {"column-observed", "pledges"},
    {"column-offers", "offers"},
    {"column-offers_anywhere", "offers anywhere"},
    {"column-pledges", "pledges"},
    {"column-pledges_stated", "stated by the source"},
    {"column-practices", "practices"},
    {"column-quotient", "location quotient"},
    {"column-quotient_high", "quotient, upper end"},
    {"column-quotient_low", "quotient, lower end"},
    {"column-reason", "why it is listed"},
    {"column-reason_code", "reason code"},
    {"column-remedy", "nearest record"},
    {"column-remedy_row", "row of the nearest record"},
    {"column-shared_actors", "actors also in another"},
    {"column-status_unknown", "status unknown"},
    {"column-statuses", "status"},
    {"column-subject", "subject"},
    {"column-subject_id", "subject id"},
    {"column-unit", "unit"},
    {"column-unit_actors", "actors"},
    {"column-unit_id", "unit id"},
    {"column-units", "units"},
    {"column-with_pledge", "with a pledge"},
    {"column-without_subject", "pledges without a tag"},
    {"counts",
     "{0} {0:pledge|pledges} recorded here by {1} of {2} {2:actor|actors}, {3}[[, as of {6}]]; {4} "
     "of {5} "
     "{5:subject|subjects} without a recorded pledge. No record does not mean no action."},
    {"definitions",
     "Needs: practices of kind need and pledges that ask for support. Offers: support given and "
     "pledges that "
     "offer support. Each pledge and each actor counts once a row."},
    {"everywhere", "everywhere"},
    {"expected-note",
     "Expected: pledges there would be if the tags recorded for the unit were spread over the "
     "subjects as all "
     "recorded tags are. The location quotient (observed / expected) and its 95 % interval are in "
     "CSV and JSON; "
     "with few pledges the interval is wide."},
    {"gaps-shown",
     "{0} of {1} shown: unmet needs, then what has no pledge anywhere, then where most was "
     "expected; --top 0 "
     "shows all."},
    {"group-name", "{0} ({1})"},
    {"group-of", "{0}, groups"},
    {"in-no-unit",
     "{0} {0:actor|actors} with a pledge {0:is|are} in none of these and {0:counts|count} in the "
     "totals only."},
    {"no-gaps", "Every subject has a recorded pledge in {0}."},
    {"no-subjects", "The dataset lists nothing under {0}."},
    {"no-units", "The dataset has no {0} to compare."},
    {"nothing-at-all", "No pledge is recorded for {0}, so nothing can be said about its subjects."},
    {"reason-below-expected", "fewer than elsewhere: the quotient is at most {2} (95 % interval)"},
    {"reason-none-anywhere", "no pledge recorded anywhere"},
    {"reason-none-here", "no pledge recorded here, {0} elsewhere"},
    {"reason-nothing-recorded", "no pledge recorded at all: unknown, not zero"},
    {"reason-unmet-need", "{1} {1:need|needs} recorded here, no offer recorded anywhere"},
    {"related-note",
     "Related pledges: the list of tags relates this tag to others, objectives for "
     "instance; a pledge on one of those may or may not take it up."},
    {"remedy-forum", "{0} works on it"},
    {"remedy-nobody", "nobody else records a pledge or practice on it"},
    {"remedy-peer", "{0} has a pledge on it ({1}); no forum in common"},
    {"remedy-peer-forum", "{0} has a pledge on it ({1}); meets members in {2}"},
    {"remedy-plan", "{0} reports a plan on it ({1})"},
    {"remedy-practice", "{0} reports a practice on it ({1})"},
    {"remedy-record", "record what is there"},
    {"silent",
     "No pledge recorded here carries a tag of this kind: what is taken up is not known, not "
     "zero."},
    {"status-announced", "{0} announced"},
    {"status-completed", "{0} completed"},
    {"status-discontinued", "{0} discontinued"},
    {"status-in-progress", "{0} in progress"},
    {"status-unknown", "{0} unknown"},
    {"units-actors", "actors"},
    {"units-forums", "members of forums"},
    {"units-note",
     "Totals count everybody once: {1} {1:actor|actors} with a pledge, {2} {2:pledge|pledges}; {0} "
     "{0:actor|actors} in more than one of these {0:counts|count} in each."},
    {"units-regions", "regions"},
    {"without-subject",
     "{0} {0:pledge carries|pledges carry} no tag of this kind and {0:is|are} in no row."},
});

}  // namespace

Messages en_coverage() { return messages; }

}  // namespace coopnet::render::catalogue
