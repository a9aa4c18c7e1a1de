#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

#include "support/run_tool.hpp"

namespace {

using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Generate, WritesADatasetThatCheckUnderstands) {
  const TemporaryFolder folder;
  const auto made = run_tool({"generate", "-o", folder.file("d"), "--pledges", "500"});
  EXPECT_EQ(made.exit_code, 0);
  EXPECT_EQ(made.out, "");
  EXPECT_EQ(made.err,
            "wrote " + folder.file("d") +
                ": 500 invented pledges of 100 actors, 1507 rows and 133680 bytes in all\n");
  const auto checked = run_tool({"check", folder.file("d"), "--strict"});
  EXPECT_EQ(checked.exit_code, 0);
  EXPECT_THAT(checked.out, HasSubstr("500 pledges, 100 actors, 10 forums, 100 agreements"));
  EXPECT_THAT(checked.out, EndsWith("0 errors, 0 warnings.\n"));
}

TEST(Generate, TakesEveryNumber) {
  const TemporaryFolder folder;
  const auto made = run_tool({"generate", "-q", "-o", folder.file("d"), "--pledges=40",
                              "--actors=31", "--forums=4", "--objectives=5", "--themes=6",
                              "--principles=0", "--tags-per-pledge=2.5", "--zipf=0.5", "--seed=9"});
  EXPECT_EQ(made.exit_code, 0);
  EXPECT_EQ(made.err, "");
  EXPECT_THAT(read_whole(folder.file("d/dataset.json")),
              HasSubstr("coopnet generate --pledges 40 --actors 31 --forums 4 --objectives 5 "
                        "--themes 6 --principles 0 --tags-per-pledge 2.5 --zipf 0.5 --seed 9"));
}

TEST(Generate, TheSeedDecides) {
  const TemporaryFolder folder;
  const auto pledges = [&](const char* name, const char* seed) {
    run_tool({"generate", "-q", "-o", folder.file(name), "--pledges", "50", "--seed", seed});
    return read_whole(folder.file(std::string(name) + "/pledges.csv"));
  };
  const auto first = pledges("a", "1");
  EXPECT_THAT(first, StartsWith("id,title,actors,kind,objectives,"));
  EXPECT_EQ(pledges("b", "1"), first);
  EXPECT_NE(pledges("c", "2"), first);
}

TEST(Generate, ReplacesOnlyByForce) {
  const TemporaryFolder folder;
  const std::string target = folder.file("d");
  ASSERT_EQ(run_tool({"generate", "-q", "-o", target, "--pledges", "10"}).exit_code, 0);
  const auto before = read_whole(target + "/pledges.csv");
  const auto refused = run_tool({"generate", "-o", target, "--pledges", "20"});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("exists; add --force to replace the tables in it"));
  EXPECT_EQ(read_whole(target + "/pledges.csv"), before);
  EXPECT_EQ(run_tool({"generate", "-q", "-o", target, "--pledges", "20", "--force"}).exit_code, 0);
  EXPECT_NE(read_whole(target + "/pledges.csv"), before);
}

TEST(Generate, TablesThatWouldMixWithItStopIt) {
  const TemporaryFolder folder;
  const std::string target = folder.file("d");
  ASSERT_EQ(run_tool({"generate", "-q", "-o", target, "--pledges", "10"}).exit_code, 0);
  const auto refused = run_tool({"generate", "-o", target, "--force", "--forums", "0"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_THAT(refused.err, HasSubstr("events.csv: would stay and be read with the dataset"));
}

TEST(Generate, RefusesTargetsThatAreNoFolder) {
  const TemporaryFolder folder;
  const auto file = folder.write("f", "mine");
  const auto onto_file = run_tool({"generate", "-o", file, "--force"});
  EXPECT_EQ(onto_file.exit_code, 2);
  EXPECT_THAT(onto_file.err, HasSubstr("exists and is no folder"));
  EXPECT_EQ(read_whole(file), "mine");
  const auto json = run_tool({"generate", "-o", folder.file("d.json")});
  EXPECT_EQ(json.exit_code, 2);
  EXPECT_THAT(json.err, HasSubstr("coopnet convert makes JSON"));
  const auto nothing = run_tool({"generate", "--pledges", "10"});
  EXPECT_EQ(nothing.exit_code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("-o is missing"));
  const auto no_parent = run_tool({"generate", "-o", folder.file("none/d")});
  EXPECT_EQ(no_parent.exit_code, 1);
  EXPECT_THAT(no_parent.err, HasSubstr("No such file or directory"));
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(Generate, RefusesNumbersOutOfBounds) {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> wrong{{"--pledges", "0"},
                                                               {"--pledges", "1000001"},
                                                               {"--actors", "1"},
                                                               {"--objectives", "0"},
                                                               {"--themes", "-1"},
                                                               {"--tags-per-pledge", "0"},
                                                               {"--tags-per-pledge", "many"},
                                                               {"--zipf", "17"},
                                                               {"--forums", "100001"}};
  for (const auto& [option, value] : wrong) {
    const auto refused = run_tool({"generate", "-o", folder.file("d"), option + "=" + value});
    EXPECT_EQ(refused.exit_code, 2) << option << ' ' << value;
    EXPECT_THAT(refused.err, HasSubstr(option + " takes a"));
  }
  EXPECT_EQ(folder.entries(), 0U);
}

TEST(Generate, InterruptedItLeavesNothingBehind) {
  const TemporaryFolder folder;
  support::ToolCall call;
  call.args = {"generate",          "-o", folder.file("d"), "--pledges", "1000000",
               "--tags-per-pledge", "50"};
  call.signal_after_input = SIGINT;
  const auto stopped = run_tool(call);
  EXPECT_EQ(stopped.exit_code, 130);
  EXPECT_EQ(stopped.err, "");
  EXPECT_EQ(folder.entries(), 0U);
  call.signal_after_input = SIGTERM;
  EXPECT_EQ(run_tool(call).signal, SIGTERM);
  EXPECT_EQ(folder.entries(), 0U);
}

}  // namespace
