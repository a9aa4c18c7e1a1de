#pragma once

#include <string>

#include "coopnet/model/dataset.hpp"

/// Confidential data: the same structure without the names.
namespace coopnet {

/// What stands instead of names and texts.
struct RedactionWords {
  std::string actor = "Actor";                    ///< "Actor 7"
  std::string pledge = "Pledge";                  ///< "Pledge 7"
  std::string agreement = "Agreement";            ///< "Agreement 7"
  std::string event = "Event";                    ///< "Event 7"
  std::string text = "(redacted)";                ///< instead of sources and values of claims
  std::string title = "Redacted data";            ///< of the dataset
  std::string sample = "The data are a sample.";  ///< where the dataset says of how many
  std::string caveat;                             ///< instead of the caveats
};

/// The dataset with everything replaced that tells who and what: ids, names, aliases and codes of
/// actors; ids and titles of pledges, practices, agreements and events; summaries, sources, notes,
/// flags, locations, values of claims, unknown columns; title, caveats and sources of the dataset.
/// What is kept is the structure (who is tied to what), words of closed lists, dates, regions,
/// forums, tags and their names. Nothing is kept but what is listed in the code, so a new column
/// is left out until somebody decides otherwise.
///
/// Actors become a1 to an, pledges p1 to pm, practices r, agreements g, events e, in an order drawn
/// from SHA-256 of the content hash and the id, which neither follows the old order nor can be
/// computed without the data. A prefix that an id of the dataset begins with is doubled. The rows
/// can still be found by their old ids, actors also by their names (Table::find), so that who knows
/// the data can ask about a row; no old id or name is in the dataset itself.
[[nodiscard]] Dataset redact(const Dataset& data, const RedactionWords& words = {});

}  // namespace coopnet
