#include "render/messages_catalogue.hpp"

/// One partner each, and needs with offers.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption-also", "Pairs of other choices that are as good"},
    {"caption-pairs", "One partner each: {0} that have most in common, all pairs together"},
    {"caption-unmatched", "Without a partner"},
    {"certificate",
     "Total {0} from {1} {1:pair|pairs}. No other choice of partners gives more: proved by a bound "
     "that was checked apart from the search."},
    {"certificate-most",
     "{1} {1:pair|pairs}, total {0}. No other choice has more pairs, or as many and a higher "
     "total: "
     "proved by a bound that was checked apart from the search."},
    {"column-across_regions", "across regions"},
    {"column-agreements", "agreements of both"},
    {"column-candidates", "candidates"},
    {"column-complementary", "who could help whom"},
    {"column-firm", "in every best choice"},
    {"column-first", "first"},
    {"column-first_id", "id of the first"},
    {"column-first_regions", "regions of the first"},
    {"column-forums", "forums of both"},
    {"column-id", "id"},
    {"column-joint_pledges", "made together"},
    {"column-nearest", "nearest candidates"},
    {"column-reason", "why"},
    {"column-score", "score"},
    {"column-second", "second"},
    {"column-second_id", "id of the second"},
    {"column-second_regions", "regions of the second"},
    {"column-shared", "shared"},
    {"column-shared_ids", "ids of shared tags"},
    {"column-who", "who"},
    {"counts",
     "{0} of {1} {2} recorded here have a partner; {3} {3:pair|pairs} {3:was|were} possible[[, as "
     "of {4}]]."},
    {"counts-across",
     "{0} of {1} {2} recorded here have a partner in another region; {3} {3:pair|pairs} across "
     "regions {3:was|were} possible[[, as of {4}]]."},
    {"drawing-subtitle", "{0} of {1} {2} recorded here have a partner"},
    {"drawing-title", "One partner each: {0}"},
    {"empty", "Under these filters no two of {0} recorded here share anything that counts."},
    {"left-out",
     "{0} {0:pair|pairs} of actors that have made a pledge together already {0:is|are} left out; "
     "--made-together counts {0:it|them}."},
    {"nearest", "{0}: {1}"},
    {"nearest-with", "{0} (with {1}): {2}"},
    {"note-also",
     "Each of them is in some choice of partners with the same total. Which choice is shown above "
     "follows from the order of ids alone."},
    {"note-unmatched",
     "{0} of {1}. \"With\" names the partner of the candidate; the number is the score of the "
     "pair that did not come about."},
    {"opt-made-together", "also pairs of actors that have made a pledge together"},
    {"opt-most-pairs", "as many pairs as possible first, then the highest total"},
    {"opt-weight", "what a pair adds to the total"},
    {"optima",
     "{0} choices of partners have this total; \"no\" marks pairs that are in some of them only."},
    {"optima-more",
     "More than {0} choices of partners have this total; \"no\" marks pairs that are in some of "
     "them only."},
    {"optimum-only", "No other choice of partners has this total."},
    {"reason-elsewhere",
     "its {0} {0:candidate adds|candidates add} as much or more with other partners"},
    {"reason-no-candidate", "shares nothing with anybody whom the filters admit"},
    {"reason-no-region", "its region is not recorded here"},
    {"reason-no-tags", "carries no tag that counts"},
});

}  // namespace

Messages en_match() { return messages; }

}  // namespace coopnet::render::catalogue
