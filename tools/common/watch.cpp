#include "common/watch.hpp"

#include <csignal>
#include <utility>

#include "common/terminal.hpp"
#include "common/words.hpp"

namespace coopnet::tools {
namespace {

/// Whether a signal that would end the program waits to be delivered.
bool signal_waits() {
  sigset_t waiting;
  if (sigpending(&waiting) != 0) return false;
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action = {};
    if (sigismember(&waiting, signal) == 1 && sigaction(signal, nullptr, &action) == 0 &&
        action.sa_handler != SIG_IGN)
      return true;
  }
  return false;
}

}  // namespace

Watch::Watch(std::string key) : key_(std::move(key)), speaks_(!quiet() && stderr_is_terminal()) {}

Watch::~Watch() {
  if (spoken_) write_err("\r\x1B[K");
}

void Watch::report(std::uint64_t done, std::uint64_t total) {
  constexpr auto patience = std::chrono::milliseconds(500);
  constexpr auto pause = std::chrono::milliseconds(100);
  const auto now = Clock::now();
  if (!speaks_ || total == 0 || now - start_ < patience || now - last_ < pause) return;
  last_ = now;
  spoken_ = true;
  write_err("\r\x1B[K" + msg(key_, {done * 100 / total}));
}

bool Watch::stop_requested() { return signal_waits(); }

}  // namespace coopnet::tools
