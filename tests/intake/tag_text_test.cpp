#include "coopnet/intake/tag_text.hpp"

#include <gmock/gmock.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "coopnet/core/rng.hpp"
#include "coopnet/core/text.hpp"
#include "support/datasets.hpp"

namespace coopnet::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Invented: four objectives, a principle, an open theme, some states, bodies and forums.
const Dataset& data() {
  static const Dataset built = support::build({
      {"tags",
       "facet,key,label,label_fr,keywords_en,keywords_fr,keywords_es\n"
       "objective,1,Clean water,Eau propre,water pipes;well;spring;shared phrase,puits;conduite "
       "d'eau,"
       "tubería de agua\n"
       "objective,2,Safe roads,Routes sûres,road safety;bridge;tunnel;bumps;shared "
       "phrase;shared,,\n"
       "objective,8,Night schools,Écoles du soir,evening class;tunnel;shared,,clases nocturnas\n"
       "objective,12,Open data,Données ouvertes,open data,,datos abiertos\n"
       "principle,fair,Fair play,,fair play,,\n"
       "theme,music,Music,,,,\n"},
      {"actors",
       "id,name,kind,iso2,m49,aliases\n"
       "GIN,Guinea,state,GN,324,\n"
       "PNG,Papua New Guinea,state,PG,598,\n"
       "GNB,Guinea-Bissau,state,GW,624,\n"
       "ITA,Italy,state,IT,380,\n"
       "CIV,Côte d'Ivoire,state,CI,384,Ivory Coast\n"
       "wfo,World Fountain Office,igo,,,WFO\n"
       "twin,Twin,other,,,\n"},
      {"forums",
       "id,name,acronym,kind\n"
       "add,Alpha Dialogue,ADD,rcp\n"
       "od,Open data,,rcp\n"
       "gathering,Water Gathering of Clean Water,,rcp\n"},
  });
  return built;
}

NameIndex names() {
  auto index = name_index(data());
  index.add_ambiguous("Guineas", {"GIN", "GNB"});
  return index;
}

TaggedText tagged(std::string text, TagOptions options = {}) {
  static const NameIndex index = names();
  Diagnostics findings;
  const auto document = make_document(std::move(text), "a.txt", TextFormat::plain, findings);
  return TextTagger(data(), index, options).tag(document);
}

std::string id_of(const FoundRow& row) {
  if (const auto* tag = std::get_if<TagId>(&row)) return data().tags[*tag].key;
  if (const auto* actor = std::get_if<ActorId>(&row)) return data().actors[*actor].id;
  return data().forums[std::get<ForumId>(row)].id;
}

/// "8#" by number, "1" by label, "2~" by keywords, "GIN" by name, "GIN|GNB?" ambiguous.
std::string shown(const Find& find) {
  constexpr std::array marks{"#", "", "~", "", "?"};
  std::vector<std::string> ids;
  for (const auto& row : find.rows) ids.push_back(id_of(row));
  return text::join(ids, "|") + marks[static_cast<std::size_t>(find.by)];
}

std::vector<std::string> found(const std::string& text, TagOptions options = {}) {
  std::vector<std::string> out;
  for (const auto& unit : tagged(text, options).units)
    for (const auto& find : unit.finds) out.push_back(shown(find));
  return out;
}

TEST(TagText, APhraseIsEnoughASingleWordIsNot) {
  EXPECT_THAT(found("new water pipes"), ElementsAre("1~"));
  EXPECT_THAT(found("a new well"), IsEmpty());
  EXPECT_THAT(found("a new well, and another well"), IsEmpty());
  EXPECT_THAT(found("a well and a spring"), ElementsAre("1~"));
  EXPECT_EQ(tagged("a new well").too_thin, 1U);
}

TEST(TagText, AKeywordOfSeveralTagsCountsLessForEach) {
  EXPECT_THAT(found("this shared phrase"), IsEmpty());  // 1 and 2: a point each
  EXPECT_THAT(found("this shared phrase, this well"), ElementsAre("1~"));
  EXPECT_THAT(found("tunnel and bridge"), IsEmpty());  // 2: a half and one
  EXPECT_THAT(found("tunnel, bridge, bumps"), ElementsAre("2~"));
}

TEST(TagText, LabelsAndInflectionsInThreeLanguages) {
  EXPECT_THAT(found("cleaning water"), ElementsAre("1"));
  EXPECT_THAT(found("CLEAN WATER"), ElementsAre("1"));
  EXPECT_THAT(found("des routes sures"), ElementsAre("2"));
  EXPECT_THAT(found("l'école du soir"), ElementsAre("8"));
  EXPECT_THAT(found("una clase nocturna"), ElementsAre("8~"));
  EXPECT_THAT(found("conduites d’eau"), ElementsAre("1~"));
  EXPECT_THAT(found("evening classes", {.language = TextLanguage::es}), IsEmpty());
  EXPECT_THAT(found("Fair play"), ElementsAre("fair"));
  EXPECT_THAT(found("Music"), IsEmpty());  // an open facet
}

