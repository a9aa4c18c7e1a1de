#include "render/messages_catalogue.hpp"

/// Datasets written in another form.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"opt-output", "folder to write, or a file that ends in .json; - is JSON on standard output"},
    {"output-missing", "-o is missing: name a folder, or a file that ends in .json"},
    {"written", "wrote {0}, content hash {1}"},
});

}  // namespace

Messages en_convert() { return messages; }

}  // namespace coopnet::render::catalogue
