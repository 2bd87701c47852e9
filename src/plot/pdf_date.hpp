#pragma once

#include <string>

namespace actlas::plot {

/// $SOURCE_DATE_EPOCH as an ISO 8601 time in UTC, for a document's creation date; "" without it, or where it is no
/// number of seconds before the year 10000. An empty date keeps Cairo from asking the clock, and leaves the entry out.
std::string creation_date();

} // namespace actlas::plot
