#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/tool_table.hpp"

/// `rank` as a user runs it.
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
const std::string toy_c = std::string(COOPNET_TEST_DATA) + "/toys/toyC_exchanges.csv";

support::ToolResult rank(const std::vector<std::string>& args, const std::string& dataset = tiny) {
  std::vector<std::string> all{"rank", dataset, "-q"};
  all.insert(all.end(), args.begin(), args.end());
  const auto result = run_tool(all);
  support::expect_no_judgement(result.out + result.err);
  return result;
}
std::vector<support::Row> rows(std::vector<std::string> args, const std::string& dataset = tiny) {
  args.insert(args.end(), {"--format", "tsv"});
  const auto result = rank(args, dataset);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  return support::tsv_rows(result.out);
}

TEST(RankVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"rank", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet rank "));
}

// Counts by hand, z of the R package sna.
TEST(RankVerb, BrokersOfToyC) {
  auto brokers = rows({"--network", "actors:exchange", "--part", "brokers"}, toy_c);
  ASSERT_THAT(brokers, SizeIs(5));
  auto& p1 = brokers[0];
  const std::map<std::string, std::pair<int, double>> expected{
      {"coordinator", {1, 2.8366}}, {"itinerant", {0, -0.6012}}, {"representative", {4, 3.715}},
      {"gatekeeper", {3, 2.6459}},  {"liaison", {3, 2.5423}},    {"total", {11, 3.8350}}};
  EXPECT_EQ(p1["id"], "P1");
  for (const auto& [role, values] : expected) {
    EXPECT_EQ(p1[role], std::to_string(values.first)) << role;
    EXPECT_NEAR(std::stod(p1["z_" + role]), values.second, 5e-5) << role;
  }
  EXPECT_EQ(brokers[4]["id"], "T1");
  EXPECT_EQ(brokers[4]["z_coordinator"], "") << "cannot vary: nothing, not zero";
  const auto csv =
      rank({"--network", "actors:exchange", "--part", "brokers", "--format", "csv"}, toy_c);
  EXPECT_THAT(csv.out, HasSubstr("\nT1,T,0,0,1,1,0,2,,"));
  const auto json =
      rank({"--network", "actors:exchange", "--part", "brokers", "--format", "json"}, toy_c);
  EXPECT_THAT(json.out.substr(json.out.find("\"T1\"")), HasSubstr("\"z_coordinator\": null"));
  support::ToolCall wide;
  wide.args = {"rank", toy_c, "-q", "--network", "actors:exchange", "--part", "brokers"};
  wide.environment = {"COLUMNS=220"};
  EXPECT_THAT(run_tool(wide).out, testing::ContainsRegex("T1 .* n/a .*-0\\.0899"));
}

