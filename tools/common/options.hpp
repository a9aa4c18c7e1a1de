#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/option_set.hpp"
#include "coopnet/core/date.hpp"
#include "coopnet/model/vocabulary.hpp"
#include "coopnet/render/envelope.hpp"

/// Options that several verbs share. Each struct is a member of a command: `add_to` in setup(),
/// the values in run(), `record` to tell them in the result.
namespace coopnet::tools {

/// Which data, and how strictly it is taken.
struct DataOptions {
  std::string dataset;    ///< folder, JSON file, flat CSV file, network, or "-" (standard input)
  std::string framework;  ///< name or path of a dataset, "none", or empty: as the dataset says
  bool strict = false;    ///< warnings end the program with Exit::data
  bool redact = false;    ///< replace names before anything is counted
  std::uint64_t least_count = 0;  ///< with redact: smaller counts are not shown

  /// Also refuses a dataset that does not exist (UsageError) or may not be read (DataError).
  void add_to(OptionSet& options);
  /// The two halves of it, for verbs that take several datasets: which one, and how all are read.
  void add_operand_to(OptionSet& options, const char* name, std::string_view key);
  void add_reading_to(OptionSet& options);
  /// For verbs that count: --redact, and where counts are shown --least-count.
  void add_redaction_to(OptionSet& options, bool with_counts = true);
  /// For input that --redact cannot be used with: UsageError where it is given.
  void refuse_redaction() const;
  void record(render::Envelope& envelope) const;
};

/// On which evidence.
struct EvidenceOptions {
  bool stated_only = false;
  std::vector<std::string> without;  ///< ids of rows to leave out

  void add_to(OptionSet& options);
  void record(render::Envelope& envelope) const;
};

/// Which rows take part. Words of the dataset are checked by who has the dataset at hand: see
/// refuse_value().
struct FilterOptions : EvidenceOptions {
  std::vector<std::string> regions;     ///< as written; several are a union
  std::vector<std::string> objectives;  ///< keys of the primary facet; several are a union
  std::vector<ActorKind> kinds;         ///< kinds of actors; several are a union

  /// `kinds_name`: of the option for kinds of actors, where --kind means something else.
  void add_to(OptionSet& options, const char* kinds_name = "--kind");
  void record(render::Envelope& envelope) const;

 private:
  void take_kinds();

  std::string kinds_name_;
  std::vector<std::string> kind_words_;
};

/// The day on which ages are counted.
struct AsOfOption {
  std::optional<Day> day;  ///< the last day of the date given; nothing: the date of the dataset

  void add_to(OptionSet& options);
  void record(render::Envelope& envelope) const;
};

/// How many threads compute; the result does not depend on it.
struct ThreadOption {
  unsigned threads = 0;  ///< 0: one per processor

  void add_to(OptionSet& options);

 private:
  std::uint64_t given_ = 0;
};

/// Where chance takes part.
struct SeedOption {
  std::uint64_t seed = 1;

  void add_to(OptionSet& options);
  void record(render::Envelope& envelope) const { envelope.seed = seed; }
};

}  // namespace coopnet::tools
