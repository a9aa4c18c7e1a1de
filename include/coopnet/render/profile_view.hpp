#pragma once

#include <string>
#include <vector>

#include "coopnet/analysis/profile.hpp"
#include "coopnet/render/envelope.hpp"
#include "coopnet/render/messages.hpp"

/// One actor in tables.
namespace coopnet::render {

struct ProfileContext {
  const Dataset& data;
  const Relations& relations;
  const ProfileOptions& options;
  bool stated_only = false;
  std::string as_of;  ///< empty: not given
  Language language = Language::en;
};

/// "subjects": own pledges against region and all; "next": subjects that go with those it has;
/// "ties": its forums, agreements, exchanges and common pledges; "connectors": who leads it to
/// others; "records": the rows behind all this, with their sources.
[[nodiscard]] std::vector<NamedTable> profile_tables(const Profile& profile,
                                                     const ProfileContext& context);

}  // namespace coopnet::render
