#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "support/run_tool.hpp"

/// `synergy` as a user runs it: the small inputs with known answers, the real dataset, hostile
/// input.
namespace {

using coopnet::text::join;
using support::lines_of;
using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using support::ToolCall;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string gcm = std::string(COOPNET_DATASETS) + "/gcm";
const std::string toy_a = std::string(COOPNET_TEST_DATA) + "/toys/toyA_pledges.csv";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::vector<std::string> by_actors(const std::string& dataset, const std::string& format) {
  return {"synergy",   dataset,     "--of",    "actors",   "--facet",
          "objective", "--measure", "jaccard", "--format", format};
}

TEST(SynergyVerb, ToyAHasItsKnownPairs) {
  const auto result = run_tool(by_actors(toy_a, "csv"));
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 7U) << "four of the ten pairs share nothing";
  EXPECT_THAT(lines[1], StartsWith("0.75,XAA,XBB,1;2;8,,3,no,"));
  EXPECT_THAT(lines[2], StartsWith("0.6666666667,XBB,XDD,2;8,,2,yes,"));
  EXPECT_THAT(lines[5], StartsWith("0.25,XCC,XEE,21,,1,no,"));
}

TEST(SynergyVerb, HoweverTheFileIsWrittenTheBytesAreTheSame) {
  const TemporaryFolder folder;
  const std::string plain = replaced(read_whole(toy_a), "\r\n", "\n");
  const std::string quoted = "\"" + replaced(replaced(plain, ",", "\",\""), "\n", "\"\n\"");
  std::vector<std::string> lines = lines_of(plain);
  coopnet::Rng rng(7);
  rng.shuffle(std::span(lines).subspan(1));
  const std::vector<std::string> variants{plain,
                                          "\xEF\xBB\xBF" + plain,
                                          replaced(plain, ",", ";"),
                                          replaced(plain, ",", "\t"),
                                          replaced(plain, "\n", "\r\n"),
                                          quoted.substr(0, quoted.size() - 1),
                                          replaced(plain, "region", " Region "),
                                          join(lines, "\n") + "\n"};
  for (const auto* format : {"csv", "json", "md", "dot", "table"}) {
    const auto reference = run_tool(by_actors(toy_a, format)).out;
    ASSERT_THAT(reference, Not(IsEmpty()));
    for (std::size_t i = 0; i < variants.size(); ++i) {
      const auto path = folder.write("variant-" + std::to_string(i) + ".csv", variants[i]);
      const auto result = run_tool(by_actors(path, format));
      EXPECT_EQ(result.out, reference) << "variant " << i << " as " << format << ": " << result.err;
    }
  }
}

TEST(SynergyVerb, TheLocaleAndTheTimeZoneDoNotMatter) {
  const auto reference = run_tool({"synergy", gcm, "--format", "json", "-q"});
  ASSERT_EQ(reference.exit_code, 0);
  for (const auto* locale : {"LC_ALL=C", "LC_ALL=tr_TR.UTF-8", "LC_ALL=ar_EG.UTF-8"}) {
    ToolCall call;
    call.args = {"synergy", gcm, "--format", "json", "-q"};
    call.environment = {locale, "TZ=Asia/Kathmandu"};
    EXPECT_EQ(run_tool(call).out, reference.out);
  }
}

TEST(SynergyVerb, AcrossRegionsMeansKnownAndDifferent) {
  const auto result =
      run_tool({"synergy", gcm, "--across", "regions", "--top", "0", "--format", "csv", "-q"});
  ASSERT_EQ(result.exit_code, 0);
  auto lines = lines_of(result.out);
  ASSERT_GT(lines.size(), 100U);
  lines.erase(lines.begin());
  EXPECT_THAT(lines, Each(HasSubstr(",yes,")));
}

