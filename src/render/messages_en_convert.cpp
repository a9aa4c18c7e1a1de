#include "render/messages_catalogue.hpp"

/// Datasets written in another form.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"merged", "merged {0} {0:pledge|pledges} and {1} {1:actor|actors} into others"},
    {"opt-merge",
     "make rows one as this file says: that of check --duplicates, with yes in its column merge"},
    {"opt-output", "folder to write, or a file that ends in .json; - is JSON on standard output"},
    {"output-missing", "-o is missing: name a folder, or a file that ends in .json"},
    {"written", "wrote {0}, content hash {1}"},
});

}  // namespace

Messages en_convert() { return messages; }

}  // namespace coopnet::render::catalogue
