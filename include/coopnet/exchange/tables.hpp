#pragma once

#include <cstdint>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::exchange {

/// Programs that read a network as two tables, by the names they want in the first line.
enum class TableStyle : std::uint8_t {
  gephi,        ///< Id,Label,... and Source,Target,Type,Weight,Label,...
  neo4j,        ///< id:ID,name,:LABEL,... and :START_ID,:END_ID,:TYPE,weight:double,...
  graphframes,  ///< id,label,... and src,dst,weight,...
};

struct NetworkTables {
  RawTable nodes, edges;
};

/// One row a node, one row an edge, a column for each attribute; what is not known is empty. A name
/// that the program needs for itself (capitals do not matter) or that another column has makes
/// another one, which is told.
///
/// Neo4j: the label of a node is its attribute "kind" ("Actor"), else "Node"; the type of an edge
/// its kind ("COMMITS_TO"), else "TIED_TO". Neo4j and Spark know directed edges only: where some
/// have no direction, a column "directed" says so. Throws PreconditionError where validate() does.
[[nodiscard]] NetworkTables to_tables(const NetworkFile& network, TableStyle style,
                                      Diagnostics& told);

}  // namespace coopnet::exchange
