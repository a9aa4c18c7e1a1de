#pragma once

#include <optional>
#include <string>
#include <vector>

#include "coopnet/intake/form.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/render/messages.hpp"

/// Empty forms for pledges and practices, in the language of who fills them in. What
/// intake/form.hpp reads comes from here.
namespace coopnet::render {

/// A field of a form.
struct FormField {
  std::string key;     ///< column of the table
  std::string header;  ///< in the language of the form
  std::string help;
  bool list = false;                 ///< several of the choices may be given
  bool closed = false;               ///< nothing but the choices
  std::vector<std::string> choices;  ///< as they are shown: "Announced", "8 Saving lives ..."
  std::vector<std::string> filled;   ///< beforehand
};

struct Form {
  Language language = Language::en;
  std::string title;   ///< "Pledge"
  std::string how_to;  ///< how it is filled in, in a few sentences
  std::vector<FormField> fields;
};

struct FormOptions {
  intake::FormKind kind = intake::FormKind::pledge;
  Language language = Language::en;
  std::optional<ActorId> actor{};  ///< who fills it in: name, category and regions are given then
  std::string actor_as{};        ///< how the actor is written; empty: its id
};

/// The form of the facets, tags and regions of a dataset: facets without a weight are left out,
/// tags are listed with number and label, regions are those of the first scheme. A facet whose name
/// the forms do not know keeps its own.
[[nodiscard]] Form make_form(const Dataset& data, const FormOptions& options);

/// Names of the fields, a row that explains them (it begins with "# "), and a row for the actor.
[[nodiscard]] std::string form_csv(const Form& form, bool byte_order_mark = false);
/// A heading a field with its help, boxes to tick, and places to write. Right to left in Arabic.
[[nodiscard]] std::string form_markdown(const Form& form);
/// The table with a second sheet of lists: text format throughout, so that 004 and dates stay as
/// they are typed; choices to drop down; from right to left in Arabic. The same bytes every time.
/// Throws IoError.
[[nodiscard]] std::string form_xlsx(const Form& form);

}  // namespace coopnet::render
