#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/model/raw_table.hpp"

namespace coopnet {

/// A raw table under construction whose text it owns: for tables that are made, not read.
class TableMaker {
 public:
  TableMaker(std::string name, std::string file, std::vector<std::string> header) {
    table_.name = std::move(name);
    table_.file = std::move(file);
    table_.storage.push_back(texts_);
    for (auto& column : header) table_.header.push_back(own(std::move(column), {}));
  }

  /// The next cell, row by row; `place` says what it was made from.
  void add(std::string text, const RawCell& place = {}) {
    table_.cells.push_back(own(std::move(text), place));
  }
  [[nodiscard]] RawTable take() { return std::move(table_); }

 private:
  RawCell own(std::string text, const RawCell& place) {
    texts_->push_back(std::move(text));
    return {texts_->back(), place.line, place.column};
  }

  std::shared_ptr<std::deque<std::string>> texts_ = std::make_shared<std::deque<std::string>>();
  RawTable table_;
};

}  // namespace coopnet
