#include "coopnet/render/summary_view.hpp"

#include "coopnet/core/text.hpp"
#include "coopnet/render/names.hpp"

namespace coopnet::render {
namespace {

std::int64_t whole(std::size_t n) { return static_cast<std::int64_t>(n); }

class SummaryView {
 public:
  SummaryView(const Dataset& data, const Summary& summary, const std::string& as_of,
              Language language)
      : data_(data), summary_(summary), as_of_(as_of), language_(language) {}

  std::vector<NamedTable> tables() {
    overview();
    objectives();
    if (!summary_.regions.empty()) regions();
    kinds();
    if (summary_.pledges > 0) {
      statuses();
      if (summary_.age) ages();
      missing();
    }
    caveats();
    return std::move(tables_);
  }

  std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    out.push_back(say("info.recorded", {summary_.pledges, summary_.actors, data_.info.as_of}));
    if (!data_.info.sample_of.empty()) out.push_back(data_.info.sample_of);
    for (const auto& row : summary_.provenance)
      if (row.total > 0 && !data_.info.facets[row.facet].open)
        out.push_back(say("info.stated-share", {row.stated, row.total, facet_label(row.facet)}));
    for (const auto& row : summary_.provenance)
      if (row.total > 0 && data_.info.facets[row.facet].open)
        out.push_back(say("info.open-words", {row.total, facet_label(row.facet)}));
    std::vector<std::string> none;
    for (const auto& row : summary_.primary_tags)
      if (row.pledges == 0) none.push_back(tag_name(data_, row.tag, language_, true));
    if (!none.empty() && summary_.pledges > 0)
      out.push_back(say("info.none-recorded", {primary_label(), in_words(none, language_)}));
    for (const auto& row : summary_.statuses)
      if (row.status == Status::unknown && row.pledges > 0)
        out.push_back(say("info.status-unknown", {row.pledges, summary_.pledges}));
    return out;
  }

 private:
  std::string say(std::string_view key, std::initializer_list<MessageArg> args = {}) const {
    return message(language_, key, args);
  }
  std::string facet_label(std::size_t facet) const {
    return text::lower_ascii(data_.info.facets[facet].label);
  }
  std::string primary_label() const { return data_.info.facets[data_.info.primary_facet].label; }

  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }
  Column column(const char* key, ColumnType type,
                Importance importance = Importance::essential) const {
    return {key, say(std::string("info.column-") + key), type, importance};
  }

  void overview() {
    Table& t = begin("overview", say("info.caption-overview"));
    t.columns = {column("what", ColumnType::text), column("count", ColumnType::integer),
                 column("note", ColumnType::text, Importance::normal)};
    mark_counts(t, {"count"});
    const auto row = [&](const char* key, std::size_t n, std::string note = {}) {
      t.add({say(std::string("info.what-") + key), whole(n), std::move(note)});
    };
    row("pledges", summary_.pledges, say("info.note-joint", {summary_.joint_pledges}));
    row("practices", summary_.practices);
    row("actors", summary_.actors,
        summary_.states == 0
            ? std::string()
            : say("info.note-states", {summary_.states_with_pledge, summary_.states}));
    if (summary_.champions > 0)
      row("champions", summary_.champions,
          say("info.note-champions", {summary_.champions_with_pledge, summary_.champions}));
    row("forums", summary_.forums, say("info.note-memberships", {summary_.memberships}));
    row("agreements", summary_.agreements - summary_.exchanges_as_agreements);
    row("exchanges", summary_.exchanges_as_agreements);
    row("events", summary_.events);
    row("claims", summary_.claims);
    for (const auto& sentence : sentences()) t.notes.push_back(sentence);
  }

  void objectives() {
    if (summary_.primary_tags.empty()) return;
    Table& t =
        begin("by_objective", say("info.caption-objectives", {primary_label(), summary_.pledges}));
    t.columns = {column("key", ColumnType::text),
                 column("label", ColumnType::text, Importance::normal),
                 column("pledges", ColumnType::integer), column("stated", ColumnType::integer),
                 column("actors", ColumnType::integer)};
    mark_counts(t, {"pledges", "stated", "actors"});
    for (const auto& row : summary_.primary_tags) {
      const auto& tag = data_.tags[row.tag];
      t.add({tag.key, label(tag.label, language_), whole(row.pledges), whole(row.stated),
             whole(row.actors)});
    }
    t.notes.push_back(say("info.note-several-tags"));
  }

