#include "render/messages_catalogue.hpp"

/// Words that many outputs share.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"and", "{0} and {1}"},
    {"columns-hidden", "{0} more {0:column|columns} in CSV and JSON."},
    {"did-you-mean", "; did you mean \"{0}\"?"},
    {"error", "error"},
    {"finding-counts", "{0} {0:error|errors}, {1} {1:warning|warnings}"},
    {"inferred", "inferred"},
    {"inferred-note", "~ inferred by who compiled the data, not stated in the source."},
    {"more-of-this-kind", "... and {0} more of this kind"},
    {"no", "no"},
    {"none", "none"},
    {"unknown", "unknown"},
    {"warning", "warning"},
    {"yes", "yes"},
});

}  // namespace

Messages en_common() { return messages; }

}  // namespace coopnet::render::catalogue
