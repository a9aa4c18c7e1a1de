#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/tool_table.hpp"

/// `diff` as a user runs it.
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
using testing::StartsWith;

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const std::string header = "id,title,actors,region,objectives,status,year,round\n";
const std::string first =
    header + "1,One,XAA,North,1,announced,2022,1\n2,Two,XBB,South,2,,2022,1\n";
const std::string second =
    header + "1,One,XAA,North,1,completed,2022,1\n3,Three,XAA,North,2,announced,2024,2\n";

/// Two rounds in files of their own.
struct Rounds {
  TemporaryFolder folder;
  std::string old_path = folder.write("one.csv", first);
  std::string new_path = folder.write("two.csv", second);

  support::ToolResult operator()(std::vector<std::string> args) const {
    args.insert(args.begin(), {"diff", old_path, new_path, "-q"});
    const auto result = run_tool(args);
    support::expect_no_judgement(result.out + result.err);
    return result;
  }
  std::vector<support::Row> rows(const std::string& part) const {
    const auto result = (*this)({"--part", part, "--format", "tsv"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return support::tsv_rows(result.out);
  }
};

TEST(DiffVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"diff", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, AllOf(StartsWith("Examples:\n  coopnet diff "),
                                HasSubstr("Usage: coopnet diff OLD NEW [options]")));
}

TEST(DiffVerb, SevenTablesAndBothDatasetsNamed) {
  const Rounds diff;
  const auto json = diff({"--format", "json"});
  ASSERT_EQ(json.exit_code, 0) << json.err;
  EXPECT_THAT(table_names(json.out), ElementsAre("datasets", "pledges", "actors", "actor_groups",
                                                 "status", "synergies", "coverage"));
  EXPECT_THAT(json.out, AllOf(HasSubstr("\"schema\": \"coopnet/diff\""),
                              HasSubstr("\"old_content_hash\": \"")));
  const auto table = diff({});
  for (const auto& line : lines_of(table.out))
    EXPECT_LE(coopnet::text::display_width(line), 80U) << line;
  EXPECT_THAT(table.out, HasSubstr("Of the pledges recorded here: 1 added, 1 removed"));
}

TEST(DiffVerb, EachTableSaysWhatChanged) {
  const Rounds diff;
  const auto pledges = diff.rows("pledges");
  ASSERT_EQ(pledges.size(), 3U);
  EXPECT_EQ(pledges[0].at("change") + pledges[0].at("id_after"), "added3");
  EXPECT_EQ(pledges[1].at("change") + pledges[1].at("id_before"), "removed2");
  EXPECT_EQ(pledges[2].at("field") + pledges[2].at("before") + pledges[2].at("after"),
            "statusannouncedcompleted");
  const auto actors = diff.rows("actors");
  ASSERT_EQ(actors.size(), 2U);
  EXPECT_EQ(actors[0].at("change") + actors[0].at("id"), "lostXBB");
  EXPECT_EQ(actors[1].at("change") + actors[1].at("id"), "returningXAA");
  const auto status = diff.rows("status");
  EXPECT_EQ(status[1].at("status_before"), "announced");
  EXPECT_EQ(status[1].at("after_completed"), "1");
  EXPECT_EQ(status[0].at("not_recorded"), "1");
  EXPECT_EQ(status[5].at("after_announced"), "1");
  for (const auto& row : diff.rows("coverage"))
    EXPECT_EQ(row.at("objective_key"), "2") << "nothing else came or went";
}

TEST(DiffVerb, NothingChangedIsSaid) {
  const auto result = run_tool({"diff", tiny, tiny, "-q"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("No pledge was added, removed or changed."),
                    HasSubstr("The same actors pledged before and now."),
                    HasSubstr("No pair of pledges has more or less in common than before."),
                    HasSubstr("The same objectives have a recorded pledge before and now.")));
}

TEST(DiffVerb, ScopeIsSaid) {
  const Rounds diff;
  const auto north = diff({"--region", "North"});
  EXPECT_THAT(north.out, AllOf(HasSubstr("Only pledges with an actor in North."),
                               HasSubstr("1 added, 0 removed")));
  const auto two = diff({"--objective", "2", "--part", "datasets"});
  EXPECT_THAT(two.out, AllOf(HasSubstr("Only pledges on 2 "), HasSubstr("1 added, 1 removed")));
}

TEST(DiffVerb, TheOrderOfRowsChangesNoByte) {
  const TemporaryFolder turned;
  support::copy_turned_round(tiny, turned);
  const Rounds diff;
  const auto run = [&](const std::string& dataset) {
    return run_tool(
        {"diff", diff.old_path, dataset, "-q", "--framework", tiny, "--format", "json"});
  };
  const auto result = run(tiny);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(run(turned.file("")).out, result.out);
}

TEST(DiffVerb, WhatCannotBeComparedIsRefusedOrSaid) {
  const Rounds diff;
  const TemporaryFolder folder;
  folder.write(
      "dataset.json",
      "{\"title\": \"Other\", \"framework\": \"O\", \"primary_facet\": \"goal\", \"facets\": "
      "[{\"key\": \"goal\", \"label\": \"Goal\", \"column\": \"goals\", \"weight\": 1, "
      "\"open\": true}]}");
  folder.write("pledges.csv", "id,actors,goals\n1,A,x\n");
  folder.write("actors.csv", "id\nA\n");
  const auto other = run_tool({"diff", diff.old_path, folder.file(""), "-q"});
  EXPECT_EQ(other.exit_code, 3);
  EXPECT_THAT(other.err, HasSubstr("cannot be compared: one counts by \"Objective\" and the other "
                                   "by \"Goal\""));
  const auto said = run_tool({"diff", diff.old_path, tiny, "-q", "--part", "datasets"});
  EXPECT_EQ(said.exit_code, 0) << said.err;
  EXPECT_THAT(said.out, AllOf(HasSubstr("The frameworks differ: \"GCM\" before, \"EX\" now."),
                              HasSubstr("Listed before and not now: 9, 10")));
  // Without a framework the regions of the file are a scheme of their own.
  const auto apart = run_tool({"diff", diff.old_path, tiny, "-q", "--framework", "none"});
  EXPECT_EQ(apart.exit_code, 0) << apart.err;
  EXPECT_THAT(apart.out, HasSubstr("Nothing is said by region"));
  const auto region =
      run_tool({"diff", diff.old_path, tiny, "-q", "--framework", "none", "--region", "north"});
  EXPECT_EQ(region.exit_code, 3);
  EXPECT_THAT(region.err, HasSubstr("no region \"north\" of one scheme in common"));
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
  int code = 2;
};

TEST(DiffVerb, MisuseIsExplained) {
  const Rounds diff;
  const auto broken = diff.folder.write("broken.csv", header + "1,One,XAA,North,99,,,\n");
  const std::vector<Misuse> all{
      {{}, "Usage: coopnet diff OLD NEW"},
      {{tiny}, "NEW is missing"},
      {{tiny, "no-such"}, "no file or folder"},
      {{"no-such", tiny}, "no file or folder"},
      {{"-", "-"}, "only one of the two"},
      {{tiny, tiny, "--region", "nord"}, "--region: \"nord\""},
      {{tiny, tiny, "--objective", "77"}, "--objective: \"77\""},
      {{tiny, tiny, "--format", "csv"}, "--part"},
      {{tiny, tiny, "--part", "pledge"}, "no part \"pledge\""},
      {{broken, tiny}, "\"99\" is not listed", 3},
  };
  for (const auto& misuse : all) {
    std::vector<std::string> args{"diff"};
    args.insert(args.end(), misuse.args.begin(), misuse.args.end());
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, misuse.code) << join(misuse.args, " ");
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says)) << join(misuse.args, " ");
  }
}

TEST(DiffVerb, MarkupAndFormulasAreInert) {
  const TemporaryFolder folder;
  const auto one = folder.write("a.csv", header + "1,<script>,=A1,N,1,,,\n");
  const auto two = folder.write("b.csv", header + "1,\x1b[31mred,=A1,N,1,,,\n2,=1+1,=A1,N,1,,,\n");
  for (const std::string format : {"table", "html", "md"}) {
    const auto out = run_tool({"diff", one, two, "-q", "--format", format}).out;
    EXPECT_THAT(out, Not(HasSubstr("\x1b[31m")));
    EXPECT_EQ(out.find("<script>") != std::string::npos, format == "table") << format;
  }
  EXPECT_THAT(run_tool({"diff", one, two, "-q", "--part", "actors", "--format", "csv"}).out,
              Not(HasSubstr(",=")));
}

}  // namespace