  void regions() {
    Table& t = begin("by_region", say("info.caption-regions",
                                      {data_.info.region_schemes.front().label, summary_.pledges}));
    t.columns = {column("region", ColumnType::text),
                 column("region_id", ColumnType::text, Importance::extra),
                 column("actors", ColumnType::integer), column("pledges", ColumnType::integer),
                 column("forums", ColumnType::integer)};
    mark_counts(t, {"actors", "pledges"});
    for (const auto& row : summary_.regions)
      t.add({region_name(data_, row.region, language_), data_.regions[row.region].id,
             whole(row.actors), whole(row.pledges), whole(row.forums)});
    t.notes.push_back(say("info.note-several-regions", {summary_.pledges_without_region}));
  }

  void kinds() {
    Table& t = begin("by_kind", say("info.caption-kinds", {summary_.actors}));
    t.columns = {column("kind", ColumnType::text), column("actors", ColumnType::integer),
                 column("with_pledge", ColumnType::integer),
                 column("pledges", ColumnType::integer)};
    mark_counts(t, {"actors", "with_pledge", "pledges"});
    for (const auto& row : summary_.kinds)
      t.add({std::string(word(row.kind)), whole(row.actors), whole(row.with_pledge),
             whole(row.pledges)});
  }

  void statuses() {
    Table& t = begin("by_status", say("info.caption-status", {summary_.pledges}));
    t.columns = {column("status", ColumnType::text), column("pledges", ColumnType::integer),
                 column("stated", ColumnType::integer)};
    mark_counts(t, {"pledges", "stated"});
    for (const auto& row : summary_.statuses)
      t.add({std::string(word(row.status)), whole(row.pledges),
             whole(row.status == Status::unknown ? 0 : row.stated)});
  }

  void ages() {
    const auto& age = *summary_.age;
    Table& t = begin("by_age", say("info.caption-age", {as_of_, summary_.pledges}));
    t.columns = {column("age", ColumnType::text), column("pledges", ColumnType::integer)};
    mark_counts(t, {"pledges"});
    t.add({say("info.age-one"), whole(age.up_to_one_year)});
    t.add({say("info.age-two"), whole(age.up_to_two_years)});
    t.add({say("info.age-older"), whole(age.older)});
    t.add({say("info.age-undated"), whole(age.undated)});
    t.notes.push_back(say("info.note-age"));
  }

  void missing() {
    Table& t = begin("not_recorded", say("info.caption-missing"));
    t.columns = {column("what", ColumnType::text), column("missing", ColumnType::integer),
                 column("of", ColumnType::integer)};
    mark_counts(t, {"missing", "of"});
    const auto row = [&](std::string what, std::size_t n, std::size_t of) {
      if (n > 0) t.add({std::move(what), whole(n), whole(of)});
    };
    for (const auto& facet : summary_.provenance)
      row(say("info.missing-facet", {facet_label(facet.facet)}), facet.pledges_without,
          summary_.pledges);
    row(say("info.missing-direction"), summary_.neither, summary_.pledges);
    row(say("info.missing-year"), summary_.pledges_without_year, summary_.pledges);
    row(say("info.missing-source"), summary_.pledges_without_source, summary_.pledges);
    row(say("info.missing-region"), summary_.pledges_without_region, summary_.pledges);
    row(say("info.missing-practice-year"), summary_.practices_without_year, summary_.practices);
    row(say("info.missing-membership-date"), summary_.memberships_undated,
        summary_.membership_rows);
    row(say("info.missing-agreement-year"), summary_.agreements_undated, summary_.agreements);
    t.empty_reason = say("info.missing-nothing");
  }

  void caveats() {
    if (data_.info.caveats.empty()) return;
    Table& t = begin("caveats", say("info.caption-caveats"));
    t.columns = {column("caveat", ColumnType::text)};
    for (const auto& caveat : data_.info.caveats) t.add({caveat});
  }

  const Dataset& data_;
  const Summary& summary_;
  const std::string& as_of_;
  Language language_;
  std::vector<NamedTable> tables_;
};

}  // namespace

std::vector<NamedTable> summary_tables(const Dataset& data, const Summary& summary,
                                       const std::string& as_of, Language language) {
  return SummaryView(data, summary, as_of, language).tables();
}

std::vector<std::string> summary_sentences(const Dataset& data, const Summary& summary,
                                           const std::string& as_of, Language language) {
  return SummaryView(data, summary, as_of, language).sentences();
}

}  // namespace coopnet::render
