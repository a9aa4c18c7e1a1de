#include "coopnet/intake/form.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "coopnet/core/date.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/written_names.hpp"
#include "coopnet/intake/written_values.hpp"
#include "coopnet/model/table_maker.hpp"
#include "intake/cells.hpp"
#include "intake/form_rows.hpp"
#include "intake/import_records.hpp"
#include "intake/region_names.hpp"
#include "model/framework.hpp"
#include "model/full_columns.hpp"

namespace coopnet::intake {
namespace {

using Verdict = NameAnswer::Verdict;

std::string_view table_of(FormKind kind) {
  return kind == FormKind::pledge ? "pledges" : "practices";
}

/// What a column of the form becomes.
struct Plan {
  std::string column;  ///< of the table; empty: not read
  const Field* field = nullptr;
  std::optional<std::size_t> facet;
};

bool holds_names(std::string_view key) {
  return key == "actors" || key == "actor" || key == "other_parties" || key == "counterparts" ||
         key == "implemented_in";
}

bool holds_date(std::string_view key) {
  return key == "year" || key == "updated" || key == "deadline";
}

class FormReader {
 public:
  FormReader(const RawTable& form, FormKind kind, const Framework& framework,
             const NameIndex& names, Diagnostics& findings)
      : form_(form),
        kind_(kind),
        fields_(form_fields(kind)),
        framework_(framework),
        names_(names),
        findings_(findings),
        regions_(framework.data) {
    const auto& info = framework.data.info;
    for (std::size_t f = 0; f < info.facets.size(); ++f) tags_.emplace_back(framework.data, f);
  }

  RawDataset read() {
    for (const RawCell& header : form_.header) plans_.push_back(plan_of(header));
    std::vector<FormRow> rows;
    std::vector<const RawCell*> only_who;
    for (std::size_t r = has_help_row(form_, fields_) ? 1 : 0; r < form_.rows(); ++r) {
      const RawCell* who = nullptr;
      if (is_filled(r, who))
        rows.push_back(read_row(r));
      else if (who != nullptr)
        only_who.push_back(who);
    }
    if (rows.empty())
      findings_.report(Severity::error, "form-empty", {form_.file, 0, 0}, "", "");
    else
      for (const RawCell* who : only_who)
        findings_.report(Severity::warning, "form-row-empty", form_.place(*who), "",
                         std::string(who->text));
    give_ids(rows, std::string(table_of(kind_)));
    RawDataset out = with_framework(framework_.raw, std::move(actors_), {}, form_.file, findings_);
    out.tables.push_back(table_of_rows(rows, table_of(kind_), columns(rows), form_.file));
    return out;
  }

 private:
  Plan plan_of(const RawCell& header) {
    const auto& facets = framework_.data.info.facets;
    const auto facet_where = [&](auto is) -> std::optional<std::size_t> {
      const auto at = std::find_if(facets.begin(), facets.end(), is);
      if (at == facets.end()) return std::nullopt;
      return static_cast<std::size_t>(at - facets.begin());
    };
    const auto folded = fold_name(header.text);
    if (const auto facet = facet_where([&](const Facet& f) {
          return folded == fold_name(f.label) || folded == fold_name(f.column);
        }))
      return {facets[*facet].column, nullptr, facet};
    if (const Field* field = find_field(fields_, header.text)) {
      const auto facet = facet_where([&](const Facet& f) { return f.column == field->key; });
      return {std::string(field->key), field, facet};
    }
    if (is_contact_header(header.text)) {
      findings_.report(Severity::warning, "form-contact", form_.place(header),
                       std::string(header.text), "");
      return {};
    }
    return {std::string(header.text), nullptr, std::nullopt};
  }

  /// Who, and nothing else, is a row that was filled in beforehand and left alone.
  bool is_filled(std::size_t row, const RawCell*& who) const {
    for (std::size_t c = 0; c < form_.columns(); ++c) {
      if (plans_[c].column.empty() || text::trim(form_.cell(row, c).text).empty()) continue;
      const auto& key = plans_[c].column;
      if (key != "id" && key != "actors" && key != "actor" && key != "actor_kind" &&
          key != "region" && key != "champion")
        return true;
      if (who == nullptr) who = &form_.cell(row, c);
    }
    return false;
  }

  FormRow read_row(std::size_t r) {
    FormRow out;
    for (std::size_t c = 0; c < form_.columns(); ++c) {
      const RawCell& cell = form_.cell(r, c);
      if (out.place.line == 0) out.place = cell;
      if (plans_[c].column.empty() || text::trim(cell.text).empty()) continue;
      const auto [first, fresh] = out.cells.try_emplace(plans_[c].column);
      if (!fresh) {
        findings_.report(Severity::error, "form-field-twice", form_.place(cell), plans_[c].column,
                         std::string(cell.text), {first->second.text});
        continue;
      }
      first->second = {read_cell(plans_[c], cell), cell};
    }
    gather_actors(out);
    return out;
  }

