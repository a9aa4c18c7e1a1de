#pragma once

#include "common/output.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/table.hpp"

/// What --redact still has to do when a result is written: the data came redacted (see load.hpp),
/// the options and the counts did not.
namespace coopnet::tools {

/// The options name rows as the result does, not as they were given.
[[nodiscard]] render::Envelope with_new_ids(render::Envelope envelope);

/// Small counts are withheld, in the way of the format.
[[nodiscard]] render::Table without_small_counts(render::Table table,
                                                 const render::Envelope& envelope, Format format);

}  // namespace coopnet::tools
