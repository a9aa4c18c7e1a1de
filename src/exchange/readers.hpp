#pragma once

#include <string>
#include <string_view>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/formats.hpp"

/// One reader and one writer a format; formats.hpp says what each does. Writers get a network that
/// went through writable().
namespace coopnet::exchange {

NetworkFile read_graphml(std::string_view text, const std::string& file, Diagnostics& findings,
                         const NetworkLimits& limits);
NetworkFile read_gexf(std::string_view text, const std::string& file, Diagnostics& findings,
                      const NetworkLimits& limits);
NetworkFile read_pajek(std::string_view text, const std::string& file, Diagnostics& findings,
                       const NetworkLimits& limits);
NetworkFile read_dot(std::string_view text, const std::string& file, Diagnostics& findings,
                     const NetworkLimits& limits);

std::string write_graphml(NetworkFile network, Diagnostics& told);
std::string write_gexf(NetworkFile network, Diagnostics& told);
std::string write_pajek(NetworkFile network, Diagnostics& told);
std::string write_dot(NetworkFile network, Diagnostics& told);

/// Whether the text of an XML file is in an encoding that it names itself; anything else has to be
/// UTF-8.
[[nodiscard]] bool names_its_encoding(std::string_view xml);

}  // namespace coopnet::exchange
