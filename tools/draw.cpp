#include "common/load.hpp"
#include "common/picture.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/render/views.hpp"

namespace coopnet::tools {
namespace {

enum class View : std::uint8_t { network, forums, synergy };

class Draw : public Command {
 public:
  void setup(OptionSet& options) override {
    static constexpr std::array formats{Format::svg, Format::png, Format::pdf, Format::dot};
    data_.add_to(options);
    data_.add_redaction_to(options, false);
    options.choice(
        "--view", view_,
        {{"network", View::network}, {"forums", View::forums}, {"synergy", View::synergy}},
        "draw.opt-view");
    options.count("--most-nodes", most_nodes_, 1, 300, "draw.opt-most-nodes");
    filter_.add_to(options);
    output_.add_to(options, formats);
  }

  Exit run() override {
    if (filter_.regions.size() > 1) throw UsageError(msg("draw.one-region"));
    if (!filter_.objectives.empty() && view_ != View::synergy)
      throw UsageError(msg("draw.objective-for-synergy"));
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    emit_picture(drawing(data, relations, selection), output_);
    return Exit::ok;
  }

 private:
  render::Drawing drawing(const Dataset& data, const Relations& relations,
                          const Selection& selection) const {
    std::optional<RegionId> region;
    if (!filter_.regions.empty()) region = find_region(data, filter_.regions.front());
    if (view_ == View::synergy) {
      SynergyOptions options;
      options.top = most_nodes_;
      options.filter.region = region;
      options.filter.kinds = filter_.kinds;
      if (!filter_.objectives.empty())
        options.filter.tag = find_objective(data, filter_.objectives.front());
      const auto result = find_synergies(data, relations, selection, options);
      return render::synergy_drawing(result,
                                     {data, relations, options, data.info.as_of, language()});
    }
    const render::ViewContext context{data,   relations,     selection,   data.info.as_of,
                                      region, filter_.kinds, most_nodes_, language()};
    return view_ == View::network ? render::network_drawing(context)
                                  : render::forums_drawing(context);
  }

  DataOptions data_;
  FilterOptions filter_;
  OutputOptions output_;
  View view_ = View::network;
  std::uint64_t most_nodes_ = 60;
};

const Register<Draw> draw(
    {.name = "draw",
     .examples = {"datasets/gcm -o network.svg",
                  "datasets/gcm --view forums --region arab_states -o forums.png",
                  "datasets/gcm --view synergy --format dot"},
     .featured = true});

}  // namespace
}  // namespace coopnet::tools
