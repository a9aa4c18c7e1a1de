#pragma once

#include <numeric>
#include <string>
#include <vector>

#include "full_columns.hpp"

namespace coopnet::schema {

/// Binds the columns of one raw table to the columns of the schema and reads its rows.
template <class R>
class TableReader {
 public:
  TableReader(Dataset& data, const RawTable& raw, Diagnostics& findings)
      : data_(data), raw_(raw), findings_(findings), columns_(full_columns<R>(data.info)) {
    bind();
  }

  /// Text of a fixed column in one row; empty where the table has no such column.
  [[nodiscard]] const RawCell* cell(std::size_t row, std::string_view name) const {
    for (std::size_t c = 0; c < bound_.size(); ++c)
      if (bound_[c] != no_column && columns_[bound_[c]].name == name) return &raw_.cell(row, c);
    return nullptr;
  }

  /// Raw columns that hold tags of a facet, with the facet.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> facet_columns() const {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t c = 0; c < bound_.size(); ++c)
      if (bound_[c] != no_column && columns_[bound_[c]].is_facet())
        out.emplace_back(c, columns_[bound_[c]].facet);
    return out;
  }

  /// Reads one raw row into `row`; false when something it cannot do without is missing or wrong.
  bool read(std::size_t raw_row, R& row) {
    bool usable = complete_;
    row.line = raw_.cell(raw_row, 0).line;
    row.extra.assign(extra_.size(), {});
    for (std::size_t c = 0; c < bound_.size(); ++c) {
      const RawCell& cell = raw_.cell(raw_row, c);
      if (bound_[c] == no_column) {
        if (extra_slot_[c] != no_column) row.extra[extra_slot_[c]] = cell.text;
        continue;
      }
      usable = read_cell(columns_[bound_[c]], cell, row) && usable;
    }
    return usable;
  }

  [[nodiscard]] const std::vector<std::string>& extra_columns() const { return extra_; }
  [[nodiscard]] const RawTable& raw() const { return raw_; }

  void report(Severity severity, std::string code, const RawCell& cell, std::string_view field,
              std::vector<std::string> args) const {
    Context{data_, findings_, raw_, &cell, field}.report(severity, std::move(code), cell.text,
                                                         std::move(args));
  }

 private:
  bool read_cell(const FullColumn<R>& column, const RawCell& cell, R& row) {
    const Context context{data_, findings_, raw_, &cell, column.name};
    if (cell.text.empty()) {
      if (column.column.required) context.error("missing-value", "", {std::string(Spec<R>::name)});
      return !column.column.required;
    }
    const auto errors = findings_.errors();
    if constexpr (Tagged<R>) {
      if (column.is_facet()) {
        read_tags(context, column.facet, row.tags, cell.text);
        return true;
      }
    }
    column.column.read(context, row, cell.text);
    return !column.column.required || findings_.errors() == errors;
  }

  void bind() {
    bound_.assign(raw_.columns(), no_column);
    extra_slot_.assign(raw_.columns(), no_column);
    std::vector<bool> taken(columns_.size());
    for (std::size_t c = 0; c < raw_.columns(); ++c) {
      const auto key = header_key(raw_.header[c].text);
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (taken[i] || !answers_to(columns_[i], data_.info, key)) continue;
        bound_[c] = i;
        taken[i] = true;
        break;
      }
      if (bound_[c] != no_column || key.empty()) continue;
      extra_.emplace_back(raw_.header[c].text);
      if (!is_kept_column(Spec<R>::name, key)) report_unknown(c);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i].column.required && !taken[i]) {
        complete_ = false;
        findings_.report(Severity::error, "missing-column", {raw_.file, 1, 0}, columns_[i].name, "",
                         {std::string(Spec<R>::name)}, "");
      }
    number_extras();
  }

  void report_unknown(std::size_t c) const {
    const auto& header = raw_.header[c];
    std::vector<std::string> names;
    for (const auto& column : columns_) names.push_back(column.name);
    findings_.report(Severity::warning, "unknown-column", raw_.place(header),
                     std::string(header.text), std::string(header.text),
                     {std::string(Spec<R>::name)}, text::nearest(header.text, names));
  }

  /// Unknown columns are kept in the order of their names, not of the file.
  void number_extras() {
    std::sort(extra_.begin(), extra_.end());
    for (std::size_t c = 0; c < raw_.columns(); ++c) {
      if (bound_[c] != no_column) continue;
      const auto it = std::lower_bound(extra_.begin(), extra_.end(), raw_.header[c].text);
      if (it != extra_.end() && *it == raw_.header[c].text)
        extra_slot_[c] = static_cast<std::size_t>(it - extra_.begin());
    }
  }

  Dataset& data_;
  const RawTable& raw_;
  Diagnostics& findings_;
  std::vector<FullColumn<R>> columns_;
  std::vector<std::size_t> bound_;       ///< raw column -> index into columns_
  std::vector<std::size_t> extra_slot_;  ///< raw column -> index into extra_
  std::vector<std::string> extra_;
  bool complete_ = true;  ///< no required column is missing
};

}  // namespace coopnet::schema
