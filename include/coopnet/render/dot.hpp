#pragma once

#include <string>

#include "coopnet/render/drawing.hpp"
#include "coopnet/render/graphviz.hpp"

/// Graphviz files. Names are generated (n0, n1, ...); data stands only in labels and tooltips,
/// where nothing in it is read as a command, an entity or HTML, and no attribute names a file or a
/// link.
namespace coopnet::render {

struct Picture;

/// The drawing as a Graphviz file that can be laid out by any engine: title, legend in words,
/// source and date in the label of the graph; regions as clusters for the engines that draw
/// them. UTF-8; the same bytes for any order of nodes and edges. Throws as validate() does.
[[nodiscard]] std::string to_dot(const Drawing& drawing);

/// A composed picture as a Graphviz file in which everything is pinned, for `neato -n2`.
/// dpi is what raster formats use.
[[nodiscard]] std::string to_dot(const Picture& picture, unsigned dpi = 150);

/// The engine that suits a drawing: dot for layered ones of at most 60 nodes and two edges a node
/// (it is slow and hungry beyond), else neato below 150 nodes, else sfdp.
[[nodiscard]] Engine layout_engine(const Drawing& drawing);

}  // namespace coopnet::render
