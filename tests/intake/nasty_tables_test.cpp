#include <gtest/gtest.h>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/import.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/model/builder.hpp"
#include "support/run_tool.hpp"

/// Spreadsheets as they come: what a user would expect of each, written by hand.
namespace coopnet::intake {
namespace {

struct Gcm {
  RawDataset raw;
  Dataset data;
};
const Gcm& gcm() {
  static const Gcm all = [] {
    Diagnostics ignored;
    Gcm out;
    out.raw = io::read_raw_dataset(std::string(COOPNET_DATASETS) + "/gcm", table_names(), ignored);
    out.data = build_dataset(out.raw, ignored);
    return out;
  }();
  return all;
}

struct Result {
  Imported imported;
  io::LoadedDataset loaded;
  std::string codes;  ///< of the import's findings, in their order, once each
};

struct Case {
  const char* what;
  const char* file;
  std::string bytes;
  std::string shown;       ///< columns of the table `of`, separated by blanks
  std::string expected;    ///< rows, cells divided by "|"
  std::string codes = "";  ///< findings
  const char* of = "pledges";
  SourceOptions source = {};
  ImportOptions how = {};
};

Result import_file(const std::string& path, const SourceOptions& source, const ImportOptions& how) {
  Diagnostics findings;
  const auto sources = read_source(path, source, findings);
  auto names = name_index(gcm().data);
  const std::string names_file = std::string(COOPNET_DATASETS) + "/names.csv";
  Diagnostics ignored;
  add_names(names, io::read_csv(io::read_file(names_file), "names.csv", "names", {}, ignored),
            ignored, &gcm().data);
  const Framework framework{&gcm().raw, gcm().data};
  Result out;
  if (findings.errors() == 0)
    out.imported = import_tables(sources, framework, names, how, findings);
  out.loaded = io::finish_dataset(out.imported.dataset, findings);
  for (const auto& d : out.loaded.findings.all()) {
    const bool by_design = d.code == "unknown-column";  // columns kept beside
    if (!by_design && out.codes.find(d.code) == std::string::npos)
      out.codes += (out.codes.empty() ? "" : " ") + d.code;
  }
  return out;
}

std::string rows_of(const Dataset& data, const std::string& table, const std::string& columns) {
  const auto raw = to_raw(data);
  const RawTable* found = raw.find(table);
  if (found == nullptr) return {};
  std::string out;
  for (std::size_t r = 0; r < found->rows(); ++r) {
    if (r > 0) out += '\n';
    bool first = true;
    for (const auto column : text::split_list(columns, ' ')) {
      if (!first) out += '|';
      first = false;
      for (std::size_t c = 0; c < found->columns(); ++c)
        if (found->header[c].text == column) out += found->cell(r, c).text;
    }
  }
  return out;
}

ImportOptions with_map(const char* map) {
  ImportOptions how;
  how.map = *parse_inline_map(map);
  return how;
}
ImportOptions with_dates(DateOrder order) {
  ImportOptions how;
  how.dates = order;
  return how;
}
ImportOptions leaving_out() {
  ImportOptions how;
  how.leave_out_incomplete = true;
  return how;
}
SourceOptions encoded(const char* name) {
  SourceOptions source;
  source.encoding = name;
  return source;
}

std::string utf16le(std::string_view ascii, bool mark) {
  std::string out = mark ? "\xFF\xFE" : "";
  for (const char c : ascii) {
    out += c;
    out += '\0';
  }
  return out;
}

const std::string plain = "title,actors,objectives\nClinic,Kenya,15\n";
const std::string plain_row = "Clinic|KEN|15";
constexpr const char* usual = "title actors objectives";

std::vector<Case> cases() {
  return {
      {"plain", "a.csv", plain, usual, plain_row},
      {"byte order mark, CRLF, semicolons, quotes everywhere", "a.csv",
       "\xEF\xBB\xBF\"title\";\"actors\";\"objectives\"\r\n\"Clinic\";\"Kenya\";\"15\"\r\n", usual,
       plain_row},
      {"line ends of old Macs", "a.csv", "title,actors,objectives\rClinic,Kenya,15\r", usual,
       plain_row, "csv-lone-cr"},
      {"tabs in a .csv", "a.csv", "title\tactors\tobjectives\nClinic\tKenya\t15\n", usual,
       plain_row},
      {"Latin-1", "a.csv", "title,actors,objectives\nCaf\xE9,C\xF4te d'Ivoire,15\n", usual,
       "Café|CIV|15", "", "pledges", encoded("latin1")},
      {"Latin-1 not named", "a.csv", "title,actors,objectives\nCaf\xE9,Kenya,15\n", usual, "",
       "not-utf8"},
      {"Windows quotation marks and dashes", "a.csv",
       "title,actors,objectives\n\x93Health\x94 \x96 all,C\xF4te d\x92Ivoire,15\n", usual,
       "“Health” – all|CIV|15", "", "pledges", encoded("windows-1252")},
      {"Mac Roman", "a.csv", "title,actors,objectives\nCaf\x8E,C\x99te d\xD5Ivoire,15\n", usual,
       "Café|CIV|15", "", "pledges", encoded("macintosh")},
      {"UTF-16 with its mark, as a spreadsheet's \"Unicode text\"", "a.txt",
       utf16le("title\tactors\tobjectives\r\nClinic\tKenya\t15\r\n", true), usual, plain_row},
      {"UTF-16 without a mark", "a.csv", utf16le(plain, false), usual, plain_row, "", "pledges",
       encoded("utf-16le")},
      {"an encoding nobody knows", "a.csv", plain, usual, "", "unknown-encoding", "pledges",
       encoded("klingon")},
      {"lines of a title above the table", "a.csv",
       "Register of pledges,,\nas of May 2024,,\n,,\ntitle,actors,objectives\nClinic,Kenya,15\n",
       usual, plain_row},
      {"blanks and capitals in the header", "a.csv",
       " Pledge Name , SUBMITTING ENTITY(IES),GCM Objectives \nClinic,Kenya,15\n", usual,
       plain_row},
      {"French", "a.csv",
       "Nom de l'engagement;Pays;Objectifs;Statut\nClinique;Côte d’Ivoire;Objectif 15;En cours\n",
       "title actors objectives status", "Clinique|CIV|15|in_progress"},
      {"Spanish", "a.csv",
       "Nombre de la promesa;País;Objetivos;Estado\nClínica;México;Objetivo 15;Cumplido\n",
       "title actors objectives", "Clínica|MEX|15"},
      {"Arabic names", "a.csv", "title,actors,objectives\nClinic,المغرب;تركيا,الهدف 15\n", usual,
       "Clinic|MAR;TUR|15"},
      {"lists over several lines of a cell", "a.csv",
       "title,actors,objectives\nClinic,\"Kenya\nMali\",\"15\n16\"\n", usual,
       "Clinic|KEN;MLI|15;16"},
      {"objectives with their long titles", "a.csv",
       "title,actors,objectives\nClinic,Kenya,\"Objective 5: Enhance availability, and flexibility "
       "of pathways, Objective 15: Provide access\"\n",
       usual, "Clinic|KEN|5;15"},
      {"one column an objective, with ticks", "a.csv",
       "title,actors,Objective 5,Objective 15\nClinic,Kenya,,x\nVisa,Mali,X,0\n", usual,
       "Clinic|KEN|15\nVisa|MLI|5"},
      {"one line an objective", "a.csv",
       "id,title,actors,objectives\n7,Clinic,Kenya,15\n7,Clinic,Kenya,16\n7,,,8\n",
       "id title actors objectives", "7|Clinic|KEN|8;15;16"},
      {"one id for two pledges", "a.csv", "id,title,actors\n7,Clinic,Kenya\n7,Visa,Mali\n",
       "id title actors", "7|Clinic|KEN\n7-2|Visa|MLI", "import-id-again"},
      {"leading zeros", "a.csv", "id,title,actors\n007,Clinic,Kenya\n", "id title", "007|Clinic"},
      {"no ids", "a.csv", "title,actors\nVisa,Mali\nClinic,Kenya\nClinic,Kenya\n", "id title",
       "ken-clinic|Clinic\nken-clinic-2|Clinic\nmli-visa|Visa", "looks-like-one-pledge"},
      {"two columns of one name", "a.csv", "title,actors,notes,notes\nClinic,Kenya,a,b\n", usual,
       "", "csv-header-twice"},
      {"a column without a name", "a.csv", "title,actors,,objectives\nClinic,Kenya,extra,15\n",
       "title actors objectives column_3", "Clinic|KEN|15|extra", "csv-header-empty"},
      {"an ambiguous name", "a.csv", "title,actors\nClinic,Congo\n", usual, "",
       "import-name-ambiguous"},
      {"names between commas and \"and\"", "a.csv",
       "title,actors\nClinic,\"Kenya, Mali and Bosnia and Herzegovina\"\n", "title actors",
       "Clinic|BIH;KEN;MLI", "import-name-split"},
      {"a country behind a city", "a.csv", "title,actors\nClinic,\"Municipality of Lima, Peru\"\n",
       "title actors", "Clinic|municipality-of-lima-peru", "import-name-doubtful import-name-new"},
      {"notes behind a name", "a.csv", "title,actors\nClinic,Kenya (lead); Kosovo*\n",
       "title actors", "Clinic|KEN;XKX", "import-name-note"},
      {"contacts", "a.csv",
       "title,actors,Focal point,reach us,summary\nClinic,Kenya,A. Person,a@b.org,Ask a.b@c.org.\n",
       "title summary focal_point reach_us", "Clinic|Ask […]||"},
      {"a status in words of its own", "a.csv", "title,actors,status\nClinic,Kenya,halfway\n",
       "title status status_as_written", "Clinic||halfway", "import-not-understood"},
      {"a date that can be two", "a.csv", "title,actors,year\nClinic,Kenya,03/04/2024\n",
       "title year year_as_written", "Clinic||03/04/2024", "import-date-order"},
      {"the same with its order",
       "a.csv",
       "title,actors,year\nClinic,Kenya,03/04/2024\n",
       "title year",
       "Clinic|2024-04-03",
       "",
       "pledges",
       {},
       with_dates(DateOrder::day_first)},
      {"an objective that there is not", "a.csv", "title,actors,objectives\nClinic,Kenya,15;24\n",
       "objectives objectives_as_written", "15|24", "import-not-understood"},
      {"a range of objectives", "a.csv", "title,actors,objectives\nClinic,Kenya,3-7\n",
       "objectives objectives_as_written", "|3-7", "import-not-understood import-range"},
      {"a formula is a text", "a.csv", "title,actors\n=HYPERLINK(1),Kenya\n", "title actors",
       "=HYPERLINK(1)|KEN"},
      {"web entities", "a.csv", "title,actors\nCaf&eacute; &amp; bar,C&ocirc;te d&#039;Ivoire\n",
       "title actors", "Café & bar|CIV"},
      {"accents garbled on the way", "a.csv", "title,actors\nCafÃ©,Kenya\n", "title actors",
       "CafÃ©|KEN", "import-text-encoding"},
      {"a line of totals", "a.csv", "title,actors\nClinic,Kenya\nTotal: 1,\n", "title", "Clinic",
       "import-row-without"},
      {"the same, left out",
       "a.csv",
       "title,actors\nClinic,Kenya\nTotal: 1,\n",
       "title",
       "Clinic",
       "import-row-left-out",
       "pledges",
       {},
       leaving_out()},
      {"more cells than columns", "a.csv", "title,actors\nClinic,Kenya,stray\n", "title", "",
       "csv-too-many-cells"},
      {"a quote that does not end", "a.csv", "title,actors\n\"Clinic,Kenya\n", "title", "",
       "csv-open-quote"},
      {"nothing at all", "a.csv", "", "title", "", "csv-empty"},
      {"columns named by a map, and one left out",
       "a.csv",
       "What,By whom,Secret\nClinic,Kenya,x\n",
       "title actors secret",
       "Clinic|KEN|",
       "",
       "pledges",
       {},
       with_map("title=What,actors=By whom,leave_out=Secret")},
      {"a map with a column that is not there",
       "a.csv",
       plain,
       "title",
       "Clinic",
       "import-no-such-column",
       "pledges",
       {},
       with_map("title=Titel")},
      {"a map with a field that there is not",
       "a.csv",
       plain,
       "actors",
       "KEN",
       "import-no-such-field",
       "pledges",
       {},
       with_map("headline=title")},
      {"lead and partners",
       "a.csv",
       "title,Country,Partners\nClinic,Kenya,Mali;Peru\n",
       "title actors",
       "Clinic|KEN;MLI;PER",
       "",
       "pledges",
       {},
       with_map("partners=Partners")},
      {"JSON of a web service",
       "a.json",
       R"({"meta":{"count":1},"data":[{"title":"Clinic","actors":[{"name":"Kenya"},{"name":"Mali"}],
        "objectives":[15,16]}]})",
       usual,
       "Clinic|KEN;MLI|15;16",
       "",
       "pledges",
       {},
       with_map("actors=actors.name")},
      {"JSON lines", "a.jsonl", "{\"title\":\"Clinic\",\"actors\":\"Kenya\",\"objectives\":15}\n\n",
       usual, plain_row},
      {"JSON that breaks off", "a.json", "[{\"title\":", usual, "", "json-syntax"},
      {"lines of comment inside the table",
       "a.tab",
       "#codes\tplace\tname\n# a remark\nAD\t+4230+00131\tEurope/Andorra\n#\n"
       "AE,OM\t+2518+05518\tAsia/Dubai\n",
       "title actors place",
       "Europe/Andorra|AND|+4230+00131\nAsia/Dubai|ARE;OMN|+2518+05518",
       "import-comment-line csv-too-few-cells import-name-split",
       "pledges",
       {},
       with_map("actors=#codes,title=name")},
      {"addresses without their @ sign", "a.csv",
       "title,actors,Maintainer\nMirror,Kenya,staff # place.org\n", "title actors maintainer",
       "Mirror|KEN|"},
      {"no column for who", "a.csv", "title,colour\nClinic,red\nVisa,blue\nDesk,green\n", "title",
       "", "import-no-column-for"},
      {"a list of forums with their members", "forums.csv",
       "name,members,observers\nLakes Forum,Kenya;Mali,Peru\n", "forum actor role",
       "lakes-forum|KEN|member\nlakes-forum|MLI|member\nlakes-forum|PER|observer", "",
       "memberships"},
      {"a list of who exchanged with whom", "exchanges.csv", "from,to,year\nKenya,Mali,2023\n",
       "agreement actor role", "ken-2023|KEN|shared\nken-2023|MLI|learned", "", "parties"},
  };
}

