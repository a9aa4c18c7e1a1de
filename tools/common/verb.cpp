#include "common/verb.hpp"

#include <algorithm>

namespace coopnet::tools {
namespace {

/// Made at its first use: verbs of other files register before main() in no particular order.
std::vector<Verb>& registry() {
  static std::vector<Verb> verbs;
  return verbs;
}

}  // namespace

void add_verb(Verb verb) {
  auto& all = registry();
  const auto place =
      std::lower_bound(all.begin(), all.end(), verb.name,
                       [](const Verb& v, std::string_view name) { return v.name < name; });
  all.insert(place, std::move(verb));
}

const std::vector<Verb>& verbs() { return registry(); }

}  // namespace coopnet::tools
