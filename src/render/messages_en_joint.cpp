#include "render/messages_catalogue.hpp"

/// Groups for a joint pledge, and threes of different kinds around one objective.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"column-actors", "actors"},
    {"column-civil_society", "civil society"},
    {"column-objective", "objective"},
    {"column-pledges", "pledges"},
    {"column-regions", "regions"},
    {"column-score", "score"},
    {"column-shared_by_all", "also shared by all"},
    {"column-state", "state"},
    {"column-un_entity", "UN entity"},
    {"counts", "{0} of {1} found; {2} recorded here[[, as of {3}]]."},
    {"groups-caption", "Groups whose pledges could become a joint pledge"},
    {"groups-definition",
     "A group: 2 to 5 pledges of different actors on one objective, at least two regions; every "
     "two "
     "share something further. The score is the mean over its pairs."},
    {"groups-none",
     "Of {0} {0:pledge|pledges} recorded here, no two of different actors from at least two "
     "regions share "
     "an objective and something further under these filters."},
    {"incomplete",
     "The search was stopped before its end because there are very many combinations: choose an "
     "objective or a "
     "region to see all of them."},
    {"triples-caption", "One state, one UN entity and one civil society body around an objective"},
    {"triples-definition",
     "Actors with a pledge recorded here: {0} {0:state|states}, {1} UN {1:entity|entities}, {2} "
     "civil society "
     "{2:body|bodies}. The score is the mean over the three pairs of actors."},
    {"triples-none",
     "No objective has a pledge of all three kinds under these filters; with a pledge recorded "
     "here there are {0} "
     "{0:state|states}, {1} UN {1:entity|entities}, {2} civil society {2:body|bodies}."},
});

}  // namespace

Messages en_joint() { return messages; }

}  // namespace coopnet::render::catalogue