TEST(TagText, PhrasesKeepTheirOrderAndTheirSentence) {
  EXPECT_THAT(found("pipes for water"), IsEmpty());
  EXPECT_THAT(found("clean. Water"), IsEmpty());
  EXPECT_THAT(found("clean; water"), IsEmpty());
  EXPECT_THAT(found("clean\nwater"), ElementsAre("1"));
  EXPECT_THAT(found("clean\n\nwater"), IsEmpty());
  EXPECT_THAT(found("clean-water"), ElementsAre("1"));
}

TEST(TagText, NumbersAreStatements) {
  EXPECT_THAT(found("Objective 8"), ElementsAre("8#"));
  EXPECT_THAT(found("objectif n° 8"), ElementsAre("8#"));
  EXPECT_THAT(found("Objetivo 08:"), ElementsAre("8#"));
  EXPECT_THAT(found("objectives 1, 8 and 12"), ElementsAre("1#", "8#", "12#"));
  EXPECT_THAT(found("objectifs 1 et 2"), ElementsAre("1#", "2#"));
  EXPECT_THAT(found("objetivos 1/2 y 8"), ElementsAre("1#", "2#", "8#"));
  EXPECT_THAT(found("Objectives: 1; 2 & 8"), ElementsAre("1#", "2#", "8#"));
  EXPECT_THAT(found("objectives 1 to 12"), ElementsAre("1#", "2#", "8#", "12#"));
  EXPECT_THAT(found("objectives 2-8"), ElementsAre("2#", "8#"));
  EXPECT_THAT(found("objectives 2–8, 12"), ElementsAre("2#", "8#", "12#"));
  EXPECT_THAT(found("objective 8 and 2 others"), ElementsAre("8#"));
  EXPECT_THAT(found("objective 8, 2 of the list"), ElementsAre("2#", "8#"));
  EXPECT_THAT(found("objective 8.2"), ElementsAre("8#"));
  EXPECT_THAT(found("our objective. 8 men"), IsEmpty());
  EXPECT_THAT(found("the objective is 8"), IsEmpty());
  EXPECT_THAT(found("objective 8 on clean water"), ElementsAre("8#", "1"));
}

TEST(TagText, NumbersThatAreNoTagAreTold) {
  const auto text = tagged("x\nobjectives 1 and 99, objective 99, objective 1000000000000");
  ASSERT_EQ(text.unknown_numbers.size(), 1U);
  EXPECT_EQ(text.unknown_numbers.front().first, "99");
  EXPECT_EQ(text.unknown_numbers.front().second, (Place{"a.txt", 2, 1}));
}

TEST(TagText, TheLongestNameWins) {
  EXPECT_THAT(found("Papua New Guinea"), ElementsAre("PNG"));
  EXPECT_THAT(found("Guinea-Bissau, Guinea"), ElementsAre("GNB", "GIN"));
  EXPECT_THAT(found("CÔTE D'IVOIRE and the Ivory Coast"), ElementsAre("CIV"));
  EXPECT_THAT(found("the Guineas"), ElementsAre("GIN|GNB?"));
}

TEST(TagText, NamesNeedTheirCapitals) {
  EXPECT_THAT(found("guinea pigs"), IsEmpty());
  EXPECT_THAT(found("the ivory coast"), IsEmpty());
  EXPECT_THAT(found("Add water"), IsEmpty());
  EXPECT_THAT(found("the ADD met"), ElementsAre("add"));
  EXPECT_THAT(found("Wfo"), IsEmpty());
  EXPECT_THAT(found("the WFO met"), ElementsAre("wfo"));
  EXPECT_THAT(found("GIN signed"), ElementsAre("GIN"));
  EXPECT_THAT(found("THEY ADD GIN AND WATER AND MORE"), IsEmpty());
  EXPECT_THAT(found("IT and GN signed page 324"), IsEmpty());
  EXPECT_THAT(found("alpha Dialogue"), ElementsAre("add"));
}

TEST(TagText, WhatIsNameAndKeywordIsAKeyword) {
  EXPECT_THAT(found("Open Data"), ElementsAre("12"));
  const auto index = names();
  EXPECT_THAT(TextTagger(data(), index).names_left_to_tags(), ElementsAre("Open data"));
}

