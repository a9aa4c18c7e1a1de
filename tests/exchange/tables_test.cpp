#include "coopnet/exchange/tables.hpp"

#include "coopnet/io/csv.hpp"
#include "exchange/exchange_testing.hpp"

/// Nodes and edges as two tables.
namespace {

using namespace exchange_testing;
using coopnet::Diagnostics;

std::string csv(const coopnet::RawTable& table) { return coopnet::io::write_csv(table); }

TEST(Tables, HaveTheHeadersOfThePrograms) {
  NetworkFile n;
  n.node_attributes = {{"kind"}, {"ID"}, {"a:b", ValueType::boolean}};
  n.edge_attributes = {{"kind"}, {"label"}, {"source"}};
  const auto text = [](const char* t) { return Value(std::string(t)); };
  n.nodes = {{.id = "u", .label = "U,1", .values = {{0, text("actor")}, {2, true}}},
             {.id = "v", .values = {{1, text("=1")}}}};
  n.edges = {{.source = 0,
              .target = 1,
              .directed = true,
              .weight = 1.5,
              .values = {{0, text("shared with")}, {1, text("l")}, {2, text("s")}}},
             {.source = 1, .target = 0}};
  Diagnostics told;
  const auto gephi = to_tables(n, TableStyle::gephi, told);
  EXPECT_EQ(csv(gephi.nodes), "Id,Label,kind,ID_2,a:b\nu,\"U,1\",actor,,true\nv,,,=1,\n");
  EXPECT_EQ(csv(gephi.edges),
            "Source,Target,Type,Weight,Label,kind,source_2\nu,v,Directed,1.5,l,shared with,s\n"
            "v,u,Undirected,,,,\n");
  EXPECT_EQ(told.all().size(), 2U);
  const auto neo4j = to_tables(n, TableStyle::neo4j, told);
  EXPECT_EQ(csv(neo4j.nodes),
            "id:ID,name,:LABEL,kind,ID_2,a_b:boolean\nu,\"U,1\",Actor,actor,,true\nv,,Node,,=1,\n");
  EXPECT_EQ(csv(neo4j.edges),
            ":START_ID,:END_ID,directed:boolean,:TYPE,weight:double,label,kind,source\n"
            "u,v,true,SHARED_WITH,1.5,l,shared with,s\nv,u,false,TIED_TO,,,,\n");
  n.edges.pop_back();
  const auto spark = to_tables(n, TableStyle::graphframes, told);
  EXPECT_EQ(csv(spark.nodes), "id,label,kind,ID_2,a:b\nu,\"U,1\",actor,,true\nv,,,=1,\n");
  EXPECT_EQ(csv(spark.edges), "src,dst,weight,label,kind,source\nu,v,1.5,l,shared with,s\n");
}

}  // namespace
