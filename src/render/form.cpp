#include "coopnet/render/form.hpp"

#include <algorithm>

#include "coopnet/core/text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/render/names.hpp"
#include "render/form_words.hpp"
#include "render/markdown_text.hpp"

namespace coopnet::render {
namespace {

using intake::Field;

/// Regions are kept in the first scheme: it is the one by which pledges are said to be across them.
std::vector<std::string> region_names(const Dataset& data, const std::vector<RegionId>& regions,
                                      Language language) {
  std::vector<std::string> out;
  for (const RegionId region : regions) out.push_back(region_name(data, region, language));
  return out;
}

class FormMaker {
 public:
  FormMaker(const Dataset& data, const FormOptions& options)
      : data_(data), options_(options), at_(static_cast<std::size_t>(options.language)) {}

  Form make() {
    const bool pledge = options_.kind == intake::FormKind::pledge;
    Form out{options_.language,
             std::string((pledge ? pledge_form_title : practice_form_title)[at_]),
             std::string(how_to[at_]),
             {}};
    const auto fields = intake::form_fields(options_.kind);
    const auto& facets = data_.info.facets;
    const auto known_facet = [&](std::string_view key) {
      return std::find_if(facets.begin(), facets.end(),
                          [&](const Facet& f) { return f.column == key; });
    };
    for (const Field& field : fields) {
      if (field.asked == intake::Asked::no) continue;
      const auto facet = known_facet(field.key);
      if (facet != facets.end())
        add_facet(out, *facet, &field);
      else if (!is_facet_field(field.key))
        add(out, field);
      if (field.key == "themes") add_other_facets(out, fields);
    }
    return out;
  }

 private:
  static bool is_facet_field(std::string_view key) {
    return key == "objectives" || key == "themes" || key == "principles";
  }

  void add(Form& out, const Field& field) {
    FormField f{std::string(field.key),
                std::string(field.label[at_]),
                std::string(field.help[at_]),
                field.list,
                false,
                {},
                {}};
    for (const auto& choice : intake::choices(field.choices))
      f.choices.emplace_back(choice.label[at_]);
    f.closed = !f.choices.empty();
    if (field.key == "region") {
      std::vector<RegionId> all;
      for (std::size_t r = 0; r < data_.regions.size(); ++r)
        if (data_.regions.rows[r].scheme == data_.primary_scheme()) all.push_back(RegionId::at(r));
      f.choices = region_names(data_, all, options_.language);
    }
    if (options_.actor) fill_in(f);
    out.fields.push_back(std::move(f));
  }

  void fill_in(FormField& field) const {
    const auto& actor = data_.actors[*options_.actor];
    if (field.key == "actors" || field.key == "actor")
      field.filled = {options_.actor_as.empty() ? actor.id : options_.actor_as};
    if (field.key == "region")
      field.filled = region_names(data_, data_.regions_of(*options_.actor, data_.primary_scheme()),
                                  options_.language);
    if (field.key == "actor_kind")
      for (const auto& choice : intake::choices("actor_kind"))
        if (choice.word == word(actor.kind)) field.filled = {std::string(choice.label[at_])};
  }

  void add_facet(Form& out, const Facet& facet, const Field* field) {
    if (facet.weight == 0) return;
    FormField f{facet.column, facet.label, std::string(tags_help[at_]), true, false, {}, {}};
    if (field != nullptr) {
      f.header = field->label[at_];
      f.help = field->help[at_];
    }
    const auto index = static_cast<std::size_t>(&facet - data_.info.facets.data());
    if (!facet.open) f.choices = tags_of(index);
    f.closed = !f.choices.empty();
    out.fields.push_back(std::move(f));
  }

  std::vector<std::string> tags_of(std::size_t facet) const {
    std::vector<std::string> out;
    for (std::size_t t = 0; t < data_.tags.size(); ++t)
      if (data_.tags.rows[t].facet == facet)
        out.push_back(tag_name(data_, TagId::at(t), options_.language, true));
    return out;
  }

  /// Facets that other frameworks have.
  void add_other_facets(Form& out, std::span<const Field> fields) {
    for (const Facet& facet : data_.info.facets)
      if (intake::field_of_key(fields, facet.column) == nullptr) add_facet(out, facet, nullptr);
  }

  const Dataset& data_;
  const FormOptions& options_;
  std::size_t at_;
};

/// What explains a field in one cell: the help, and what may be written.
std::string explained(const FormField& field) {
  if (field.choices.empty()) return field.help;
  return field.help + (field.help.empty() ? "(" : " (") + text::join(field.choices, " | ") + ")";
}

bool is_filled(const Form& form) {
  return std::any_of(form.fields.begin(), form.fields.end(),
                     [](const FormField& field) { return !field.filled.empty(); });
}

}  // namespace

Form make_form(const Dataset& data, const FormOptions& options) {
  return FormMaker(data, options).make();
}

std::string form_csv(const Form& form, bool byte_order_mark) {
  std::string out = byte_order_mark ? "\xEF\xBB\xBF" : "";
  io::CsvWriter csv(out);
  for (const auto& field : form.fields) csv.cell(field.header);
  csv.end_row();
  for (const auto& field : form.fields)
    csv.cell((&field == &form.fields.front() ? "# " : "") + explained(field));
  csv.end_row();
  if (!is_filled(form)) return out;
  for (const auto& field : form.fields) csv.cell(text::join(field.filled, "; "));
  csv.end_row();
  return out;
}

std::string form_markdown(const Form& form) {
  const bool right_to_left = form.language == Language::ar;
  std::string out = right_to_left ? "<div dir=\"rtl\">\n\n" : "";
  out += "# " + markdown_text(form.title) + "\n\n> " + markdown_text(form.how_to) + "\n";
  for (const auto& field : form.fields) {
    out += "\n## " + markdown_text(field.header) + "\n\n";
    if (!field.help.empty()) out += "> " + markdown_text(field.help) + "\n";
    if (!field.choices.empty() || !field.filled.empty()) out += "\n";
    for (const auto& choice : field.choices) {
      const bool ticked =
          std::find(field.filled.begin(), field.filled.end(), choice) != field.filled.end();
      out += std::string(ticked ? "- [x] " : "- [ ] ") + markdown_text(choice) + "\n";
    }
    for (const auto& value : field.filled)
      if (field.choices.empty()) out += markdown_text(value) + "\n";
  }
  if (right_to_left) out += "\n</div>\n";
  return out;
}

}  // namespace coopnet::render
