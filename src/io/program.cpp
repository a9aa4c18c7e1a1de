#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "io/process.hpp"

/// What is said of a program that did not do what it was run for.
namespace coopnet::io {
namespace {

std::string what_it_said(const ProcessResult& result) {
  constexpr std::size_t shown = 300;
  const auto said = text::trim(result.messages);
  if (said.empty()) return {};
  if (text::first_invalid_utf8(said)) return ": it said something that is no text";
  return ": " + text::inert(text::shorten(said, shown));
}

std::string seconds(unsigned milliseconds) { return text::number(milliseconds / 1000.0) + " s"; }

std::string memory(std::size_t bytes) {
  return bytes < (std::size_t{1} << 20) ? std::to_string(bytes) + " bytes"
                                        : std::to_string(bytes >> 20) + " MiB";
}

[[noreturn]] void fail(const Program& program, const std::string& what) {
  throw ExternalError(program.name + ": " + what);
}

[[noreturn]] void not_started(const Program& program, int reason) {
  const std::string named = "the program \"" + program.executable + "\" ";
  if (reason == ENOENT)
    fail(program, named + "was not found; install " + program.package +
                      " (on Debian: apt install " + program.package + ")");
  fail(program, named + "could not be started: " + std::strerror(reason) + "; install " +
                    program.package + " anew, or raise the memory limit");
}

[[noreturn]] void killed(const Program& program, const ProcessResult& result,
                         const ProcessLimits& limits) {
  if (result.code == SIGXCPU || result.code == SIGKILL)
    fail(program,
         "stopped at the limit of " + std::to_string(limits.cpu_seconds) + " s processor time");
  fail(program, "ended by signal " + std::to_string(result.code) +
                    ", perhaps at the memory limit of " + memory(limits.address_space_bytes) +
                    what_it_said(result));
}

bool speaks_of_memory(const ProcessResult& result) {
  const auto said = text::lower_ascii(result.messages);
  return said.find("memory") != std::string::npos || said.find("alloc") != std::string::npos;
}

[[noreturn]] void exited(const Program& program, const ProcessResult& result,
                         const ProcessLimits& limits) {
  const std::string limit = speaks_of_memory(result)
                                ? " at the memory limit of " + memory(limits.address_space_bytes)
                                : "";
  fail(program, "ended with status " + std::to_string(result.code) + limit + what_it_said(result));
}

}  // namespace

std::string run_program(const Program& program, const std::vector<std::string>& arguments,
                        std::string_view input, const ProcessLimits& limits) {
  auto result = run_process(program, arguments, input, limits);
  switch (result.end) {
    case ProcessResult::End::not_started:
      not_started(program, result.code);
    case ProcessResult::End::killed:
      killed(program, result, limits);
    case ProcessResult::End::wall_time:
      fail(program, "stopped at the time limit of " + seconds(limits.wall_milliseconds));
    case ProcessResult::End::too_much_output:
      fail(program, "stopped at the output limit of " + memory(limits.output_bytes));
    case ProcessResult::End::exited:
      break;
  }
  if (result.code != 0) exited(program, result, limits);
  return std::move(result.output);
}

}  // namespace coopnet::io
