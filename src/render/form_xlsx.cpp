#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/render/form.hpp"
#include "render/workbook.hpp"

namespace coopnet::render {
namespace {

constexpr std::size_t header_row = 0, help_row = 1, first_row = 2;

/// Descriptions need room, words of a list do not.
double width_of(const FormField& field) {
  constexpr double wide = 60, usual = 28, narrow = 16;
  if (field.key == "summary" || field.key == "progress") return wide;
  return field.key == "id" || field.key == "year" || field.key == "updated" ? narrow : usual;
}

void write_table(Workbook& book, const Form& form, std::string_view lists) {
  book.begin_sheet(form.title);
  if (form.language == Language::ar) book.right_to_left();
  std::size_t list = 0;
  for (std::size_t c = 0; c < form.fields.size(); ++c) {
    const auto& field = form.fields[c];
    book.text_column(c, width_of(field));
    book.title(header_row, c, field.header);
    book.text(help_row, c, (c == 0 ? "# " : "") + field.help, true);
    book.text(first_row, c, text::join(field.filled, "; "), true);
    if (field.choices.empty()) continue;
    if (!field.list) book.choose_from(c, first_row, lists, list, field.choices.size());
    ++list;
  }
  book.freeze(first_row);
}

void write_lists(Workbook& book, const Form& form, std::string_view name) {
  constexpr double width = 44;
  book.begin_sheet(name);
  if (form.language == Language::ar) book.right_to_left();
  std::size_t c = 0;
  for (const auto& field : form.fields) {
    if (field.choices.empty()) continue;
    book.text_column(c, width);
    book.title(0, c, field.header);
    for (std::size_t i = 0; i < field.choices.size(); ++i)
      book.text(i + 1, c, field.choices[i], true);
    ++c;
  }
  book.freeze(1);
}

}  // namespace

std::string form_xlsx(const Form& form) {
  const auto lists = intake::lists_sheet[static_cast<std::size_t>(form.language)];
  Workbook book;
  write_table(book, form, lists);
  write_lists(book, form, lists);
  return book.finish();
}

}  // namespace coopnet::render
