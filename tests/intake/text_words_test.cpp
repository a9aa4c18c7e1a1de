#include "intake/text_words.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "coopnet/core/text.hpp"
#include "intake/light_stem.hpp"
#include "intake/text_excerpt.hpp"

namespace coopnet::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& word : words_of(text, foreign_spans(text))) {
    out.emplace_back();
    fold_word(text.substr(word.begin, word.end - word.begin), out.back());
  }
  return out;
}

TEST(TextWords, AreCutAtPunctuationAndFolded) {
  EXPECT_THAT(folded("L’accès, main-d'œuvre; “ÇA”"),
              ElementsAre("l", "acces", "main", "d", "oeuvre", "ca"));
  EXPECT_THAT(folded("Turks & Caicos"), ElementsAre("turks", "and", "caicos"));
  EXPECT_THAT(folded("the U.S. and the U.N.D.P."), ElementsAre("the", "us", "and", "the", "undp"));
  EXPECT_THAT(folded("A. B. Smith"), ElementsAre("a", "b", "smith"));
  EXPECT_THAT(folded("5+5 Dialogue"), ElementsAre("5+5", "dialogue"));
  EXPECT_THAT(folded(" \n…!  "), IsEmpty());
  EXPECT_THAT(folded("النيجر ومالي"), ElementsAre("النيجر", "ومالي"));
}

TEST(TextWords, AHyphenAtTheEndOfALineJoinsBeforeASmallLetter) {
  EXPECT_THAT(folded("coopera-\ntion"), ElementsAre("cooperation"));
  EXPECT_THAT(folded("recogni-\n   tion of"), ElementsAre("recognition", "of"));
  EXPECT_THAT(folded("Guinea-\nBissau"), ElementsAre("guinea", "bissau"));
  EXPECT_EQ(one_line("recogni-\ntion  of\nskills"), "recognition of skills");
}

TEST(TextWords, KnowTheirCapitalsAndWhereSentencesBegin) {
  const std::string_view text = "IOM met. Then eThek; côté St. Lucia النيجر";
  const auto words = words_of(text, {});
  std::string seen;
  for (const auto& w : words)
    seen += std::to_string(w.capitals) + (w.lower ? "l" : "") + (w.caseless ? "n" : "") +
            (w.sentence_begins ? "|" : "") + " ";
  EXPECT_EQ(seen, "2| 0l 1l| 1l 0l| 1l 1l 0n ");
}

TEST(Contacts, AreFoundAndLeftOut) {
  const struct {
    const char* text;
    const char* left;
  } cases[] = {
      {"write to a.b@example.org, please", "write to […] please"},
      {"a @ example.org", "[…]"},
      {"focal [at] example.org now", "[…] now"},
      {"call +212 5 37 12 34 56 today", "call […] today"},
      {"(+33)1.42.68.53.00", "[…]"},
      {"tel. 537 123 456", "tel. […]"},
      {"Tél : 537-12-34-56", "Tél : […]"},
      {"Tel:+2125371234", "[…]"},
      {"0612345678 or 06 12 34 56 78", "[…] or […]"},
      {"00212 537 12 34", "[…]"},
      {"هاتف ٠٥٣٧١٢٣٤٥٦", "هاتف […]"},
      {"in 2018-2025 we spent 1 200 000 on 14 centres",
       "in 2018-2025 we spent 1 200 000 on 14 centres"},
      {"see https://example.org/a and objectives 08, 09, 10, 11, 12",
       "see https://example.org/a and objectives 08, 09, 10, 11, 12"},
      {"5+5 Dialogue", "5+5 Dialogue"},
      {"0.05 0.00 0.13 0.99 0.001", "0.05 0.00 0.13 0.99 0.001"},
      {"@", "[…]"},
  };
  for (const auto& c : cases) EXPECT_EQ(without_contacts(c.text), c.left) << c.text;
}

TEST(Contacts, NoWordIsTakenFromAddresses) {
  EXPECT_THAT(folded("IOM@iom.int and https://x.org/objective-8 www.kenya.ke end"),
              ElementsAre("and", "end"));
}

TEST(Sentence, IsCutAtItsEndsAndWithoutContacts) {
  const std::string_view text =
      "First one. We help missing migrants, write to a@b.org or +212 537 12 34 56 now. Last.";
  const auto at = text.find("missing");
  EXPECT_EQ(sentence_around(text, foreign_spans(text), at, at + 7),
            "We help missing migrants, write to […] or […] now.");
}

