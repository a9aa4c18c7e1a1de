#include "render/messages_catalogue.hpp"

/// Positions in a network.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"all-tied",
     "Everybody is tied to everybody, so that steps tell nothing apart: --weight-is strength does, "
     "or --without a forum that all belong to."},
    {"apart",
     "The network is in several pieces: closeness is n/a where not everybody is reached (harmonic "
     "closeness "
     "counts who is), the eigenvector is given in the largest piece only."},
    {"brokers-note",
     "Pairs a, b without a tie that both have one to the row's actor; in a network without "
     "directions each pair "
     "counts from either end. Region by region (Gould and Fernandez): within own: all three of "
     "one; within "
     "other: a and b of one, the actor of another; speaks for own: a of its own; lets in: b of its "
     "own; "
     "between others: three different. An actor of two regions is in a group with those of the "
     "same two. z: "
     "distance from what a random network of the same density gives, in standard deviations; n/a "
     "where the role "
     "cannot vary. {0} {0:actor stands|actors stand} between nobody and {0:is|are} not listed."},
    {"caption-brokers", "Who stands between two that have no tie of their own: {0}"},
    {"caption-centrality", "Positions by id: {0}"},
    {"caption-falls-apart", "Without whom the network falls apart: {0}"},
    {"caption-only-ties", "Ties without which the network falls apart: {0}"},
    {"caption-sorted", "Positions by {1}: {0}"},
    {"clustering",
     "Clustering (Robins and Alexander): {0} of the paths of three ties close to a cycle of four."},
    {"column-a", "first"},
    {"column-a_id", "first id"},
    {"column-a_side", "on its side"},
    {"column-b", "second"},
    {"column-b_id", "second id"},
    {"column-b_side", "on the other side"},
    {"column-betweenness", "betweenness"},
    {"column-betweenness_normalised", "betweenness, of the most possible"},
    {"column-closeness", "closeness"},
    {"column-component_size", "size of its piece"},
    {"column-constraint", "constraint"},
    {"column-coordinator", "within own"},
    {"column-core", "core"},
    {"column-cut_off", "cut off without it"},
    {"column-degree", "ties"},
    {"column-effective_size", "effective size"},
    {"column-eigenvector", "eigenvector"},
    {"column-gatekeeper", "lets in"},
    {"column-group", "region"},
    {"column-harmonic", "harmonic closeness"},
    {"column-id", "id"},
    {"column-in_degree", "learned from"},
    {"column-itinerant", "within other"},
    {"column-liaison", "between others"},
    {"column-out_degree", "shared with"},
    {"column-pagerank", "PageRank"},
    {"column-parts", "parts"},
    {"column-path_share", "share of paths"},
    {"column-rank", "rank"},
    {"column-representative", "speaks for own"},
    {"column-sizes", "sizes"},
    {"column-strength", "strength"},
    {"column-total", "in all"},
    {"column-two_mode_betweenness", "betweenness of two modes"},
    {"column-two_mode_closeness", "closeness of two modes"},
    {"column-two_mode_degree", "share of the other mode"},
    {"column-who", "who"},
    {"column-z_coordinator", "z within own"},
    {"column-z_gatekeeper", "z lets in"},
    {"column-z_itinerant", "z within other"},
    {"column-z_liaison", "z between others"},
    {"column-z_representative", "z speaks for own"},
    {"column-z_total", "z in all"},
    {"counts",
     "{0} of {1} shown[[, those of {6}, measured in the whole network]]; {2} {2:tie|ties}, {3} "
     "{3:piece|pieces}, the largest of {4}[[; as of {5}]]."},
    {"definitions",
     "Ties: others with at least one item in common. Strength: items in common, added up; "
     "constraint, PageRank and eigenvector use it. Share of paths: of the shortest paths between "
     "others, those that pass here. Harmonic closeness: mean of 1 / distance. Constraint: low for "
     "who connects contacts that are not tied. Core: the densest layer it belongs to."},
    {"empty-actors-agreement",
     "No agreement with an actor that these filters admit; {0} without one."},
    {"empty-actors-exchange",
     "No exchange between actors that these filters admit; {0} without one."},
    {"empty-actors-forum", "No member of a forum that these filters admit; {0} without one."},
    {"empty-actors-pledge", "No pledge of an actor that these filters admit; {0} without one."},
    {"empty-forums-member",
     "No forum with a recorded member that these filters admit; {0} without one."},
    {"empty-pledges-tag", "No pledge with a tag that these filters admit; {0} without one."},
    {"empty-two-mode", "No member of a forum that these filters admit; {0} without one."},
    {"falls-apart-note",
     "{0} of {1}: each holds somebody to the rest who has no other way. Directions of ties do not "
     "matter here."},
    {"group-unknown", "not known"},
    {"lengths-equal",
     "Every tie is one step, however much is in common; --weight-is strength makes those with more "
     "in common nearer."},
    {"lengths-length", "The number in common was read as a length: the more, the farther."},
    {"lengths-rounded",
     "Lengths were rounded to one millionth of the smallest: the strengths have too large a common "
     "multiple."},
    {"lengths-strength",
     "The more is in common, the nearer: the length of a tie is 1 / its strength, exactly."},
    {"network-actors-agreement", "actors by agreement"},
    {"network-actors-exchange", "who learned from whom"},
    {"network-actors-forum", "actors by forum"},
    {"network-actors-pledge", "actors by pledge"},
    {"network-forums-member", "forums by member"},
    {"network-pledges-tag", "pledges by objective"},
    {"network-two-mode", "actors and forums"},
    {"no-broker", "Nobody stands between two others that have no tie of their own."},
    {"no-only-tie", "None of the {0} ties is the only way between two sides."},
    {"nobody-needed", "Each of the {0} can be left out without cutting anybody off."},
    {"nobody-needed-there",
     "Each of those in {1} can be left out without cutting anybody off, among {0}."},
    {"not-converged",
     "Eigenvector or PageRank did not reach its tolerance; read them as approximate."},
    {"objective-not-here",
     "--objective goes with forums:member, pledges:tag and two-mode; ties of actors have no "
     "objective of their own"},
    {"opt-lengths",
     "length, or strength: what the number in common means for paths; without it every tie is one "
     "step"},
    {"opt-network",
     "who is tied by what: actors:forum (default), actors:agreement, actors:pledge, "
     "actors:exchange, forums:member, pledges:tag, two-mode"},
    {"opt-scheme",
     "which scheme of regions makes the groups of brokers (default: the first of the dataset)"},
    {"opt-sort", "rank by a measure, a key of the table; without it rows stand by id"},
    {"opt-top", "rows of a sorted table; 0: all"},
    {"opt-within",
     "the network of the regions asked for alone; without it they are shown in the whole network"},
    {"oversize",
     "this network would have up to {0} ties, more than {1}: narrow it with --objective, --region "
     "and --within, or --kind"},
    {"progress", "measuring paths: {0} %"},
    {"top-needs-sort", "--top cuts a ranking: say by what, with --sort"},
    {"try-network", "The dataset has records for --network {0}."},
    {"within-needs-region", "--within needs --region"},
    {"without-actors-agreement",
     "{0} {0:actor is|actors are} party of no recorded agreement: not in the network, no value."},
    {"without-actors-exchange",
     "{0} {0:actor has|actors have} no recorded exchange: not in the network, no value."},
    {"without-actors-forum",
     "{0} {0:actor is|actors are} in no recorded forum: not in the network, no value."},
    {"without-actors-pledge",
     "{0} {0:actor has|actors have} no recorded pledge: not in the network, no value."},
    {"without-forums-member",
     "{0} {0:forum has|forums have} no recorded member: not in the network, no value."},
    {"without-pledges-tag",
     "{0} {0:pledge carries|pledges carry} no tag: not in the network, no value."},
    {"without-two-mode",
     "{0} {0:row|rows} without a recorded membership: not in the network, no value."},
});

}  // namespace

Messages en_rank() { return messages; }

}  // namespace coopnet::render::catalogue
