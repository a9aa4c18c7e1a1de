#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <set>

#include "exchange/exchange_testing.hpp"

/// Files as other programs write them, and what formats allow that these do not show.
namespace {

using namespace exchange_testing;

std::string file(const std::string& name) {
  std::ifstream in(std::string(COOPNET_TEST_DATA) + "/exchange/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

NetworkFile read_file(const std::string& name) { return read(file(name), *format_of_path(name)); }

std::string text_at(const NetworkFile& n, std::size_t node, const std::string& name) {
  return as_texts(n.node_attributes, n.nodes.at(node).values)[name];
}

double total_weight(const NetworkFile& n) {
  double out = 0;
  for (const auto& e : n.edges) out += e.weight.value_or(0);
  return out;
}

TEST(ForeignFiles, TheKarateClubOfNetworkx) {
  for (const auto* name : {"karate_networkx.graphml", "karate_networkx.gexf"}) {
    const auto n = read_file(name);
    EXPECT_FALSE(n.directed) << name;
    EXPECT_EQ(n.nodes.size(), 34U);
    EXPECT_EQ(n.edges.size(), 78U);
    EXPECT_EQ(total_weight(n), 231) << "sum of the weights in Zachary's second matrix, halved";
    EXPECT_EQ(text_at(n, 0, "club"), "Mr. Hi");
    EXPECT_EQ(text_at(n, 33, "club"), "Officer");
  }
  const auto n = read_file("karate_networkx.net");
  EXPECT_EQ(n.nodes.at(33).id, "member 34");
  EXPECT_EQ(n.nodes.at(33).position, (Position{0, 0}));
  EXPECT_EQ(n.edges.size(), 78U);
  EXPECT_EQ(total_weight(n), 231);
}

TEST(ForeignFiles, TheKarateClubOfIgraph) {
  const auto n = read_file("karate_igraph.graphml");
  EXPECT_EQ(n.nodes.at(0).id, "n0");
  EXPECT_EQ(text_at(n, 33, "name"), "John A");
  EXPECT_EQ(text_at(n, 0, "officer"), "true");
  EXPECT_EQ(n.node_attributes.at(*find_attribute(n.node_attributes, "officer")).type,
            ValueType::boolean);
  EXPECT_EQ(total_weight(n), 156) << "1, 2 and 3 in turn, 26 times";
  const auto bare = read_file("karate_igraph.net");
  EXPECT_EQ(bare.nodes.size(), 34U);
  EXPECT_EQ(bare.nodes.at(9).id, "10");
  EXPECT_EQ(bare.edges.size(), 78U);
}

TEST(ForeignFiles, TwoModes) {
  for (const auto& [name, women] :
       {std::pair("davis_networkx.graphml", 18U), std::pair("two_mode_igraph.graphml", 3U)}) {
    const auto n = read_file(name);
    EXPECT_TRUE(is_two_mode(n)) << name;
    std::size_t first = 0;
    for (const auto& node : n.nodes) first += node.mode == 0 ? 1U : 0U;
    EXPECT_EQ(first, women) << name;
  }
  EXPECT_EQ(read_file("davis_networkx.graphml").edges.size(), 89U);
}

TEST(ForeignFiles, DirectionsAndEscapesOfIgraph) {
  for (const auto* name : {"directed_igraph.graphml", "quotes_igraph.dot"}) {
    const auto n = read_file(name);
    EXPECT_TRUE(n.directed);
    EXPECT_EQ(text_at(n, 0, "name"), "a \"quoted\"") << name;
    EXPECT_EQ(text_at(n, 1, "name"), "b\\c") << name;
    ASSERT_EQ(n.edges.size(), 4U);
    EXPECT_EQ(n.edges[1].source, 1U);
    EXPECT_EQ(n.edges[1].target, 2U);
    EXPECT_EQ(n.edges[1].weight, 2.5);
    EXPECT_EQ(n.edges[2].weight, -1);
  }
}

TEST(ForeignFiles, AMultigraphOfNetworkx) {
  for (const auto* name : {"multi_networkx.graphml", "multi_networkx.gexf"}) {
    coopnet::Diagnostics findings;
    const auto n = read_network(file(name), *format_of_path(name), name, findings);
    EXPECT_EQ(findings.errors(), 0U) << name;
    EXPECT_TRUE(n.directed);
    EXPECT_EQ(n.nodes.at(1).label, "Bêta");
    EXPECT_EQ(n.nodes.size(), 3U);
    ASSERT_EQ(n.edges.size(), 4U);
    EXPECT_EQ(as_texts(n.edge_attributes, n.edges[0].values)["strength"], "2");
    EXPECT_EQ(as_texts(n.edge_attributes, n.edges[1].values)["strength"], "3.5");
    EXPECT_EQ(n.edge_attributes.at(*find_attribute(n.edge_attributes, "strength")).type,
              ValueType::number);
    EXPECT_EQ(n.edges[3].source, n.edges[3].target);
  }
}

TEST(Gexf, MixedAndMutualEdgesKindsAndLooks) {
  const auto n = read(R"(<gexf xmlns="http://www.gexf.net/1.1draft" version="1.1">
 <graph defaultedgetype="undirected">
  <attributes class="node"><attribute id="0" title="t" type="float"><default>0.5</default></attribute>
  </attributes>
  <nodes><node id="a" label="A"><viz:color hex="#00ff00"/><viz:size value="2"/>
    <viz:position x="1" y="-2" z="0.0"/></node>
   <node id="b"><attvalues><attvalue id="0" value="1.5"/></attvalues></node></nodes>
  <edges><edge source="a" target="b"/><edge source="a" target="b" type="directed" kind="k"/>
   <edge id="m" source="b" target="a" type="mutual" weight="2" label="both"/></edges>
 </graph></gexf>)",
                      FileFormat::gexf);
  EXPECT_EQ(n.nodes.at(0).colour, (Colour{0, 255, 0}));
  EXPECT_EQ(n.nodes.at(0).size, 2.0);
  EXPECT_EQ(n.nodes.at(0).position, (Position{1, -2}));
  EXPECT_EQ(text_at(n, 0, "t"), "0.5");
  EXPECT_EQ(text_at(n, 1, "t"), "1.5");
  std::vector<std::string> edges;
  for (const auto& e : n.edges) edges.push_back(shown(n, e));
  EXPECT_THAT(edges, testing::ElementsAre("a -- b||-", "a -> b||-|kind=k", "b -> a|m|2|label=both",
                                          "a -> b||2|label=both"));
}

TEST(Graphml, KeysOfYedDefaultsAndMixedDirections) {
  const auto n = read(R"(<graphml>
 <key id="d1" for="node" yfiles.type="nodegraphics"/>
 <key id="d2" for="node"/>
 <key id="d3" for="all" attr.name="w" attr.type="int"><default>7</default></key>
 <graph edgedefault="directed" parse.nodes="2">
  <edge source="b" target="a" directed="false"/>
  <node id="a"><data key="d1"><y:ShapeNode><y:NodeLabel x="1">Two
words</y:NodeLabel></y:ShapeNode></data><data key="d2">plain</data></node>
  <node id="b"><data key="d3">8</data></node>
 </graph></graphml>)",
                      FileFormat::graphml);
  EXPECT_EQ(n.nodes.at(0).label, "Two\nwords");
  EXPECT_EQ(text_at(n, 0, "d2"), "plain");
  EXPECT_EQ(text_at(n, 0, "w"), "7");
  EXPECT_EQ(text_at(n, 1, "w"), "8");
  EXPECT_EQ(shown(n, n.edges.at(0)), "b -- a||-|w=7");
}

TEST(Pajek, ListsMatricesRelationsAndWindowsFiles) {
  const auto n = read(
      "\xEF\xBB\xBF*Network a b\r\n*Vertices 3\r\n1 one ic Red\r\n2 \"two \\\"2\\\"\" 0.1 0.2 "
      "0.5\r\n"
      "% comment\r\n3 \"c:\\\"\r\n*Arcslist\r\n1 2 3\r\n*Edgeslist\r\n2 3\r\n"
      "*Arcs :2 \"lends to\"\r\n3 1 -2 c Blue l \"a label\"\r\n*Matrix\r\n0 1.5 0\r\n0 0 0\r\n0 0 "
      "1\r\n",
      FileFormat::pajek);
  EXPECT_EQ(n.properties, (std::vector<Property>{{"title", "a b"}}));
  EXPECT_EQ(shown(n, n.nodes.at(0)), "one||-|-|-|-|ic=Red");
  EXPECT_EQ(shown(n, n.nodes.at(1)), "two \"2\"||-|-|-|0.1 0.2");
  EXPECT_EQ(n.nodes.at(2).id, "c:\\");
  std::vector<std::string> edges;
  for (const auto& e : n.edges) edges.push_back(shown(n, e));
  EXPECT_THAT(edges,
              testing::ElementsAre("one -> two \"2\"||-", "one -> c:\\||-", "two \"2\" -- c:\\||-",
                                   "c:\\ -> one||-2|c=Blue|label=a label|relation=lends to",
                                   "one -> two \"2\"||1.5", "c:\\ -> c:\\||1"));
}

TEST(Pajek, OfTwoModes) {
  const auto n =
      read("*Vertices 3 2\n1 \"a\"\n2 \"b\"\n3 \"f\"\n*Matrix\n1\n0\n", FileFormat::pajek);
  EXPECT_EQ(n.nodes.at(1).mode, 0);
  EXPECT_EQ(n.nodes.at(2).mode, 1);
  ASSERT_EQ(n.edges.size(), 1U);
  EXPECT_EQ(shown(n, n.edges[0]), "a -- f||1");
}

TEST(Dot, GroupsMarkupDirectionsAndLabels) {
  const auto n = read(
      "/* c */ digraph G {\n node [shape=box]; // all\n a [label=<<b>x</b>>, pos=\"1,2!\"]\n"
      " subgraph cluster_1 { b; c [label=\"\\N\"] } -> d [weight=3]\n"
      " e -> f [dir=none, label=\"two\\nlines\\l\"]; e -> f [dir=back, key=k1]; e -> g [dir=both]\n"
      " \"%x\" -> -1.5 }\n",
      FileFormat::dot);
  EXPECT_EQ(shown(n, n.nodes.at(0)), "a|<b>x</b>|-|-|-|1 2|shape=box");
  EXPECT_EQ(n.nodes.at(2).label, "");
  std::vector<std::string> edges;
  for (const auto& e : n.edges) edges.push_back(shown(n, e));
  EXPECT_THAT(edges,
              testing::ElementsAre("b -> d||3", "c -> d||3", "e -- f||-|label=two\\nlines\\l",
                                   "f -> e|k1|-", "e -> g||-", "g -> e||-", "%x -> -1.5||-"));
}

}  // namespace
