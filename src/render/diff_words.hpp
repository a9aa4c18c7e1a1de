#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "coopnet/render/diff_view.hpp"

namespace coopnet::render {

/// What the tables of a comparison share.
class DiffWords {
 public:
  explicit DiffWords(const DiffContext& context) : context_(context) {}

  [[nodiscard]] std::string say(std::string_view key,
                                std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, "diff." + std::string(key), args);
  }
  [[nodiscard]] Column column(const char* key, ColumnType type, Importance importance) const {
    return {key, say(std::string("column-") + key), type, importance};
  }
  /// The name of a region, wherever it is listed.
  [[nodiscard]] std::string region(const std::string& id) const;
  [[nodiscard]] std::string objective(const std::string& key) const;
  [[nodiscard]] std::string status(std::size_t status) const;
  /// What the whole speaks of: the region, the objective, only what sources state.
  void close(Table& table) const;

 private:
  const DiffContext& context_;
};

[[nodiscard]] Table diff_synergies(const DatasetDiff& diff, const DiffContext& context);
[[nodiscard]] Table diff_coverage(const DatasetDiff& diff, const DiffContext& context);

}  // namespace coopnet::render
