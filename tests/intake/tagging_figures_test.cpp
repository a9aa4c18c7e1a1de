// How much of what a reader sees in the labelled paragraphs (tests/data/tagging) is found, and how
// much of what is found a reader sees. The floors lie just under the figures that docs/verbs/tag.md
// shows: a change of the rules may not lose more than that unseen.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <string>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/tag_text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/load.hpp"

namespace coopnet::intake {
namespace {

using testing::HasSubstr;

RawTable table_at(const std::string& path) {
  Diagnostics findings;
  auto table = io::read_csv(io::read_file(path), path, "t", {}, findings);
  EXPECT_TRUE(findings.all().empty()) << path;
  return table;
}

struct World {
  Dataset data = io::load_dataset(std::string(COOPNET_DATASETS) + "/gcm").data;
  NameIndex names = name_index(data);
  World() {
    Diagnostics findings;
    add_names(names, table_at(std::string(COOPNET_DATASETS) + "/names.csv"), findings, &data);
  }
};

const World& world() {
  static const World out;
  return out;
}

struct Figures {
  std::size_t right = 0, wrong = 0, missed = 0;
  void add(const std::set<std::string>& expected, const std::set<std::string>& found) {
    for (const auto& id : found) ++(expected.contains(id) ? right : wrong);
    for (const auto& id : expected)
      if (!found.contains(id)) ++missed;
  }
  [[nodiscard]] double precision() const { return share(right, right + wrong); }
  [[nodiscard]] double recall() const { return share(right, right + missed); }
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

/// What is found in a text, by the column of its label; ambiguous names are no find.
std::map<std::string, std::set<std::string>> found_in(const std::string& text) {
  const auto& data = world().data;
  static const TextTagger tagger(data, world().names);
  Diagnostics findings;
  const auto document = make_document(text, "a.txt", TextFormat::plain, findings);
  std::map<std::string, std::set<std::string>> out;
  for (const auto& unit : tagger.tag(document).units)
    for (const auto& find : unit.finds) {
      if (find.by == FoundBy::ambiguous) continue;
      const auto& row = find.rows.front();
      if (const auto* tag = std::get_if<TagId>(&row)) {
        if (data.tags[*tag].facet == data.info.primary_facet)
          out["objectives"].insert(data.tags[*tag].key);
      } else if (const auto* actor = std::get_if<ActorId>(&row)) {
        const auto& a = data.actors[*actor];
        out[a.kind == ActorKind::state ? "states" : "organisations"].insert(a.id);
      } else {
        out["forums"].insert(data.forums[std::get<ForumId>(row)].id);
      }
    }
  return out;
}

/// Figures by kind, and for objectives by style ("objectives plain").
std::map<std::string, Figures> figures_of(const std::string& language) {
  const auto table = table_at(std::string(COOPNET_TEST_DATA) + "/tagging/" + language + ".csv");
  std::map<std::string, Figures> out;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    auto found = found_in(std::string(table.cell(r, 2).text));
    const std::string style(table.cell(r, 1).text);
    for (std::size_t c = 3; c < table.columns(); ++c) {
      const std::string kind(table.header[c].text);
      std::set<std::string> expected;
      for (const auto id : text::split_list(table.cell(r, c).text)) expected.emplace(id);
      out[kind].add(expected, found[kind]);
      if (kind == "objectives") out[kind + " " + style].add(expected, found[kind]);
    }
  }
  EXPECT_GE(table.rows(), 20U);
  return out;
}

/// A line of the table in docs/verbs/tag.md.
std::string as_shown(const std::string& language, std::string kind, const Figures& f) {
  const std::map<std::string, std::string> names{
      {"en", "English"}, {"fr", "French"}, {"es", "Spanish"}};
  if (const auto style = kind.find(' '); style != std::string::npos)
    kind = kind.substr(0, style) + ", `" + kind.substr(style + 1) + "`";
  std::string out = "| " + names.at(language) + " | " + kind;
  for (const auto number : {f.right, f.wrong, f.missed}) out += " | " + std::to_string(number);
  for (const double share : {f.precision(), f.recall()}) out += " | " + text::fixed(share, 2);
  return out + " |\n";
}

struct Floor {
  const char* language;
  const char* kind;
  double precision, recall;
};

TEST(TaggingFigures, StayAboveTheirFloors) {
  constexpr Floor floors[] = {
      {"en", "objectives", 0.88, 0.57},
      {"en", "objectives plain", 0.72, 0.31},
      {"en", "objectives official", 0.99, 0.93},
      {"en", "states", 0.89, 0.99},
      {"en", "forums", 0.99, 0.99},
      {"en", "organisations", 0.99, 0.99},
      {"fr", "objectives", 0.94, 0.49},
      {"fr", "objectives plain", 0.79, 0.17},
      {"fr", "objectives official", 0.99, 0.99},
      {"fr", "states", 0.99, 0.96},
      {"fr", "forums", 0.99, 0.99},
      {"fr", "organisations", 0.99, 0.99},
      {"es", "objectives", 0.88, 0.45},
      {"es", "objectives plain", 0.59, 0.13},
      {"es", "objectives official", 0.99, 0.92},
      {"es", "states", 0.96, 0.99},
      {"es", "forums", 0.99, 0.99},
      {"es", "organisations", 0.99, 0.99},
  };
  std::map<std::string, std::map<std::string, Figures>> all;
  for (const char* language : {"en", "fr", "es"}) all[language] = figures_of(language);
  const auto page = io::read_file(std::string(COOPNET_DATASETS) + "/../docs/verbs/tag.md");
  for (const auto& floor : floors) {
    const auto& f = all[floor.language][floor.kind];
    EXPECT_GE(f.precision(), floor.precision) << floor.language << " " << floor.kind;
    EXPECT_GE(f.recall(), floor.recall) << floor.language << " " << floor.kind;
    EXPECT_THAT(page, HasSubstr(as_shown(floor.language, floor.kind, f)));
  }
}

TEST(TaggingFigures, LabelsNameRowsOfTheDataset) {
  const auto& data = world().data;
  for (const char* language : {"en", "fr", "es"}) {
    const auto table = table_at(std::string(COOPNET_TEST_DATA) + "/tagging/" + language + ".csv");
    for (std::size_t r = 0; r < table.rows(); ++r)
      for (std::size_t c = 3; c < table.columns(); ++c)
        for (const auto id : text::split_list(table.cell(r, c).text)) {
          const bool known = c == 3   ? data.find_tag(data.info.primary_facet, id).has_value()
                             : c == 5 ? data.forums.find(id).has_value()
                                      : data.actors.find(id).has_value();
          EXPECT_TRUE(known) << table.cell(r, 0).text << " " << id;
        }
  }
}

}  // namespace
}  // namespace coopnet::intake
