#include "common/actors.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/render/profile_view.hpp"

namespace coopnet::tools {
namespace {

class Profile : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    data_.add_redaction_to(options);
    options.operand("ID", id_, "profile.opt-id");
    options.text("--facet", "FACET", facet_, "profile.opt-facet");
    options.text("--scheme", "SCHEME", scheme_, "profile.opt-scheme");
    options.count("--top", top_, 0, 1'000'000, "profile.opt-top");
    evidence_.add_to(options);
    output_.add_to(options);
    output_.add_part_to(options);
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    const auto selection = select(data, evidence_);
    const auto who = find_actor(data, selection, "ID", id_);
    const ProfileOptions options{
        .facet = find_facet(data, facet_), .scheme = settle_scheme(data, scheme_, {}), .top = top_};
    const auto relations = build_relations(data, selection);
    const auto profile = find_profile(data, relations, selection, who, options);
    const render::ProfileContext context{
        data, relations, options, selection.stated_only, data.info.as_of, language()};
    auto tables = render::profile_tables(profile, context);
    std::string regions;
    for (const RegionId region : profile.regions)
      regions += (regions.empty() ? "" : ",") + text::inert(data.regions[region].id);
    if (output_.format() == Format::table && output_.to_stdout() && !regions.empty() &&
        output_.part().empty())
      tables.back().table.notes.push_back(msg(
          "profile.next", {text::inert(data_.dataset), text::inert(data.actors[who].id), regions}));
    auto envelope = envelope_for(loaded, "profile", 1);
    data_.record(envelope);
    envelope.option("id", data.actors[who].id);
    envelope.option("facet", data.info.facets[options.facet].key);
    envelope.option("scheme", options.scheme);
    envelope.option("top", top_);
    evidence_.record(envelope);
    envelope.methods = {"location quotient with Clopper-Pearson interval",
                        "relatedness density (Hidalgo and others)"};
    emit(tables, envelope, output_);
    return Exit::ok;
  }

 private:
  DataOptions data_;
  std::string id_, facet_, scheme_;
  std::uint64_t top_ = 10;
  EvidenceOptions evidence_;
  OutputOptions output_;
};

const Register<Profile> profile({.name = "profile",
                                 .examples = {"datasets/gcm MAR", "datasets/gcm Kenya --part next",
                                              "datasets/gcm PRT --format json -o prt.json"},
                                 .featured = true});

}  // namespace
}  // namespace coopnet::tools
