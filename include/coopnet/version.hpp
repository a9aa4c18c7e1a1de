#pragma once

#include <string_view>

/// The version of coopnet. The build system reads the string below, so this is its only place.
namespace coopnet {

/// The version of the headers a program was compiled against, as "major.minor.patch".
inline constexpr std::string_view version_string = "0.1.0";

/// The version of the library a program is linked with, in the same form. It differs from
/// `version_string` only if headers and library come from different releases.
[[nodiscard]] std::string_view version() noexcept;

}  // namespace coopnet
