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

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const std::string toy_c = std::string(COOPNET_TEST_DATA) + "/toys/toyC_exchanges.csv";

const support::VerbRunner rank{"rank", tiny};

TEST(RankVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"rank", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet rank "));
}

// Counts by hand, z of the R package sna.
TEST(RankVerb, BrokersOfToyC) {
  auto brokers = rank.rows({"--network", "actors:exchange", "--part", "brokers"}, toy_c);
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
  for (const auto* network : {"actors:agreement", "actors:pledge"}) {
    const auto result = rank({"--network", network, "--format", "json"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(table_names(result.out),
                ElementsAre("centrality", "brokers", "falls_apart", "only_ties"));
    EXPECT_THAT(result.out, HasSubstr("\"network\": \"" + std::string(network) + "\""));
  }
  for (const auto* network : {"forums:member", "pledges:tag"})
    EXPECT_THAT(table_names(rank({"--network", network, "--format", "json"}).out),
                ElementsAre("centrality", "falls_apart", "only_ties"));
  EXPECT_THAT(rank({"--network", "two-mode"}).out, HasSubstr("Robins and Alexander"));
  EXPECT_EQ(rank({"--format", "csv"}).exit_code, 2);
}

TEST(RankVerb, RowsStandByIdUnlessSorted) {
  std::string before;
  for (auto& row : rank.rows({"--part", "centrality"})) {
    EXPECT_LT(before, row["id"]);
    EXPECT_FALSE(row.contains("rank"));
    before = row["id"];
  }
  double last = 1e9;
  std::size_t at = 0, rank_before = 0;
  for (auto& row : rank.rows({"--part", "centrality", "--sort", "strength"})) {
    ++at;
    const auto here = std::stod(row["strength"]);
    const auto place = std::stoul(row["rank"]);
    EXPECT_LE(here, last);
    EXPECT_EQ(place, here == last ? rank_before : at) << "equal values share a rank";
    last = here;
    rank_before = place;
  }
  EXPECT_THAT(rank.rows({"--part", "centrality", "--sort", "path_share", "--top", "2"}), SizeIs(2));
  const auto sorted = rank.rows({"--part", "centrality", "--sort", "constraint"});
  EXPECT_LE(std::stod(sorted[0].at("constraint")), std::stod(sorted[1].at("constraint")))
      << "low constraint first";
}

// XAA - XBB three forums, XAA - XCC and XCC - XDD two, XBB - XDD six. By strength A - D is 1/3 +
// 1/6 over B and 1/2 + 1/2 over C, and B - C is 1/6 + 1/2 over D and 1/3 + 1/2 over A. By length A
// - D is 4 over C, B - C is 5 over A. One step each: two ways for both.
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
    for (auto& row : rank.rows(args, folder.file(""))) out += row["betweenness"] + " ";
    return out;
  };
  EXPECT_EQ(betweenness({}), "0.5 0.5 0.5 0.5 ");
  EXPECT_EQ(betweenness({"--weight-is", "strength"}), "0 1 0 1 ");
  EXPECT_EQ(betweenness({"--weight-is", "length"}), "1 0 1 0 ");
}

TEST(RankVerb, ARegionIsShownInTheWholeNetworkOrAlone) {
  const auto shown = rank.rows({"--region", "south", "--part", "centrality"});
  const auto alone = rank.rows({"--region", "south", "--within", "--part", "centrality"});
  const auto whole = rank.rows({"--part", "centrality"});
  ASSERT_EQ(shown.size(), alone.size());
  EXPECT_LT(shown.size(), whole.size());
  std::map<std::string, support::Row> by_id;
  for (auto row : whole) by_id[row["id"]] = row;
  std::size_t fewer = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    EXPECT_EQ(shown[i], by_id.at(shown[i].at("id"))) << "measured in the whole network";
    fewer += std::stoul(alone[i].at("degree")) < std::stoul(shown[i].at("degree")) ? 1U : 0U;
  }
  EXPECT_GT(fewer, 0U);
  EXPECT_THAT(rank({"--region", "south", "--part", "centrality"}).out,
              HasSubstr("measured in the whole"));
}

TEST(RankVerb, UndefinedIsNotZero) {
  const TemporaryFolder folder;
  const auto path = folder.write("pairs.csv", "from,to\nXAA,XBB\nXCC,XDD\n");
  for (auto& row : rank.rows({"--network", "actors:exchange", "--part", "centrality"}, path)) {
    EXPECT_EQ(row["closeness"], "");
    EXPECT_EQ(row["eigenvector"].empty(), row["id"] > "XBB") << "of two pieces the first";
    EXPECT_EQ(row["betweenness"], "0");
  }
  EXPECT_THAT(rank({"--network", "actors:exchange", "--part", "centrality"}, path).out,
              HasSubstr("several pieces"));
}

TEST(RankVerb, EmptyResultsSayWhy) {
  for (const auto* network : {"actors:forum", "actors:exchange", "two-mode"}) {
    const auto result = rank({"--network", network, "--kind", "foundation"});
    EXPECT_EQ(result.exit_code, 0) << network << result.err;
    EXPECT_THAT(result.out, HasSubstr("that these filters admit")) << network;
  }
  const TemporaryFolder folder;
  const auto path = folder.write("ring.csv", "from,to\nXAA,XBB\nXBB,XCC\nXCC,XAA\n");
  const auto ring = rank({"--network", "actors:exchange"}, path);
  EXPECT_THAT(ring.out, AllOf(HasSubstr("without cutting anybody off"),
                              HasSubstr("the only way between two sides")));
  const auto no_regions =
      rank({"--network", "actors:exchange", "--part", "brokers", "--framework", "none"}, path);
  EXPECT_EQ(no_regions.exit_code, 2) << "without regions there are no groups to stand between";
}

TEST(RankVerb, ThreadsAndTheOrderOfRowsChangeNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  for (const auto* network : {"actors:forum", "two-mode"}) {
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
      {{"--sort", "betweennes"}, "did you mean \"betweenness\"?"},
      {{"--sort", "in_degree"}, "\"in_degree\" is not known"},
      {{"--top", "3"}, "--sort"},
      {{"--within"}, "--within needs --region"},
      {{"--objective", "1"}, "--objective goes with"},
      {{"--region", "north,coast"}, "one scheme"},
      {{"--region", "north", "--scheme", "commission"}, "one scheme"},
      {{"--scheme", "comission"}, "did you mean \"commission\"?"},
      {{"--weight-is", "weight"}, "\"weight\" is not known"},
      {{"--format", "tsv"}, "--part"},
  };
  for (const auto& misuse : all) {
    const auto result = rank(misuse.args);
    EXPECT_EQ(result.exit_code, 2) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

}  // namespace
