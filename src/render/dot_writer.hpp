#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The one place that knows cgraph: builds a graph and writes it as DOT.
namespace coopnet::render {

enum class LineEnd : char { left = 'l', centre = 'n', right = 'r' };

/// A label that Graphviz shows letter by letter: cleaned, with backslashes, quotes, ampersands and
/// angle brackets written so that nothing is a command (\N, \G, ...), an entity or HTML.
[[nodiscard]] std::string dot_label(std::span<const std::string> lines,
                                    LineEnd end = LineEnd::centre);

/// The same for tooltips. Graphviz 2.42 reads backslashes in them twice, so they become U+2216.
[[nodiscard]] std::string dot_tooltip(std::string_view text);

struct DotAttribute {
  std::string_view name;
  std::string_view value;
};

/// One graph under construction. cgraph keeps global state: while a writer lives, no other thread
/// gets past its own constructor, and one thread must not hold two writers.
class DotWriter {
 public:
  using Node = std::size_t;  ///< n0 is 0
  using Edge = std::size_t;
  using Cluster = std::size_t;

  enum class Kind { undirected, directed };

  explicit DotWriter(Kind kind);
  DotWriter(const DotWriter&) = delete;
  DotWriter& operator=(const DotWriter&) = delete;
  ~DotWriter();

  /// Attributes of the graph itself, of every node, of every edge. An attribute of a single node
  /// or edge must have been given a value for all of them first.
  void graph(std::initializer_list<DotAttribute> attributes);
  void every_node(std::initializer_list<DotAttribute> attributes);
  void every_edge(std::initializer_list<DotAttribute> attributes);
  /// Values for the graph alone, which clusters do not take over.
  void set_graph(std::initializer_list<DotAttribute> attributes);

  Node add_node(std::initializer_list<DotAttribute> attributes);
  Edge add_edge(Node tail, Node head, std::initializer_list<DotAttribute> attributes);
  /// cluster_0, cluster_1, ... around the nodes.
  void add_cluster(std::span<const Node> nodes, std::initializer_list<DotAttribute> attributes);

  [[nodiscard]] std::string write() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace coopnet::render