class NastyTables : public testing::TestWithParam<std::size_t> {};

TEST_P(NastyTables, ComeOutAsExpected) {
  const support::TemporaryFolder folder;
  const auto all = cases();
  const Case& c = all[GetParam()];
  const auto result = import_file(folder.write(c.file, c.bytes), c.source, c.how);
  EXPECT_EQ(rows_of(result.loaded.data, c.of, c.shown), c.expected) << c.what;
  EXPECT_EQ(result.codes, c.codes) << c.what;
}
INSTANTIATE_TEST_SUITE_P(All, NastyTables, testing::Range<std::size_t>(0, cases().size()));

/// No part of a contact comes out, in whatever column it stood.
TEST(Import, ContactsNeverComeOut) {
  const support::TemporaryFolder folder;
  const auto path =
      folder.write("a.csv",
                   "title,actors,Correo,Tel.,Notes\nClinic,Kenya,x@y.org,+41 22 717 91 11,write to "
                   "jane.doe@example.org please\nVisa,Mali,z@y.org,,\n");
  const auto result = import_file(path, {}, {});
  const auto raw = to_raw(result.loaded.data);
  for (const auto& table : raw.tables)
    for (const auto& cell : table.cells)
      for (const char* part : {"@", "717", "jane"})
        EXPECT_EQ(cell.text.find(part), std::string::npos) << cell.text;
  EXPECT_EQ(result.imported.report.contacts_masked, 1U);
}

