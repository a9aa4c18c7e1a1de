#include "render/workbook.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::render {
namespace {

constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'767;  // counted by spreadsheets in units of UTF-16

[[noreturn]] void fail(const char* reason) { throw IoError(std::string("xlsx: ") + reason); }

/// Units of UTF-16: characters, those beyond the basic plane (four bytes in UTF-8) twice.
std::size_t utf16_length(std::string_view s) {
  return text::length(s) + static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0xF0;
         }));
}

/// Whether a text holds the form of an escape here: "_x000D_".
bool escape_at(std::string_view text, std::size_t at) {
  constexpr std::size_t length = 7;
  const auto part = text.substr(at, length);
  return part.size() == length && part.starts_with("_x") && part[length - 1] == '_' &&
         part.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
}

/// The text as XML can hold it: control characters in the form "_x000D_", what only looks like
/// that escaped itself, and U+FFFD for characters that no form can hold.
std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF", replacement = "\xEF\xBF\xBD";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool none = text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF";
    if (byte == 0 || none) {
      out += replacement;
      i += none ? 2 : 0;
    } else if (byte < 0x20 && byte != '\t' && byte != '\n') {
      out += {'_', 'x', '0', '0', digits[byte >> 4U], digits[byte & 15U], '_'};
    } else if (byte == '_' && escape_at(text, i)) {
      out += "_x005F_";
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

Workbook::Workbook() : scratch_(::memfd_create("coopnet-xlsx", MFD_CLOEXEC)) {
  if (scratch_ < 0) fail(std::strerror(errno));
  const std::string path = "/proc/self/fd/" + std::to_string(scratch_);
  book_ = workbook_new(path.c_str());
  if (book_ == nullptr) {
    ::close(scratch_);
    throw std::bad_alloc();
  }
  lxw_doc_properties properties = {};
  properties.created = 315'532'800;  // 1980-01-01, the day of the parts in the archive
  workbook_set_properties(book_, &properties);
  bold_ = workbook_add_format(book_);
  format_set_bold(bold_);
  wrapped_ = workbook_add_format(book_);
  format_set_text_wrap(wrapped_);
  format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
  typed_ = workbook_add_format(book_);
  format_set_num_format(typed_, "@");
  format_set_text_wrap(typed_);
  format_set_align(typed_, LXW_ALIGN_VERTICAL_TOP);
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
  ::close(scratch_);
}

void Workbook::begin_sheet(std::string_view name) {
  const std::string own = sheet_name(name);
  folded_names_.push_back(text::fold(own));
  sheet_ = workbook_add_worksheet(book_, own.c_str());
  if (sheet_ == nullptr) fail("a sheet could not be added");
}

std::string Workbook::sheet_name(std::string_view wanted) const {
  std::string plain = text::inert(wanted);
  std::replace_if(
      plain.begin(), plain.end(),
      [](char c) { return std::string_view("[]:*?/\\'").find(c) != std::string_view::npos; }, '_');
  if (plain.empty()) plain = "_";
  const auto taken = [&](const std::string& name) {
    return std::find(folded_names_.begin(), folded_names_.end(), text::fold(name)) !=
           folded_names_.end();
  };
  const auto with_ending = [&](const std::string& ending) {
    std::string head = plain;
    while (utf16_length(head + ending) > longest_name)
      head = text::shorten(head, text::length(head) - 1);
    return head + ending;
  };
  std::string name = with_ending("");
  for (std::size_t n = 2; taken(name); ++n) name = with_ending('-' + std::to_string(n));
  return name;
}

std::string Workbook::cell_text(std::string_view text) {
  std::string out = escaped(text);
  if (utf16_length(out) <= longest_text) return out;
  ++texts_cut_;
  std::string shorter = text::shorten(text, longest_text);
  while (utf16_length(out = escaped(shorter)) > longest_text) {
    const std::size_t length = text::length(shorter);
    shorter = text::shorten(shorter, length - std::max<std::size_t>(length / 64, 1));
  }
  return out;
}

void Workbook::check(lxw_error error) const {
  if (error != LXW_NO_ERROR) fail(lxw_strerror(error));
}

void Workbook::title(std::size_t row, std::size_t column, std::string_view text) {
  check(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                               cell_text(text).c_str(), bold_));
}

