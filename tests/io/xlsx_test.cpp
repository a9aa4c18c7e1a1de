#include "coopnet/io/xlsx.hpp"

#include <gtest/gtest.h>

#include "coopnet/io/csv.hpp"
#include "coopnet/io/file.hpp"
#include "io/io_testing.hpp"
#include "support/workbook.hpp"

namespace coopnet::io {
namespace {

using testing::Workbook;

std::vector<Sheet> read(const std::string& bytes, Diagnostics& findings,
                        const XlsxLimits& limits = {}) {
  return read_xlsx(bytes, "b.xlsx", findings, limits);
}

Grid grid_of(const Sheet& sheet) {
  Grid out;
  for (std::size_t row = 0; row < sheet.rows(); ++row) {
    out.emplace_back();
    for (std::size_t c = 0; c < sheet.columns; ++c)
      out.back().emplace_back(sheet.cell(row, c).text);
  }
  return out;
}

/// The one sheet of a workbook that has no faults.
Sheet sheet_of(const Workbook& book) {
  Diagnostics findings;
  auto sheets = read(book.bytes(), findings);
  expect_findings(findings, {}, "");
  EXPECT_EQ(sheets.size(), 1u);
  return sheets.empty() ? Sheet{} : std::move(sheets.front());
}

Grid grid_of(const Workbook& book) { return grid_of(sheet_of(book)); }

Grid table_of(const Sheet& sheet, std::size_t header, Diagnostics& findings) {
  return grid(sheet_table(sheet, header, "t", "pledges", findings));
}

TEST(Xlsx, ReadsWhatAnotherProgramWrote) {
  const auto bytes = read_file(COOPNET_TEST_DATA "/xlsx/register.xlsx");
  EXPECT_TRUE(looks_like_workbook(bytes));
  Diagnostics findings;
  const auto sheets = read(bytes, findings);
  ASSERT_EQ(sheets.size(), 3u);
  expect_findings(findings, {warning("xlsx-no-cells", 0, 0, "Chart")}, "b.xlsx");
  const Grid expected{{"Register of pledges, as of May 2024", "", "", "", "", ""},
                      {"", "", "", "", "", ""},
                      {"ID", "Title", "Actors", "Year", "Amount", "Public"},
                      {"004", "Côte d’Ivoire: papiers", "CIV", "2024-05-31", "100000", "yes"},
                      {"005", "التعليم للجميع", "MAR;FRA", "2023-01-02T14:30", "0.3", "no"},
                      {"006", "", "TUN", "2022-02", "-2.5", ""},
                      {"007", "two\nlines", "KEN", "09:05", "1e-09", "yes"}};
  EXPECT_EQ(grid_of(sheets[0]), expected);
  EXPECT_EQ(sheets[0].cell(4, 2).line, 5u);
  EXPECT_EQ(sheets[0].cell(4, 2).column, 3u);
  EXPECT_EQ(guess_header_row(sheets[0]), 3u);
  expect_findings(sheets[0].findings,
                  {warning("xlsx-formula-without-value", 6, 2, "", {"B6"}),
                   warning("xlsx-error-cell", 6, 6, "#N/A", {"F6"}),
                   warning("xlsx-hidden-rows", 5, 0, "", {"1", "5"}),
                   warning("xlsx-hidden-columns", 0, 0, "", {"1", "E"})},
                  "");
  EXPECT_EQ(sheets[1].name, "Forums & more");
  EXPECT_TRUE(sheets[1].hidden);
  EXPECT_EQ(sheets[2].rows(), 0u);
  EXPECT_EQ(guess_header_row(sheets[2]), 0u);
}

TEST(Xlsx, MakesATableOfASheet) {
  Diagnostics ignored, findings;
  const auto sheets = read(read_file(COOPNET_TEST_DATA "/xlsx/register.xlsx"), ignored);
  ASSERT_EQ(sheets.size(), 3u);
  EXPECT_EQ(sheet_file("b.xlsx", sheets[1]), "b.xlsx[Forums & more]");
  const Grid forums{{"forum", "member"},
                    {"Rabat Process", "MAR"},
                    {"Rabat Process", "FRA"},
                    {"Rabat Process", "ESP"}};
  EXPECT_EQ(table_of(sheets[1], 1, findings), forums);
  expect_findings(findings,
                  {warning("xlsx-hidden-sheet", 0, 0, "Forums & more"),
                   warning("xlsx-merged", 2, 1, "", {"A2:A4"})},
                  "t");
  // The merged title above the header is no one's value.
  const auto pledges = sheet_table(sheets[0], 3, "t", "pledges", ignored);
  EXPECT_EQ(pledges.rows(), 4u);
  EXPECT_EQ(pledges.header[0].text, "id");
  EXPECT_EQ(pledges.cell(0, 0).line, 4u);
}

TEST(Xlsx, KnowsDatesThatCountFrom1904) {
  Diagnostics findings;
  const auto sheets = read(read_file(COOPNET_TEST_DATA "/xlsx/dates-1904.xlsx"), findings);
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(grid_of(sheets[0]), (Grid{{"date"}, {"2024-02-29"}, {"1904-01-02"}}));
}

TEST(Xlsx, ReadsEveryKindOfText) {
  const Workbook book{
      .sheet_data =
          "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
          "<c r='C1' t='inlineStr'><is><t> in </t><rPh><t>no</t></rPh></is></c>"
          "<c r='D1' t='inlineStr'><is><r><t>a </t></r><r><t xml:space='preserve'>b</t>"
          "</r></is></c><c r='E1' t='str'><f>A1</f><v>result</v></c>"
          "<c r='F1' t='str'><f>A1</f><v></v></c><c r='G1' t='s'><v>2</v></c></row>",
      .strings =
          "<si><r><rPr><b/></rPr><t>Rich</t></r><r><t xml:space='preserve'> text</t></r>"
          "<rPh sb='0' eb='1'><t>hint</t></rPh></si>"
          "<si><t>&lt;b&gt; &amp; &#233;</t></si>"
          "<si><t>a_x000D_\nb_x005F_x0041_ _x0000__xD83D_</t></si>"};
  EXPECT_EQ(
      grid_of(book),
      (Grid{{"Rich text", "<b> & é", "in", "a b", "result", "", "a\r\nb_x0041_ _x0000__xD83D_"}}));
}

TEST(Xlsx, ShowsNumbersAsASheetDoes) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"1E+05", "100000"},
      {"0.30000000000000004", "0.3"},
      {"4.0", "4"},
      {"-0", "0"},
      {"1234567890123", "1234567890123"},
      {"9007199254740992", "9007199254740992"},
      {"3.1415926535897931", "3.14159265358979"},
      {"1E-05", "0.00001"},
      {"1E+20", "100000000000000000000"},
      {"1.5E+300", "1.5e+300"},
      {" 7 ", "7"}};
  for (const auto& [written, shown] : cases) {
    const Workbook book{.sheet_data = "<row><c><v>" + written + "</v></c></row>"};
    EXPECT_EQ(grid_of(book), (Grid{{shown}})) << written;
  }
}

