#pragma once

#include <string>
#include <vector>

#include "coopnet/exchange/to_data.hpp"
#include "exchange/exchange_testing.hpp"
#include "support/datasets.hpp"

/// From a dataset to a network and back.
namespace exchange_testing {

/// A dataset in which every table says something.
inline const support::NamedTables& small_world() {
  static const support::NamedTables tables{
      {"regions", "id,scheme,label\nn,review_region,North\ns,review_region,South\n"},
      {"tags", "facet,key,label\nobjective,1,One\nobjective,2,Two\n"},
      {"actors",
       "id,name,kind,regions,parent,iso2\nA,Alpha,state,n,,AA\nB,Beta,state,~s,,\n"
       "c,City,local_authority,,B,\nD,\"De \"\"Q\"\"\",state,n;s,,\n"},
      {"forums", "id,name,kind,regions,objectives\nf,Forum,rcp,n,1\ng,Gathering,,,\n"},
      {"memberships",
       "forum,actor,role,from,source\nf,A,chair,2020,one\nf,A,member,,two\nf,B,,,\ng,B,,,\ng,A,,,"
       "\n"},
      {"pledges",
       "id,title,actors,objectives,themes,scope,answers\np,Promise,A;c,1;~2,work,~local,q\n"
       "q,,B,1,,,\n"},
      {"agreements", "id,kind,title,year\nx,peer_exchange,Visit,2023\ny,mou,Paper,\n"},
      {"parties", "agreement,actor,role\nx,A,shared\nx,B,learned\ny,A,\ny,c,\n"},
      {"events",
       "id,title,kind,date,organisers,feeds_into\ne,Talk,talk,2024,f;A,h\nh,Review,,,,\n"}};
  return tables;
}

inline std::vector<std::string> ids(const NetworkFile& n) {
  std::vector<std::string> out;
  for (const auto& node : n.nodes) out.push_back(node.id);
  return out;
}

inline std::vector<std::string> edges(const NetworkFile& n) {
  std::vector<std::string> out;
  for (const auto& e : n.edges) out.push_back(shown(n, e));
  return out;
}

/// The network as a dataset.
inline coopnet::Dataset rebuilt(const NetworkFile& n, coopnet::Diagnostics& findings) {
  return coopnet::build_dataset(to_dataset(n, "file", findings), findings);
}

}  // namespace exchange_testing
