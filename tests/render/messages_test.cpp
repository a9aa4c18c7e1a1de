#include "coopnet/render/messages.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "coopnet/core/errors.hpp"
#include "coopnet/core/text.hpp"
#include "render/messages_template.hpp"

namespace {

using namespace coopnet;  // NOLINT(google-build-using-namespace)
using render::Language;
using render::message;
using testing::HasSubstr;
using testing::Not;

std::string filled(Language language, std::string_view text,
                   std::initializer_list<render::MessageArg> args) {
  return render::catalogue::fill(language, text,
                                 {.args = {args.begin(), args.size()}, .names = {}});
}

/// Placeholders of a text without their inner forms, sorted: what a translation must keep.
std::multiset<std::string> placeholders(std::string text) {
  for (const std::string doubled : {"{{", "}}"})
    for (auto at = text.find(doubled); at != std::string::npos; at = text.find(doubled))
      text.erase(at, 2);
  const std::regex pattern(R"(\{([0-9]+|\*|value|field)([:?][^}]*)?\})");
  std::multiset<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    const std::string kind = (*it)[2].length() == 0 ? "" : std::string(1, (*it)[2].str().front());
    found.insert((*it)[1].str() + kind);
  }
  return found;
}

TEST(Catalogue, EveryLanguageHasEveryTextWithTheSamePlaceholders) {
  const auto english = render::message_keys(Language::en);
  ASSERT_GT(english.size(), 100U);
  for (const auto language : render::available_languages()) {
    EXPECT_EQ(render::message_keys(language), english) << render::language_code(language);
    for (const auto& key : english) {
      const auto here = placeholders(std::string(render::message_template(language, key)));
      const auto there = placeholders(std::string(render::message_template(Language::en, key)));
      // A language may need a number's forms more or less often, but no other argument.
      const std::set<std::string> unique_here(here.begin(), here.end());
      const std::set<std::string> unique_there(there.begin(), there.end());
      EXPECT_EQ(unique_here, unique_there) << key;
    }
  }
}

TEST(Catalogue, EveryTextCanBeFilledIn) {
  for (const auto language : render::available_languages())
    for (const auto& key : render::message_keys(language)) {
      const auto text = render::message_template(language, key);
      EXPECT_FALSE(text.empty()) << key;
      EXPECT_FALSE(text::first_invalid_utf8(text)) << key;
      const std::vector<render::MessageArg> args(12, render::MessageArg(2));
      std::string out;
      EXPECT_NO_THROW(
          out = render::catalogue::fill(language, text,
                                        {.args = args, .names = {{"value", "v"}, {"field", "f"}}}))
          << key;
      // What is left in braces is meant for a later filling, as {0} in the words of a drawing.
      EXPECT_THAT(out, Not(HasSubstr("[["))) << key;
    }
}

TEST(Catalogue, WordsAreNeutral) {
  for (const auto& key : render::message_keys(Language::en)) {
    const auto text = text::lower_ascii(render::message_template(Language::en, key));
    for (const char* word : {"laggard", "lagging", "failing", "worst", "bad ", "poor", "weak"})
      EXPECT_EQ(text.find(word), std::string::npos) << key << ": " << text;
  }
}

TEST(Catalogue, AFindingSaysWhatAndHowToMendIt) {
  std::size_t findings = 0;
  for (const auto& key : render::message_keys(Language::en)) {
    if (!key.starts_with("check.")) continue;
    ++findings;
    const auto text = render::message_template(Language::en, key);
    ASSERT_EQ(std::count(text.begin(), text.end(), '\n'), 1) << key;
    const auto end = text.find('\n');
    EXPECT_GT(end, 0U) << key;
    EXPECT_NE(text[end - 1], '.') << key << ": a suggestion may follow";
    EXPECT_EQ(text.back(), '.') << key << ": the remedy is a sentence";
  }
  EXPECT_GE(findings, 50U);
}

TEST(Catalogue, EveryCodeOfTheReadersAndTheModelHasAText) {
  for (const char* code :
       {"self-parent", "end-before-start", "no-source", "region-differs", "unknown-pledge",
        "not-a-number", "member-twice", "cycle-in-events", "claims-disagree", "json-syntax"})
    EXPECT_TRUE(render::has_message(Language::en, std::string("check.") + code)) << code;
  // The codes as the source files write them.
  const auto root = std::filesystem::path(COOPNET_TEST_DATA).parent_path().parent_path();
  const std::regex uses(
      R"re((?:error|warning|warn|refuse|warn_unknown|report)\(\s*"([a-z0-9-]+)"|Severity::(?:error|warning),\s*"([a-z0-9-]+)"|code = "([a-z0-9-]+)")re");
  std::set<std::string> codes;
  for (const char* layer : {"src/io", "src/model", "src/analysis"})
    for (const auto& file : std::filesystem::directory_iterator(root / layer)) {
      std::ifstream in(file.path());
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      for (std::sregex_iterator it(text.begin(), text.end(), uses), end; it != end; ++it)
        for (std::size_t group = 1; group <= 3; ++group)
          if ((*it)[group].matched) codes.insert((*it)[group].str());
    }
  EXPECT_GT(codes.size(), 40U);
  for (const auto& code : codes)
    EXPECT_TRUE(render::has_message(Language::en, "check." + code)) << code;
}