struct Format {
  const char* code;
  const char* number;
  const char* shown;
};

TEST(Xlsx, KnowsDatesByTheFormat) {
  const std::vector<Format> cases{
      {"General", "45443", "45443"},
      {"yyyy-mm-dd", "45443", "2024-05-31"},
      {"dd/mm/yyyy;@", "45443", "2024-05-31"},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "45443", "2024-05-31"},
      {"[Red]0.00;\"days\"", "45443", "45443"},
      {"#,##0\\ \"days\"", "12", "12"},
      {"0.00E+00", "12", "12"},
      {"0%", "0.5", "0.5"},
      {"mmm yyyy", "45413", "2024-05"},
      {"mmm yyyy", "45443", "2024-05-31"},
      {"yyyy", "45292", "2024"},
      {"yyyy", "45443", "2024-05-31"},
      {"yyyy-mm-dd hh:mm", "45443.604166666664", "2024-05-31T14:30"},
      {"yyyy-mm-dd hh:mm:ss", "45443.999999999", "2024-06-01"},
      {"yyyy-mm-dd hh:mm:ss", "45443.00001157407", "2024-05-31T00:00:01"},
      {"h:mm AM/PM", "0.604166666666667", "14:30"},
      {"h:mm", "45443.5", "2024-05-31T12:00"},
      {"[h]:mm", "1.5", "36:00"},
      {"[mm]:ss", "0.5", "12:00"},
      {"yyyy-mm-dd", "1", "1900-01-01"},
      {"yyyy-mm-dd", "59", "1900-02-28"},
      {"yyyy-mm-dd", "61", "1900-03-01"},
      {"yyyy-mm-dd", "2958465", "9999-12-31"},
      {"000", "4", "004"},
      {"000", "12345", "12345"},
      {"0", "4", "4"},
      {"000", "4.5", "4.5"},
  };
  for (const auto& c : cases) {
    std::string code;
    for (const char* p = c.code; *p != 0; ++p) code += *p == '"' ? "&quot;" : std::string(1, *p);
    const Workbook book{
        .sheet_data = std::string("<row><c s='1'><v>") + c.number + "</v></c></row>",
        .styles = "<numFmts><numFmt numFmtId='164' formatCode=\"" + code +
                  "\"/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                  "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs>"};
    EXPECT_EQ(grid_of(book), (Grid{{c.shown}})) << c.code << ' ' << c.number;
  }
}

