#include "render/messages_catalogue.hpp"

/// Pairs that share priorities and do not meet.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption", "Shared priorities, and no forum, agreement or pledge in common: {1}, {0}"},
    {"caption-check", "Could the ties recorded here have been guessed?"},
    {"check-note",
     "AUC: how often a pair that meets scores higher than one that does not; 0.50 is chance. What "
     "the two of a "
     "pair share is taken away before it is scored. A measure that does not beat the first line "
     "says no more "
     "than how much each takes part."},
    {"check-sampled", "Tested on {0} pairs drawn with a fixed seed."},
    {"column-a", "first"},
    {"column-adamic_adar", "Adamic-Adar"},
    {"column-auc", "AUC"},
    {"column-b", "second"},
    {"column-between", "tied to both"},
    {"column-common_neighbours", "tied to both, number"},
    {"column-expected", "expected"},
    {"column-forum", "forum"},
    {"column-forum_joins", "who would join"},
    {"column-forum_ways", "three-step ways"},
    {"column-measure", "measure"},
    {"column-observed", "observed in common"},
    {"column-priorities_a", "priorities of the first"},
    {"column-priorities_b", "priorities of the second"},
    {"column-reason", "why it is listed"},
    {"column-relatedness", "relatedness"},
    {"column-remedy", "nearest way to meet"},
    {"column-resource_allocation", "resource allocation"},
    {"column-shared", "shared"},
    {"column-shared_ids", "shared ids"},
    {"column-similarity", "similarity"},
    {"column-what", "what is guessed"},
    {"column-with_tie", "with"},
    {"column-without_tie", "without"},
    {"counts",
     "{0} of {1} such pairs; {2} of {3} {4} have a priority recorded here[[, as of {5}]]."},
    {"definition",
     "Priorities: objectives of pledges, practices, plans, needs and of the table of priorities. "
     "Meeting points "
     "with two actors or more: {0} {0:forum|forums}, {1} {1:agreement|agreements}, {2} "
     "{2:pledge|pledges}. "
     "Expected: meeting points in common if memberships were drawn by lot. Similarity: shared "
     "priorities by "
     "rarity over all of the two."},
    {"many", "very many"},
    {"measure-adamic-adar", "Adamic-Adar"},
    {"measure-common-neighbours", "ties to the same actors"},
    {"measure-degree", "number of meeting points alone"},
    {"measure-forum-size", "size of the forum alone"},
    {"measure-relatedness", "relatedness of priorities"},
    {"measure-resource-allocation", "resource allocation"},
    {"measure-similarity", "similarity of priorities"},
    {"measure-three-paths", "three-step ways to a forum"},
    {"no-check", "There are no pairs with and without a tie to compare."},
    {"none",
     "No two {1} share a priority without having a meeting point, with one of them in {0}."},
    {"reason", "{0} {0:priority|priorities} in common and no meeting point"},
    {"remedy-between", "{0} is tied to both"},
    {"remedy-forum", "{0}, where {1} is ({2} of {3} shared)"},
    {"remedy-forum-other", "{0}, where {1} is"},
    {"remedy-none", "no forum of their regions, and nobody tied to both"},
    {"silent",
     "{0} {0:actor has|actors have} no priority recorded here and {0:is|are} in no pair: unknown, "
     "not none."},
    {"too-few", "Only {0} of the {1} {0:has|have} a priority recorded here."},
    {"what-forums", "who belongs to a forum"},
    {"what-ties", "who meets whom"},
});

}  // namespace

Messages en_ties() { return messages; }

}  // namespace coopnet::render::catalogue
