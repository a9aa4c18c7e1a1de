#include "common/load.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "common/actors.hpp"
#include "common/failure.hpp"
#include "common/report.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/exchange/formats.hpp"
#include "coopnet/exchange/to_data.hpp"
#include "coopnet/intake/form.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/io/xlsx.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/model/redact.hpp"

namespace coopnet::tools {
namespace {

constexpr std::string_view default_framework = "gcm";

bool is_dataset(const std::string& path) {
  std::error_code ignored;
  return std::filesystem::exists(path + "/dataset.json", ignored);
}

/// Folder of the running program, so that an installed copy finds its data wherever it lies.
std::string program_folder() {
  std::array<char, 4096> buffer{};
  const auto n = readlink("/proc/self/exe", buffer.data(), buffer.size());
  if (n <= 0) return {};
  const std::string path(buffer.data(), static_cast<std::size_t>(n));
  return path.substr(0, path.rfind('/'));
}

/// The first place where something that fits has this name.
template <class Fits>
std::string installed(std::string_view name, Fits fits) {
  if (name.empty() || name.starts_with('.') || name.find("..") != std::string_view::npos) return {};
  const auto beside = program_folder() + "/" + COOPNET_INSTALL_DATADIR + "/" + std::string(name);
  if (fits(beside)) return beside;
#ifdef COOPNET_SOURCE_DATADIR
  const auto in_source = std::string(COOPNET_SOURCE_DATADIR) + "/" + std::string(name);
  if (fits(in_source)) return in_source;
#endif
  return {};
}

std::string framework_path(const std::string& given) {
  if (given == "none") return {};
  if (given.empty()) return installed_dataset(default_framework);
  if (is_dataset(given) || given.ends_with(".json")) return given;
  const auto installed = installed_dataset(given);
  if (installed.empty()) throw UsageError(msg("cli.no-such-dataset", {text::inert(given)}));
  return installed;
}

}  // namespace

std::string installed_dataset(std::string_view name) {
  if (name.find('/') != std::string_view::npos) return {};
  return installed(name, [](const std::string& path) { return is_dataset(path); });
}

std::string installed_file(std::string_view name) {
  return installed(name, [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
  });
}

namespace {

/// A single table is a form somebody filled in, or stands in the words of the tables already.
RawDataset unfold(const RawTable& flat, const RawDataset* framework, Diagnostics& findings) {
  const auto kind = intake::form_kind(flat);
  if (!kind) return unfold_flat(flat, framework, findings);
  Diagnostics ignored;  // a framework is a dataset of its own and is checked as such
  const Dataset known = build_dataset(framework == nullptr ? RawDataset{} : *framework, ignored);
  return read_form(flat, *kind, {framework, known}, known_names(known, false), findings);
}

/// The table of a workbook or of a Markdown form; nothing for any other file.
std::optional<RawTable> read_form_file(const std::string& path, Diagnostics& findings) {
  const auto lower = text::lower_ascii(path);
  const bool workbook = lower.ends_with(".xlsx");
  if (!workbook && !lower.ends_with(".md") && !lower.ends_with(".markdown")) return std::nullopt;
  std::string bytes = io::read_file(path);
  if (!workbook) return intake::read_markdown_form(std::move(bytes), path, {}, findings);
  const auto sheets = io::read_xlsx(bytes, path, findings);
  return intake::workbook_form(sheets, path, std::string(io::flat_table_name), findings);
}

/// A network of another program. Its ending decides; a folder with such a name is a dataset.
std::optional<exchange::FileFormat> network_format(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return std::nullopt;
  return exchange::format_of_path(path);
}

io::LoadedDataset load_network(const std::string& path, exchange::FileFormat format) {
  Diagnostics findings;
  const auto network = exchange::read_network(io::read_file(path), format, path, findings);
  RawDataset raw;
  if (findings.errors() == 0) raw = exchange::to_dataset(network, path, findings);
  return io::finish_dataset(raw, std::move(findings));
}

}  // namespace

io::LoadedDataset load(const DataOptions& options) {
  if (const auto format = network_format(options.dataset))
    return load_network(options.dataset, *format);
  io::LoadOptions how;
  how.framework = framework_path(options.framework);
  how.unfold = unfold;
  Diagnostics findings;
  if (const auto table = read_form_file(options.dataset, findings)) {
    if (findings.errors() == 0) return io::load_flat(*table, std::move(findings), how);
    findings.sort();
    return {{}, std::move(findings), true};  // what is no table cannot be understood either
  }
  return io::load_dataset(options.dataset, how);
}

io::LoadedDataset load_for_counting(const DataOptions& options) {
  auto loaded = load(options);
  report_findings(loaded.findings, options);
  if (options.redact)
    loaded.data = redact(loaded.data, {.actor = msg("cli.redacted-actor"),
                                       .pledge = msg("cli.redacted-pledge"),
                                       .agreement = msg("cli.redacted-agreement"),
                                       .event = msg("cli.redacted-event"),
                                       .text = msg("cli.redacted-text"),
                                       .title = msg("cli.redacted-title"),
                                       .sample = msg("cli.redacted-sample"),
                                       .caveat = msg("cli.redacted-caveat")});
  return loaded;
}

FrameworkData load_framework(const std::string& given) {
  FrameworkData out;
  Diagnostics ignored;  // a framework is a dataset of its own and is checked as such
  if (const auto path = framework_path(given); !path.empty())
    out.raw = io::read_raw_dataset(path, table_names(), ignored);
  out.data = build_dataset(out.raw ? *out.raw : RawDataset{}, ignored);
  return out;
}

Selection select(const Dataset& data, const EvidenceOptions& evidence) {
  Selection selection(data);
  selection.stated_only = evidence.stated_only;
  for (const auto& id : evidence.without) {
    if (selection.leave_out(data, id)) continue;
    std::vector<std::string> known;
    for (const auto& actor : data.actors) known.push_back(actor.id);
    for (const auto& forum : data.forums) known.push_back(forum.id);
    for (const auto& pledge : data.pledges) known.push_back(pledge.id);
    refuse_value("--without", id, known);
  }
  return selection;
}

RegionId find_region(const Dataset& data, const std::string& given) {
  if (const auto id = data.regions.find(given)) return *id;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < data.regions.size(); ++i) {
    const auto& region = data.regions.rows[i];
    if (text::fold(region.label.en) == text::fold(given)) return RegionId::at(i);
    known.push_back(region.id);
  }
  refuse_value("--region", given, known);
}

