#include <algorithm>
#include <string>
#include <string_view>

#include "coopnet/core/text.hpp"
#include "coopnet/render/table.hpp"
#include "render/markup.hpp"
#include "render/table_cells.hpp"

namespace coopnet::render {
namespace {

/// Text that HTML shows as it is, between tags and inside quoted attributes.
std::string escaped(std::string_view text) { return as_markup(cells::one_line(text)); }

/// Writes the HTML of one table.
class HtmlWriter {
 public:
  HtmlWriter(const Table& table, Language language) : table_(table), language_(language) {
    const auto first_text =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const Column& c) { return c.type == ColumnType::text; });
    row_header_ = static_cast<std::size_t>(first_text - table.columns.begin());
  }

  std::string run() {
    out_ += "<table>\n";
    if (!table_.caption.empty()) out_ += "<caption>" + escaped(table_.caption) + "</caption>\n";
    out_ += "<thead>\n<tr>";
    for (const auto& column : table_.columns)
      out_ += "<th scope=\"col\"" + class_of(column) + '>' + escaped(column.title) + "</th>";
    out_ += "</tr>\n</thead>\n<tbody>\n";
    for (const auto& row : table_.rows) write_row(row);
    if (table_.rows.empty() && !table_.empty_reason.empty()) write_reason();
    out_ += "</tbody>\n</table>\n";
    for (const auto& note : table_.notes) out_ += "<p>" + escaped(note) + "</p>\n";
    return std::move(out_);
  }

 private:
  static std::string class_of(const Column& column) {
    return cells::right_aligned(column) ? " class=\"number\"" : "";
  }

  void write_row(const std::vector<Cell>& row) {
    out_ += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) {
      const auto& column = table_.columns[c];
      const bool header = c == row_header_;
      out_ += header ? "<th scope=\"row\"" : "<td";
      out_ += class_of(column) + '>' + content(row[c], column) + (header ? "</th>" : "</td>");
    }
    out_ += "</tr>\n";
  }

  void write_reason() {
    out_ += "<tr><td colspan=\"" + std::to_string(std::max<std::size_t>(1, table_.columns.size())) +
            "\">" + escaped(table_.empty_reason) + "</td></tr>\n";
  }

  std::string content(const Cell& cell, const Column& column) const {
    if (cell.unknown()) return "<i>" + escaped(cells::for_people(cell, column, language_)) + "</i>";
    if (const auto* item = std::get_if<Item>(&cell.value())) return content(*item);
    const auto* items = std::get_if<List>(&cell.value());
    if (items == nullptr || items->empty())
      return escaped(cells::for_people(cell, column, language_));
    std::string out;
    for (const auto& item : *items) {
      if (!out.empty()) out += ", ";
      out += content(item);
    }
    return out;
  }

  std::string content(const Item& item) const {
    std::string out;
    if (!item.stated)
      out += "<abbr title=\"" + escaped(message(language_, "common.inferred")) + "\">~</abbr>";
    return out + "<bdi>" + escaped(item.text) + "</bdi>";
  }

  const Table& table_;
  Language language_;
  std::size_t row_header_ = 0;
  std::string out_;
};

}  // namespace

std::string to_html_fragment(const Table& table, Language language) {
  check(table);
  return HtmlWriter(table, language).run();
}

namespace {

/// No script, no other file; readable on paper, on a narrow screen, and on a dark one.
constexpr std::string_view page_head = R"(<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<style>
:root { color-scheme: light dark; }
body { font-family: "DejaVu Sans", "Noto Sans", "Noto Sans Arabic", sans-serif; margin: 1.5rem; }
main { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; padding-block: 0.5rem; }
th, td { border-block-end: 1px solid; padding: 0.3rem 0.8rem; text-align: start; }
th, td { vertical-align: top; }
tbody th { font-weight: normal; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
@media print { body { margin: 0; } thead { display: table-header-group; } }
</style>
)";

}  // namespace

std::string html_page(std::string_view title, std::string_view body, Language language) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"";
  out += language_code(language);
  out += language == Language::ar ? "\" dir=\"rtl\">\n" : "\">\n";
  out += page_head;
  out += "<title>" + escaped(title) + "</title>\n</head>\n<body>\n<main>\n";
  out += body;
  return out + "</main>\n</body>\n</html>\n";
}

std::string to_html_page(const Table& table, Language language) {
  return html_page(table.caption, to_html_fragment(table, language), language);
}

}  // namespace coopnet::render
