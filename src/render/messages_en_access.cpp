#include "render/messages_catalogue.hpp"

/// Who takes part in what, and how evenly.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption-leadership", "Who leads forums and meetings: {0}"},
    {"caption-rows", "What {0} take part in, fewest recorded first: {1}"},
    {"caption-spread", "How evenly it is spread over {0} {1}: {2}"},
    {"column-actor", "actor"},
    {"column-actor_id", "actor id"},
    {"column-agreements", "agreements"},
    {"column-forums", "forums"},
    {"column-gini", "Gini"},
    {"column-highest", "highest"},
    {"column-leader", "who"},
    {"column-leads", "leads"},
    {"column-measure", "what"},
    {"column-none", "without any"},
    {"column-partners", "partners"},
    {"column-pledges", "pledges"},
    {"column-share", "share"},
    {"column-supported", "pledges with support"},
    {"column-top_two", "share of the two highest"},
    {"column-total", "total"},
    {"definition",
     "Partners: other actors that share an agreement or a pledge. Pledges with support: a recorded "
     "pledge of "
     "money, people, technical help or capacity says it answers them. Leads: forums chaired, led "
     "or hosted, and "
     "meetings organised."},
    {"leadership-note",
     "{0} of {1} shown; {2} leads in all. Gini {3}, Herfindahl index {4}, share of the two highest "
     "{5}, over "
     "those who lead."},
    {"no-actors", "There are no {0} recorded here ({1})."},
    {"no-leaders", "No chair, lead, secretariat or organiser is recorded ({0})."},
    {"rows-note",
     "{0} of {1} {2} shown ({3})[[, as of {4}]]. Zero means that none is recorded here."},
    {"spread-note",
     "Gini over {0} actors, those without any included: 0 if all have the same, near 1 if one has "
     "everything."},
});

}  // namespace

Messages en_access() { return messages; }

}  // namespace coopnet::render::catalogue
