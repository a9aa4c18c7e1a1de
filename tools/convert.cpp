#include <unistd.h>

#include <array>

#include "common/load.hpp"
#include "common/networks.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/exchange/formats.hpp"
#include "coopnet/exchange/from_data.hpp"
#include "coopnet/exchange/tables.hpp"
#include "coopnet/intake/merge.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/model/builder.hpp"

namespace coopnet::tools {
namespace {

using exchange::FileFormat;
using exchange::TableStyle;

/// What is written: a dataset (no format), a network in one file, or a network as two tables.
struct Target {
  std::optional<FileFormat> file;
  std::optional<TableStyle> tables;

  [[nodiscard]] bool is_network() const { return file || tables; }
};

constexpr std::array targets{Target{FileFormat::graphml, {}},    Target{FileFormat::gexf, {}},
                             Target{FileFormat::pajek, {}},      Target{FileFormat::dot, {}},
                             Target{{}, TableStyle::gephi},      Target{{}, TableStyle::neo4j},
                             Target{{}, TableStyle::graphframes}};

class Convert : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    options.text("-o,--output", "PATH", output_, "convert.opt-output");
    options.text("--merge", "FILE", merge_, "convert.opt-merge");
    options.choose("--format", {"graphml", "gexf", "pajek", "dot", "gephi", "neo4j", "graphframes"},
                   "convert.opt-format", [this](std::size_t chosen) { target_ = targets[chosen]; });
    network_.add_to(options, "convert.opt-network");
    filter_.add_to(options);
    options.flag("--force", force_, "cli.opt-force");
    options.after_parse([this] { settle(); });
  }

  Exit run() override {
    if (!merge_.empty() && merge_ != "-" && access(merge_.c_str(), F_OK) != 0)
      throw UsageError(msg("cli.no-such-dataset", {text::inert(merge_)}));
    auto loaded = load_for_counting(data_);
    if (!merge_.empty()) merge_into(loaded.data);
    if (target_.is_network())
      write_network(loaded.data);
    else
      write_dataset(loaded.data);
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

  void settle() {
    if (output_.empty()) throw UsageError(msg("convert.output-missing"));
    if (!target_.is_network()) target_.file = exchange::format_of_path(output_);
    const bool narrowed = network_.kind || !filter_.regions.empty() || !filter_.kinds.empty() ||
                          !filter_.objectives.empty() || filter_.stated_only ||
                          !filter_.without.empty();
    if (narrowed && !target_.is_network()) throw UsageError(msg("convert.dataset-whole"));
    if (network_.kind)
      check_objectives(filter_, *network_.kind);
    else if (!filter_.objectives.empty())
      throw UsageError(msg("convert.objective-needs-network"));
    if (target_.tables && output_ == "-") throw UsageError(msg("convert.tables-need-folder"));
    if (output_ != "-" && !force_ && access(output_.c_str(), F_OK) == 0)
      throw UsageError(msg("cli.output-exists", {text::inert(output_)}));
  }

  // --- a dataset ---

  void write_dataset(const Dataset& data) const {
    if (output_ == "-") {
      write_out(as_json(data));
      return;
    }
    const HoldSignals hold;
    io::save_dataset(data, output_, force_);
    tell("convert.written", {text::inert(output_), content_hash(data)});
  }

  static std::string as_json(const Dataset& data) {
    return io::write_json_dataset(to_raw(data), io::list_columns(data));
  }

  // --- a network ---

  void write_network(const Dataset& data) const {
    const auto network = network_.kind ? asked_network(data) : typed(data);
    Diagnostics told;
    if (target_.file)
      write_file(exchange::write_network(network, *target_.file, told));
    else
      write_tables(exchange::to_tables(network, *target_.tables, told));
    if (!quiet() && !told.all().empty()) write_err(render::describe_all(told, language()));
    if (output_ == "-") return;
    const auto what = network_.kind ? network_name(*network_.kind) : msg("convert.typed-graph");
    tell("convert.network-written",
         {text::inert(output_), network.nodes.size(), network.edges.size(), what});
    tell(network_.kind ? "convert.network-not-all" : "convert.typed-not-all");
  }

  static std::string network_name(NetworkKind kind) {
    std::string word(network_word(kind));
    std::replace(word.begin(), word.end(), ':', '-');
    return msg("rank.network-" + word);
  }

  [[nodiscard]] std::vector<RegionId> regions(const Dataset& data) const {
    std::vector<RegionId> out;
    for (const auto& given : filter_.regions) out.push_back(find_region(data, given));
    return out;
  }

  [[nodiscard]] exchange::NetworkFile typed(const Dataset& data) const {
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    return exchange::typed_graph(data, relations, selection, {regions(data), filter_.kinds});
  }

  [[nodiscard]] exchange::NetworkFile asked_network(const Dataset& data) const {
    const auto selection = select(data, filter_);
    const auto relations = build_relations(data, selection);
    NetworkOptions options;
    options.kind = *network_.kind;
    options.kinds = filter_.kinds;
    options.regions = regions(data);
    options.scheme = settle_scheme(data, {}, options.regions);
    for (const auto& given : filter_.objectives)
      options.tags.push_back(find_objective(data, given));
    auto out = exchange::network_of(data, build_asked_network(data, relations, selection, options));
    out.properties.push_back({"network", std::string(network_word(options.kind))});
    return out;
  }

  void write_file(const std::string& bytes) const {
    if (output_ == "-") {
      write_out(bytes);
      return;
    }
    const HoldSignals hold;
    io::write_file_atomically(output_, bytes, force_);
  }

  void write_tables(const exchange::NetworkTables& tables) const {
    const std::array<io::NamedBytes, 2> files{
        io::NamedBytes{"nodes.csv", io::write_csv(tables.nodes)},
        io::NamedBytes{"edges.csv", io::write_csv(tables.edges)}};
    const HoldSignals hold;
    io::write_folder_atomically(output_, files, force_);
  }

  DataOptions data_;
  Target target_;
  NetworkOption network_;
  FilterOptions filter_;
  std::string output_, merge_;
  bool force_ = false;
};

const Register<Convert> convert({.name = "convert",
                                 .examples = {"datasets/gcm -o gcm.json",
                                              "datasets/gcm -o gcm.graphml",
                                              "my/ --merge duplicates.csv -o merged/"}});

}  // namespace
}  // namespace coopnet::tools
