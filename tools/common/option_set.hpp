#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace coopnet::tools {

/// One line of the option table: what help shows, and what completion needs.
struct OptionEntry {
  std::string names;  ///< "-o,--output", or the name of an operand: "DATASET"
  std::string value;  ///< what stands for the value in help: "FILE"; empty for a flag
  std::string help;
  bool operand = false;
  bool required = false;
  bool repeatable = false;
  std::vector<std::string> choices;
};

/// The options and operands of one verb. `key` is the message that explains the option. Values are
/// written to the variables given, which must stay where they are; they keep what they hold where
/// the option is not given. A value that does not fit is a UsageError with the nearest valid one.
class OptionSet {
 public:
  explicit OptionSet(std::string verb);
  OptionSet(const OptionSet&) = delete;
  OptionSet& operator=(const OptionSet&) = delete;
  ~OptionSet();

  void operand(const char* name, std::string& value, std::string_view key, bool required = true);
  void operands(const char* name, std::vector<std::string>& values, std::string_view key,
                bool required = false);
  void flag(const char* names, bool& value, std::string_view key);
  void text(const char* names, const char* shown, std::string& value, std::string_view key);
  /// Can be given several times; `separator` also divides one value ("7,15"), 0 does not.
  void list(const char* names, const char* shown, std::vector<std::string>& values,
            std::string_view key, char separator = 0);
  void count(const char* names, std::uint64_t& value, std::uint64_t least, std::uint64_t most,
             std::string_view key);
  void number(const char* names, double& value, double least, double most, std::string_view key);
  /// A value that `take` understands; it throws UsageError otherwise.
  void custom(const char* names, const char* shown, std::function<void(const std::string&)> take,
              std::string_view key);

  /// One word of a list: choice("--by", order, {{"score", Order::score}, ...}, "synergy.opt-by").
  template <class E>
  void choice(const char* names, E& value,
              std::initializer_list<std::pair<std::string_view, E>> words, std::string_view key) {
    std::vector<std::string> spelled;
    std::vector<E> meant;
    for (const auto& [word, meaning] : words) {
      spelled.emplace_back(word);
      meant.push_back(meaning);
    }
    choose(names, std::move(spelled), key,
           [&value, meant](std::size_t chosen) { value = meant[chosen]; });
  }
  void choose(const char* names, std::vector<std::string> words, std::string_view key,
              std::function<void(std::size_t)> take);

  /// Runs when all values are known, before the verb.
  void after_parse(std::function<void()> step);

  /// Throws UsageError.
  void parse(std::vector<std::string> args);

  [[nodiscard]] const std::string& verb() const;
  [[nodiscard]] const std::vector<OptionEntry>& entries() const;
  [[nodiscard]] bool needs_operand() const;
  [[nodiscard]] CLI::App& app();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// Throws UsageError: `value` is not among `known`; names the nearest one.
[[noreturn]] void refuse_value(std::string_view option, std::string_view value,
                               std::span<const std::string> known);

}  // namespace coopnet::tools