  std::string read_cell(const Plan& plan, const RawCell& cell) {
    const std::string_view text = text::trim(cell.text);
    if (plan.facet) return read_tags(*plan.facet, text);
    if (plan.field == nullptr) return std::string(text);
    const std::string_view key = plan.field->key;
    if (holds_names(key)) return read_names_of(plan, cell);
    if (holds_date(key)) return read_date(plan, cell);
    if (key == "region") return each(text, [&](std::string_view item) { return region_of(item); });
    if (!plan.field->choices.empty()) {
      const auto word = [&](std::string_view item) {
        const auto known = choice_word(plan.field->choices, item);
        return std::string(known.value_or(item));
      };
      return plan.field->list ? each(text, word) : marked(text, word);
    }
    return plan.field->list ? each(text, [](std::string_view item) { return std::string(item); })
                            : std::string(text);
  }

  /// Keeps the "~" of an inferred value.
  template <class Understand>
  static std::string marked(std::string_view item, Understand understand) {
    if (!item.starts_with('~')) return understand(item);
    return "~" + understand(text::trim(item.substr(1)));
  }

  template <class Understand>
  static std::string each(std::string_view cell, Understand understand) {
    std::vector<std::string> items;
    for (const auto item : cut_cell(cell)) items.push_back(marked(item, understand));
    return text::join(items, ";");
  }

  std::string read_tags(std::size_t facet, std::string_view text) const {
    const auto read = tags_[facet].read(text);
    std::vector<std::string> items;
    for (const auto& item : read.items)
      items.push_back((item.stated ? "" : "~") + (item.known ? item.key : item.written));
    return text::join(items, ";");
  }

  std::string read_date(const Plan& plan, const RawCell& cell) {
    const std::string_view text = text::trim(cell.text);
    if (parse_fuzzy_interval(text)) return std::string(text);
    if (auto date = written_date(text)) return *date;
    // The other two are checked with the dataset.
    if (plan.field->key == "deadline")
      findings_.report(Severity::error, "bad-date", form_.place(cell), plan.column,
                       std::string(text));
    return std::string(text);
  }

  std::string read_names_of(const Plan& plan, const RawCell& cell) {
    std::vector<std::string> ids;
    for (const auto& item : read_names(text::trim(cell.text), names_).items) {
      if (item.answer.verdict == Verdict::ambiguous)
        findings_.report(Severity::error, "form-name-ambiguous", form_.place(cell), plan.column,
                         item.written, {text::join(item.answer.choices, ", ")});
      if (item.answer.verdict == Verdict::unknown && !item.answer.nearest.empty())
        findings_.report(Severity::warning, "form-name-near", form_.place(cell), plan.column,
                         item.written, {}, item.answer.nearest);
      const bool found = item.answer.verdict == Verdict::found;
      ids.push_back(found ? item.answer.id : item.written);
    }
    return text::join(ids, ";");
  }

  std::string region_of(std::string_view written) const {
    return regions_.find(written).value_or(std::string(written));
  }

  /// Everybody named becomes an actor; category and region speak of who fills in the form, a list
  /// as long as theirs of each in turn.
  void gather_actors(FormRow& row) {
    const bool pledge = kind_ == FormKind::pledge;
    const std::string who = pledge ? "actors" : "actor";
    const FormCell own = row.take(who), kinds = row.take("actor_kind"),
                   regions = row.take("region");
    const auto actors = text::split_list(own.text);
    for (std::size_t i = 0; i < actors.size(); ++i) {
      auto& facts = actor(actors[i], own.place);
      take_share(text::split_list(kinds.text), i, actors.size(), facts.kinds);
      take_share(text::split_list(regions.text), i, actors.size(), facts.regions);
    }
    FormCell others = pledge ? row.take("other_parties") : row.cell("counterparts");
    for (const auto other : text::split_list(others.text)) actor(other, others.place);
    FormCell all = own;
    if (pledge) unite(all.text, others.text);
    if (all.place.line == 0) all.place = others.place;
    if (all.place.line == 0) all.place = row.place;
    row.cells[who] = std::move(all);  // an empty one is reported with the dataset
  }

  ActorFacts& actor(std::string_view id, const RawCell& place) {
    auto& facts = actors_[std::string(id)];
    if (facts.place.line == 0) facts.place = place;
    return facts;
  }

  /// Columns of the table, as the form has them; those nobody filled in are left out.
  std::vector<FormColumn> columns(const std::vector<FormRow>& rows) const {
    std::vector<FormColumn> out{{"id", {}}, {kind_ == FormKind::pledge ? "actors" : "actor", {}}};
    for (std::size_t c = 0; c < plans_.size(); ++c) {
      const auto& name = plans_[c].column;
      const auto is_it = [&](const FormColumn& column) { return column.name == name; };
      const bool filled = std::any_of(rows.begin(), rows.end(),
                                      [&](const FormRow& row) { return row.cells.contains(name); });
      if (filled && std::none_of(out.begin(), out.end(), is_it))
        out.push_back({name, form_.header[c]});
    }
    return out;
  }

  const RawTable& form_;
  FormKind kind_;
  std::span<const Field> fields_;
  const Framework& framework_;
  const NameIndex& names_;
  Diagnostics& findings_;
  std::vector<Plan> plans_;
  RegionNames regions_;
  std::vector<TagReader> tags_;  ///< by facet
  ActorsFound actors_;
};

}  // namespace

std::span<const Field> form_fields(FormKind kind) {
  return kind == FormKind::pledge ? pledge_fields() : practice_fields();
}

RawDataset read_form(const RawTable& form, FormKind kind, const Framework& framework,
                     const NameIndex& names, Diagnostics& findings) {
  return FormReader(form, kind, framework, names, findings).read();
}

}  // namespace coopnet::intake
