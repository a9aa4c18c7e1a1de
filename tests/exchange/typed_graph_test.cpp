#include <gmock/gmock.h>

#include <algorithm>

#include "coopnet/exchange/from_data.hpp"
#include "exchange/data_testing.hpp"
#include "support/worlds.hpp"

/// The typed graph as a file, and the tables it becomes again.
namespace {

using namespace exchange_testing;
using coopnet::Diagnostics;
using coopnet::Selection;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

NetworkFile typed(const coopnet::Dataset& data, const TypedGraphScope& scope = {}) {
  const Selection all(data);
  return typed_graph(data, build_relations(data, all), all, scope);
}

TEST(TypedGraph, HasANodeForEachRowAndAnEdgeForEachTie) {
  const auto n = typed(support::build(small_world()));
  EXPECT_THAT(ids(n),
              ElementsAre("actor/A", "actor/B", "actor/D", "actor/c", "forum/f", "forum/g",
                          "pledge/p", "pledge/q", "agreement/x", "agreement/y", "event/e",
                          "event/h", "tag/objective:1", "tag/objective:2", "tag/theme:work"));
  EXPECT_THAT(
      edges(n),
      UnorderedElementsAre(
          "actor/A -- pledge/p||-|kind=commits_to|stated=true",
          "actor/c -- pledge/p||-|kind=commits_to|stated=true",
          "actor/B -- pledge/q||-|kind=commits_to|stated=true",
          "actor/A -- forum/f||-|from=2020;|kind=belongs_to|role=chair;member|source=one\ntwo|"
          "stated=true",
          "actor/B -- forum/f||-|kind=belongs_to|stated=true",
          "actor/A -- forum/g||-|kind=belongs_to|stated=true",
          "actor/B -- forum/g||-|kind=belongs_to|stated=true",
          "actor/A -- agreement/x||-|kind=is_party_to|role=shared|stated=true",
          "actor/B -- agreement/x||-|kind=is_party_to|role=learned|stated=true",
          "actor/A -- agreement/y||-|kind=is_party_to|stated=true",
          "actor/c -- agreement/y||-|kind=is_party_to|stated=true",
          "actor/A -- event/e||-|kind=organises|stated=true",
          "forum/f -- event/e||-|kind=organises|stated=true",
          "pledge/p -- tag/objective:1||-|kind=is_about|stated=true",
          "pledge/p -- tag/objective:2||-|kind=is_about|stated=false",
          "pledge/p -- tag/theme:work||-|kind=is_about|stated=true",
          "pledge/q -- tag/objective:1||-|kind=is_about|stated=true",
          "forum/f -- tag/objective:1||-|kind=is_about|stated=true"));
  EXPECT_EQ(shown(n, n.nodes[0]),
            "actor/A|Alpha|#E69F00|-|-|-|iso2=AA|kind=actor|region=North|regions_review_region=n|"
            "subkind=state");
  EXPECT_EQ(shown(n, n.nodes[2]),
            "actor/D|De \"Q\"|#D55E00|-|-|-|kind=actor|region=North;South|"
            "regions_review_region=n;s|subkind=state");
  EXPECT_EQ(shown(n, n.nodes[3]),
            "actor/c|City|#56B4E9|-|-|-|kind=actor|parent=B|region=South|subkind=local_authority");
}

TEST(TypedGraph, ASelectionAndAScopeNarrowIt) {
  const auto data = support::build(small_world());
  Selection stated(data);
  stated.stated_only = true;
  stated.leave_out(data, "B");
  const auto n = typed_graph(data, build_relations(data, stated), stated);
  EXPECT_EQ(n.nodes.size(), 14U);
  for (const auto& node : n.nodes) EXPECT_NE(node.id, "actor/B");
  const auto of = [&](const char* id) {
    return *std::find_if(n.nodes.begin(), n.nodes.end(), [&](const auto& x) { return x.id == id; });
  };
  EXPECT_THAT(shown(n, of("actor/c")), testing::Not(testing::HasSubstr("parent")));
  EXPECT_THAT(shown(n, of("pledge/p")), testing::Not(testing::HasSubstr("scope")));
  for (const auto& edge : n.edges)
    EXPECT_THAT(shown(n, edge), testing::Not(testing::HasSubstr("false")));

  EXPECT_THAT(ids(typed(data, {.kinds = {coopnet::ActorKind::local_authority}})),
              ElementsAre("actor/c", "pledge/p", "agreement/y", "tag/objective:1",
                          "tag/objective:2", "tag/theme:work"));
  EXPECT_THAT(ids(typed(data, {.regions = {*data.regions.find("n")}})),
              ElementsAre("actor/A", "actor/D", "forum/f", "forum/g", "pledge/p", "agreement/x",
                          "agreement/y", "event/e", "tag/objective:1", "tag/objective:2",
                          "tag/theme:work"));
}

/// A world without what the graph does not hold: priorities, claims, synonyms.
support::NamedTables graph_world(std::uint64_t seed) {
  auto tables = support::random_world(seed);
  std::erase_if(tables, [](const auto& table) {
    return table.first == "priorities" || table.first == "thesaurus";
  });
  return tables;
}

TEST(TypedGraph, BecomesTheSameDatasetAgain) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const auto data = support::build(graph_world(seed));
    const auto network = typed(data);
    EXPECT_EQ(written(typed(support::build(support::shuffled(graph_world(seed), seed))),
                      FileFormat::graphml),
              written(network, FileFormat::graphml))
        << "whatever the order of rows";
    for (const auto format : {FileFormat::graphml, FileFormat::dot}) {
      Diagnostics findings;
      const auto again = rebuilt(read(written(network, format), format), findings);
      EXPECT_EQ(content_hash(again), content_hash(data)) << seed << ' ' << static_cast<int>(format);
      EXPECT_EQ(findings.errors(), 0U);
    }
  }
}

