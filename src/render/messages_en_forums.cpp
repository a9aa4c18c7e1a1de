#include "render/messages_catalogue.hpp"

/// Forums with the same members and subjects; subjects and their forums.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption-pairs", "Forums that bring the same members together on the same objectives: {0}"},
    {"caption-subjects", "Which forums work on each objective: {0}"},
    {"column-a", "forum"},
    {"column-a_id", "forum id"},
    {"column-agenda", "shared of the shorter agenda"},
    {"column-b", "forum"},
    {"column-b_id", "second forum id"},
    {"column-best", "most of them meet in"},
    {"column-best_members", "of them there"},
    {"column-best_works", "works on it"},
    {"column-days_apart", "days apart"},
    {"column-expected", "expected"},
    {"column-forums", "forums"},
    {"column-meeting_a", "meeting"},
    {"column-meeting_b", "second meeting"},
    {"column-members", "members of those"},
    {"column-members_a", "members"},
    {"column-members_b", "second members"},
    {"column-names", "forums by name"},
    {"column-observed", "members in common"},
    {"column-reason", "why it is listed"},
    {"column-remedy", "meetings"},
    {"column-shared", "objectives in common"},
    {"column-shared_members", "members in common, number"},
    {"column-subject", "objective"},
    {"column-subject_id", "objective id"},
    {"column-with_record", "actors with a record on it"},
    {"counts",
     "{0} of {1} pairs of forums with a member and an objective in common, among {2} "
     "{2:forum|forums}[[, as of "
     "{5}]]; {3} without a recorded member and {4} without a recorded objective are in no pair."},
    {"definition",
     "Members in common: of the smaller of the two. Expected: if each had drawn its members by lot "
     "from the {0} "
     "members of any forum. One agenda: at least half of the smaller membership and half of the "
     "shorter list of "
     "objectives, two or more. Meetings: the latest two that began within {1} days of each other."},
    {"no-pairs",
     "No two of {0} {0:forum|forums} ({1}) have both a member and an objective in common."},
    {"no-subjects", "The dataset lists no objective."},
    {"reason-one-agenda", "one agenda ({0} of {1})"},
    {"reason-overlap", "overlap ({0} of {1})"},
    {"remedy-agendas", "none near each other"},
    {"remedy-dates", "{2} {2:day|days} apart ({0}, {1})"},
    {"subjects-note",
     "{0} of {1} objectives have no forum recorded that works on them. Actors with a record: with "
     "a pledge, "
     "practice, plan or need on it, of {2} {2:actor|actors} in {3}."},
});

}  // namespace

Messages en_forums() { return messages; }

}  // namespace coopnet::render::catalogue
