#include "render/messages_catalogue.hpp"

/// Diagrams. The texts under "picture-" are handed to the drawing with their placeholders in place
/// (message_template), because only the drawing knows the numbers.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"as-of", "As of {0}"},
    {"everywhere", "All regions"},
    {"forums-subtitle",
     "{0}. Shown: {1} of {2} actors and forums that have such a tie, the best connected; {3} of "
     "{4} ties"},
    {"forums-title", "Who takes part in which forum"},
    {"kind-agreement", "agreement of several parties"},
    {"kind-civil-society", "civil society, youth, academia, faith, trade union"},
    {"kind-forum", "forum or workstream"},
    {"kind-igo-network", "intergovernmental body, network or other actor"},
    {"kind-local-authority", "local authority"},
    {"kind-state", "state"},
    {"kind-un-entity", "UN entity"},
    {"network-subtitle",
     "{0}. Shown: {1} of {2} actors, forums and agreements that have such a tie, the best "
     "connected; {3} of {4} ties"},
    {"network-title", "Cooperation network: agreements, joint pledges, exchanges, chairs"},
    {"network-width", "how many recorded"},
    {"objective-for-synergy",
     "--objective narrows the view synergy; the other views show ties, which have no objective"},
    {"one-region", "one region at a time: a picture is drawn of one region or of all"},
    {"opt-most-nodes", "at most so many nodes, the best connected; how many there are is said"},
    {"opt-view",
     "network: agreements, joint pledges, exchanges and chairs; forums: who takes part where; "
     "synergy: pledges that coincide"},
    {"picture-colour", "Colour"},
    {"picture-counts", "Nodes: {0}. Links: {1}."},
    {"picture-empty", "Nothing to show"},
    {"picture-key", "Key"},
    {"picture-line", "Line"},
    {"picture-more", "and {0} more"},
    {"picture-names-shown", "Names in the picture: {0} of {1}, the largest first."},
    {"picture-not-assigned", "none recorded"},
    {"picture-other", "other"},
    {"picture-shape", "Shape"},
    {"several-regions", "several regions"},
    {"shown-of", "{0} of {1} shown"},
    {"size-partners", "partners recorded"},
    {"source", "Source: {0}"},
    {"tie-agreement", "agreement"},
    {"tie-chairs", "chairs, leads or hosts"},
    {"tie-exchange", "shared practice with"},
    {"tie-joint-pledge", "joint pledge"},
    {"tie-member", "member"},
    {"tie-observer", "observer or partner"},
    {"tie-words", "{0}: {1}: {2} ({3})"},
    {"untitled", "a flat file of pledges"},
});

}  // namespace

Messages en_draw() { return messages; }

}  // namespace coopnet::render::catalogue
