#include "coopnet/render/envelope.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "coopnet/core/errors.hpp"

namespace {

using namespace coopnet;  // NOLINT(google-build-using-namespace)
using render::ColumnType;
using render::Envelope;
using render::Table;
using testing::HasSubstr;
using testing::Not;

Table counts() {
  Table table;
  table.caption = "Counts";
  table.columns = {{.key = "what", .title = "what"},
                   {.key = "n", .title = "n", .type = ColumnType::integer}};
  table.add({"pledges", 83});
  table.notes = {"Of what is recorded here."};
  return table;
}

Envelope envelope() {
  Envelope out;
  out.schema = "coopnet/info";
  out.schema_version = 2;
  out.tool_version = "1.2.3";
  out.verb = "info";
  out.dataset_title = "A title";
  out.as_of = "2026-01-31";
  out.content_hash = "00ff";
  out.option("top", std::uint64_t{10});
  out.option("strict", false);
  out.option("min", 0.25);
  out.option("shift", -1);
  out.option("order", "score");
  out.option("region", std::vector<std::string>{"africa", "arab_states"});
  out.option("as_of", {});
  out.seed = 18446744073709551615U;
  out.methods = {"Jaccard"};
  out.notes = {"A sample."};
  return out;
}

TEST(Envelope, TheWholeObject) {
  EXPECT_EQ(to_json(counts(), envelope()),
            R"json({
  "schema": "coopnet/info",
  "schema_version": 2,
  "tool": {
    "name": "coopnet",
    "version": "1.2.3"
  },
  "verb": "info",
  "dataset": {
    "title": "A title",
    "as_of": "2026-01-31",
    "content_hash": "00ff",
    "sample_of": null,
    "caveats": []
  },
  "options": {
    "top": 10,
    "strict": false,
    "min": 0.25,
    "shift": -1,
    "order": "score",
    "region": ["africa", "arab_states"],
    "as_of": null
  },
  "seed": 18446744073709551615,
  "methods": [
    "Jaccard"
  ],
  "notes": [
    "A sample.",
    "Of what is recorded here."
  ],
  "rows": [
    {
      "what": "pledges",
      "n": 83
    }
  ]
}
)json");
}

TEST(Envelope, AnEmptyResultSaysWhyAndAFullOneDoesNot) {
  Table table = counts();
  table.empty_reason = "Nothing recorded here.";
  EXPECT_THAT(to_json(table, envelope()), Not(HasSubstr("empty_reason")));
  table.rows.clear();
  EXPECT_THAT(to_json(table, envelope()),
              HasSubstr("\"empty_reason\": \"Nothing recorded here.\",\n  \"rows\": []"));
}

TEST(Envelope, WithoutChanceThereIsNoSeedAndWhatIsNotKnownIsNull) {
  const auto json = to_json(counts(), {.schema = "s", .verb = "v"});
  EXPECT_THAT(json, Not(HasSubstr("seed")));
  EXPECT_THAT(json, HasSubstr("\"title\": null"));
  EXPECT_THAT(json, HasSubstr("\"options\": {}"));
  EXPECT_THAT(json, HasSubstr("\"version\": \"" + std::string(version()) + "\""));
}

TEST(Envelope, AnOptionIsToldOnce) {
  Envelope out = envelope();
  EXPECT_THROW(out.option("top", 5), PreconditionError);
}

TEST(Envelope, SeveralTablesByName) {
  Table empty = counts();
  empty.rows.clear();
  const std::vector<render::NamedTable> tables{{"first", counts()}, {"second", empty}};
  const auto json = to_json(tables, envelope());
  EXPECT_THAT(json, HasSubstr("\"notes\": [\n    \"A sample.\"\n  ],\n  \"tables\": [\n"));
  EXPECT_THAT(json, HasSubstr("\"name\": \"first\",\n      \"caption\": \"Counts\""));
  EXPECT_THAT(json, HasSubstr("\"name\": \"second\""));
  EXPECT_THAT(json, HasSubstr("\"empty_reason\": null,\n      \"rows\": []"));
  const std::vector<render::NamedTable> twins{{"same", counts()}, {"same", counts()}};
  EXPECT_THROW((void)to_json(twins, envelope()), PreconditionError);
}

TEST(Envelope, HostileTextStaysText) {
  Envelope out = envelope();
  out.dataset_title = "</script>\"\n";
  EXPECT_THAT(to_json(counts(), out), HasSubstr(R"("title": "\u003C/script>\"\n")"));
}

TEST(Libraries, BoostAndGraphvizHaveVersions) {
  const auto libraries = render::library_versions();
  ASSERT_EQ(libraries.size(), 2U);
  EXPECT_EQ(libraries[0].name, "Boost");
  EXPECT_THAT(libraries[0].version, testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_EQ(libraries[1].name, "Graphviz");
  EXPECT_THAT(libraries[1].version, testing::MatchesRegex("[0-9]+\\.[0-9.]+"));
}

}  // namespace
