#include "exchange/exchange_testing.hpp"

/// What is written in a format is read back as the same network, as far as the format holds it.
namespace {

using namespace exchange_testing;

constexpr std::uint64_t trials = 100;

TEST(RoundTrip, GraphmlKeepsEverything) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    const auto network = RandomNetworks(seed).make();
    const auto text = written(network, FileFormat::graphml);
    EXPECT_EQ(read(text, FileFormat::graphml), network) << seed;
  }
}

TEST(RoundTrip, GexfKeepsEverything) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    const auto network = RandomNetworks(seed).make();
    const auto text = written(network, FileFormat::gexf);
    EXPECT_EQ(read(text, FileFormat::gexf), network) << seed;
  }
}

/// DOT has no types and no difference between an empty text and none; attributes come by name.
TEST(RoundTrip, DotKeepsEverythingAsText) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    const auto network = RandomNetworks(seed).make();
    const auto text = written(network, FileFormat::dot);
    const auto back = read(text, FileFormat::dot);
    SCOPED_TRACE(seed);
    bool digraph = network.directed;
    for (const auto& e : network.edges) digraph = digraph || e.directed;
    EXPECT_EQ(back.directed, digraph);
    EXPECT_EQ(back.properties, network.properties);
    expect_same(back, back.nodes, network, network.nodes);
    expect_same(back, back.edges, network, network.edges);
  }
}

std::string as_pajek_shows(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '"')
      out += "”";
    else if (c == '\\')
      out += "∖";
    else
      out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out;
}

TEST(RoundTrip, PajekKeepsNamesPlacesColoursAndWeights) {
  for (std::uint64_t seed = 1; seed <= trials; ++seed) {
    auto network = RandomNetworks(seed).make();
    for (auto& node : network.nodes) node.label.clear();
    const auto text = written(network, FileFormat::pajek);
    const auto back = read(text, FileFormat::pajek);
    SCOPED_TRACE(seed);
    ASSERT_EQ(back.nodes.size(), network.nodes.size());
    std::map<std::string, std::size_t> place;
    for (std::size_t i = 0; i < back.nodes.size(); ++i) place[back.nodes[i].id] = i;
    for (const auto& node : network.nodes) {
      ASSERT_TRUE(place.contains(as_pajek_shows(node.id))) << node.id;
      const auto& same = back.nodes[place[as_pajek_shows(node.id)]];
      EXPECT_EQ(same.position, node.position);
      EXPECT_EQ(same.colour, node.colour);
      EXPECT_EQ(same.mode, is_two_mode(network) ? node.mode : std::nullopt);
    }
    using Tie = std::tuple<std::string, std::string, bool, std::optional<double>>;
    const auto ties = [](const NetworkFile& of, auto name) {
      std::vector<Tie> out;
      for (const auto& e : of.edges)
        out.emplace_back(name(of.nodes[e.source].id), name(of.nodes[e.target].id), e.directed,
                         e.weight);
      std::stable_sort(out.begin(), out.end(), [&](const Tie& a, const Tie& b) {
        return std::get<2>(a) == of.directed && std::get<2>(b) != of.directed;
      });
      return out;
    };
    EXPECT_EQ(back.directed, network.directed);
    EXPECT_EQ(ties(back, [](const std::string& s) { return s; }), ties(network, as_pajek_shows));
  }
}

TEST(RoundTrip, TheSameNetworkGivesTheSameBytes) {
  for (const auto format :
       {FileFormat::graphml, FileFormat::gexf, FileFormat::pajek, FileFormat::dot}) {
    const auto network = RandomNetworks(7).make();
    EXPECT_EQ(written(network, format), written(network, format));
    const auto once = written(read(written(network, format), format), format);
    EXPECT_EQ(written(read(once, format), format), once);
  }
}

TEST(RoundTrip, WhatNoFormatHoldsIsDroppedAndTold) {
  NetworkFile network;
  network.nodes = {{.id = std::string("a\x01") + "b", .label = "bell \x07 rings"},
                   {.id = "ab", .label = "not a character \xEF\xBF\xBF here"},
                   {.id = std::string("\x02")}};
  network.edges = {{.source = 0, .target = 2}};
  for (const auto format :
       {FileFormat::graphml, FileFormat::gexf, FileFormat::pajek, FileFormat::dot}) {
    coopnet::Diagnostics told;
    const auto text = write_network(network, format, told);
    ASSERT_FALSE(told.all().empty());
    EXPECT_EQ(told.all().front().code, "network-control-dropped");
    EXPECT_EQ(told.all().front().args, std::vector<std::string>{"4"});
    const auto back = read(text, format);
    ASSERT_EQ(back.nodes.size(), 3U);
    EXPECT_EQ(back.edges.size(), 1U);
    if (format == FileFormat::pajek) continue;  // the labels are the ids there
    EXPECT_EQ(back.nodes[0].id, "ab_2");
    EXPECT_EQ(back.nodes[0].label, "bell  rings");
    EXPECT_EQ(back.nodes[1].id, "ab");
    EXPECT_EQ(back.nodes[2].id, "node");
  }
}

TEST(RoundTrip, NamesThatFieldsNeedAreGivenUpAndTold) {
  NetworkFile network;
  network.node_attributes = {{"label"}, {"x", ValueType::integer}};
  network.edge_attributes = {{"weight"}};
  network.nodes = {{.id = "a",
                    .label = "A",
                    .values = {{0, std::string("own")}, {1, std::int64_t{7}}},
                    .position = Position{1, 2}},
                   {.id = "b"}};
  network.edges = {
      {.source = 0, .target = 1, .weight = 2.5, .values = {{0, std::string("heavy")}}}};
  coopnet::Diagnostics told;
  const auto back = read(write_network(network, FileFormat::graphml, told), FileFormat::graphml);
  EXPECT_EQ(told.all().size(), 3U);
  EXPECT_EQ(back.nodes[0].label, "A");
  EXPECT_EQ(back.nodes[0].position, (Position{1, 2}));
  EXPECT_EQ(as_texts(back.node_attributes, back.nodes[0].values),
            (std::map<std::string, std::string>{{"label_2", "own"}, {"x_2", "7"}}));
  EXPECT_EQ(back.edges[0].weight, 2.5);
  EXPECT_EQ(as_texts(back.edge_attributes, back.edges[0].values),
            (std::map<std::string, std::string>{{"weight_2", "heavy"}}));
}

}  // namespace
