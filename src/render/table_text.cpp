#include <utf8proc.h>

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/table.hpp"
#include "render/table_cells.hpp"
#include "render/table_layout.hpp"

namespace coopnet::render {
namespace {

constexpr std::size_t most_lines = 3;
constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

bool has_right_to_left(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t cp = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i;
    const auto n = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - i), &cp);
    if (n <= 0) return false;
    const auto direction = utf8proc_get_property(cp)->bidi_class;
    if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL) return true;
    i += static_cast<std::size_t>(n);
  }
  return false;
}

/// A right-to-left text must not drag the columns beside it along.
std::string isolated(std::string text) {
  if (!has_right_to_left(text)) return text;
  return "\u2068" + text + "\u2069";
}

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  for (const auto word : text::split_list(text, ' '))
    longest = std::max(longest, text::display_width(word));
  return longest;
}

/// The writer of one table: its texts, made visible, and where they go.
class TextWriter {
 public:
  TextWriter(const Table& table, const TextStyle& style) : table_(table), style_(style) {
    measure();
    widths_ = layout::widths(needs_, style.width);
  }

  std::string run() {
    if (!table_.caption.empty()) paragraph(table_.caption, true);
    if (table_.rows.empty()) {
      if (!table_.empty_reason.empty()) paragraph(table_.empty_reason, false);
    } else {
      gap_line();
      if (style_.header) line_of(titles_, true);
      for (const auto& row : texts_) line_of(row, false);
    }
    const std::string hidden = hidden_note();
    if (!table_.rows.empty() && !(table_.notes.empty() && hidden.empty())) gap_line();
    for (const auto& note : table_.notes) paragraph(note, false);
    if (!hidden.empty()) paragraph(hidden, false);
    return std::move(out_);
  }

 private:
  void measure() {
    const std::size_t columns = table_.columns.size();
    needs_.resize(columns);
    for (std::size_t c = 0; c < columns; ++c) {
      const auto& column = table_.columns[c];
      auto& need = needs_[c];
      titles_.push_back(cells::one_line(column.title));
      if (style_.header) {
        need.title = text::display_width(titles_[c]);
        need.title_word = longest_word(titles_[c]);
      }
      need.wraps = column.type == ColumnType::text || column.type == ColumnType::list;
      need.importance = column.importance;
    }
    texts_.reserve(table_.rows.size());
    for (const auto& row : table_.rows) {
      auto& texts = texts_.emplace_back();
      texts.reserve(columns);
      for (std::size_t c = 0; c < columns; ++c) {
        texts.push_back(
            cells::one_line(cells::for_people(row[c], table_.columns[c], style_.language)));
        needs_[c].content = std::max(needs_[c].content, text::display_width(texts[c]));
      }
    }
  }

  void gap_line() {
    if (!out_.empty()) out_ += '\n';
  }

  void paragraph(std::string_view text, bool strong) {
    const std::size_t width = style_.width == 0 ? no_limit : std::max<std::size_t>(style_.width, 1);
    for (auto& line : layout::wrap(cells::one_line(text), width, no_limit)) {
      append_styled(isolated(std::move(line)), strong);
      out_ += '\n';
    }
  }

  void append_styled(std::string_view text, bool strong) {
    if (strong && style_.colour && !text.empty())
      out_.append("\x1b[1m").append(text).append("\x1b[0m");
    else
      out_ += text;
  }

  /// One row of the table: as many lines as its tallest cell.
  void line_of(const std::vector<std::string>& texts, bool strong) {
    std::vector<std::vector<std::string>> wrapped(texts.size());
    std::size_t height = 1;
    for (std::size_t c = 0; c < texts.size(); ++c) {
      if (widths_[c] == 0) continue;
      const bool whole = !strong && !needs_[c].wraps;
      wrapped[c] = layout::wrap(texts[c], whole ? no_limit : widths_[c], most_lines);
      height = std::max(height, wrapped[c].size());
    }
    for (std::size_t l = 0; l < height; ++l) line(wrapped, l, strong);
  }

  void line(std::vector<std::vector<std::string>>& wrapped, std::size_t l, bool strong) {
    std::size_t pending = 0;  // blanks owed before the next text: none at the end of a line
    for (std::size_t c = 0; c < wrapped.size(); ++c) {
      if (widths_[c] == 0) continue;
      std::string text = l < wrapped[c].size() ? std::move(wrapped[c][l]) : std::string();
      const std::size_t used = text::display_width(text);
      const std::size_t padding = widths_[c] > used ? widths_[c] - used : 0;
      const bool right = cells::right_aligned(table_.columns[c]);
      if (!text.empty()) {
        out_.append(pending + (right ? padding : 0), ' ');
        append_styled(isolated(std::move(text)), strong);
        pending = right ? 0 : padding;
      } else {
        pending += padding;
      }
      pending += layout::gap;
    }
    out_ += '\n';
  }

  std::string hidden_note() const {
    if (table_.rows.empty()) return {};
    const auto hidden = std::count(widths_.begin(), widths_.end(), std::size_t{0});
    if (hidden == 0) return {};
    return message(style_.language, "common.columns-hidden", {hidden});
  }

  const Table& table_;
  const TextStyle& style_;
  std::vector<layout::Need> needs_;
  std::vector<std::string> titles_;
  std::vector<std::vector<std::string>> texts_;
  std::vector<std::size_t> widths_;
  std::string out_;
};

}  // namespace

std::string to_text(const Table& table, const TextStyle& style) {
  check(table);
  return TextWriter(table, style).run();
}

}  // namespace coopnet::render
