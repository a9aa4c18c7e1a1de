#include "coopnet/render/tag_view.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"

namespace coopnet::render {
namespace {

using enum ColumnType;
using enum Importance;
using intake::Find;
using intake::FoundBy;
using intake::FoundRow;
using intake::TaggedText;
using intake::TextUnit;

constexpr std::size_t most_named = 5;  ///< in a note

class TagTables {
 public:
  TagTables(std::span<const TaggedText> texts, const TagContext& context)
      : texts_(texts), context_(context), data_(context.data) {}

  [[nodiscard]] Table finds(bool sentences) const;
  [[nodiscard]] Table rows(TextRows kind, std::optional<ActorId> actor) const;

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, "tag." + std::string(key), args);
  }
  Column column(const std::string& key, ColumnType type, Importance importance,
                bool marked = false) const {
    return {key, say("column-" + key), type, importance, marked};
  }

  // --- rows that were found ---

  [[nodiscard]] std::string id(const FoundRow& row) const {
    if (const auto* tag = std::get_if<TagId>(&row)) return data_.tags[*tag].key;
    if (const auto* actor = std::get_if<ActorId>(&row)) return data_.actors[*actor].id;
    return data_.forums[std::get<ForumId>(row)].id;
  }
  [[nodiscard]] std::string name(const FoundRow& row) const {
    if (const auto* tag = std::get_if<TagId>(&row))
      return label(data_.tags[*tag].label, context_.language);
    if (const auto* actor = std::get_if<ActorId>(&row))
      return actor_name(data_, *actor, context_.language);
    return label(data_.forums[std::get<ForumId>(row)].name, context_.language);
  }
  [[nodiscard]] std::string kind(const FoundRow& row) const {
    if (const auto* tag = std::get_if<TagId>(&row))
      return data_.info.facets[data_.tags[*tag].facet].key;
    if (std::holds_alternative<ForumId>(row)) return say("kind-forum");
    const auto& actor = data_.actors[std::get<ActorId>(row)];
    if (actor.kind == ActorKind::state) return say("kind-state");
    return say(actor.standing == "territory" ? "kind-territory" : "kind-organisation");
  }

  template <class Text>
  std::vector<std::string> each(const Find& find, Text text) const {
    std::vector<std::string> out;
    for (const auto& row : find.rows) out.push_back(text(row));
    return out;
  }
  [[nodiscard]] std::string ids(const Find& find) const {
    return text::join(each(find, [&](const auto& row) { return id(row); }), ";");
  }

  static bool stated(const Find& find) {
    return find.by != FoundBy::label && find.by != FoundBy::keywords;
  }

  [[nodiscard]] std::string how(FoundBy by) const {
    constexpr std::array keys{"by-number", "by-label", "by-keywords", "by-name", "by-ambiguous"};
    return say(keys[static_cast<std::size_t>(by)]);
  }

  // --- notes ---

  void add_notes(Table& table) const;
  void note_languages(Table& table) const;
  void note_numbers(Table& table) const;

  // --- rows of a dataset ---

  struct Named {
    std::vector<std::string> actors;  ///< of the row
    bool from_text = false;
    std::string note;
  };
  [[nodiscard]] Named actors_of(const TextUnit& unit, std::optional<ActorId> actor) const;
  [[nodiscard]] List tags_of(const TextUnit& unit, std::size_t facet) const;
  [[nodiscard]] std::string reasons(const TextUnit& unit) const;
  [[nodiscard]] std::vector<std::size_t> closed_facets() const;

  std::span<const TaggedText> texts_;
  const TagContext& context_;
  const Dataset& data_;
};

Table TagTables::finds(bool sentences) const {
  Table t;
  t.caption = say("caption-finds", {data_.info.title});
  const auto file = texts_.size() > 1 ? essential : extra;
  const auto besides = sentences ? extra : normal;  // the sentence needs their room
  t.columns = {column("file", text, file),
               column("line", integer, essential),
               column("column", integer, extra),
               column("page", integer, extra),
               column("paragraph", integer, extra),
               column("kind", text, essential),
               column("id", text, essential, true),
               column("label", text, sentences ? extra : essential),
               column("words", ColumnType::list, essential),
               column("how", text, besides),
               column("mentions", integer, besides)};
  if (sentences) t.columns.push_back(column("sentence", text, essential));
  const auto known = [](std::size_t n) { return n == 0 ? Cell() : Cell(n); };
  for (const auto& text : texts_)
    for (const auto& unit : text.units)
      for (const auto& find : unit.finds) {
        const auto names = each(find, [&](const auto& row) { return name(row); });
        t.add({text.name, find.where.line, find.where.column, known(find.page), known(unit.number),
               kind(find.rows.front()), Item{ids(find), stated(find)}, text::join(names, say("or")),
               find.words, how(find.by), find.mentions});
        if (sentences) t.rows.back().emplace_back(find.sentence);
      }
  if (t.rows.empty()) t.empty_reason = say("nothing-found");
  add_notes(t);
  return t;
}