TEST(Xlsx, KnowsTheFormatsThatNeedNoDefinition) {
  const std::vector<std::pair<int, std::string>> cases{
      {0, "45413.5"},           {1, "45413.5"},           {13, "45413.5"}, {14, "2024-05-01T12:00"},
      {17, "2024-05-01T12:00"}, {22, "2024-05-01T12:00"}, {23, "45413.5"}, {44, "45413.5"},
      {46, "1089924:00"},       {49, "45413.5"}};
  for (const auto& [id, shown] : cases) {
    const Workbook book{.sheet_data = "<row><c s='0'><v>45413.5</v></c></row>",
                        .styles = "<cellXfs><xf numFmtId='" + std::to_string(id) + "'/></cellXfs>"};
    EXPECT_EQ(grid_of(book), (Grid{{shown}})) << id;
  }
}

TEST(Xlsx, TellsDatesThatAreNone) {
  for (const char* number : {"60", "0", "-3", "2958466", "1E+300"}) {
    const Workbook book{.sheet_data = std::string("<row><c s='0'><v>") + number + "</v></c></row>",
                        .styles = "<cellXfs><xf numFmtId='14'/></cellXfs>"};
    const auto sheet = sheet_of(book);
    ASSERT_EQ(sheet.findings.all().size(), 1u) << number;
    EXPECT_EQ(sheet.findings.all()[0].code, "xlsx-no-such-date");
  }
  EXPECT_EQ(grid_of(Workbook{.sheet_data = "<row><c t='d'><v>2024-05-31T00:00:00</v></c>"
                                           "<c t='d'><v>2024-05-31T10:00:00</v></c></row>"}),
            (Grid{{"2024-05-31", "2024-05-31T10:00:00"}}));
}

