#include "coopnet/intake/text_document.hpp"

#include <gmock/gmock.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "coopnet/core/errors.hpp"
#include "intake/text_places.hpp"
#include "support/datasets.hpp"

namespace coopnet::intake {
namespace {

using support::codes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Page {
  TextDocument document;
  Diagnostics findings;
};

Page page(std::string html) {
  Page out;
  out.document = make_document(std::move(html), "a.html", TextFormat::html, out.findings);
  return out;
}

std::string text_of(std::string html) { return page(std::move(html)).document.text; }

TEST(TextDocument, HtmlAsAReaderSeesIt) {
  const struct {
    const char* html;
    const char* text;
  } cases[] = {
      {"plain", "plain"},
      {"<p>one<p>two", "one\n\ntwo"},
      {"a<br>b<br/>c", "a\nb\nc"},
      {"a<br><br>b", "a\n\nb"},
      {"  a \n\t b  ", "a b"},
      {"<b>mi</b>grants", "migrants"},
      {"<ul><li>x</li><li>y</li></ul>", "x\n\ny"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c", "a b\n\nc"},
      {"<pre>a\nb</pre>c", "a\nb\n\nc"},
      {"a<script>if (a<b) x='</p>';</script>b", "ab"},
      {"a<STYLE type=\"x\">p { }</Style>b", "ab"},
      {"a<svg><text>x</text></svg>b", "ab"},
      {"a<!-- <p> -- > -->b", "ab"},
      {"a<!DOCTYPE html>b<?xml x?>c", "abc"},
      {"<a title=\"x > y\" href='>'>b</a>", "b"},
      {"<p class=a\"b>c", "c"},
      {"1 < 2 <3 <", "1 < 2 <3 <"},
      {"caf&eacute; &amp; th&#233; &#xE9;", "café & thé é"},
      {"a&nbsp;&nbsp;b", "a b"},
      {"a&amp;eacute;b", "a&eacute;b"},
      {"&unknown; &#0; &#xD800; &#99999999999; & &;",
       "&unknown; &#0; &#xD800; &#99999999999; & &;"},
      {"</>a</ >b", "ab"},
      {"<title>T</title>x", "T\n\nx"},
      {"<p></p><div></div>", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(text_of(c.html), c.text) << c.html;
}

TEST(TextDocument, WhatNeverEndsIsToldWithItsPlace) {
  const struct {
    const char* html;
    const char* what;
    std::uint32_t line, column;
  } cases[] = {
      {"a<!-- b", "comment", 1, 2},
      {"é\n<a href=\"x>b</a>", "tag", 2, 1},
      {"a<script>b</p>", "script", 1, 2},
      {"a<p", "tag", 1, 2},
      {"a<style>x</style", "tag", 1, 10},
      {"x</", "", 0, 0},
      {"a<!x", "tag", 1, 2},
  };
  for (const auto& c : cases) {
    const auto read = page(c.html);
    if (c.line == 0) {
      EXPECT_THAT(codes(read.findings), IsEmpty()) << c.html;
      continue;
    }
    ASSERT_THAT(codes(read.findings), ElementsAre("html-unclosed")) << c.html;
    const auto& found = read.findings.all().front();
    EXPECT_EQ(found.severity, Severity::warning);
    EXPECT_THAT(found.args, ElementsAre(c.what)) << c.html;
    EXPECT_EQ(found.where, (Place{"a.html", c.line, c.column})) << c.html;
  }
}

TEST(TextDocument, PlacesAreThoseOfTheFile) {
  const std::string html = "<html>\n<p>&Eacute;t&eacute;   caf\xC3\xA9\n<b>here</b> <i>&lt;there";
  const auto read = page(html);
  ASSERT_EQ(read.document.text, "Été café here <there");
  TextPlaces places(read.document);
  const auto at = [&](const char* word) {
    const auto spot = places.at(read.document.text.find(word));
    return std::to_string(spot.where.line) + ":" + std::to_string(spot.where.column);
  };
  EXPECT_EQ(at("Été"), "2:4");
  EXPECT_EQ(at("café"), "2:24");
  EXPECT_EQ(at("here"), "3:4");
  EXPECT_EQ(at("there"), "3:20");
}

TEST(TextDocument, PlainTextIsTakenAsItIs) {
  Diagnostics findings;
  const auto document =
      make_document("\xEF\xBB\xBF<b>\r\n&amp;", "a.txt", TextFormat::plain, findings);
  EXPECT_EQ(document.text, "<b>\r\n&amp;");
  EXPECT_THAT(codes(findings), IsEmpty());
  TextPlaces places(document);
  EXPECT_EQ(places.at(document.text.size() - 1).where, (Place{"a.txt", 2, 5}));
}

TEST(TextDocument, FormatByNameElseByContent) {
  EXPECT_EQ(text_format("a.HTML", ""), TextFormat::html);
  EXPECT_EQ(text_format("a.htm", "%PDF-1.4"), TextFormat::html);
  EXPECT_EQ(text_format("a.pdf", ""), TextFormat::pdf);
  EXPECT_EQ(text_format("<stdin>", "%PDF-1.7\n"), TextFormat::pdf);
  EXPECT_EQ(text_format("<stdin>", "\n <!DOCTYPE HTML>"), TextFormat::html);
  EXPECT_EQ(text_format("a.md", "# <html>"), TextFormat::plain);
}

TEST(TextDocument, FaultsOfBytes) {
  const struct {
    std::string bytes;
    const char* code;
    std::uint32_t line, column;
  } cases[] = {
      {"ab\n\xE9t\xE9", "not-utf8", 2, 1},
      {std::string("a\nb\0c", 5), "text-nul-byte", 2, 2},
      {" \n\f\n", "text-empty", 0, 0},
      {"", "text-empty", 0, 0},
  };
  for (const auto& c : cases) {
    Diagnostics findings;
    const auto document = make_document(c.bytes, "a.txt", TextFormat::plain, findings);
    ASSERT_THAT(codes(findings), ElementsAre(c.code));
    EXPECT_EQ(findings.all().front().where, (Place{"a.txt", c.line, c.column})) << c.code;
  }
}

TEST(TextDocument, OtherEncodingsOnRequest) {
  Diagnostics findings;
  TextOptions options;
  options.encoding = io::Encoding::windows1252;
  const auto document = make_document("\xE9t\xE9", "a.txt", TextFormat::plain, findings, options);
  EXPECT_EQ(document.text, "été");
  EXPECT_THAT(codes(findings), IsEmpty());
}

/// One hostile thing after another: were one of them read anew at each, it would take minutes.
TEST(TextDocument, HostilePagesAreReadInOnePass) {
  constexpr std::size_t bytes = 100'000;
  for (const std::string part : {"<",
                                 "</",
                                 "<!",
                                 "<!--",
                                 "<a ",
                                 "<a b=\"",
                                 "<script>",
                                 "</script",
                                 "&",
                                 "&#",
                                 "&amp",
                                 "&#x41;",
                                 "<p>",
                                 "<svg></",
                                 "\n",
                                 "<!-- -->",
                                 "<br>",
                                 "a<",
                                 "<script></script>",
                                 "<a=\"'\">"}) {
    std::string html;
    while (html.size() < bytes) html += part;
    const auto read = page(std::move(html));
    EXPECT_LE(read.document.text.size(), bytes) << part;
    EXPECT_LE(read.findings.all().size(), 2U) << part;
  }
}

/// A PDF file of one page a text, as small as they can be.
std::string pdf_of(const std::vector<std::string>& pages) {
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents " +
           std::to_string(5 + 2 * i) + " 0 R /Resources << /Font << /F 3 0 R >> >> >>");
    const auto text = "BT /F 12 Tf 50 300 Td (" + pages[i] + ") Tj ET";
    object("<< /Length " + std::to_string(text.size()) + " >>\nstream\n" + text + "\nendstream");
  }
  const auto xref = out.size();
  out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const auto offset : offsets) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
    out += line;
  }
  return out + "trailer\n<< /Size " + std::to_string(offsets.size() + 1) +
         " /Root 1 0 R >>\nstartxref\n" + std::to_string(xref) + "\n%%EOF\n";
}

bool has_pdftotext() {
  for (const char* folder : {"/usr/bin/", "/usr/local/bin/", "/bin/", "/opt/homebrew/bin/"})
    if (std::filesystem::exists(std::string(folder) + "pdftotext")) return true;
  return false;
}

TEST(TextDocument, PdfThroughPdftotext) {
  if (!has_pdftotext()) GTEST_SKIP() << "pdftotext is not installed";
  Diagnostics findings;
  const auto document = make_document(pdf_of({"Objective 8", "Consular protection"}), "a.pdf",
                                      TextFormat::pdf, findings);
  EXPECT_THAT(codes(findings), IsEmpty());
  ASSERT_THAT(document.text, HasSubstr("Consular protection"));
  TextPlaces places(document);
  EXPECT_EQ(places.at(document.text.find("Objective")).page, 1U);
  EXPECT_EQ(places.at(document.text.find("Consular")).page, 2U);

  Diagnostics of_empty;
  (void)make_document(pdf_of({""}), "b.pdf", TextFormat::pdf, of_empty);
  EXPECT_THAT(codes(of_empty), ElementsAre("pdf-without-text"));
  Diagnostics ignored;
  EXPECT_THROW((void)make_document("%PDF-1.4 broken", "c.pdf", TextFormat::pdf, ignored),
               ExternalError);
}

TEST(TextDocument, WithoutPdftotextItSaysWhatToInstall) {
  Diagnostics findings;
  TextOptions nowhere;
  nowhere.search_path = "/nonexistent";
  try {
    (void)make_document(pdf_of({"x"}), "a.pdf", TextFormat::pdf, findings, nowhere);
    FAIL() << "no error";
  } catch (const ExternalError& error) {
    EXPECT_THAT(error.what(), HasSubstr("install poppler-utils"));
  }
}

}  // namespace
}  // namespace coopnet::intake
