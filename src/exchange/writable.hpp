#pragma once

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"

namespace coopnet::exchange {

/// The network without the characters that no format can hold: control characters (but tab and line
/// ends), U+FFFE and U+FFFF. Ids and names stay unique and get a text where nothing is left of
/// them. What was dropped is told (network-control-dropped {count}). Throws PreconditionError where
/// validate() does.
[[nodiscard]] NetworkFile writable(NetworkFile network, Diagnostics& told);

}  // namespace coopnet::exchange
