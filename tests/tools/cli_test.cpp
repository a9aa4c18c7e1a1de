#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "coopnet/core/text.hpp"
#include "coopnet/version.hpp"
#include "support/run_tool.hpp"

/// The frame of the command line, seen from outside. What single verbs say is tested elsewhere.
namespace {

using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using support::ToolCall;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";

std::vector<std::string> verbs() { return lines_of(run_tool({"--list-verbs"}).out); }

TEST(Cli, WithoutArgumentsAShortHelpOnStandardErrorAndTwo) {
  const auto result = run_tool(std::vector<std::string>{});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("Usage: coopnet VERB DATASET"));
  for (const auto& verb : verbs()) EXPECT_THAT(result.err, HasSubstr("\n  " + verb + ' '));
}

TEST(Cli, HelpBeginsWithExamplesAndListsEveryVerb) {
  for (const char* option : {"-h", "--help", "help"}) {
    const auto result = run_tool({option});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.err, IsEmpty());
    EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet "));
    EXPECT_THAT(result.out, HasSubstr("Exit codes:"));
    for (const auto& verb : verbs()) EXPECT_THAT(result.out, HasSubstr("\n  " + verb + ' '));
  }
}

TEST(Cli, EveryVerbHasHelpThatBeginsWithTwoOrThreeExamples) {
  const auto all = verbs();
  ASSERT_THAT(all, Contains("check"));
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
  for (const auto& verb : all) {
    const auto result = run_tool({verb, "--help"});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.err, IsEmpty());
    const auto lines = lines_of(result.out);
    ASSERT_GT(lines.size(), 4U);
    EXPECT_EQ(lines[0], "Examples:");
    std::size_t examples = 0;
    while (lines[1 + examples].starts_with("  coopnet " + verb)) ++examples;
    EXPECT_THAT(examples, AnyOf(2U, 3U)) << result.out;
    EXPECT_THAT(result.out, HasSubstr("\nUsage: coopnet " + verb));
    EXPECT_THAT(result.out, HasSubstr("-h, --help"));
    for (const auto& line : lines) EXPECT_LE(coopnet::text::display_width(line), 100U) << line;
  }
}

TEST(Cli, HelpIsFoundAnywhereEvenBesideMistakes) {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"check", tiny, "--no-such", "--help"},
        {"--help", "check"},
        {"check", "-h", tiny},
        {"check", tiny, "-qh"}}) {
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(result.out, StartsWith("Examples:\n"));
  }
}

TEST(Cli, ALinkNamedAfterAVerbIsThatVerb) {
  const auto expected = run_tool({"check", "--help"});
  ToolCall call;
  call.args = {"--help"};
  call.called = "/some/where/coopnet-check";
  EXPECT_EQ(run_tool(call).out, expected.out);
  for (const auto& verb : verbs()) {
    ToolCall link;
    link.program = support::tool_under_test() + '-' + verb;
    link.args = {"--help"};
    EXPECT_EQ(run_tool(link).out, run_tool({verb, "--help"}).out) << verb;
  }
  call.called = "coopnet-no-such-verb";
  EXPECT_EQ(run_tool(call).exit_code, 2);
}

TEST(Cli, VersionNamesProgramLicenceAndLibraries) {
  const auto result = run_tool({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("coopnet " + std::string(coopnet::version()) + "\n"));
  EXPECT_THAT(result.out, HasSubstr("Apache-2.0"));
  EXPECT_THAT(result.out, HasSubstr("Boost 1."));
  EXPECT_THAT(result.out, HasSubstr("Graphviz 2."));
  EXPECT_EQ(run_tool({"check", "--version"}).out, result.out);
}

TEST(Cli, AnUnknownVerbGetsASuggestion) {
  const auto result = run_tool({"chek", tiny});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_THAT(result.err, HasSubstr("there is no verb \"chek\"; did you mean \"check\"?"));
  EXPECT_THAT(run_tool({"\x1b[2J"}).err, Not(HasSubstr("\x1b")));
}

TEST(Cli, AnUnknownOptionGetsASuggestionWhereverItStands) {
  for (const std::vector<std::string>& args :
       {std::vector<std::string>{"check", tiny, "--formt", "json"},
        {"check", "--formt", "json"},
        {"check", "--formt=json", tiny},
        {"check", tiny, "--formt"}}) {
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2);
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr("\"--formt\"; did you mean \"--format\"?"));
    EXPECT_THAT(result.err, HasSubstr("Try: coopnet check --help"));
  }
  EXPECT_THAT(run_tool({"--versoin"}).err, HasSubstr("did you mean \"--version\"?"));
  EXPECT_THAT(run_tool({"check", tiny, "-qZ"}).err, HasSubstr("there is no option \"-Z\""));
}

