#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "coopnet/core/text.hpp"
#include "support/run_tool.hpp"

/// `check`, `info`, `convert` and `draw` as a user runs them.
namespace {

using support::lines_of;
using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using support::ToolCall;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string gcm = std::string(COOPNET_DATASETS) + "/gcm";
const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const std::string toys = std::string(COOPNET_TEST_DATA) + "/toys";

TEST(CheckVerb, TheRealDatasetHasNoErrorsAndItsWarningsAreTrue) {
  const auto result = run_tool({"check", gcm});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("2024-07-02/2024-07-03"));
  EXPECT_THAT(result.out, HasSubstr("2024-07-03/2024-07-04"));
  EXPECT_THAT(result.out, HasSubstr("running text"));
  EXPECT_THAT(result.out, HasSubstr("calendar table"));
  EXPECT_THAT(result.out, HasSubstr("0 errors, 2 warnings."));
  EXPECT_EQ(run_tool({"check", gcm, "--strict"}).exit_code, 3);
}

TEST(CheckVerb, ToyEHasEighteenEventsAndOneContradiction) {
  const auto result = run_tool({"check", toys + "/toyE_events.csv"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("18 events"));
  EXPECT_THAT(result.out, HasSubstr("S1 calendar"));
  EXPECT_THAT(result.out, HasSubstr("S1 section GCM Talks"));
  EXPECT_THAT(result.out, HasSubstr("0 errors, 1 warning."));
}

TEST(CheckVerb, TheInventedDatasetShowsEachWarning) {
  const auto result = run_tool({"check", tiny});
  EXPECT_EQ(result.exit_code, 0);
  for (const auto* part : {"T99", "not among those who may join", "claim"})
    EXPECT_THAT(result.out, HasSubstr(part));
}

struct BadInput {
  const char* name;
  std::string bytes;
  const char* says;
};

TEST(CheckVerb, BadInputIsRefusedWithPlaceAndRemedy) {
  const TemporaryFolder folder;
  const std::string header = "pledge_id,actor,region,objective,status\n";
  const std::vector<BadInput> all{
      {"latin1.csv", header + "A1,C\xF4te,North,1,done\n",
       ":2:5: error: the text is not UTF-8: byte 0xF4"},
      {"latin1-hint.csv", header + "A1,C\xF4te,North,1,done\n", "iconv -f ISO-8859-1"},
      {"objective.csv", header + "A1,XAA,North,24,done\n", ":2:14: error: objectives: \"24\""},
      {"repeated.csv", header + "A1,XAA,North,1,done\nA1,XBB,North,1,done\n",
       ":3:1: error: id: the id \"A1\""},
      {"nul.csv", header + std::string("A\0B,XAA,,,\n", 11), ":2:2: error"},
      {"quote.csv", header + "A1,\"XAA,North,1,done\n", ":2:4: error"},
      {"status.csv", header + "A1,XAA,North,1,complete\n", "did you mean \"completed\""},
      {"empty.csv", "", "error"},
      {"deep.json", std::string(5'000'000, '['), "error"},
      {"deeper.json", "{\"pledges\":" + std::string(5'000'000, '['), "error"},
      {"truncated.json", "{\"dataset\": {\"title\": \"x\"", "error"},
      {"twice.json", "{\"dataset\":{\"title\":\"a\",\"title\":\"b\"},\"pledges\":[]}", "title"},
  };
  for (const auto& bad : all) {
    const auto result = run_tool({"check", folder.write(bad.name, bad.bytes)});
    EXPECT_EQ(result.exit_code, 3) << bad.name;
    EXPECT_THAT(result.out, HasSubstr(bad.says)) << bad.name;
    EXPECT_LT(result.out.size(), 2'000U) << bad.name;
    EXPECT_EQ(run_tool({"synergy", folder.file(bad.name)}).exit_code, 3) << bad.name;
  }
}

TEST(CheckVerb, DanglingReferencesInAFolder) {
  const TemporaryFolder folder;
  std::filesystem::copy(tiny, folder.file("copy"), std::filesystem::copy_options::recursive);
  std::ofstream(folder.file("copy/parties.csv"), std::ios::app) << "nothing,XAB\n";
  const auto result = run_tool({"check", folder.file("copy")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out, HasSubstr("XAB"));
  EXPECT_THAT(result.out, HasSubstr("did you mean \"XAA\""));
}

TEST(CheckVerb, AFieldWithoutEndFromAPipeEndsWithTheLimit) {
  ToolCall call;
  call.args = {"check", "-"};
  call.input = "pledge_id,actor\nA,\"" + std::string(40'000'000, 'x') + "\"\n";
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out, HasSubstr("<stdin>:2:3: error"));
}

TEST(InfoVerb, CountsTheRealDataset) {
  const auto result = run_tool({"info", gcm, "-q"});
  ASSERT_EQ(result.exit_code, 0);
  for (const auto* part :
       {"83 pledges are recorded here, as of 2026-11-22.", "16 of 150", "22 of 195 states",
        "8 Saving lives and missing migrants and", "43 of 83 pledges", "Next: coopnet synergy"})
    EXPECT_THAT(result.out, HasSubstr(part));
  for (const auto& line : lines_of(result.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
}

TEST(InfoVerb, AgeNeedsADate) {
  EXPECT_THAT(run_tool({"info", toys + "/toyA_pledges.csv"}).out, Not(HasSubstr("Age on")));
  EXPECT_THAT(run_tool({"info", toys + "/toyA_pledges.csv", "--as-of", "2024-07-01"}).out,
              HasSubstr("Age on 2024-07-01"));
}

TEST(ConvertVerb, FolderAndJsonHoldTheSame) {
  const TemporaryFolder folder;
  for (const auto& dataset : {gcm, tiny}) {
    const auto json = folder.file("one.json");
    const auto back = folder.file("back");
    ASSERT_EQ(run_tool({"convert", dataset, "-o", json, "--force"}).exit_code, 0);
    ASSERT_EQ(run_tool({"convert", json, "-o", back, "--force"}).exit_code, 0);
    for (const auto& entry : std::filesystem::directory_iterator(dataset)) {
      const auto name = entry.path().filename().string();
      if (!name.ends_with(".csv") && name != "dataset.json") continue;
      EXPECT_EQ(read_whole(back + "/" + name), read_whole(entry.path().string()))
          << name << ": the dataset is in canonical form";
    }
    std::filesystem::remove_all(back);
  }
}

TEST(ConvertVerb, NothingIsOverwrittenWithoutForce) {
  const TemporaryFolder folder;
  const auto target = folder.write("kept.json", "kept");
  const auto result = run_tool({"convert", tiny, "-o", target});
  EXPECT_NE(result.exit_code, 0);
  EXPECT_EQ(read_whole(target), "kept");
}

TEST(DrawVerb, EveryViewIsAWellSignedPicture) {
  for (const auto* view : {"network", "forums", "synergy"}) {
    const auto result = run_tool({"draw", gcm, "--view", view, "-q"});
    ASSERT_EQ(result.exit_code, 0) << result.err;
    for (const auto* part :
         {"<svg", "role=\"img\"", "<title", "<desc", "As of 2026-11-22", "Source: "})
      EXPECT_THAT(result.out, HasSubstr(part)) << view;
    EXPECT_EQ(run_tool({"draw", gcm, "--view", view, "-q"}).out, result.out)
        << "the same bytes again";
  }
}

TEST(DrawVerb, WithoutGraphvizTheExitCodeIsFive) {
  ToolCall call;
  call.args = {"draw", tiny, "-q"};
  call.environment = {"PATH=/nowhere"};
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 5);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("raphviz"));
}

}  // namespace
