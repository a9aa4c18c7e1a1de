#pragma once

#include "coopnet/core/ids.hpp"

namespace coopnet {

using ActorId = Id<struct ActorTag>;
using RegionId = Id<struct RegionTag>;
using ForumId = Id<struct ForumTag>;
using TagId = Id<struct TagTag>;
using PledgeId = Id<struct PledgeTag>;
using PracticeId = Id<struct PracticeTag>;
using AgreementId = Id<struct AgreementTag>;
using EventId = Id<struct EventTag>;

}  // namespace coopnet
