#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coopnet/intake/form.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/render/form.hpp"
#include "support/datasets.hpp"

/// Forms that were not filled in, or not as they should be.
namespace coopnet::intake {
namespace {

using support::codes;
using testing::ElementsAre;
using testing::IsEmpty;

const Dataset& tiny() {
  static const auto loaded = io::load_dataset(std::string(COOPNET_DATASETS) + "/tiny");
  return loaded.data;
}

io::LoadedDataset understood(const RawTable& table, Diagnostics findings) {
  static const RawDataset raw = to_raw(tiny());
  NameIndex names = name_index(tiny(), false);
  names.add_ambiguous("Landia", {"XAA", "XBB"});
  const auto kind = form_kind(table);
  if (!kind) return {{}, std::move(findings), true};
  const auto dataset = read_form(table, *kind, {&raw, tiny()}, names, findings);
  return io::finish_dataset(dataset, std::move(findings));
}

io::LoadedDataset read(const std::string& csv) {
  Diagnostics findings;
  const auto table = io::read_csv(csv, "form.csv", "flat", {}, findings);
  return understood(table, std::move(findings));
}

io::LoadedDataset read_md(const std::string& text) {
  Diagnostics findings;
  const auto table = read_markdown_form(text, "form.md", {}, findings);
  return understood(table, std::move(findings));
}

TEST(Forms, AnEmptyFormIsOneFinding) {
  for (const auto kind : {FormKind::pledge, FormKind::practice})
    for (const auto language : {render::Language::en, render::Language::ar}) {
      render::FormOptions options{.kind = kind, .language = language};
      for (const bool named : {false, true}) {
        if (named) options.actor = *tiny().actors.find("XAA");
        const auto form = render::make_form(tiny(), options);
        EXPECT_THAT(codes(read(render::form_csv(form)).findings), ElementsAre("form-empty"));
        EXPECT_THAT(codes(read(render::form_csv(form, true)).findings), ElementsAre("form-empty"));
        EXPECT_THAT(codes(read_md(render::form_markdown(form)).findings),
                    ElementsAre("form-empty"));
      }
    }
}

TEST(Forms, WhoIsFilledInForAnActor) {
  const auto form = render::make_form(tiny(), {.kind = FormKind::practice,
                                               .language = render::Language::fr,
                                               .actor = tiny().actors.find("XAA"),
                                               .actor_as = "Alphalande"});
  std::string csv = render::form_csv(form);
  EXPECT_THAT(codes(read(csv + ",,,,Pratique,Une clinique\n").findings),
              ElementsAre("missing-value", "form-row-empty", "csv-too-few-cells"))
      << "the second row does not say who";
  csv.resize(csv.rfind('\n', csv.size() - 2) + 1);
  for (const auto& field : form.fields) {
    const std::string kind = field.key == "kind" ? "Besoin" : "";
    csv += (field.key == "id" ? "" : ",") + (field.filled.empty() ? kind : field.filled.front());
  }
  const auto one = read(csv + "\n");
  EXPECT_THAT(codes(one.findings), IsEmpty());
  ASSERT_EQ(one.data.practices.size(), 1U);
  EXPECT_EQ(one.data.practices.rows[0].kind, PracticeKind::need);
  EXPECT_EQ(one.data.actors[one.data.practices.rows[0].actor].id, "XAA");
}

struct Fault {
  const char* csv;
  std::vector<std::string> codes;
  std::uint32_t line, column;
  const char* field;
};

TEST(Forms, FaultsNameTheLineAndTheField) {
  const std::vector<Fault> all{
      {"Entidad,Título,Estado\nXAA,A,en curso\nXBB,B,casi\n", {"unknown-word"}, 3, 7, "status"},
      {"Entidad,Título,Objetivos\nXAA,A,1\nXBB,B,99\n", {"unknown-tag"}, 3, 7, "objectives"},
      {"Entidad,Título,Objetivos\nXAA,A,1-3\n", {"unknown-tag"}, 2, 7, "objectives"},
      {"Entidad,Título,Fecha\nXAA,A,pronto\n", {"bad-date"}, 2, 7, "year"},
      {"Entidad,Título,Fecha límite\nXAA,A,pronto\n", {"bad-date"}, 2, 7, "deadline"},
      {"Entidad,Título\n,A\n", {"missing-value"}, 2, 0, "actors"},
      {"Identificador,Entidad,Título\n1,XAA,A\n1,XBB,B\n", {"repeated-id"}, 3, 1, "id"},
      {"Entidad,Título,X\nLandia,A,1\n", {"form-name-ambiguous", "unknown-column"}, 2, 1, "actors"},
      {"Entidad,Título,Tema,Temas\nXAA,A,x,y\n", {"form-field-twice"}, 2, 9, "themes"},
      {"Entidad,Título,Correo electrónico\nXAA,A,a@b.c\n",
       {"form-contact"},
       1,
       16,
       "correo electrónico"},
      {"Entidad,Título\nAlphalnd,A\n", {"form-name-near"}, 2, 1, "actors"},
      {"Entidad,Título,Presupuesto\nXAA,A,7\n", {"unknown-column"}, 1, 16, "presupuesto"},
      {"Entidad,Título\nXAA,A\nXBB,\n", {"form-row-empty"}, 3, 1, ""},
      {"Entidad,Tipo,Descripción\nXAA,A,B\n", {"unknown-word"}, 2, 5, "kind"},
  };
  for (const auto& fault : all) {
    const auto loaded = read(fault.csv);
    EXPECT_THAT(codes(loaded.findings), testing::ElementsAreArray(fault.codes)) << fault.csv;
    if (loaded.findings.all().empty()) continue;
    const auto& first = loaded.findings.all().front();
    EXPECT_EQ(first.where.line, fault.line) << fault.csv;
    EXPECT_TRUE(fault.column == 0 || first.where.column == fault.column)
        << fault.csv << " column " << first.where.column;
    EXPECT_EQ(first.field, fault.field) << fault.csv;
  }
}

TEST(Forms, ContactsAreNotKept) {
  const auto loaded = read("Entidad,Título,Correo electrónico,Punto focal\nXAA,A,a@b.c,Ana\n");
  for (const auto& table : to_raw(loaded.data).tables)
    for (const auto& cell : table.cells) {
      EXPECT_EQ(cell.text.find('@'), std::string_view::npos);
      EXPECT_EQ(cell.text.find("Ana"), std::string_view::npos);
    }
}

TEST(Forms, InferredValuesKeepTheirMark) {
  const auto loaded = read("Entité,Titre de l'engagement,Objectifs,Statut\nXAA,A,~1;2,~En cours\n");
  EXPECT_THAT(codes(loaded.findings), IsEmpty());
  const auto& row = loaded.data.pledges.rows.at(0);
  EXPECT_FALSE(row.status.stated);
  EXPECT_EQ(row.status.value, Status::in_progress);
  ASSERT_EQ(row.tags.size(), 2U);
  EXPECT_FALSE(row.tags[0].stated);
  EXPECT_TRUE(row.tags[1].stated);
}

TEST(Forms, IdsAreMadeOfWhoAndWhatInAnyOrder) {
  const std::string header = "Entidad,Título\n", a = "XAA,Una casa\n", b = "XBB,Una casa\n";
  const auto ids = [](const Dataset& data) {
    std::vector<std::string> out;
    for (const auto& row : data.pledges) out.push_back(row.id);
    return out;
  };
  EXPECT_THAT(ids(read(header + a + b).data), ElementsAre("xaa-una-casa", "xbb-una-casa"));
  EXPECT_EQ(content_hash(read(header + a + b + a).data),
            content_hash(read(header + a + a + b).data));
  EXPECT_THAT(ids(read(header + a + a).data), ElementsAre("xaa-una-casa", "xaa-una-casa-2"));
}

TEST(Forms, TablesInTheirOwnWordsAreNoForms) {
  for (const char* csv :
       {"id,title,actors\n1,A,XAA\n", "from,to\nXAA,XBB\n", "event_id,title,organisers\n1,A,XAA\n",
        "id;titre;acteurs\n1;A;XAA\n", "a,b\n1,2\n", "Entidad\nXAA\n"}) {
    Diagnostics findings;
    EXPECT_FALSE(form_kind(io::read_csv(csv, "x.csv", "flat", {}, findings)).has_value()) << csv;
  }
}

TEST(MarkdownForm, SeveralPagesAreSeveralRows) {
  const auto loaded = read_md(
      "# Pledge\n\n## Pledge name\n\nOne \\*\n\nmore\n\n## Submitting entity(ies)\n\nXAA\n\n"
      "## Status\n\n- [x] Announced\n- [ ] Completed\n\n# Pledge\n## Title\nTwo\n## "
      "Entity\nXBB\nXCC\n"
      "## Objectives\n- [x] 1 x\n- [X] 2\n");
  EXPECT_THAT(codes(loaded.findings), ElementsAre("unknown-tag"));
  EXPECT_EQ(loaded.findings.all()[0].where.line, 25U);
  ASSERT_EQ(loaded.data.pledges.size(), 2U);
  EXPECT_EQ(loaded.data.pledges.rows[0].title, "One *\n\nmore");
  EXPECT_EQ(loaded.data.pledges.rows[0].status.value, Status::announced);
  EXPECT_EQ(loaded.data.pledges.rows[1].actors.size(), 2U);
}

struct Text {
  std::string text;
  std::vector<std::string> codes;
};

TEST(MarkdownForm, FaultsAreTold) {
  const std::string page = "# Pledge\n## Title\nA\n## Entity\nXAA\n";
  const std::vector<Text> all{
      {"hello\n" + page, {"form-text-outside"}},
      {page + "## Entity\nXBB\n", {"form-heading-twice"}},
      {page + "## Status\n- [x] Announced\n- [x] Completed\n", {"unknown-word"}},
      {page + "## Phone\n+41\n", {"form-contact"}},
      {page + std::string("\0", 1), {"nul-byte"}},
      {page + "\xE9t\xE9", {"not-utf8"}},
      {"\xEF\xBB\xBF" + page, {}},
      {"", {}},
  };
  for (const auto& one : all)
    EXPECT_THAT(codes(read_md(one.text).findings), testing::ElementsAreArray(one.codes))
        << one.text;
}

TEST(MarkdownForm, HostileTextsStayWithinLimits) {
  Diagnostics findings;
  std::string many = "# P\n";
  for (int i = 0; i < 3000; ++i) many += "## c" + std::to_string(i) + "\nx\n";
  EXPECT_EQ(read_markdown_form(many, "x.md", {}, findings).file, "x.md");
  EXPECT_THAT(codes(findings), ElementsAre("too-many-columns"));
  Diagnostics second;
  std::string rows;
  for (int i = 0; i < 900; ++i) rows += "## c" + std::to_string(i) + "\nx\n";
  for (int i = 0; i < 20'000; ++i) rows += "# \n## c0\nx\n";
  static_cast<void>(read_markdown_form(rows, "x.md", {}, second));
  EXPECT_THAT(codes(second), ElementsAre("too-many-cells"));
  Diagnostics third;
  io::TableLimits small;
  small.field_bytes = 100;
  static_cast<void>(read_markdown_form(
      "# P\n## T\n" + std::string(50, 'x') + "\n" + std::string(60, 'y'), "x.md", small, third));
  EXPECT_THAT(codes(third), ElementsAre("field-too-long"));
}

TEST(WorkbookForm, OtherSheetsAreTold) {
  const auto sheet = [](std::string name, std::vector<std::string_view> texts,
                        std::size_t columns) {
    io::Sheet out;
    out.name = std::move(name);
    out.columns = columns;
    std::uint32_t i = 0;
    for (const auto text : texts) {
      const auto n = static_cast<std::uint32_t>(columns);
      out.cells.push_back({text, i / n + 1, i % n + 1});
      ++i;
    }
    return out;
  };
  const std::vector<io::Sheet> sheets{sheet("Notes", {"see", "below"}, 2),
                                      sheet("Lists", {"Status", "Announced"}, 1),
                                      sheet("Data", {"Entity", "Title", "XAA", "A"}, 2)};
  Diagnostics findings;
  const auto table = workbook_form(sheets, "b.xlsx", "flat", findings);
  EXPECT_THAT(codes(findings), ElementsAre("form-sheet-not-read"));
  EXPECT_EQ(findings.all()[0].value, "Notes");
  EXPECT_EQ(table.file, "b.xlsx[Data]");
  EXPECT_EQ(table.rows(), 1U);
  Diagnostics none;
  EXPECT_EQ(workbook_form({}, "b.xlsx", "flat", none).columns(), 0U);
  EXPECT_THAT(codes(none), ElementsAre("form-empty"));
}

}  // namespace
}  // namespace coopnet::intake
