#include <algorithm>
#include <set>

#include "coopnet/core/text.hpp"
#include "coopnet/intake/fields.hpp"
#include "coopnet/intake/import.hpp"
#include "coopnet/intake/written_names.hpp"
#include "intake/cells.hpp"
#include "intake/import_columns.hpp"

/// A map proposed for somebody's tables. A header that is known decides; else what stands in the
/// cells, where most of them fit one way of reading. A proposal is a file to look at, never taken
/// unseen.
namespace coopnet::intake {
namespace {

constexpr std::size_t most_cells_tried = 500;  ///< of a column

/// The filled cells of a column that are tried, and how many there are in all.
struct Sample {
  std::vector<std::string_view> cells;
  std::size_t filled = 0;
  std::size_t letters = 0;  ///< of the cells tried
  bool distinct = true;
};

Sample sample_of(const RawTable& table, std::size_t column) {
  Sample out;
  std::set<std::string_view> seen;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const auto text = text::trim(table.cell(r, column).text);
    if (text.empty()) continue;
    ++out.filled;
    if (out.cells.size() >= most_cells_tried) continue;
    out.cells.push_back(text);
    out.letters += text::length(text);
    out.distinct = seen.insert(text).second && out.distinct;
  }
  return out;
}

/// Ways of reading, most telling first; a field is proposed where at least `least` of ten cells
/// fit.
struct Trial {
  std::string field;
  std::size_t fitting = 0;
};

class Suggester {
 public:
  Suggester(const Framework& framework, const NameIndex& names)
      : data_(framework.data), names_(names) {}

  std::vector<Suggestion> suggest(const SourceTable& source, const std::string& table,
                                  const std::vector<ColumnPlan>& plans) {
    table_ = table;
    targets_ = targets_of(table, data_.info);
    used_.clear();
    for (const auto& plan : plans)
      if (plan.reason == ColumnReason::header) used_.insert(plan.target.field);
    std::vector<Suggestion> out;
    for (const auto& plan : plans) out.push_back(one(source, plan));
    return out;
  }

 private:
  Suggestion one(const SourceTable& source, const ColumnPlan& plan) {
    const auto sample = sample_of(source.table, plan.column);
    Suggestion out;
    out.rule.file = source.table.name;
    out.rule.table = table_;
    out.rule.column = source.table.header[plan.column].text;
    out.filled = sample.filled;
    out.fitting = sample.filled;
    if (!sample.cells.empty()) out.example = text::shorten(sample.cells.front(), 60);
    if (plan.reason == ColumnReason::contact || plan.reason == ColumnReason::empty) {
      out.rule.read_as = ReadAs::leave_out;
      out.by_header = is_contact_header(out.rule.column);
      if (plan.reason == ColumnReason::contact) out.example.clear();  // never shown
      return out;
    }
    if (plan.reason == ColumnReason::header) {
      out.rule.field = plan.target.field;
      if (plan.target.read_as == ReadAs::mark) out.rule.read_as = ReadAs::mark;
      out.by_header = true;
      return out;
    }
    const auto trial = by_contents(sample);
    out.rule.field = trial.field;
    out.rule.read_as = trial.field.empty() ? ReadAs::keep : ReadAs::by_field;
    if (!trial.field.empty()) {
      // Of a long column a sample was tried; the share is that of the sample.
      out.fitting = trial.fitting * sample.filled / sample.cells.size();
      used_.insert(trial.field);
    }
    return out;
  }

  bool free(const std::string& field) const {
    const bool known = std::any_of(targets_.begin(), targets_.end(),
                                   [&](const Target& t) { return t.field == field; });
    return known && !used_.contains(field);
  }

  template <class Fits>
  static std::size_t count(const Sample& sample, Fits fits) {
    return static_cast<std::size_t>(std::count_if(sample.cells.begin(), sample.cells.end(), fits));
  }
  static bool most(std::size_t fitting, const Sample& sample, std::size_t of_ten) {
    return fitting > 0 && fitting * 10 >= sample.cells.size() * of_ten;
  }

