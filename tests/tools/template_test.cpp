#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/run_tool.hpp"

/// `template` as a user runs it, and `check` on what was filled in.
namespace {

using support::lines_of;
using support::run_tool;
using support::TemporaryFolder;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

TEST(TemplateVerb, HelpBeginsWithExamples) {
  const auto result = run_tool({"template", "--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, StartsWith("Examples:\n  coopnet template pledge"));
  EXPECT_THAT(result.out, AllOf(HasSubstr("--lang en|fr|es|ar"), HasSubstr("--actor ID")));
}

TEST(TemplateVerb, ThreeFormatsFourLanguages) {
  for (const std::string language : {"en", "fr", "es", "ar"}) {
    const auto csv = run_tool({"template", "pledge", "--lang", language});
    ASSERT_EQ(csv.exit_code, 0) << csv.err;
    const auto lines = lines_of(csv.out);
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_LE(lines[1].find("# "), 1U) << "the help row says what it is";
    const auto md = run_tool({"template", "practice", "--lang", language, "--format", "md"});
    EXPECT_NE(md.out.find("- [ ] 8 "), std::string::npos);
  }
  const std::vector<std::string> workbook{"template", "pledge", "--lang", "ar", "--format", "xlsx"};
  const auto first = run_tool(workbook).out;
  EXPECT_EQ(first.substr(0, 2), "PK");
  EXPECT_TRUE(run_tool(workbook).out == first);
}

TEST(TemplateVerb, AnActorIsNamedInTheLanguageOfTheForm) {
  const auto named = [](const std::string& actor, const std::string& language) {
    return lines_of(run_tool({"template", "pledge", "--actor", actor, "--lang", language}).out)
        .back();
  };
  EXPECT_THAT(named("MAR", "fr"), HasSubstr(",Maroc,État,Afrique; États arabes,"));
  EXPECT_THAT(named("Marruecos", "en"), HasSubstr(",Morocco,State,Africa; Arab States,"));
  EXPECT_THAT(named("GHA", "ar"), HasSubstr(",غانا,دولة,أفريقيا,"));
  // The short name can mean several.
  EXPECT_THAT(named("GIN", "en"), HasSubstr(",GIN,State,"));
}

TEST(TemplateVerb, AFilledFormIsCheckedAndConverted) {
  const TemporaryFolder folder;
  const auto path = folder.file("form.csv");
  ASSERT_EQ(run_tool({"template", "pledge", "--lang", "fr", "-q", "-o", path}).exit_code, 0);
  const auto empty = run_tool({"check", path});
  EXPECT_EQ(empty.exit_code, 3);
  EXPECT_THAT(empty.out,
              AllOf(HasSubstr("nothing is filled in"), HasSubstr("1 error, 0 warnings")));
  std::string csv = support::read_whole(path);
  const std::string row =
      "7,Un fonds,Côte d'Ivoire,État,Afrique,,Individuel,,,Financier,Offre,\"8 Sauver des vies, "
      "migrants disparus\",,Droits de l'homme,National,,Terminé,2024,,,,\n";
  folder.write("form.csv", csv + row);
  const auto good = run_tool({"check", path});
  EXPECT_EQ(good.exit_code, 0) << good.out;
  EXPECT_THAT(good.out, AllOf(HasSubstr("Understood: 1 pledge, 1 actor,"),
                              HasSubstr("0 errors, 0 warnings.")));
  const auto json = run_tool({"convert", path, "-q", "-o", "-"});
  EXPECT_THAT(json.out,
              AllOf(HasSubstr("\"actors\": [\"CIV\"]"), HasSubstr("\"objectives\": [\"8\"]"),
                    HasSubstr("\"status\": \"completed\"")));
  folder.write("form.csv", csv + row + "8,Deux,Kenya,,,,,,,,,99,,,,,presque,,,,,\n");
  const auto bad = run_tool({"check", path});
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_THAT(bad.out, AllOf(HasSubstr("form.csv:4:"), HasSubstr("error: objectives: \"99\""),
                             HasSubstr("error: status: \"presque\"")));
}

TEST(TemplateVerb, MarkdownAndWorkbooksAreReadByTheirEnding) {
  const TemporaryFolder folder;
  const auto md = folder.write("form.md",
                               "# Promesa\n\n## Nombre de la promesa\nUna casa\n\n"
                               "## Entidad\nKenya\n\n## Situación\n- [x] Cumplida\n");
  const auto result = run_tool({"check", md});
  EXPECT_EQ(result.exit_code, 0) << result.out;
  EXPECT_THAT(result.out, HasSubstr("Understood: 1 pledge, 1 actor,"));
  const auto broken = run_tool({"check", folder.write("form.xlsx", "PK\x03\x04 no")});
  EXPECT_EQ(broken.exit_code, 3);
  EXPECT_THAT(broken.out, HasSubstr("1 error, 0 warnings"));
  const auto xlsx = folder.file("form2.xlsx");
  ASSERT_EQ(run_tool({"template", "practice", "-q", "-o", xlsx}).exit_code, 0);
  EXPECT_THAT(run_tool({"check", xlsx}).out, HasSubstr("[Practice]: error: nothing is filled in"));
}

TEST(TemplateVerb, AnotherFrameworkHasItsOwnLists) {
  const auto tiny = std::string(COOPNET_DATASETS) + "/tiny";
  const auto form = run_tool({"template", "practice", "--framework", tiny, "--format", "md"});
  EXPECT_THAT(form.out, HasSubstr("\n- [ ] 1 "));
  EXPECT_EQ(form.out.find("- [ ] 9 "), std::string::npos);
  const auto none = run_tool({"template", "pledge", "--framework", "none", "--format", "md"});
  EXPECT_EQ(none.exit_code, 0);
  EXPECT_THAT(none.out, HasSubstr("## Objectives\n"));
}

struct Misuse {
  std::vector<std::string> args;
  const char* says;
};

TEST(TemplateVerb, MisuseIsExplained) {
  const std::vector<Misuse> all{
      {{"pledges"}, "did you mean \"pledge\"?"},
      {{"pledge", "--lang", "de"}, "known: en, fr, es, ar"},
      {{"pledge", "--actor", "Congo"}, "can mean COD, COG"},
      {{"pledge", "--actor", "Marocco"}, "did you mean"},
      {{"pledge", "--format", "json"}, "known: csv, xlsx, md"},
      {{"pledge", "-o", "/no/such/folder/x.csv"}, "no folder"},
      {{"pledge", "-o", "x.doc"}, "add --format"},
      {{"pledge", "--framework", "no-such"}, "no file or folder"},
      {{}, "Usage: coopnet template FORM"},
  };
  for (const auto& misuse : all) {
    std::vector<std::string> args{"template"};
    args.insert(args.end(), misuse.args.begin(), misuse.args.end());
    const auto result = run_tool(args);
    EXPECT_EQ(result.exit_code, 2) << misuse.says;
    EXPECT_THAT(result.out, IsEmpty());
    EXPECT_THAT(result.err, HasSubstr(misuse.says));
  }
}

}  // namespace
