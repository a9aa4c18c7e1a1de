#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/run_tool.hpp"
#include "support/tool_table.hpp"

/// Names on the command line, `check --duplicates` and `convert --merge` as a user runs them.
namespace {

using support::lines_of;
using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string gcm = std::string(COOPNET_DATASETS) + "/gcm";

const char* const flat =
    "id,title,actors,objectives,year,summary,source\n"
    "P1,Clinic for seasonal workers,City of Alba,15,2024,In the orchards.,page-1\n"
    "P2,CLINIC for seasonal workers,City of Alba,~15;16,,,page-2\n"
    "P3,Boats,International Organization for Ferries,,2019,,page-3\n"
    "P4,Ropes,IOF,,2020,,page-4\n";

TEST(NamesOnTheCommandLine, AnyNameOfAStateWillDo) {
  for (const char* name : {"Ivory Coast", "Cote d'Ivoire", "Costa de Marfil", "CIV", "ساحل العاج"})
    EXPECT_THAT(run_tool({"profile", gcm, name, "-q"}).out, StartsWith("Côte d'Ivoire:")) << name;
  EXPECT_THAT(run_tool({"profile", gcm, "Turquie", "-q"}).out, StartsWith("Türkiye:"));
  EXPECT_THAT(run_tool({"peers", gcm, "Swaziland", "-q"}).out, HasSubstr("Eswatini"));
}

TEST(NamesOnTheCommandLine, OneThatSeveralBearIsRefusedWithTheChoices) {
  const auto congo = run_tool({"profile", gcm, "Congo", "-q"});
  EXPECT_EQ(congo.exit_code, 2);
  EXPECT_THAT(congo.err, HasSubstr("\"Congo\" can mean COD, COG"));
  EXPECT_THAT(run_tool({"profile", gcm, "guinée", "-q"}).err, HasSubstr("GIN, GNB, GNQ, PNG"));
}

TEST(NamesOnTheCommandLine, ATypoIsRefusedWithASuggestion) {
  const auto typo = run_tool({"profile", gcm, "Kenyya", "-q"});
  EXPECT_EQ(typo.exit_code, 2);
  EXPECT_THAT(typo.err, HasSubstr("did you mean \"Kenya\"?"));
  const auto odd = run_tool({"profile", gcm, "\x1B[31m" + std::string(5'000, 'x'), "-q"});
  EXPECT_EQ(odd.exit_code, 2);
  EXPECT_THAT(odd.err, AllOf(HasSubstr("\\u{1b}"), Not(HasSubstr("\x1B"))));
}

TEST(CheckDuplicates, ShowsRowsSideBySideAndChangesNothing) {
  const TemporaryFolder folder;
  folder.write("register.csv", flat);
  const auto result =
      run_tool({"check", folder.file("register.csv"), "--framework", "none", "--duplicates", "-q"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("1. P1 and P2 have the same title; in both: City of Alba"),
                    HasSubstr("\"IOF\" are the initials"), HasSubstr("nothing was changed")));
  EXPECT_EQ(read_whole(folder.file("register.csv")), flat);
}

TEST(CheckDuplicates, SaysSoWhereThereAreNone) {
  const auto result =
      run_tool({"check", std::string(COOPNET_DATASETS) + "/tiny", "--duplicates", "-q"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("No two rows look like one."));
}

TEST(CheckDuplicates, JsonAndCsvHoldOneRowASuggestion) {
  const TemporaryFolder folder;
  folder.write("register.csv", flat);
  const support::VerbRunner check("check", folder.file("register.csv"));
  const auto rows = check.rows({"--framework", "none", "--duplicates"});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("kind"), "pledge");
  EXPECT_EQ(rows[0].at("keep"), "P1");
  EXPECT_EQ(rows[0].at("drop"), "P2");
  EXPECT_EQ(rows[0].at("reason"), "same-title");
  EXPECT_EQ(rows[0].at("objectives_drop"), "~15;16");
  EXPECT_EQ(rows[0].at("merge"), "");
  EXPECT_EQ(rows[1].at("reason"), "acronym");
  const auto json = check({"--framework", "none", "--duplicates", "--format", "json"}).out;
  EXPECT_THAT(json, AllOf(HasSubstr("\"coopnet/duplicates\""), HasSubstr("\"merge\": null")));
}

/// The file that check writes, with one word in every empty cell of its last column.
std::string filled_in(const std::string& csv, const std::string& word) {
  std::string out;
  for (const auto& line : lines_of(csv)) out += line + (out.empty() ? "" : word) + "\n";
  return out;
}

class MergeVerb : public testing::Test {
 protected:
  MergeVerb() {
    folder_.write("register.csv", flat);
    csv_ = run_tool({"check", path("register.csv"), "--framework", "none", "--duplicates", "-q",
                     "--format", "csv"})
               .out;
  }
  [[nodiscard]] std::string path(const char* name) const { return folder_.file(name); }
  [[nodiscard]] support::ToolResult convert(const std::string& word) const {
    folder_.write("duplicates.csv", filled_in(csv_, word));
    return run_tool({"convert", path("register.csv"), "--framework", "none", "--merge",
                     path("duplicates.csv"), "--force", "-o", path("merged")});
  }

  TemporaryFolder folder_;
  std::string csv_;
};

TEST_F(MergeVerb, CarriesOutWhatIsConfirmed) {
  const auto result = convert("yes");
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.err, HasSubstr("merged 1 pledge and 1 actor into others"));
  EXPECT_EQ(read_whole(path("merged/pledges.csv")),
            "id,title,actors,objectives,year,summary,source,note\n"
            "P1,Clinic for seasonal workers,City of Alba,15;16,2024,In the orchards.,"
            "page-1;page-2,merged from P2\n"
            "P3,Boats,International Organization for Ferries,,2019,,page-3,\n"
            "P4,Ropes,International Organization for Ferries,,2020,,page-4,\n");
  EXPECT_THAT(read_whole(path("merged/actors.csv")),
              HasSubstr("International Organization for Ferries,IOF,merged from IOF\n"));
  EXPECT_THAT(read_whole(path("merged/claims.csv")),
              HasSubstr("pledge/P1,title,CLINIC for seasonal workers,page-2,merged from P2\n"));
}

TEST_F(MergeVerb, WithoutAYesTheDatasetIsTheSame) {
  EXPECT_EQ(convert("").exit_code, 0);
  const auto before = read_whole(path("merged/pledges.csv"));
  EXPECT_EQ(convert("no").exit_code, 0);
  EXPECT_EQ(read_whole(path("merged/pledges.csv")), before);
  EXPECT_THAT(before, HasSubstr("\nP2,"));
}

TEST_F(MergeVerb, RefusesAnotherWordAndWritesNothing) {
  const auto result = convert("perhaps");
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.err, AllOf(HasSubstr("duplicates.csv:2:"), HasSubstr("Write yes or no")));
  EXPECT_FALSE(std::filesystem::exists(path("merged")));
}

TEST_F(MergeVerb, RefusesAFileThatIsNotThere) {
  const auto result = run_tool({"convert", path("register.csv"), "--framework", "none", "--merge",
                                path("none.csv"), "-o", path("merged")});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(path("merged")));
}

}  // namespace