TEST(Xlsx, PlacesCellsByOrderWhereTheyHaveNoPlace) {
  const Workbook book{.sheet_data =
                          "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                          "<row r='3'><c><v>4</v></c></row><row><c t='b'><v>0</v></c></row>"};
  EXPECT_EQ(grid_of(book), (Grid{{"1", "", "", "2", "3"},
                                 {"", "", "", "", ""},
                                 {"4", "", "", "", ""},
                                 {"no", "", "", "", ""}}));
}

TEST(Xlsx, PutsCellsInOrder) {
  const Workbook book{.sheet_data =
                          "<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row>"
                          "<row r='1'><c r='A1'><v>1</v></c></row>"};
  EXPECT_EQ(grid_of(book), (Grid{{"1", ""}, {"3", "4"}}));
}

TEST(Xlsx, ReadsStrictNamespacesAbsoluteTargetsAndOtherCase) {
  Workbook book{.sheet_data = "<row><c t='s'><v>0</v></c></row>",
                .strings = "<si><t>x</t></si>",
                .target = "/xl/../xl/./worksheets/sheet1.xml",
                .strict = true};
  EXPECT_EQ(grid_of(book), (Grid{{"x"}}));
  book.strict = false;
  book.target = "/XL/Worksheets/Sheet1.xml";
  EXPECT_EQ(grid_of(book), (Grid{{"x"}}));
}

TEST(Xlsx, LeavesElementsOfOtherNamespacesAlone) {
  const Workbook book{.sheet_data =
                          "<row><c><v>1</v></c><x:c xmlns:x='urn:x'><x:v>2</x:v></x:c>"
                          "</row>"};
  EXPECT_EQ(grid_of(book), (Grid{{"1"}}));
}

TEST(Xlsx, HeaderIsTheFirstRowThatFillsMostOfWhatIsBelow) {
  const auto row_of = [](const Grid& rows) {
    const auto table = io::table_of("t", rows);
    std::vector<RawCell> cells = table.header;
    cells.insert(cells.end(), table.cells.begin(), table.cells.end());
    return guess_header_row(cells, rows[0].size());
  };
  EXPECT_EQ(row_of({{"id", "title"}, {"1", "a"}}), 1u);
  EXPECT_EQ(row_of({{"Title", "", "", ""},
                    {"as of", "2024", "", ""},
                    {"a", "b", "c", ""},
                    {"1", "", "3", ""},
                    {"1", "2", "3", "4"}}),
            3u);
  EXPECT_EQ(row_of({{"", ""}, {"name", ""}, {"x", ""}}), 2u);
  EXPECT_EQ(row_of({{"", ""}}), 0u);
}

TEST(Xlsx, NamesColumnsAsCsvDoes) {
  const Workbook book{
      .sheet_data =
          "<row r='2'><c r='B2' t='str'><v> Title </v></c><c r='D2' t='str'><v>TITLE</v>"
          "</c></row><row r='4'><c r='B4'><v>1</v></c><c r='C4'><v>2</v></c></row>"};
  Diagnostics findings;
  EXPECT_EQ(table_of(sheet_of(book), 2, findings),
            (Grid{{"title", "column-3", "title"}, {"1", "2", ""}}));
  expect_findings(findings,
                  {warning("csv-header-empty", 2, 3, "", {"column-3", "kept"}),
                   error("csv-header-twice", 2, 4, "title", {"1"})},
                  "t");
  for (const std::size_t no_header : {0u, 1u, 9u}) {
    Diagnostics empty;
    EXPECT_EQ(sheet_table(sheet_of(book), no_header, "t", "n", empty).columns(), 0u);
    expect_findings(empty, {error("csv-empty", 0, 0)}, "t");
  }
}

TEST(Xlsx, SpreadsMergedCellsDownButNotAcross) {
  const Workbook book{
      .sheet_data =
          "<row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' t='str'><v>b</v></c></row>"
          "<row r='2'><c r='A2'><v>7</v></c></row><row r='3'><c r='B3'><v>8</v></c></row>"
          "<row r='4'><c r='B4'><v>9</v></c></row>",
      .after =
          "<mergeCells><mergeCell ref='A2:B2'/><mergeCell ref='A3:A99'/>"
          "<mergeCell ref='B3:B4'/><mergeCell ref='C90:D95'/></mergeCells>"};
  Diagnostics findings;
  EXPECT_EQ(table_of(sheet_of(book), 1, findings),
            (Grid{{"a", "b"}, {"7", ""}, {"", "8"}, {"", "8"}}));
  expect_findings(
      findings,
      {warning("xlsx-merged", 2, 1, "", {"A2:B2"}), warning("xlsx-merged", 3, 2, "", {"B3:B4"})},
      "t");
}

TEST(Xlsx, NamesCells) {
  EXPECT_EQ(cell_reference(1, 1), "A1");
  EXPECT_EQ(cell_reference(7, 26), "Z7");
  EXPECT_EQ(cell_reference(7, 27), "AA7");
  EXPECT_EQ(cell_reference(2, 702), "ZZ2");
  EXPECT_EQ(cell_reference(2, 703), "AAA2");
  EXPECT_EQ(cell_reference(1048576, 16384), "XFD1048576");
}

}  // namespace
}  // namespace coopnet::io