void TagTables::add_notes(Table& table) const {
  std::size_t words = 0, paragraphs = 0, contacts = 0, thin = 0, ambiguous = 0;
  for (const auto& text : texts_) {
    words += text.words;
    paragraphs += text.paragraphs;
    contacts += text.contacts;
    thin += text.too_thin;
    for (const auto& unit : text.units)
      ambiguous += static_cast<std::size_t>(
          std::count_if(unit.finds.begin(), unit.finds.end(),
                        [](const Find& find) { return find.by == FoundBy::ambiguous; }));
  }
  table.notes.push_back(say("read", {texts_.size(), words, paragraphs}));
  note_languages(table);
  if (has_inferred(table)) table.notes.push_back(say("inferred-note"));
  table.notes.push_back(say("limits-note"));
  if (thin > 0) table.notes.push_back(say("thin-note", {thin}));
  if (ambiguous > 0) table.notes.push_back(say("ambiguous-note", {ambiguous}));
  note_numbers(table);
  if (contacts > 0) table.notes.push_back(say("contacts-note", {contacts}));
  if (!context_.left_to_tags.empty()) {
    const std::vector<std::string> names(context_.left_to_tags.begin(),
                                         context_.left_to_tags.end());
    table.notes.push_back(say("left-to-tags-note", {text::join(names, "; ")}));
  }
}

void TagTables::note_languages(Table& table) const {
  std::array<std::size_t, intake::text_languages.size()> count{};
  std::size_t unknown = 0;
  for (const auto& text : texts_) {
    const auto language = text.language();
    ++(language ? count[static_cast<std::size_t>(*language)] : unknown);
  }
  std::vector<std::string> parts;
  for (const auto language : intake::text_languages)
    if (const auto n = count[static_cast<std::size_t>(language)]; n > 0)
      parts.push_back(say("in-" + std::string(code(language)), {n}));
  if (unknown > 0) parts.push_back(say("in-unknown", {unknown}));
  if (!parts.empty()) table.notes.push_back(say("languages", {in_words(parts, context_.language)}));
}

void TagTables::note_numbers(Table& table) const {
  std::vector<std::string> shown;
  std::size_t all = 0;
  for (const auto& text : texts_)
    for (const auto& [number, where] : text.unknown_numbers)
      if (++all <= most_named) shown.push_back(number + " (" + place_text(where) + ")");
  if (all == 0) return;
  if (all > most_named) shown.push_back(say("more", {all - most_named}));
  table.notes.push_back(say("numbers-note", {data_.info.facets[data_.info.primary_facet].label,
                                             text::join(shown, ", ")}));
}

// --- rows of a dataset ---

/// Ids of rows: the file's name as a slug, and the paragraph; with a number where it occurs again.
class RowIds {
 public:
  std::string next(const std::string& file, std::size_t paragraph) {
    const auto dot = file.rfind('.');
    auto id = text::slug(dot == 0 ? file : file.substr(0, dot));
    if (id.empty()) id = "text";
    if (paragraph > 0) id += "-" + std::to_string(paragraph);
    std::string fresh = id;
    for (auto& n = last_[id]; !taken_.insert(fresh).second;)
      fresh = id + "-" + std::to_string(++n + 1);
    return fresh;
  }

 private:
  std::unordered_map<std::string, std::size_t> last_;
  std::set<std::string> taken_;
};

TagTables::Named TagTables::actors_of(const TextUnit& unit, std::optional<ActorId> actor) const {
  Named out;
  std::vector<std::string> ambiguous;
  for (const auto& find : unit.finds) {
    if (!std::holds_alternative<ActorId>(find.rows.front())) continue;
    if (find.by == FoundBy::ambiguous)
      ambiguous.push_back(text::join(find.words, ", ") + " (" + ids(find) + ")");
    else
      out.actors.push_back(id(find.rows.front()));
  }
  if (!out.actors.empty()) out.note = say("row-named", {text::join(out.actors, ", ")});
  if (!ambiguous.empty())
    out.note += (out.note.empty() ? "" : " ") + say("row-ambiguous", {text::join(ambiguous, "; ")});
  out.from_text = !actor && !out.actors.empty();
  if (actor) out.actors = {data_.actors[*actor].id};
  return out;
}

