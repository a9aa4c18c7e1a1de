#include <graphviz/graphviz_version.h>

#include <boost/version.hpp>
#include <string>

#include "coopnet/render/envelope.hpp"

namespace coopnet::render {

std::vector<LibraryVersion> library_versions() {
  constexpr int major = BOOST_VERSION / 100000;
  constexpr int minor = BOOST_VERSION / 100 % 1000;
  constexpr int patch = BOOST_VERSION % 100;
  return {
      {"Boost", std::to_string(major) + '.' + std::to_string(minor) + '.' + std::to_string(patch)},
      {"Graphviz", PACKAGE_VERSION}};
}

}  // namespace coopnet::render
