#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "support/run_tool.hpp"

/// Networks of other programs, written and read by the program.
namespace {

using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const std::string foreign = std::string(COOPNET_TEST_DATA) + "/exchange/";

TEST(ConvertToNetworks, TheEndingOrTheFormatDecides) {
  const TemporaryFolder folder;
  for (const auto& [name, begins] :
       {std::pair("x.graphml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml"),
        std::pair("x.gexf", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf"),
        std::pair("x.net", "*Network"), std::pair("x.dot", "graph {"),
        std::pair("x.GV", "graph {")}) {
    const auto result = run_tool({"convert", tiny, "-o", folder.file(name)});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.err, HasSubstr("53 nodes and 101 edges"));
    EXPECT_THAT(result.err, HasSubstr("a network, not the whole dataset"));
    EXPECT_THAT(read_whole(folder.file(name)), StartsWith(begins));
  }
  EXPECT_THAT(run_tool({"convert", tiny, "-q", "--format", "pajek", "-o", "-"}).out,
              StartsWith("*Network"));
  ASSERT_EQ(
      run_tool({"convert", tiny, "-q", "--format", "neo4j", "-o", folder.file("n")}).exit_code, 0);
  EXPECT_THAT(read_whole(folder.file("n/nodes.csv")), StartsWith("id:ID,name,:LABEL,"));
  EXPECT_THAT(read_whole(folder.file("n/edges.csv")), StartsWith(":START_ID,:END_ID,"));
}

TEST(ConvertToNetworks, TheNetworksOfRankWithTheirFilters) {
  const auto result = run_tool(
      {"convert", tiny, "-q", "--network", "actors:exchange", "--format", "dot", "-o", "-"});
  EXPECT_THAT(result.out, HasSubstr("\"XDD\" -> \"XBB\" [\"weight\"=\"1\", "
                                    "\"kind\"=\"shared_with\"]"));
  const auto forum = [&](const std::vector<std::string>& more) {
    std::vector<std::string> args{"convert",  tiny,  "-q", "--network", "actors:forum",
                                  "--format", "dot", "-o", "-"};
    args.insert(args.end(), more.begin(), more.end());
    return run_tool(args).out;
  };
  EXPECT_THAT(forum({}), HasSubstr("\"care-network\""));
  EXPECT_THAT(forum({"--kind", "state"}), testing::Not(HasSubstr("\"care-network\"")));
  EXPECT_THAT(forum({"--region", "south"}), testing::Not(HasSubstr("\"XAA\"")));
  EXPECT_THAT(forum({"--without", "XBB"}), testing::Not(HasSubstr("\"XBB\"")));
}

TEST(ConvertToNetworks, MisuseIsExplained) {
  const TemporaryFolder folder;
  const auto refused = [&](std::vector<std::string> args, const char* says) {
    args.insert(args.begin(), {"convert", tiny});
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.err, HasSubstr(says));
    EXPECT_EQ(folder.entries(), 0U);
  };
  refused({"-o", folder.file("data"), "--network", "actors:forum"}, "converted whole");
  refused({"-o", folder.file("x.json"), "--stated-only"}, "converted whole");
  refused({"-o", folder.file("x.net"), "--network", "actors:forums"}, "actors:forum");
  refused({"-o", folder.file("x.net"), "--format", "gml"}, "gexf");
  refused({"-o", "-", "--format", "gephi"}, "folder");
  refused({"-o", folder.file("x.net"), "--objective", "1"}, "--objective");
  refused({"-o", folder.file("x.net"), "--network", "two-mode", "--region", "nort"}, "north");
}

TEST(ReadNetworks, EveryVerbTakesThem) {
  const auto info = run_tool({"info", foreign + "karate_networkx.graphml", "-q"});
  EXPECT_EQ(info.exit_code, 0) << info.err;
  EXPECT_THAT(info.out, HasSubstr("34"));
  const auto rank =
      run_tool({"rank", foreign + "karate_networkx.net", "-q", "--network", "actors:agreement",
                "--sort", "degree", "--top", "2", "--format", "csv", "--part", "centrality"});
  EXPECT_EQ(rank.exit_code, 0) << rank.err;
  EXPECT_THAT(rank.out, HasSubstr("member 34,17")) << "the officer has most ties";
  EXPECT_THAT(rank.out, HasSubstr("member 1,16"));
}

TEST(ReadNetworks, TheTypedGraphIsTheDatasetAgain) {
  const TemporaryFolder folder;
  ASSERT_EQ(run_tool({"convert", tiny, "-q", "-o", folder.file("t.graphml")}).exit_code, 0);
  ASSERT_EQ(
      run_tool({"convert", folder.file("t.graphml"), "-q", "-o", folder.file("back")}).exit_code,
      0);
  for (const char* name : {"actors", "agreements", "events", "forums", "memberships", "parties",
                           "practices", "regions", "tags"})
    EXPECT_EQ(read_whole(folder.file("back/" + std::string(name) + ".csv")),
              read_whole(tiny + "/" + name + ".csv"))
        << name;
  EXPECT_EQ(read_whole(folder.file("back/dataset.json")), read_whole(tiny + "/dataset.json"));
}

TEST(ReadNetworks, FaultsHaveAPlaceAndNothingIsWritten) {
  const TemporaryFolder folder;
  const auto path = folder.write("bad.net", "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 3\n");
  const auto result = run_tool({"convert", path, "-o", folder.file("out")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("bad.net:5:3: error: \"3\" is not the number of a vertex"));
  EXPECT_EQ(folder.entries(), 1U);
  EXPECT_EQ(run_tool({"info", folder.write("bomb.graphml", "<!DOCTYPE x>\n<graphml/>")}).exit_code,
            3);
}

}  // namespace
