#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "coopnet/intake/text_document.hpp"
#include "io/text_scan.hpp"

namespace coopnet::intake {

/// Finds lines, columns and pages of places asked for in growing order: one pass over the document
/// for all of them.
class TextPlaces {
 public:
  explicit TextPlaces(const TextDocument& document)
      : document_(document), spots_(document.source()), passed_(document.source().data()) {}

  struct Spot {
    Place where;
    std::uint32_t page = 0;  ///< of a PDF, from 1; else 0
  };

  [[nodiscard]] Spot at(std::size_t offset) {
    const auto source = document_.source();
    const char* const to = source.data() + std::min(source_offset(offset), source.size());
    if (to > passed_) {
      spots_.pass(passed_, to);
      page_ += static_cast<std::uint32_t>(std::count(passed_, to, '\f'));
      passed_ = to;
    }
    const auto spot = spots_.at(passed_);
    return {{document_.name, spot.line, spot.column},
            document_.format == TextFormat::pdf ? page_ : 0};
  }

 private:
  [[nodiscard]] std::size_t source_offset(std::size_t offset) {
    const auto& pieces = document_.pieces;
    if (pieces.empty()) return offset;
    while (piece_ + 1 < pieces.size() && pieces[piece_ + 1].text_begin <= offset) ++piece_;
    return pieces[piece_].source_begin + (offset - std::min(offset, pieces[piece_].text_begin));
  }

  const TextDocument& document_;
  io::SpotCounter spots_;
  const char* passed_;
  std::size_t piece_ = 0;
  std::uint32_t page_ = 1;
};

}  // namespace coopnet::intake
