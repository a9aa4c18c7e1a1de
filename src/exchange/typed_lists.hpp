#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/exchange/network_file.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet::exchange {

/// What a typed graph says about the whole: the description and the list of regions, as far as its
/// properties still hold them, else what the nodes name.
class TypedLists {
 public:
  TypedLists(const NetworkFile& network, const std::string& file, Diagnostics& findings);

  /// False: more facets than a dataset can have (reported).
  [[nodiscard]] bool sound() const { return sound_; }
  [[nodiscard]] RawValue description() const;
  [[nodiscard]] std::vector<RawTable> regions() const;

  /// The column of a facet, or null.
  [[nodiscard]] const std::string* facet_column(const std::string& facet) const;
  /// The scheme whose regions an attribute lists, or nothing.
  [[nodiscard]] std::optional<std::string> scheme_of(std::string_view attribute) const;

 private:
  void read_property();
  void add_facets();
  void add_schemes();
  [[nodiscard]] std::map<std::string, std::string> regions_named() const;

  const NetworkFile& network_;
  const std::string& file_;
  Diagnostics& findings_;
  RawDataset lists_;
  DatasetInfo info_;
  std::map<std::string, std::string> columns_;  ///< of facets, by key
  bool has_schemes_ = false;                    ///< regions stand scheme by scheme
  bool sound_ = true;
};

}  // namespace coopnet::exchange