TEST(Message, AnUnknownKeyOrAMissingArgumentIsAnError) {
  EXPECT_THROW((void)message(Language::en, "common.no-such-text"), PreconditionError);
  EXPECT_THROW((void)message(Language::en, "nodomain.error"), PreconditionError);
  EXPECT_THROW((void)message(Language::en, "error"), PreconditionError);
  EXPECT_THROW((void)message(Language::en, "common.did-you-mean"), PreconditionError);
  EXPECT_THROW((void)message(Language::fr, "common.error"), PreconditionError);
  EXPECT_FALSE(render::has_message(Language::en, "common."));
}

TEST(Message, FillsInArguments) {
  EXPECT_EQ(message(Language::en, "common.did-you-mean", {"check"}), "; did you mean \"check\"?");
  EXPECT_EQ(message(Language::en, "common.finding-counts", {1, 2}), "1 error, 2 warnings");
  EXPECT_EQ(message(Language::en, "common.finding-counts", {0, 1}), "0 errors, 1 warning");
}

TEST(Message, PlaceholdersOfEachKind) {
  EXPECT_EQ(filled(Language::en, "{1} before {0}", {"a", "b"}), "b before a");
  EXPECT_EQ(filled(Language::en, "all: {*}", {"a", 2, "c"}), "all: a, 2, c");
  EXPECT_EQ(filled(Language::en, "by {0?nobody named}", {""}), "by nobody named");
  EXPECT_EQ(filled(Language::en, "by {0?nobody named}", {"UN"}), "by UN");
  EXPECT_EQ(filled(Language::en, "{{{0}}}", {"x"}), "{x}");
  EXPECT_EQ(filled(Language::en, "{0:row|rows}", {"not a number"}), "rows");
  // An argument is data: braces in it mean nothing.
  EXPECT_EQ(filled(Language::en, "{0}", {"{1}"}), "{1}");
}

TEST(Message, SectionsGoWhereTheyHaveNothingToSay) {
  EXPECT_EQ(filled(Language::en, "a[[ ({0} to {1})]]b", {"1", "23"}), "a (1 to 23)b");
  EXPECT_EQ(filled(Language::en, "a[[ ({0} to {1})]]b", {"1", ""}), "ab");
  EXPECT_EQ(filled(Language::en, "a[[ ({0} to {1})]]b", {"1"}), "ab");
  EXPECT_EQ(filled(Language::en, "[[{0}]][[{1}]]", {"", "x"}), "x");
}

TEST(Message, MalformedTextsAreRefused) {
  for (const char* text : {"{0", "{x}", "{}", "[[a", "{0:one}", "{0:a|b|c}", "[[ [[{0}]] ]]"})
    EXPECT_THROW((void)filled(Language::en, text, {1}), PreconditionError) << text;
}

TEST(Message, PluralFormsFollowTheLanguage) {
  const auto form = render::catalogue::plural_form;
  EXPECT_EQ(form(Language::en, 0), 1U);
  EXPECT_EQ(form(Language::en, 1), 0U);
  EXPECT_EQ(form(Language::en, 2), 1U);
  EXPECT_EQ(form(Language::fr, 0), 0U);
  EXPECT_EQ(form(Language::fr, 2), 1U);
  EXPECT_EQ(form(Language::es, 0), 1U);
  // Zero, one, two, few, many, other: 0, 1, 2, 3..10, 11..99, 100..102, and so on by hundreds.
  const std::vector<std::pair<std::uint64_t, std::size_t>> arabic{
      {0, 0}, {1, 1}, {2, 2}, {3, 3}, {10, 3}, {11, 4}, {99, 4}, {100, 5}, {102, 5}, {103, 3}};
  for (const auto& [n, expected] : arabic) EXPECT_EQ(form(Language::ar, n), expected) << n;
}

TEST(Languages, CodesGoBothWays) {
  EXPECT_EQ(render::parse_language("en"), Language::en);
  EXPECT_FALSE(render::parse_language("xx"));
  EXPECT_EQ(render::language_code(Language::ar), "ar");
  ASSERT_FALSE(render::available_languages().empty());
  EXPECT_EQ(render::available_languages().front(), Language::en);
}

Diagnostic unknown_objective(std::uint32_t line = 17) {
  return {Severity::error,
          "unknown-tag",
          {"pledges.csv", line, 12},
          "objectives",
          "24",
          {"Objective", "1", "23", "23"},
          "14"};
}

TEST(Describe, PlaceWhatWhyAndHow) {
  EXPECT_EQ(render::describe(unknown_objective()),
            "pledges.csv:17:12: error: objectives: \"24\" is not listed under Objective (listed: 1 "
            "to 23); did you mean \"14\"?\n"
            "  Use a listed key, or add this one to the table tags.");
}

