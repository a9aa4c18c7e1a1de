#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "coopnet/render/table.hpp"
#include "coopnet/version.hpp"

namespace coopnet {
struct Dataset;
}

namespace coopnet::render {

/// The value of an option after defaults, as results record it. Nothing: not given and no default.
class OptionValue {
 public:
  using Value = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string,
                             std::vector<std::string>>;

  OptionValue() = default;
  OptionValue(const char* text) : value_(std::string(text)) {}
  OptionValue(std::string_view text) : value_(std::string(text)) {}
  OptionValue(std::string text) : value_(std::move(text)) {}
  OptionValue(std::vector<std::string> texts) : value_(std::move(texts)) {}
  OptionValue(double number) : value_(number) {}
  template <std::same_as<bool> T>
  OptionValue(T flag) : value_(flag) {}
  template <std::signed_integral T>
    requires(!std::same_as<T, char>)
  OptionValue(T number) : value_(std::int64_t{number}) {}
  template <std::unsigned_integral T>
    requires(!std::same_as<T, bool>)
  OptionValue(T number) : value_(std::uint64_t{number}) {}

  [[nodiscard]] const Value& value() const { return value_; }
  friend bool operator==(const OptionValue&, const OptionValue&) = default;

 private:
  Value value_;
};

/// What a result says about itself, so that it can be understood and made again: no path, no clock,
/// no number of threads, so the same question to the same data gives the same bytes anywhere.
struct Envelope {
  std::string schema{};    ///< what the rows are, for instance "coopnet/synergy"
  int schema_version = 1;  ///< grows when a member changes its meaning or goes
  std::string tool_version = std::string(version());
  std::string verb{};
  std::string dataset_title{};
  std::string as_of{};
  std::string content_hash{};
  std::string sample_of{};             ///< of how many the dataset is a sample, in words
  std::vector<std::string> caveats{};  ///< what the dataset says about itself
  std::vector<std::pair<std::string, OptionValue>> options{};  ///< in the order of the help text
  std::optional<std::uint64_t> seed{};                         ///< where chance takes part
  std::vector<std::string> methods{};                          ///< names of models and measures
  std::vector<std::string> notes{};  ///< what holds for the result as a whole
  std::int64_t least_count = 0;      ///< above 0: the data are redacted, smaller counts withheld
  const Dataset* data = nullptr;     ///< for the names of ids in workbooks; not owned, not written

  /// Adds an option. Throws PreconditionError if it is there already.
  void option(std::string name, OptionValue value);
};

/// One JSON object: schema, schema_version, tool, verb, dataset, options, seed (if any), methods,
/// notes (of the envelope, then of the table), empty_reason (if there are no rows), rows.
[[nodiscard]] std::string to_json(const Table&, const Envelope&);

/// A table among several, with the name under which programs find it.
struct NamedTable {
  std::string name;
  Table table;
};

/// The same with "tables": an array of {name, caption, notes, empty_reason, rows} for results that
/// are more than one table. Throws PreconditionError unless the names are unique.
[[nodiscard]] std::string to_json(std::span<const NamedTable>, const Envelope&);

/// A library this program was built with.
struct LibraryVersion {
  std::string name;
  std::string version;
};
[[nodiscard]] std::vector<LibraryVersion> library_versions();

}  // namespace coopnet::render
