#include "render/messages_catalogue.hpp"

/// How far actors are from a Champion.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"all-champions", "All {0} recorded here ({1}) are Champions."},
    {"caption-distances", "Steps to the nearest Champion, the farthest first: {0}, {1}"},
    {"caption-forums", "Forums without a Champion among their members: {0}"},
    {"caption-further", "Further Champions who would bring most {0} within one step"},
    {"caption-regions", "Steps to the nearest Champion: {0} by region"},
    {"column-actor", "actor"},
    {"column-actor_id", "actor id"},
    {"column-actors", "all"},
    {"column-champions", "Champions"},
    {"column-champions_met", "Champions met"},
    {"column-expected", "expected at most"},
    {"column-farther", "farther"},
    {"column-forum", "forum"},
    {"column-forum_id", "forum id"},
    {"column-gained", "newly within one step"},
    {"column-members", "members"},
    {"column-nearest_id", "nearest Champion id"},
    {"column-no_way", "no way recorded"},
    {"column-observed", "steps"},
    {"column-one_step", "one step"},
    {"column-order", "order"},
    {"column-reason", "why it is listed"},
    {"column-region", "region"},
    {"column-region_id", "region id"},
    {"column-remedy", "nearest way"},
    {"column-two_steps", "two steps"},
    {"counts",
     "{0} {0:Champion|Champions} recorded here; {1} {2} counted ({3})[[, as of {5}]]; {4} of the "
     "regions "
     "without a Champion. A state in two regions counts in each."},
    {"definition",
     "One step: a forum, in any role, or an agreement in common with a Champion. What is not "
     "recorded here is "
     "not counted."},
    {"distances-note",
     "{0} of {1} that are no Champions shown; {2} more than one step away or without a recorded "
     "way."},
    {"every-forum", "Each of {0} forums with recorded members ({1}) has a Champion."},
    {"forums-note", "{0} of {1} forums with recorded members ({2})."},
    {"further-bound",
     "With these {2}, {0} of {1} come within one step; no choice of {2} brings more than {3}."},
    {"further-exact",
     "With these {2}, {0} of {1} come within one step; no choice of {2} brings more (exact)."},
    {"further-none", "All {0} {1} ({2}) are Champions or one step from one."},
    {"further-not-asked", "Not asked for."},
    {"further-note",
     "Counted by recorded ties alone: whether a state wishes to be a Champion is for the state to "
     "say."},
    {"further-ties", "{0} other {0:choice does|choices do} as well."},
    {"no-champion", "The dataset records no Champion; {1} {2} ({3})[[, as of {5}]]."},
    {"no-forums", "No forum with a recorded member ({1})."},
    {"no-regions", "The dataset has no regions, or no actor in them."},
    {"reason-far", "no Champion shares a forum or agreement with it"},
    {"reason-no-way", "no chain of forums and agreements leads to a Champion"},
    {"reason-one", "{0} {0:Champion shares|Champions share} a forum or agreement with it"},
    {"region-unknown", "region not known"},
    {"way-none", "record its forums and agreements"},
    {"way-step", "{0} in {1}"},
    {"way-then", ", then "},
});

}  // namespace

Messages en_champions() { return messages; }

}  // namespace coopnet::render::catalogue
