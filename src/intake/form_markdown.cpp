#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/form.hpp"
#include "intake/form_rows.hpp"
#include "io/findings.hpp"
#include "io/text_scan.hpp"

/// A Markdown form is read line by line; what stands below a heading of the second level is the
/// value of that field. A whole page is one row; several rows are several pages below each other.
namespace coopnet::intake {
namespace {

/// Rows times fields: much more than people fill in by hand.
constexpr std::size_t most_cells = 10'000'000;

/// "- [x] text": what is ticked. Returns whether the line is a box at all.
bool read_box(std::string_view line, bool& ticked, std::string_view& text) {
  if (!line.starts_with("- [") && !line.starts_with("* [")) return false;
  const auto close = line.find(']');
  if (close == std::string_view::npos || close > 5) return false;
  const auto mark = text::trim(line.substr(3, close - 3));
  if (!mark.empty() && mark != "x" && mark != "X" && mark != "✓" && mark != "✔") return false;
  ticked = !mark.empty();
  text = text::trim(line.substr(close + 1));
  return true;
}

/// Characters that Markdown escapes, as they were meant.
std::string unescaped(std::string_view text) {
  constexpr std::string_view marks = "\\`*_[]<>&|~#$!-+.():{}\"'";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '\\' && i + 1 < text.size() && marks.find(text[i + 1]) != std::string_view::npos;
    out += escape ? text[++i] : text[i];
  }
  return out;
}

class MarkdownForm {
 public:
  MarkdownForm(std::string_view text, const io::TableLimits& limits, io::Findings& findings)
      : text_(text), limits_(limits), findings_(findings) {}

  RawTable read() {
    bool more = true;
    while (more && !text_.empty()) {
      const auto end = std::min(text_.find('\n'), text_.size());
      const auto line = text::trim(text_.substr(0, end));
      text_.remove_prefix(std::min(end + 1, text_.size()));
      ++line_;
      read_line(line);
      more = within_limits();
    }
    close_field();
    if (!more) {  // refused: nothing is half read
      rows_.clear();
      columns_.clear();
    }
    std::erase_if(rows_, [](const FormRow& row) { return row.cells.empty(); });
    return table_of_rows(rows_, "flat", columns_, findings_.file());
  }

 private:
  bool within_limits() {
    const auto refuse = [&](std::string_view code, std::size_t limit) {
      findings_.error(code, {line_, 0}, {.args = {std::to_string(limit)}});
      return false;
    };
    if (columns_.size() > limits_.columns) return refuse("too-many-columns", limits_.columns);
    if (rows_.size() > limits_.rows) return refuse("too-many-rows", limits_.rows);
    if (rows_.size() * columns_.size() > most_cells) return refuse("too-many-cells", most_cells);
    if (value_.size() > limits_.field_bytes) return refuse("field-too-long", limits_.field_bytes);
    return true;
  }

  void read_line(std::string_view line) {
    if (line == "#" || line.starts_with("# ")) return begin_row();
    if (line.starts_with("## ")) return begin_field(text::trim(line.substr(3)));
    if (line.empty()) {
      if (!value_.empty() && !in_box_) value_ += '\n';
      return;
    }
    if (line == "<div dir=\"rtl\">" || line == "</div>") return;
    if (line.starts_with('>') && (field_.empty() || in_help_)) return;
    if (field_.empty()) {
      findings_.error("form-text-outside", {line_, 1}, {.value = line});
      return;
    }
    in_help_ = false;
    bool ticked = false;
    std::string_view item;
    in_box_ = read_box(line, ticked, item);
    if (in_box_ && !ticked) return;
    if (value_.empty())
      value_line_ = line_;
    else
      value_ += in_box_ ? ';' : '\n';
    value_ += unescaped(in_box_ ? item : line);
  }

  void begin_row() {
    close_field();
    rows_.emplace_back().place = {{}, line_, 1};
    in_row_.clear();
  }

  void begin_field(std::string_view name) {
    close_field();
    if (rows_.empty()) begin_row();
    field_ = text::lower_ascii(unescaped(name));
    in_help_ = true;
    if (known_.insert(field_).second) columns_.push_back({field_, {{}, line_, 4}});
    const auto [first, fresh] = in_row_.emplace(field_, line_);
    if (!fresh)
      findings_.error("form-heading-twice", {line_, 4},
                      {.value = field_, .args = {std::to_string(first->second)}});
  }

  void close_field() {
    if (field_.empty()) return;
    const auto value = text::trim(value_);
    if (!value.empty()) {
      FormCell& cell = rows_.back().cells[field_];
      cell.text = value;
      cell.place = {{}, value_line_, 1};
    }
    field_.clear();
    value_.clear();
    in_box_ = in_help_ = false;
  }

  std::string_view text_;
  const io::TableLimits& limits_;
  io::Findings& findings_;
  std::vector<FormRow> rows_;
  std::vector<FormColumn> columns_;
  std::set<std::string> known_;                  ///< columns
  std::map<std::string, std::uint32_t> in_row_;  ///< fields of the row at hand -> line
  std::string field_, value_;
  std::uint32_t line_ = 0, value_line_ = 0;
  bool in_help_ = false;  ///< right below a heading
  bool in_box_ = false;   ///< the line before was a box
};

}  // namespace

RawTable read_markdown_form(std::string text, const std::string& file,
                            const io::TableLimits& limits, Diagnostics& findings) {
  io::Findings out(findings, file, limits.findings);
  RawTable table;
  table.name = "flat";
  table.file = file;
  if (!io::check_text(text, out)) return table;
  const auto body = io::without_mark(text);
  if (const auto nul = body.find('\0'); nul != std::string_view::npos)
    out.error("nul-byte", io::spot_of(body, nul));
  else
    table = MarkdownForm(body, limits, out).read();
  out.finish();
  return table;
}

}  // namespace coopnet::intake
