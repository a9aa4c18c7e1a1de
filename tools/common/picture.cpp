#include "common/picture.hpp"

#include "coopnet/render/dot.hpp"
#include "coopnet/render/svg.hpp"

namespace coopnet::tools {
namespace {

void emit_composed(const render::Picture& picture, const OutputOptions& output) {
  switch (output.format()) {
    case Format::png:
      return emit_bytes(render::to_png(picture), output);
    case Format::pdf:
      return emit_bytes(render::to_pdf(picture), output);
    case Format::dot:
      return emit_bytes(render::to_dot(picture), output);
    default:
      return emit_bytes(render::to_svg(picture), output);
  }
}

}  // namespace

bool is_picture(Format format) {
  return format == Format::dot || format == Format::svg || format == Format::png ||
         format == Format::pdf;
}

void emit_picture(const render::Drawing& drawing, const OutputOptions& output) {
  if (output.format() == Format::dot)
    emit_bytes(render::to_dot(drawing), output);
  else
    emit_composed(render::compose(drawing), output);
}

void emit_picture(const render::Grid& grid, const OutputOptions& output) {
  emit_composed(render::compose(grid), output);
}

}  // namespace coopnet::tools
