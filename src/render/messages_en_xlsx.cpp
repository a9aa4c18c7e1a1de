#include "render/messages_catalogue.hpp"

/// Words of results written as a workbook.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"about", "About"},
    {"as-of", "As of"},
    {"caveat", "Caveat"},
    {"content-hash", "Content hash"},
    {"dataset", "Dataset"},
    {"method", "Method"},
    {"names", "{0}: name"},
    {"note", "Note"},
    {"option", "Option {0}"},
    {"sample-of", "Sample of"},
    {"seed", "Seed"},
    {"texts-cut",
     "{0} {0:text was|texts were} longer than the 32767 characters of a cell and {0:is|are} cut; "
     "CSV and JSON hold {0:it|them} whole."},
    {"too-many-rows",
     "the result has {0} rows, a sheet holds {1}; choose csv or json, or ask for fewer rows"},
    {"verb", "Made by"},
    {"version", "Version of coopnet"},
    {"whole", "{0}: of"},
});

}  // namespace

Messages en_xlsx() { return messages; }

}  // namespace coopnet::render::catalogue
