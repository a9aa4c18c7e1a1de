#include "common/words.hpp"

#include "common/terminal.hpp"

namespace coopnet::tools {
namespace {

render::Language current = render::Language::en;
bool current_quiet = false;

}  // namespace

render::Language language() { return current; }

void set_language(render::Language language) { current = language; }

bool& quiet() { return current_quiet; }

void tell(std::string_view key, std::initializer_list<render::MessageArg> args) {
  if (!current_quiet) write_err(msg(key, args) + '\n');
}

}  // namespace coopnet::tools
