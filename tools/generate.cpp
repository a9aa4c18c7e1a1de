#include <sys/stat.h>

#include "common/options.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/watch.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/io/synthetic.hpp"

namespace coopnet::tools {
namespace {

class Generate : public Command {
 public:
  void setup(OptionSet& options) override {
    options.text("-o,--output", "FOLDER", output_, "generate.opt-output");
    options.count("--pledges", shape_.pledges, 1, io::most_synthetic_pledges,
                  "generate.opt-pledges");
    options.count("--actors", actors_, 2, io::most_synthetic_actors, "generate.opt-actors");
    options.count("--forums", forums_, 0, io::most_synthetic_forums, "generate.opt-forums");
    options.count("--objectives", shape_.objectives, 1, io::most_synthetic_tags,
                  "generate.opt-objectives");
    options.count("--themes", shape_.themes, 0, io::most_synthetic_tags, "generate.opt-themes");
    options.count("--principles", shape_.principles, 0, io::most_synthetic_tags,
                  "generate.opt-principles");
    options.number("--tags-per-pledge", shape_.tags_per_pledge, 1,
                   io::most_synthetic_tags_per_pledge, "generate.opt-tags-per-pledge");
    options.number("--zipf", shape_.zipf, 0, io::steepest_synthetic_zipf, "generate.opt-zipf");
    seed_.add_to(options);
    options.flag("--force", force_, "generate.opt-force");
    options.flag("-q,--quiet", quiet(), "cli.opt-quiet");
    options.after_parse([this] { check_output(); });
  }

  Exit run() override {
    if (actors_ != not_given) shape_.actors = actors_;
    if (forums_ != not_given) shape_.forums = forums_;
    shape_.seed = seed_.seed;
    const auto size = write();
    tell("generate.written",
         {text::inert(output_), size.pledges, size.actors, size.rows, size.bytes});
    return Exit::ok;
  }

 private:
  static constexpr std::uint64_t not_given = ~std::uint64_t{0};

  void check_output() const {
    if (output_.empty()) throw UsageError(msg("generate.output-missing"));
    const auto shown = text::inert(output_);
    if (text::lower_ascii(output_).ends_with(".json"))
      throw UsageError(msg("generate.is-json", {shown}));
    struct stat status = {};
    if (stat(output_.c_str(), &status) != 0) return;
    if (!S_ISDIR(status.st_mode)) throw UsageError(msg("generate.no-folder", {shown}));
    if (!force_) throw UsageError(msg("generate.needs-force", {shown}));
  }

  io::SyntheticSize write() const {
    // A signal waits until what was written so far is gone.
    const HoldSignals hold;
    Watch watch("generate.progress");
    return io::write_synthetic_dataset(shape_, output_, force_, &watch);
  }

  io::SyntheticShape shape_;
  std::uint64_t actors_ = not_given;
  std::uint64_t forums_ = not_given;
  SeedOption seed_;
  std::string output_;
  bool force_ = false;
};

const Register<Generate> generate({.name = "generate",
                                   .examples = {"-o invented", "-o large --pledges 100000",
                                                "-o plain --tags-per-pledge 3 --zipf 0 --seed 7"}});

}  // namespace
}  // namespace coopnet::tools