List TagTables::tags_of(const TextUnit& unit, std::size_t facet) const {
  std::vector<std::pair<TagId, Item>> found;
  for (const auto& find : unit.finds) {
    const auto* tag = std::get_if<TagId>(&find.rows.front());
    if (tag != nullptr && data_.tags[*tag].facet == facet)
      found.emplace_back(*tag, Item{data_.tags[*tag].key, stated(find)});
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  List out;
  for (auto& [tag, item] : found) out.push_back(std::move(item));
  return out;
}

std::string TagTables::reasons(const TextUnit& unit) const {
  std::string out;
  for (const auto& find : unit.finds) {
    if (!std::holds_alternative<TagId>(find.rows.front())) continue;
    out += (out.empty() ? "" : " ") +
           say("row-reason", {kind(find.rows.front()), id(find.rows.front()), how(find.by),
                              text::join(find.words, ", ")});
  }
  return out;
}

std::vector<std::size_t> TagTables::closed_facets() const {
  std::vector<std::size_t> out;
  for (std::size_t f = 0; f < data_.info.facets.size(); ++f)
    if (!data_.info.facets[f].open) out.push_back(f);
  return out;
}

Table TagTables::rows(TextRows table, std::optional<ActorId> actor) const {
  const bool pledges = table == TextRows::pledges;
  Table t;
  t.caption = say(pledges ? "caption-pledges" : "caption-practices");
  t.columns = {
      column("id", text, essential), column(pledges ? "title" : "summary", text, essential),
      pledges ? column("actors", ColumnType::list, essential) : column("actor", text, essential)};
  const auto facets = closed_facets();
  for (const auto f : facets)
    t.columns.push_back({data_.info.facets[f].column, data_.info.facets[f].column, ColumnType::list,
                         f == data_.info.primary_facet ? essential : normal, true});
  for (const auto* key : {"source", "flags", "note"})
    t.columns.push_back(column(key, std::string_view(key) == "flags" ? ColumnType::list : text,
                               std::string_view(key) == "source" ? normal : extra));
  RowIds fresh;
  std::size_t left_out = 0, undecided = 0, unnamed = 0;
  for (const auto& text : texts_)
    for (const auto& unit : text.units) {
      const auto primary = tags_of(unit, data_.info.primary_facet);
      if (context_.by_paragraph && primary.empty()) {
        ++left_out;
        continue;
      }
      auto who = actors_of(unit, actor);
      if (who.from_text && who.actors.size() > 1) ++undecided;
      if (who.actors.empty()) ++unnamed;
      std::vector<std::string> flags;
      if (who.from_text) flags.emplace_back("actors-from-text");
      std::vector<Cell> row{fresh.next(text.name, unit.number),
                            unit.title.empty() ? text.name : unit.title};
      if (pledges)
        row.emplace_back(who.actors);
      else
        row.push_back(who.actors.size() == 1 ? Cell(who.actors.front()) : Cell());
      bool inferred = false;
      for (const auto f : facets) {
        auto tags = tags_of(unit, f);
        inferred = inferred || std::any_of(tags.begin(), tags.end(),
                                           [](const Item& item) { return !item.stated; });
        row.emplace_back(std::move(tags));
      }
      if (inferred) flags.emplace_back("tags-from-text");
      row.emplace_back(text.name);
      row.emplace_back(flags);
      row.emplace_back(who.note + (who.note.empty() ? "" : " ") + reasons(unit));
      t.rows.push_back(std::move(row));
    }
  if (t.rows.empty()) t.empty_reason = say("no-rows");
  if (left_out > 0) t.notes.push_back(say("left-out-note", {left_out}));
  if (undecided > 0)
    t.notes.push_back(say(pledges ? "undecided-note" : "several-note", {undecided}));
  if (unnamed > 0) t.notes.push_back(say("unnamed-note", {unnamed}));
  add_notes(t);
  return t;
}

}  // namespace

Table find_table(std::span<const TaggedText> texts, const TagContext& context, bool sentences) {
  return TagTables(texts, context).finds(sentences);
}

Table text_rows(std::span<const TaggedText> texts, const TagContext& context, TextRows rows,
                std::optional<ActorId> actor) {
  return TagTables(texts, context).rows(rows, actor);
}

}  // namespace coopnet::render
