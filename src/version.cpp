#include <coopnet/version.hpp>

namespace coopnet {

std::string_view version() noexcept { return version_string; }

}  // namespace coopnet
