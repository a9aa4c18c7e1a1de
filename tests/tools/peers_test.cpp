#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "support/run_tool.hpp"

/// `peers` as a user runs it.
namespace {

using coopnet::text::join;
using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const std::string gcm = std::string(COOPNET_DATASETS) + "/gcm";
const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";

support::ToolResult peers(const std::vector<std::string>& args, const std::string& dataset = gcm) {
  std::vector<std::string> all{"peers", dataset, "-q"};
  all.insert(all.end(), args.begin(), args.end());
  return run_tool(all);
}

/// Fields of a line of TSV without quoted fields.
std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> out(1);
  for (const char c : line) {
    if (c == '\t')
      out.emplace_back();
    else
      out.back() += c;
  }
  return out;
}

// By hand from datasets/tiny: eight actors have a record. On 2 XBB and XDD: log2(9 / 2) = 2.17; on
// 1 four actors: log2(9 / 4) = 1.17. XDD has given support on 2 (q-xdd-1) and offers it on 1 (T05);
// XBB asks for support on both (T02): 3 x 3 x 2.17 + 3 x 3 x 1.17 = 30.06. Two forums and two
// agreements of both: 7.515 each, rounded up. 30.06 + 7.52 + 7.52 = 45.10.
TEST(PeersVerb, ValueByHand) {
  const auto result = peers({"XBB", "--part", "learn_from", "--format", "csv"}, tiny);
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_THAT(lines[1], testing::StartsWith("1,45.1,Deltaland,2;1,DN;Wide Forum;"));
  EXPECT_THAT(lines[2], testing::StartsWith("2,18.42,"));
  EXPECT_THAT(lines[3], testing::StartsWith("2,18.42,")) << "the same value has the same rank";
}

