#include "coopnet/render/xlsx.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/render/names.hpp"
#include "render/table_cells.hpp"
#include "render/workbook.hpp"

namespace coopnet::render {
namespace {

constexpr std::size_t most_rows = 1'048'576 - 1;  // below the titles

/// The name of the row with this id, or empty.
std::string name_of(const Dataset& data, std::string_view id, Language language) {
  if (const auto actor = data.actors.find(id)) return actor_name(data, *actor, language);
  if (const auto forum = data.forums.find(id)) return label(data.forums[*forum].name, language);
  if (const auto tag = data.tags.find(id)) return tag_name(data, *tag, language, true);
  if (const auto region = data.regions.find(id)) return region_name(data, *region, language);
  if (const auto pledge = data.pledges.find(id)) return data.pledges[*pledge].title;
  return {};
}

/// Whether names are looked for behind the column. A text is taken for an id where a row has just
/// this id; lists only in columns of ids, since a list may also hold numbers.
bool may_hold_ids(const Column& column) {
  constexpr std::array<std::string_view, 3> endings{"_ids", "_actors", "_regions"};
  constexpr std::array<std::string_view, 5> keys{"who", "with", "cut_off", "who_has_it",
                                                 "joint_pledges"};
  if (column.type == ColumnType::text) return true;
  return std::find(keys.begin(), keys.end(), column.key) != keys.end() ||
         std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return column.key.ends_with(ending); });
}

std::string joined(const List& items) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : "; ") + cells::with_mark(item);
  return out;
}

/// One column of a sheet: texts, or numbers with the decimals to show.
struct SheetColumn {
  std::string title;
  int decimals = -1;  ///< none: texts
  std::vector<std::string> texts;
  std::vector<std::optional<double>> numbers;
};

double ten_digits(double value) {
  const auto digits = text::number(value);
  double out = value;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

/// A cell of numbers: what it holds, the part of a ratio or its whole.
std::optional<double> number_in(const Cell& cell, const Column& column, bool whole) {
  if (const auto* n = std::get_if<std::int64_t>(&cell.value())) return static_cast<double>(*n);
  if (const auto* n = std::get_if<double>(&cell.value())) return ten_digits(*n);
  const auto* ratio = std::get_if<Ratio>(&cell.value());
  if (ratio == nullptr) return std::nullopt;
  if (column.type == ColumnType::number) return ten_digits(cells::quotient(*ratio));
  return static_cast<double>(whole ? ratio->whole : ratio->part);
}

class SheetMaker {
 public:
  SheetMaker(const Table& table, const Envelope& envelope, Language language)
      : table_(table), data_(envelope.data), language_(language) {}

  std::vector<SheetColumn> make() {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) add(c);
    return std::move(out_);
  }

 private:
  void add(std::size_t c) {
    const auto& column = table_.columns[c];
    if (column.type == ColumnType::text || column.type == ColumnType::list) {
      out_.push_back(texts(c, false));
      if (data_ == nullptr || !may_hold_ids(column)) return;
      auto names = texts(c, true);
      const bool said = std::any_of(out_.begin(), out_.end(), [&](const SheetColumn& before) {
        return before.texts == names.texts;
      });
      if (!said) out_.push_back(std::move(names));
      return;
    }
    out_.push_back(numbers(c, false));
    if (column.type == ColumnType::ratio) out_.push_back(numbers(c, true));
  }

  SheetColumn texts(std::size_t c, bool names) const {
    const auto& title = table_.columns[c].title;
    SheetColumn out;
    out.title = names ? message(language_, "xlsx.names", {title}) : title;
    for (const auto& row : table_.rows) {
      List items;
      if (const auto* item = std::get_if<Item>(&row[c].value())) items = {*item};
      if (const auto* list = std::get_if<List>(&row[c].value())) items = *list;
      if (names)
        for (auto& item : items)
          if (auto name = name_of(*data_, item.text, language_); !name.empty())
            item.text = std::move(name);
      out.texts.push_back(joined(items));
    }
    return out;
  }

  SheetColumn numbers(std::size_t c, bool whole) const {
    const auto& column = table_.columns[c];
    SheetColumn out;
    out.title = whole ? message(language_, "xlsx.whole", {column.title}) : column.title;
    out.decimals = column.type == ColumnType::number ? column.decimals : 0;
    for (const auto& row : table_.rows) out.numbers.push_back(number_in(row[c], column, whole));
    return out;
  }

  const Table& table_;
  const Dataset* data_;
  Language language_;
  std::vector<SheetColumn> out_;
};

