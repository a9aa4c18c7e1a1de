#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/run_tool.hpp"

namespace {

using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string toy_a = COOPNET_TEST_DATA "/toys/toyA_pledges.csv";
const std::string gcm = COOPNET_DATASETS "/gcm";

const std::string toy_b =
    "offer,offer_capacity,need,need_capacity,fit\n"
    "O1,2,N1,3,9\nO1,2,N2,3,8\nO1,2,N3,2,2\nO2,2,N1,3,8\nO2,2,N2,3,7\nO2,2,N3,2,3\n"
    "O3,1,N1,3,6\nO3,1,N2,3,5\nO3,1,N3,2,1\n";

TEST(MatchVerb, ToyAAcrossRegions) {
  const auto result = run_tool({"match", toy_a, "--weight", "shared", "--across", "regions",
                                "--format", "csv", "--part", "pairs"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_THAT(lines[1], StartsWith("2,XAA,XCC,1;17,yes,yes,"));
  EXPECT_THAT(lines[2], StartsWith("2,XBB,XDD,2;8,yes,yes,"));
}

TEST(MatchVerb, SaysThatTheOptimumIsProvedAndHowManyThereAre) {
  const auto result = run_tool({"match", toy_a, "--weight", "shared"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("Total 4 from 2 pairs."));
  EXPECT_THAT(result.out, HasSubstr("proved"));
  EXPECT_THAT(result.out, HasSubstr("2 choices of partners have this total"));
}

TEST(MatchVerb, CsvNeedsOnePart) {
  const auto refused = run_tool({"match", toy_a, "--format", "csv"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("--part (pairs, "));
  const auto unknown = run_tool({"match", toy_a, "--format", "csv", "--part", "nothing"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("no part \"nothing\""));
  EXPECT_EQ(run_tool({"match", toy_a, "--format", "csv", "--part", "unmatched"}).exit_code, 0);
}

TEST(MatchVerb, ATableOfNeedsAndOffers) {
  const TemporaryFolder folder;
  const auto path = folder.write("b.csv", toy_b);
  const auto plain = run_tool({"match", path, "--needs"});
  EXPECT_EQ(plain.exit_code, 0) << plain.err;
  EXPECT_THAT(plain.out, HasSubstr("Total fit 38."));
  EXPECT_THAT(
      run_tool({"match", path, "--needs", "--floor", "1"}).out,
      HasSubstr("Total fit 34, with at least 1 for every need; without that it would be 4"));
  EXPECT_THAT(run_tool({"match", path, "--needs", "--fair", "leximin"}).out,
              HasSubstr("Total fit 33"));
  const auto two = run_tool({"match", path, "--needs", "--floor", "2"});
  EXPECT_EQ(two.exit_code, 0) << "that it cannot be is an answer";
  EXPECT_THAT(two.out, HasSubstr("N1, N2 and N3 would take 6"));
}

TEST(MatchVerb, TheOrderOfRowsAndTheDelimiterDoNotMatter) {
  const TemporaryFolder folder;
  auto lines = lines_of(toy_b);
  std::reverse(lines.begin() + 1, lines.end());
  std::string turned;
  for (auto& line : lines) {
    std::replace(line.begin(), line.end(), ',', ';');
    turned += line + "\r\n";
  }
  const auto one = folder.write("one.csv", toy_b);
  const auto other = folder.write("other.csv", turned);
  for (const auto* format : {"json", "table", "md", "dot"})
    EXPECT_EQ(run_tool({"match", one, "--needs", "--format", format}).out,
              run_tool({"match", other, "--needs", "--format", format}).out)
        << format;
}

TEST(MatchVerb, NeedsFromAPipe) {
  support::ToolCall call;
  call.args = {"match", "-", "--needs"};
  call.input = toy_b;
  EXPECT_THAT(run_tool(call).out, HasSubstr("Total fit 38."));
  call.input = "id,actors\nP1,XAA\n";
  const auto pledges = run_tool(call);
  EXPECT_EQ(pledges.exit_code, 2);
  EXPECT_THAT(pledges.err, HasSubstr("offer, need and fit"));
}

TEST(MatchVerb, AFaultyTableIsRefusedWithPlaces) {
  const TemporaryFolder folder;
  const auto path = folder.write("bad.csv", "offer,need,fit\nA,X,high\nA,,1\n");
  const auto result = run_tool({"match", path, "--needs"});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.out, "");
  EXPECT_THAT(result.err, HasSubstr("bad.csv:2:5: error: fit: \"high\" is not a number"));
  EXPECT_THAT(result.err, HasSubstr("bad.csv:3:3: error: need:"));
}

TEST(MatchVerb, OptionsThatDoNotGoTogether) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"--floor", "1"},
                                             {"--stable", "needs"},
                                             {"--needs", "--floor", "1", "--fair", "leximin"},
                                             {"--needs", "--stable", "needs", "--per-pair", "2"},
                                             {"--needs", "--capacity", "0"},
                                             {"--weight", "money"}}) {
    std::vector<std::string> args{"match", gcm};
    args.insert(args.end(), more.begin(), more.end());
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << testing::PrintToString(more);
    EXPECT_THAT(result.err, Not(testing::IsEmpty()));
  }
}

TEST(MatchVerb, TheRealDataset) {
  const auto pairs = run_tool({"match", gcm, "--across", "regions", "-q"});
  EXPECT_EQ(pairs.exit_code, 0) << pairs.err;
  EXPECT_THAT(pairs.out, HasSubstr("recorded here have a partner in another region"));
  const auto needs =
      run_tool({"match", gcm, "--needs", "--capacity", "2", "--format", "json", "-q"});
  EXPECT_EQ(needs.exit_code, 0) << needs.err;
  EXPECT_THAT(needs.out, HasSubstr("\"unsupported\""));
}

}  // namespace
