#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "coopnet/io/process.hpp"

/// Graphviz as a child process: a layout that hangs, crashes or eats the memory cannot take the
/// caller with it, and each run starts from the same state, so that it gives the same positions.
namespace coopnet::render {

/// `fixed` places nothing: it draws nodes where their `pos` says (neato -n2).
enum class Engine : std::uint8_t { dot, neato, sfdp, fixed };

using LayoutLimits = io::ProcessLimits;

/// What Graphviz writes for the given DOT: `format` is one of plain, json0, dot, svg, png, pdf, ps.
/// The child sees no environment but PATH, LC_ALL=C.UTF-8 and SERVER_NAME, which makes Graphviz
/// refuse to open files named by attributes. Any number of threads may call this.
///
/// Throws: ExternalError if the program `dot` is not found, fails, or reaches one of the limits;
///   the message says which. PreconditionError for a format that is not in the list.
[[nodiscard]] std::string run_graphviz(Engine engine, std::string_view format, std::string_view dot,
                                       const LayoutLimits& limits = {});

}  // namespace coopnet::render
