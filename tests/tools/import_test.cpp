#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/run_tool.hpp"

/// `coopnet import` as a user runs it.
namespace coopnet {
namespace {

using support::run_tool;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string register_text =
    "title;actors;objectives;year\nClinic;Kenya;15;2024\nVisa;Congo;5;2023\n";

TEST(ImportVerb, AnErrorWritesNothing) {
  const support::TemporaryFolder folder;
  const auto source = folder.write("a.csv", register_text);
  const auto result = run_tool({"import", source, "-o", folder.file("out")});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, HasSubstr("a.csv:3:6: error: actors: \"Congo\" can mean COD, COG"));
  EXPECT_EQ(folder.entries(), 1U);
}

TEST(ImportVerb, AnOwnTableOfNamesSettlesIt) {
  const support::TemporaryFolder folder;
  const auto source = folder.write("a.csv", register_text);
  const auto names = folder.write("names.csv", "name,id\nCongo,COG\n");
  const auto result =
      run_tool({"import", source, "-q", "--names", names, "-o", folder.file("out")});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_EQ(support::read_whole(folder.file("out") + "/pledges.csv"),
            "id,title,actors,objectives,year\ncog-visa,Visa,COG,5,2023\nken-clinic,Clinic,KEN,15,"
            "2024\n");
  EXPECT_EQ(run_tool({"check", folder.file("out")}).exit_code, 0);
}

TEST(ImportVerb, ASuggestedMapIsTakenBack) {
  const support::TemporaryFolder folder;
  const auto source = folder.write(
      "a.csv",
      "Headline,Who,About\nA clinic for all,Kenya,Objective 15; 16\nVisa made easy,Mali "
      "and Peru,5; 7\n");
  const auto map = folder.file("map.csv");
  ASSERT_EQ(run_tool({"import", source, "-q", "--suggest", "-o", map}).exit_code, 0);
  ASSERT_EQ(run_tool({"import", source, "-q", "--map", map, "-o", folder.file("out")}).exit_code,
            0);
  EXPECT_THAT(support::read_whole(folder.file("out") + "/pledges.csv"),
              HasSubstr("ken-a-clinic-for-all,A clinic for all,KEN,15;16\n"));
}

TEST(ImportVerb, MisuseIsExplained) {
  const support::TemporaryFolder folder;
  const auto source = folder.write("a.csv", register_text);
  const auto says = [&](std::vector<std::string> args, const char* part) {
    args.insert(args.begin(), {"import", source});
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << part;
    EXPECT_THAT(result.err, HasSubstr(part));
  };
  says({}, "-o is missing");
  says({"-o", source}, "exists; add --force");
  says({"--dry-run", "--table", "pledge"}, "did you mean \"pledges\"?");
  says({"--dry-run", "--delimiter", "ab"}, "--delimiter");
  says({"--dry-run", "--map", "no-such-map"}, "gcm-pledge-form, generic");
}

}  // namespace
}  // namespace coopnet
