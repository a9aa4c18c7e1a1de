// --redact, as a user runs it: nothing of the original in any output, the same structure, options
// that still take the names the user knows.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "coopnet/io/load.hpp"
#include "coopnet/io/xlsx.hpp"
#include "support/originals.hpp"
#include "support/tool_table.hpp"

namespace {

using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string datasets = std::string(COOPNET_DATASETS) + "/";
using Words = std::vector<std::string>;

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

/// The texts of a workbook; of any other file its bytes.
std::string texts_of(const std::string& bytes) {
  if (!coopnet::io::looks_like_workbook(bytes)) return bytes;
  coopnet::Diagnostics findings;
  std::string out;
  for (const auto& sheet : coopnet::io::read_xlsx(bytes, "b", findings)) {
    out += sheet.name + '\n';
    for (const auto& cell : sheet.cells) (out += cell.text) += '\n';
  }
  EXPECT_EQ(findings.errors(), 0u);
  return out;
}

/// Calls of every verb that counts, with an actor and two pledges of the dataset.
std::vector<Words> calls(const std::string& actor, const std::string& pledge,
                         const std::string& other) {
  return {{"info"},
          {"synergy", "--top", "50"},
          {"synergy", "--for", actor},
          {"synergy", "--groups"},
          {"synergy", "--triples"},
          {"match"},
          {"match", "--of", "pledges"},
          {"match", "--needs"},
          {"peers", actor},
          {"peers", "--all"},
          {"gaps"},
          {"gaps", "--by", "actor"},
          {"rank"},
          {"rank", "--network", "pledges:tag"},
          {"select", "-k", "3"},
          {"select", "--key-players", "split", "-k", "2"},
          {"profile", actor, "--without", pledge},
          {"info", "--without", other}};
}

void expect_no_leak(const std::string& dataset, const support::Originals& originals,
                    const Words& call, const std::string& format) {
  Words args{call.front(), datasets + dataset};
  args.insert(args.end(), call.begin() + 1, call.end());
  args = joined(args, {"--redact", "-q", "--format", format});
  const auto result = run_tool(args);
  ASSERT_EQ(result.exit_code, 0) << testing::PrintToString(args) << result.err;
  EXPECT_THAT(originals.in(texts_of(result.out)), IsEmpty()) << testing::PrintToString(args);
  EXPECT_THAT(originals.in(result.err), IsEmpty());
}

TEST(RedactVerbs, NothingOfTheOriginalIsLeftInAnyFormat) {
  const auto data = coopnet::io::load_dataset(datasets + "tiny").data;
  const support::Originals originals(data);
  for (const auto& call : calls("XAA", "T01", "T02"))
    expect_no_leak("tiny", originals, call, "json");
  for (const char* format : {"table", "xlsx", "html", "md"}) {
    expect_no_leak("tiny", originals, {"gaps"}, format);
    expect_no_leak("tiny", originals, {"profile", "XAA", "--without", "T01"}, format);
  }
  for (const Words& call : std::vector<Words>{{"synergy"},
                                              {"match"},
                                              {"draw"},
                                              {"draw", "--view", "forums"},
                                              {"draw", "--view", "synergy"},
                                              {"peers", "--all"}})
    expect_no_leak("tiny", originals, call, "dot");
  expect_no_leak("tiny", originals, {"synergy", "--explain", "T01", "T02"}, "table");
  expect_no_leak("tiny", originals, {"synergy", "--view", "grid"}, "table");
  expect_no_leak("tiny", originals, {"synergy"}, "csv");
}

TEST(RedactVerbs, NothingOfTheRealDatasetIsLeft) {
  const auto data = coopnet::io::load_dataset(datasets + "gcm").data;
  const support::Originals originals(data);
  if (std::getenv("COOPNET_LONG_TESTS") == nullptr) {
    expect_no_leak("gcm", originals, {"gaps"}, "json");
    expect_no_leak("gcm", originals, {"profile", "MAR", "--without", "P036"}, "json");
    return;
  }
  for (const auto& call : calls("MAR", "P036", "P019"))
    for (const char* format : {"table", "json", "xlsx", "html", "md"})
      expect_no_leak("gcm", originals, call, format);
  for (const char* view : {"network", "forums", "synergy"})
    for (const char* format : {"dot", "svg"})
      expect_no_leak("gcm", originals, {"draw", "--view", view}, format);
  expect_no_leak("gcm", originals, {"synergy", "--explain", "P019", "P036"}, "table");
}

TEST(RedactVerbs, RecordedOptionsShowTheNewIds) {
  const auto result = run_tool({"profile", datasets + "tiny", "Alphaland", "--without", "T01",
                                "--redact", "-q", "--format", "json"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, testing::ContainsRegex("\"id\": \"a[0-9]+\""));
  EXPECT_THAT(result.out, testing::ContainsRegex("\"without\": .\"p[0-9]+\"."));
  EXPECT_THAT(result.out, HasSubstr("\"redact\": true"));
  EXPECT_THAT(result.out, HasSubstr("\"least_count\": 5"));
  EXPECT_THAT(result.out, HasSubstr("\"title\": \"Redacted data\""));
}

/// The numbers of a verb do not depend on what rows are called.
TEST(RedactVerbs, TheStructureIsTheSame) {
  const support::VerbRunner synergy("synergy", datasets + "tiny");
  const auto before = support::tsv_rows(synergy({"--format", "tsv"}).out);
  const auto after = support::tsv_rows(synergy({"--format", "tsv", "--redact"}).out);
  ASSERT_EQ(before.size(), after.size());
  std::vector<std::string> scores, redacted;
  for (const auto& row : before) scores.push_back(row.at("score") + ' ' + row.at("shared_count"));
  for (const auto& row : after) redacted.push_back(row.at("score") + ' ' + row.at("shared_count"));
  std::sort(scores.begin(), scores.end());
  std::sort(redacted.begin(), redacted.end());
  EXPECT_EQ(scores, redacted);
}

TEST(RedactVerbs, SmallCountsAreWithheld) {
  const support::VerbRunner info("info", datasets + "tiny");
  const auto plain = support::tsv_rows(info({"--part", "by_kind", "--format", "tsv"}).out);
  const auto redacted =
      support::tsv_rows(info({"--part", "by_kind", "--format", "tsv", "--redact"}).out);
  ASSERT_EQ(plain.size(), redacted.size());
  std::size_t withheld = 0;
  for (std::size_t i = 0; i < plain.size(); ++i)
    for (const char* key : {"actors", "with_pledge", "pledges"}) {
      const int n = std::stoi(plain[i].at(key));
      EXPECT_EQ(redacted[i].at(key), n >= 1 && n <= 4 ? "" : std::to_string(n));
      if (n >= 1 && n <= 4) ++withheld;
    }
  EXPECT_GT(withheld, 0u);
  const auto text = info({"--part", "by_kind", "--redact"}).out;
  EXPECT_THAT(text, HasSubstr("<5"));
  EXPECT_THAT(text, HasSubstr("<5: from 1 to 4, not given more exactly."));
  const auto more = info({"--part", "by_kind", "--redact", "--least-count", "2"}).out;
  EXPECT_THAT(more, Not(HasSubstr("<5")));
  EXPECT_THAT(info({"--part", "by_kind", "--redact", "--format", "json"}).out,
              HasSubstr("counts from 1 to 4 are not given."));
}

TEST(RedactVerbs, RefusesWhatMakesNoSense) {
  EXPECT_EQ(run_tool({"info", datasets + "tiny", "--least-count", "3"}).exit_code, 2);
  EXPECT_EQ(run_tool({"convert", datasets + "tiny", "--redact", "-o", "/nowhere"}).exit_code, 2);
  const auto unknown = run_tool({"profile", datasets + "tiny", "Nobody", "--redact"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, Not(HasSubstr("Alphaland")));
}

}  // namespace