TEST(RankVerb, EveryNetworkHasItsTables) {
  for (const auto* network : {"actors:forum", "actors:agreement", "actors:pledge"}) {
    const auto result = rank({"--network", network, "--format", "json"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(table_names(result.out),
                ElementsAre("centrality", "brokers", "falls_apart", "only_ties"));
    EXPECT_THAT(result.out, HasSubstr("\"network\": \"" + std::string(network) + "\""));
  }
  for (const auto* network : {"forums:member", "pledges:tag", "two-mode"})
    EXPECT_THAT(table_names(rank({"--network", network, "--format", "json"}).out),
                ElementsAre("centrality", "falls_apart", "only_ties"));
  EXPECT_THAT(rank({"--network", "two-mode"}).out, HasSubstr("Robins and Alexander"));
  EXPECT_EQ(rank({"--format", "csv"}).exit_code, 2);
}

TEST(RankVerb, RowsStandByIdUnlessSorted) {
  std::string before;
  for (auto& row : rows({"--part", "centrality"})) {
    EXPECT_LT(before, row["id"]);
    EXPECT_FALSE(row.contains("rank"));
    before = row["id"];
  }
  double last = 1e9;
  std::size_t at = 0, rank_before = 0;
  for (auto& row : rows({"--part", "centrality", "--sort", "strength"})) {
    ++at;
    const auto here = std::stod(row["strength"]);
    const auto place = std::stoul(row["rank"]);
    EXPECT_LE(here, last);
    EXPECT_EQ(place, here == last ? rank_before : at) << "equal values share a rank";
    last = here;
    rank_before = place;
  }
  EXPECT_THAT(rows({"--part", "centrality", "--sort", "path_share", "--top", "2"}), SizeIs(2));
  const auto sorted = rows({"--part", "centrality", "--sort", "constraint"});
  EXPECT_LE(std::stod(sorted[0].at("constraint")), std::stod(sorted[1].at("constraint")))
      << "low constraint first";
}

// XAA - XBB three forums, XAA - XCC and XCC - XDD two, XBB - XDD six: 1/3 + 1/6 = 1/2, nearer than
// 1/2 + 1/2. One step each: two ways.
TEST(RankVerb, WhatTheNumberInCommonMeans) {
  const TemporaryFolder folder;
  std::string forums = "id,name\n", members = "forum,actor\n";
  int number = 0;
  const auto tie = [&](const std::string& a, const std::string& b, int times) {
    for (int i = 0; i < times; ++i, ++number) {
      const auto forum = "f" + std::to_string(number);
      forums += forum + "," + forum + "\n";
      members += forum + "," + a + "\n" + forum + "," + b + "\n";
    }
  };
  tie("XAA", "XBB", 3);
  tie("XBB", "XDD", 6);
  tie("XAA", "XCC", 2);
  tie("XCC", "XDD", 2);
  folder.write("actors.csv", "id\nXAA\nXBB\nXCC\nXDD\n");
  folder.write("forums.csv", forums);
  folder.write("memberships.csv", members);
  const auto betweenness = [&](std::vector<std::string> args) {
    args.insert(args.end(), {"--part", "centrality"});
    std::string out;
    for (auto& row : rows(args, folder.file(""))) out += row["betweenness"] + " ";
    return out;
  };
  EXPECT_EQ(betweenness({}), "0.5 0.5 0.5 0.5 ");
  EXPECT_EQ(betweenness({"--weight-is", "strength"}), "0 2 0 1 ") << "A - D and A - C over ...";
  EXPECT_EQ(betweenness({"--weight-is", "length"}), "1 0 1 0 ");
}

TEST(RankVerb, ARegionIsShownInTheWholeNetworkOrAlone) {
  const auto shown = rows({"--region", "arab_states", "--part", "centrality"}, gcm);
  const auto alone = rows({"--region", "arab_states", "--within", "--part", "centrality"}, gcm);
  const auto whole = rows({"--part", "centrality"}, gcm);
  ASSERT_EQ(shown.size(), alone.size());
  EXPECT_LT(shown.size(), whole.size());
  std::map<std::string, support::Row> by_id;
  for (auto row : whole) by_id[row["id"]] = row;
  std::size_t fewer = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    EXPECT_EQ(shown[i], by_id.at(shown[i].at("id"))) << "measured in the whole network";
    fewer += std::stoul(alone[i].at("degree")) < std::stoul(shown[i].at("degree")) ? 1U : 0U;
  }
  EXPECT_GT(fewer, 10U);
  EXPECT_THAT(rank({"--region", "arab_states", "--part", "centrality"}, gcm).out,
              HasSubstr("measured in the whole"));
}

TEST(RankVerb, UndefinedIsNotZero) {
  const TemporaryFolder folder;
  const auto path = folder.write("pairs.csv", "from,to\nXAA,XBB\nXCC,XDD\n");
  for (auto& row : rows({"--network", "actors:exchange", "--part", "centrality"}, path)) {
    EXPECT_EQ(row["closeness"], "");
    EXPECT_EQ(row["eigenvector"].empty(), row["id"] > "XBB") << "of two pieces the first";
    EXPECT_EQ(row["betweenness"], "0");
  }
  EXPECT_THAT(rank({"--network", "actors:exchange", "--part", "centrality"}, path).out,
              HasSubstr("several pieces"));
}

TEST(RankVerb, EmptyResultsSayWhy) {
  for (const auto* network : {"actors:forum", "actors:agreement", "actors:pledge",
                              "actors:exchange", "forums:member", "two-mode"}) {
    const auto result = rank({"--network", network, "--kind", "foundation"});
    EXPECT_EQ(result.exit_code, 0) << network << result.err;
    EXPECT_THAT(result.out, HasSubstr("that these filters admit")) << network;
  }
  const TemporaryFolder folder;
  const auto path = folder.write("ring.csv", "from,to\nXAA,XBB\nXBB,XCC\nXCC,XAA\n");
  const auto ring = rank({"--network", "actors:exchange"}, path);
  EXPECT_THAT(ring.out, AllOf(HasSubstr("without cutting anybody off"),
                              HasSubstr("the only way between two sides")));
  const auto regions = rank({"--network", "actors:exchange", "--part", "brokers"}, path);
  EXPECT_EQ(regions.exit_code, 2) << "without regions there are no groups to stand between";
}

TEST(RankVerb, ThreadsAndTheOrderOfRowsChangeNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  for (const auto* network : {"actors:forum", "two-mode", "pledges:tag", "actors:exchange"}) {
    const std::vector<std::string> args{"--network", network,    "--weight-is",
                                        "strength",  "--format", "json"};
    const auto with = [&](const char* threads, const std::string& dataset) {
      auto all = args;
      all.insert(all.end(), {"--threads", threads});
      const auto result = rank(all, dataset);
      EXPECT_EQ(result.exit_code, 0) << result.err;
      return result.out;
    };
    const auto one = with("1", tiny);
    EXPECT_EQ(with("2", tiny), one);
    EXPECT_EQ(with("8", turned.file("")), one);
  }
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(RankVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{"--network", "actors:forums"}, "did you mean \"actors:forum\"?"},
      {{"--network", "x"}, "\"x\" is not known"},
      {{"--sort", "betweennes"}, "did you mean \"betweenness\"?"},
      {{"--sort", "in_degree"}, "\"in_degree\" is not known"},
      {{"--top", "3"}, "--sort"},
      {{"--within"}, "--within needs --region"},
      {{"--region", "arab_states,northern-africa"}, "one scheme"},
      {{"--region", "arab_states", "--scheme", "commission"}, "one scheme"},
      {{"--region", "arab_state"}, "did you mean \"arab_states\"?"},
      {{"--scheme", "comission"}, "did you mean \"commission\"?"},
      {{"--kind", "stat"}, "did you mean \"state\"?"},
      {{"--weight-is", "weight"}, "\"weight\" is not known"},
      {{"--format", "tsv"}, "--part"},
      {{"--part", "broker"}, "no part \"broker\""},
  };
  for (const auto& misuse : all) {
    const auto result = rank(misuse.args, gcm);
    EXPECT_EQ(result.exit_code, 2) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

}  // namespace
