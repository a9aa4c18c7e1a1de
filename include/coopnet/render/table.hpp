#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "coopnet/core/errors.hpp"
#include "coopnet/render/messages.hpp"

namespace coopnet::io {
class JsonWriter;
}

/// The one value behind every tabular output, and what writes it for people and for programs.
namespace coopnet::render {

/// What a column holds. Programs get the value; people get it as said here.
enum class ColumnType : std::uint8_t {
  text,     ///< a text
  integer,  ///< a whole number
  number,   ///< a number or a Ratio, with a chosen number of decimals
  ratio,    ///< a Ratio, shown as "16/150": the denominator is part of the statement
  list,     ///< any number of texts
};

enum class Alignment : std::uint8_t { by_type, left, right };

/// What may be left out where the width is small; CSV and JSON always have every column.
enum class Importance : std::uint8_t { essential, normal, extra };

struct Column {
  std::string key{};    ///< for programs: lower_case, digits, underscores; unique in the table
  std::string title{};  ///< for people
  ColumnType type = ColumnType::text;
  Importance importance = Importance::normal;
  bool marked = false;  ///< texts can be inferred: "~" before them, "stated" in JSON
  int decimals = 2;     ///< of numbers, for people
  Alignment alignment = Alignment::by_type;
  bool undefined = false;  ///< a cell without a value has none ("n/a"), rather than an unknown one
  bool counts = false;     ///< says how many actors or records there are (see withhold_small)
};

/// A text, and whether a source states it or somebody concluded it.
struct Item {
  std::string text;
  bool stated = true;
  friend bool operator==(const Item&, const Item&) = default;
};
using List = std::vector<Item>;

/// An exact fraction, kept apart until it is shown. A whole of zero is unknown.
struct Ratio {
  std::int64_t part = 0;
  std::int64_t whole = 0;
  friend bool operator==(const Ratio&, const Ratio&) = default;
};

struct Unknown {
  friend bool operator==(Unknown, Unknown) = default;
};

/// The content of one cell: unknown unless made from a value. Numbers that are not finite and
/// ratios of a zero whole are unknown.
class Cell {
 public:
  using Value = std::variant<Unknown, Item, std::int64_t, double, Ratio, List>;

  Cell() = default;
  Cell(Unknown) {}
  Cell(const char* text) : value_(Item{text, true}) {}
  Cell(std::string_view text) : value_(Item{std::string(text), true}) {}
  Cell(std::string text) : value_(Item{std::move(text), true}) {}
  Cell(Item item) : value_(std::move(item)) {}
  Cell(double number);
  Cell(Ratio ratio);
  Cell(List items) : value_(std::move(items)) {}
  Cell(const std::vector<std::string>& items);
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Cell(T number) : value_(to_int64(number)) {}
  template <class T>
  Cell(const std::optional<T>& value) : Cell(value ? Cell(*value) : Cell()) {}

  [[nodiscard]] const Value& value() const { return value_; }
  [[nodiscard]] bool unknown() const { return std::holds_alternative<Unknown>(value_); }
  friend bool operator==(const Cell&, const Cell&) = default;

 private:
  template <std::integral T>
  static std::int64_t to_int64(T number) {
    if (!std::in_range<std::int64_t>(number))
      throw PreconditionError("a table cell holds whole numbers of 64 bits with sign");
    return static_cast<std::int64_t>(number);
  }

  Value value_;
};

struct Table {
  std::string caption{};
  std::vector<Column> columns{};
  std::vector<std::vector<Cell>> rows{};
  std::vector<std::string> notes{};  ///< sentences below the table; in JSON too
  std::string empty_reason{};        ///< shown instead of rows where there are none

  void add(std::initializer_list<Cell> row) { rows.emplace_back(row); }
};

/// Says of these columns, by their keys, that they count actors or records.
void mark_counts(Table&, std::initializer_list<std::string_view> keys);

/// The table without counts from 1 to `least` - 1 in the columns that count: for people they become
/// "<5", for programs they are left empty, and a note tells it. A ratio with such a part or whole
/// counts too. Sums and sentences stay as they are.
[[nodiscard]] Table withhold_small(Table, std::int64_t least, bool for_people, Language);

/// Whether any text is one that somebody concluded, so that the table needs a word about "~".
[[nodiscard]] bool has_inferred(const Table&);

/// Throws PreconditionError unless keys are well-formed and unique, every row has a cell a column
/// of the column's type, and inferred texts stand in marked columns. The writers below call it.
void check(const Table&);

struct TextStyle {
  std::size_t width = 80;  ///< columns of the terminal; 0: no limit
  bool colour = false;     ///< bold caption and titles; nothing is told by colour alone
  bool header = true;
  Language language = Language::en;
};

/// For terminals. Where the width does not hold the table, texts are wrapped (three lines at most,
/// then "…"), then columns are left out by their importance, which a note tells; numbers are never
/// cut. Control characters are shown, not obeyed; right-to-left texts are isolated.
[[nodiscard]] std::string to_text(const Table&, const TextStyle& = {});

struct CsvStyle {
  char delimiter = ',';
  bool header = true;
  bool raw = false;  ///< leave texts that a spreadsheet would take for formulas as they are
  bool bom = false;  ///< begin with a byte order mark, which some spreadsheets need
};

/// For spreadsheets and programs: keys as header, 10 significant digits, lists joined by ";", "~"
/// before inferred texts, unknown cells empty. Unless raw, a text that begins with = + - @, tab or
/// carriage return gets an apostrophe before it.
[[nodiscard]] std::string to_csv(const Table&, const CsvStyle& = {});

/// A Markdown (GFM) table with the caption before it and the notes after it; markup in data is
/// escaped.
[[nodiscard]] std::string to_markdown(const Table&, Language = Language::en);

/// A <table> with caption and scopes, and the notes after it; data is escaped and isolated.
[[nodiscard]] std::string to_html_fragment(const Table&, Language = Language::en);
/// The fragment as a page of its own that needs no other file and runs nothing.
[[nodiscard]] std::string to_html_page(const Table&, Language = Language::en);
/// The same around any fragments. `title` is escaped, `body` is HTML already.
[[nodiscard]] std::string html_page(std::string_view title, std::string_view body,
                                    Language = Language::en);

/// An array of one object a row, members by column key in column order. Unknown is null; a text of
/// a marked column is {"value": ..., "stated": true}.
void write_json(io::JsonWriter&, const Table&);

}  // namespace coopnet::render
