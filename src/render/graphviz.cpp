#include "coopnet/render/graphviz.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "render/graphviz_process.hpp"

namespace coopnet::render {
namespace {

constexpr std::array<std::string_view, 7> formats = {"plain", "json0", "dot", "svg",
                                                     "png",   "pdf",   "ps"};

std::vector<std::string> command(Engine engine, std::string_view format) {
  std::vector<std::string> out = {"dot"};
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

std::string what_it_said(const ProcessResult& result) {
  constexpr std::size_t shown = 300;
  const auto said = text::trim(result.messages);
  return said.empty() ? std::string() : ": " + text::inert(text::shorten(said, shown));
}

std::string seconds(unsigned milliseconds) { return text::number(milliseconds / 1000.0) + " s"; }

std::string memory(std::size_t bytes) {
  return bytes < (std::size_t{1} << 20) ? std::to_string(bytes) + " bytes"
                                        : std::to_string(bytes >> 20) + " MiB";
}

[[noreturn]] void fail(const std::string& what) { throw ExternalError("Graphviz: " + what); }

[[noreturn]] void not_started(int reason) {
  if (reason == ENOENT)
    fail("the program \"dot\" was not found; install graphviz (on Debian: apt install graphviz)");
  fail(std::string("the program \"dot\" could not be started: ") + std::strerror(reason) +
       "; install graphviz anew, or raise the memory limit");
}

[[noreturn]] void killed(const ProcessResult& result, const LayoutLimits& limits) {
  if (result.code == SIGXCPU || result.code == SIGKILL)
    fail("stopped at the limit of " + std::to_string(limits.cpu_seconds) + " s processor time");
  fail("ended by signal " + std::to_string(result.code) + ", perhaps at the memory limit of " +
       memory(limits.address_space_bytes) + what_it_said(result));
}

bool speaks_of_memory(const ProcessResult& result) {
  const auto said = text::lower_ascii(result.messages);
  return said.find("memory") != std::string::npos || said.find("alloc") != std::string::npos;
}

[[noreturn]] void exited(const ProcessResult& result, const LayoutLimits& limits) {
  const std::string limit = speaks_of_memory(result)
                                ? " at the memory limit of " + memory(limits.address_space_bytes)
                                : "";
  fail("ended with status " + std::to_string(result.code) + limit + what_it_said(result));
}

}  // namespace

std::string run_graphviz(Engine engine, std::string_view format, std::string_view dot,
                         const LayoutLimits& limits) {
  if (std::find(formats.begin(), formats.end(), format) == formats.end())
    throw PreconditionError("graphviz: unknown format " + text::shorten(format, 20));
  auto result = run_process(command(engine, format), dot, limits);
  switch (result.end) {
    case ProcessResult::End::not_started:
      not_started(result.code);
    case ProcessResult::End::killed:
      killed(result, limits);
    case ProcessResult::End::wall_time:
      fail("stopped at the time limit of " + seconds(limits.wall_milliseconds));
    case ProcessResult::End::too_much_output:
      fail("stopped at the output limit of " + memory(limits.output_bytes));
    case ProcessResult::End::exited:
      break;
  }
  if (result.code != 0) exited(result, limits);
  return std::move(result.output);
}

}  // namespace coopnet::render