TEST(Describe, PartsThatAreNotKnownAreLeftOut) {
  const Diagnostic whole{Severity::error, "csv-empty", {"a.csv", 0, 0}, "", "", {}, ""};
  EXPECT_EQ(render::describe(whole),
            "a.csv: error: the file holds no line of column names\n"
            "  Write the names of the columns into the first line.");
  EXPECT_EQ(render::place_text({"a.csv", 3, 0}), "a.csv:3");
  EXPECT_EQ(render::place_text({"", 3, 4}), "3:4");
  EXPECT_EQ(render::place_text({}), "");
}

TEST(Describe, AHintForTextThatIsNotUtf8) {
  const Diagnostic d{Severity::error,        "not-utf8", {"p.csv", 2, 5}, "", "",
                     {"0xE9", "ISO-8859-1"}, ""};
  EXPECT_THAT(render::remedy(d), HasSubstr("iconv -f ISO-8859-1 -t UTF-8 FILE"));
}

TEST(Describe, ClaimsThatDisagreeNameBothSources) {
  const Diagnostic d{Severity::warning,
                     "claims-disagree",
                     {"claims.csv", 9, 0},
                     "date",
                     "2024-07-03",
                     {"event/E14", "2024-07-02", "roadmap", "2024-07-03", ""},
                     ""};
  EXPECT_EQ(
      render::describe(d),
      "claims.csv:9: warning: date: of event/E14, one claim says \"2024-07-02\" (roadmap) and "
      "another says \"2024-07-03\" (no source named)\n"
      "  Both are kept, none is chosen. Remove a claim only if its source has withdrawn it.");
}

TEST(Describe, DataCannotActOnTheTerminal) {
  Diagnostic d = unknown_objective();
  d.where.file = "\x1b]0;x\x07.csv";
  d.value = "\x1b[2J";
  d.args[0] = "\x1b[31m";
  d.nearest = "\u202e";
  d.field = "\x08";
  const auto text = render::describe(d);
  for (const char* hidden : {"\x1b", "\x07", "\x08", "\u202e"})
    EXPECT_EQ(text.find(hidden), std::string::npos);
  EXPECT_THAT(text, HasSubstr("\"\\u{1b}[2J\""));
}

TEST(Describe, ACodeWithoutATextOrWithoutItsWordsIsStillShown) {
  const Diagnostic strange{
      Severity::error, "from-the-future", {"a", 1, 1}, "", "v", {"x", "y"}, ""};
  EXPECT_EQ(render::describe(strange), "a:1:1: error: from-the-future \"v\" (x, y)");
  const Diagnostic bare{Severity::error, "repeated-id", {"a", 1, 1}, "id", "P1", {}, ""};
  EXPECT_EQ(render::sentence(bare), "the id \"P1\" already stands in line ?");
}

TEST(DescribeAll, RepeatsAreGroupedAndCounted) {
  Diagnostics all;
  all.add({Severity::error, "bad-date", {"a.csv", 1, 1}, "year", "soon", {}, ""});
  for (std::uint32_t line = 10; line < 20; ++line) all.add(unknown_objective(line));
  all.add({Severity::error, "bad-date", {"a.csv", 30, 1}, "year", "later", {}, ""});
  const auto text = render::describe_all(all, Language::en, 2);
  EXPECT_EQ(text,
            "a.csv:1:1: error: year: \"soon\" is not a date\n"
            "a.csv:30:1: error: year: \"later\" is not a date\n"
            "  Write 2024, 2024-05, 2024-05-31, 2024-Q2 or 2024-H2; for a start and an end, two of "
            "them with \"/\" between, the earlier first. Leave it empty if it is not known.\n"
            "pledges.csv:10:12: error: objectives: \"24\" is not listed under Objective (listed: 1 "
            "to 23); did you mean \"14\"?\n"
            "pledges.csv:11:12: error: objectives: \"24\" is not listed under Objective (listed: 1 "
            "to 23); did you mean \"14\"?\n"
            "  ... and 8 more of this kind\n"
            "  Use a listed key, or add this one to the table tags.\n");
  EXPECT_EQ(render::count_text(all), "12 errors, 0 warnings");
}

TEST(DescribeAll, AtLeastOneOfEachKindAndNothingOfNothing) {
  Diagnostics all;
  all.add(unknown_objective());
  all.add(unknown_objective(18));
  EXPECT_THAT(render::describe_all(all, Language::en, 0), HasSubstr("pledges.csv:17:12"));
  EXPECT_EQ(render::describe_all({}, Language::en), "");
}

TEST(DescribeAll, AnErrorAndAWarningOfOneCodeAreTwoKinds) {
  Diagnostics all;
  auto warning = unknown_objective(1);
  warning.severity = Severity::warning;
  all.add(unknown_objective(2));
  all.add(warning);
  const auto text = render::describe_all(all, Language::en, 1);
  EXPECT_THAT(text, HasSubstr("pledges.csv:2:12: error"));
  EXPECT_THAT(text, HasSubstr("pledges.csv:1:12: warning"));
  EXPECT_THAT(text, Not(HasSubstr("more of this kind")));
}

}  // namespace
