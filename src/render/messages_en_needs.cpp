#include "render/messages_catalogue.hpp"

/// Needs and offers.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption-also", "Pairs of other choices that are as good"},
    {"caption-floors", "What it costs that every need receives something"},
    {"caption-open", "Needs that stay open, in part or in full"},
    {"caption-served", "Which offer serves which need, all together fitting best"},
    {"caption-unsupported",
     "Policy pledges that no pledge of money, people, capacity or technical help recorded here "
     "answers"},
    {"caption-unused", "Offers with something left"},
    {"certificate",
     "Total fit {0}. No other choice fits better: proved by prices that were checked apart from "
     "the search."},
    {"certificate-floor",
     "Total fit {0}, with at least {1} for every need; without that it would be {2} higher. No "
     "other choice with this floor fits better: proved by prices that were checked apart from the "
     "search."},
    {"certificate-leximin",
     "Total fit {0}, shared as evenly as can be: the need that receives least receives as much as "
     "possible, then the next. Without that the total would be {1} higher. No other choice as even "
     "fits better: proved by prices that were checked apart from the search."},
    {"column-amount", "how often"},
    {"column-cost", "costs"},
    {"column-firm", "in every best choice"},
    {"column-fit", "fit"},
    {"column-floor", "every need receives at least"},
    {"column-given", "given"},
    {"column-nearest", "nearest"},
    {"column-need", "need"},
    {"column-need_id", "id of the need"},
    {"column-offer", "offer"},
    {"column-offer_id", "id of the offer"},
    {"column-pledge", "policy pledge"},
    {"column-pledge_id", "id"},
    {"column-reason", "why"},
    {"column-received", "received"},
    {"column-shared", "shared"},
    {"column-total", "total fit"},
    {"counts",
     "{0} of {1} needs are served; {2} {2:offer|offers} and {1} {1:need|needs} are recorded here, "
     "and {3} {3:pair shares|pairs share} something[[, as of {4}]]. An offer is a pledge recorded "
     "as an offer; a need is a pledge recorded as a need, or a need that an actor reported."},
    {"counts-table",
     "{0} of {1} needs are served; the table has {2} {2:offer|offers}, {1} {1:need|needs} and {3} "
     "{3:pair|pairs}."},
    {"drawing-firm", "in every best choice"},
    {"drawing-need", "need"},
    {"drawing-offer", "offer"},
    {"drawing-optional", "in some best choice"},
    {"drawing-subtitle", "{0} of {1} needs are served, by {2} {2:offer|offers} in all"},
    {"drawing-title", "Which offer serves which need"},
    {"drawing-width", "fit, in hundredths"},
    {"empty", "No offer fits any need."},
    {"fair-and-floor", "--fair and --floor exclude each other: both say what every need receives"},
    {"infeasible",
     "It cannot be that every need receives at least {0}: {1} would take {2}, and the offers that "
     "fit have {3}."},
    {"is-needs-table", "\"{0}\" is a table of needs and offers; add --needs to match them"},
    {"nearest", "{0}: {1}"},
    {"no-needs-option", "{0} goes with --needs only"},
    {"note-also",
     "Each of them is in some choice with the same total. Which choice is shown above follows from "
     "the order of ids alone."},
    {"note-floor-end", "That every need receives {0} cannot be met."},
    {"note-open", "{0} of {1}. \"Received\" is what it receives of what it could take."},
    {"note-unfit", "{0} of {1} {1:pair has|pairs have} a fit of 0 or less and cannot be chosen."},
    {"note-unsupported",
     "{0} policy {0:pledge|pledges}; {1} {1:pledge|pledges} of money, people, capacity or "
     "technical help were compared. The number is the score of the two; \"none\" means that they "
     "share nothing that counts. A pledge answered outside this dataset may be listed."},
    {"note-unused", "{0} of {1}. \"Given\" is what it gives of what it could."},
    {"note-without-tags",
     "{0} {0:offer|offers} and {1} {1:need|needs} carry no tag that counts and can be in no pair."},
    {"opt-capacity", "how many needs an offer can serve; 1 if not given"},
    {"opt-fair", "share as evenly as can be, at any cost"},
    {"opt-fit", "column of the table that says how well the two fit"},
    {"opt-floor", "every need receives at least this"},
    {"opt-needs", "needs with offers, instead of pairs of actors or pledges"},
    {"opt-per-pair", "how often one offer may serve one need; 1 if not given"},
    {"opt-stable", "no offer and need would rather have each other; best for this side"},
    {"optima", "{0} choices have this total; \"no\" marks what is in some of them only."},
    {"optima-more",
     "More than {0} choices have this total; \"no\" marks what is in some of them "
     "only."},
    {"optimum-only", "No other choice has this total."},
    {"pipe-is-no-table",
     "with --needs, standard input must be a table with the columns offer, need and fit; name a "
     "dataset by its path"},
    {"reason-all-that-fits", "every offer that fits gives it what it may"},
    {"reason-elsewhere", "every offer that fits it gives at least as much elsewhere"},
    {"reason-no-capacity", "it takes nothing: its capacity is 0"},
    {"reason-no-offer", "no offer fits it"},
    {"reason-offers-have-none", "the offers that fit have the capacity 0"},
    {"reason-preferred", "every offer that fits it prefers the needs that it serves"},
    {"reason-shared-out", "what the offers that fit it have is shared out"},
    {"stable",
     "Total fit {0}; the best total is {1}. No offer and need that are not together would both "
     "rather have each other: checked for every pair."},
    {"stable-per-pair", "--stable serves a need at most once by one offer; leave out {0}"},
    {"stable-ties", "Some fits are equal; among these the one whose id comes first was preferred."},
    {"unsupported-none", "There is none."},
});

}  // namespace

Messages en_needs() { return messages; }

}  // namespace coopnet::render::catalogue