TEST(SynergyVerb, ExplainsAPairInSentences) {
  const auto result = run_tool({"synergy", gcm, "--explain", "P019", "P036", "-q"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("both work on objective 15"));
  EXPECT_THAT(result.out, HasSubstr("4 of 83 on theme health"));
  EXPECT_THAT(result.out, HasSubstr("They share no forum or agreement recorded here."));
  EXPECT_THAT(result.out, HasSubstr("Source: https://"));
  EXPECT_EQ(run_tool({"synergy", gcm, "--explain", "P036", "P019", "-q"}).out, result.out);
}

TEST(SynergyVerb, AnEmptyResultSaysWhy) {
  const auto result = run_tool({"synergy", gcm, "--for", "MAR", "--min-score", "0.9", "-q"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("MAR: 1 pledge recorded here; Objective: ~23."));
  EXPECT_THAT(result.out, HasSubstr("highest recorded here is 0.55"));
}

TEST(SynergyVerb, SaysOfWhatOutOfHowManyAndAsOfWhen) {
  const auto result = run_tool({"synergy", gcm, "--top", "4", "-q"});
  EXPECT_THAT(result.out,
              HasSubstr("4 of 1047 pairs that share something; 83 pledges recorded here, as"));
  EXPECT_THAT(result.out, HasSubstr("214"));
  for (const auto& line : lines_of(result.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
}

TEST(SynergyVerb, TheGridFitsATerminal) {
  const auto result = run_tool({"synergy", gcm, "--view", "grid", "-q"});
  ASSERT_EQ(result.exit_code, 0);
  for (const auto& line : lines_of(result.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(SynergyVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{"--objective", "99"}, "\"99\" is not known"},
      {{"--region", "arab_state"}, "did you mean \"arab_states\"?"},
      {{"--for", "MARR"}, "did you mean \"MAR\"?"},
      {{"--between", "state"}, "state:civil_society"},
      {{"--between", "state:civil"}, "\"civil\" is not known"},
      {{"--min-score", "1.5"}, "--min-score"},
      {{"--min-score", "0,5"}, "--min-score"},
      {{"--min-score", "-1"}, "--min-score"},
      {{"--weights", "objective=x"}, "--weights"},
      {{"--facet", "topic"}, "\"topic\" is not known"},
      {{"--explain", "P001"}, "two ids"},
      {{"--explain", "P001", "P001"}, "two different"},
      {{"--explain", "P001", "MAR"}, "not one of each"},
      {{"--without", "P999"}, "\"P999\" is not known"},
      {{"P001"}, "one operand too many"},
      {{"--groups", "--format", "svg"}, "not pictures"},
  };
  for (const auto& misuse : all) {
    std::vector<std::string> args{"synergy", gcm};
    args.insert(args.end(), misuse.args.begin(), misuse.args.end());
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << join(args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says));
  }
}

TEST(SynergyVerb, MarkupAndFormulasAreInert) {
  const TemporaryFolder folder;
  const auto path = folder.write("hostile.csv",
                                 "pledge_id,title,actor,objective\n"
                                 "=A1,=cmd(),=cmd|'/c calc'!A0,1\n"
                                 "B,\"\"\"><script>alert(1)</script>\",\"<img onerror=x>\",1\n"
                                 "C,\x1b[31mred,@SUM(A1),1\n");
  const auto csv = run_tool({"synergy", path, "--of", "actors", "--format", "csv"});
  ASSERT_EQ(csv.exit_code, 0) << csv.err;
  EXPECT_THAT(csv.out, HasSubstr("'=cmd|"));
  EXPECT_THAT(csv.out, HasSubstr("'@SUM(A1)"));
  for (const auto* format : {"html", "svg", "md", "dot", "table"}) {
    const auto result = run_tool({"synergy", path, "--format", format});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, Not(HasSubstr("\x1b[31m"))) << format;
    if (std::string(format) == "html" || std::string(format) == "svg") {
      EXPECT_THAT(result.out, Not(HasSubstr("<script>"))) << format;
      EXPECT_THAT(result.out, Not(HasSubstr("<img"))) << format;
    }
  }
}

}  // namespace
