#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// A network as it is to be drawn: a value without a place for anything yet. It knows no domain;
/// who fills it decides what a node is, and says so in the words of the legend.
namespace coopnet::render {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// Told apart without colour, at the size of a letter.
enum class Shape : std::uint8_t {
  circle,
  square,
  diamond,
  triangle,
  hexagon,
  inverted_triangle,
  pentagon,
};
inline constexpr std::size_t shape_count = 7;

/// `twin` is two thin lines side by side.
enum class LinePattern : std::uint8_t { solid, dashed, dotted, twin };
inline constexpr std::size_t pattern_count = 4;

/// Clusters have a colour class below this number, or `other_colour`.
inline constexpr std::size_t colour_classes = 7;
inline constexpr std::size_t other_colour = colour_classes;
/// Colour class of nodes without a cluster.
inline constexpr std::size_t no_colour = colour_classes + 1;
inline constexpr std::size_t no_cluster = static_cast<std::size_t>(-1);

struct DrawingKind {
  std::string name;
  Shape shape = Shape::circle;
};

struct DrawingCluster {
  std::string name;
  std::size_t colour = other_colour;
};

struct DrawingStyle {
  std::string name;
  LinePattern pattern = LinePattern::solid;
};

struct DrawingNode {
  std::string key;                   ///< unique; the order of keys is the order of everything
  std::string label;                 ///< shown; a line end in it is kept, long lines are wrapped
  std::string code;                  ///< shown where the label has no room; empty: a number
  std::size_t kind = 0;              ///< index into Drawing::kinds
  double size = 0;                   ///< value of the size measure, not negative
  std::size_t cluster = no_cluster;  ///< index into Drawing::clusters
  std::string description;           ///< for the reader's tooltip; empty: made from the rest
};

struct DrawingEdge {
  std::size_t from = 0;  ///< index into Drawing::nodes
  std::size_t to = 0;
  std::size_t style = 0;  ///< index into Drawing::styles
  double width = 0;       ///< value of the width measure, not negative
  bool directed = false;
  std::string description;
};

/// The few words the picture says by itself. {0} and {1} stand for numbers.
struct PictureWords {
  std::string colour = "Colour";
  std::string shape = "Shape";
  std::string line = "Line";
  std::string key = "Key";
  std::string other = "other";
  std::string not_assigned = "none recorded";
  std::string more = "and {0} more";
  std::string empty = "Nothing to show";
  std::string counts = "Nodes: {0}. Links: {1}.";
  std::string names_shown = "Names in the picture: {0} of {1}, the largest first.";
  std::string size_in_dot = "a long label can make it larger";
};

struct Drawing {
  std::string title;
  std::string subtitle;  ///< filters, "n of N shown"
  std::string source;
  std::string date;         ///< as of when
  std::string description;  ///< for screen readers; empty: subtitle and counts
  std::string language = "en";
  Direction direction = Direction::left_to_right;
  /// True if the edges lead from stage to stage, as in a calendar or a two-column drawing.
  bool layered = false;

  std::vector<DrawingNode> nodes;
  std::vector<DrawingEdge> edges;
  std::vector<DrawingKind> kinds;
  std::vector<DrawingCluster> clusters;
  std::vector<DrawingStyle> styles;
  std::string size_measure;   ///< name of what size shows; empty: all nodes alike
  std::string width_measure;  ///< name of what width shows; empty: all edges alike
  PictureWords words;
};

/// Larger drawings are refused: nobody can read them, and a grid or a filter serves better.
inline constexpr std::size_t max_drawing_nodes = 2'000;
inline constexpr std::size_t max_drawing_edges = 50'000;

/// Throws PreconditionError if an index points nowhere, a key is empty or used twice, a value is
/// negative or no number, a colour class is unknown, the language is no language tag, or there
/// are more nodes or edges than the limits above.
void validate(const Drawing&);

/// The same drawing with nodes by key, undirected edges from the smaller key to the larger, and
/// edges by their ends, direction, style, width, description. Two drawings that differ in the order
/// of nodes and edges alone have one canonical form. Lists of kinds, clusters and styles keep their
/// order: it is the order of the legend. Throws as validate() does.
[[nodiscard]] Drawing canonical(Drawing);

/// Colour class of a node: that of its cluster, or no_colour.
[[nodiscard]] std::size_t colour_of(const Drawing&, const DrawingNode&);

enum class LegendPart : std::uint8_t { colour, shape, line, size, width };

/// One line of the legend.
struct LegendEntry {
  LegendPart part = LegendPart::colour;
  std::size_t index = 0;  ///< colour class, Shape or LinePattern
  double value = 0;       ///< of the size or width measure
  std::string text;
  char letter = 0;        ///< stands in the symbols of a colour class, 0 for none
  bool directed = false;  ///< lines of this pattern are arrows
  friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// What is in use, and nothing else: colour classes, shapes and line patterns in their order, then
/// the smallest, the median and the largest distinct value of both measures. Names that share a
/// look share an entry. Precondition: validate() accepts the drawing.
[[nodiscard]] std::vector<LegendEntry> legend(const Drawing&);

}  // namespace coopnet::render
