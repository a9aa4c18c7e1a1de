#include "coopnet/io/encoding.hpp"

#include <gtest/gtest.h>

#include "coopnet/core/text.hpp"
#include "coopnet/io/entities.hpp"
#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

using namespace std::string_literals;

void expect_text(const std::string& bytes, Encoding encoding, const std::string& text,
                 const std::vector<Expected>& findings = {}) {
  Diagnostics found;
  EXPECT_EQ(to_utf8(bytes, encoding, "f", found), text);
  expect_findings(found, findings, "f");
}

void expect_refused(const std::string& bytes, Encoding encoding, const Expected& finding) {
  Diagnostics found;
  EXPECT_EQ(to_utf8(bytes, encoding, "f", found), std::nullopt);
  expect_findings(found, {finding}, "f");
}

TEST(Encoding, IsKnownByManyNames) {
  EXPECT_EQ(parse_encoding("cp1252"), Encoding::windows1252);
  EXPECT_EQ(parse_encoding("Windows-1252"), Encoding::windows1252);
  EXPECT_EQ(parse_encoding("ANSI"), Encoding::windows1252);
  EXPECT_EQ(parse_encoding("ISO-8859-1"), Encoding::latin1);
  EXPECT_EQ(parse_encoding("iso_8859_1"), Encoding::latin1);
  EXPECT_EQ(parse_encoding("latin-1"), Encoding::latin1);
  EXPECT_EQ(parse_encoding("Macintosh"), Encoding::mac_roman);
  EXPECT_EQ(parse_encoding("mac roman"), Encoding::mac_roman);
  EXPECT_EQ(parse_encoding("UTF-16LE"), Encoding::utf16le);
  EXPECT_EQ(parse_encoding("utf8"), Encoding::utf8);
  EXPECT_EQ(parse_encoding("klingon"), std::nullopt);
  EXPECT_EQ(parse_encoding(""), std::nullopt);
  for (const auto& name : encoding_names()) {
    ASSERT_TRUE(parse_encoding(name));
    EXPECT_EQ(encoding_name(*parse_encoding(name)), name);
  }
}

TEST(Encoding, ReadsTextsOfOtherPrograms) {
  expect_text("C\xF4te d\x92Ivoire \x80", Encoding::windows1252, "Côte d’Ivoire €");
  expect_text("C\xF4te", Encoding::latin1, "Côte");
  expect_text("C\x99te \xA5", Encoding::mac_roman, "Côte •");
  expect_text(
      "\xFF\xFE"
      "C\0\xF4\0"s,
      Encoding::utf16, "Cô");
  expect_text("\xFE\xFF\0C\x06\x27"s, Encoding::utf16, "Cا");
  expect_text("C\0=\xD8\x00\xDE"s, Encoding::utf16le, "C😀");
  expect_text("\0C"s, Encoding::utf16be, "C");
  expect_text(
      "\xEF\xBB\xBF"
      "Côte",
      Encoding::utf8, "Côte");
  expect_text("", Encoding::windows1252, "");
  expect_text("plain", Encoding::windows1252, "plain");
}

TEST(Encoding, LongTextsAreReadInPieces) {
  std::string bytes, text;
  for (int i = 0; i < 100'000; ++i) {
    bytes += "\xE9\n";
    text += "é\n";
  }
  expect_text(bytes, Encoding::windows1252, text);
}

TEST(Encoding, NamesTheByteThatIsNone) {
  expect_refused("a\nC\xF4te \x81", Encoding::windows1252,
                 error("encoding-byte", 2, 6, "", {"0x81", "windows-1252"}));
  expect_refused("a\0\n\0\x00\xD8x\0"s, Encoding::utf16le,
                 error("encoding-byte", 2, 1, "", {"0x00", "utf-16le"}));
  expect_refused("a\0b"s, Encoding::utf16le,
                 error("encoding-byte", 1, 2, "", {"0x62", "utf-16le"}));
  expect_refused("a\xE9", Encoding::utf8, error("not-utf8", 1, 2, "", {"0xE9", "ISO-8859-1"}));
}

