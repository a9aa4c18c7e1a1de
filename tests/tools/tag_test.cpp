#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "support/tool_table.hpp"

/// `tag` as a user runs it.
namespace {

using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";
const support::VerbRunner tag{"tag", tiny};

const std::string pledge_text =
    "# A promise\n"
    "Alphaland will open a clinic for health care.\n"
    "\n"
    "Under objectives 2 and 99, write to who@example.org or call +212 537 12 34 56.\n";

TEST(TagVerb, OneRowAFindWithItsPlace) {
  const TemporaryFolder folder;
  folder.write("a.txt", pledge_text);
  const auto rows = tag.rows({folder.file("a.txt"), "--context"});
  ASSERT_THAT(rows, SizeIs(3));
  auto health = rows[0];
  EXPECT_EQ(health["file"], "a.txt");
  EXPECT_EQ(health["line"], "2");
  EXPECT_EQ(health["column"], "23");
  EXPECT_EQ(health["kind"], "objective");
  EXPECT_EQ(health["id"], "~1");
  EXPECT_EQ(health["words"], "clinic;health care");
  EXPECT_EQ(health["how"], "by keywords");
  EXPECT_EQ(health["sentence"], "Alphaland will open a clinic for health care.");
  auto papers = rows[1];
  EXPECT_EQ(papers["id"], "2");
  EXPECT_EQ(papers["how"], "named by number");
  auto state = rows[2];
  EXPECT_EQ(state["kind"], "state");
  EXPECT_EQ(state["id"], "XAA");
}

TEST(TagVerb, NoContactComesOutInAnyFormat) {
  const TemporaryFolder folder;
  folder.write("a.txt", pledge_text);
  const auto expect_none = [&](const std::vector<std::string>& options) {
    auto args = options;
    args.insert(args.begin(), folder.file("a.txt"));
    const auto result = tag(args);
    ASSERT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(Not(HasSubstr("example.org")), Not(HasSubstr("537 12")),
                                  Not(HasSubstr(folder.file("")))));
  };
  for (const char* format : {"table", "csv", "json", "md", "html"})
    expect_none({"--format", format, "--context"});
  for (const char* rows : {"pledges", "practices"})
    expect_none({"--format", "json", "--rows", rows, "--by", "paragraph"});
}

TEST(TagVerb, NotesSayWhatWasNotUnderstood) {
  const TemporaryFolder folder;
  folder.write("a.txt", pledge_text);
  const auto result = tag({folder.file("a.txt"), "--format", "json"});
  EXPECT_THAT(result.out, AllOf(HasSubstr("99 (a.txt:4:7)"), HasSubstr("coopnet/tag"),
                                HasSubstr("check before use"), HasSubstr("2 e-mail addresses")));
}

TEST(TagVerb, RowsAreAcceptedByCheck) {
  const TemporaryFolder folder;
  folder.write("a.txt", pledge_text);
  std::filesystem::create_directory(folder.file("b"));
  folder.write("b/a.txt", "+cmd at the clinic for health care, says Betaland, not Alphaland.");
  const auto out = folder.file("rows.csv");
  const auto made =
      tag({folder.file("a.txt"), folder.file("b/a.txt"), "--rows", "pledges", "-o", out});
  ASSERT_EQ(made.exit_code, 0) << made.err;
  const auto lines = lines_of(support::read_whole(out));
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[1], testing::StartsWith("a,A promise,XAA,~1;2,"));
  EXPECT_THAT(lines[1], AllOf(HasSubstr(",a.txt,"), HasSubstr("actors-from-text;tags-from-text"),
                              HasSubstr("Named in the text: XAA.")));
  EXPECT_THAT(lines[2], testing::StartsWith("a-2,\"'+cmd at the clinic"));
  const auto checked = run_tool({"check", out, "--framework", tiny});
  EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
  EXPECT_THAT(checked.out, HasSubstr("2 pledges"));
}

TEST(TagVerb, WhoseRowsTheyAreCanBeSaid) {
  const TemporaryFolder folder;
  folder.write("a.txt", "A clinic for health care.\n\nSafe routes with Alphaland and Betaland.\n");
  const auto rows = [&](std::vector<std::string> args) {
    args.insert(args.begin(), {folder.file("a.txt"), "--by", "paragraph", "--rows", "pledges"});
    return tag.rows(args);
  };
  auto from_text = rows({});
  ASSERT_THAT(from_text, SizeIs(2));
  EXPECT_EQ(from_text[0]["id"], "a-1");
  EXPECT_EQ(from_text[0]["actors"], "");
  EXPECT_EQ(from_text[1]["actors"], "XAA;XBB");
  auto said = rows({"--actor", "Betaland"});
  EXPECT_EQ(said[0]["actors"], "XBB");
  EXPECT_EQ(said[1]["actors"], "XBB");
  EXPECT_THAT(said[1]["flags"], Not(HasSubstr("actors-from-text")));
  const auto loud = run_tool({"tag", tiny, folder.file("a.txt"), "--by", "paragraph", "--rows",
                              "pledges", "--format", "csv"});
  EXPECT_THAT(loud.err,
              AllOf(HasSubstr("1 row names several actors"), HasSubstr("1 row names no actor")));
}

TEST(TagVerb, ReadsPagesAndStandardInput) {
  const TemporaryFolder folder;
  folder.write("a.html", "<p>Health&nbsp;<b>on</b> the\nmove<script>Safe routes</script>");
  auto rows = tag.rows({folder.file("a.html")});
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0]["line"] + ":" + rows[0]["column"], "1:4");
  EXPECT_EQ(rows[0]["how"], "by label");
  support::ToolCall call;
  call.args = {"tag", tiny, "-", "-q", "--format", "csv"};
  call.input = "Objetivo 3";
  EXPECT_THAT(run_tool(call).out, HasSubstr("<stdin>,1,1,,,objective,3,Fair work"));
}

TEST(TagVerb, RefusalsSayWhy) {
  const TemporaryFolder folder;
  folder.write("bad.txt", "caf\xE9");
  folder.write("a.txt", "x");
  const auto bad = tag({folder.file("bad.txt")});
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_THAT(bad.err, AllOf(HasSubstr("bad.txt:1:4: error"), HasSubstr("--encoding")));
  EXPECT_EQ(tag({folder.file("bad.txt"), "--encoding", "latin1"}).exit_code, 0);
  const auto text = folder.file("a.txt");
  EXPECT_EQ(tag({folder.file("none.txt")}).exit_code, 2);
  EXPECT_EQ(tag({}).exit_code, 2);
  EXPECT_EQ(tag({"-", "-"}).exit_code, 2);
  EXPECT_EQ(tag({text, "--actor", "Nobody"}).exit_code, 2);
  EXPECT_EQ(tag({text, "--encoding", "ebcdic"}).exit_code, 2);
  EXPECT_EQ(tag({text, "--text-lang", "de"}).exit_code, 2);
}

TEST(TagVerb, WithoutPdftotextItEndsWithFive) {
  const TemporaryFolder folder;
  folder.write("a.pdf", "%PDF-1.4\n");
  support::ToolCall call;
  call.args = {"tag", tiny, folder.file("a.pdf"), "-q"};
  call.environment = {"PATH=" + folder.file("")};
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 5);
  EXPECT_THAT(result.err, HasSubstr("install poppler-utils"));
}

}  // namespace
