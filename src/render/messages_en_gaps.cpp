#include "render/messages_catalogue.hpp"

/// The verb gaps, and words its tables share.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"all-regions", "all regions"},
    {"next",
     "Next: coopnet gaps {0} --kind coverage · --kind ties · --kind forums · --kind champions · "
     "--kind access"},
    {"opt-by", "compare regions, actors, or the members of forums (coverage)"},
    {"opt-facet", "tags to cover: a facet of the dataset (default: its first, the objectives)"},
    {"opt-further", "choose N further Champions (champions)"},
    {"opt-groups", "cover the groups of the tags instead, such as round tables (coverage)"},
    {"opt-kind",
     "kind of gap: coverage, ties, forums, champions, access; default: the main table of each"},
    {"opt-scheme", "which scheme of regions (default: the first of the dataset)"},
    {"opt-top", "rows of long tables; 0: all"},
    {"progress", "comparing pairs: {0} %"},
    {"stated-only", "Only what a source states was counted."},
});

}  // namespace

Messages en_gaps() { return messages; }

}  // namespace coopnet::render::catalogue
