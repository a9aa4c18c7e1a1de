#include "common/load.hpp"
#include "common/output.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/duplicates.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/render/duplicates_view.hpp"
#include "coopnet/render/messages.hpp"

namespace coopnet::tools {
namespace {

class Check : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    output_.add_to(options);
    options.flag("--duplicates", duplicates_, "check_verb.opt-duplicates");
    options.count("--max-per-kind", most_shown_, 1, 1'000'000, "check_verb.opt-max");
  }

  Exit run() override {
    if (duplicates_) return show_duplicates();
    const auto loaded = load(data_);
    if (output_.format() == Format::table)
      emit_bytes(in_words(loaded), output_);
    else
      emit(findings_table(loaded.findings), envelope_for(loaded, "check", 1), output_);
    const bool refused =
        loaded.findings.errors() > 0 || (data_.strict && loaded.findings.warnings() > 0);
    return refused ? Exit::data : Exit::ok;
  }

 private:
  std::string in_words(const io::LoadedDataset& loaded) const {
    const auto& findings = loaded.findings;
    std::string out = render::describe_all(findings, language(), most_shown_);
    if (!out.empty()) out += "\n";
    const auto& data = loaded.data;
    if (findings.errors() == 0) {
      out += msg("check_verb.understood",
                 {data.pledges.size(), data.actors.size(), data.forums.size(),
                  data.agreements.size(), data.events.size(), data.practices.size()});
      out += "\n" + msg("check_verb.content-hash", {content_hash(data)}) + "\n";
    }
    return out + render::count_text(findings, language()) +
           (findings.errors() > 0 ? "; " + msg("check_verb.mend-first") : ".") + "\n";
  }

  /// For people each two rows side by side; for programs, and to confirm, one row for two.
  Exit show_duplicates() {
    const auto loaded = load_for_counting(data_);
    const auto duplicates = intake::find_duplicates(loaded.data);
    auto envelope = envelope_for(loaded, "check", 1);
    envelope.schema = "coopnet/duplicates";
    data_.record(envelope);
    envelope.option("duplicates", true);
    const bool for_people = output_.format() == Format::table || output_.format() == Format::md ||
                            output_.format() == Format::html;
    if (for_people)
      emit(render::duplicate_tables(duplicates, most_shown_, language()), envelope, output_);
    else
      emit(render::duplicate_file(duplicates, language()), envelope, output_);
    return Exit::ok;
  }

  DataOptions data_;
  OutputOptions output_;
  bool duplicates_ = false;
  std::uint64_t most_shown_ = 5;
};

const Register<Check> check({.name = "check",
                             .examples = {"datasets/gcm",
                                          "my-pledges.csv --format csv -o findings.csv",
                                          "datasets/gcm --duplicates"}});

}  // namespace
}  // namespace coopnet::tools
