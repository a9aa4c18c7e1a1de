#include "render/messages_catalogue.hpp"

/// Empty forms.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"opt-actor", "who fills it in: an id or a name; name, category and regions are given then"},
    {"opt-form", "pledge or practice"},
    {"opt-lang", "language of the form"},
});

}  // namespace

Messages en_templates() { return messages; }

}  // namespace coopnet::render::catalogue
