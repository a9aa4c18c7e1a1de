#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "coopnet/render/names.hpp"
#include "coopnet/render/select_view.hpp"

/// What the views of choices say alike.
namespace coopnet::render {

class SelectWords {
 public:
  explicit SelectWords(const SelectContext& context) : context_(context) {}

  [[nodiscard]] std::string say(std::string_view key,
                                std::initializer_list<MessageArg> args = {}) const {
    return message(context_.language, key, args);
  }
  [[nodiscard]] Column column(const char* key, ColumnType type, Importance importance,
                              bool marked = false) const {
    return {key, say(std::string("select.column-") + key), type, importance, marked};
  }
  [[nodiscard]] std::string in_words(const std::vector<std::string>& items) const {
    return render::in_words(items, context_.language);
  }
  [[nodiscard]] std::string kinds() const {
    return actor_kinds_in_words(context_.filter.kinds, context_.language);
  }
  /// Regions and objectives that narrow what is counted; empty if none do.
  [[nodiscard]] std::string regions() const;
  [[nodiscard]] std::string objectives() const;
  /// "states in Arab States".
  [[nodiscard]] std::string people() const {
    return say("select.counted", {kinds(), regions(), ""});
  }
  /// "states in Arab States, objectives 1 and 2".
  [[nodiscard]] std::string counted() const;
  [[nodiscard]] std::string code(ActorId actor) const {
    return actor_code(*context_.data, actor, context_.language);
  }
  [[nodiscard]] std::string name(ActorId actor) const {
    return actor_name(*context_.data, actor, context_.language);
  }
  [[nodiscard]] std::string tag(TagId tag, bool full = false) const {
    return tag_name(*context_.data, tag, context_.language, full);
  }

  /// A row for each region with these actors, and one for those whose region is not recorded.
  void list_by_region(Table& table, const std::vector<ActorId>& listed,
                      const std::vector<ActorId>& all) const;

 private:
  const SelectContext& context_;
};

/// Tables of one result, begun one after the other.
class TableList {
 public:
  Table& begin(const char* name, std::string caption) {
    tables_.push_back({name, {}});
    tables_.back().table.caption = std::move(caption);
    return tables_.back().table;
  }
  [[nodiscard]] std::vector<NamedTable> take() { return std::move(tables_); }

 private:
  std::vector<NamedTable> tables_;
};

}  // namespace coopnet::render
