// Workbooks that are none, are damaged, or want to do harm: each gets one clear finding, at once.

#include <gtest/gtest.h>

#include <string>

#include "coopnet/io/xlsx.hpp"
#include "io/io_testing.hpp"
#include "support/workbook.hpp"

namespace coopnet::io {
namespace {

using testing::Parts;
using testing::Workbook;
using testing::zip_of;

struct Case {
  const char* name;
  std::string bytes;
  Expected expected;
  std::string place = "b.xlsx[S]";
};

void expect_refused(const Case& c, const XlsxLimits& limits = {}) {
  SCOPED_TRACE(c.name);
  Diagnostics findings;
  const auto sheets = read_xlsx(c.bytes, "b.xlsx", findings, limits);
  EXPECT_TRUE(sheets.empty());
  expect_findings(findings, {c.expected}, c.place);
}

std::string book(const std::string& sheet_data) {
  return Workbook{.sheet_data = sheet_data}.bytes();
}

/// The parts of a sound workbook, one of them changed or, with an empty text, left out.
std::string with_part(const std::string& name, const std::string& content) {
  Parts parts =
      Workbook{.sheet_data = "<row><c t='s'><v>0</v></c></row>", .strings = "<si><t>x</t></si>"}
          .parts();
  for (auto& [part, text] : parts)
    if (part == name) text = content;
  std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
  return zip_of(parts);
}

TEST(XlsxHostile, NamesWhatIsNoWorkbook) {
  const std::string plain = book("<row><c><v>1</v></c></row>");
  const std::string ods = "application/vnd.oasis.opendocument.spreadsheet";
  const std::vector<Case> cases{
      {"empty", "", error("xlsx-not-zip", 0, 0)},
      {"csv", "id,title\n1,a\n", error("xlsx-not-zip", 0, 0)},
      {"html", "<html><table>", error("xlsx-not-zip", 0, 0)},
      {"old or encrypted", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest", error("xlsx-encrypted", 0, 0)},
      {"ods", zip_of({{"mimetype", ods}, {"content.xml", "<x/>"}}), error("xlsx-ods", 0, 0)},
      {"numbers", zip_of({{"Index/Document.iwa", "x"}}), error("xlsx-numbers", 0, 0)},
      {"xlsb", zip_of({{"xl/workbook.bin", "x"}}), error("xlsx-binary", 0, 0)},
      {"other zip", zip_of({{"a.txt", "x"}}), error("xlsx-no-workbook", 0, 0)},
      {"no sheets", with_part("xl/workbook.xml", "<workbook/>"), error("xlsx-no-workbook", 0, 0)},
  };
  for (auto c : cases) {
    c.place = "b.xlsx";
    expect_refused(c);
  }
  EXPECT_TRUE(looks_like_workbook(plain));
  EXPECT_TRUE(looks_like_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
  EXPECT_FALSE(looks_like_workbook("id,title"));
  EXPECT_FALSE(looks_like_workbook(""));
}

TEST(XlsxHostile, CannotBeCutOff) {
  const std::string whole = book("<row><c><v>1</v></c></row>");
  for (std::size_t n = 4; n < whole.size(); n += 97) {
    Diagnostics findings;
    EXPECT_TRUE(read_xlsx(whole.substr(0, n), "b", findings).empty());
    ASSERT_EQ(findings.errors(), 1u) << n;
    EXPECT_EQ(findings.all()[0].code, "xlsx-broken");
  }
}

/// Whatever bytes are damaged: findings, and no crash.
TEST(XlsxHostile, SurvivesDamage) {
  const std::string whole = Workbook{.sheet_data = "<row><c t='s' s='0'><v>0</v></c></row>",
                                     .strings = "<si><t>text</t></si>",
                                     .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>"}
                                .bytes();
  Rng rng(7);
  std::size_t refused = 0;
  for (int i = 0; i < 400; ++i) {
    std::string damaged = whole;
    for (int k = 0; k < 3; ++k)
      damaged[rng.below(damaged.size())] = static_cast<char>(rng.below(256));
    Diagnostics findings;
    const auto sheets = read_xlsx(damaged, "b", findings);
    EXPECT_TRUE(findings.errors() == 0 || sheets.empty());
    if (findings.errors() > 0) ++refused;
  }
  EXPECT_GT(refused, 200u);
}

TEST(XlsxHostile, NamesTheFaultInAPart) {
  const std::string doctype = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
  const std::string part = "xl/worksheets/sheet1.xml";
  const std::vector<Case> cases{
      {"entities",
       Workbook{.sheet_data = "<row><c><v>&b;</v></c></row>", .prologue = doctype}.bytes(),
       error("xlsx-doctype", 0, 0, "", {part})},
      {"entity without definition", book("<row><c><v>&a;</v></c></row>"),
       error("xlsx-xml", 0, 0, "", {part, "1", "undefined entity"})},
      {"not closed", with_part(part, "<worksheet>\n<row>"),
       error("xlsx-xml", 0, 0, "", {part, "2", "no element found"})},
      {"no XML", with_part(part, "PK"), error("xlsx-xml", 0, 0, "", {part, "1", "syntax error"})},
      {"not UTF-8", book("<row><c t='str'><v>\xFF</v></c></row>"),
       error("xlsx-xml", 0, 0, "", {part, "1", "not well-formed (invalid token)"})},
      {"no sheet", with_part(part, ""), error("xlsx-part-missing", 0, 0, "", {part})},
      {"no relations", with_part("xl/_rels/workbook.xml.rels", ""),
       error("xlsx-part-missing", 0, 0, "", {"S"})},
  };
  for (auto c : cases) {
    c.place = "b.xlsx";
    expect_refused(c);
  }
}

TEST(XlsxHostile, NamesTheFaultInACell) {
  const std::vector<Case> cases{
      {"no number", book("<row><c><v>1,5</v></c></row>"),
       error("xlsx-cell", 1, 1, "1,5", {"A1", "number"})},
      {"infinity", book("<row><c><v>inf</v></c></row>"),
       error("xlsx-cell", 1, 1, "inf", {"A1", "number"})},
      {"too large a number", book("<row><c><v>1e999</v></c></row>"),
       error("xlsx-cell", 1, 1, "1e999", {"A1", "number"})},
      {"no boolean", book("<row><c t='b'><v>2</v></c></row>"),
       error("xlsx-cell", 1, 1, "2", {"A1", "boolean"})},
      {"no such text", with_part("xl/sharedStrings.xml", "<sst/>"),
       error("xlsx-cell", 1, 1, "0", {"A1", "string"})},
      {"no texts", with_part("xl/sharedStrings.xml", ""),
       error("xlsx-cell", 1, 1, "0", {"A1", "string"})},
      {"negative text", book("<row><c t='s'><v>-1</v></c></row>"),
       error("xlsx-cell", 1, 1, "-1", {"A1", "string"})},
      {"unknown type", book("<row><c t='q'><v>1</v></c></row>"),
       error("xlsx-cell", 1, 1, "1", {"A1", "type"})},
      {"no place", book("<row r='1'><c r='1A'><v>1</v></c></row>"),
       error("xlsx-cell", 1, 1, "", {"1A", "reference"})},
      {"twice", book("<row r='2'><c r='B2'><v>1</v></c><c r='B2'><v>2</v></c></row>"),
       error("xlsx-cell-twice", 2, 2, "2", {"B2"})},
      {"column beyond the last", book("<row r='1'><c r='XFE1'><v>1</v></c></row>"),
       error("xlsx-out-of-sheet", 0, 0, "", {"XFE1"})},
      {"row beyond the last", book("<row r='1'><c r='A1048577'><v>1</v></c></row>"),
       error("xlsx-out-of-sheet", 0, 0, "", {"A1048577"})},
      {"row zero", book("<row r='1'><c r='A0'><v>1</v></c></row>"),
       error("xlsx-out-of-sheet", 0, 0, "", {"A0"})},
      {"number of a row too large", book("<row r='99999999999'><c><v>1</v></c></row>"),
       error("xlsx-out-of-sheet", 0, 0, "", {""})},
      {"merge of nothing",
       Workbook{.sheet_data = "", .after = "<mergeCells><mergeCell ref='B2:A1'/></mergeCells>"}
           .bytes(),
       error("xlsx-cell", 0, 0, "", {"B2:A1", "reference"})},
  };
  for (const auto& c : cases) expect_refused(c);
}

TEST(XlsxHostile, TooLargeIsNoticedBeforeItIsUnpacked) {
  Case bomb{
      "bomb",
      book("<row><c t='inlineStr'><is><t>" + std::string(8'000'000, 'a') + "</t></is></c></row>"),
      error("xlsx-expands", 0, 0, "", {"xl/worksheets/sheet1.xml", "500"}), "b.xlsx"};
  EXPECT_LT(bomb.bytes.size(), 20'000u);
  expect_refused(bomb);
  bomb.expected = error("xlsx-too-large", 0, 0, "", {"xl/worksheets/sheet1.xml", "1000"});
  expect_refused(bomb, {.part_bytes = 1'000});
  bomb.expected = error("xlsx-too-large", 0, 0, "", {"xl/worksheets/sheet1.xml", "3000"});
  expect_refused(bomb, {.total_bytes = 3'000});
  bomb.expected = error("field-too-long", 1, 1, "", {"1048576"});
  bomb.place = "b.xlsx[S]";
  expect_refused(bomb, {.expansion = 5'000});
}

/// The directory says that the sheet holds ten bytes.
TEST(XlsxHostile, DeclaredSizesAreNotTrusted) {
  std::string bytes =
      book("<row><c t='inlineStr'><is><t>" + std::string(3'000'000, 'a') + "</t></is></c></row>");
  const auto name = bytes.rfind("xl/worksheets/sheet1.xml");
  constexpr std::size_t entry_size = 46, uncompressed_size = 24;  // of the central directory
  const std::size_t field = name - entry_size + uncompressed_size;
  ASSERT_EQ(bytes.substr(name - entry_size, 4), "PK\x01\x02");
  bytes.replace(field, 4, std::string("\x0A\0\0\0", 4));
  Diagnostics findings;
  EXPECT_TRUE(read_xlsx(bytes, "b", findings).empty());
  ASSERT_EQ(findings.errors(), 1u);
  const auto& code = findings.all()[0].code;
  EXPECT_TRUE(code == "xlsx-expands" || code == "xlsx-broken") << code;
}

TEST(XlsxHostile, ATagOfManyMegabytesIsRefused) {
  const std::string comment = "<!--" + std::string(9'000'000, 'x');
  expect_refused(
      {"tag", Workbook{.sheet_data = "", .prologue = comment}.bytes(),
       error("xlsx-xml", 0, 0, "", {"xl/worksheets/sheet1.xml", "1", "a tag is too long"}),
       "b.xlsx"},
      {.expansion = 5'000});
}

TEST(XlsxHostile, AStrayCellDoesNotMakeAGridOfBillions) {
  const std::string far = book(
      "<row r='1'><c r='A1'><v>1</v></c></row>"
      "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
  expect_refused({"far", far,
                  error("xlsx-too-many-cells", 0, 0, "", {"S", "A1:XFD1048576", "10000000"}),
                  "b.xlsx"});
  const std::string six = book(
      "<row><c><v>1</v></c><c><v>1</v></c></row><row/>"
      "<row><c><v>1</v></c></row>");
  expect_refused(
      {"six", six, error("xlsx-too-many-cells", 0, 0, "", {"S", "A1:B3", "5"}), "b.xlsx"},
      {.cells = 5});
  Diagnostics findings;
  EXPECT_EQ(read_xlsx(six, "b", findings, {.cells = 6}).size(), 1u);
}

TEST(XlsxHostile, EmptyCellsWithAFormatCostNothing) {
  std::string rows = "<row r='1'><c r='A1'><v>1</v></c></row>";
  for (int i = 2; i < 30'000; ++i) {
    const auto row = std::to_string(i);
    rows += "<row r='" + row + "'><c r='A" + row + "' s='1'/><c r='XFD" + row + "' s='1'/></row>";
  }
  Diagnostics findings;
  const auto sheets = read_xlsx(book(rows), "b", findings);
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].cells.size(), 1u);
}

TEST(XlsxHostile, OverlappingMergesEndInAnErrorNotInTime) {
  std::string rows, merges = "<mergeCells>";
  for (int i = 1; i <= 1'000; ++i) rows += "<row><c><v>1</v></c></row>";
  for (int i = 0; i < 20'000; ++i) merges += "<mergeCell ref='A2:A1000'/>";
  Diagnostics findings;
  const auto sheets = read_xlsx(
      Workbook{.sheet_data = rows, .after = merges + "</mergeCells>"}.bytes(), "b", findings);
  ASSERT_EQ(sheets.size(), 1u);
  static_cast<void>(sheet_table(sheets[0], 1, "t", "n", findings));
  ASSERT_EQ(findings.errors(), 1u);
  EXPECT_EQ(findings.all().back().code, "xlsx-merges-overlap");
}

TEST(XlsxHostile, ManyRunsOfHiddenColumnsAreOnePass) {
  std::string runs = "<cols>";
  for (int i = 0; i < 50'000; ++i) runs += "<col min='2' max='16384' hidden='1'/>";
  Diagnostics findings;
  const auto sheets =
      read_xlsx(Workbook{.sheet_data = "<row><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>",
                         .before = runs + "</cols>"}
                    .bytes(),
                "b", findings);
  ASSERT_EQ(sheets.size(), 1u);
  expect_findings(sheets[0].findings, {warning("xlsx-hidden-columns", 0, 0, "", {"1", "XFD"})}, "");
}

TEST(XlsxHostile, ManySheetsOfOnePartAreCounted) {
  Workbook book{.sheet_data = "<row><c><v>1</v></c><c><v>2</v></c></row>"};
  Parts parts = book.parts();
  std::string sheets;
  for (int i = 0; i < 30; ++i) sheets += "<sheet name=\"S\" sheetId=\"1\" r:id=\"a\"/>";
  auto& workbook = parts[1].second;
  workbook.insert(workbook.find("</sheets>"), sheets);
  Diagnostics all;
  EXPECT_EQ(read_xlsx(zip_of(parts), "b", all).size(), 31u);
  expect_refused(
      {"sheets", zip_of(parts), error("xlsx-too-many-sheets", 0, 0, "", {"10"}), "b.xlsx"},
      {.sheets = 10});
  expect_refused({"cells", zip_of(parts),
                  error("xlsx-too-many-cells", 0, 0, "", {"S", "A1:B1", "20"}), "b.xlsx"},
                 {.cells = 20});
}

TEST(XlsxHostile, FindingsOfOneKindAreCounted) {
  std::string row = "<row>";
  for (int i = 0; i < 50; ++i) row += "<c t='q'><v>1</v></c>";
  Diagnostics findings;
  EXPECT_TRUE(read_xlsx(book(row + "</row>"), "b", findings, {.findings = 3}).empty());
  ASSERT_EQ(findings.errors(), 4u);
  EXPECT_EQ(findings.all().back().code, "more-of-the-same");
}

}  // namespace
}  // namespace coopnet::io
