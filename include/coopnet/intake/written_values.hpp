#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/model/dataset.hpp"

/// Values as registers write them, brought into the form of the tables. Each function either knows
/// what a cell says or returns nothing: the cell is then kept as it is and reported.
namespace coopnet::intake {

/// How a date of three numbers is meant.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };

/// "31/12/2024", "5 mai 2024", "March 2024", "2019-2021", "2024-05-31T10:00Z" as a date of the
/// tables (see core/date.hpp). Of three numbers the year has four digits; where day and month could
/// be either and `order` is unknown, nothing is returned. Names of months in EN, FR, ES and AR.
[[nodiscard]] std::optional<std::string> written_date(std::string_view text,
                                                      DateOrder order = DateOrder::unknown);

/// Whether `text` is a date of three numbers that depends on the order.
[[nodiscard]] bool depends_on_date_order(std::string_view text);

/// A number with a point, without separators of thousands: "0,5" is 0.5 with `decimal_comma`,
/// "1.234,5" is 1234.5. Without it a comma is refused. Nothing where it is no number, or could be
/// two ("1,234").
[[nodiscard]] std::optional<std::string> written_number(std::string_view text, bool decimal_comma);

/// Whether a cell ticks a box: x, X, ✓, 1, yes, oui, sí, true, نعم; nothing where it says neither
/// that nor its contrary (0, no, non, false, -, empty).
[[nodiscard]] std::optional<bool> written_mark(std::string_view text);

/// Tags of a facet as one cell lists them.
struct WrittenTags {
  struct Item {
    std::string key;      ///< of the tag where it is known, else as written
    bool stated = true;   ///< false: "~" stood before it
    bool known = true;    ///< false: neither a key nor a label of the facet
    std::string written;  ///< the part of the cell it was read from
  };
  std::vector<Item> items;
  bool is_range = false;  ///< "3-7": refused, since some write lists so and others ranges
};

/// Reads "Objective 5: Enhance ...; Objective 7", "5, 7 and 16", "obj. 5 | obj. 7", labels in any
/// language, or keys. Items are separated by line ends, semicolons and bars, or by `separators` if
/// given; by commas too where what follows the comma is a tag again, since labels hold commas.
class TagReader {
 public:
  TagReader(const Dataset& framework, std::size_t facet);
  [[nodiscard]] WrittenTags read(std::string_view cell, std::string_view separators = {}) const;
  /// The key of the tag that a header names ("Objective 8", "GCM obj 8: Saving lives"), or nothing.
  [[nodiscard]] std::optional<std::string> tag_of_header(std::string_view header) const;

 private:
  struct Found {
    std::string key;
    bool whole = false;  ///< nothing but the code stood there
  };
  [[nodiscard]] std::optional<Found> find(std::string_view piece) const;
  [[nodiscard]] std::optional<std::string> key_of(std::string_view key) const;
  [[nodiscard]] bool labelled(std::string_view folded, std::string& key) const;

  const Dataset& data_;
  std::size_t facet_;
  std::vector<std::string> prefixes_;  ///< folded words that may stand before a code
  std::vector<std::pair<std::string, std::string>> labels_;  ///< folded label, key; sorted
};

}  // namespace coopnet::intake
