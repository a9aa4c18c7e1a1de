#include "coopnet/intake/form.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "coopnet/io/load.hpp"
#include "coopnet/render/form.hpp"
#include "render/workbook.hpp"
#include "support/datasets.hpp"

/// Forms made, filled in and read again: what comes out is what was written, in every language and
/// every kind of file.
namespace coopnet::intake {
namespace {

using render::Language;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const io::LoadedDataset& gcm() {
  static const auto loaded = io::load_dataset(std::string(COOPNET_DATASETS) + "/gcm");
  return loaded;
}
const RawDataset& gcm_raw() {
  static const RawDataset raw = to_raw(gcm().data);
  return raw;
}
const NameIndex& gcm_names() {
  static const NameIndex names = name_index(gcm().data, false);
  return names;
}

io::LoadedDataset understood(const RawTable& table, Diagnostics findings = {}) {
  const auto kind = form_kind(table);
  EXPECT_TRUE(kind.has_value());
  if (!kind) return {};
  const auto raw = read_form(table, *kind, {&gcm_raw(), gcm().data}, gcm_names(), findings);
  return io::finish_dataset(raw, std::move(findings));
}

io::LoadedDataset read_csv_form(const std::string& csv) {
  Diagnostics findings;
  const auto table = io::read_csv(csv, "form.csv", "flat", {}, findings);
  return understood(table, std::move(findings));
}

io::LoadedDataset read_md_form(const std::string& text) {
  Diagnostics findings;
  const auto table = read_markdown_form(text, "form.md", {}, findings);
  return understood(table, std::move(findings));
}

render::Form form_of(FormKind kind, Language language) {
  return render::make_form(gcm().data, {.kind = kind, .language = language});
}

const std::vector<Language> languages{Language::en, Language::fr, Language::es, Language::ar};

/// What is written into a form, by field, in the four languages. Written by hand.
using Filled = std::map<std::string, std::vector<std::string>>;
std::vector<std::string> same(const std::string& text) { return {text, text, text, text}; }

const Filled pledge{
    {"id", same("004")},
    {"title", same("A fund, and \"more\"")},
    {"actors", {"COTE D’IVOIRE", "Côte d'Ivoire", "CIV", "كوت ديفوار"}},
    {"actor_kind", {"State", "État", "Estado", "دولة"}},
    {"region", {"Africa", "Afrique", "África", "أفريقيا"}},
    {"implemented_in", {"Kenya", "Kenya", "Kenya", "كينيا"}},
    {"kind", {"In partnership", "En partenariat", "En asociación", "بالشراكة"}},
    {"other_parties",
     {"Kenya; City of Alba", "Kenya; City of Alba", "Kenya; City of Alba", "كينيا; City of Alba"}},
    {"answers", same("P001")},
    {"commitment_type", {"Financial", "Financier", "Financiero", "مالي"}},
    {"offer_or_need", {"Offer", "Offre", "Oferta", "عرض"}},
    {"objectives",
     {"8 Saving lives and missing migrants; 21", "8 Sauver des vies, migrants disparus; 21",
      "8; 21", "8; 21"}},
    {"themes", same("funding")},
    {"principles", {"Human rights", "Droits de l'homme", "Derechos humanos", "حقوق الإنسان"}},
    {"scope", {"Cross-regional", "Interrégional", "Interregional", "أقاليمي"}},
    {"summary", same("What will be done.")},
    {"status", {"In progress", "En cours", "En curso", "قيد التنفيذ"}},
    {"year", {"May 2024", "mai 2024", "mayo 2024", "2024-05"}},
    {"deadline", same("31/12/2026")},
    {"progress", same("Begun.")},
    {"updated", same("2025-01-02")},
    {"source", same("a page")},
};

/// The rows of `pledges` or `practices`, by column.
std::map<std::string, std::string> only_row(const Dataset& data, std::string_view table_name) {
  const auto raw = to_raw(data);
  const RawTable* table = raw.find(table_name);
  std::map<std::string, std::string> out;
  if (table == nullptr) return out;
  EXPECT_EQ(table->rows(), 1U);
  for (std::size_t c = 0; c < table->columns(); ++c)
    out[std::string(table->header[c].text)] = table->cell(0, c).text;
  return out;
}

void expect_the_pledge(const io::LoadedDataset& loaded) {
  EXPECT_THAT(support::codes(loaded.findings), ElementsAre("answers-not-recorded"));
  EXPECT_THAT(
      only_row(loaded.data, "pledges"),
      ElementsAre(std::pair("actors", "CIV;City of Alba;KEN"), std::pair("answers", "P001"),
                  std::pair("commitment_type", "financial"), std::pair("deadline", "2026-12-31"),
                  std::pair("id", "004"), std::pair("implemented_in", "KEN"),
                  std::pair("kind", "partnership"), std::pair("objectives", "8;21"),
                  std::pair("offer_or_need", "offer"), std::pair("principles", "human-rights"),
                  std::pair("progress", "Begun."), std::pair("scope", "cross_regional"),
                  std::pair("source", "a page"), std::pair("status", "in_progress"),
                  std::pair("summary", "What will be done."), std::pair("themes", "funding"),
                  std::pair("title", "A fund, and \"more\""), std::pair("updated", "2025-01-02"),
                  std::pair("year", "2024-05")));
  const auto civ = loaded.data.actors.find("CIV");
  ASSERT_TRUE(civ.has_value());
  EXPECT_EQ(loaded.data.actors[*civ].kind, ActorKind::state);
  // The region is that of who fills in the form, not of the other parties.
  EXPECT_TRUE(
      loaded.data.regions_of(*loaded.data.actors.find("City of Alba"), "review_region").empty());
}

const std::string& value_of(const Filled& filled, const std::string& key, Language language) {
  return filled.at(key)[static_cast<std::size_t>(language)];
}

std::string csv_cell(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

TEST(PledgeForm, CsvFilledInComesBackInFourLanguages) {
  for (const auto language : languages) {
    const auto form = form_of(FormKind::pledge, language);
    auto csv = render::form_csv(form);
    for (const auto& field : form.fields)
      csv += (&field == &form.fields.front() ? "" : ",") +
             csv_cell(value_of(pledge, field.key, language));
    SCOPED_TRACE(csv);
    expect_the_pledge(read_csv_form(csv + "\n"));
  }
}

TEST(PledgeForm, TheFormAsksForEverythingAboveAndNothingElse) {
  std::vector<std::string> asked;
  for (const auto& field : form_of(FormKind::pledge, Language::en).fields)
    asked.push_back(field.key);
  EXPECT_EQ(asked.size(), pledge.size());
  for (const auto& [key, written] : pledge) EXPECT_THAT(asked, Contains(key));
}

TEST(PledgeForm, MarkdownFilledInComesBackInFourLanguages) {
  for (const auto language : languages) {
    const auto form = form_of(FormKind::pledge, language);
    std::string text = render::form_markdown(form);
    EXPECT_EQ(text.find("dir=\"rtl\"") != std::string::npos, language == Language::ar);
    // What a person does: ticks boxes, and writes below the help of a field.
    for (const auto& field : form.fields) {
      const auto heading = text.find("## " + field.header + "\n");
      ASSERT_NE(heading, std::string::npos) << field.header;
      for (const auto item : text::split_list(value_of(pledge, field.key, language))) {
        const auto box = text.find("- [ ] " + std::string(item), heading);
        if (!field.choices.empty() && box != std::string::npos &&
            text.find("\n## ", heading + 1) > box) {
          text.replace(box, 5, "- [X]");
          continue;
        }
        const auto help = text.find("\n> ", heading);
        text.insert(text.find('\n', help + 1) + 1, "\n" + std::string(item) + "\n");
      }
    }
    SCOPED_TRACE(text);
    expect_the_pledge(read_md_form(text));
  }
}

/// The form as a workbook, with one more row.
std::string filled_workbook(const render::Form& form, Language language) {
  render::Workbook book;
  book.begin_sheet(lists_sheet[static_cast<std::size_t>(language)]);
  book.text(0, 0, "a list");
  book.begin_sheet(form.title);
  for (std::size_t c = 0; c < form.fields.size(); ++c) {
    book.title(0, c, form.fields[c].header);
    book.text(1, c, (c == 0 ? "# " : "") + form.fields[c].help);
    book.text(2, c, value_of(pledge, form.fields[c].key, language));
  }
  return book.finish();
}

TEST(PledgeForm, WorkbookFilledInComesBackInFourLanguages) {
  for (const auto language : languages) {
    Diagnostics findings;
    const auto bytes = filled_workbook(form_of(FormKind::pledge, language), language);
    const auto sheets = io::read_xlsx(bytes, "form.xlsx", findings);
    expect_the_pledge(understood(workbook_form(sheets, "form.xlsx", "flat", findings), findings));
  }
}

TEST(PledgeForm, TheEmptyWorkbookHoldsListsAndIsTheSameEveryTime) {
  const auto form = form_of(FormKind::pledge, Language::es);
  const auto bytes = render::form_xlsx(form);
  EXPECT_EQ(bytes, render::form_xlsx(form));
  Diagnostics findings;
  const auto sheets = io::read_xlsx(bytes, "form.xlsx", findings);
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].name, "Promesa");
  EXPECT_EQ(sheets[1].name, "Listas");
  std::string lists;
  for (const auto& cell : sheets[1].cells) lists += std::string(cell.text) + "\n";
  EXPECT_THAT(lists, HasSubstr("8 Salvar vidas"));
  EXPECT_THAT(lists, HasSubstr("\nCumplida\n"));
  EXPECT_EQ(findings.all().size(), 0U);
}

TEST(PledgeForm, EveryTagAndWordOfTheFormIsUnderstood) {
  for (const auto language : languages)
    for (const auto kind : {FormKind::pledge, FormKind::practice}) {
      const auto form = form_of(kind, language);
      std::string header, row;
      for (const auto& field : form.fields) {
        if (field.choices.empty() && field.key != "actors" && field.key != "actor") continue;
        std::string all;
        for (const auto& choice : field.choices)
          if (field.list || all.empty()) all += (all.empty() ? "" : ";") + choice;
        // The region and category of one actor; all others as they are listed.
        if (field.key == "actor_kind") all = field.choices[3];
        header += (header.empty() ? "" : ",") + csv_cell(field.header);
        row += (row.empty() ? "" : ",") + csv_cell(all.empty() ? "City of Alba" : all);
      }
      const auto loaded = read_csv_form(header + "\n" + row + "\n");
      EXPECT_THAT(support::codes(loaded.findings), IsEmpty());
      const auto cells = only_row(loaded.data, kind == FormKind::pledge ? "pledges" : "practices");
      EXPECT_EQ(text::split_list(cells.at("objectives")).size(), 23U);
      EXPECT_EQ(text::split_list(cells.at("principles")).size(), 10U);
      EXPECT_EQ(
          loaded.data.regions_of(*loaded.data.actors.find("City of Alba"), "review_region").size(),
          5U);
    }
}

}  // namespace
}  // namespace coopnet::intake
