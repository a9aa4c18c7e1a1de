#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/findings.hpp"

namespace coopnet::exchange {

/// A word of a Pajek file, or what stands between two quotes.
struct PajekWord {
  std::string text;
  io::Spot spot;
  bool quoted = false;
};

/// A Pajek file line by line, without comments and empty lines, cut into words.
///
/// The format has no escapes, but igraph writes \" for a quote. Both are understood: a quote behind
/// a backslash closes the word only if nothing else on the line would.
class PajekLines {
 public:
  PajekLines(std::string_view text, io::Findings& findings);

  /// The next line that holds anything; false at the end. Reports network-open-quote.
  bool next(std::vector<PajekWord>& words);
  /// The line as it stands, without its end.
  [[nodiscard]] std::string_view line() const { return line_; }

 private:
  bool take_line();
  [[nodiscard]] std::size_t quoted_word(std::size_t at, PajekWord& word) const;

  std::string_view rest_;
  std::string_view line_;
  io::SpotCounter places_;
  io::Findings& findings_;
  bool first_ = true;
};

}  // namespace coopnet::exchange
