#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/tool_table.hpp"

/// `gaps` as a user runs it.
namespace {

using coopnet::text::join;
using support::lines_of;
using support::run_tool;
using support::table_names;
using support::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

const std::string gcm = std::string(COOPNET_DATASETS) + "/gcm";
const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const std::string toy_a = std::string(COOPNET_TEST_DATA) + "/toys/toyA_pledges.csv";

const support::VerbRunner gaps{"gaps", tiny};

TEST(GapsVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"gaps", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet gaps "));
  support::expect_no_judgement(result.out);
}

TEST(GapsVerb, WithoutAKindTheMainTableOfEach) {
  const auto result = gaps({"--region", "arab_states", "--format", "json"}, gcm);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(table_names(result.out),
              ElementsAre("units", "gaps", "ties", "forum_pairs", "champion_regions",
                          "further_champions", "spread"));
  EXPECT_THAT(result.out, AllOf(HasSubstr("\"schema\": \"coopnet/gaps\""),
                                HasSubstr("\"scheme\": \"review_region\"")));
  const auto table = gaps({"--region", "north"});
  EXPECT_THAT(table.out, AllOf(HasSubstr("as of 2025-12-31"), HasSubstr("North"),
                               HasSubstr("Next: coopnet gaps"), HasSubstr("--kind coverage")));
  for (const auto& line : lines_of(table.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
}

TEST(GapsVerb, EachKindHasItsParts) {
  const auto all =
      gaps({"--kind", "coverage,ties,forums", "--kind", "champions,access", "--format", "json"});
  ASSERT_EQ(all.exit_code, 0) << all.err;
  EXPECT_THAT(table_names(all.out),
              ElementsAre("coverage", "units", "gaps",                     // coverage
                          "ties", "tie_check",                             // ties
                          "forum_pairs", "forum_subjects",                 // forums
                          "champion_regions", "champion_distances",        // champions
                          "forums_without_champion", "further_champions",  //
                          "access", "spread", "leadership"));              // access
  const auto csv = gaps({"--kind", "ties", "--format", "csv"});
  EXPECT_EQ(csv.exit_code, 2);
  EXPECT_THAT(csv.err, AllOf(HasSubstr("--part"), HasSubstr("tie_check")));
  EXPECT_EQ(gaps({"--kind", "ties", "--part", "tie_check", "--format", "csv"}).exit_code, 0);
}

// Toy A against its framework; numbers by an independent program.
TEST(GapsVerb, CoverageOfToyA) {
  std::map<std::string, std::string> actors;
  std::size_t zero = 0;
  for (auto& row : gaps.rows({"--kind", "coverage", "--part", "coverage"}, toy_a)) {
    if (row["actors"] == "0")
      zero += row["pledges"] == "0" ? 1U : 0U;
    else
      actors[row["subject_id"]] = row["actors"];
  }
  EXPECT_EQ(actors, (std::map<std::string, std::string>{{"objective:1", "3"},
                                                        {"objective:2", "3"},
                                                        {"objective:8", "3"},
                                                        {"objective:17", "2"},
                                                        {"objective:21", "2"},
                                                        {"objective:23", "1"}}));
  EXPECT_EQ(zero, 17U);
  const auto table = gaps({"--kind", "coverage", "--part", "coverage"}, toy_a);
  EXPECT_THAT(table.out, AllOf(HasSubstr("14 pledges recorded here by 5 of 5 actors"),
                               HasSubstr("17 of 23"), HasSubstr("unknown")));
}

TEST(GapsVerb, RowsSayObservedExpectedReasonAndRemedy) {
  for (auto& row : gaps.rows({"--kind", "coverage", "--part", "gaps", "--top", "0"})) {
    EXPECT_NE(row["reason"], "");
    EXPECT_NE(row["remedy"], "");
    EXPECT_TRUE(row.contains("observed") && row.contains("expected"));
    EXPECT_THAT((std::vector<std::string>{"unmet_need", "none_anywhere", "none_here",
                                          "below_expected", "nothing_recorded"}),
                testing::Contains(row["reason_code"]));
  }
  EXPECT_THAT(gaps.rows({"--kind", "coverage", "--part", "gaps", "--top", "3"}), SizeIs(3));
}

TEST(GapsVerb, UnknownIsNotZero) {
  const TemporaryFolder folder;
  folder.write("regions.csv", "id,scheme\nn,region\ns,region\n");
  folder.write("tags.csv", "facet,key\nobjective,1\nobjective,2\n");
  folder.write("actors.csv", "id,kind,regions\nXAA,state,n\nXBB,state,s\n");
  folder.write("pledges.csv", "id,actors,objectives\nP1,XAA,1\n");
  folder.write("dataset.json",
               R"({"format":"coopnet-dataset","schema_version":1,"primary_facet":"objective",)"
               R"("facets":[{"key":"objective","column":"objectives","weight":1}],)"
               R"("region_schemes":[{"key":"region"}]})");
  const auto path = folder.file("");
  std::vector<std::string> found;
  for (auto& row : gaps.rows({"--kind", "coverage", "--part", "gaps"}, path))
    found.push_back(row["unit_id"] + " " + row["subject_id"] + " " + row["reason_code"] + " [" +
                    row["observed"] + "]");
  EXPECT_THAT(found, ElementsAre(" objective:2 none_anywhere [0]", "s  nothing_recorded []"));
  EXPECT_THAT(gaps({"--kind", "coverage", "--part", "gaps"}, path).out,
              HasSubstr("at all: unknown,"));
}

TEST(GapsVerb, EmptyResultsSayWhy) {
  const TemporaryFolder folder;
  const auto path = folder.write("one.csv", "pledge_id,actor,objective\nP1,XAA,1\n");
  const auto result = gaps(
      {"--kind", "coverage,ties,forums,champions,access", "--further", "0", "--framework", "none"},
      path);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  for (const auto* reason :
       {"Every subject has a recorded pledge", "have a priority recorded here",
        "There are no pairs", "No two of 0 forums", "no regions", "No forum with a recorded member",
        "There are no states recorded here", "No chair", "Not asked for"})
    EXPECT_THAT(result.out, HasSubstr(reason));
  const auto nobody = gaps({"--kind", "coverage", "--part", "gaps", "--actors", "foundation"});
  EXPECT_EQ(nobody.exit_code, 0);
  EXPECT_THAT(nobody.out, HasSubstr("No pledge is recorded"));
}

TEST(GapsVerb, FacetsGroupsUnitsAndKindsOfActors) {
  EXPECT_THAT(gaps({"--kind", "coverage", "--facet", "recommendation", "--part", "gaps"}).out,
              Not(HasSubstr("none_here")));
  EXPECT_THAT(gaps.rows({"--kind", "coverage", "--groups", "--part", "coverage"}),
              SizeIs(testing::Gt(1U)));
  std::size_t actors = 0;
  for (auto& row : gaps.rows({"--kind", "coverage", "--by", "actor", "--part", "units"}))
    actors += row["unit_actors"] == "1" ? 1U : 0U;
  EXPECT_GT(actors, 3U);
  EXPECT_THAT(gaps.rows({"--kind", "coverage", "--by", "forum", "--part", "units"}),
              SizeIs(testing::Gt(1U)));
  for (auto& row : gaps.rows({"--kind", "access", "--part", "access", "--top", "0", "--actors",
                              "civil_society,local_authority"}))
    EXPECT_NE(row["actor_id"], "XAA");
}

TEST(GapsVerb, StatedOnlyIsSaid) {
  const auto result = gaps({"--kind", "coverage,ties,forums,champions,access", "--stated-only"});
  EXPECT_THAT(result.out, Not(HasSubstr("~")));
  std::size_t said = 0;
  for (const auto& line : lines_of(result.out))
    said += line == "Only what a source states was counted." ? 1U : 0U;
  EXPECT_EQ(said, 14U) << "with each table";
}

TEST(GapsVerb, TheOrderOfRowsChangesNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  const std::vector<std::string> all{
      "--kind", "coverage,ties,forums,champions,access", "--top", "0", "--format", "json"};
  const auto result = gaps(all);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(gaps(all, turned.file("")).out, result.out);
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(GapsVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{"--facet", "objectiv"}, "did you mean \"objective\"?"},
      {{"--scheme", "reviw_region"}, "did you mean \"review_region\"?"},
      {{"--kind", "coverag"}, "did you mean \"coverage\"?"},
      {{"--by", "state"}, "\"state\" is not known"},
      {{"--region", "nort"}, "did you mean \"north\"?"},
      {{"--region", "north,coast"}, "one scheme"},
      {{"--region", "north", "--scheme", "commission"}, "one scheme"},
      {{"--actors", "stat"}, "did you mean \"state\"?"},
      {{"--objective", "99"}, "\"99\" is not known"},
      {{"--part", "tie"}, "no part \"tie\""},
      {{"--further", "51"}, "--further takes a whole number"},
      {{"--without", "nobody"}, "nobody"},
  };
  for (const auto& misuse : all) {
    const auto result = gaps(misuse.args);
    EXPECT_EQ(result.exit_code, 2) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

}  // namespace