TEST(Import, OrderOfRowsMeansNothing) {
  const support::TemporaryFolder folder;
  const std::string header = "title,actors,region,objectives\n";
  std::vector<std::string> rows{"Clinic,New Body,North,15\n", "Clinic,NEW BODY,North,16\n",
                                "Visa,Mali;Other Body,South;North,5\n", "Visa,Mali,South,5\n",
                                "Clinic,New Body,North,15\n"};
  std::string first;
  for (int turn = 0; turn < 5; ++turn) {
    std::string text = header;
    for (const auto& row : rows) text += row;
    const auto hash = content_hash(import_file(folder.write("a.csv", text), {}, {}).loaded.data);
    if (first.empty()) first = hash;
    EXPECT_EQ(hash, first) << turn;
    std::rotate(rows.begin(), rows.begin() + 1, rows.end());
  }
}

TEST(Import, TablesThatLinkByTheirIds) {
  const support::TemporaryFolder folder;
  Diagnostics findings;
  std::vector<SourceTable> sources;
  const auto add = [&](const char* name, const char* text) {
    for (auto& s : read_source(folder.write(name, text), {}, findings))
      sources.push_back(std::move(s));
  };
  add("actors.csv", "id,name,kind\n12,Kenya,\n13,City of Alba,city\n");
  add("commitments.csv", "id,title,actors\nc1,Clinic,12;13\n");
  add("forums.csv", "id,name\nf1,Lakes Forum\n");
  add("members.csv", "forum,actor,role\nf1,13,observer\nLakes Forum,12,member\n");
  auto names = name_index(gcm().data);
  const Framework framework{&gcm().raw, gcm().data};
  const auto imported = import_tables(sources, framework, names, {}, findings);
  const auto loaded = io::finish_dataset(imported.dataset, findings);
  EXPECT_EQ(loaded.findings.errors(), 0U);
  EXPECT_EQ(rows_of(loaded.data, "pledges", "id title actors"), "c1|Clinic|13;KEN");
  EXPECT_EQ(rows_of(loaded.data, "memberships", "forum actor role"),
            "f1|13|observer\nf1|KEN|member");
  EXPECT_EQ(rows_of(loaded.data, "actors", "id name kind"),
            "13|City of Alba|local_authority\nKEN|Kenya|state");
}

