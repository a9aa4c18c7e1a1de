#include <gmock/gmock.h>

#include <utility>

#include "exchange/exchange_testing.hpp"

/// Input that is wrong, odd or made to hurt: what is said of it, and where.
namespace {

using namespace exchange_testing;
using coopnet::Diagnostics;
using coopnet::Severity;

struct Case {
  const char* name;
  FileFormat format;
  std::string text;
  const char* code;    ///< of the first finding; empty: none at all
  std::uint32_t line;  ///< 0: the file as a whole
  bool error = true;
};

std::string graphml(const std::string& inside, const std::string& keys = "") {
  return "<graphml>\n" + keys + "<graph edgedefault=\"undirected\">\n" + inside +
         "</graph></graphml>\n";
}

std::string gexf(const std::string& inside, const std::string& attributes = "") {
  return "<gexf version=\"1.3\"><graph>\n" + attributes + inside + "</graph></gexf>\n";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

const std::string int_key = "<key id=\"k\" for=\"node\" attr.name=\"n\" attr.type=\"int\"/>\n";

std::vector<Case> graphml_cases() {
  const auto format = FileFormat::graphml;
  return {
      {"empty", format, "", "network-xml", 1},
      {"not xml", format, "hello", "network-xml", 1},
      {"cut off", format, "<graphml>\n<graph>\n<node id=\"a\"/>", "network-xml", 3},
      {"other root", format, "<html></html>", "network-other-format", 1},
      {"no graph", format, "<graphml></graphml>", "network-no-graph", 0},
      {"doctype", format, "<?xml version=\"1.0\"?>\n<!DOCTYPE graphml>\n<graphml/>",
       "network-doctype", 2},
      {"entity bomb", format,
       "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
       "\"&a;&a;&a;&a;\">]>\n<graphml>&b;</graphml>",
       "network-doctype", 1},
      {"undefined entity", format, graphml("<node id=\"&x;\"/>\n"), "network-xml", 3},
      {"deep", format, repeated("<graphml>\n", 100), "network-too-deep", 65},
      {"very deep", format, repeated("<a>", 1'000'000), "network-other-format", 1},
      {"latin-1 without a word", format, graphml("<node id=\"C\xF4te\"/>\n"), "not-utf8", 3},
      {"unknown encoding", format, "<?xml version=\"1.0\" encoding=\"klingon\"?>\n<graphml/>",
       "network-encoding", 1},
      {"zero byte", format, std::string("<graphml>\n\0</graphml>", 21), "network-xml", 2},
      {"node without id", format, graphml("<node/>\n"), "network-missing-id", 3},
      {"node twice", format, graphml("<node id=\"a\"/>\n<node id=\"a\"/>\n"),
       "network-repeated-node", 4},
      {"edge to nobody", format, graphml("<node id=\"a\"/>\n<edge source=\"a\" target=\"b\"/>\n"),
       "network-unknown-node", 4},
      {"edge without target", format, graphml("<node id=\"a\"/>\n<edge source=\"a\"/>\n"),
       "network-missing-id", 4},
      {"edge id twice", format,
       graphml("<node id=\"a\"/>\n<edge id=\"e\" source=\"a\" target=\"a\"/>\n"
               "<edge id=\"e\" source=\"a\" target=\"a\"/>\n"),
       "network-repeated-edge", 5, false},
      {"undeclared key", format, graphml("<node id=\"a\">\n<data key=\"k\">1</data></node>\n"),
       "network-unknown-key", 4},
      {"key of the other side", format,
       graphml(
           "<node id=\"a\"/>\n<edge source=\"a\" target=\"a\"><data key=\"k\">1</data></edge>\n",
           int_key),
       "network-unknown-key", 5},
      {"key twice", format, graphml("", int_key + int_key), "network-repeated-key", 3},
      {"name twice", format,
       graphml("", "<key id=\"j\" for=\"node\" attr.name=\"n\" attr.type=\"string\"/>\n" + int_key),
       "network-attribute-renamed", 3, false},
      {"no number", format, graphml("<node id=\"a\">\n<data key=\"k\">x</data></node>\n", int_key),
       "network-bad-value", 5},
      {"number too large", format,
       graphml("<node id=\"a\"><data key=\"k\">" + repeated("9", 400) + "</data></node>\n",
               int_key),
       "network-bad-value", 4},
      {"value twice", format,
       graphml("<node id=\"a\"><data key=\"k\">1</data>\n<data key=\"k\">1</data></node>\n",
               int_key),
       "network-value-twice", 5},
      {"direction", format,
       graphml("<node id=\"a\"/>\n<edge source=\"a\" target=\"a\" directed=\"maybe\"/>\n"),
       "network-bad-value", 4},
      {"hyperedge", format, graphml("<node id=\"a\"/>\n<hyperedge/>\n"), "network-hyperedge", 4},
      {"nested graph", format, graphml("<node id=\"a\">\n<graph/></node>\n"),
       "network-nested-graph", 4},
      {"port", format, graphml("<node id=\"a\">\n<port name=\"p\"/></node>\n"), "network-ports", 4,
       false},
      {"two graphs", format, "<graphml><graph/>\n<graph/></graphml>", "network-several-graphs", 2,
       false},
      {"long value", format,
       graphml("<node id=\"a\"><desc>" + std::string(2'000'000, 'x') + "</desc></node>\n"),
       "network-value-too-long", 3},
      {"no finite number", format,
       graphml("<node id=\"a\"><data key=\"k\">NaN</data></node>\n",
               "<key id=\"k\" for=\"node\" attr.name=\"n\" attr.type=\"double\"/>\n"),
       "network-not-finite", 4, false},
  };
}

std::vector<Case> gexf_cases() {
  const auto format = FileFormat::gexf;
  const std::string two = "<nodes><node id=\"a\"/><node id=\"b\"/></nodes>\n";
  return {
      {"graphml inside", format, "<graphml/>", "network-other-format", 1},
      {"doctype", format, "<!DOCTYPE gexf SYSTEM \"file:///etc/passwd\">\n<gexf/>",
       "network-doctype", 1},
      {"edge to nobody", format, gexf(two + "<edges><edge source=\"a\" target=\"c\"/></edges>"),
       "network-unknown-node", 3},
      {"odd type", format,
       gexf(two + "<edges><edge source=\"a\" target=\"b\" type=\"sideways\"/></edges>"),
       "network-bad-value", 3},
      {"odd weight", format,
       gexf(two + "<edges>\n<edge source=\"a\" target=\"b\" weight=\"heavy\"/></edges>"),
       "network-bad-value", 4},
      {"odd colour", format,
       gexf("<nodes><node id=\"a\">\n<viz:color r=\"300\" g=\"0\" b=\"0\"/></node></nodes>"),
       "network-bad-value", 3},
      {"undeclared attribute", format,
       gexf("<nodes><node id=\"a\"><attvalues>\n<attvalue for=\"7\" value=\"x\"/></attvalues>"
            "</node></nodes>"),
       "network-unknown-key", 3},
      {"attribute twice", format,
       gexf("",
            "<attributes class=\"node\"><attribute id=\"0\" title=\"a\" type=\"string\"/>\n"
            "<attribute id=\"0\" title=\"b\" type=\"string\"/></attributes>"),
       "network-repeated-key", 3},
      {"times", format, gexf("<nodes>\n<node id=\"a\" start=\"2000\"/></nodes>"), "network-times",
       3, false},
      {"hierarchy", format,
       gexf("<nodes><node id=\"a\">\n<nodes><node id=\"b\"/></nodes></node></nodes>"),
       "network-hierarchy", 3, false},
  };
}

std::vector<Case> pajek_cases() {
  const auto format = FileFormat::pajek;
  return {
      {"empty", format, "", "network-other-format", 0},
      {"text before", format, "hello\n*Vertices 1\n", "network-bad-line", 1},
      {"no number", format, "*Vertices many\n", "network-bad-line", 1},
      {"huge", format, "*Vertices 4000000000\n", "network-too-many-nodes", 1},
      {"beyond 64 bits", format, "*Vertices 99999999999999999999999\n", "network-bad-line", 1},
      {"vertex beyond", format, "*Vertices 2\n1 \"a\"\n3 \"c\"\n", "network-bad-vertex", 3},
      {"vertex twice", format, "*Vertices 2\n1 \"a\"\n1 \"c\"\n", "network-repeated-node", 3},
      {"edge to nobody", format, "*Vertices 2\n*Edges\n1 3\n", "network-bad-vertex", 3},
      {"edge to zero", format, "*Vertices 2\n*Arcs\n0 1\n", "network-bad-vertex", 3},
      {"ties first", format, "*Edges\n1 2\n", "network-no-vertices", 1},
      {"vertices twice", format, "*Vertices 1\n*Vertices 1\n", "network-vertices-twice", 2},
      {"open quote", format, "*Vertices 1\n1 \"a\n", "network-open-quote", 2},
      {"two modes of more", format, "*Vertices 2 3\n", "network-bad-line", 1},
      {"matrix too wide", format, "*Vertices 2\n*Matrix\n1 0 1\n", "network-bad-line", 3},
      {"matrix of words", format, "*Vertices 1\n*Matrix\nx\n", "network-bad-value", 3},
      {"one coordinate", format, "*Vertices 1\n1 \"a\" 0.5\n", "network-bad-line", 2},
      {"unknown part", format, "*Vertices 1\n*Partition p\n1\n", "network-section", 2, false},
      {"latin-1", format, "*Vertices 1\n1 \"C\xF4te\"\n", "not-utf8", 2},
      {"times", format, "*Vertices 1\n1 \"a\" [1-5]\n", "network-times", 2, false},
  };
}

std::vector<Case> dot_cases() {
  const auto format = FileFormat::dot;
  const auto many_names = [] {
    std::string out = "graph {\na [";
    for (int i = 0; i < 2000; ++i) out += "k" + std::to_string(i) + "=1 ";
    return out + "]}";
  }();
  return {
      {"empty", format, "", "network-dot-syntax", 0},
      {"cut off", format, "graph {\na -- b\n", "network-dot-syntax", 3},
      {"open comment", format, "graph {\na -- b /* }", "network-dot-syntax", 2},
      {"only a comment", format, "\n/* graph {}", "network-dot-syntax", 2},
      {"wrong arrow", format, "graph {\na -> b\n}", "network-dot-syntax", 2},
      {"open quote", format, "graph {\n\"a -- b\n}", "network-open-quote", 2},
      {"open markup", format, "graph {\na [label=<b>\n}", "network-dot-syntax", 3},
      {"never closed markup", format, "graph {\na [label=<<b>\n}", "network-open-quote", 2},
      {"deep", format, "graph {" + repeated("{\n", 100'000), "network-too-deep", 64},
      {"groups multiply", format,
       "graph {\n{" + repeated("a ", 5'000) + "} -- {" + repeated("b ", 5'000) + "}\n}",
       "network-too-costly", 0},
      {"attributes without end", format, many_names, "network-too-many-attributes", 2},
      {"zero byte", format, std::string("graph {\n\0}", 10), "nul-byte", 2},
      {"empty name", format, "graph {\n\"\" -- b}", "network-missing-id", 0},
      {"odd direction", format, "digraph {\na -> b [dir=sideways]}", "network-bad-value", 0},
      {"odd place", format, "graph {\na [pos=here]}", "network-bad-value", 0},
      {"two graphs", format, "graph { a }\ngraph { b }", "network-several-graphs", 2, false},
      {"groups", format, "graph {\nsubgraph x { a }\n}", "network-groups", 2, false},
      {"not utf-8", format, "graph {\nC\xF4te\n}", "not-utf8", 2},
  };
}

TEST(HostileInput, IsToldWithItsPlace) {
  std::size_t count = 0;
  for (const auto& cases : {graphml_cases(), gexf_cases(), pajek_cases(), dot_cases()})
    for (const auto& c : cases) {
      ++count;
      Diagnostics findings;
      (void)read_network(c.text, c.format, "file", findings);
      SCOPED_TRACE(std::string(c.name) + " " + std::to_string(static_cast<int>(c.format)));
      ASSERT_FALSE(findings.all().empty());
      const auto& first = findings.all().front();
      EXPECT_EQ(first.code, c.code);
      EXPECT_EQ(first.where.line, c.line) << first.where.column;
      EXPECT_EQ(first.severity, c.error ? Severity::error : Severity::warning);
      EXPECT_EQ(first.where.file, "file");
    }
  EXPECT_GE(count, 70U);
}

TEST(HostileInput, ManyFaultsAreCountedNotListed) {
  Diagnostics findings;
  (void)read_network(graphml(repeated("<node/>\n", 100'000)), FileFormat::graphml, "file",
                     findings);
  EXPECT_EQ(findings.all().size(), 1'001U);
  EXPECT_EQ(findings.all().back().code, "more-of-the-same");
}

TEST(HostileInput, TheNearestNodeIsNamed) {
  Diagnostics findings;
  (void)read_network(graphml("<node id=\"Kenya\"/>\n<edge source=\"Kenia\" target=\"Kenya\"/>\n"),
                     FileFormat::graphml, "file", findings);
  ASSERT_EQ(findings.errors(), 1U);
  EXPECT_EQ(findings.all().front().nearest, "Kenya");
  EXPECT_EQ(findings.all().front().where.column, 1U);
}

/// A default that many nodes take must not be copied for each.
TEST(HostileInput, LongDefaultsAreNotRepeatedWithoutEnd) {
  const auto text = "graph { node [a=\"" + std::string(100'000, 'x') + "\"]\n" + [] {
    std::string nodes;
    for (int i = 0; i < 2'000; ++i) nodes += "n" + std::to_string(i) + ' ';
    return nodes;
  }() + '}';
  Diagnostics findings;
  (void)read_network(text, FileFormat::dot, "file", findings);
  ASSERT_EQ(findings.errors(), 1U);
  EXPECT_EQ(findings.all().front().code, "network-too-much-text");
}

/// libcgraph remembers where it stopped; nobody may notice.
TEST(HostileInput, OneDotFileDoesNotReachTheNext) {
  for (const auto* text :
       {"graph { a } graph { b }", "graph { /*", "graph { \"x", "graph { x=<<b", "/*", "\" x", "<x",
        "", "graph { ] a b c", "graph { a [label=<x<!-- > -->y>] }", "}", "graph { a } \"x"}) {
    Diagnostics findings;
    (void)read_network(text, FileFormat::dot, "file", findings);
    const auto next = read("graph { c }", FileFormat::dot);
    ASSERT_EQ(next.nodes.size(), 1U) << text;
    EXPECT_EQ(next.nodes[0].id, "c") << text;
  }
}

TEST(Encodings, OfXmlAreThoseThatTheFileNames) {
  const std::string latin =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + graphml("<node id=\"C\xF4te\"/>\n");
  EXPECT_EQ(read(latin, FileFormat::graphml).nodes.at(0).id, "Côte");
  std::string wide = "\xFF\xFE";
  for (const char c : graphml("<node id=\"a\"/>\n")) (wide += c) += '\0';
  EXPECT_EQ(read(wide, FileFormat::graphml).nodes.at(0).id, "a");
  // The mark takes no column.
  for (const auto format : {FileFormat::graphml, FileFormat::gexf}) {
    Diagnostics findings;
    (void)read_network("\xEF\xBB\xBF<a", format, "file", findings);
    ASSERT_FALSE(findings.all().empty());
    EXPECT_EQ(findings.all().front().where.column, 1U);
  }
  EXPECT_EQ(read("\xEF\xBB\xBF" + graphml("<node id=\"é\"/>\n"), FileFormat::graphml).nodes.size(),
            1U);
}

}  // namespace
