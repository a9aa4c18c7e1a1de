#include <unistd.h>

#include "common/load.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/merge.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/model/builder.hpp"

namespace coopnet::tools {
namespace {

class Convert : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    options.text("-o,--output", "PATH", output_, "convert.opt-output");
    options.text("--merge", "FILE", merge_, "convert.opt-merge");
    options.flag("--force", force_, "cli.opt-force");
  }

  Exit run() override {
    if (output_.empty()) throw UsageError(msg("convert.output-missing"));
    if (output_ != "-" && !force_ && access(output_.c_str(), F_OK) == 0)
      throw UsageError(msg("cli.output-exists", {text::inert(output_)}));
    if (!merge_.empty() && merge_ != "-" && access(merge_.c_str(), F_OK) != 0)
      throw UsageError(msg("cli.no-such-dataset", {text::inert(merge_)}));
    auto loaded = load_for_counting(data_);
    if (!merge_.empty()) merge_into(loaded.data);
    if (output_ == "-") {
      write_out(as_json(loaded.data));
      return Exit::ok;
    }
    const HoldSignals hold;
    io::save_dataset(loaded.data, output_, force_);
    tell("convert.written", {text::inert(output_), content_hash(loaded.data)});
    return Exit::ok;
  }

 private:
  void merge_into(Dataset& data) const {
    Diagnostics findings;
    const auto confirmed = io::read_csv(io::read_file(merge_), merge_, "duplicates", {}, findings);
    report_findings(findings, data_);
    auto merged = intake::merge(data, confirmed, findings);
    report_findings(findings, data_);
    data = std::move(merged.data);
    tell("convert.merged", {merged.pledges, merged.actors});
  }

  static std::string as_json(const Dataset& data) {
    return io::write_json_dataset(to_raw(data),
                                  [&](std::string_view table, std::string_view column) {
                                    return is_list_column(data, table, column);
                                  });
  }

  DataOptions data_;
  std::string output_, merge_;
  bool force_ = false;
};

const Register<Convert> convert({.name = "convert",
                                 .examples = {"datasets/gcm -o gcm.json", "my-pledges.csv -o my/",
                                              "my/ --merge duplicates.csv -o merged/"}});

}  // namespace
}  // namespace coopnet::tools