/// A map that comes with the program.
ColumnMap ready_map(const std::string& name, Diagnostics& findings) {
  const auto path = std::string(COOPNET_DATASETS) + "/maps/" + name + ".csv";
  return parse_column_map(io::read_csv(io::read_file(path), path, "map", {}, findings), findings);
}

TEST(ReadyMap, OfThePledgeForm) {
  const support::TemporaryFolder folder;
  Diagnostics findings;
  ImportOptions how;
  how.map = ready_map("gcm-pledge-form", findings);
  EXPECT_TRUE(findings.all().empty());
  const auto result = import_file(
      folder.write("a.csv",
                   "Pledge id,Pledge name,Submitting entity(ies),Category of the entity,Other "
                   "parties,Country(ies) of implementation,Type of pledge,Nature of pledge,GCM "
                   "objectives,Description,Updated on,Contact person\n"
                   "12,Clinic,City of Alba,Local authority,Kenya,Mali; Peru,Common "
                   "pledge,Financial,\"Objective 15: Provide access\",A clinic.,31/12/2024,A. "
                   "Person\n"),
      {}, how);
  EXPECT_EQ(rows_of(result.loaded.data, "pledges",
                    "id title actors kind commitment_type objectives summary updated "
                    "implemented_in"),
            "12|Clinic|KEN;city-of-alba|common|financial|15|A clinic.|2024-12-31|Mali; Peru");
  EXPECT_EQ(result.codes, "import-name-new");
}

