#include "exchange/dot_scan.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "coopnet/core/text.hpp"

namespace coopnet::exchange {
namespace {

/// Memory that libcgraph may take, about.
constexpr std::uint64_t most_bytes = 2'000'000'000;
/// Of a node or an edge, of one of its values, of a node in one of the groups around it.
constexpr std::uint64_t item_bytes = 300, value_bytes = 8, member_bytes = 100;

/// Stands before names that libcgraph would lose.
constexpr char mark = '\x01';

bool is_word(char c) {
  const auto u = static_cast<unsigned char>(c);
  return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u == '_' ||
         u == '.' || u >= 128;
}

class Scanner {
 public:
  Scanner(std::string_view text, const NetworkLimits& limits, io::Findings& findings)
      : text_(text), places_(text), limits_(limits), findings_(findings) {}

  DotScan scan() {
    out_.text.reserve(text_.size());
    while (out_.sound && at_ < text_.size()) step();
    if (out_.sound) weigh();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool follows(std::string_view word) const {
    return text_.substr(at_).starts_with(word);
  }
  [[nodiscard]] io::Spot here() { return places_.at(text_.data() + at_); }

  void move(std::size_t bytes) {
    const auto end = std::min(at_ + bytes, text_.size());
    places_.pass(text_.data() + at_, text_.data() + end);
    out_.text += text_.substr(at_, end - at_);
    at_ = end;
  }
  /// Behind the next `end`, or all that is left.
  void move_behind(std::string_view end, std::size_t from) {
    const auto found = text_.find(end, at_ + from);
    move(found == std::string_view::npos ? text_.size() - at_ : found + end.size() - at_);
  }

  void refuse(std::string_view code, io::Spot spot, io::Detail detail = {}) {
    findings_.error(code, spot, std::move(detail));
    out_.sound = false;
  }

  void step() {
    const char c = text_[at_];
    const bool line_start = at_ == 0 || text_[at_ - 1] == '\n';
    if (follows("//") || (c == '#' && line_start)) return move_behind("\n", 0);
    if (follows("/*")) return move_behind("*/", 2);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return move(1);
    if (groups_.empty() && closed_ && !out_.second_graph) out_.second_graph = here();
    if (c == '"') return quoted();
    if (c == '<') return markup();
    if (c == '-' && (follows("->") || follows("--"))) return edge();
    if (is_word(c)) return word();
    punctuation(c);
  }

  void punctuation(char c) {
    if (c == '{') return open();
    if (c == '}') return close();
    if (c == '[') in_list_ = true;
    if (c == ']') in_list_ = false;
    if (c == '=') note_name();
    joins_ = c == '+';
    move(1);
  }

  void open() {
    if (!groups_.empty() && !out_.group) out_.group = here();
    groups_.push_back({mentions_, edge_from_, std::exchange(name_, {})});
    edge_from_ = 0;
    deepest_ = std::max(deepest_, groups_.size());
    if (groups_.size() > limits_.depth)
      refuse("network-too-deep", here(), {.args = {std::to_string(limits_.depth)}});
    move(1);
  }

  void close() {
    closed_ = true;
    if (!groups_.empty()) {
      const Group group = groups_.back();
      groups_.pop_back();
      const auto size = mentions_ - group.mentions_before;
      if (!group.name.empty()) sizes_[group.name] += size;
      edge_from_ = group.edge_from;
      operand(size);
    }
    move(1);
  }

  void edge() {
    edge_from_ = last_size_;
    move(2);
  }

  /// A node or a group of so many nodes, perhaps behind an edge.
  void operand(std::uint64_t size) {
    if (edge_from_ > 0) pairs_ = std::min(pairs_ + product(edge_from_, size), most_bytes);
    edge_from_ = 0;
    last_size_ = size;
  }

  void quoted() {
    const auto start = here();
    auto end = at_ + 1;
    while (end < text_.size() && text_[end] != '"') end += text_[end] == '\\' ? 2U : 1U;
    if (end >= text_.size()) return refuse("network-open-quote", start);
    const char first = text_[at_ + 1];
    if (!joins_ && (first == '%' || first == mark || (first == '"' && !in_list_))) {
      move(1);
      out_.text += mark;
      return take_word(text_.substr(at_, end + 1 - at_));
    }
    take_word(text_.substr(at_, end + 1 - at_));
  }

  void markup() {
    const auto start = here();
    std::size_t depth = 0;
    auto end = at_;
    do {
      if (end >= text_.size()) return refuse("network-open-quote", start);
      if (text_[end] == '<') ++depth;
      if (text_[end] == '>') --depth;
      ++end;
    } while (depth > 0);
    take_word(text_.substr(at_, end - at_));
  }

  void word() {
    auto end = at_;
    while (end < text_.size() && is_word(text_[end])) ++end;
    take_word(text_.substr(at_, end - at_));
  }

  void take_word(std::string_view word) {
    const bool is_group = word.size() == 8 && text::lower_ascii(word) == "subgraph";
    const bool is_group_name = after_group_word_ && !is_group;
    after_group_word_ = is_group;
    before_ = word;
    joins_ = false;
    if (is_group && !out_.group) out_.group = here();
    if (!in_list_ && !is_group) {
      ++mentions_;
      const auto from = edge_from_;
      const auto known = is_group_name ? sizes_.find(word) : sizes_.end();
      operand(known == sizes_.end() ? 1 : known->second);
      name_ = is_group_name ? word : std::string_view();
      if (is_group_name) edge_from_ = from;  // its nodes may follow
    }
    move(word.size());
  }

  /// The word in front of a "=" is the name of an attribute.
  void note_name() {
    if (!names_.insert(before_).second || names_.size() <= limits_.tables.columns) return;
    refuse("network-too-many-attributes", here(),
           {.args = {std::to_string(limits_.tables.columns)}});
  }

  static std::uint64_t product(std::uint64_t a, std::uint64_t b) {
    return a != 0 && b > most_bytes / a ? most_bytes + 1 : a * b;
  }

  /// No more nodes than words outside lists; no more edges at a "->" between groups than pairs.
  void weigh() {
    const auto item = item_bytes + value_bytes * names_.size() + member_bytes * deepest_;
    if (product(pairs_ + mentions_, item) > most_bytes)
      refuse("network-too-costly", {0, 0}, {.args = {std::to_string(most_bytes)}});
  }

  std::string_view text_;
  io::SpotCounter places_;
  const NetworkLimits& limits_;
  io::Findings& findings_;
  DotScan out_;
  struct Group {
    std::uint64_t mentions_before;
    std::uint64_t edge_from;  ///< size of what an edge leads from into this group, or 0
    std::string_view name;
  };

  std::size_t at_ = 0;
  std::vector<Group> groups_;  ///< open ones
  std::size_t deepest_ = 0;
  bool in_list_ = false, closed_ = false, after_group_word_ = false;
  bool joins_ = false;       ///< behind a "+", which joins two quoted words
  std::string_view name_;    ///< of the group that may begin here
  std::string_view before_;  ///< the last word
  std::unordered_map<std::string_view, std::uint64_t> sizes_;  ///< of groups with a name
  std::unordered_set<std::string_view> names_;                 ///< of attributes
  std::uint64_t mentions_ = 0;                                 ///< words that may be nodes
  std::uint64_t pairs_ = 0, edge_from_ = 0, last_size_ = 0;
};

}  // namespace

std::string_view unmarked(std::string_view text) {
  return text.starts_with(mark) ? text.substr(1) : text;
}

DotScan scan_dot(std::string_view text, const NetworkLimits& limits, io::Findings& findings) {
  return Scanner(text, limits, findings).scan();
}

}  // namespace coopnet::exchange
