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
    {"kind-academia", "academic bodies"},
    {"kind-any", "actors of any kind"},
    {"kind-civil-society", "civil society bodies"},
    {"kind-faith", "faith-based bodies"},
    {"kind-foundation", "foundations"},
    {"kind-igo", "intergovernmental organisations"},
    {"kind-local-authority", "local authorities"},
    {"kind-network", "networks"},
    {"kind-nhri", "national human rights institutions"},
    {"kind-other", "other actors"},
    {"kind-parliament", "parliaments"},
    {"kind-private-sector", "private-sector bodies"},
    {"kind-state", "states"},
    {"kind-trade-union", "trade unions"},
    {"kind-un-entity", "UN entities"},
    {"kind-unknown", "actors of unknown kind"},
    {"kind-youth", "youth bodies"},
    {"more-of-this-kind", "... and {0} more of this kind"},
    {"no", "no"},
    {"none", "none"},
    {"not-applicable", "n/a"},
    {"unknown", "unknown"},
    {"warning", "warning"},
    {"withheld-empty", "{0} {0:count|counts} from 1 to {1} {0:is|are} not given."},
    {"withheld-people", "<{0}: from 1 to {1}, not given more exactly."},
    {"yes", "yes"},
});

}  // namespace

Messages en_common() { return messages; }

}  // namespace coopnet::render::catalogue
