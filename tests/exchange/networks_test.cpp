#include <gmock/gmock.h>

#include <algorithm>

#include "coopnet/exchange/from_data.hpp"
#include "exchange/data_testing.hpp"

/// The networks of a dataset, and any network as a dataset.
namespace {

using namespace exchange_testing;
using coopnet::Diagnostics;
using coopnet::NetworkKind;
using coopnet::Selection;
using testing::ElementsAre;

NetworkFile network(const coopnet::Dataset& data, NetworkKind kind) {
  const Selection all(data);
  const auto relations = build_relations(data, all);
  coopnet::NetworkOptions options;
  options.kind = kind;
  return network_of(data, build_network(data, relations, all, options));
}

TEST(Networks, CarryWhatIsSharedAsWeight) {
  const auto data = support::build(small_world());
  const auto forums = network(data, NetworkKind::actors_by_forum);
  EXPECT_THAT(ids(forums), ElementsAre("A", "B"));
  EXPECT_THAT(edges(forums), ElementsAre("A -- B||2|kind=shared_forum"));
  EXPECT_EQ(shown(forums, forums.nodes[1]),
            "B|Beta|#56B4E9|-|-|-|kind=actor|region=South|subkind=state");
  const auto exchange = network(data, NetworkKind::actors_by_exchange);
  EXPECT_TRUE(exchange.directed);
  EXPECT_THAT(edges(exchange), ElementsAre("A -> B||1|kind=shared_with"));
  const auto two_mode = network(data, NetworkKind::two_mode);
  EXPECT_TRUE(is_two_mode(two_mode));
  EXPECT_THAT(ids(two_mode), ElementsAre("A", "B", "f", "g"));
  EXPECT_THAT(edges(two_mode),
              ElementsAre("A -- f||1|kind=belongs_to", "A -- g||1|kind=belongs_to",
                          "B -- f||1|kind=belongs_to", "B -- g||1|kind=belongs_to"));
  EXPECT_THAT(edges(network(data, NetworkKind::pledges_by_tag)),
              ElementsAre("p -- q||1|kind=shared_tag"));
}

TEST(Networks, OfTwoModesBecomeForumsAndMemberships) {
  Diagnostics findings;
  const auto data =
      rebuilt(network(support::build(small_world()), NetworkKind::two_mode), findings);
  EXPECT_EQ(findings.errors(), 0U);
  EXPECT_EQ(data.actors.size(), 2U);
  EXPECT_EQ(data.forums.size(), 2U);
  EXPECT_EQ(data.memberships.size(), 4U);
  EXPECT_EQ(data.regions_of(*data.actors.find("B"), "region").size(), 1U);
}

TEST(AnyNetwork, BecomesActorsAndAgreements) {
  NetworkFile n;
  n.node_attributes = {{"kind"}, {"region"}, {"id"}, {"Name"}, {"age", ValueType::integer}};
  n.edge_attributes = {{"kind"}, {"year"}, {"label"}};
  const auto text = [](const char* t) { return Value(std::string(t)); };
  n.nodes = {
      {.id = "a;b", .values = {{0, text("state")}, {1, text("N;~S")}, {3, text("Alpha")}}},
      {.id = "~x", .values = {{2, text("7")}, {4, std::int64_t{5}}}, .position = Position{1, 2}},
      {.id = "a,b", .label = "Label"}};
  n.edges = {
      {.source = 0, .target = 1, .weight = 2.5, .values = {{1, text("2024-05")}}},
      {.source = 1, .target = 0, .directed = true, .values = {{0, text("x")}, {2, text("L")}}},
      {.source = 0, .target = 1, .id = "e1"},
      {.source = 2, .target = 2}};
  Diagnostics findings;
  const auto data = rebuilt(n, findings);
  ASSERT_EQ(findings.errors(), 0U);
  ASSERT_EQ(data.actors.size(), 3U);
  const auto& actor = data.actors[*data.actors.find("a,b")];
  EXPECT_EQ(actor.kind, coopnet::ActorKind::state);
  EXPECT_EQ(actor.regions.size(), 2U);
  EXPECT_TRUE(data.actors.find("x"));
  EXPECT_TRUE(data.actors.find("a,b-2"));
  EXPECT_EQ(data.actors[*data.actors.find("a,b-2")].name.en, "Label");
  EXPECT_THAT(data.actors.extra_columns, ElementsAre("age", "file_id", "name_2", "x", "y"));
  EXPECT_THAT(data.agreements.extra_columns, ElementsAre("file_kind", "weight"));
  const auto& undirected = data.agreements[*data.agreements.find("a,b-x")];
  EXPECT_EQ(undirected.kind, coopnet::AgreementKind::unknown);
  EXPECT_EQ(undirected.year.text, "2024-05");
  EXPECT_THAT(undirected.extra, ElementsAre("", "2.5"));
  const auto& directed = data.agreements[*data.agreements.find("x-a,b")];
  EXPECT_EQ(directed.kind, coopnet::AgreementKind::peer_exchange);
  EXPECT_EQ(directed.title, "L");
  EXPECT_TRUE(data.agreements.find("e1"));
  EXPECT_EQ(data.parties.size(), 7U) << "a loop has one party";
  const auto codes = support::codes(findings);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "network-id-changed"), 3);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "network-columns-changed"), 3);
}

TEST(AnyNetwork, OfTheWorstTextsIsADataset) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Diagnostics findings;
    const auto network = RandomNetworks(seed).make();
    const auto data = rebuilt(network, findings);
    for (const auto& d : findings.all())
      ASSERT_NE(d.severity, coopnet::Severity::error) << seed << d.code << d.field << d.value;
    EXPECT_EQ(data.actors.size(), network.nodes.size());
    EXPECT_EQ(data.agreements.size(), network.edges.size());
  }
}

}  // namespace
