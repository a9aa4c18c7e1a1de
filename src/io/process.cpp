#include "io/process.hpp"

#include <fcntl.h>
#include <poll.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "coopnet/core/errors.hpp"

extern char** environ;

namespace coopnet::io {
namespace {

constexpr std::size_t most_messages = std::size_t{64} << 10;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_ = -1;
};

struct Channel {
  Descriptor ours;
  Descriptor theirs;
};

[[noreturn]] void no_process() {
  throw ExternalError(std::string("the system gives no process: ") + std::strerror(errno));
}

/// A caller may have closed its own standard streams; the numbers 0..2 must stay free for the
/// child's.
void lift(Descriptor& fd) {
  constexpr int first_free = STDERR_FILENO + 1;
  if (fd.get() >= first_free) return;
  Descriptor lifted(::fcntl(fd.get(), F_DUPFD_CLOEXEC, first_free));
  if (lifted.get() < 0) no_process();
  fd = std::move(lifted);
}

Channel make_channel(const std::array<int, 2>& ends) {
  Channel channel{Descriptor(ends[0]), Descriptor(ends[1])};
  lift(channel.ours);
  lift(channel.theirs);
  if (::fcntl(channel.ours.get(), F_SETFL, O_NONBLOCK) != 0) no_process();
  return channel;
}

/// Sockets instead of pipes: writing to a child that has ended gives an error, not a SIGPIPE.
Channel open_channel() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) no_process();
  return make_channel(ends);
}

Channel open_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) no_process();
  return make_channel(ends);
}

std::int64_t milliseconds_now() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

/// The caller's PATH, handed on to the child and not looked at.
std::string inherited_path() {
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry)
    if (std::strncmp(*entry, "PATH=", 5) == 0) return *entry;
  return "PATH=/usr/local/bin:/usr/bin:/bin";
}

/// Everything the child needs, made before the fork: after it, nothing may allocate.
struct Start {
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
  std::vector<char*> argv;
  std::vector<char*> envp;
  std::vector<std::string> candidates;  ///< paths of the program, one for each folder

  Start(const Program& program, const std::vector<std::string>& args, const ProcessLimits& limits)
      : arguments(args), environment(program.environment) {
    arguments.insert(arguments.begin(), program.executable);
    const std::string path = limits.search_path ? "PATH=" + *limits.search_path : inherited_path();
    environment.push_back(path);
    environment.emplace_back("LC_ALL=C.UTF-8");
    for (auto& a : arguments) argv.push_back(a.data());
    argv.push_back(nullptr);
    for (auto& e : environment) envp.push_back(e.data());
    envp.push_back(nullptr);
    std::string_view folders = std::string_view(path).substr(5);
    while (!folders.empty()) {
      const auto end = std::min(folders.find(':'), folders.size());
      // A folder that is not absolute depends on where the caller happens to stand: not searched.
      if (end > 0 && folders.front() == '/')
        candidates.push_back(std::string(folders.substr(0, end)) + "/" + arguments.front());
      folders.remove_prefix(std::min(end + 1, folders.size()));
    }
  }
};

template <class Resource>  // an int or an enumeration, as the system likes
void limit(Resource resource, rlim_t soft, rlim_t hard) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return;
  now.rlim_cur = std::min(soft, now.rlim_max);
  now.rlim_max = std::min(hard, now.rlim_max);
  ::setrlimit(resource, &now);
}

void default_signals() {
  for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGXCPU, SIGCHLD}) ::signal(number, SIG_DFL);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

struct Streams {
  Channel input = open_channel();
  Channel output = open_channel();
  Channel messages = open_channel();
  Channel failure = open_pipe();  ///< closed by a successful exec, else carries errno
};

/// Runs in the child. Calls only what is allowed between fork and exec.
[[noreturn]] void become(const Start& start, const Streams& streams, const ProcessLimits& limits) {
  ::setpgid(0, 0);
#ifdef __linux__
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a caller that is killed takes the child along
#endif
  default_signals();
  ::dup2(streams.input.theirs.get(), STDIN_FILENO);
  ::dup2(streams.output.theirs.get(), STDOUT_FILENO);
  ::dup2(streams.messages.theirs.get(), STDERR_FILENO);
  limit(RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + rlim_t{1});
  limit(RLIMIT_AS, limits.address_space_bytes, limits.address_space_bytes);
  limit(RLIMIT_CORE, 0, 0);
  int reason = ENOENT;
  for (const auto& candidate : start.candidates) {
    ::execve(candidate.c_str(), start.argv.data(), start.envp.data());
    if (errno != ENOENT && errno != ENOTDIR) reason = errno;
  }
  [[maybe_unused]] const auto written =
      ::write(streams.failure.theirs.get(), &reason, sizeof reason);
  ::_exit(127);
}