TEST(Cli, OptionsThatCannotBeFollowedAreUsageErrors) {
  struct Case {
    std::vector<std::string> args;
    std::string said;
  };
  const std::vector<Case> cases{
      {{"check"}, "Usage: coopnet check DATASET"},
      {{"check", "--strict"}, "DATASET is missing"},
      {{"check", tiny, tiny}, "is one operand too many"},
      {{"check", tiny, "-o"}, "-o needs a value"},
      {{"check", tiny, "--output="}, "--output needs a value"},
      {{"check", tiny, "-o", "--force"}, "-o needs a value"},
      {{"check", tiny, "--strict=no"}, "--strict takes no value"},
      {{"check", tiny, "--format", "csv", "--format", "json"}, "--format is given more than once"},
      {{"check", tiny, "--format", "jsn"}, "did you mean \"json\"?"},
      {{"check", tiny, "--color", "blue"}, "known: auto, always, never"},
      {{"check", tiny, "--lang", "xx"}, "--lang: \"xx\" is not known; known: en"},
      {{"check", "/no/such/folder"}, "there is no file or folder \"/no/such/folder\""},
      {{"info", tiny, "--kind", "stat"}, "did you mean \"state\"?"},
      {{"info", tiny, "--as-of", "2024-13"}, "--as-of takes a date"},
      {{"info", tiny, "--region="}, "--region needs a value"},
  };
  for (const auto& [args, said] : cases) {
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << said;
    EXPECT_THAT(result.out, IsEmpty()) << said;
    EXPECT_THAT(result.err, HasSubstr(said));
  }
}

TEST(Cli, OptionsMayFollowOperandsAndTwoHyphensEndThem) {
  const auto before = run_tool({"check", "--format", "csv", tiny});
  EXPECT_EQ(before.exit_code, 0) << before.err;
  EXPECT_THAT(before.out, StartsWith("severity,"));
  EXPECT_EQ(run_tool({"check", tiny, "--format", "csv"}).out, before.out);
  EXPECT_EQ(run_tool({"check", tiny, "--format=csv"}).out, before.out);
  EXPECT_EQ(run_tool({"check", "--format=csv", "--", tiny}).out, before.out);
  EXPECT_THAT(run_tool({"check", "--", "--help"}).err, HasSubstr("there is no file or folder"));
}

TEST(Cli, ARepeatableOptionTakesOneWordAndLeavesTheOperands) {
  const auto result = run_tool({"info", "--without", "NO-SUCH-ROW", tiny});
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("\"NO-SUCH-ROW\" is not known"));
}

TEST(CliData, FaultsInTheDataAreThreeAndNameThePlace) {
  const TemporaryFolder folder;
  const auto path = folder.write("pledges.csv", "id,actors,objectives\nP1,KEN,\"7\nP2,KEN,8\n");
  const auto result = run_tool({"check", path});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out + result.err, HasSubstr("pledges.csv:2:8: error: the quote that opens"));
  const auto counted = run_tool({"info", path});
  EXPECT_EQ(counted.exit_code, 3);
  EXPECT_THAT(counted.out, IsEmpty());
  EXPECT_THAT(counted.err, HasSubstr("pledges.csv:2:8: error: the quote that opens"));
}

TEST(CliData, WarningsAreThreeOnlyUnderStrict) {
  const TemporaryFolder folder;
  const auto path = folder.write("pledges.csv", "id,actors,objectives,colour\nP1,KEN,7,blue\n");
  const auto usual = run_tool({"info", path, "--framework", "none"});
  EXPECT_EQ(usual.exit_code, 0) << usual.err;
  EXPECT_THAT(usual.err, HasSubstr("1 warning about the data"));
  EXPECT_THAT(run_tool({"info", path, "--framework", "none", "-q"}).err, IsEmpty());
  const auto strict = run_tool({"info", path, "--framework", "none", "--strict"});
  EXPECT_EQ(strict.exit_code, 3);
  EXPECT_THAT(strict.out, IsEmpty());
  EXPECT_EQ(run_tool({"check", path, "--framework", "none", "--strict"}).exit_code, 3);
}

TEST(CliData, StandardInputIsAHyphen) {
  ToolCall call;
  call.args = {"check", "-", "--framework", "none"};
  call.input = "id,actors,objectives\nP1,KEN,7\n";
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
}

TEST(CliData, AFileThatMayNotBeReadIsThree) {
  if (geteuid() == 0) GTEST_SKIP() << "everything may be read by the superuser";
  const TemporaryFolder folder;
  const auto path = folder.write("pledges.csv", "id,actors\n");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  EXPECT_EQ(run_tool({"check", path}).exit_code, 3);
}

TEST(CliOutput, AFileGetsTheFormatOfItsEndingAndNothingElseIsSaid) {
  const TemporaryFolder folder;
  const auto expected = run_tool({"check", tiny, "--format", "csv"}).out;
  const auto result = run_tool({"check", tiny, "-o", folder.file("found.csv")});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, IsEmpty());
  EXPECT_EQ(support::read_whole(folder.file("found.csv")), expected);
  EXPECT_EQ(run_tool({"check", tiny, "-o", folder.file("found.json")}).exit_code, 0);
  EXPECT_THAT(support::read_whole(folder.file("found.json")), StartsWith("{\n  \"schema\": "));
  EXPECT_EQ(folder.entries(), 2U);
  EXPECT_EQ(run_tool({"check", tiny, "--format", "csv", "-o", "-"}).out, expected);
}

