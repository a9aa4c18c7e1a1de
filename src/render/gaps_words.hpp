#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/render/gaps_view.hpp"

/// What the views of gaps share: names, columns, and the sentence that says of what they speak.
namespace coopnet::render {

class GapsWords {
 public:
  /// `domain`: of the catalogue; its keys "column-<key>" are the titles of columns.
  GapsWords(const GapsContext& context, std::string_view domain)
      : context_(context), data_(context.data), domain_(domain) {}

  [[nodiscard]] std::string say(std::string_view key,
                                std::initializer_list<MessageArg> args = {}) const;
  [[nodiscard]] Column column(const char* key, ColumnType type, Importance importance,
                              bool marked = false) const;
  [[nodiscard]] Column decimals(const char* key, int decimals, Importance importance) const;

  [[nodiscard]] std::string code(ActorId actor) const;
  [[nodiscard]] std::string name(ActorId actor) const;
  [[nodiscard]] std::string forum(ForumId forum) const;
  [[nodiscard]] std::string tag(TagId tag, bool full) const;
  [[nodiscard]] std::string region(RegionId region) const;
  [[nodiscard]] List tags(const std::vector<TagUse>& uses) const;
  [[nodiscard]] List tag_ids(const std::vector<TagUse>& uses) const;
  [[nodiscard]] Cell yes_no(bool value) const;

  /// "Arab States", or "all regions".
  [[nodiscard]] std::string where() const;
  /// The notes every table ends with: only stated words, what the dataset is a sample of.
  void close(Table& table) const;

 private:
  const GapsContext& context_;
  const Dataset& data_;
  std::string domain_;
};

}  // namespace coopnet::render
