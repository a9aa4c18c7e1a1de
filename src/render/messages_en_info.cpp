#include "render/messages_catalogue.hpp"

/// What a dataset holds.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"age-older", "more than two years"},
    {"age-one", "up to one year"},
    {"age-two", "up to two years"},
    {"age-undated", "no date recorded"},
    {"caption-age", "Age on {0} of the last date known of {1} pledges"},
    {"caption-caveats", "What the dataset says about itself"},
    {"caption-kinds", "{0} actors by kind"},
    {"caption-missing", "What is not recorded"},
    {"caption-objectives", "{1} pledges by {0}"},
    {"caption-overview", "What is recorded here"},
    {"caption-regions", "{1} pledges by {0}"},
    {"caption-status", "{0} pledges by status"},
    {"column-actors", "actors"},
    {"column-age", "age"},
    {"column-caveat", "caveat"},
    {"column-count", "recorded"},
    {"column-forums", "forums"},
    {"column-key", "key"},
    {"column-kind", "kind"},
    {"column-label", "label"},
    {"column-missing", "not recorded"},
    {"column-note", "of these"},
    {"column-of", "of"},
    {"column-pledges", "pledges"},
    {"column-region", "region"},
    {"column-region_id", "id"},
    {"column-stated", "stated by a source"},
    {"column-status", "status"},
    {"column-what", "what"},
    {"column-with_pledge", "with a pledge"},
    {"missing-agreement-year", "year of an agreement or exchange"},
    {"missing-direction", "offer or need of a pledge"},
    {"missing-facet", "{0} of a pledge"},
    {"missing-membership-date", "date of a membership"},
    {"missing-nothing", "Everything that is looked for here is recorded."},
    {"missing-practice-year", "year of a practice"},
    {"missing-region", "region of a pledge"},
    {"missing-source", "source of a pledge"},
    {"missing-year", "year of a pledge"},
    {"next", "Next: {0}"},
    {"none-recorded", "{0} with no pledge recorded here: {1}."},
    {"note-age",
     "The date is that of the last update where one is recorded, else the year; the latest day it "
     "can mean counts."},
    {"note-champions", "{0} of {1} with a pledge recorded here"},
    {"note-joint", "{0} of several actors, each counted once"},
    {"note-memberships", "{0} memberships, any role"},
    {"note-several-regions",
     "A pledge or actor of several regions counts in each of them, once in the total. Pledges "
     "whose actors have no region recorded: {0}."},
    {"note-several-tags", "A pledge on several of them counts in each, once in the total."},
    {"note-states", "{0} of {1} states with a pledge recorded here"},
    {"open-words",
     "{0} mentions of {1}: free words, chosen by who compiled the data or by the source."},
    {"recorded", "{0} {0:pledge is|pledges are} recorded here[[, as of {2}]]."},
    {"stated-share",
     "{0} of {1} mentions of {2} in pledges {0:is|are} stated by the sources, the rest inferred."},
    {"status-unknown", "The status of {0} of {1} pledges is not known."},
    {"what-actors", "actors"},
    {"what-agreements", "agreements"},
    {"what-champions", "Champion countries"},
    {"what-claims", "second statements (claims)"},
    {"what-events", "events"},
    {"what-exchanges", "peer exchanges"},
    {"what-forums", "forums and workstreams"},
    {"what-pledges", "pledges"},
    {"what-practices", "practices, plans and needs reported"},
});

}  // namespace

Messages en_info() { return messages; }

}  // namespace coopnet::render::catalogue