TEST(CliOutput, AFileThatExistsIsReplacedOnlyWithForce) {
  const TemporaryFolder folder;
  const auto path = folder.write("found.csv", "mine");
  const auto refused = run_tool({"check", tiny, "-o", path});
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_THAT(refused.err, HasSubstr("exists; add --force to replace it"));
  EXPECT_EQ(support::read_whole(path), "mine");
  EXPECT_EQ(run_tool({"check", tiny, "-o", path, "--force"}).exit_code, 0);
  EXPECT_THAT(support::read_whole(path), StartsWith("severity,"));
}

TEST(CliOutput, TargetsThatCannotBeAreRefusedBeforeAnyWork) {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> cases{
      {folder.file("."), "is a folder"},
      {folder.file("found.xyz"), "does not tell the format"},
      {folder.file("found"), "does not tell the format"},
      {folder.file("none/found.csv"), "there is no folder"}};
  for (const auto& [path, said] : cases) {
    const auto result = run_tool({"check", tiny, "-o", path});
    EXPECT_EQ(result.exit_code, 2) << path;
    EXPECT_THAT(result.err, HasSubstr(said));
  }
  EXPECT_EQ(folder.entries(), 0U);
}

TEST(CliOutput, ADeviceIsWrittenToNotReplaced) {
  EXPECT_EQ(run_tool({"check", tiny, "-o", "/dev/null"}).exit_code, 0);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

TEST(CliOutput, CsvForSpreadsheets) {
  const auto plain = run_tool({"check", tiny, "--format", "csv"}).out;
  const auto marked = run_tool({"check", tiny, "--format", "csv", "--bom"}).out;
  EXPECT_EQ(marked, "\xEF\xBB\xBF" + plain);
  const auto bare = run_tool({"check", tiny, "--format", "csv", "--no-header"}).out;
  EXPECT_EQ(bare, plain.substr(plain.find('\n') + 1));
}

std::string coloured(std::vector<std::string> environment, const char* option = "--color=auto") {
  ToolCall call;
  call.args = {"info", tiny, option};
  call.environment = std::move(environment);
  return run_tool(call).out;
}

TEST(CliOutput, ColourFollowsTheOptionThenTheEnvironmentThenTheTerminal) {
  const auto bold = HasSubstr("\x1b[1m");
  EXPECT_THAT(coloured({"TERM=xterm"}), Not(bold)) << "a pipe is no terminal";
  EXPECT_THAT(coloured({}, "--color=always"), bold);
  EXPECT_THAT(coloured({"FORCE_COLOR=1"}), bold);
  EXPECT_THAT(coloured({"FORCE_COLOR=0"}), Not(bold));
  EXPECT_THAT(coloured({"FORCE_COLOR=1", "NO_COLOR=1"}), Not(bold));
  EXPECT_THAT(coloured({"FORCE_COLOR=1", "NO_COLOR="}), bold);
  EXPECT_THAT(coloured({"NO_COLOR=1"}, "--color=always"), bold);
  EXPECT_THAT(coloured({"FORCE_COLOR=1"}, "--color=never"), Not(bold));
}

TEST(CliOutput, TheLocaleAndTheTimeZoneChangeNothing) {
  const auto expected = run_tool({"info", tiny, "--format", "json"}).out;
  ToolCall call;
  call.args = {"info", tiny, "--format", "json"};
  call.environment = {"LC_ALL=de_DE.UTF-8", "LANG=ar_MA.UTF-8", "TZ=Pacific/Kiritimati"};
  EXPECT_EQ(run_tool(call).out, expected);
  EXPECT_THAT(expected, Not(HasSubstr(COOPNET_DATASETS))) << "a result holds no path";
}

TEST(CliSignals, AReaderThatLeavesEndsTheProgramWithoutAWord) {
  ToolCall call;
  call.args = {"check", tiny, "--format", "json"};
  call.close_stdout_early = true;
  const auto result = run_tool(call);
  EXPECT_EQ(result.signal, SIGPIPE);
  EXPECT_THAT(result.err, IsEmpty());
}

TEST(CliSignals, AFullDiskIsToldAndOne) {
  ToolCall call;
  call.args = {"check", tiny};
  call.stdout_path = "/dev/full";
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_THAT(result.err, HasSubstr("standard output cannot be written"));
}

TEST(CliSignals, InterruptedIsOneHundredAndThirtyWithoutAFile) {
  const TemporaryFolder folder;
  ToolCall call;
  call.args = {"check", "-", "-o", folder.file("found.csv")};
  call.input = "id,actors\n";
  call.hold_input_open = true;
  call.signal_after_input = SIGINT;
  const auto result = run_tool(call);
  EXPECT_EQ(result.exit_code, 130);
  EXPECT_THAT(result.err, IsEmpty());
  EXPECT_EQ(folder.entries(), 0U);
}

}  // namespace