TEST(TypedGraph, WithoutTheDescriptionItTakesWhatTheNodesName) {
  const auto data = support::build(small_world());
  const auto network = read(written(typed(data), FileFormat::gexf), FileFormat::gexf);
  Diagnostics findings;
  const auto again = rebuilt(network, findings);
  EXPECT_EQ(findings.errors(), 0U);
  EXPECT_EQ(again.info.title, "A dataset made for tests");
  EXPECT_EQ(again.primary_scheme(), "review_region");
  EXPECT_EQ(again.actors.size(), 4U);
  EXPECT_EQ(again.memberships.size(), 5U);
  EXPECT_EQ(again.parties.size(), 4U);
  EXPECT_EQ(again.pledges.rows[0].tags.size(), 3U);
  EXPECT_FALSE(again.pledges.rows[0].tags[1].stated);
}

TEST(TypedGraph, WhatANetworkProgramDidToItIsTold) {
  auto network = typed(support::build(small_world()));
  // B is deleted, with its edges; two ties make no sense; an end is swapped.
  std::erase_if(network.edges, [](const auto& e) { return e.source == 1 || e.target == 1; });
  network.nodes.erase(network.nodes.begin() + 1);
  for (auto& e : network.edges) {
    e.source -= e.source > 1 ? 1U : 0U;
    e.target -= e.target > 1 ? 1U : 0U;
    std::swap(e.source, e.target);
  }
  network.edges.push_back(network.edges.front());  // commits_to or belongs_to
  network.edges.back().source = 0;
  network.edges.back().target = 1;
  Diagnostics findings;
  const auto data = rebuilt(network, findings);
  ASSERT_EQ(findings.errors(), 1U) << "a pledge of nobody";
  EXPECT_EQ(findings.all().front().code, "missing-value");
  EXPECT_EQ(findings.all().front().field, "actors");
  const auto* reference = support::find(findings, "network-reference-left-out");
  ASSERT_NE(reference, nullptr);
  EXPECT_EQ(reference->value, "B");
  EXPECT_EQ(reference->field, "parent");
  const auto* tie = support::find(findings, "network-tie-left-out");
  ASSERT_NE(tie, nullptr);
  EXPECT_EQ(tie->args, (std::vector<std::string>{"actor", "actor", "1"}));
  EXPECT_EQ(data.actors.size(), 3U);
  EXPECT_EQ(data.memberships.size(), 3U);
}

}  // namespace
