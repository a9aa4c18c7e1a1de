#include <coopnet/coopnet.hpp>

#include <cstdio>

// The other translation unit includes the same headers; linking both shows that every function
// in them is inline or a template.
std::string_view version_seen_elsewhere();

int main() {
  const auto here = coopnet::version();
  std::printf("coopnet %.*s\n", static_cast<int>(here.size()), here.data());
  return here == coopnet::version_string && here == version_seen_elsewhere() ? 0 : 1;
}
