#pragma once

#include "common/output.hpp"
#include "coopnet/render/drawing.hpp"
#include "coopnet/render/grid.hpp"

namespace coopnet::tools {

/// Formats that show a picture: dot, svg, png, pdf.
[[nodiscard]] bool is_picture(Format format);

/// Writes a drawing or a grid in a picture format.
void emit_picture(const render::Drawing& drawing, const OutputOptions& output);
void emit_picture(const render::Grid& grid, const OutputOptions& output);

}  // namespace coopnet::tools
