#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "coopnet/render/messages.hpp"

namespace coopnet::tools {

/// The language of this run (--lang).
[[nodiscard]] render::Language language();
void set_language(render::Language);

/// Whether this run says nothing on standard error but errors (--quiet).
[[nodiscard]] bool& quiet();

/// A text of the catalogue in the language of this run.
[[nodiscard]] inline std::string msg(std::string_view key,
                                     std::initializer_list<render::MessageArg> args = {}) {
  return render::message(language(), key, args);
}

/// Says a line of the catalogue on standard error, unless the run is quiet.
void tell(std::string_view key, std::initializer_list<render::MessageArg> args = {});

}  // namespace coopnet::tools
