#include "coopnet/render/graphviz.hpp"

#include <algorithm>
#include <array>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::render {
namespace {

constexpr std::array<std::string_view, 7> formats = {"plain", "json0", "dot", "svg",
                                                     "png",   "pdf",   "ps"};

std::vector<std::string> arguments(Engine engine, std::string_view format) {
  std::vector<std::string> out;
  switch (engine) {
    case Engine::dot:
      out.emplace_back("-Kdot");
      break;
    case Engine::neato:
      out.emplace_back("-Kneato");
      break;
    case Engine::sfdp:
      out.emplace_back("-Ksfdp");
      break;
    case Engine::fixed:
      out.emplace_back("-Kneato");
      out.emplace_back("-n2");
      break;
  }
  // Through cairo, so that pango shapes Arabic and PDF carries text.
  const bool cairo = format == "png" || format == "pdf";
  out.push_back("-T" + std::string(format) + (cairo ? ":cairo" : ""));
  return out;
}

const io::Program& graphviz() {
  // SERVER_NAME makes Graphviz refuse to open files named by attributes.
  static const io::Program program{"Graphviz", "dot", "graphviz", {"SERVER_NAME=x"}};
  return program;
}

}  // namespace

std::string run_graphviz(Engine engine, std::string_view format, std::string_view dot,
                         const LayoutLimits& limits) {
  if (std::find(formats.begin(), formats.end(), format) == formats.end())
    throw PreconditionError("graphviz: unknown format " + text::shorten(format, 20));
  return io::run_program(graphviz(), arguments(engine, format), dot, limits);
}

}  // namespace coopnet::render