TEST(TagText, KeywordsInsideANameDoNotCount) {
  EXPECT_THAT(found("the Water Gathering of Clean Water"), ElementsAre("gathering"));
  EXPECT_THAT(found("the Water Gathering on clean water"), ElementsAre("1"));
}

TEST(TagText, FirstMentionWordsAndSentence) {
  const auto text = tagged("Well.\nClean water, clean Water; water pipes. Write to a@b.cc now.");
  ASSERT_EQ(text.units.size(), 1U);
  ASSERT_EQ(text.units.front().finds.size(), 1U);
  const auto& find = text.units.front().finds.front();
  EXPECT_EQ(find.where, (Place{"a.txt", 1, 1}));
  EXPECT_EQ(find.mentions, 4U);
  EXPECT_THAT(find.words, ElementsAre("Well", "Clean water", "water pipes"));
  EXPECT_EQ(find.by, FoundBy::label);
  EXPECT_EQ(find.sentence, "Well.");
  EXPECT_EQ(text.contacts, 1U);
  EXPECT_EQ(text.units.front().title, "Well.");
}

TEST(TagText, ByParagraphEvidenceIsNotAddedUp) {
  EXPECT_THAT(found("a well\n\na spring"), ElementsAre("1~"));
  EXPECT_THAT(found("a well\n\na spring", {.language = {}, .by_paragraph = true}), IsEmpty());
  const auto text =
      tagged("# Head\n\nclean water\n\nroad safety", {.language = {}, .by_paragraph = true});
  ASSERT_EQ(text.units.size(), 3U);
  EXPECT_EQ(text.units[2].number, 3U);
  EXPECT_EQ(text.units[2].where, (Place{"a.txt", 5, 1}));
  EXPECT_EQ(text.units[0].title, "Head");
}

TEST(TagText, LanguageByStopWords) {
  EXPECT_EQ(tagged("the rights of the people").language(), TextLanguage::en);
  EXPECT_EQ(tagged("les droits des gens dans le pays").language(), TextLanguage::fr);
  EXPECT_EQ(tagged("los derechos y las obligaciones").language(), TextLanguage::es);
  EXPECT_EQ(tagged("12 34").language(), std::nullopt);
}

TEST(TagText, HostileTextsAreReadInOnePass) {
  constexpr std::size_t bytes = 20'000;
  for (const std::string part :
       {"a ",           "clean ", "clean water ", "Guinea-", "Papua New ",   "objectives 1-99 ",
        "objective 1,", "1,",     "\n",           ".",       "@ ",           "+",
        "00 ",          "-\n",    "A.",           "a@b.c ",  "\xE2\x80\xAE", "\xF0\x9F\x98\x80 ",
        "e\xCC\x81",    "GIN "}) {
    std::string text;
    while (text.size() < bytes) text += part;
    for (const bool by_paragraph : {false, true}) {
      const auto once = tagged(text, {.language = {}, .by_paragraph = by_paragraph});
      EXPECT_LE(once.words, bytes) << part;
    }
  }
  std::string one_word(bytes, 'x');
  EXPECT_EQ(tagged(one_word).words, 1U);
}

TEST(TagText, TheSameAnswerEveryTime) {
  Rng rng(7);
  const std::vector<std::string> parts{"clean", "water", " ",   "Guinea", "objective", "8", "\n",
                                       ".",     "-",     "ADD", "well",   "spring",    ",", "\n\n"};
  std::string text;
  for (int i = 0; i < 3000; ++i)
    text += parts[rng.below(parts.size())] + (rng.below(2) == 0 ? " " : "");
  const auto first = found(text, {.language = {}, .by_paragraph = true});
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(found(text, {.language = {}, .by_paragraph = true}), first);
}

/// A slow twin: every stretch of words is compared with every name and phrase as text.
TEST(TagText, FindsEveryPhraseThatIsThere) {
  Rng rng(11);
  const std::vector<std::string> words{"clean", "water", "pipes",  "safe",
                                       "roads", "night", "schools"};
  const std::vector<std::pair<std::string, std::string>> phrases{
      {"clean water", "1"}, {"water pipes", "1"}, {"safe roads", "2"}, {"night schools", "8"}};
  for (int round = 0; round < 150; ++round) {
    std::string text = "x";
    for (int i = 0; i < 12; ++i) text += " " + words[rng.below(words.size())];
    std::set<std::string> expected, seen;
    for (const auto& [phrase, tag] : phrases)
      if ((text + " ").find(" " + phrase + " ") != std::string::npos) expected.insert(tag);
    for (const auto& unit : tagged(text).units)
      for (const auto& find : unit.finds) seen.insert(id_of(find.rows.front()));
    EXPECT_EQ(seen, expected) << text;
  }
}

}  // namespace
}  // namespace coopnet::intake