TEST(Sentence, ALongOneIsCutWithoutSplittingContactsOrLetters) {
  std::string text = "+212 537 12 34 56 78 ";
  for (int i = 0; i < 60; ++i) text += "été ";
  const auto at = text.size();
  text += "missing";
  for (int i = 0; i < 60; ++i) text += " été";
  text += " a@b.org";
  const auto spans = foreign_spans(text);
  for (std::size_t from = 0; from + 7 < text.size(); ++from) {
    const auto shown = sentence_around(text, spans, from, from + 7);
    EXPECT_THAT(shown, Not(HasSubstr("@"))) << from;
    EXPECT_EQ(shown.find_first_of("0123456789"), std::string::npos) << from << shown;
    ASSERT_FALSE(text::first_invalid_utf8(shown)) << from;
  }
  EXPECT_THAT(sentence_around(text, spans, at, at + 7), HasSubstr("missing"));
}

TEST(Stem, EndingsOfGrammar) {
  const struct {
    TextLanguage language;
    const char* forms;
  } cases[] = {
      {TextLanguage::en, "agency agencies"},
      {TextLanguage::en, "save saves saving saved"},
      {TextLanguage::en, "plan plans planned planning"},
      {TextLanguage::en, "smuggling smuggled smuggle"},
      {TextLanguage::en, "box boxes"},
      {TextLanguage::en, "worker workers"},
      {TextLanguage::fr, "migratoire migratoires"},
      {TextLanguage::fr, "reguliere regulieres regulier reguliers"},
      {TextLanguage::fr, "national nationaux nationale nationales"},
      {TextLanguage::fr, "sauver sauve sauvee sauvees"},
      {TextLanguage::es, "regular regulares"},
      {TextLanguage::es, "migratorio migratoria migratorios migratorias"},
      {TextLanguage::es, "migracion migraciones"},
      {TextLanguage::es, "salvar salva salvando"},
  };
  for (const auto& c : cases) {
    std::string first;
    for (const auto form : text::split_list(c.forms, ' ')) {
      std::string word(form);
      stem(c.language, word);
      if (first.empty()) first = word;
      EXPECT_EQ(word, first) << form;
    }
  }
}

TEST(Stem, LeavesDifferentWordsApart) {
  const struct {
    TextLanguage language;
    const char *one, *other;
  } cases[] = {
      {TextLanguage::en, "status", "state"}, {TextLanguage::en, "need", "ned"},
      {TextLanguage::en, "access", "acce"},  {TextLanguage::en, "border", "board"},
      {TextLanguage::fr, "vie", "vin"},      {TextLanguage::es, "mar", "mas"},
  };
  for (const auto& c : cases) {
    std::string one(c.one), other(c.other);
    stem(c.language, one);
    stem(c.language, other);
    EXPECT_NE(one, other) << c.one;
    EXPECT_GE(one.size(), 3U);
  }
}

TEST(Paragraphs, EndAtEmptyLinesAndPages) {
  const std::string_view text = "\n a\nb\n \nc\r\n\r\nd\fe\n# f\ng\n\n\n";
  std::vector<std::string> found;
  for (std::size_t at = 0; const auto part = next_paragraph(text, at);) {
    found.emplace_back(text.substr(part->begin, part->end - part->begin));
    at = part->end;
  }
  EXPECT_THAT(found, ElementsAre("a\nb", "c", "d", "e", "# f", "g"));
}

TEST(Title, FirstLineWithoutMarksAndContacts) {
  const auto title = [](std::string_view text) { return title_of(text, foreign_spans(text)); };
  EXPECT_EQ(title("## Our pledge ##\nmore"), "Our pledge");
  EXPECT_EQ(title("- call +212 537 12 34 56"), "call […]");
  EXPECT_EQ(
      title("Together with our neighbours we set up a centre in the\nmiddle of it all. More."),
      "Together with our neighbours we set up a centre in the");
  EXPECT_EQ(
      title(
          "Together with all of our neighbours we will set up a centre in the very\nmiddle. More."),
      "Together with all of our neighbours we will set up a centre in the very middle");
  EXPECT_EQ(text::length(title(std::string(5000, 'x'))), 100U);
}

}  // namespace
}  // namespace coopnet::intake
