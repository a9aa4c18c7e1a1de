#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/run_tool.hpp"

namespace {

using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using testing::HasSubstr;
using testing::Not;

const std::string toy_d = COOPNET_TEST_DATA "/toys/toyD_cover.csv";
const std::string gcm = COOPNET_DATASETS "/gcm";

/// Notes on one line, however they were wrapped.
std::string unwrapped(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

TEST(SelectVerb, ToyDWithAndWithoutK) {
  for (const std::vector<std::string>& more : {std::vector<std::string>{"-k", "2"}, {}}) {
    std::vector<std::string> args{"select", toy_d};
    args.insert(args.end(), more.begin(), more.end());
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(unwrapped(result.out), HasSubstr("14 of 14 elements are covered by 2 of 5 sets"));
    EXPECT_THAT(unwrapped(result.out), HasSubstr("would need 3: E, D and C."));
    EXPECT_THAT(unwrapped(result.out), HasSubstr("No other choice is as good."));
  }
  const auto csv = run_tool({"select", toy_d, "-k", "2", "--format", "csv", "--part", "chosen"});
  const auto lines = lines_of(csv.out);
  ASSERT_EQ(lines.size(), 3U) << csv.err;
  EXPECT_THAT(lines[0], testing::Eq("order,chosen,adds,covered,new,firm"));
  EXPECT_THAT(lines[1], testing::Eq("1,A,7,0.5,1;2;3;4;5;6;7,yes"));
  EXPECT_THAT(lines[2], testing::Eq("2,B,7,1,8;9;10;11;12;13;14,yes"));
}

TEST(SelectVerb, OneSetLeavesTheRestAndNamesIt) {
  const auto one = run_tool({"select", toy_d, "-k", "1"});
  EXPECT_THAT(unwrapped(one.out), HasSubstr("8 of 14 elements are covered by 1 of 5 sets"));
  EXPECT_THAT(unwrapped(one.out), HasSubstr("What stays uncovered"));
  const auto rest =
      run_tool({"select", toy_d, "-k", "1", "--format", "csv", "--part", "uncovered"});
  EXPECT_EQ(lines_of(rest.out).size(), 7U) << "1, 2, 3, 8, 9 and 10 under the header";
}

TEST(SelectVerb, TheOrderOfRowsAndTheDelimiterDoNotMatter) {
  const TemporaryFolder folder;
  auto lines = lines_of(support::read_whole(toy_d));
  std::reverse(lines.begin() + 1, lines.end());
  std::string turned;
  for (auto& line : lines) {
    std::erase(line, '\r');
    std::replace(line.begin(), line.end(), ',', ';');
    turned += line + "\r\n";
  }
  const auto other = folder.write("other.csv", turned);
  for (const auto* format : {"json", "table", "md", "html"})
    EXPECT_EQ(run_tool({"select", toy_d, "--format", format}).out,
              run_tool({"select", other, "--format", format}).out)
        << format;
}

TEST(SelectVerb, ATableFromAPipeAndAFaultyOne) {
  support::ToolCall call;
  call.args = {"select", "-"};
  call.input = "set,element\nA,1\nB,2\nA,1\n";
  const auto piped = run_tool(call);
  EXPECT_THAT(unwrapped(piped.out), HasSubstr("2 of 2 elements are covered by 2 of 2 sets"));
  EXPECT_THAT(unwrapped(piped.out), HasSubstr("1 row says again what another row says."));
  call.input = "id,actors\nP1,XAA\n";
  EXPECT_EQ(run_tool(call).exit_code, 2);
  call.input = "set,element\nA,\n";
  const auto faulty = run_tool(call);
  EXPECT_EQ(faulty.exit_code, 3);
  EXPECT_EQ(faulty.out, "");
  EXPECT_THAT(faulty.err, HasSubstr(":2:3: error: element:"));
}

TEST(SelectVerb, OptionsThatDoNotGoTogether) {
  for (const std::vector<std::string>& args : std::vector<std::vector<std::string>>{
           {"select", gcm, "-k", "0"},
           {"select", gcm, "--of", "pledge"},
           {"select", gcm, "--practices"},
           {"select", gcm, "--workshop", "1", "-k", "2"},
           {"select", gcm, "--workshop", "1", "--key-players", "reach"},
           {"select", gcm, "--key-players", "reach", "--of", "forums"},
           {"select", gcm, "--workshop", "nonsense"},
           {"select", gcm, "--region", "atlantis"},
           {"select", toy_d, "--of", "themes"},
           {"select", toy_d, "--region", "arab_states"}}) {
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << testing::PrintToString(args);
    EXPECT_THAT(result.err, Not(testing::IsEmpty()));
  }
}

TEST(SelectVerb, EveryQuestionToTheRealDatasetIsAnswered) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"-k", "5"},
                                             {},
                                             {"--of", "themes", "-k", "3"},
                                             {"--of", "objectives"},
                                             {"--of", "forums", "-k", "4"},
                                             {"--of", "conveners", "--region", "arab_states"},
                                             {"--workshop", "21,6"},
                                             {"--key-players", "reach"},
                                             {"--key-players", "split", "-k", "2"}}) {
    std::vector<std::string> args{"select", gcm, "-q"};
    args.insert(args.end(), more.begin(), more.end());
    const auto text = run_tool(args);
    EXPECT_EQ(text.exit_code, 0) << text.err;
    EXPECT_THAT(unwrapped(text.out), HasSubstr("as of 2026-11-22")) << testing::PrintToString(more);
    args.insert(args.end(), {"--format", "json"});
    const auto json = run_tool(args);
    EXPECT_THAT(json.out, HasSubstr("\"schema\": \"coopnet/select\"")) << json.err;
  }
}

TEST(SelectVerb, WhatIsNotRecordedIsNamedNotCounted) {
  const auto result = run_tool({"select", gcm, "-q", "--region", "arab_states", "-k", "2"});
  EXPECT_THAT(unwrapped(result.out), HasSubstr("2 of 22 states in Arab States have a pledge"));
  EXPECT_THAT(unwrapped(result.out),
              HasSubstr("No pledge with an objective recorded here: states in Arab"));
  const auto none = run_tool(
      {"select", gcm, "-q", "--objective", "12", "--region", "arab_states", "--of", "pledges"});
  EXPECT_EQ(none.exit_code, 0) << none.err;
  EXPECT_THAT(unwrapped(none.out), HasSubstr("covers anything"));
}

}  // namespace
