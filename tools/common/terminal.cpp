#include "common/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "common/failure.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::tools {
namespace {

extern "C" void end_as_interrupted(int) { _exit(static_cast<int>(Exit::interrupted)); }
extern "C" void ignore_signal(int) {}

/// Sets a handler unless whoever started us asked to ignore the signal. A handler, unlike
/// SIG_IGN, is not inherited by the programs we start.
void handle(int signal, void (*handler)(int)) {
  struct sigaction before = {};
  if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN && signal == SIGINT)
    return;
  struct sigaction action = {};
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  sigaction(signal, &action, nullptr);
}

[[noreturn]] void end_as_broken_pipe() {
  struct sigaction action = {};
  action.sa_handler = SIG_DFL;
  sigemptyset(&action.sa_mask);
  sigaction(SIGPIPE, &action, nullptr);
  raise(SIGPIPE);
  constexpr int as_by_signal = 128 + SIGPIPE;
  _exit(as_by_signal);
}

std::size_t clamp_width(std::size_t width) { return std::clamp<std::size_t>(width, 20, 1000); }

}  // namespace

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool stderr_is_terminal() { return isatty(STDERR_FILENO) == 1; }

std::size_t terminal_width() {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return clamp_width(size.ws_col);
  if (const auto columns = environment("COLUMNS"))
    if (const auto number = text::parse_unsigned(*columns); number && *number > 0)
      return clamp_width(static_cast<std::size_t>(std::min<std::uint64_t>(*number, 1000)));
  return usual_width;
}

bool use_colour(ColourMode mode) {
  if (mode != ColourMode::automatic) return mode == ColourMode::always;
  if (environment("NO_COLOR")) return false;
  if (const auto force = environment("FORCE_COLOR")) return *force != "0";
  return stdout_is_terminal() && environment("TERM").value_or("dumb") != "dumb";
}

void write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto n = write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (n >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EPIPE) {
      end_as_broken_pipe();
    } else if (errno != EINTR) {
      throw IoError(msg("cli.stdout-failed", {std::strerror(errno)}));
    }
  }
}

void write_err(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const auto n = write(STDERR_FILENO, bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

void set_up_signals() {
  handle(SIGINT, end_as_interrupted);
  handle(SIGPIPE, ignore_signal);
}

HoldSignals::HoldSignals() {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, signal);
  pthread_sigmask(SIG_BLOCK, &held, &before_);
}

HoldSignals::~HoldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace coopnet::tools
