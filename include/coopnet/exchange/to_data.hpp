#pragma once

#include <string>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::exchange {

/// A network that was read, as the tables of a dataset (build_dataset() understands them).
///
/// The typed graph as typed_graph() writes it, edited or not, becomes its tables again: every node
/// has a kind that coopnet knows, every edge too. Attributes are columns. A reference to a row that
/// the file does not hold, and a tie that no table could hold, are left out and told. Colour, mode
/// and region are derived there, and not read.
///
/// Of any other network the nodes are actors. A directed edge is an exchange: an agreement of the
/// kind peer_exchange, with the parties shared and learned; one without direction an agreement of
/// two parties. Attributes "name", "kind" and "region" of nodes and "year", "title" of edges are
/// used where their values allow it; label, weight, position, colour and all other attributes are
/// kept in columns of their own, under another name where the name has a meaning in the table
/// (told). Ids that a table cannot hold are changed (told).
[[nodiscard]] RawDataset to_dataset(const NetworkFile& network, const std::string& file,
                                    Diagnostics& findings);

}  // namespace coopnet::exchange
