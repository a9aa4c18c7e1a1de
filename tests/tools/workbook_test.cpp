// Results as workbooks, as a user writes them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coopnet/io/xlsx.hpp"
#include "support/run_tool.hpp"

namespace {

using support::read_whole;
using support::run_tool;
using support::TemporaryFolder;
using testing::Contains;
using testing::ElementsAre;

const std::string tiny = std::string(COOPNET_DATASETS) + "/tiny";

std::vector<coopnet::io::Sheet> sheets_of(const std::string& bytes) {
  coopnet::Diagnostics findings;
  auto sheets = coopnet::io::read_xlsx(bytes, "b", findings);
  EXPECT_EQ(findings.all().size(), 0u);
  return sheets;
}

std::vector<std::string> names_of(const std::vector<coopnet::io::Sheet>& sheets) {
  std::vector<std::string> out;
  for (const auto& sheet : sheets) out.push_back(sheet.name);
  return out;
}

std::vector<std::string> titles_of(const coopnet::io::Sheet& sheet) {
  std::vector<std::string> out;
  for (std::size_t c = 0; c < sheet.columns; ++c) out.emplace_back(sheet.cell(0, c).text);
  return out;
}

TEST(Workbooks, TheEndingOfTheFileTellsTheFormatAndAllPartsAreInIt) {
  const TemporaryFolder folder;
  const auto file = folder.file("gaps.xlsx");
  const auto result = run_tool({"rank", tiny, "-q", "-o", file});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(names_of(sheets_of(read_whole(file))),
              ElementsAre("centrality", "brokers", "falls_apart", "only_ties", "About"));
}

TEST(Workbooks, OnePartIsOneSheetWithItsName) {
  const auto result = run_tool({"rank", tiny, "-q", "--part", "brokers", "--format", "xlsx"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(names_of(sheets_of(result.out)), ElementsAre("brokers", "About"));
}

TEST(Workbooks, IdsHaveNamesBesideThem) {
  const auto result = run_tool({"synergy", tiny, "-q", "--format", "xlsx"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto sheets = sheets_of(result.out);
  ASSERT_THAT(names_of(sheets), ElementsAre("synergy", "About"));
  const auto titles = titles_of(sheets[0]);
  EXPECT_THAT(titles, Contains("actors of the first: name"));
  EXPECT_THAT(titles, Contains("ids of shared tags: name"));
}

}  // namespace
