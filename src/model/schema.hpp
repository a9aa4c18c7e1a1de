#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

/// The schema is data: for each table a list of columns, each of which knows how to read its cell
/// into a row and how to write it back. Reading, writing, the canonical form and the JSON form all
/// walk these lists; a new column is one line here.
namespace coopnet::schema {

/// Where a cell is being read.
struct Context {
  const Dataset& data;
  Diagnostics& findings;
  const RawTable& table;
  const RawCell* cell = nullptr;
  std::string_view field;

  void report(Severity severity, std::string code, std::string_view value,
              std::vector<std::string> args = {}, std::string nearest = {}) const;
  void error(std::string code, std::string_view value, std::vector<std::string> args = {},
             std::string nearest = {}) const {
    report(Severity::error, std::move(code), value, std::move(args), std::move(nearest));
  }
};

enum class Shape : std::uint8_t { scalar, list, facets };

template <class R>
struct Column {
  std::string_view name;
  Shape shape = Shape::scalar;
  bool required = false;
  void (*read)(const Context&, R&, std::string_view) = nullptr;
  std::string (*write)(const Dataset&, const R&) = nullptr;
  std::array<std::string_view, 4> aliases{};

  [[nodiscard]] constexpr Column needed() const {
    Column c = *this;
    c.required = true;
    return c;
  }
  template <class... Names>
  [[nodiscard]] constexpr Column also(Names... names) const {
    Column c = *this;
    c.aliases = {names...};
    return c;
  }
};

/// The member at the end of a path of member pointers: at<&Actor::name, &Names::en>(actor).
template <auto... Path, class R>
decltype(auto) at(R& row) {
  return (row.*....*Path);
}

template <class R, auto... Path>
void read_text(const Context&, R& row, std::string_view text) {
  at<Path...>(row) = text;
}
template <class R, auto... Path>
std::string write_text(const Dataset&, const R& row) {
  return at<Path...>(row);
}
template <class R, auto... Path>
constexpr Column<R> text(std::string_view name) {
  return {name, Shape::scalar, false, read_text<R, Path...>, write_text<R, Path...>};
}

template <auto Member, class R>
void read_texts(const Context&, R& row, std::string_view cell) {
  for (const auto item : text::split_list(cell)) (row.*Member).emplace_back(item);
}
template <auto Member, class R>
std::string write_texts(const Dataset&, const R& row) {
  return text::join(row.*Member, ";");
}
template <class R, auto Member>
constexpr Column<R> texts(std::string_view name) {
  return {name, Shape::list, false, read_texts<Member, R>, write_texts<Member, R>};
}

/// Reads a word of a closed list or reports what is allowed.
template <class E>
bool read_word(const Context& context, E& out, std::string_view text) {
  if (const auto value = parse_word<E>(text)) {
    out = *value;
    return true;
  }
  const auto allowed = written_words(words<E>());
  context.error("unknown-word", text, {text::join(allowed, ", ")}, text::nearest(text, allowed));
  return false;
}

template <auto Member, class R>
void read_choice(const Context& context, R& row, std::string_view text) {
  read_word(context, row.*Member, text);
}
template <auto Member, class R>
std::string write_choice(const Dataset&, const R& row) {
  const auto value = row.*Member;
  return value == decltype(value){} ? std::string() : std::string(word(value));
}
template <class R, auto Member>
constexpr Column<R> choice(std::string_view name) {
  return {name, Shape::scalar, false, read_choice<Member, R>, write_choice<Member, R>};
}

/// Takes a leading "~" off and says whether it was absent.
inline bool take_stated(std::string_view& text) {
  if (!text.starts_with('~')) return true;
  text = text::trim(text.substr(1));
  return false;
}

template <auto Member, class R>
void read_marked(const Context& context, R& row, std::string_view text) {
  const bool stated = take_stated(text);
  if (read_word(context, (row.*Member).value, text)) (row.*Member).stated = stated;
}
template <auto Member, class R>
std::string write_marked(const Dataset&, const R& row) {
  const auto& marked = row.*Member;
  if (marked.value == decltype(marked.value){}) return {};
  return (marked.stated ? "" : "~") + std::string(word(marked.value));
}
template <class R, auto Member>
constexpr Column<R> marked(std::string_view name) {
  return {name, Shape::scalar, false, read_marked<Member, R>, write_marked<Member, R>};
}

void read_date_cell(const Context& context, DateCell& out, std::string_view text);

template <auto Member, class R>
void read_date(const Context& context, R& row, std::string_view text) {
  read_date_cell(context, row.*Member, text);
}
template <auto Member, class R>
std::string write_date(const Dataset&, const R& row) {
  return (row.*Member).text;
}
template <class R, auto Member>
constexpr Column<R> date(std::string_view name) {
  return {name, Shape::scalar, false, read_date<Member, R>, write_date<Member, R>};
}

/// Row of another table by its id; reports an unknown one with the nearest id.
bool find_row(const Context&, std::string_view id, ActorId& out);
bool find_row(const Context&, std::string_view id, ForumId& out);
bool find_row(const Context&, std::string_view id, RegionId& out);
bool find_row(const Context&, std::string_view id, AgreementId& out);
bool find_row(const Context&, std::string_view id, EventId& out);

const std::string& row_id(const Dataset&, ActorId);
const std::string& row_id(const Dataset&, ForumId);
const std::string& row_id(const Dataset&, RegionId);
const std::string& row_id(const Dataset&, AgreementId);
const std::string& row_id(const Dataset&, EventId);

template <auto Member, class R>
void read_ref(const Context& context, R& row, std::string_view text) {
  auto& target = row.*Member;
  if constexpr (requires { target.has_value(); }) {
    typename std::remove_reference_t<decltype(target)>::value_type id;
    if (find_row(context, text, id)) target = id;
  } else {
    find_row(context, text, target);
  }
}
template <auto Member, class R>
std::string write_ref(const Dataset& data, const R& row) {
  const auto& target = row.*Member;
  if constexpr (requires { target.has_value(); }) {
    return target ? row_id(data, *target) : std::string();
  } else {
    return row_id(data, target);
  }
}
template <class R, auto Member>
constexpr Column<R> ref(std::string_view name) {
  return {name, Shape::scalar, false, read_ref<Member, R>, write_ref<Member, R>};
}

/// Keeps a list sorted and free of repetitions; a repeated item is reported as a warning.
template <class T, class Less>
void sort_unique(const Context& context, std::vector<T>& items, std::string_view cell, Less less) {
  std::stable_sort(items.begin(), items.end(), less);
  const auto same = [&](const T& a, const T& b) { return !less(a, b) && !less(b, a); };
  const auto last = std::unique(items.begin(), items.end(), same);
  if (last == items.end()) return;
  items.erase(last, items.end());
  context.report(Severity::warning, "repeated-item", cell);
}

template <auto Member, class R>
void read_refs(const Context& context, R& row, std::string_view cell) {
  auto& list = row.*Member;
  for (const auto item : text::split_list(cell)) {
    typename std::remove_reference_t<decltype(list)>::value_type id;
    if (find_row(context, item, id)) list.push_back(id);
  }
  sort_unique(context, list, cell, std::less<>{});
}
template <auto Member, class R>
std::string write_refs(const Dataset& data, const R& row) {
  std::string out;
  for (const auto id : row.*Member) {
    if (!out.empty()) out += ';';
    out += row_id(data, id);
  }
  return out;
}
template <class R, auto Member>
constexpr Column<R> refs(std::string_view name) {
  return {name, Shape::list, false, read_refs<Member, R>, write_refs<Member, R>};
}

void read_region_uses(const Context& context, std::vector<RegionUse>& out, std::string_view cell);
std::string write_region_uses(const Dataset& data, const std::vector<RegionUse>& uses);

template <class R>
constexpr Column<R> regions() {
  return Column<R>{"regions", Shape::list, false,
                   [](const Context& c, R& row, std::string_view cell) {
                     read_region_uses(c, row.regions, cell);
                   },
                   [](const Dataset& d, const R& row) { return write_region_uses(d, row.regions); }}
      .also("region");
}

/// Stands for the columns of all facets of the dataset ("objectives", "themes", ...).
template <class R>
constexpr Column<R> facets() {
  return {"*", Shape::facets};
}

/// Reads the tags of one facet from a cell into `out` (kept sorted).
void read_tags(const Context& context, std::size_t facet, std::vector<TagUse>& out,
               std::string_view cell);
std::string write_tags(const Dataset& data, std::size_t facet, const std::vector<TagUse>& tags);

/// Reads and writes "facet:key" items.
bool find_qualified_tag(const Context& context, std::string_view text, TagId& out);

/// The key under which an open facet files a word.
std::string open_key(std::string_view word);

/// What a table is called, where its rows are, which columns it has. Specialised for each table.
template <class R>
struct Spec;

#define COOPNET_TABLE(RowType, member_name)                             \
  template <>                                                           \
  struct Spec<RowType> {                                                \
    static constexpr std::string_view name = #member_name;              \
    static auto& rows(Dataset& d) { return d.member_name; }             \
    static const auto& rows(const Dataset& d) { return d.member_name; } \
    static std::span<const Column<RowType>> columns();                  \
  }
COOPNET_TABLE(Region, regions);
COOPNET_TABLE(Actor, actors);
COOPNET_TABLE(Forum, forums);
COOPNET_TABLE(Membership, memberships);
COOPNET_TABLE(Tag, tags);
COOPNET_TABLE(Pledge, pledges);
COOPNET_TABLE(Practice, practices);
COOPNET_TABLE(Agreement, agreements);
COOPNET_TABLE(Party, parties);
COOPNET_TABLE(Event, events);
COOPNET_TABLE(Claim, claims);
COOPNET_TABLE(Priority, priorities);
COOPNET_TABLE(Synonym, thesaurus);
#undef COOPNET_TABLE

/// Whether registers have this column and nothing here uses it ("deadline" of a pledge): it is kept
/// as it is, without a warning.
[[nodiscard]] bool is_kept_column(std::string_view table, std::string_view key);

/// Calls `visit.template operator()<R>()` for each kind of row, in the order tables are written.
template <class Visitor>
void for_each_table(Visitor&& visit) {
  const auto all = [&]<class... R>() { (visit.template operator()<R>(), ...); };
  all.template operator()<Region, Tag, Synonym, Actor, Forum, Membership, Pledge, Practice,
                          Agreement, Party, Event, Claim, Priority>();
}

/// Rows with an id column of their own; the others are ordered by content.
template <class R>
constexpr bool has_id =
    std::is_same_v<R, Region> || std::is_same_v<R, Actor> || std::is_same_v<R, Forum> ||
    std::is_same_v<R, Pledge> || std::is_same_v<R, Practice> || std::is_same_v<R, Agreement> ||
    std::is_same_v<R, Event>;

template <class R>
concept Tagged = requires(R row) { row.tags; };

}  // namespace coopnet::schema
