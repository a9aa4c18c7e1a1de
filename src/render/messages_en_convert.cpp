#include "render/messages_catalogue.hpp"

/// Datasets written in another form, or as networks.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"dataset-whole",
     "a dataset is converted whole: --network, --region, --objective, --kind, --stated-only and "
     "--without go with a network (-o FILE.graphml, .gexf, .net, .dot, or --format)"},
    {"merged", "merged {0} {0:pledge|pledges} and {1} {1:actor|actors} into others"},
    {"network-not-all",
     "It is a network, not the whole dataset: it says who is tied and how strongly, not by what."},
    {"network-written", "wrote {0}: {1} {1:node|nodes} and {2} {2:edge|edges}, {3}"},
    {"objective-needs-network",
     "--objective goes with --network forums:member, pledges:tag or two-mode"},
    {"opt-format",
     "a network for other programs: one file (graphml, gexf, pajek, dot), or a folder with "
     "nodes.csv and edges.csv (gephi, neo4j, graphframes); without it the ending of PATH decides"},
    {"opt-merge",
     "make rows one as this file says: that of check --duplicates, with yes in its column merge"},
    {"opt-network",
     "which network: actors:forum, actors:agreement, actors:pledge, actors:exchange, "
     "forums:member, pledges:tag, two-mode; without it everything recorded, kinds of nodes and "
     "edges told apart"},
    {"opt-output",
     "a dataset: folder to write, or a file that ends in .json; a network: a file that ends in "
     ".graphml, .gexf, .net or .dot; - is standard output"},
    {"output-missing",
     "-o is missing: name a folder, or a file that ends in .json, .graphml, .gexf, .net or .dot"},
    {"tables-need-folder", "these are two tables: name a folder with -o"},
    {"typed-graph", "everything recorded with its ties"},
    {"typed-not-all",
     "It is a network, not the whole dataset: claims, priorities and the synonyms of themes are "
     "not in it."},
    {"written", "wrote {0}, content hash {1}"},
});

}  // namespace

Messages en_convert() { return messages; }

}  // namespace coopnet::render::catalogue