TagId find_objective(const Dataset& data, const std::string& given) {
  const auto facet = data.info.primary_facet;
  if (const auto tag = data.find_tag(facet, given)) return *tag;
  std::vector<std::string> known;
  for (const auto& tag : data.tags)
    if (tag.facet == facet) known.push_back(tag.key);
  refuse_value("--objective", given, known);
}

std::size_t find_facet(const Dataset& data, const std::string& given) {
  if (given.empty()) return data.info.primary_facet;
  if (const auto found = data.find_facet(given)) return *found;
  std::vector<std::string> known;
  for (const auto& facet : data.info.facets) known.push_back(facet.key);
  refuse_value("--facet", given, known);
}

std::string settle_scheme(const Dataset& data, const std::string& given,
                          const std::vector<RegionId>& regions) {
  std::vector<std::string> known;
  for (const auto& scheme : data.info.region_schemes) known.push_back(scheme.key);
  if (!given.empty() && std::find(known.begin(), known.end(), given) == known.end())
    refuse_value("--scheme", given, known);
  std::vector<std::string> asked;
  if (!given.empty()) asked.push_back(given);
  for (const RegionId region : regions) asked.push_back(data.regions[region].scheme);
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  if (asked.size() > 1) throw UsageError(msg("cli.one-scheme", {text::join(asked, ", ")}));
  return asked.empty() ? std::string(data.primary_scheme()) : asked.front();
}

render::Envelope envelope_of_verb(std::string verb, int schema_version) {
  render::Envelope out;
  out.schema = "coopnet/" + verb;
  out.schema_version = schema_version;
  out.verb = std::move(verb);
  return out;
}

render::Envelope envelope_for(const io::LoadedDataset& loaded, std::string verb,
                              int schema_version) {
  auto out = envelope_of_verb(std::move(verb), schema_version);
  out.dataset_title = loaded.data.info.title;
  out.as_of = loaded.data.info.as_of;
  out.content_hash = content_hash(loaded.data);
  out.sample_of = loaded.data.info.sample_of;
  out.caveats = loaded.data.info.caveats;
  out.data = &loaded.data;
  return out;
}

}  // namespace coopnet::tools
