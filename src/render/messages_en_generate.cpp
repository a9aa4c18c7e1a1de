#include "render/messages_catalogue.hpp"

/// Invented datasets.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"is-json",
     "\"{0}\" ends in .json, and generate writes a folder; coopnet convert makes JSON "
     "of a folder"},
    {"needs-force", "\"{0}\" exists; add --force to replace the tables in it"},
    {"no-folder", "\"{0}\" exists and is no folder"},
    {"opt-actors", "how many actors; one for five pledges and at least 20 if not given"},
    {"opt-force", "replace the tables in the folder if it exists"},
    {"opt-forums", "how many forums; one for ten actors if not given"},
    {"opt-objectives", "how many objectives there are; 23 if not given"},
    {"opt-output", "folder to write"},
    {"opt-pledges", "how many pledges; 1000 if not given"},
    {"opt-principles", "how many guiding principles there are; 10 if not given"},
    {"opt-tags-per-pledge", "how many tags a pledge has in the mean; 9 if not given"},
    {"opt-themes", "how many themes there are; 200 if not given"},
    {"opt-zipf",
     "how unevenly tags are used: 0 is all alike, 1 (if not given) as unevenly as the "
     "words of a text"},
    {"output-missing", "-o is missing: name the folder to write"},
    {"progress", "generating: {0} %"},
    {"written",
     "wrote {0}: {1} invented {1:pledge|pledges} of {2} {2:actor|actors}, {3} "
     "{3:row|rows} and {4} {4:byte|bytes} in all"},
});

}  // namespace

Messages en_generate() { return messages; }

}  // namespace coopnet::render::catalogue
