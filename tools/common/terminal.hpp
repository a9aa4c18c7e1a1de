#pragma once

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// The program's side of the terminal, the pipes and the signals.
namespace coopnet::tools {

enum class ColourMode : std::uint8_t { automatic, always, never };

/// An environment variable that is set and not empty.
[[nodiscard]] std::optional<std::string> environment(const char* name);

[[nodiscard]] bool stdout_is_terminal();
[[nodiscard]] bool stderr_is_terminal();

/// The width where nothing else is known.
inline constexpr std::size_t usual_width = 80;

/// Columns of the terminal behind standard output; else COLUMNS; else the usual
/// width. Between 20 and 1000.
[[nodiscard]] std::size_t terminal_width();

/// --color first, then NO_COLOR, then FORCE_COLOR, then whether standard output is a terminal.
[[nodiscard]] bool use_colour(ColourMode);

/// Writes to standard output. Where the reader has closed the pipe, the program ends at once and
/// without a word, as by SIGPIPE. Throws IoError if the system refuses for another reason.
void write_out(std::string_view bytes);

/// Writes to standard error as well as it can.
void write_err(std::string_view bytes) noexcept;

/// Ctrl-C ends the program with 130; a closed pipe is an error of the write, not a signal. Programs
/// started from here get the usual behaviour back.
void set_up_signals();

/// While it lives, Ctrl-C and requests to terminate wait: a file is written whole or not at all.
class HoldSignals {
 public:
  HoldSignals();
  HoldSignals(const HoldSignals&) = delete;
  HoldSignals& operator=(const HoldSignals&) = delete;
  ~HoldSignals();

 private:
  sigset_t before_;
};

}  // namespace coopnet::tools
