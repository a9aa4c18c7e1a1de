#include "render/messages_catalogue.hpp"

/// Choices of few that cover most, workshops, key players.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"actor-tags", "{0}: {1}"},
    {"and-practices-only", "{0} is for --of themes and --of objectives"},
    {"bound",
     "Not proved to be the best: the search ended early. No choice of {0} covers more than "
     "{1}; this one covers {2} % of that or more."},
    {"bound-all",
     "Not proved to be the fewest: the search ended early. At least {1} are needed; {0} are "
     "shown."},
    {"caption-all-conveners",
     "The fewest actors who between them can convene all that any of them can"},
    {"caption-all-forums", "The fewest forums that cover all that any forum covers"},
    {"caption-all-objectives", "The fewest objectives that include every actor with a record"},
    {"caption-all-pledges", "The fewest pledges that cover all that any pledge covers"},
    {"caption-all-sets", "The fewest sets that cover everything"},
    {"caption-all-themes", "The fewest themes that cover all that any theme covers"},
    {"caption-conveners", "The {0} {0:actor|actors} who could convene most"},
    {"caption-forums", "The {0} {0:forum|forums} that together cover most"},
    {"caption-groups", "Without them: who is still linked with whom"},
    {"caption-groups-now", "Who is linked with whom now"},
    {"caption-objectives", "The {0} {0:objective|objectives} that together include most actors"},
    {"caption-others", "Other choices that are as good"},
    {"caption-outside", "In no such forum: {0}"},
    {"caption-pledges", "The {0} {0:pledge|pledges} that together cover most"},
    {"caption-reach", "The {0} {0:actor|actors} who together share a forum with most others"},
    {"caption-sets", "The {0} {0:set|sets} that together cover most"},
    {"caption-split", "The {0} {0:actor|actors} who {0:links|link} most pairs of others"},
    {"caption-split-none", "Who links others through shared forums"},
    {"caption-themes", "The {0} {0:theme|themes} that together cover most"},
    {"caption-uncovered-conveners", "What stays uncovered"},
    {"caption-uncovered-forums", "What stays uncovered"},
    {"caption-uncovered-objectives", "Who is not included"},
    {"caption-uncovered-pledges", "What stays uncovered"},
    {"caption-uncovered-sets", "What stays uncovered"},
    {"caption-uncovered-themes", "What stays uncovered"},
    {"caption-unreached", "Who shares a forum with none of them"},
    {"caption-without-conveners",
     "Nothing through which they could be convened is recorded here: {0}"},
    {"caption-without-forums", "In no forum with an objective recorded here: {0}"},
    {"caption-without-objectives", "No record on an objective here: {0}"},
    {"caption-without-pledges", "No pledge with an objective recorded here: {0}"},
    {"caption-without-themes", "No record with a theme and an objective here: {0}"},
    {"caption-workshop",
     "The smallest group with somebody who asks and somebody who gives, for each subject"},
    {"caption-workshop-tags", "Who is recorded as asking or giving"},
    {"column-actors", "actors"},
    {"column-adds", "adds"},
    {"column-askers", "asking"},
    {"column-asking", "how many ask"},
    {"column-asks", "asks for"},
    {"column-by-conveners", "who could convene them"},
    {"column-by-forums", "forums that cover it"},
    {"column-by-objectives", "objectives of theirs"},
    {"column-by-pledges", "pledges that cover it"},
    {"column-by-themes", "themes that cover it"},
    {"column-choice_ids", "ids of the choice"},
    {"column-chosen", "chosen"},
    {"column-covered", "covered"},
    {"column-covered_by", "sets that hold it"},
    {"column-element", "element"},
    {"column-firm", "in every best choice"},
    {"column-givers", "giving"},
    {"column-gives", "can give"},
    {"column-giving", "how many give"},
    {"column-group", "group"},
    {"column-how_many", "how many"},
    {"column-id", "id"},
    {"column-leave", "instead of"},
    {"column-new-conveners", "adds: who, on which objectives"},
    {"column-new-forums", "adds: who, on which objectives"},
    {"column-new-objectives", "adds"},
    {"column-new-pledges", "adds: who, on which objectives"},
    {"column-new-sets", "elements it adds"},
    {"column-new-themes", "adds: who, on which objectives"},
    {"column-objectives", "objectives not covered"},
    {"column-open", "of its units"},
    {"column-order", "order"},
    {"column-reached", "reached"},
    {"column-region", "region"},
    {"column-region_id", "id of the region"},
    {"column-region_ids", "ids of regions"},
    {"column-tag", "subject"},
    {"column-tag_id", "id of the subject"},
    {"column-take", "take"},
    {"column-units", "units it adds"},
    {"column-who", "who"},
    {"column-who_ids", "ids"},
    {"counted", "{0}[[ in {1}]][[, {3:objective|objectives} {2}]]"},
    {"counts-conveners",
     "{0} of {1} units are covered by {2} of {3} actors who could convene somebody[[; as of "
     "{5}]]."},
    {"counts-forums",
     "{0} of {1} units are covered by {2} of {3} forums that cover any; {4} forums are "
     "recorded here[[, as of {5}]]."},
    {"counts-objectives",
     "{0} of {1} units are covered by {2} of {3} objectives that cover any[[; as of {5}]]."},
    {"counts-pledges",
     "{0} of {1} units are covered by {2} of {3} pledges that cover any; {4} pledges are "
     "recorded here[[, as of {5}]]."},
    {"counts-table", "{0} of {1} elements are covered by {2} of {3} sets of the table."},
    {"counts-themes",
     "{0} of {1} units are covered by {2} of {3} themes that cover any; {4} themes are "
     "recorded here[[, as of {5}]]."},
    {"empty-conveners",
     "Nobody can be convened: no forum, agreement or pledge with an objective is recorded "
     "here for {1}."},
    {"empty-forums",
     "None of {0} {0:forum|forums} recorded here covers anything: no membership and objective "
     "is recorded for {1}."},
    {"empty-objectives", "No record on an objective is known here for {1}."},
    {"empty-pledges",
     "None of {0} {0:pledge|pledges} recorded here covers anything: none with an objective "
     "was made by {1}."},
    {"empty-table", "The table holds no elements, or none were to be chosen."},
    {"empty-themes",
     "None of {0} {0:theme|themes} recorded here covers anything: no record with a theme and "
     "an objective is known for {1}."},
    {"enough", "{0} {0:is|are} enough; {1} were allowed."},
    {"full",
     "Each of them on each of {0} {0:objective|objectives} would be {1} units; of {2} "
     "something is recorded here."},
    {"gap-neither", "nobody counted is recorded as asking for it or giving"},
    {"gap-no-asker", "nobody counted is recorded as asking for it; {0} {0:actor|actors} can give"},
    {"gap-no-giver",
     "nobody counted is recorded as able to give; {0} {0:actor asks|actors ask} for it"},
    {"gap-only-one", "of those counted only {0} is recorded, both asking and giving"},
    {"greedy", "Taking the largest gain each time would cover {0}, with {1}."},
    {"greedy-all", "Taking the largest gain each time would need {0}: {1}."},
    {"inferred",
     "{0} of the {1} covered rest on tags that were inferred by who compiled the data, marked "
     "~; no source states them."},
    {"k-for-workshop", "--workshop finds the smallest group by itself; leave out {0}"},
    {"key-players-alone", "--key-players and {0} are different questions; give one of them"},
    {"network",
     "{0} {1} are in a forum recorded here[[ that works on {3:objective|one of the "
     "objectives} {2}]]; {4} {4:pair|pairs} of them {4:shares|share} one[[; as of {5}]]."},
    {"network-empty", "No forum recorded here has a member among {0}."},
    {"note-groups",
     "A group is linked by forums, directly or through others of the group; a group of one "
     "shares no forum with anybody left."},
    {"note-others",
     "{0} of {1}. Each row is the choice above with something exchanged; which choice is "
     "shown above follows from the order of ids alone."},
    {"note-others-more",
     "{0} of {1} or more. Each row is the choice above with something exchanged; which choice "
     "is shown above follows from the order of ids alone."},
    {"note-outside",
     "They may be in forums that are not recorded here. An actor in two regions is listed in "
     "each."},
    {"note-uncovered", "{0} of {1} units."},
    {"note-without",
     "They are in none of the numbers above: nothing that could be chosen covers them. What "
     "is not recorded here may well exist. An actor in two regions is listed in each."},
    {"note-workshop-tags",
     "Looked at: {0}. Who has not recorded a need or a practice may still have one."},
    {"opt-k", "how many to choose; the fewest that cover all if not given"},
    {"opt-key-players",
     "the actors who share a forum with most others, or who link most pairs of others; 3 "
     "unless -k says otherwise"},
    {"opt-of", "what is chosen; pledges if not given"},
    {"opt-practices",
     "also count practices, plans, needs and support given, for themes and objectives"},
    {"opt-workshop",
     "the smallest group in which somebody asks and somebody gives on each of these "
     "objectives or themes"},
    {"optima",
     "{0} other {0:choice is|choices are} as good; \"no\" marks what is not in all of them."},
    {"optima-more", "{0} or more choices are as good; \"no\" marks what is not in all of them."},
    {"optimum-only", "No other choice is as good."},
    {"pipe-is-no-table",
     "standard input is no table with the columns set and element; give a file or folder to "
     "choose from a dataset"},
    {"population-conveners", "{0} of {1} {2} can be convened through what is recorded here."},
    {"population-forums", "{0} of {1} {2} are in a forum with an objective recorded here."},
    {"population-objectives", "{0} of {1} {2} have such a record."},
    {"population-pledges", "{0} of {1} {2} have a pledge with an objective recorded here."},
    {"population-themes", "{0} of {1} {2} have such a record."},
    {"progress", "searching: {0} %"},
    {"proved",
     "No choice of {0} covers more than {1}: proved by a search of all choices that could."},
    {"proved-all",
     "Fewer than {0} cannot cover all of it: proved by a search of all choices that could."},
    {"reach-bound",
     "Not proved to be the most: the search ended early. No choice of as many reaches more "
     "than {0}."},
    {"reach-definition",
     "Reached: who shares a forum with one of them, and they themselves. The best group is "
     "not made of those who reach most alone, since these may reach the same ones."},
    {"reach-enough", "More would reach nobody further; {0} were allowed."},
    {"reach-proved", "No other {0} reach more: proved by a search of all choices that could."},
    {"reach-singles", "The {0} who reach most each alone ({1}) together reach {2}."},
    {"region-unknown", "region not recorded"},
    {"repeated", "{0} {0:row says|rows say} again what another row says."},
    {"silent-forums",
     "{0} of {1} forums cover nothing here: no membership of {2} is recorded, or no "
     "objective. --kind counts other actors."},
    {"silent-objectives",
     "{0} of {1} objectives cover nobody here: {2} have no such record on them. --kind counts "
     "other actors."},
    {"silent-pledges",
     "{0} of {1} pledges cover nothing here: {2} did not make them, or no objective is "
     "recorded. --kind counts other actors."},
    {"silent-themes",
     "{0} of {1} themes cover nothing here: {2} have no record with them and an objective. "
     "--kind counts other actors."},
    {"split-after",
     "Without those named, {0} {0:pair|pairs} of others that {0:is|are} linked now would have "
     "no link: {1} % of the pairs left ({2} {2:group|groups})."},
    {"split-before",
     "Now {0} % of all pairs have no link through shared forums ({1} {1:group|groups})."},
    {"split-bound",
     "Not proved: the best found by exchanging one for another. No choice of {0} can leave "
     "more than {1} % without a link."},
    {"split-definition",
     "This says who links others through forums that are recorded here, not who matters most: "
     "where most share a large forum, little depends on anyone."},
    {"split-fewer", "Fewer are named than asked for: nobody else would cut anything further."},
    {"split-none",
     "Nobody is named: whichever {0} are left out, all others that are linked now stay "
     "linked. Proved by a search of all choices."},
    {"split-none-found",
     "Nobody is named: no {0} were found without whom others would lose their link. Not "
     "proved for all choices of {0}."},
    {"split-proved",
     "No other choice of {0} would leave a larger share of pairs without a link: proved by a "
     "search of all choices that could."},
    {"table-has-none", "a table of sets has no {0}"},
    {"unit-conveners",
     "Counted: {0}. A unit is one of them with an objective, counted once: somebody chosen "
     "shares with it a forum, an agreement or a pledge on that objective, or is it."},
    {"unit-forums",
     "Counted: {0}. A unit is one of them with an objective, counted once: it is in a chosen "
     "forum, in any role, and the forum works on that objective."},
    {"unit-objectives",
     "Counted: {0}. A unit is one of them with a pledge or a priority on a chosen objective, "
     "counted once."},
    {"unit-objectives-practices",
     "Counted: {0}. A unit is one of them with a pledge, a priority or a practice (also a "
     "plan, a need, support given) on a chosen objective, counted once."},
    {"unit-pledges",
     "Counted: {0}. A unit is one of them with an objective, counted once: it made a chosen "
     "pledge on that objective."},
    {"unit-themes",
     "Counted: {0}. A unit is one of them with an objective, counted once: it made a pledge "
     "on that objective that carries a chosen theme."},
    {"unit-themes-practices",
     "Counted: {0}. A unit is one of them with an objective, counted once: it made a pledge "
     "or has recorded a practice (also a plan, a need, support given) on that objective that "
     "carries a chosen theme."},
    {"workshop-counts",
     "For {0} of {1} {1:subject|subjects} the group has somebody who asks and another who can "
     "give; it has {2} of the {3} {3:actor|actors} with a record on them. Counted: {4}[[; as "
     "of {5}]]."},
    {"workshop-definition",
     "Asks: a recorded need, plan, priority or announced pledge. Gives: a recorded practice, "
     "support given, or a pledge, unless it asks for support or was discontinued."},
    {"workshop-empty",
     "For none of the subjects are an actor who asks and another who gives recorded here."},
    {"workshop-found", "Not proved to be the smallest: the search ended early."},
    {"workshop-gap", "{0}: {1}."},
    {"workshop-groups",
     "{0} groups of this size are possible; which one is shown follows from the order of ids "
     "alone."},
    {"workshop-inferred",
     "~ inferred by who compiled the data: the subject, or the words that make it a need or a "
     "practice."},
    {"workshop-more",
     "More than {0} groups of this size are possible; which one is shown follows from the "
     "order of ids alone."},
    {"workshop-only", "No other group of this size does."},
    {"workshop-proved", "No smaller group does: proved by a search of all groups that could."},
});

}  // namespace

Messages en_select() { return messages; }

}  // namespace coopnet::render::catalogue
