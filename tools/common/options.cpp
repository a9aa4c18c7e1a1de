#include "common/options.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

#include "common/failure.hpp"
#include "common/words.hpp"
#include "coopnet/core/parallel_for.hpp"
#include "coopnet/core/text.hpp"

namespace coopnet::tools {
namespace {

void check_dataset(const std::string& path) {
  if (path.empty() || path == "-") return;
  const std::string shown = text::inert(path);
  if (access(path.c_str(), F_OK) != 0) throw UsageError(msg("cli.no-such-dataset", {shown}));
  if (access(path.c_str(), R_OK) != 0)
    throw DataError(msg("cli.not-readable", {shown, std::strerror(errno)}));
}

}  // namespace

void DataOptions::add_to(OptionSet& options) {
  add_operand_to(options, "DATASET", "cli.opt-dataset");
  add_reading_to(options);
}

void DataOptions::add_operand_to(OptionSet& options, const char* name, std::string_view key) {
  options.operand(name, dataset, key);
  options.after_parse([this] { check_dataset(dataset); });
}

void DataOptions::add_reading_to(OptionSet& options) {
  options.text("--framework", "NAME|PATH|none", framework, "cli.opt-framework");
  options.flag("--strict", strict, "cli.opt-strict");
  options.flag("-q,--quiet", quiet(), "cli.opt-quiet");
}

void DataOptions::add_redaction_to(OptionSet& options, bool with_counts) {
  constexpr std::uint64_t usual_least = 5;
  constexpr std::uint64_t most = 1'000'000;
  options.flag("--redact", redact, "cli.opt-redact");
  if (with_counts) options.count("--least-count", least_count, 1, most, "cli.opt-least-count");
  options.after_parse([this] {
    if (!redact && least_count > 0) throw UsageError(msg("cli.least-count-alone"));
    if (redact && least_count == 0) least_count = usual_least;
  });
}

void DataOptions::refuse_redaction() const {
  if (redact) throw UsageError(msg("cli.redact-needs-dataset"));
}

void DataOptions::record(render::Envelope& envelope) const {
  // Of a path only its last part: where the files lie is nobody's business.
  std::string_view name = framework;
  while (name.size() > 1 && name.ends_with('/')) name.remove_suffix(1);
  if (const auto slash = name.rfind('/');
      slash != std::string_view::npos && slash + 1 < name.size())
    name.remove_prefix(slash + 1);
  envelope.option("framework", name.empty() ? render::OptionValue() : render::OptionValue(name));
  if (!redact) return;
  envelope.option("redact", true);
  envelope.option("least_count", least_count);
  envelope.least_count = static_cast<std::int64_t>(least_count);
}

void EvidenceOptions::add_to(OptionSet& options) {
  options.flag("--stated-only", stated_only, "cli.opt-stated-only");
  options.list("--without", "ID", without, "cli.opt-without");
}

void EvidenceOptions::record(render::Envelope& envelope) const {
  envelope.option("stated_only", stated_only);
  envelope.option("without", without);
}

void FilterOptions::add_to(OptionSet& options, const char* kinds_name) {
  kinds_name_ = kinds_name;
  options.list("--region", "REGION", regions, "cli.opt-region", ',');
  options.list("--objective", "KEY", objectives, "cli.opt-objective", ',');
  options.list(kinds_name, "KIND", kind_words_, "cli.opt-kind", ',');
  options.after_parse([this] { take_kinds(); });
  EvidenceOptions::add_to(options);
}

void FilterOptions::take_kinds() {
  for (const auto& word : kind_words_) {
    const auto kind = parse_word<ActorKind>(word);
    if (!kind) refuse_value(kinds_name_, word, written_words(words<ActorKind>()));
    kinds.push_back(*kind);
  }
}

void FilterOptions::record(render::Envelope& envelope) const {
  std::vector<std::string> kind_words;
  for (const auto kind : kinds) kind_words.emplace_back(word(kind));
  envelope.option("region", regions);
  envelope.option("objective", objectives);
  envelope.option(kinds_name_ == "--kind" ? "kind" : "actors", kind_words);
  EvidenceOptions::record(envelope);
}

void AsOfOption::add_to(OptionSet& options) {
  const auto take_date = [this](const std::string& given) {
    const auto range = parse_day_range(given);
    if (!range) throw UsageError(msg("cli.bad-date", {"--as-of", text::inert(given)}));
    day = range->latest;
  };
  options.custom("--as-of", "DATE", take_date, "cli.opt-as-of");
}

void AsOfOption::record(render::Envelope& envelope) const {
  envelope.option("as_of", day ? render::OptionValue(to_string(*day)) : render::OptionValue());
}

void ThreadOption::add_to(OptionSet& options) {
  options.count("--threads", given_, 0, max_threads, "cli.opt-threads");
  options.after_parse([this] { threads = static_cast<unsigned>(given_); });
}

void SeedOption::add_to(OptionSet& options) {
  options.count("--seed", seed, 0, std::numeric_limits<std::uint64_t>::max(), "cli.opt-seed");
}

}  // namespace coopnet::tools