TEST(PeersVerb, RowsAddUpAsDisplayed) {
  for (const auto* who : {"MAR", "KEN", "PHL", "IRQ", "UGA"}) {
    const auto result =
        peers({who, "--top", "0", "--part", "factors", "--format", "tsv", "--bonus", "tie=33"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    auto lines = lines_of(result.out);
    ASSERT_GT(lines.size(), 20U);
    const auto names = fields(lines.front());
    ASSERT_EQ(names[5], "points");
    ASSERT_EQ(names[6], "row");
    long sum = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      const auto row = fields(lines[i]);
      const long points = std::lround(std::stod(row[5]) * 100);
      if (row[6] != "sum") {
        sum += points;
        continue;
      }
      EXPECT_EQ(points, sum) << lines[i];
      sum = 0;
    }
    EXPECT_EQ(sum, 0) << "the last row is a sum";
  }
}

TEST(PeersVerb, SaysOfWhatOutOfHowManyAndAsOfWhen) {
  const auto result = peers({"MAR"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(
      result.out,
      AllOf(HasSubstr("5 of 44 from whom Morocco could learn"),
            HasSubstr("of 194 states considered"), HasSubstr("as of 2026-11-22"), HasSubstr("214"),
            HasSubstr("~ inferred"), HasSubstr("25"), HasSubstr("same value as the last one shown"),
            HasSubstr("Recorded for Morocco: 1 pledge, 8 practices")));
  for (const auto& line : lines_of(result.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
}

TEST(PeersVerb, ACountryWithNothingRecordedIsToldWhatToRecord) {
  const auto result = peers({"FRA"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, AllOf(HasSubstr("Nothing is recorded for France"),
                                HasSubstr("That says nothing about what it does."),
                                HasSubstr("record a need or a plan of France"),
                                HasSubstr("There is no suggestion")));
  EXPECT_THAT(result.out, Not(HasSubstr("0 of 0")));
}

TEST(PeersVerb, StatedOnlyDoesNotClaimThatNothingIsRecorded) {
  const auto result = peers({"MAR", "--stated-only"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("with an objective that a"), HasSubstr("2\nneeds, 0 priorities"),
                    HasSubstr("--stated-only"), Not(HasSubstr("~")), Not(HasSubstr("To be told"))));
}

TEST(PeersVerb, AnActorHasManyNames) {
  const auto reference = peers({"MAR", "--format", "csv", "--part", "help"}).out;
  ASSERT_THAT(lines_of(reference), SizeIs(6));
  for (const auto* name : {"Morocco", "morocco", "MA", "Maroc", "Marruecos", "المغرب"})
    EXPECT_EQ(peers({name, "--format", "csv", "--part", "help"}).out, reference) << name;
}

TEST(PeersVerb, ANameOfSeveralActorsIsRefused) {
  const TemporaryFolder folder;
  const auto path = folder.write("two.csv",
                                 "pledge_id,actor,objective\nP1,Port City,1\nP2,PORT CITY,1\n"
                                 "P3,Other,1\n");
  const auto result = run_tool({"peers", path, "port city", "-q"});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("\"port city\" can mean PORT CITY, Port City"));
  EXPECT_EQ(run_tool({"peers", path, "Port City", "-q"}).exit_code, 0) << "its id";
}

TEST(PeersVerb, ExplainsTwoActorsBothWays) {
  const auto result = peers({"MAR", "--explain", "PHL"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("Morocco could learn from Philippines, with the value"),
                    HasSubstr("Philippines could learn from Morocco"), HasSubstr("p-phl-12"),
                    HasSubstr("of 98 actors"), HasSubstr("Sources: ")));
  const auto silent = peers({"MAR", "--explain", "FRA"});
  EXPECT_EQ(silent.exit_code, 0);
  EXPECT_THAT(silent.out, HasSubstr("No practice, support given or pledge of France is recorded"));
}

TEST(PeersVerb, PlanNamesEverybodyOnce) {
  const auto plan = peers({"--all", "--capacity", "1", "--part", "plan", "--format", "tsv"});
  ASSERT_EQ(plan.exit_code, 0) << plan.err;
  std::map<std::string, int> mentors, learners;
  const auto lines = lines_of(plan.out);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto row = fields(lines[i]);
    EXPECT_NE(row[1], row[2]) << "nobody learns from itself";
    EXPECT_EQ(++mentors[row[1]], 1) << row[1];
    EXPECT_EQ(++learners[row[2]], 1) << row[2];
  }
  EXPECT_GT(mentors.size(), 20U);
  const auto rest = peers({"--all", "--capacity", "1", "--part", "unmatched", "--format", "csv"});
  EXPECT_EQ(lines_of(rest.out).size() - 1, 2 * 35 - mentors.size() - learners.size())
      << "35 Champions, each as a mentor and as a learner";
}

TEST(PeersVerb, PlanSaysThatItIsTheBest) {
  const auto result = peers({"--all"});
  EXPECT_THAT(result.out, AllOf(HasSubstr("No other plan within these limits gives more"),
                                HasSubstr("35 mentors and 35 learners"),
                                HasSubstr("At most 2 pairs for each mentor")));
  const auto none = peers({"--all", "--kind", "foundation"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_THAT(none.out, HasSubstr("0 mentors and 0 learners are admitted"));
}

TEST(PeersVerb, PlanIsDrawn) {
  const auto dot = peers({"--all", "--format", "dot", "--min-value", "60"});
  ASSERT_EQ(dot.exit_code, 0) << dot.err;
  EXPECT_THAT(dot.out, AllOf(HasSubstr("PHL"), HasSubstr("->")));
  EXPECT_EQ(peers({"MAR", "--format", "dot"}).exit_code, 2);
}

TEST(PeersVerb, CheckIsToldInPlainWords) {
  const auto result = peers({"--evaluate"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("27 pairs of a learner and a mentor"),
                    HasSubstr("of 10 comparisons the pair that took place"), HasSubstr("5 of 10"),
                    HasSubstr("Cases are not independent"), Not(HasSubstr("too few"))));
  const auto few = peers({"--evaluate"}, tiny);
  EXPECT_THAT(few.out, HasSubstr("1 case is too few to conclude anything"));
  const auto none = peers({"--evaluate", "--kind", "youth"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_THAT(none.out, HasSubstr("nothing to check"));
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(PeersVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{}, "one of three"},
      {{"MAR", "--all"}, "one of three"},
      {{"--all", "--evaluate"}, "one of three"},
      {{"MARR"}, "did you mean \"MAR\"?"},
      {{"Morroco"}, "did you mean \"Morocco\"?"},
      {{"MAR", "KEN"}, "\"KEN\" is one operand too many"},
      {{"MAR", "--explain", "MAR"}, "another actor"},
      {{"--all", "--explain", "MAR"}, "--explain goes with one actor"},
      {{"MAR", "--without", "MAR"}, "left out by --without"},
      {{"MAR", "--bonus", "forums=3"}, "did you mean \"forum\"?"},
      {{"MAR", "--bonus", "forum"}, "--bonus takes a whole number"},
      {{"MAR", "--bonus", "forum=1001"}, "--bonus takes a whole number"},
      {{"--all", "--capacity", "0"}, "--capacity"},
      {{"--all", "--mentors", "some"}, "\"some\" is not known"},
      {{"MAR", "--region", "arab_state"}, "did you mean \"arab_states\"?"},
      {{"MAR", "--objective", "99"}, "\"99\" is not known"},
      {{"MAR", "--format", "csv"}, "--part"},
      {{"MAR", "--capacity", "3"}, "--capacity goes with --all"},
      {{"--evaluate", "--mentors", "all"}, "--mentors goes with --all"},
      {{"--all", "--top", "3"}, "--top goes with ID"},
      {{"--evaluate", "--min-value", "3"}, "--min-value goes with ID, --all"},
      {{"MAR", "--part", "plan"}, "no part \"plan\""},
  };
  for (const auto& misuse : all) {
    const auto result = peers(misuse.args);
    EXPECT_EQ(result.exit_code, 2) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

TEST(PeersVerb, MarkupAndFormulasAreInert) {
  const TemporaryFolder folder;
  const auto path = folder.write("hostile.csv",
                                 "pledge_id,title,actor,objective,status\n"
                                 "P1,=cmd(),=cmd|'/c calc'!A0,1,completed\n"
                                 "P2,<script>alert(1)</script>,<img onerror=x>,1,announced\n"
                                 "P3,\x1b[31mred,@SUM(A1),1,announced\n");
  const auto csv = run_tool({"peers", path, "@SUM(A1)", "--part", "learn_from", "--format", "csv"});
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(csv.out, HasSubstr("'=cmd|"));
  for (const auto* format : {"html", "md", "table"}) {
    const auto result = run_tool({"peers", path, "@SUM(A1)", "--format", format});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, Not(HasSubstr("\x1b[31m"))) << format;
    if (std::string(format) == "html") {
      EXPECT_THAT(result.out, AllOf(Not(HasSubstr("<script>")), Not(HasSubstr("<img"))));
    }
  }
  const auto told = run_tool({"peers", path, "@SUM(A1)", "--explain", "<img onerror=x>"});
  EXPECT_THAT(told.out, Not(HasSubstr("\x1b[31m")));
}

}  // namespace