/// The child, as long as it runs; destroying it ends and reaps it and what it started.
class Child {
 public:
  explicit Child(pid_t pid) : pid_(pid) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ <= 0) return;
    kill();
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) continue;
  }
  void kill() const {
    ::kill(-pid_, SIGKILL);  // its group, if it got as far as having one
    ::kill(pid_, SIGKILL);
  }
  /// Waits until the deadline; false if the child still runs.
  bool wait(std::int64_t deadline, int& status) {
    for (;;) {
      const pid_t got = ::waitpid(pid_, &status, WNOHANG);
      if (got == pid_ || (got < 0 && errno == ECHILD)) {  // ECHILD: the caller ignores SIGCHLD
        if (got < 0) status = 0;
        pid_ = -1;
        return true;
      }
      if (milliseconds_now() >= deadline) return false;
      const timespec pause{0, 500'000};
      ::nanosleep(&pause, nullptr);
    }
  }

 private:
  pid_t pid_;
};

/// Reads what is there. False at the end of the stream.
bool drain(const Descriptor& from, std::string& into, std::size_t most, bool& full) {
  std::array<char, 65536> buffer{};
  for (;;) {
    const auto n = ::read(from.get(), buffer.data(), buffer.size());
    if (n > 0) {
      const auto count = static_cast<std::size_t>(n);
      const std::size_t room = most - std::min(most, into.size());
      into.append(buffer.data(), std::min(count, room));
      if (count > room) {
        full = true;
        return true;
      }
      continue;
    }
    if (n < 0 && errno == EINTR) continue;
    return n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  }
}

/// Writes what fits. False when all is written or the child does not listen any more.
bool feed(const Descriptor& to, std::string_view& rest) {
  while (!rest.empty()) {
    const auto n = ::send(to.get(), rest.data(), rest.size(), MSG_NOSIGNAL);
    if (n >= 0)
      rest.remove_prefix(static_cast<std::size_t>(n));
    else if (errno == EAGAIN || errno == EWOULDBLOCK)
      return true;
    else if (errno != EINTR)
      return false;
  }
  return false;
}

/// Moves bytes until both outputs are closed, or a limit is reached.
ProcessResult::End converse(Streams& s, std::string_view input, const ProcessLimits& limits,
                            std::int64_t deadline, ProcessResult& result) {
  for (;;) {
    std::array<pollfd, 3> waiting = {{{s.input.ours.get(), POLLOUT, 0},
                                      {s.output.ours.get(), POLLIN, 0},
                                      {s.messages.ours.get(), POLLIN, 0}}};
    if (s.output.ours.get() < 0 && s.messages.ours.get() < 0) return ProcessResult::End::exited;
    const auto left = deadline - milliseconds_now();
    if (left <= 0) return ProcessResult::End::wall_time;
    const int pause = static_cast<int>(std::min<std::int64_t>(left, 1000));
    if (::poll(waiting.data(), waiting.size(), pause) < 0) continue;
    if (waiting[0].revents != 0 && !feed(s.input.ours, input)) s.input.ours.close();
    bool full = false;
    if (waiting[1].revents != 0 && !drain(s.output.ours, result.output, limits.output_bytes, full))
      s.output.ours.close();
    if (full) return ProcessResult::End::too_much_output;
    if (waiting[2].revents != 0 && !drain(s.messages.ours, result.messages, most_messages, full))
      s.messages.ours.close();
  }
}

void finish(Child& child, const Descriptor& failure, std::int64_t deadline, ProcessResult& result) {
  int status = 0;
  if (!child.wait(deadline, status)) {
    result.end = ProcessResult::End::wall_time;
    return;
  }
  int reason = 0;
  if (::read(failure.get(), &reason, sizeof reason) == sizeof reason) {
    result.end = ProcessResult::End::not_started;
    result.code = reason;
  } else if (WIFSIGNALED(status)) {
    result.end = ProcessResult::End::killed;
    result.code = WTERMSIG(status);
  } else {
    result.code = WEXITSTATUS(status);
  }
}

}  // namespace

ProcessResult run_process(const Program& program, const std::vector<std::string>& arguments,
                          std::string_view input, const ProcessLimits& limits) {
  const Start start(program, arguments, limits);
  Streams streams;
  const auto deadline = milliseconds_now() + std::int64_t{limits.wall_milliseconds};
  const pid_t pid = ::fork();
  if (pid < 0) no_process();
  if (pid == 0) become(start, streams, limits);
  Child child(pid);
  for (auto* channel : {&streams.input, &streams.output, &streams.messages, &streams.failure})
    channel->theirs.close();
  ProcessResult result;
  result.end = converse(streams, input, limits, deadline, result);
  if (result.end == ProcessResult::End::exited)
    finish(child, streams.failure.ours, deadline, result);
  return result;
}

}  // namespace coopnet::io