/// Wide enough for the title with its arrow and for most contents.
double width_of(const SheetColumn& column) {
  constexpr std::size_t narrowest = 8, widest = 60, arrow = 3, number = 10;
  std::size_t width = text::display_width(column.title) + arrow;
  for (const auto& text : column.texts)
    width = std::max(width, text::display_width(text.substr(0, 4 * widest)) + 1);
  if (column.decimals >= 0) width = std::max(width, number);
  return static_cast<double>(std::clamp(width, narrowest, widest));
}

void write_column(Workbook& book, std::size_t c, const SheetColumn& column) {
  // Whole numbers beyond this are no longer exact in a spreadsheet.
  constexpr double exact = 9007199254740992;
  book.title(0, c, column.title);
  book.set_width(c, width_of(column));
  for (std::size_t row = 0; row < column.texts.size(); ++row)
    book.text(row + 1, c, column.texts[row]);
  for (std::size_t row = 0; row < column.numbers.size(); ++row) {
    const auto& value = column.numbers[row];
    if (!value) continue;
    if (column.decimals == 0 && std::abs(*value) > exact)
      book.text(row + 1, c, text::fixed(*value, 0));
    else
      book.number(row + 1, c, *value, column.decimals);
  }
}

/// The sheet that says what the others are.
class About {
 public:
  About(Workbook& book, Language language) : book_(book), language_(language) {
    constexpr double name_width = 24, text_width = 100;
    book_.begin_sheet(say("about"));
    book_.set_width(0, name_width);
    book_.set_width(1, text_width);
  }

  void write(std::span<const NamedTable> tables, const Envelope& envelope) {
    for (const auto& named : tables) {
      add(named.name, named.table.caption);
      if (named.table.rows.empty()) add("", named.table.empty_reason);
      for (const auto& note : named.table.notes) add("", note);
    }
    for (const auto& note : envelope.notes) add(say("note"), note);
    if (book_.texts_cut() > 0) add(say("note"), say("texts-cut", {book_.texts_cut()}));
    add(say("dataset"), envelope.dataset_title);
    add(say("as-of"), envelope.as_of);
    add(say("content-hash"), envelope.content_hash);
    add(say("sample-of"), envelope.sample_of);
    for (const auto& caveat : envelope.caveats) add(say("caveat"), caveat);
    for (const auto& method : envelope.methods) add(say("method"), method);
    add(say("verb"), "coopnet " + envelope.verb);
    for (const auto& [name, value] : envelope.options)
      if (auto text = option_text(value); !text.empty()) add(say("option", {name}), text);
    if (envelope.seed) add(say("seed"), std::to_string(*envelope.seed));
    add(say("version"), envelope.tool_version);
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(language_, "xlsx." + std::string(key), args);
  }

  void add(const std::string& name, const std::string& text) {
    if (text.empty()) return;
    if (!name.empty()) book_.title(row_, 0, name);
    book_.text(row_++, 1, text, true);
  }

  std::string option_text(const OptionValue& option) const {
    struct Words {
      Language language;
      std::string operator()(std::monostate) const { return {}; }
      std::string operator()(bool flag) const {
        return flag ? message(language, "common.yes") : "";
      }
      std::string operator()(std::int64_t n) const { return std::to_string(n); }
      std::string operator()(std::uint64_t n) const { return std::to_string(n); }
      std::string operator()(double n) const { return text::number(n); }
      std::string operator()(const std::string& s) const { return s; }
      std::string operator()(const std::vector<std::string>& list) const {
        return text::join(list, "; ");
      }
    };
    return std::visit(Words{language_}, option.value());
  }

  Workbook& book_;
  Language language_;
  std::size_t row_ = 0;
};

void check_names(std::span<const NamedTable> tables) {
  std::set<std::string_view> names;
  for (const auto& named : tables)
    if (!names.insert(named.name).second)
      throw PreconditionError("two tables have the name " + named.name);
}

}  // namespace

std::string to_xlsx(std::span<const NamedTable> tables, const Envelope& envelope,
                    Language language) {
  check_names(tables);
  Workbook book;
  for (const auto& named : tables) {
    if (named.table.rows.size() > most_rows)
      throw DataError(
          message(language, "xlsx.too-many-rows", {named.table.rows.size(), most_rows}));
    check(named.table);
    book.begin_sheet(named.name);
    const auto columns = SheetMaker(named.table, envelope, language).make();
    for (std::size_t c = 0; c < columns.size(); ++c) write_column(book, c, columns[c]);
    book.finish_table(named.table.rows.size(), columns.size());
  }
  About(book, language).write(tables, envelope);
  return book.finish();
}

}  // namespace coopnet::render
