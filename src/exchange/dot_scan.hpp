#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "coopnet/exchange/formats.hpp"
#include "io/findings.hpp"

namespace coopnet::exchange {

/// What is known of a DOT text before libcgraph sees it.
struct DotScan {
  bool sound = true;                       ///< false: reported, and not to be read
  std::string text{};                      ///< what libcgraph is to read
  std::optional<io::Spot> second_graph{};  ///< where more follows behind the first graph
  std::optional<io::Spot> group{};         ///< the first group of nodes inside the graph
};

/// Looks through the text once, as far as libcgraph's own lexer would, and refuses what would cost
/// it more time and memory than the text is worth: groups inside each other, an edge between groups
/// (as many edges as one has nodes times the other), an attribute, which every node and edge then
/// has a place for. Reports network-open-quote, network-too-deep, network-too-many-attributes,
/// network-too-costly {limit}.
///
/// libcgraph loses names that begin with "%", and empty ones: it takes them for its own. In the
/// text that it gets, these begin with a mark, which unmarked() takes off.
[[nodiscard]] DotScan scan_dot(std::string_view text, const NetworkLimits& limits,
                               io::Findings& findings);

[[nodiscard]] std::string_view unmarked(std::string_view text);

}  // namespace coopnet::exchange
