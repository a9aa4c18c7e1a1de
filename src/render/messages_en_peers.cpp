#include "render/messages_catalogue.hpp"

/// Peers: from whom to learn, whom to help.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"agenda", "{0}: {1} for {2}"},
    {"as-learner", "learner"},
    {"as-mentor", "mentor"},
    {"because", "{0}; {1}"},
    {"by-lot", "drawn by lot"},
    {"by-rows", "rows recorded about the mentor"},
    {"by-value", "value"},
    {"by-value-asked", "value, learners who recorded what they ask for"},
    {"by-value-unnamed", "value, without practices that name the other"},
    {"caption-also", "Pairs of other plans that are as good"},
    {"caption-check", "Suggestions against exchanges that took place"},
    {"caption-exchanges",
     "Recorded exchanges and where the mentor stands among those who could be suggested"},
    {"caption-factors", "What each value is made of"},
    {"caption-help", "{0}: whom it could help"},
    {"caption-learn", "{0}: from whom it could learn"},
    {"caption-plan", "Who could help whom, all at once"},
    {"caption-records", "{0}: what is recorded here"},
    {"caption-unmatched", "In no pair of the plan"},
    {"certificate",
     "Total {0} from {1} {1:pair|pairs}. No other plan within these limits gives more: proved by "
     "a bound that was checked apart from the search."},
    {"check-auc",
     "In {0} of 10 comparisons the pair that took place has the higher value; by lot it would be "
     "5 of 10. Compared is each pair that took place with each other pair of the same learner, "
     "{1} times; a tie counts half."},
    {"check-cases",
     "{0} {0:pair|pairs} of a learner and a mentor with a recorded exchange; {1} "
     "{1:learner|learners}, {2} {2:actor|actors} who could be suggested as mentors[[; as of "
     "{3}]]."},
    {"check-few",
     "{0} {0:case is|cases are} too few to conclude anything: under {1} the figures here can be "
     "chance."},
    {"check-first",
     "Of the first suggestions to {0} {0:learner|learners}, {1} took place (where values are the "
     "same, as if drawn by lot); in a random order it would be {2}. A suggestion that did not "
     "take place, or is not recorded, is not wrong for that."},
    {"check-how",
     "All values are computed without the row for agreements and exchanges. First 1, 3, 5: which "
     "share of the first suggestions took place."},
    {"check-left-out",
     "{0} recorded {0:pair is|pairs are} left out by the filters, or because the two are of "
     "different kinds."},
    {"check-mentors",
     "Cases are not independent: they have {0} {0:mentor|mentors}, and {1} is the mentor in {2} "
     "of {3}."},
    {"check-others",
     "Ranked only by how many rows are recorded about the mentor, whoever learns, it is {0} of "
     "10[[; by value without the practices in which one names the other, which may have been "
     "recorded because of the exchange, {1}]][[; by value for learners who have recorded what "
     "they ask for, {2}]]."},
    {"check-silent",
     "In {0} of {2} cases the mentor has recorded nothing to learn from; in {1} of {2} the "
     "learner has recorded nothing to help with, and every value is 0."},
    {"column-across_regions", "across regions"},
    {"column-agenda", "agenda"},
    {"column-agreements", "agreements of both"},
    {"column-asks", "asks for"},
    {"column-auc", "comparisons won"},
    {"column-because", "because"},
    {"column-candidates", "candidates"},
    {"column-carriers", "actors with a record on it"},
    {"column-cases", "cases"},
    {"column-comparisons", "comparisons"},
    {"column-counted", "counted"},
    {"column-demand", "demand"},
    {"column-equal", "ties"},
    {"column-exchange", "exchange"},
    {"column-factor", "row"},
    {"column-firm", "in every best plan"},
    {"column-forums", "forums of both"},
    {"column-higher", "higher"},
    {"column-id", "id"},
    {"column-learner", "learner"},
    {"column-learner_id", "id of the learner"},
    {"column-learner_row", "id of the learner's record"},
    {"column-learner_says", "what the learner's record says"},
    {"column-mentor", "mentor"},
    {"column-mentor_id", "id of the mentor"},
    {"column-mentor_row", "id of the mentor's record"},
    {"column-mentor_says", "what the mentor's record says"},
    {"column-objective", "objective"},
    {"column-objective_id", "id of the objective"},
    {"column-objective_ids", "ids of the objectives"},
    {"column-objectives", "objectives"},
    {"column-of", "of"},
    {"column-peers_asking", "peers asking"},
    {"column-peers_sharing", "peers sharing"},
    {"column-place", "place"},
    {"column-points", "points"},
    {"column-precision_1", "first 1"},
    {"column-precision_3", "first 3"},
    {"column-precision_5", "first 5"},
    {"column-rank", "rank"},
    {"column-ranked_by", "ranked by"},
    {"column-rarity", "rarity"},
    {"column-reason", "why"},
    {"column-role", "as"},
    {"column-row", "kind of row"},
    {"column-same", "others of the same value"},
    {"column-shares", "can share"},
    {"column-supply", "supply"},
    {"column-ties", "ties"},
    {"column-value", "value"},
    {"column-who", "who"},
    {"counted-percent", "{0}% of {1}"},
    {"counted-product", "{0} x {1} x {2}"},
    {"counts-help",
     "{0} of {1} whom {2} could help; {5} of {3} {4} considered have recorded a need, a plan, a "
     "priority or an announced pledge[[; as of {6}]]."},
    {"counts-learn",
     "{0} of {1} from whom {2} could learn; {5} of {3} {4} considered have recorded a practice, "
     "support given or a pledge[[; as of {6}]]."},
    {"counts-none-help",
     "{5} of {3} {4} considered have recorded a need, a plan, a priority or an announced "
     "pledge[[; as of {6}]]."},
    {"counts-none-learn",
     "{5} of {3} {4} considered have recorded a practice, support given or a pledge[[; as of "
     "{6}]]."},
    {"demand-announced-pledge", "announced pledge"},
    {"demand-need", "need"},
    {"demand-plan", "plan"},
    {"demand-pledged-need", "pledge that asks for support"},
    {"demand-priority", "priority"},
    {"drawing-subtitle",
     "{0} {0:pair|pairs}, at most {1} for each; {2} {2:mentor|mentors} and {3} "
     "{3:learner|learners} recorded here were considered"},
    {"drawing-title", "Who could help whom: from mentors to learners"},
    {"drawing-width", "value, whole points"},
    {"empty-check",
     "No exchange between two actors is recorded here that these filters admit, so there is "
     "nothing to check."},
    {"empty-factors", "There is no suggestion, so there are no rows."},
    {"empty-group",
     "{0} {0:mentor|mentors} and {1} {1:learner|learners} are admitted by the filters. If no "
     "Champion country is recorded, add --mentors all --learners all."},
    {"empty-minimum", "No value reaches {0}; the highest recorded here is {1}."},
    {"empty-no-demand",
     "No need, plan, priority or announced pledge of {0}{1} is recorded here, so it is not known "
     "what it would like to learn."},
    {"empty-no-learner",
     "None of {1} {2} considered has recorded a need, plan, priority or announced pledge{3} that "
     "concerns an objective on which {0} has something to share."},
    {"empty-no-mentor",
     "None of {1} {2} considered has recorded a practice, support given or a pledge{3} that "
     "concerns an objective for which {0} asks."},
    {"empty-no-supply",
     "No practice, support given or pledge of {0}{1} that others could learn from is recorded "
     "here."},
    {"empty-plan",
     "No mentor has recorded anything on an objective for which a learner asks: {0} "
     "{0:mentor|mentors}, {1} {1:learner|learners}."},
    {"empty-plan-minimum", "No pair of a mentor and a learner reaches the value {0}."},
    {"exchanges-learned", "Recorded exchanges: {0} learned from {1}."},
    {"exchanges-shared", "Recorded exchanges: {0} shared with {1}."},
    {"explain-across", "They lie in different regions ({0}; {1}): + {2}."},
    {"explain-forum", "Both take part in {0}: + {1}."},
    {"explain-gap", " (of which 1 since no pledge on it is recorded in its region)"},
    {"explain-inferred",
     "At least one objective, or one word such as offer or status, is inferred by who compiled "
     "the data, not stated by a source."},
    {"explain-needs-id", "--explain goes with one actor: coopnet peers DATASET ID --explain PEER"},
    {"explain-no-demand",
     "No need, plan, priority or announced pledge of {1}{2} is recorded here, so it is not known "
     "what it would like to learn from {0}."},
    {"explain-no-supply",
     "No practice, support given or pledge of {0}{2} is recorded here that {1} could learn from."},
    {"explain-no-tie", "They share no forum, agreement or exchange recorded here."},
    {"explain-nothing-common",
     "{0} has recorded nothing{2} that concerns an objective for which {1} asks."},
    {"explain-objective",
     "Objective {0}: {1} {2}. {3} {4}. Supply {5} x demand {6}{9} x rarity {7} = {8}; {10} of "
     "{11} actors have a record on it."},
    {"explain-regions-unknown", "The region of at least one of them is not recorded here."},
    {"explain-sources", "Sources: {0}"},
    {"explain-tie", "An agreement or exchange of both is recorded, {0}: + {1}."},
    {"explain-two-different", "--explain takes another actor than the one asked about"},
    {"explain-value", "{0} could learn from {1}, with the value {2}."},
    {"factor-across", "across regions"},
    {"factor-forum", "common forum"},
    {"factor-sum", "value"},
    {"factor-tie", "agreement, exchange"},
    {"formula",
     "Value: for each objective supply x demand x rarity, added up; of this sum {0} percent more "
     "for a common forum, {1} for an agreement or exchange of both, {2} across regions. Supply: "
     "completed pledge, support given or offer 3; pledge in progress or practice 2; other pledge "
     "1. Demand: need 3; plan or priority 2; announced pledge 1; one more if no pledge on it is "
     "recorded in the learner's regions. Rarity: the fewer of {3} actors have a record on it, "
     "the higher."},
    {"mode", "peers takes one of three: an actor, --all, or --evaluate"},
    {"next", "In words: coopnet peers {0} {1} --explain {2}"},
    {"no-objective",
     "{1} {1:row is|rows are} recorded for {0}, but none names an objective that counts here."},
    {"note-also",
     "Each of them is in some plan of the same total. Which plan is shown above follows from the "
     "order of ids alone."},
    {"note-exchanges",
     "Place: 1 is the highest value, and \"others of the same value\" share it; of so many who "
     "could be suggested to this learner. With the value 0 there is no suggestion and no place."},
    {"note-unmatched", "{0} {0:mentor|mentors} of {1} and {2} {2:learner|learners} of {3}."},
    {"nothing-recorded",
     "Nothing is recorded for {0}: no pledge, no practice, need or plan, no priority. That says "
     "nothing about what it does."},
    {"objectives-only", "Only these objectives count: {0}."},
    {"only-for", "{0} goes with {1}"},
    {"opt-across", "only pairs across regions: both known and different"},
    {"opt-all", "plan who helps whom for all mentors and learners at once"},
    {"opt-bonus",
     "percent of the sum over objectives that a tie adds; forum=25,tie=25,across=25 if not given"},
    {"opt-capacity",
     "with --all: whom one mentor helps, and from whom one learner learns, at most; 2 if not "
     "given"},
    {"opt-evaluate", "compare the suggestions with exchanges that are recorded"},
    {"opt-explain", "say in sentences what ID and this actor could learn from each other"},
    {"opt-id", "the actor asked about: its id, name, two-letter code or an alias"},
    {"opt-learners", "with --all: who learns; champions if not given"},
    {"opt-mentors", "with --all: who helps; champions if not given"},
    {"opt-min", "only pairs with at least this value, for instance 20"},
    {"opt-top", "how many suggestions of each kind; 5 if not given, 0 for all"},
    {"optima", "{0} plans have this total; \"no\" marks pairs that are in some of them only."},
    {"optima-more",
     "More than {0} plans have this total; \"no\" marks pairs that are in some of them only."},
    {"optimum-only", "No other plan has this total."},
    {"plan-capacity", "At most {0} {0:pair|pairs} for each mentor and for each learner."},
    {"plan-counts",
     "{0} {0:pair|pairs} of {1} that are possible; {2} {2:mentor|mentors} and {3} "
     "{3:learner|learners} take part[[; as of {4}]]."},
    {"reason-elsewhere",
     "{0} {0:fits|fit}, and {0:it adds|each of them adds} at least as much to the total with "
     "others"},
    {"reason-minimum", "no pair with it reaches the value {0}"},
    {"reason-no-demand", "has recorded no need, plan, priority or announced pledge{0}"},
    {"reason-no-learner",
     "no learner admitted asks about an objective on which it has recorded something"},
    {"reason-no-mentor",
     "no mentor admitted has recorded anything on an objective for which it asks"},
    {"reason-no-supply", "has recorded no practice, support given or pledge{0}"},
    {"record", "{0}[[ ({1})]]"},
    {"record-demand",
     "To be told from whom to learn: record a need or a plan of {0} (practices.csv, kind need or "
     "plan), a priority (priorities.csv), or an announced pledge."},
    {"record-gap", "{0}, no pledge on it in its region"},
    {"record-region",
     "The region of {0} is not recorded: no gap in it and no row across regions can count."},
    {"record-supply",
     "To be found by others: record a practice or support given of {0} (practices.csv, kind "
     "practice or support_given), or a pledge with its status."},
    {"regions-of-two", "{0}; {1}"},
    {"row-counts",
     "Recorded for {0}: {1} {1:pledge|pledges}, {2} {2:practice|practices}, {3} {3:case|cases} "
     "of support given, {4} {4:plan|plans}, {5} {5:need|needs}, {6} {6:priority|priorities}."},
    {"scope-objectives", "on these objectives"},
    {"scope-stated", "with an objective that a source states"},
    {"stated-only",
     "Inferred objectives and inferred words are left out (--stated-only); what is recorded with "
     "such words alone does not count."},
    {"sum-of-rows", "sum of these rows"},
    {"supply-completed-pledge", "completed pledge"},
    {"supply-offer", "offer"},
    {"supply-pledge", "pledge"},
    {"supply-pledge-in-progress", "pledge in progress"},
    {"supply-practice", "practice"},
    {"supply-support-given", "support given"},
    {"tied",
     "{0} more {0:has|have} the same value as the last one shown; which of them is shown follows "
     "from the order of ids alone."},
    {"ties-agreements", "{0} {0:agreement|agreements}"},
    {"ties-exchanges", "{0} {0:exchange|exchanges}"},
    {"told", "{0}[[ ({1})]][[: \"{2}\"]]"},
    {"told-announced-pledge", "has announced a pledge"},
    {"told-completed-pledge", "has completed a pledge"},
    {"told-need", "reports a need"},
    {"told-offer", "offers support"},
    {"told-plan", "reports a plan"},
    {"told-pledge", "has made a pledge"},
    {"told-pledge-in-progress", "has a pledge in progress"},
    {"told-pledged-need", "asks for support in a pledge"},
    {"told-practice", "reports a practice"},
    {"told-priority", "has set a priority"},
    {"told-support-given", "reports support given"},
});

}  // namespace

Messages en_peers() { return messages; }

}  // namespace coopnet::render::catalogue
