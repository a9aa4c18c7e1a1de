#include "render/messages_catalogue.hpp"

/// The words around the findings of `check`; the findings themselves are in the domain "check".
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"caption", "What was found in the data"},
    {"column-code", "code"},
    {"column-column", "column"},
    {"column-field", "field"},
    {"column-file", "file"},
    {"column-finding", "finding"},
    {"column-line", "line"},
    {"column-nearest", "nearest"},
    {"column-remedy", "remedy"},
    {"column-severity", "severity"},
    {"column-value", "value"},
    {"content-hash", "Content hash {0}"},
    {"mend-first", "the dataset is not used for counting until the errors are mended."},
    {"nothing-found", "Nothing to report."},
    {"opt-duplicates", "rows that may be one, side by side, instead of the problems"},
    {"opt-max", "how many findings or suggestions of one kind are written out"},
    {"understood",
     "Understood: {0} {0:pledge|pledges}, {1} {1:actor|actors}, {2} {2:forum|forums}, "
     "{3} {3:agreement|agreements}, {4} {4:event|events}, {5} {5:practice|practices}."},
});

}  // namespace

Messages en_check_verb() { return messages; }

}  // namespace coopnet::render::catalogue
