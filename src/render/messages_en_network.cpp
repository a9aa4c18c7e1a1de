#include "render/messages_catalogue.hpp"

/// Findings about files of networks (GraphML, GEXF, Pajek, DOT), by their codes: what was found and
/// why, then how to mend it.
namespace coopnet::render::catalogue {
namespace {

constexpr auto messages = ascending({
    {"network-attribute-renamed",
     "the attribute \"{value}\" is called \"{0}\" here, because the name is taken\n"
     "Rename the attribute if the new name does not suit."},
    {"network-attributes-not-written",
     "Pajek has no place for {1} {1:attribute|attributes}, and the file does not hold them: "
     "{0}\n"
     "Write GraphML or GEXF to keep them."},
    {"network-bad-line",
     "\"{value}\" does not fit here\n"
     "A line of *Vertices is a number, a label, and perhaps x and y; a line of *Arcs or "
     "*Edges two numbers and perhaps a weight; a row of *Matrix one number for each column."},
    {"network-bad-value",
     "\"{value}\" cannot be read as {0}\n"
     "Correct the value, or the type that the file declares for it."},
    {"network-bad-vertex",
     "\"{value}\" is not the number of a vertex; they go from 1 to {0}\n"
     "Correct the number, or the number of vertices in the line *Vertices."},
    {"network-characters-replaced",
     "Pajek cannot write {0} {0:character|characters}: a quotation mark became a typographic "
     "one, a backslash the sign for a set difference, a line end a blank\n"
     "Write GraphML or GEXF to keep them."},
    {"network-columns-changed",
     "the attribute \"{value}\" became the column \"{0}\"\n"
     "Rename the attribute if the new name does not suit."},
    {"network-control-dropped",
     "{0} control {0:character was|characters were} dropped, which no network format can hold\n"
     "Nothing needs to be done, unless these characters mean something."},
    {"network-description-ignored",
     "the description of the dataset in this file cannot be read; it is taken from what the "
     "nodes name\n"
     "Nothing needs to be done, unless regions or facets look wrong."},
    {"network-doctype",
     "the file has a document type (DOCTYPE), which is refused because it can define entities\n"
     "Delete the declaration; GraphML and GEXF need none."},
    {"network-dot-syntax",
     "not well-formed DOT[[, near {value}]]\n"
     "Correct the text before this place; names with other signs than letters, digits and _ "
     "stand in quotes."},
    {"network-encoding",
     "the encoding that the file names is not known here\n"
     "Save it as UTF-8, and say so in its first line."},
    {"network-groups",
     "groups of nodes (subgraphs) are not kept, only the nodes and edges in them\n"
     "Nothing needs to be done, unless the groups mean something."},
    {"network-hierarchy",
     "nodes inside other nodes are read as if they stood beside them\n"
     "Nothing needs to be done, unless the hierarchy means something."},
    {"network-hyperedge",
     "an edge of more than two ends cannot be read\n"
     "Write it as a node of its own with an edge to each end."},
    {"network-id-changed",
     "the id \"{value}\" became \"{0}\": an id of a table does not begin with \"~\" and holds "
     "neither \";\" nor line ends\n"
     "Nothing needs to be done, unless other files refer to the id."},
    {"network-labels-changed",
     "{0} {0:label was|labels were} followed by the id, because another node has the same one\n"
     "Nothing needs to be done: in Pajek labels serve as names."},
    {"network-looks",
     "shapes, widths, transparency, heights and the looks of edges are not kept\n"
     "Nothing needs to be done."},
    {"network-missing-id",
     "\"{0}\" is missing\n"
     "Give every node an id, and every edge a source and a target."},
    {"network-nested-graph",
     "a graph inside a node or an edge cannot be read\n"
     "Write its nodes and edges beside the others."},
    {"network-no-graph",
     "the file holds no graph\n"
     "Check that the right file was chosen."},
    {"network-no-vertices",
     "ties stand before the line *Vertices\n"
     "Put the line *Vertices and the number of vertices first."},
    {"network-not-finite",
     "\"{value}\" says that there is no number; the value is left out as not known\n"
     "Nothing needs to be done."},
    {"network-open-quote",
     "the quotation mark that opens here is never closed\n"
     "Close it."},
    {"network-other-format",
     "this is not {0}[[: it begins with \"{value}\"]]\n"
     "Check the ending of the file: .graphml, .gexf, .net (Pajek), .dot or .gv."},
    {"network-ports",
     "ports are left out: an edge to a port is read as an edge to its node\n"
     "Nothing needs to be done."},
    {"network-properties-not-written",
     "GEXF has no place for these, and the file does not hold them: {0}\n"
     "Write GraphML to keep them."},
    {"network-reference-left-out",
     "\"{value}\" refers to something that the file does not hold; the reference is left out\n"
     "Nothing needs to be done if it was left out on purpose."},
    {"network-repeated-edge",
     "the id \"{value}\" of an edge already stands in line {0}; this edge has none now\n"
     "Nothing needs to be done, unless something refers to the edge."},
    {"network-repeated-key",
     "the attribute \"{value}\" is declared twice\n"
     "Give each its own id."},
    {"network-repeated-node",
     "the id \"{value}\" of a node already stands in line {0}\n"
     "Give each node its own id, or make the two one."},
    {"network-section",
     "the part \"{value}\" of the file is not read\n"
     "Nothing needs to be done, unless it is needed: a dataset holds vertices and ties."},
    {"network-several-graphs",
     "the file holds several graphs; only the first is read\n"
     "Put the others into files of their own."},
    {"network-structured-data",
     "drawings and other markup inside data are not kept, except the labels in them\n"
     "Nothing needs to be done."},
    {"network-tie-left-out",
     "a tie \"{value}\" between {0} and {1} says nothing that a table could hold; {2} {2:such "
     "tie is|such ties are} left out\n"
     "Nothing needs to be done if the kinds of the nodes are right."},
    {"network-times",
     "times of nodes, edges and values are not kept; of several values the first is read\n"
     "Make a file of one point in time if the times matter."},
    {"network-too-costly",
     "reading this would take more than {0} bytes of memory\n"
     "Write edges one by one instead of between groups, with fewer attributes, or as GraphML."},
    {"network-too-deep",
     "elements or groups are nested more than {0} deep\n"
     "Flatten them: a network needs no nesting."},
    {"network-too-many-attributes",
     "there are more than {0} attributes\n"
     "Remove those that are not needed."},
    {"network-too-many-nodes",
     "there are more than {0} nodes\n"
     "Divide the network, or list its vertices if the number is right."},
    {"network-too-many-values",
     "as tables this would have more than {0} cells\n"
     "Remove attributes that are not needed."},
    {"network-too-much-text",
     "long defaults are repeated at too many nodes or edges\n"
     "Give the value where it is needed instead of as a default."},
    {"network-type-widened",
     "the attribute \"{value}\" was declared as whole numbers, but has decimals; its values "
     "are numbers here\n"
     "Nothing needs to be done."},
    {"network-unknown-key",
     "no attribute with the id \"{value}\" is declared for this\n"
     "Declare it before the graph, or correct the id."},
    {"network-unknown-node",
     "no node has the id \"{value}\"\n"
     "Correct the end of the edge, or add the node."},
    {"network-value-too-long",
     "the text is longer than {0} bytes\n"
     "Shorten it."},
    {"network-value-twice",
     "the attribute has a value here already\n"
     "Keep one of the two."},
    {"network-vertices-twice",
     "the line *Vertices stands twice\n"
     "Put the second network into a file of its own."},
    {"network-xml",
     "not well-formed XML: {0}\n"
     "Correct the text at this place; if a program wrote it, write it again."},
});

}  // namespace

Messages en_network() { return messages; }

}  // namespace coopnet::render::catalogue