  Trial by_contents(const Sample& sample) const {
    if (sample.cells.empty()) return {};
    if (auto trial = as_names(sample); !trial.field.empty()) return trial;
    if (auto trial = as_tags(sample); !trial.field.empty()) return trial;
    if (auto trial = as_words(sample); !trial.field.empty()) return trial;
    if (auto trial = as_dates(sample); !trial.field.empty()) return trial;
    return as_text(sample);
  }

  Trial as_names(const Sample& sample) const {
    const auto fitting = count(sample, [&](std::string_view cell) {
      const auto read = read_names(cell, names_);
      return !read.items.empty() &&
             std::all_of(read.items.begin(), read.items.end(), [](const auto& item) {
               return item.answer.verdict != NameAnswer::Verdict::unknown;
             });
    });
    if (!most(fitting, sample, 6)) return {};
    for (const auto* field : {"actors", "actor", "parties", "organisers", "member", "counterparts"})
      if (free(field)) return {field, fitting};
    return {};
  }

  /// Bare numbers alone are no codes: they may be anything.
  Trial as_tags(const Sample& sample) const {
    for (std::size_t f = 0; f < data_.info.facets.size(); ++f) {
      const auto& facet = data_.info.facets[f];
      if (facet.open || !free(facet.column)) continue;
      const TagReader tags(data_, f);
      bool worded = false;
      const auto fitting = count(sample, [&](std::string_view cell) {
        const auto read = tags.read(cell);
        const bool known =
            !read.items.empty() && std::all_of(read.items.begin(), read.items.end(),
                                               [](const auto& item) { return item.known; });
        worded = worded || (known && (read.items.size() > 1 || !text::parse_unsigned(cell)));
        return known;
      });
      if (worded && most(fitting, sample, 7)) return {facet.column, fitting};
    }
    return {};
  }

  Trial as_words(const Sample& sample) const {
    Trial best;
    for (const auto& target : targets_) {
      if (target.read_as != ReadAs::word || !free(target.field)) continue;
      const auto fitting = count(sample, [&](std::string_view cell) {
        return vocabulary_word(table_, target.field, cell) || choice_word(target.field, cell);
      });
      if (most(fitting, sample, 7) && fitting > best.fitting) best = {target.field, fitting};
    }
    return best;
  }

  Trial as_dates(const Sample& sample) const {
    const auto fitting = count(sample, [](std::string_view cell) {
      return written_date(cell, DateOrder::day_first).has_value();
    });
    if (!most(fitting, sample, 8)) return {};
    for (const auto* field : {"year", "date", "as_of"})
      if (free(field)) return {field, fitting};
    return {};
  }

  Trial as_text(const Sample& sample) const {
    constexpr std::size_t id_letters = 16, title_letters = 12, summary_letters = 120;
    const std::size_t letters = sample.letters / sample.cells.size();
    const auto blanks = count(
        sample, [](std::string_view cell) { return cell.find(' ') != std::string_view::npos; });
    if (sample.distinct && letters <= id_letters && blanks == 0 && free("id"))
      return {"id", sample.cells.size()};
    if (letters >= summary_letters && free("summary")) return {"summary", sample.cells.size()};
    if (letters >= title_letters && letters < summary_letters && blanks * 2 > sample.cells.size())
      for (const auto* field : {"title", "name"})
        if (free(field)) return {field, sample.cells.size()};
    const auto links = count(sample, [](std::string_view cell) {
      return cell.starts_with("http://") || cell.starts_with("https://");
    });
    if (most(links, sample, 8) && free("source")) return {"source", links};
    return {};
  }

  const Dataset& data_;
  const NameIndex& names_;
  std::string table_;
  std::vector<Target> targets_;
  std::set<std::string> used_;
};

}  // namespace

std::vector<Suggestion> suggest_map(std::span<const SourceTable> sources,
                                    const Framework& framework, const NameIndex& names,
                                    const ImportOptions& options) {
  Diagnostics ignored;  // a proposal; the import reports
  const auto plans = plan_columns(sources, framework, options, ignored);
  std::vector<Suggestion> out;
  Suggester suggester(framework, names);
  for (std::size_t s = 0; s < sources.size(); ++s) {
    auto more = suggester.suggest(sources[s], plans[s].table, plans[s].columns);
    std::move(more.begin(), more.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace coopnet::intake