void Workbook::text(std::size_t row, std::size_t column, std::string_view text, bool wrapped) {
  if (text.empty()) return;
  check(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                               cell_text(text).c_str(), wrapped ? wrapped_ : nullptr));
}

lxw_format* Workbook::decimals_format(int decimals) {
  auto& format = decimals_[decimals];
  if (format == nullptr) {
    format = workbook_add_format(book_);
    const auto zeros = static_cast<std::size_t>(std::max(decimals, 0));
    format_set_num_format(format, zeros == 0 ? "0" : ("0." + std::string(zeros, '0')).c_str());
  }
  return format;
}

void Workbook::number(std::size_t row, std::size_t column, double value, int decimals) {
  check(worksheet_write_number(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                               value, decimals_format(decimals)));
}

void Workbook::set_width(std::size_t column, double width) {
  const auto c = static_cast<lxw_col_t>(column);
  check(worksheet_set_column(sheet_, c, c, width, nullptr));
}

void Workbook::finish_table(std::size_t rows, std::size_t columns) {
  worksheet_freeze_panes(sheet_, 1, 0);
  if (rows > 0 && columns > 0)
    check(worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(rows),
                               static_cast<lxw_col_t>(columns - 1)));
}

void Workbook::text_column(std::size_t column, double width) {
  const auto c = static_cast<lxw_col_t>(column);
  check(worksheet_set_column(sheet_, c, c, width, typed_));
}

void Workbook::choose_from(std::size_t column, std::size_t first_row, std::string_view sheet,
                           std::size_t list_column, std::size_t list_rows) {
  char first[LXW_MAX_CELL_NAME_LENGTH] = {};
  char last[LXW_MAX_CELL_NAME_LENGTH] = {};
  const auto c = static_cast<lxw_col_t>(list_column);
  lxw_rowcol_to_cell_abs(first, 1, c, true, true);
  lxw_rowcol_to_cell_abs(last, static_cast<lxw_row_t>(list_rows), c, true, true);
  const std::string range =
      "'" + std::string(sheet) + "'!" + std::string(first) + ":" + std::string(last);
  // A list that is a range leaks in the library (1.1.4), which copies it twice; a list of words
  // does not. So the words are put in, and their copy is replaced by the range.
  std::string any = "x";
  std::array<char*, 2> words{any.data(), nullptr};
  lxw_data_validation list = {};
  list.validate = LXW_VALIDATION_TYPE_LIST;
  list.value_list = words.data();
  const auto own = static_cast<lxw_col_t>(column);
  check(worksheet_data_validation_range(sheet_, static_cast<lxw_row_t>(first_row), own,
                                        LXW_ROW_MAX - 1, own, &list));
  lxw_data_val_obj* added = STAILQ_FIRST(sheet_->data_validations);
  while (STAILQ_NEXT(added, list_pointers) != nullptr) added = STAILQ_NEXT(added, list_pointers);
  char* const copy = ::strdup(range.c_str());
  if (copy == nullptr) throw std::bad_alloc();
  std::free(std::exchange(added->value_formula, copy));
}

void Workbook::freeze(std::size_t rows) {
  worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(rows), 0);
}

void Workbook::right_to_left() { worksheet_right_to_left(sheet_); }

std::string Workbook::finish() {
  const lxw_error error = workbook_close(std::exchange(book_, nullptr));  // frees it in any case
  check(error);
  const auto size = ::lseek(scratch_, 0, SEEK_END);
  if (size < 0) fail(std::strerror(errno));
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const auto n =
        ::pread(scratch_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(std::strerror(n < 0 ? errno : EIO));
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

}  // namespace coopnet::render