TEST(ReadyMap, OfTablesThatLink) {
  const support::TemporaryFolder folder;
  Diagnostics findings;
  ImportOptions how;
  how.map = ready_map("generic", findings);
  std::vector<SourceTable> sources;
  const auto add = [&](const char* name, const char* text) {
    for (auto& s : read_source(folder.write(name, text), {}, findings))
      sources.push_back(std::move(s));
  };
  add("actors.csv", "id,name,type,country\na1,City of Alba,city,Kenya\na2,Mali,state,\n");
  add("commitments.csv", "id,title,actor_id,themes\nc1,Clinic,a1,health\nc1,Clinic,a2,housing\n");
  add("forums.csv", "id,name,type\nf1,Lakes Forum,rcp\n");
  add("members.csv", "forum_id,actor_id,role\nf1,a1,observer\n");
  auto names = name_index(gcm().data);
  const Framework framework{&gcm().raw, gcm().data};
  const auto imported = import_tables(sources, framework, names, how, findings);
  const auto loaded = io::finish_dataset(imported.dataset, findings);
  EXPECT_EQ(loaded.findings.errors(), 0U);
  EXPECT_EQ(rows_of(loaded.data, "pledges", "id title actors themes"),
            "c1|Clinic|MLI;a1|health;housing");
  EXPECT_EQ(rows_of(loaded.data, "memberships", "forum actor role"), "f1|a1|observer");
  EXPECT_EQ(rows_of(loaded.data, "actors", "id kind parent"),
            "KEN|state|\nMLI|state|\na1|local_authority|KEN");
}

TEST(Suggestion, OfHeadersAndContents) {
  const support::TemporaryFolder folder;
  Diagnostics findings;
  const auto sources =
      read_source(folder.write("a.csv",
                               "Ref,Headline,Who,About,When,State of play,Write to,Misc\n"
                               "a1,A clinic for all,Kenya,Objective 15; 16,2023,ongoing,a@b.org,1\n"
                               "a2,Visa made easy,Mali and Peru,5; 7,2024,planned,c@d.org,2\n"),
                  {}, findings);
  const auto names = name_index(gcm().data);
  const Framework framework{&gcm().raw, gcm().data};
  std::string fields;
  for (const auto& s : suggest_map(sources, framework, names, {}))
    fields += s.rule.column + "=" +
              (s.rule.read_as == ReadAs::leave_out ? "leave_out" : s.rule.field) + ";";
  EXPECT_EQ(fields,
            "ref=id;headline=title;who=actors;about=objectives;when=year;state of play=status;"
            "write to=leave_out;misc=;");
}

}  // namespace
}  // namespace coopnet::intake
