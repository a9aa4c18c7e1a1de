#pragma once

namespace coopnet::tools {

/// The whole program: finds the verb, reads its options, runs it, and turns what is thrown into
/// words on standard error and an exit code.
[[nodiscard]] int run(int argc, char** argv) noexcept;

}  // namespace coopnet::tools