TEST(Encoding, MarksDecideAndContradict) {
  expect_refused("a\0"s, Encoding::utf16, error("encoding-no-mark", 0, 0));
  expect_refused("\xEF\xBB\xBFz", Encoding::windows1252,
                 error("encoding-differs", 0, 0, "", {"windows-1252", "utf-8"}));
  expect_refused("\xFE\xFF\0a"s, Encoding::utf16le,
                 error("encoding-differs", 0, 0, "", {"utf-16le", "utf-16be"}));
  expect_refused(
      "\xFF\xFE"
      "a\0"s,
      Encoding::utf8, error("encoding-differs", 0, 0, "", {"utf-8", "utf-16le"}));
}

TEST(Encoding, DoubtsAreTold) {
  expect_text("Côte", Encoding::windows1252, "CÃ´te",
              {warning("encoding-is-utf8", 0, 0, "", {"windows-1252"})});
  expect_text("d\x92\x85 \xE9", Encoding::latin1, "d\u0092\u0085 é",
              {warning("encoding-controls", 0, 0, "", {"2", "iso-8859-1"})});
}

struct Decoded {
  const char* written;
  const char* text;
  std::size_t decoded = 0, invalid = 0, twice = 0;
};

TEST(Entities, AreDecodedOnce) {
  const std::vector<Decoded> cases{
      {"", ""},
      {"plain", "plain"},
      {"Caf&eacute; &amp; bar", "Café & bar", 2},
      {"&#233;&#xE9;&#Xe9;", "ééé", 3},
      {"&#x1F600; &#65536;", "😀 𐀀", 2},
      {"&Delta;&delta;&thetasym;&there4;", "Δδϑ∴", 4},
      {"&apos;&quot;&lt;&gt;", "'\"<>", 4},
      {"l&#146;aide &#150;", "l’aide –", 2},
      {"&amp;eacute; &amp;#233; &amp;x;", "&eacute; &#233; &x;", 3, 0, 2},
      {"&amp;amp;eacute;", "&amp;eacute;", 1, 0, 1},
      {"&#0;&#xD800;&#1114112;&#99999999999;&#;&#x;&#12a;&#129;",  // none is a character
       "&#0;&#xD800;&#1114112;&#99999999999;&#;&#x;&#12a;&#129;", 0, 7},
      {"AT&T; R&D, a & b &eacute &nosuch; &;", "AT&T; R&D, a & b &eacute &nosuch; &;"},
      {"&&amp;&", "&&&", 1},
      {"&nbsp;", "\u00A0", 1},
      {"&Eacute;&EACUTE;", "É&EACUTE;", 1},
  };
  for (const auto& c : cases) {
    const auto got = decode_entities(c.written);
    EXPECT_EQ(got.text, c.text);
    EXPECT_EQ(got.decoded, c.decoded) << c.written;
    EXPECT_EQ(got.invalid, c.invalid) << c.written;
    EXPECT_EQ(got.double_encoded, c.twice) << c.written;
  }
}

TEST(Entities, ManyAmpersandsTakeOnePass) {
  const std::string many(200'000, '&');
  EXPECT_EQ(decode_entities(many).text, many);
}

TEST(Mojibake, IsRecognisedAndRepaired) {
  const std::vector<std::pair<const char*, const char*>> cases{
      {"CÃ´te dâ€™Ivoire", "Côte d’Ivoire"},
      {"CÃ´te d’Ivoire", "Côte d’Ivoire"},
      {"d\u00E2\u0080\u0099Ivoire", "d’Ivoire"},
      {"Ã‰ducation Ã  distance", "Éducation Ã  distance"},
      {"Ã\u00A0 la", "à la"},
      {"ÃƒÂ´", "ô"},
      {"Ø§Ù„ØªØ¹Ù„ÙŠÙ…", "التعليم"},
      {"ðŸ˜€", "😀"},
  };
  for (const auto& [garbled, repaired] : cases)
    EXPECT_EQ(looks_like_mojibake(garbled), repaired) << garbled;
}

TEST(Mojibake, SoundTextsAreLeftAlone) {
  for (const char* sound : {"", "plain", "Côte d’Ivoire", "NÃO", "São Paulo – Açores", "التعليم",
                            "日本", "€ 5", "ÃÃÃ", "Â", "naïve ©"})
    EXPECT_EQ(looks_like_mojibake(sound), std::nullopt) << sound;
  EXPECT_EQ(looks_like_mojibake("\xFF"), std::nullopt);
}

}  // namespace
}  // namespace coopnet::io
