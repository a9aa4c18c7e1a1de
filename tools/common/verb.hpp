#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/failure.hpp"
#include "common/option_set.hpp"

/// How a verb comes into the program. A verb is one file, tools/<verb>.cpp:
///
///     #include "common/output.hpp"
///     #include "common/verb.hpp"
///
///     namespace coopnet::tools {
///     namespace {
///
///     class Count : public Command {
///      public:
///       void setup(OptionSet& options) override {
///         data_.add_to(options);
///         filter_.add_to(options);
///         output_.add_to(options);
///         options.flag("--by-year", by_year_, "count.opt-by-year");
///       }
///       Exit run() override {
///         ...
///         emit(std::move(table), std::move(envelope), output_);
///         return Exit::ok;
///       }
///
///      private:
///       DataOptions data_;
///       FilterOptions filter_;
///       OutputOptions output_;
///       bool by_year_ = false;
///     };
///
///     const Register<Count> count({.name = "count", .examples = {"datasets/gcm", ...}});
///
///     }  // namespace
///     }  // namespace coopnet::tools
///
/// One line about it stands in the catalogue under cli.summary-<name>. Nothing else is edited.
namespace coopnet::tools {

/// One run of one verb.
class Command {
 public:
  Command() = default;
  Command(const Command&) = delete;
  Command& operator=(const Command&) = delete;
  virtual ~Command() = default;

  /// Declares operands and options. The object stays where it is until after `run`.
  virtual void setup(OptionSet& options) = 0;
  virtual Exit run() = 0;
};

struct Verb {
  std::string_view name;                   ///< letters, digits and hyphens
  std::vector<std::string_view> examples;  ///< two or three, without "coopnet <verb>"; all run
  bool featured = false;                   ///< its first example is shown in the general help
  bool own_language = false;  ///< takes --lang itself: results in more languages than the messages
  std::unique_ptr<Command> (*make)() = nullptr;  ///< filled in by Register
};

void add_verb(Verb verb);
/// All verbs by name.
[[nodiscard]] const std::vector<Verb>& verbs();

/// Makes the verb known before main() begins.
template <class C>
struct Register {
  explicit Register(Verb verb) {
    verb.make = [] { return std::unique_ptr<Command>(std::make_unique<C>()); };
    add_verb(std::move(verb));
  }
};

}  // namespace coopnet::tools
