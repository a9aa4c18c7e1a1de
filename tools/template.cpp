#include <array>

#include "common/actors.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/render/form.hpp"
#include "coopnet/render/names.hpp"

namespace coopnet::tools {
namespace {

using intake::FormKind;
using render::Language;

constexpr std::array form_formats{Format::csv, Format::xlsx, Format::md};

class Template : public Command {
 public:
  void setup(OptionSet& options) override {
    options.operand("FORM", form_, "templates.opt-form");
    options.text("--actor", "ID", actor_, "templates.opt-actor");
    options.choice(
        "--lang", options_.language,
        {{"en", Language::en}, {"fr", Language::fr}, {"es", Language::es}, {"ar", Language::ar}},
        "templates.opt-lang");
    options.text("--framework", "NAME|PATH|none", framework_, "cli.opt-framework");
    output_.add_to(options, form_formats);
    options.flag("-q,--quiet", quiet(), "cli.opt-quiet");
    options.after_parse([this] { settle_kind(); });
  }

  Exit run() override {
    const auto framework = load_framework(framework_);
    if (!actor_.empty()) name_actor(framework.data);
    const auto form = render::make_form(framework.data, options_);
    emit_bytes(bytes_of(form), output_);
    return Exit::ok;
  }

 private:
  void settle_kind() {
    const std::vector<std::string> known{"pledge", "practice"};
    if (form_ == known[0])
      options_.kind = FormKind::pledge;
    else if (form_ == known[1])
      options_.kind = FormKind::practice;
    else
      refuse_value("FORM", form_, known);
  }

  /// By its name in the language of the form, where that name means nobody else.
  void name_actor(const Dataset& data) {
    options_.actor = find_actor(data, Selection(data), "--actor", actor_);
    const auto& row = data.actors[*options_.actor];
    const auto name = render::actor_name(data, *options_.actor, options_.language);
    const auto answer = known_names(data, false).resolve(name);
    options_.actor_as = answer.id == row.id && is_plain(name) ? name : row.id;
  }

  /// Nothing that a list or a spreadsheet would take apart.
  static bool is_plain(const std::string& name) {
    return name.find_first_of(";|\n\t") == std::string::npos &&
           name.find_first_of("=+-@'\"") != 0 && !name.starts_with("# ");
  }

  std::string bytes_of(const render::Form& form) const {
    if (output_.format() == Format::xlsx) return render::form_xlsx(form);
    if (output_.format() == Format::md) return render::form_markdown(form);
    return render::form_csv(form, output_.bom);
  }

  std::string form_, actor_, framework_;
  render::FormOptions options_;
  OutputOptions output_;
};

const Register<Template> template_verb({.name = "template",
                                        .examples = {"pledge -o form.xlsx",
                                                     "pledge --lang fr --actor MAR -o form.csv",
                                                     "practice --actor GHA --lang ar -o form.md"},
                                        .own_language = true});

}  // namespace
}  // namespace coopnet::tools
