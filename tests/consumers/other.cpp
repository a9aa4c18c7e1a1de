#include <coopnet/coopnet.hpp>

std::string_view version_seen_elsewhere();
std::string_view version_seen_elsewhere() { return coopnet::version(); }
