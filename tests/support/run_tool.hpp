#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Runs the built program (COOPNET_TOOL) as a user would, and catches what it says.
namespace support {

/// The program built with these tests, or another build of it, such as one with sanitizers.
inline std::string tool_under_test() {
  const char* other = std::getenv("COOPNET_TOOL_UNDER_TEST");
  return other != nullptr ? other : COOPNET_TOOL;
}

struct ToolResult {
  int exit_code = -1;  ///< -1 where a signal ended it
  int signal = 0;
  std::string out;
  std::string err;
};

struct ToolCall {
  std::vector<std::string> args;
  std::string input;                           ///< standard input
  std::vector<std::string> environment;        ///< "NAME=value", besides PATH
  std::string program = tool_under_test();     ///< file that is run
  std::optional<std::string> called;           ///< argv[0]; the program if not given
  std::string stdout_path;                     ///< standard output goes there instead of to `out`
  bool close_stdout_early = false;             ///< nobody reads standard output
  bool hold_input_open = false;                ///< standard input does not end
  std::optional<int> signal_after_input = {};  ///< sent a moment after the start
};

namespace detail {

struct Pipe {
  std::array<int, 2> ends{-1, -1};

  Pipe() {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(std::size_t i) {
    if (ends[i] >= 0) close(ends[i]);
    ends[i] = -1;
  }
};

inline std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

inline pid_t start(const ToolCall& call, Pipe& in, Pipe& out, Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.ends[0], STDIN_FILENO);
  if (call.stdout_path.empty())
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
  else
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, call.stdout_path.c_str(), O_WRONLY,
                                     0);
  posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
  // The program must not inherit what the test runner does with signals.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t all;
  sigfillset(&all);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);

  std::vector<std::string> words{call.called.value_or(call.program)};
  words.insert(words.end(), call.args.begin(), call.args.end());
  std::vector<std::string> environment = call.environment;
  const char* path = std::getenv("PATH");
  environment.push_back(std::string("PATH=") + (path == nullptr ? "" : path));
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"})
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + '=' + value);
  pid_t child = -1;
  const int error = posix_spawn(&child, call.program.c_str(), &actions, &attributes,
                                pointers(words).data(), pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error(call.program + ": " + std::strerror(error));
  return child;
}

/// Reads what there is; false at the end.
inline bool read_some(int file, std::string& into) {
  std::array<char, 65536> buffer{};
  const auto n = read(file, buffer.data(), buffer.size());
  if (n > 0) into.append(buffer.data(), static_cast<std::size_t>(n));
  return n > 0 || (n < 0 && errno == EINTR);
}

/// Feeds and drains the three streams until the program has closed both of its own.
inline void talk(const ToolCall& call, Pipe& in, Pipe& out, Pipe& err, ToolResult& result) {
  std::string_view left = call.input;
  if (left.empty() && !call.hold_input_open) in.close_end(1);
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    std::array<pollfd, 3> files{pollfd{out.ends[0], POLLIN, 0}, pollfd{err.ends[0], POLLIN, 0},
                                pollfd{left.empty() ? -1 : in.ends[1], POLLOUT, 0}};
    constexpr int patience_ms = 60'000;
    if (poll(files.data(), files.size(), patience_ms) == 0) throw std::runtime_error("no answer");
    if (files[0].revents != 0 && !read_some(out.ends[0], result.out)) out.close_end(0);
    if (files[1].revents != 0 && !read_some(err.ends[0], result.err)) err.close_end(0);
    if (files[2].revents == 0) continue;
    const auto n = write(in.ends[1], left.data(), left.size());
    left.remove_prefix(n > 0 ? static_cast<std::size_t>(n) : left.size());
    if (left.empty() && !call.hold_input_open) in.close_end(1);
  }
}

}  // namespace detail

inline ToolResult run_tool(const ToolCall& call) {
  std::signal(SIGPIPE, SIG_IGN);  // a program that does not read its input is not our end
  detail::Pipe in;
  detail::Pipe out;
  detail::Pipe err;
  const pid_t child = detail::start(call, in, out, err);
  in.close_end(0);
  out.close_end(1);
  err.close_end(1);
  if (call.close_stdout_early || !call.stdout_path.empty()) out.close_end(0);
  if (call.signal_after_input) {
    constexpr useconds_t moment = 300'000;
    usleep(moment);
    kill(child, *call.signal_after_input);
  }
  ToolResult result;
  detail::talk(call, in, out, err, result);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  return result;
}

inline ToolResult run_tool(std::vector<std::string> args) {
  ToolCall call;
  call.args = std::move(args);
  return run_tool(call);
}

/// A folder of its own for one test, gone after it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "coopnet-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }
  std::string write(std::string_view name, std::string_view bytes) const {
    const std::string path = file(name);
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  [[nodiscard]] std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

inline std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

}  // namespace support
