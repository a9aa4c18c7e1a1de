#include <algorithm>
#include <array>

#include "common/load.hpp"
#include "common/networks.hpp"
#include "common/output.hpp"
#include "common/verb.hpp"
#include "common/watch.hpp"
#include "common/words.hpp"
#include "coopnet/render/rank_view.hpp"

namespace coopnet::tools {
namespace {

class Rank : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    data_.add_redaction_to(options);
    network_.add_to(options, "rank.opt-network");
    options.choice("--weight-is", lengths_,
                   {{"strength", TieLength::strength}, {"length", TieLength::length}},
                   "rank.opt-lengths");
    options.text("--sort", "MEASURE", sort_, "rank.opt-sort");
    options.count("--top", top_, 0, 1'000'000, "rank.opt-top");
    options.flag("--within", within_, "rank.opt-within");
    options.text("--scheme", "SCHEME", scheme_, "rank.opt-scheme");
    filter_.add_to(options);
    threads_.add_to(options);
    output_.add_to(options);
    output_.add_part_to(options);
    options.after_parse([this] { check_combination(); });
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    const auto selection = select(data, filter_);
    const auto asked = network_options(data);
    const auto relations = build_relations(data, selection);
    const auto network = build_asked_network(data, relations, selection, asked);
    const RankOptions options{lengths_, threads_.threads};
    Watch watch("rank.progress");
    const auto position = find_positions(data, network, scheme_, options, &watch);
    const render::RankContext context{
        .data = data,
        .network = network,
        .options = asked,
        .rank = options,
        .sort = sort_,
        .top = top_,
        .shown = vertices_in(data, relations, selection, network, scheme_, shown_in_),
        .shown_in = shown_in_,
        .stated_only = selection.stated_only,
        .as_of = data.info.as_of,
        .language = language()};
    auto envelope = envelope_for(loaded, "rank", 1);
    record(envelope);
    emit(render::rank_tables(position, context), envelope, output_);
    return Exit::ok;
  }

 private:
  [[nodiscard]] NetworkKind kind() const {
    return network_.kind.value_or(NetworkKind::actors_by_forum);
  }

  void check_combination() const {
    const auto known = render::rank_measures(kind());
    if (!sort_.empty() && std::find(known.begin(), known.end(), sort_) == known.end())
      refuse_value("--sort", sort_, known);
    if (within_ && filter_.regions.empty()) throw UsageError(msg("rank.within-needs-region"));
    check_objectives(filter_, kind());
    if (top_ > 0 && sort_.empty()) throw UsageError(msg("rank.top-needs-sort"));
  }

  NetworkOptions network_options(const Dataset& data) {
    NetworkOptions out;
    out.kind = kind();
    out.kinds = filter_.kinds;
    for (const auto& given : filter_.regions) shown_in_.push_back(find_region(data, given));
    if (within_) std::swap(out.regions, shown_in_);
    for (const auto& given : filter_.objectives) out.tags.push_back(find_objective(data, given));
    scheme_ = settle_scheme(data, scheme_, within_ ? out.regions : shown_in_);
    out.scheme = scheme_;
    return out;
  }

  void record(render::Envelope& envelope) const {
    static constexpr std::array lengths{"equal", "strength", "length"};
    data_.record(envelope);
    envelope.option("network", network_word(kind()));
    envelope.option("weight_is", lengths[static_cast<std::size_t>(lengths_)]);
    envelope.option("sort", sort_.empty() ? render::OptionValue() : render::OptionValue(sort_));
    envelope.option("top", top_);
    envelope.option("within", within_);
    envelope.option("scheme",
                    scheme_.empty() ? render::OptionValue() : render::OptionValue(scheme_));
    filter_.record(envelope);
    envelope.methods = {"betweenness (Brandes)",
                        "harmonic closeness",
                        "eigenvector centrality",
                        "PageRank, damping 0.85",
                        "core numbers",
                        "constraint and effective size (Burt)",
                        "brokerage (Gould and Fernandez)",
                        "articulation points and bridges"};
  }

  DataOptions data_;
  NetworkOption network_;
  TieLength lengths_ = TieLength::equal;
  std::string sort_, scheme_;
  std::uint64_t top_ = 0;
  bool within_ = false;
  std::vector<RegionId> shown_in_;
  FilterOptions filter_;
  ThreadOption threads_;
  OutputOptions output_;
};

const Register<Rank> rank({.name = "rank",
                           .examples = {"datasets/gcm --region arab_states",
                                        "datasets/gcm --sort path_share --top 10",
                                        "datasets/gcm --network actors:exchange --part brokers"},
                           .featured = true});

}  // namespace
}  // namespace coopnet::tools
