#pragma once

#include <cstddef>

#include "coopnet/model/raw_table.hpp"
#include "io/arena.hpp"
#include "io/findings.hpp"

namespace coopnet::io {

/// Settles the header of a table whose cells are read: names trimmed, ASCII letters in lower case;
/// a column without a name is called "column-N" and kept if any row has something in it, else
/// dropped ("csv-header-empty", a warning; not for columns behind the first `expected` that hold
/// nothing). A name that stands twice is an error ("csv-header-twice").
void settle_header(RawTable& table, std::size_t expected, Arena& arena, Findings& findings);

}  // namespace coopnet::io
