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

support::ToolResult profile(const std::vector<std::string>& args,
                            const std::string& dataset = tiny) {
  std::vector<std::string> all{"profile", dataset, "-q"};
  all.insert(all.end(), args.begin(), args.end());
  const auto result = run_tool(all);
  support::expect_no_judgement(result.out + result.err);
  return result;
}
std::vector<support::Row> rows(std::vector<std::string> args, const std::string& dataset = tiny) {
  args.insert(args.end(), {"--format", "tsv"});
  const auto result = profile(args, dataset);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  return support::tsv_rows(result.out);
}

TEST(ProfileVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"profile", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet profile "));
}

TEST(ProfileVerb, FiveTables) {
  const auto json = profile({"MAR", "--format", "json"}, gcm);
  ASSERT_EQ(json.exit_code, 0) << json.err;
  EXPECT_THAT(table_names(json.out),
              ElementsAre("subjects", "next", "ties", "connectors", "records"));
  EXPECT_THAT(json.out, AllOf(HasSubstr("\"id\": \"MAR\""), HasSubstr("coopnet/profile")));
  const auto table = profile({"Morocco"}, gcm);
  EXPECT_THAT(table.out, AllOf(HasSubstr("Morocco"), HasSubstr("as of 2026-11-22"),
                               HasSubstr("Next: coopnet peers"), HasSubstr("Champion")));
  for (const auto& line : lines_of(table.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
  EXPECT_EQ(profile({"MAR", "--format", "csv"}, gcm).exit_code, 2);
}

TEST(ProfileVerb, AnActorHasManyNames) {
  const std::vector<std::string> part{"--part", "subjects", "--format", "csv"};
  const auto with = [&](const std::string& name) {
    std::vector<std::string> args{name};
    args.insert(args.end(), part.begin(), part.end());
    return profile(args, gcm).out;
  };
  const auto reference = with("MAR");
  ASSERT_THAT(lines_of(reference), SizeIs(24));
  for (const auto* name : {"morocco", "MA", "Maroc"}) EXPECT_EQ(with(name), reference) << name;
}

// Numbers by an independent program.
TEST(ProfileVerb, NextObjectiveOfToyA) {
  auto next = rows({"XBB", "--part", "next"}, toy_a);
  ASSERT_FALSE(next.empty());
  EXPECT_EQ(next[0]["subject_id"], "objective:17");
  EXPECT_NEAR(std::stod(next[0]["density"]), 0.727273, 5e-7);
  EXPECT_EQ(next[0]["who_has_it"], "XAA;XCC");
  EXPECT_EQ(next[0]["with_tie"], "0");
  EXPECT_EQ(next[0]["related"], "1;2;8");
  EXPECT_THAT(profile({"XBB", "--part", "next"}, toy_a).out, HasSubstr("Not advice"));
}

TEST(ProfileVerb, SubjectsOfToyA) {
  for (auto& row : rows({"XCC", "--part", "subjects"}, toy_a)) {
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
  EXPECT_THAT(
      result.out,
      AllOf(HasSubstr("No pledge of France is recorded here: unknown, not none"),
            HasSubstr("Nothing is recorded about France"), HasSubstr("nothing can be proposed")));
  for (auto& row : rows({"FRA", "--part", "subjects"}, gcm)) {
    EXPECT_EQ(row["expected"], "");
    EXPECT_THAT(row["reading"], testing::AnyOf("unknown", "none anywhere"));
  }
}

TEST(ProfileVerb, StatedOnlyShowsNothingInferred) {
  EXPECT_THAT(profile({"MAR"}, gcm).out, HasSubstr("~"));
  EXPECT_THAT(profile({"MAR", "--stated-only"}, gcm).out,
              AllOf(Not(HasSubstr("~")), HasSubstr("Only what a source states")));
}

TEST(ProfileVerb, TiesAndRecordsNameTheirRows) {
  const auto ties = rows({"XBB", "--part", "ties"});
  ASSERT_FALSE(ties.empty());
  for (const auto& row : ties) EXPECT_NE(row.at("row"), "");
  for (const auto& row : rows({"XBB", "--part", "records"})) EXPECT_NE(row.at("row"), "");
  EXPECT_THAT(rows({"XBB", "--part", "connectors", "--top", "1"}), SizeIs(1));
}

TEST(ProfileVerb, TheOrderOfRowsChangesNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  for (const auto* who : {"XAA", "XBB", "XDD"}) {
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
      {{"MARR"}, "did you mean \"MAR\"?"},
      {{"Morroco"}, "did you mean \"Morocco\"?"},
      {{"MAR", "KEN"}, "one operand too many"},
      {{"MAR", "--facet", "objectiv"}, "did you mean \"objective\"?"},
      {{"MAR", "--scheme", "comission"}, "did you mean \"commission\"?"},
      {{"MAR", "--part", "subject"}, "no part \"subject\""},
      {{"MAR", "--without", "MAR"}, "left out by --without"},
      {{"MAR", "--format", "csv"}, "--part"},
  };
  for (const auto& misuse : all) {
    const auto result = profile(misuse.args, gcm);
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
  for (const auto* who : {"@SUM(A1)", "<img onerror=x>", "=cmd|'/c calc'!A0"})
    for (const auto* format : {"html", "md", "table"}) {
      const auto result = profile({who, "--format", format}, path);
      ASSERT_EQ(result.exit_code, 0) << result.err;
      EXPECT_THAT(result.out, Not(HasSubstr("\x1b[31m"))) << format;
      if (std::string(format) == "html") {
        EXPECT_THAT(result.out, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("<img")),
                                      Not(HasSubstr("<b>N"))));
      }
    }
  for (const auto* verb : {"gaps", "rank"}) {
    const auto html = run_tool({verb, path, "-q", "--format", "html"});
    EXPECT_EQ(html.exit_code, 0) << html.err;
    EXPECT_THAT(html.out, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("<img"))));
  }
  const auto csv = profile({"P1", "--part", "records", "--format", "csv"}, path);
  EXPECT_EQ(csv.exit_code, 2) << "P1 is no actor";
  const auto records = profile({"=cmd|'/c calc'!A0", "--part", "records", "--format", "csv"}, path);
  EXPECT_THAT(records.out, HasSubstr("'=cmd()"));
}

}  // namespace
