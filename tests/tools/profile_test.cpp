#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/tool_table.hpp"

/// `profile` as a user runs it.
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

const support::VerbRunner profile{"profile", tiny};

TEST(ProfileVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"profile", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet profile "));
}

TEST(ProfileVerb, FiveTables) {
  const auto json = profile({"XAA", "--format", "json"});
  ASSERT_EQ(json.exit_code, 0) << json.err;
  EXPECT_THAT(table_names(json.out),
              ElementsAre("subjects", "next", "ties", "connectors", "records"));
  EXPECT_THAT(json.out, AllOf(HasSubstr("\"id\": \"XAA\""), HasSubstr("coopnet/profile")));
  const auto table = profile({"Morocco"}, gcm);
  EXPECT_THAT(table.out, AllOf(HasSubstr("Morocco"), HasSubstr("as of 2026-11-22"),
                               HasSubstr("Next: coopnet peers"), HasSubstr("Champion")));
  for (const auto& line : lines_of(table.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
  EXPECT_EQ(profile({"XAA", "--format", "csv"}).exit_code, 2);
}

TEST(ProfileVerb, AnActorHasManyNames) {
  const auto with = [&](const std::string& name) {
    return profile({name, "--part", "subjects", "--format", "csv"}).out;
  };
  const auto reference = with("XAA");
  ASSERT_THAT(lines_of(reference), SizeIs(9));
  for (const auto* name : {"XA", "alphalande", "Old Alphaland"})
    EXPECT_EQ(with(name), reference) << name;
}

// Numbers by an independent program.
TEST(ProfileVerb, NextObjectiveOfToyA) {
  auto next = profile.rows({"XBB", "--part", "next"}, toy_a);
  ASSERT_FALSE(next.empty());
  EXPECT_EQ(next[0]["subject_id"], "objective:17");
  EXPECT_NEAR(std::stod(next[0]["density"]), 0.727273, 5e-7);
  EXPECT_EQ(next[0]["who_has_it"], "XAA;XCC");
  EXPECT_EQ(next[0]["with_tie"], "0");
  EXPECT_EQ(next[0]["related"], "1;2;8");
  EXPECT_THAT(profile({"XBB", "--part", "next"}, toy_a).out, HasSubstr("Not advice"));
}

TEST(ProfileVerb, SubjectsOfToyA) {
  for (auto& row : profile.rows({"XCC", "--part", "subjects"}, toy_a)) {
    const auto key = row["subject_id"].substr(10);
    const bool own = key == "1" || key == "17" || key == "21";
    EXPECT_EQ(row["own"], own ? "1" : "0") << key;
    EXPECT_EQ(row["region"], key == "21"          ? "2"
                             : own || key == "23" ? "1"
                                                  : "0")
        << key << ": XEE is of its region";
    if (key == "8") {
      EXPECT_EQ(row["all"], "3");
      EXPECT_EQ(row["reading"], "none here");
      EXPECT_NEAR(std::stod(row["expected"]), 3 * 3 / 14.0, 1e-8);
    }
    if (key == "9") {
      EXPECT_EQ(row["reading"], "none anywhere");
    }
  }
}

TEST(ProfileVerb, NothingRecordedIsUnknownNotNone) {
  const auto result = profile({"FRA"}, gcm);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("No pledge of France is recorded here: unknown, not none"),
                    HasSubstr("Nothing is recorded about France"),
                    HasSubstr("nothing can be proposed"), Not(HasSubstr("none here"))));
}

TEST(ProfileVerb, StatedOnlyShowsNothingInferred) {
  // In gcm the status of a pledge of Morocco is inferred, in tiny an objective of Gammaland.
  EXPECT_THAT(profile({"MAR", "--stated-only"}, gcm).out,
              AllOf(Not(HasSubstr("~")), HasSubstr("Only what a source states")));
  EXPECT_THAT(profile({"XCC"}).out, HasSubstr("~"));
  EXPECT_THAT(profile({"XCC", "--stated-only"}).out, Not(HasSubstr("~")));
}

TEST(ProfileVerb, TiesAndRecordsNameTheirRows) {
  const auto ties = profile.rows({"XBB", "--part", "ties"});
  ASSERT_FALSE(ties.empty());
  for (const auto& row : ties) EXPECT_NE(row.at("row"), "");
  for (const auto& row : profile.rows({"XBB", "--part", "records"})) EXPECT_NE(row.at("row"), "");
  EXPECT_THAT(profile.rows({"XBB", "--part", "connectors", "--top", "1"}), SizeIs(1));
}

TEST(ProfileVerb, TheOrderOfRowsChangesNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  for (const auto* who : {"XBB", "XDD"}) {
    const std::vector<std::string> args{who, "--top", "0", "--format", "json"};
    const auto result = profile(args);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_EQ(profile(args, turned.file("")).out, result.out);
  }
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(ProfileVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{}, "ID is missing"},
      {{"XAAA"}, "did you mean \"XAA\"?"},
      {{"Alfaland"}, "did you mean \"Alphaland\"?"},
      {{"XAA", "XBB"}, "one operand too many"},
      {{"XAA", "--facet", "objectiv"}, "did you mean \"objective\"?"},
      {{"XAA", "--scheme", "comission"}, "did you mean \"commission\"?"},
      {{"XAA", "--part", "subject"}, "no part \"subject\""},
      {{"XAA", "--without", "XAA"}, "left out by --without"},
      {{"XAA", "--format", "csv"}, "--part"},
  };
  for (const auto& misuse : all) {
    const auto result = profile(misuse.args);
    EXPECT_EQ(result.exit_code, 2) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

TEST(ProfileVerb, MarkupAndFormulasAreInert) {
  const TemporaryFolder folder;
  const auto path = folder.write("hostile.csv",
                                 "pledge_id,title,actor,region,objective,status\n"
                                 "P1,=cmd(),=cmd|'/c calc'!A0,<b>N</b>,1,completed\n"
                                 "P2,<script>alert(1)</script>,<img onerror=x>,@S,1,announced\n"
                                 "P3,\x1b[31mred,@SUM(A1),@S,1,announced\n");
  const auto inert = [](const support::ToolResult& result) {
    EXPECT_EQ(result.exit_code, 0) << result.err;
    for (const auto* bad : {"\x1b[31m", "<script>", "<img", "<b>N"})
      EXPECT_THAT(result.out, Not(HasSubstr(bad)));
  };
  const std::string img = "<img onerror=x>";
  inert(profile({img, "--framework", "none", "--format", "html"}, path));
  inert(run_tool({"gaps", path, "-q", "--framework", "none", "--format", "html"}));
  inert(run_tool({"rank", path, "-q", "--framework", "none", "--format", "html"}));
  EXPECT_THAT(profile({"@SUM(A1)", "--framework", "none"}, path).out, Not(HasSubstr("\x1b[31m")));
  const auto records = profile(
      {"=cmd|'/c calc'!A0", "--part", "records", "--framework", "none", "--format", "csv"}, path);
  EXPECT_THAT(records.out, HasSubstr("'=cmd()"));
}

}  // namespace
