#include "common/words.hpp"

namespace coopnet::tools {
namespace {

render::Language current = render::Language::en;

}  // namespace

render::Language language() { return current; }

void set_language(render::Language language) { current = language; }

}  // namespace coopnet::tools
