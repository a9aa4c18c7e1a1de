#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"
#include "coopnet/io/limits.hpp"

/// Networks as text that other programs write and read.
///
/// What a format has no place for is written as an attribute of a usual name and found again by it:
/// "label", "x", "y", "color" (#E69F00), "size", "bipartite" (0 and 1) of nodes, "weight" of edges.
/// A name that is taken already gets a number. What cannot be written at all is told in `told`,
/// as warnings, never dropped in silence.
namespace coopnet::exchange {

enum class FileFormat : std::uint8_t { graphml, gexf, pajek, dot };

/// By the ending: .graphml, .gexf, .net, .dot, .gv (capitals do not matter); else nothing.
[[nodiscard]] std::optional<FileFormat> format_of_path(std::string_view path);

/// DOT is read by libcgraph, which needs many times the size of the text: longer ones are refused.
inline constexpr std::size_t most_dot_bytes = std::size_t{32} << 20U;

struct NetworkLimits {
  io::TableLimits tables{};        ///< nodes count as rows, attributes as columns
  std::size_t depth = 64;          ///< elements or groups inside each other
  std::size_t vertices = 100'000;  ///< that a Pajek file may announce, if it is no longer than that
};

/// Reads a network. Goes on after each fault and reports it with line and column in `findings`;
/// with errors there the result is for looking, not for counting.
///
/// GraphML: own reader. A DOCTYPE is refused, so entities cannot be defined. Encodings: UTF-8,
/// UTF-16, ISO-8859-1, US-ASCII. An attribute without attr.name (yEd) is called by its id; the text
/// of a yEd label becomes the label. Nested graphs and hyperedges are errors; ports are left out
/// and told.
///
/// GEXF 1.1, 1.2, 1.3: an edge that is "mutual" becomes two directed ones. Times and hierarchy are
/// left out and told.
///
/// Pajek: ids are the labels where these are all different (as networkx has it), else the numbers.
/// Arcs, edges, lists and matrices are read, a matrix without the zeros.
///
/// DOT: groups are flattened (told); HTML labels are kept as text; two backslashes are one. In a
/// digraph an edge with dir=none has no direction, one with dir=both becomes two. All attributes
/// are text but x, y, size, bipartite and weight, where these are numbers throughout. Attributes
/// have no lines.
[[nodiscard]] NetworkFile read_network(std::string_view text, FileFormat format,
                                       const std::string& file, Diagnostics& findings,
                                       const NetworkLimits& limits = {});

/// Writes a network, in the order of its nodes and edges, UTF-8, LF. The same network gives the
/// same bytes. Characters that the format cannot hold are dropped or replaced, and told. Throws
/// PreconditionError where validate() does.
///
/// GraphML and GEXF 1.3: control characters (but tab and line ends) are dropped.
///
/// Pajek holds labels, positions, colours, weights and modes, no other attributes. Labels are made
/// unique. It has no escapes: a quote becomes a typographic one, a backslash U+2216, a line end a
/// blank. Arcs stand before edges where the network is directed, else behind them; nodes of mode 0
/// before those of mode 1.
///
/// DOT: everything in quotes, each backslash twice; a value that is an empty text is left out. A
/// network with any directed edge is a digraph.
[[nodiscard]] std::string write_network(const NetworkFile& network, FileFormat format,
                                        Diagnostics& told);

}  // namespace coopnet::exchange
