#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/xlsx_package.hpp"

/// How a workbook shows its numbers.
namespace coopnet::io::xlsx {

/// What the format of a number says about its meaning.
struct NumberFormat {
  enum class Kind : unsigned char {
    general,  ///< a number
    zeros,    ///< a whole number, shown with at least `zeros` digits
    date,     ///< a day, perhaps with a time
    month,    ///< a date that shows no day
    year,     ///< a date that shows neither day nor month
    time,     ///< a time of day
    elapsed,  ///< hours, minutes, seconds that passed: "[h]:mm"
  };
  Kind kind = Kind::general;
  unsigned zeros = 0;
};

/// Understands a format code such as "dd/mm/yyyy", "000" or "[h]:mm".
[[nodiscard]] NumberFormat parse_format(std::string_view code);

/// A number as its format shows it (see read_xlsx). Where a date is asked for and there is none,
/// `no_date` is set and the number stands for itself.
struct ShownNumber {
  std::string text;
  bool no_date = false;
};
[[nodiscard]] ShownNumber show_number(double value, NumberFormat format, bool from_1904);

/// The format of each cell style, by number. Throws Fault.
[[nodiscard]] std::vector<NumberFormat> read_styles(Package& package, const std::string& part);

}  // namespace coopnet::io::xlsx
