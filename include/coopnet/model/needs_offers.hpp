#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/raw_table.hpp"

namespace coopnet {

/// Who needs and who offers, how much each can take or give, and how well each offer fits each
/// need: what a spreadsheet of needs and offers says.
struct NeedsOffers {
  struct Party {
    std::string id;
    std::int64_t capacity = 1;
    friend bool operator==(const Party&, const Party&) = default;
  };
  struct Fit {
    std::uint32_t offer = 0;
    std::uint32_t need = 0;
    std::int64_t fit = 0;  ///< in units of 1 / fit_unit
    friend bool operator==(const Fit&, const Fit&) = default;
  };

  std::vector<Party> offers, needs;  ///< by id, numbers in texts as numbers
  std::vector<Fit> fits;             ///< by offer, then need
  std::int64_t fit_unit = 1;         ///< a power of ten: 100 where fits have two decimals
};

/// SHA-256 of parties and fits in their order: the same for every way to write the same table.
[[nodiscard]] std::string content_hash(const NeedsOffers& table);

/// Whether a table has the columns "offer" and "need", and so is no list of pledges.
[[nodiscard]] bool is_needs_table(const RawTable& table);

/// Reads a table with a row for each offer that could serve a need. Columns: offer, need and the
/// one named `fit_column`, a number; offer_capacity and need_capacity, whole numbers from 0 to
/// 1 000 000, 1 where there is no such column or the cell is empty. A side is one party however
/// many rows name it.
///
/// Errors, each with its place: missing-column, missing-value, bad-fit, bad-capacity,
/// capacities-disagree {the other}, repeated-fit {line of the first}.
[[nodiscard]] NeedsOffers read_needs_offers(const RawTable& table, std::string_view fit_column,
                                            Diagnostics& findings);

}  // namespace coopnet
