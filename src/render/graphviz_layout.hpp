#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "render/drawing_style.hpp"

namespace coopnet::render {

/// Positions in points, y down, of the nodes that have an edge to another node, as Graphviz places
/// boxes of the given extents, one for each node, without overlap; nothing for the other nodes.
/// Precondition: the drawing is canonical. Runs no program if there is no such edge.
/// Throws ExternalError as run_graphviz() does, and when the answer is not understood.
[[nodiscard]] std::vector<std::optional<Point>> graphviz_positions(const Drawing& drawing,
                                                                   std::span<const Extent> boxes,
                                                                   const LayoutLimits& limits);

/// Reads the format "plain": positions of n0 .. n(count-1), nothing where one is not mentioned.
/// Lines that are no nodes are passed over. Throws ExternalError if a node cannot be read.
[[nodiscard]] std::vector<std::optional<Point>> parse_plain(std::string_view text,
                                                            std::size_t count);

}  // namespace coopnet::render
