#include "coopnet/model/needs_offers.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "coopnet/core/sha256.hpp"
#include "coopnet/core/text.hpp"
#include "framework.hpp"
#include "full_columns.hpp"

namespace coopnet {
namespace {

using schema::no_column;

constexpr std::int64_t most_capacity = 1'000'000;
constexpr std::size_t most_decimals = 6;
constexpr std::size_t most_whole_digits = 12;  // with the decimals 18: fits 64 bits

/// A decimal as written: all its digits as one number, and how many of them are decimals.
struct Decimal {
  std::int64_t digits = 0;
  std::size_t decimals = 0;
};

std::optional<Decimal> parse_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const auto point = text.find('.');
  std::string digits(text.substr(0, point));
  if (digits.size() > most_whole_digits) return std::nullopt;
  Decimal out;
  if (point != std::string_view::npos) {
    digits += text.substr(point + 1);
    out.decimals = text.size() - point - 1;
    if (out.decimals == 0) return std::nullopt;
  }
  const auto value = text::parse_unsigned(digits);
  if (!value || out.decimals > most_decimals) return std::nullopt;
  out.digits = static_cast<std::int64_t>(*value) * (negative ? -1 : 1);
  return out;
}

std::int64_t power_of_ten(std::size_t exponent) {
  std::int64_t out = 1;
  while (exponent-- > 0) out *= 10;
  return out;
}

/// One side while it is read: its parties in order of appearance.
struct Side {
  const char* column;
  std::size_t id_column, capacity_column;
  std::map<std::string, std::uint32_t, std::less<>> number;
  std::vector<NeedsOffers::Party> parties;
  std::vector<bool> capacity_given;
};

class NeedsReader {
 public:
  NeedsReader(const RawTable& table, std::string_view fit_column, Diagnostics& findings)
      : table_(table),
        findings_(findings),
        fit_name_(fit_column),
        fit_column_(find_column(table, {schema::header_key(fit_column)})),
        offers_{
            "offer", find_column(table, {"offer"}), find_column(table, {"offer_capacity"}), {}, {},
            {}},
        needs_{"need", find_column(table, {"need"}), find_column(table, {"need_capacity"}), {}, {},
               {}} {}

  NeedsOffers read() {
    const bool complete = has(offers_.id_column, "offer") && has(needs_.id_column, "need") &&
                          has(fit_column_, fit_name_);
    if (!complete) return {};
    for (std::size_t row = 0; row < table_.rows(); ++row) read_row(row);
    NeedsOffers out;
    const auto offers = sorted(offers_, out.offers);
    const auto needs = sorted(needs_, out.needs);
    std::size_t decimals = 0;
    for (const auto& [pair, fit] : fits_) decimals = std::max(decimals, fit.first.decimals);
    out.fit_unit = power_of_ten(decimals);
    for (const auto& [pair, fit] : fits_)
      out.fits.push_back({offers[pair.first], needs[pair.second],
                          fit.first.digits * power_of_ten(decimals - fit.first.decimals)});
    std::sort(out.fits.begin(), out.fits.end(), [](const auto& x, const auto& y) {
      return std::pair(x.offer, x.need) < std::pair(y.offer, y.need);
    });
    return out;
  }

 private:
  bool has(std::size_t column, const std::string& name) {
    if (column == no_column)
      findings_.report(Severity::error, "missing-column", {table_.file, 1, 0}, name, "",
                       {table_.name});
    return column != no_column;
  }

  void error(const char* code, const RawCell& cell, const std::string& field,
             std::vector<std::string> args = {}) {
    findings_.report(Severity::error, code, table_.place(cell), field, std::string(cell.text),
                     std::move(args));
  }

  void read_row(std::size_t row) {
    const auto offer = party(offers_, row);
    const auto need = party(needs_, row);
    const RawCell& cell = table_.cell(row, fit_column_);
    const auto fit = parse_decimal(cell.text);
    if (cell.text.empty())
      error("missing-value", cell, fit_name_, {table_.name});
    else if (!fit)
      error("bad-fit", cell, fit_name_);
    if (!offer || !need || !fit) return;
    const auto [it, is_new] = fits_.try_emplace({*offer, *need}, *fit, cell.line);
    if (!is_new)
      error("repeated-fit", cell, fit_name_,
            {offers_.parties[*offer].id, needs_.parties[*need].id,
             std::to_string(it->second.second)});
  }

  std::optional<std::uint32_t> party(Side& side, std::size_t row) {
    const RawCell& cell = table_.cell(row, side.id_column);
    if (cell.text.empty()) {
      error("missing-value", cell, side.column, {table_.name});
      return std::nullopt;
    }
    const auto next = static_cast<std::uint32_t>(side.parties.size());
    const auto [it, is_new] = side.number.try_emplace(std::string(cell.text), next);
    if (is_new) {
      side.parties.push_back({it->first, 1});
      side.capacity_given.push_back(false);
    }
    if (side.capacity_column != no_column) read_capacity(side, it->second, row);
    return it->second;
  }

  void read_capacity(Side& side, std::uint32_t number, std::size_t row) {
    const RawCell& cell = table_.cell(row, side.capacity_column);
    if (cell.text.empty()) return;
    const std::string field = std::string(side.column) + "_capacity";
    const auto value = text::parse_unsigned(cell.text);
    if (!value || *value > static_cast<std::uint64_t>(most_capacity)) {
      error("bad-capacity", cell, field);
      return;
    }
    auto& party = side.parties[number];
    const auto capacity = static_cast<std::int64_t>(*value);
    if (side.capacity_given[number] && party.capacity != capacity)
      error("capacities-disagree", cell, field, {party.id, std::to_string(party.capacity)});
    party.capacity = capacity;
    side.capacity_given[number] = true;
  }

  /// Moves the parties of a side to `out`, by id; returns where each went.
  static std::vector<std::uint32_t> sorted(Side& side, std::vector<NeedsOffers::Party>& out) {
    std::vector<std::uint32_t> order(side.parties.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      return text::natural_less(side.parties[x].id, side.parties[y].id);
    });
    std::vector<std::uint32_t> place(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i]] = i;
      out.push_back(side.parties[order[i]]);
    }
    return place;
  }

  const RawTable& table_;
  Diagnostics& findings_;
  std::string fit_name_;
  std::size_t fit_column_;
  Side offers_, needs_;
  /// Offer and need in order of appearance; their fit and the line that says it first.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Decimal, std::uint32_t>> fits_;
};

}  // namespace

std::string content_hash(const NeedsOffers& table) {
  std::string text;
  const auto add = [&](const std::string& cell) {
    text += std::to_string(cell.size()) + ':' + cell;
  };
  const auto number = [&](std::int64_t value) { add(std::to_string(value)); };
  for (const auto* side : {&table.offers, &table.needs}) {
    number(static_cast<std::int64_t>(side->size()));
    for (const auto& party : *side) {
      add(party.id);
      number(party.capacity);
    }
  }
  number(table.fit_unit);
  for (const auto& fit : table.fits) {
    number(fit.offer);
    number(fit.need);
    number(fit.fit);
  }
  return sha256_hex(text);
}

bool is_needs_table(const RawTable& table) {
  return find_column(table, {"offer"}) != no_column && find_column(table, {"need"}) != no_column;
}

NeedsOffers read_needs_offers(const RawTable& table, std::string_view fit_column,
                              Diagnostics& findings) {
  return NeedsReader(table, fit_column, findings).read();
}

}  // namespace coopnet
